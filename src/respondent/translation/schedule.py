"""When texts go to a translator and when they are back. For planning only: the law gives neither day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from respondent.response.holidays import working_day_by
from respondent.response.office import TranslationSettings

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The days of one translation, both working days."""

    send_by: date
    due: date


def schedule(last_day: date, words: int, settings: TranslationSettings) -> Schedule:
    """Return the days by which texts should be sent and be back, for a letter with a last day.

    Args:
        last_day: The last day on which the response may be published.
        words: How many words are to be translated.
        settings: How much time the office leaves for reading, and for each 500 words, say.

    >>> schedule(date(2019, 6, 4), 1200, TranslationSettings())
    Schedule(send_by=datetime.date(2019, 5, 21), due=datetime.date(2019, 5, 24))
    """
    due = send_by = working_day_by(last_day - timedelta(days=settings.days_before))
    for _ in range(max(1, ceil(words / settings.words_per_day))):
        send_by = working_day_by(send_by - _DAY)
    return Schedule(send_by, due)
