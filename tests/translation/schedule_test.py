from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.response.holidays import is_working_day, working_days
from respondent.response.office import TranslationSettings
from respondent.translation.schedule import schedule

LAST = date(2019, 6, 4)

DAYS = [
    # words, days before the last day, words a day; the day to send by, the day wanted
    (0, 10, 500, date(2019, 5, 23), date(2019, 5, 24)),
    (500, 10, 500, date(2019, 5, 23), date(2019, 5, 24)),
    (501, 10, 500, date(2019, 5, 22), date(2019, 5, 24)),
    (5_000, 10, 500, date(2019, 5, 10), date(2019, 5, 24)),
    (5_000, 10, 2_500, date(2019, 5, 22), date(2019, 5, 24)),
    (100, 8, 500, date(2019, 5, 23), date(2019, 5, 24)),  # 27 May is a bank holiday, and a Monday
    (100, 7, 500, date(2019, 5, 24), date(2019, 5, 28)),
]


@pytest.mark.parametrize(("words", "before", "pace", "send_by", "due"), DAYS)
def test_the_days_of_a_translation(words: int, before: int, pace: int, send_by: date, due: date) -> None:
    settings = TranslationSettings(days_before=before, words_per_day=pace)

    plan = schedule(LAST, words, settings)

    assert (plan.send_by, plan.due) == (send_by, due)


@given(st.dates(date(2010, 1, 1), date(2035, 1, 1)), st.integers(0, 40_000))
def test_both_are_working_days_with_time_for_the_words_between(last: date, words: int) -> None:
    plan = schedule(last, words, TranslationSettings())

    assert is_working_day(plan.send_by) and is_working_day(plan.due)
    assert working_days(plan.send_by, plan.due) * 500 >= words
    assert (last - plan.due).days >= 10
