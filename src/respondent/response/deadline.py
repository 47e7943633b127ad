"""The last lawful day for a response, counted from the day on which the report was published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import assert_never

from respondent.response.model import Report, Response
from respondent.response.office import Office, Period, holding_on

NEAR = 14
"""Days before the last day from which its approach is announced: two weeks to approve and to proofread."""


def last_day(published: date, periods: Iterable[Period]) -> date | None:
    """Return the last day on which a response may be published; none if no period holds on that day.

    The 56 days begin *with* the day of publication, which is day 1 (Police Act 1996, s 55(5A)): the last
    is that day + 55. Days are counted, not hours, and weekends and holidays are days like any other.

    >>> last_day(date(2019, 4, 10), [Period(id="police-act-1996")])
    datetime.date(2019, 6, 4)
    """
    period = holding_on(published, periods)
    if period is None:
        return None
    return published + timedelta(days=period.days - _first_number(period))


def day_number(published: date, day: date, periods: Iterable[Period]) -> int:
    """Return the number of a day in the period: the day of publication is 1 where it is counted, else 0."""
    period = holding_on(published, periods)
    return (day - published).days + (_first_number(period) if period else 1)


def _first_number(period: Period) -> int:
    """Return the number of the day of publication: 1 where that day is counted, else 0."""
    match period.counted:
        case "inclusive":
            return 1
        case "exclusive":
            return 0
        case _:
            assert_never(period.counted)


def last_days(response: Response, office: Office) -> dict[str, date]:
    """Return the last day of each report by its id. A report without a period has none."""
    days = {report.id: last_day(report.published, office.periods) for report in response.reports}
    return {id: day for id, day in days.items() if day is not None}


def first_to_end(response: Response, office: Office) -> tuple[Report, date] | None:
    """Return the report with the earliest last day, and that day: one letter answers all its reports."""
    days = last_days(response, office)
    reports = [report for report in response.reports if report.id in days]
    if not reports:
        return None
    report = min(reports, key=lambda report: days[report.id])
    return report, days[report.id]
