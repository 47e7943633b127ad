"""What day a person meant who did not write it as 2019-05-14."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

_PARTS = re.compile(r"(\d{1,4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,4})|(\d{4})(\d{2})(\d{2})")
# *4th of February, 2025*, *4ydd o Chwefror 2025*, *Dydd Mawrth 4 Chwefror 2025*, *February 4, 2025*.
_DAY_FIRST = re.compile(
    r"(?:[^\W\d]+[ ,]+)*(\d{1,2})(?:[^\W\d]+)?\s+(?:of\s+|o\s+)?([^\W\d]+)\.?,?\s+(\d{4})"
)
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:[^\W\d]+)?,?\s+(\d{4})")

_FORM = "write year, month, day:  2019-05-14"


def explained(text: str) -> tuple[str, str] | None:
    """Return what is wrong with a day as it is written, and what was probably meant; none if it is no day.

    >>> explained("2025-02-30")
    ('there is no such day: 30 February 2025', 'correct the day or the month')
    >>> explained("04/02/2025")
    ('“04/02/2025” is not written as year-month-day', 'if it is 4 February 2025, write 2025-02-04')
    >>> explained("4ydd o Chwefror 2025")
    ('“4ydd o Chwefror 2025” is not written as year-month-day', 'if it is 4 February 2025, write 2025-02-04')
    """
    numbers = _numbers(text.strip())
    if numbers is None:
        return None
    year, month, day = numbers
    if month > 12 and day <= 12 and not text.startswith(str(year)):
        month, day = day, month  # as Americans write: 02/14/2025
    from respondent.grammar import cldr

    if not 1 <= month <= 12:
        return f"there is no month {month}", "correct the month: write year, month, day"
    name = cldr.months("en_GB")[month - 1]
    written = f"{day} {name} {year}"
    with suppress(ValueError):
        iso = date(year, month, day).isoformat()
        return f"“{text}” is not written as year-month-day", f"if it is {written}, write {iso}"
    return f"there is no such day: {written}", "correct the day or the month"


def _numbers(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day; none where a text has no three of them."""
    if match := _PARTS.fullmatch(text):
        first, second, third = (int(part) for part in match.groups() if part)
        if first > 31:
            return first, second, third
        return third + 2000 if third < 100 else third, second, first
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(text):
        month, day, year = match.groups()
    else:
        return None
    number = _month(month)
    return (int(year), number, int(day)) if number else None


def _month(name: str) -> int:
    """Return the number of a month by its name in either language, mutated or cut short; else 0."""
    from respondent.linguistics.dates import MONTHS

    name = name.capitalize()
    for months in (MONTHS.en, MONTHS.cy):
        for month, number in months.items():
            if month == name or (len(name) >= 3 and month.startswith(name)):
                return number
    return 0
