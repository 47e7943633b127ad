"""Family S: the clock of section 55: publication, the last lawful day, the letter, today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from respondent.checks.case import Case
from respondent.checks.check import Check, check
from respondent.checks.commands import confirm
from respondent.checks.finding import Fact, Severity
from respondent.grammar.english import weekday
from respondent.ledger.publication import first_days, published_on
from respondent.ledger.values import confirmations, has_said
from respondent.response.deadline import NEAR, day_number, last_day
from respondent.response.holidays import bank_holiday, is_working_day, working_day_by, working_days
from respondent.response.model import Report


@check(
    "S401",
    "letter-after-report",
    Severity.ERROR,
    "Police Act 1996, s 55(5): comments on the published report",
)
def _after(case: Case) -> Iterator[Fact]:
    """The letter is not older than the reports that it answers.

    What: The date of the letter is the day of publication of each report, or a later one.

    Why: A letter answers a published report. An earlier date is a slip, and with it the names of the
    office, its people and its notice would be those of the wrong day.

    Example: The report was published on 10 April 2019, and the letter is dated 14 May 2018.

    Mend: Correct `letter.date`, or the day of publication.
    """
    day = case.facts.letter.date
    for report in case.facts.reports:
        if day and day < report.published:
            yield Fact(
                what=f"the letter is dated {weekday(day)}, before the report `{report.id}` was published,"
                f" {weekday(report.published)}",
                next="correct the date of the letter or that of the report",
                path=("letter", "date"),
            )


@check("S402", "published-in-time", Severity.ERROR, "Police Act 1996, s 55(5A)", is_duty=True)
def _in_time(case: Case) -> Iterator[Fact]:
    """The response is published by the last lawful day of each report.

    What: Neither the letter's date, nor the day on which the response was published, nor, while nothing
    says that it was published, the day on which the check looks lies after the last day. That is day 56,
    where the day of publication is day 1: the day of publication + 55. The ledger says when the response
    was published: in both languages, and not before the report.

    Why: The comments must be published before the end of the period of 56 days beginning with the day on
    which the report is published. Neither weekends nor holidays give more time. The duty does not lapse
    when it is late.

    Example: The report was published on 10 April 2019, and the letter is dated 5 June 2019: day 57.

    Mend: Publish without delay. A late pair is released with the reason why it is late, which is kept.
    """
    for index, report in enumerate(case.facts.reports):
        last = last_day(report.published, case.rules.periods)
        if last and (late := _late(case, report, last)):
            day, what = late
            number = day_number(report.published, day, case.rules.periods)
            yield Fact(
                what=f"{what} {weekday(day)}, day {number}: the last lawful day for the report `{report.id}`"
                f" was {weekday(last)}",
                next="publish without delay; a late pair is released with the reason why it is late",
                path=("reports", index, "published"),
                about=f"{report.id} {last}",
            )


@check("S403", "time-left", Severity.WARNING, "Police Act 1996, s 55(5A)")
def _left(case: Case) -> Iterator[Fact]:
    """More than 14 days are left, or the response is published.

    What: While nothing says that the response was published, counts the days from today to the last
    lawful day.

    Why: Translation, sign-off and the website need days of their own, and the law gives no relief.

    Example: On 27 May 2019 eight days are left for a report of 10 April 2019.

    Mend: Send out what waits for others; publish; then record the day:  respondent record published
    """
    for index, report in _unpublished(case):
        last = last_day(report.published, case.rules.periods)
        if last and 0 <= (left := (last - case.today).days) <= NEAR:
            yield Fact(
                what=_time_left(left, working_days(case.today, last))
                + f": the last lawful day for the report `{report.id}` is {weekday(last)}",
                next="publish by then, and record that you did:  respondent record published",
                path=("reports", index, "published"),
                about=f"{report.id} {last}",
            )


@check(
    "S404",
    "last-day-is-working-day",
    Severity.NOTE,
    "Police Act 1996, s 55(5A): no relief for weekends or holidays",
)
def _working(case: Case) -> Iterator[Fact]:
    """The last lawful day is a day on which people work.

    What: Says so where the last day is a Saturday, a Sunday or a bank holiday in Wales, as long as it is
    ahead and nothing says that the response was published.

    Why: The period ends on that day all the same. Whoever publishes has to do it on the working day
    before, or arrange for somebody to do it on the day.

    Example: A report of 31 October 2023 has its last day on Monday 25 December 2023.

    Mend: Plan with the working day that the note names.
    """
    for index, report in _unpublished(case):
        last = last_day(report.published, case.rules.periods)
        if last and last >= case.today and not is_working_day(last):
            name = bank_holiday(last)
            yield Fact(
                what=f"the last lawful day for the report `{report.id}`, {weekday(last)}, is"
                f" {name or 'at a weekend'}, which gives no more time",
                next=f"plan to publish by {weekday(working_day_by(last))}, the working day before it",
                path=("reports", index, "published"),
                about=f"{report.id} {last}",
            )


@check("S405", "period-known", Severity.ERROR, "Police Act 1996, s 55(5A)")
def _known(case: Case) -> Iterator[Fact]:
    """The office has a period that holds on the day on which the report was published.

    What: One of `periods` in `office.yaml` takes in the day of publication of each report.

    Why: Without it nobody can say which day is the last: the period of a report is that of its day.

    Example: The only period ends on 7 May 2028, and the report was published on 10 May 2028.

    Mend: Add the period that the law has for that day, or mend the days of one.
    """
    for report in case.facts.reports:
        if last_day(report.published, case.rules.periods) is None:
            yield Fact(
                what=f"no period holds on {weekday(report.published)}, the day of the report `{report.id}`",
                next="add one whose `from:` and `to:` take that day in, or mend the days of one",
                path=("periods",),
                file="office",
                about=f"{report.id} {report.published}",
            )


@check("S406", "publication-day-confirmed", Severity.ERROR, "Police Act 1996, s 55(5A)")
def _confirmed(case: Case) -> Iterator[Fact]:
    """A person has confirmed the day on which each report was published.

    What: The report is not marked `unconfirmed: true`, and where the ledger says that somebody confirmed it,
    that was of this day: what is said of a value lapses when the value changes. `respondent new` marks each
    report. In a file that was written otherwise, a day without the mark is taken for one that its writer
    has compared.

    Why: All 56 days hang on it. Inspectorates have put older reports on new web pages that carry a later
    “published on” date, and the period follows the first publication.

    Example: The day was read off the web page by a program, and nobody has compared it with the report.

    Mend: Look at the report, correct the day if need be, and confirm it: `respondent confirm NAME --by NAME`
    with `--file` and the response.
    """
    for index, report in enumerate(case.facts.reports):
        name, day = f"reports.{report.id}", report.published
        confirmed = confirmations(case.ledger.rows).get(name)
        if confirmed and not has_said(confirmed, day.isoformat()):
            what = f"the day of the report `{report.id}` has changed since it was confirmed: {weekday(day)}"
        elif report.unconfirmed and not confirmed:
            what = f"nobody has confirmed that the report `{report.id}` was published on {weekday(day)}"
        else:
            continue
        then = f"compare the day with the report, then  {confirm(case, 'response')}"
        path = ("reports", index, "published")
        yield Fact(what=what, next=then, names=name, path=path, about=f"{report.id} {day}")


def _unpublished(case: Case) -> Iterator[tuple[int, Report]]:
    """Yield the reports, with their places, for which nothing says that the response was published."""
    for index, report in enumerate(case.facts.reports):
        if published_on(case.ledger.rows, report.published) is None:
            yield index, report


def _late(case: Case, report: Report, last: date) -> tuple[date, str] | None:
    """Return the day that lies after the last one, and what it is the day of; none where all is in time."""
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


CHECKS: tuple[Check, ...] = (_after, _in_time, _left, _working, _known, _confirmed)
"""Family S, as far as it is about days."""
