"""The clock of a response: what has happened, what is planned or due, and how many days are left.

It never asks the machine for the date: `today` is an argument.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from respondent.language import Language
from respondent.ledger.publication import publications, published_on
from respondent.ledger.row import LedgerRow
from respondent.response.deadline import NEAR, day_number, first_to_end, last_days
from respondent.response.holidays import bank_holiday, is_working_day, working_day_by, working_days
from respondent.response.model import Comments, Response
from respondent.response.office import Office
from respondent.translation.schedule import schedule


class Milestone(StrEnum):
    """What can happen on a day of a response, in the usual order."""

    PUBLICATION = "publication"
    """A report was published: day 1."""

    INVITATION = "invitation"
    """The chief officer was invited to comment."""

    COMMENTS_DUE = "comments-due"
    """The day that the invitation gave for comments."""

    COMMENTS_RECEIVED = "comments-received"
    SEND_BY = "send-by"
    """The day by which texts should be sent to a translator."""

    TRANSLATION_SENT = "translation-sent"
    """The last time that texts were sent to a translator."""

    TRANSLATION_BY = "translation-by"
    """The day by which translations should be back."""

    TRANSLATION_RETURNED = "translation-returned"
    """The last time that a translation was handed in."""

    SIGN_OFF_BY = "sign-off-by"
    """The day by which the originals should be signed off."""

    SIGN_OFF = "sign-off"
    """The last time that an original was signed off."""

    LETTER = "letter"
    """The date of the letter."""

    RELEASED = "released"
    """The last time that the pair was released."""

    SENT = "sent"
    """The letter was sent to somebody."""

    PUBLISH_BY = "publish-by"
    """The last working day on which the response can be published in time."""

    PUBLISHED = "published"
    """The response was published, as s 55(5) of the Police Act 1996 requires."""

    LAST_DAY = "last-day"
    """The last day on which it may be published."""

    REPORT_DUE = "due-by-report"
    """The day by which the report wants a recommendation to be met."""

    FORCE_DUE = "due-by-force"
    """The day by which the force says that it will have met it."""

    @property
    def is_due(self) -> bool:
        """Whether something should happen by this day, rather than did happen on it."""
        return self in _DUE


STEPS: Mapping[Milestone, int] = MappingProxyType({Milestone.SIGN_OFF_BY: 5, Milestone.PUBLISH_BY: 0})
"""The last steps of the plan, and how many days before the last day each is due: on that day, or on the last
working day before it. They are estimates, as the days of the translation are. The law gives none of them."""

_DUE = frozenset(
    (
        *(Milestone.COMMENTS_DUE, Milestone.LAST_DAY, Milestone.REPORT_DUE, Milestone.FORCE_DUE),
        *(Milestone.SEND_BY, Milestone.TRANSLATION_BY, *STEPS),
    )
)


class Urgency(StrEnum):
    """How urgent a response is, by its last day."""

    LATE = "late"
    """The last day has passed, and no publication is recorded."""

    SOON = "due soon"
    """14 days or fewer are left."""

    OPEN = "open"
    """More than 14 days are left."""

    UNKNOWN = "no period"
    """The office file has no period for the day of the report."""

    PUBLISHED = "published"
    PUBLISHED_LATE = "published late"


class CommentStatus(StrEnum):
    """The status of the chief officer's comments (Police Act 1996, s 55(4))."""

    NOT_INVITED = "no invitation"
    """No invitation is recorded."""

    AWAITED = "awaited"
    OVERDUE = "overdue"
    """The day that the invitation gave has passed, and no answer is recorded."""

    RECEIVED = "received"
    NONE = "none"
    """The response records that there were no comments."""


@dataclass(frozen=True, slots=True)
class Event:
    """A milestone of a response, with its day."""

    day: date
    milestone: Milestone
    about: str = ""
    """Which of several: the id of a report, the number of a release, a recipient, a web address."""

    language: str = ""
    """`cy` or `en` if it is about only one of the letters."""


@dataclass(frozen=True, slots=True)
class AnsweredReport:
    """A report that a response answers."""

    id: str
    title: str
    """In English, as published."""

    published: date
    last_day: date | None
    """The last day for a response to it; none if no period is known."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The days of a response, seen from one day."""

    today: date
    events: tuple[Event, ...]
    """All known events, by day."""

    report: str
    """The id of the report whose last day comes first; empty if no period is known."""

    last_day: date | None
    day_number: int
    """Which day of that report's period today is: 1 on the day of publication; 0 if no period is known."""

    published: date | None
    """The day on which the response was published in both languages, by the ledger."""

    reports: tuple[AnsweredReport, ...] = ()
    """The reports it answers, in the order of the response."""

    plan: tuple[Event, ...] = ()
    """The steps that lead to the last day; none once it is published."""

    comment_status: CommentStatus = CommentStatus.NOT_INVITED

    @property
    def days_left(self) -> int | None:
        """The days until the last day: 0 on that day, negative after it; none once it is published."""
        return (self.last_day - self.today).days if self.last_day and not self.published else None

    @property
    def working_days_left(self) -> int | None:
        """How many of these are working days. For planning only: the law counts every day."""
        left = self.days_left
        return working_days(self.today, self.last_day) if left is not None and self.last_day else None

    @property
    def is_late(self) -> bool:
        """Whether the response was published after the last day, or is still unpublished then."""
        return self.last_day is not None and (self.published or self.today) > self.last_day

    @property
    def plan_by(self) -> date | None:
        """The last working day on which it can be published in time."""
        return working_day_by(self.last_day) if self.last_day else None

    @property
    def falls_on(self) -> str:
        """``weekend`` or the name of a bank holiday if the last day falls on one; otherwise empty."""
        if self.last_day is None or is_working_day(self.last_day):
            return ""
        return bank_holiday(self.last_day) or "weekend"

    @property
    def urgency(self) -> Urgency:
        """How urgent the response is."""
        if self.published:
            return Urgency.PUBLISHED_LATE if self.is_late else Urgency.PUBLISHED
        left = self.days_left
        if left is None:
            return Urgency.UNKNOWN
        return Urgency.LATE if left < 0 else Urgency.SOON if left <= NEAR else Urgency.OPEN

    @property
    def order(self) -> tuple[int, int]:
        """Sorts responses: least time first, then without a period, then published, latest first."""
        if self.published:
            return 2, -self.published.toordinal()
        return (0, self.days_left) if self.days_left is not None else (1, 0)

    def last(self, milestone: Milestone) -> Event | None:
        """Return the last event of a milestone, or none."""
        return next((event for event in reversed(self.events) if event.milestone is milestone), None)

    def day(self, milestone: Milestone) -> date | None:
        """Return the day of the last event of a milestone, or none."""
        event = self.last(milestone)
        return event.day if event else None


