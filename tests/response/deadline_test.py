"""The last lawful day: 56 days, of which the day of publication is the first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from response.gwent import office, response

from respondent.response.deadline import day_number, first_to_end, last_day, last_days
from respondent.response.office import Period

ACT = (Period(id="police-act-1996"),)

# Published, last day, day 57 (Police Act 1996, s 55(5A)): the Sussex report of 2019; serious youth violence; a last
# day at Christmas; across 29 February, to a Sunday; across a year's end; to Easter Sunday, when clocks change.
TABLE = [
    ("2019-04-10", "2019-06-04", "2019-06-05"),
    ("2023-03-08", "2023-05-02", "2023-05-03"),
    ("2023-10-31", "2023-12-25", "2023-12-26"),
    ("2024-01-15", "2024-03-10", "2024-03-11"),
    ("2026-12-10", "2027-02-03", "2027-02-04"),
    ("2027-02-01", "2027-03-28", "2027-03-29"),
]


@pytest.mark.parametrize(("published", "last", "late"), TABLE)
def test_the_last_day_is_day_56_and_the_next_is_late(published: str, last: str, late: str) -> None:
    first = date.fromisoformat(published)

    assert last_day(first, ACT) == date.fromisoformat(last)
    assert day_number(first, date.fromisoformat(last), ACT) == 56
    assert day_number(first, date.fromisoformat(late), ACT) == 57


def test_the_day_of_publication_is_day_1_unless_the_period_is_exclusive() -> None:
    day = date(2019, 4, 10)
    exclusive = (Period(id="other", days=56, counted="exclusive"),)

    assert day_number(day, day, ACT) == 1
    assert day_number(day, day, exclusive) == 0
    assert last_day(day, exclusive) == date(2019, 6, 5)


@given(
    st.dates(date(2002, 1, 1), date(2060, 1, 1)),
    st.integers(1, 366),
    st.sampled_from(["inclusive", "exclusive"]),
)
def test_last_day_has_the_number_of_the_period(published: date, days: int, counted: str) -> None:
    periods = (Period.model_validate({"id": "any", "days": days, "counted": counted}),)
    last = last_day(published, periods)

    assert last is not None
    assert day_number(published, last, periods) == days
    assert day_number(published, last + timedelta(days=1), periods) == days + 1


def test_the_period_is_that_of_the_day_of_publication() -> None:
    periods = (
        Period.model_validate({"id": "old", "to": "2028-05-07"}),
        Period.model_validate({"id": "new", "days": 40, "from": "2028-05-08"}),
    )

    assert last_day(date(2028, 5, 7), periods) == date(2028, 7, 1)
    assert last_day(date(2028, 5, 8), periods) == date(2028, 6, 16)
    assert last_day(date(2028, 5, 7), periods[1:]) is None


def test_earliest_period_of_several_reports_counts() -> None:
    report = "  - id: earlier\n    inspectorate: hmicfrs\n    title: {en: Hate crime, welsh: none}\n    published: 2019-04-01\n"
    facts = response(("opening:\n", f"{report}\nopening:\n")).facts
    rules = office().facts
    found = first_to_end(facts, rules)

    assert last_days(facts, rules) == {"sussex": date(2019, 6, 4), "earlier": date(2019, 5, 26)}
    assert found is not None
    assert (found[0].id, found[1]) == ("earlier", date(2019, 5, 26))


def test_without_a_period_there_is_no_last_day() -> None:
    rules = office(("    counted: inclusive\n", "    counted: inclusive\n    to: 2018-12-31\n")).facts

    assert first_to_end(response().facts, rules) is None
