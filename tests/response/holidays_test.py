"""Bank holidays in Wales: as gov.uk lists them, in plain years and in those that a proclamation changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from respondent.response.holidays import (
    bank_holiday,
    bank_holidays,
    easter,
    is_working_day,
    working_day_by,
    working_days,
)

# https://www.gov.uk/bank-holidays, England and Wales; years before those that the page lists: its archived copies.
LISTED = {
    2002: "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26",
    2004: "01-01 04-09 04-12 05-03 05-31 08-30 12-27 12-28",
    2010: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}


@pytest.mark.parametrize("year", LISTED)
def test_a_year_has_the_bank_holidays_that_are_listed(year: int) -> None:
    assert " ".join(day.strftime("%m-%d") for day in bank_holidays(year)) == LISTED[year]


@pytest.mark.parametrize("year", range(2002, 2061))
def test_no_bank_holiday_is_at_a_weekend_and_a_plain_year_has_eight(year: int) -> None:
    assert all(day.weekday() < 5 for day in bank_holidays(year))
    assert len(bank_holidays(year)) == {2002: 9, 2011: 9, 2012: 9, 2022: 10, 2023: 9}.get(year, 8)


def test_substitute_day_is_named_so() -> None:
    assert bank_holiday(date(2021, 12, 27)) == "Christmas Day (substitute day)"
    assert bank_holiday(date(2021, 12, 28)) == "Boxing Day (substitute day)"
    assert bank_holiday(date(2022, 12, 26)) == "Boxing Day"
    assert bank_holiday(date(2022, 12, 27)) == "Christmas Day (substitute day)"
    assert bank_holiday(date(2021, 12, 25)) == ""


# https://aa.usno.navy.mil/faq/easter and the Book of Common Prayer's table: the earliest, the latest, and others.
@pytest.mark.parametrize(
    "day", [date(2008, 3, 23), date(2011, 4, 24), date(2019, 4, 21), date(2027, 3, 28), date(2038, 4, 25)]
)
def test_easter(day: date) -> None:
    assert easter(day.year) == day


def test_working_days_leave_out_weekends_and_bank_holidays() -> None:
    friday = date(2023, 12, 22)

    assert [is_working_day(friday + timedelta(days=index)) for index in range(6)] == [
        True,
        *(False, False),
        *(False, False),
        True,
    ]
    assert working_days(friday, date(2023, 12, 29)) == 3
    assert working_days(friday, friday) == 0
    assert working_days(friday, date(2023, 12, 1)) == 0


def test_the_working_day_by_a_day_is_that_day_or_one_before_it() -> None:
    assert working_day_by(date(2024, 3, 10)) == date(2024, 3, 8)
    assert working_day_by(date(2027, 3, 28)) == date(2027, 3, 25)
    assert working_day_by(date(2019, 6, 4)) == date(2019, 6, 4)