def clock(
    response: Response, office: Office, rows: Iterable[LedgerRow], today: date, words: int = 0
) -> Clock:
    """Return the clock of a response on a day.

    Args:
        response: Its facts.
        office: The office, for the period.
        rows: The rows of its ledger.
        words: How many words are to be translated, which decides when to send them.
        today: The day.
    """
    rows = tuple(rows)
    first = first_to_end(response, office)
    ends = last_days(response, office)
    earliest = min(report.published for report in response.reports)
    published = published_on(rows, first[0].published if first else earliest)
    return Clock(
        today=today,
        events=in_order((*_of_facts(response, ends), *_of_rows(rows), *_of_publication(rows, earliest))),
        report=first[0].id if first else "",
        last_day=first[1] if first else None,
        day_number=day_number(first[0].published, today, office.periods) if first else 0,
        published=published,
        reports=tuple(
            AnsweredReport(report.id, report.title.en or "", report.published, ends.get(report.id))
            for report in response.reports
        ),
        plan=_plan(first[1], words, office) if first and not published else (),
        comment_status=_heard(response.comments, today),
    )


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events by day, and those of one day in their usual order."""
    return tuple(sorted(events, key=lambda event: (event.day, _ORDER[event.milestone], event.about)))


_ORDER = {milestone: place for place, milestone in enumerate(Milestone)}


def _plan(last: date, words: int, office: Office) -> tuple[Event, ...]:
    translation = schedule(last, words, office.translation)
    days = {Milestone.SEND_BY: translation.send_by, Milestone.TRANSLATION_BY: translation.due}
    days |= {step: working_day_by(last - timedelta(days=before)) for step, before in STEPS.items()}
    return tuple(Event(day, milestone) for milestone, day in days.items())


def _heard(comments: Comments | None, today: date) -> CommentStatus:
    if comments is None or not (comments.invited or comments.due or comments.received):
        return CommentStatus.NOT_INVITED
    if comments.received:
        return CommentStatus.NONE if comments.received == "none" else CommentStatus.RECEIVED
    return CommentStatus.OVERDUE if comments.due and comments.due < today else CommentStatus.AWAITED


def _of_facts(response: Response, ends: Mapping[str, date]) -> Iterator[Event]:
    for report in response.reports:
        yield Event(report.published, Milestone.PUBLICATION, report.id)
    for id, day in ends.items():
        yield Event(day, Milestone.LAST_DAY, id)
    if comments := response.comments:
        received = comments.received if comments.received != "none" else None
        days = {
            Milestone.INVITATION: comments.invited,
            Milestone.COMMENTS_DUE: comments.due,
            Milestone.COMMENTS_RECEIVED: received,
        }
        yield from (Event(day, milestone) for milestone, day in days.items() if day)
    if response.letter.date:
        yield Event(response.letter.date, Milestone.LETTER)


_LAST_OF = {
    "sent-for-translation": Milestone.TRANSLATION_SENT,
    "translated": Milestone.TRANSLATION_RETURNED,
    "final": Milestone.SIGN_OFF,
    "released": Milestone.RELEASED,
}
"""The kinds of row of which a timeline shows only the last: texts are sent and handed in many times. Of
`final`, only rows that sign an original off count."""


def _of_rows(rows: tuple[LedgerRow, ...]) -> Iterator[Event]:
    for kind, milestone in _LAST_OF.items():
        of_kind = [row for row in rows if row.kind == kind and not (kind == "final" and row.target)]
        if of_kind:
            last = max(of_kind, key=lambda row: row.day)
            yield Event(last.day, milestone, last.more.get("release", ""))
    for row in rows:
        if row.kind == "sent":
            yield Event(row.day, Milestone.SENT, row.more.get("to", ""), row.more.get("language", ""))


def _of_publication(rows: tuple[LedgerRow, ...], since: date) -> Iterator[Event]:
    """Yield each day and address at which either letter, or both, was published."""
    languages: dict[tuple[date, str], list[Language]] = {}
    for publication in publications(rows, since):
        languages.setdefault((publication.day, publication.address), []).append(publication.language)
    for (day, address), letters in sorted(languages.items()):
        yield Event(day, Milestone.PUBLISHED, address, letters[0] if len(set(letters)) == 1 else "")
