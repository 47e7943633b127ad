"""Family S: the clock of section 55: publication, the last lawful day, the letter, today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.commands import confirm
from respondent.checks.finding import Fact, Severity
from respondent.grammar.english import weekday
from respondent.ledger.publication import first_days, published_on
from respondent.ledger.values import confirmations, confirms
from respondent.response.deadline import NEAR, day_number, last_day
from respondent.response.holidays import bank_holiday, is_working_day, working_day_by, working_days
from respondent.response.model import Report


@check("S401", Severity.ERROR)
def letter_after_report(case: Case) -> Iterator[Fact]:
    """The letter is not older than the reports that it answers."""
    day = case.facts.letter.date
    for report in case.facts.reports:
        if day and day < report.published:
            yield Fact(
                what=f"the letter is dated {weekday(day)}, before the report `{report.id}` was published,"
                f" {weekday(report.published)}",
                advice="correct the date of the letter or that of the report",
                path=("letter", "date"),
            )


@check("S402", Severity.ERROR, is_duty=True)
def published_in_time(case: Case) -> Iterator[Fact]:
    """The response is published by the last lawful day of each report."""
    for index, report in enumerate(case.facts.reports):
        last = last_day(report.published, case.rules.periods)
        if last and (late := _late(case, report, last)):
            day, what = late
            number = day_number(report.published, day, case.rules.periods)
            yield Fact(
                what=f"{what} {weekday(day)}, day {number}: the last lawful day for the report `{report.id}`"
                f" was {weekday(last)}",
                advice="publish without delay: to release a late pair, give the reason why it is late",
                path=("reports", index, "published"),
                about=f"{report.id} {last}",
            )


@check("S403", Severity.WARNING)
def time_left(case: Case) -> Iterator[Fact]:
    """More than 14 days are left, or the response is published."""
    for index, report in _unpublished(case):
        last = last_day(report.published, case.rules.periods)
        if last and 0 <= (left := (last - case.today).days) <= NEAR:
            yield Fact(
                what=_time_left(left, working_days(case.today, last))
                + f": the last lawful day for the report `{report.id}` is {weekday(last)}",
                advice="publish by then, and record it:  respondent record published",
                path=("reports", index, "published"),
                about=f"{report.id} {last}",
            )


@check("S404", Severity.NOTE)
def last_day_is_working_day(case: Case) -> Iterator[Fact]:
    """The last lawful day is a day on which people work."""
    for index, report in _unpublished(case):
        last = last_day(report.published, case.rules.periods)
        if last and last >= case.today and not is_working_day(last):
            name = bank_holiday(last)
            yield Fact(
                what=f"the last lawful day for the report `{report.id}`, {weekday(last)}, is"
                f" {name or 'at a weekend'}, which gives no more time",
                advice=f"plan to publish by {weekday(working_day_by(last))}, the working day before it",
                path=("reports", index, "published"),
                about=f"{report.id} {last}",
            )


@check("S405", Severity.ERROR)
def period_known(case: Case) -> Iterator[Fact]:
    """The office has a period that holds on the day on which the report was published."""
    for report in case.facts.reports:
        if last_day(report.published, case.rules.periods) is None:
            yield Fact(
                what=f"no period holds on {weekday(report.published)}, the day of the report `{report.id}`",
                advice="add a period that includes that day, or correct the `from:` and `to:` of one",
                path=("periods",),
                file="office",
                about=f"{report.id} {report.published}",
            )


@check("S406", Severity.ERROR)
def publication_day_confirmed(case: Case) -> Iterator[Fact]:
    """A person has confirmed the day on which each report was published."""
    for index, report in enumerate(case.facts.reports):
        name, day = f"reports.{report.id}", report.published
        confirmed = confirmations(case.ledger.rows).get(name)
        if confirmed and not confirms(confirmed, day.isoformat()):
            what = f"the day of the report `{report.id}` has changed since it was confirmed: {weekday(day)}"
        elif report.unconfirmed and not confirmed:
            what = f"nobody has confirmed that the report `{report.id}` was published on {weekday(day)}"
        else:
            continue
        advice = f"compare the day with the report, then  {confirm(case, 'response')}"
        path = ("reports", index, "published")
        yield Fact(what=what, advice=advice, names=name, path=path, about=f"{report.id} {day}")


def _unpublished(case: Case) -> Iterator[tuple[int, Report]]:
    """Yield the reports, with their places, for which nothing says that the response was published."""
    for index, report in enumerate(case.facts.reports):
        if published_on(case.ledger.rows, report.published) is None:
            yield index, report


def _late(case: Case, report: Report, last: date) -> tuple[date, str] | None:
    """Return a day after the last lawful one, and what happened on it; none if everything is in time."""
    published = published_on(case.ledger.rows, report.published)
    if published:
        return (published, "the response was published on") if published > last else None
    dated = case.facts.letter.date
    if dated and dated > last:
        return dated, "the letter is dated"
    if case.today <= last:
        return None
    first = first_days(case.ledger.rows, report.published)
    what = "only one of the letters is said to be published" if first.cy or first.en else _UNSAID
    return case.today, f"{what}, and today is"


_UNSAID = "nothing says that the response was published"


def _time_left(days: int, working: int) -> str:
    """Return how much time there is, in days and in working days."""
    return f"{_days(days, 'day')} left, {_days(working, 'working day')} among them" if days else "no day left"


def _days(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"
