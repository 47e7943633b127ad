"""Bank holidays and working days in Wales, for planning: the law of the 56 days knows neither.

Wales has the bank holidays of England and Wales (Banking and Financial Dealings Act 1971, Schedule 1, and
royal proclamations), as https://www.gov.uk/bank-holidays lists them. By rule for any year from 2002 on;
days that a later proclamation adds or moves are to be added to the two tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

_DAY = timedelta(days=1)
_MONDAY, _SATURDAY = 0, 5

_MOVED: Mapping[tuple[str, int], date] = {
    ("Early May bank holiday", 2020): date(2020, 5, 8),
    ("Spring bank holiday", 2002): date(2002, 6, 4),
    ("Spring bank holiday", 2012): date(2012, 6, 4),
    ("Spring bank holiday", 2022): date(2022, 6, 2),
}
"""Holidays that a proclamation moved."""

_ADDED: Mapping[date, str] = {
    date(2002, 6, 3): "Golden Jubilee bank holiday",
    date(2011, 4, 29): "bank holiday for a royal wedding",
    date(2012, 6, 5): "Diamond Jubilee bank holiday",
    date(2022, 6, 3): "Platinum Jubilee bank holiday",
    date(2022, 9, 19): "bank holiday for the State Funeral of Queen Elizabeth II",
    date(2023, 5, 8): "bank holiday for the coronation of King Charles III",
}
"""Holidays of one year alone."""


@cache
def bank_holidays(year: int) -> Mapping[date, str]:
    """Return the bank holidays of a year in Wales, with their names, in order.

    >>> [day.isoformat() for day in bank_holidays(2021)][-2:]
    ['2021-12-27', '2021-12-28']
    """
    holidays = {_MOVED.get((name, year), day): name for name, day in _by_rule(year)}
    for day, name in _with_date(year):
        free = day
        while free in holidays or free.weekday() >= _SATURDAY:
            free += _DAY
        holidays[free] = name if free == day else f"{name} (substitute day)"
    holidays |= {day: name for day, name in _ADDED.items() if day.year == year}
    return MappingProxyType(dict(sorted(holidays.items())))


def bank_holiday(day: date) -> str:
    """Return the name of a bank holiday; empty for any other day."""
    return bank_holidays(day.year).get(day, "")


def is_working_day(day: date) -> bool:
    """Tell whether a day is neither a Saturday, a Sunday nor a bank holiday."""
    return day.weekday() < _SATURDAY and not bank_holiday(day)


def working_days(after: date, until: date) -> int:
    """Return how many working days come after one day up to another, that one included; none if it is past.

    >>> working_days(date(2019, 5, 24), date(2019, 6, 4))  # Monday 27 May is a bank holiday
    6
    """
    return sum(is_working_day(after + index * _DAY) for index in range(1, (until - after).days + 1))


def working_day_by(day: date) -> date:
    """Return the day itself if it is a working day, else the last one before it.

    >>> working_day_by(date(2023, 12, 25)).isoformat()
    '2023-12-22'
    """
    while not is_working_day(day):
        day -= _DAY
    return day


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.

    >>> easter(2027).isoformat()
    '2027-03-28'
    """
    century, rest = divmod(year, 100)
    lunar = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - lunar - rest % 4) % 7
    shift = (year % 19 + 11 * lunar + 22 * weekday) // 451
    month, day = divmod(lunar + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _by_rule(year: int) -> Iterator[tuple[str, date]]:
    """Yield the holidays that fall on a weekday by their own rule."""
    yield "Good Friday", easter(year) - 2 * _DAY
    yield "Easter Monday", easter(year) + _DAY
    yield "Early May bank holiday", _monday_from(date(year, 5, 1))
    yield "Spring bank holiday", _monday_from(date(year, 5, 25))
    yield "Summer bank holiday", _monday_from(date(year, 8, 25))


def _with_date(year: int) -> Iterator[tuple[date, str]]:
    """Yield the holidays with a date of their own: on a weekend the next free weekday stands in for them."""
    yield date(year, 1, 1), "New Year's Day"
    boxing, christmas = (date(year, 12, 26), "Boxing Day"), (date(year, 12, 25), "Christmas Day")
    # On a Sunday, Christmas Day gives way to Boxing Day on the Monday.
    is_sunday = christmas[0].weekday() > _SATURDAY
    yield from (boxing, christmas) if is_sunday else (christmas, boxing)


def _monday_from(day: date) -> date:
    return day + ((_MONDAY - day.weekday()) % 7) * _DAY
