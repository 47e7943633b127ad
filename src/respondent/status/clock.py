"""The clock of a response: what has happened, what is to come, how many days are left.

Pure: it is told which day it is. Days that are ahead stand in it as days that are planned or prescribed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from respondent.ledger.publication import publications, published_on
from respondent.ledger.row import LedgerRow
from respondent.response.deadline import NEAR, day_number, first_to_end, last_days
from respondent.response.holidays import bank_holiday, is_working_day, working_day_by, working_days
from respondent.response.model import Comments, Response
from respondent.response.office import Office


class Milestone(StrEnum):
    """Something of which a response has a day, in the order in which it usually happens."""

    PUBLICATION = "publication"
    """A report was published: day 1."""

    INVITATION = "invitation"
    """The chief officer was invited to comment."""

    COMMENTS_DUE = "comments-due"
    """The day that the invitation named."""

    COMMENTS_RECEIVED = "comments-received"
    SEND_BY = "send-by"
    """The day by which texts are to be handed over to a translator."""

    TRANSLATION_SENT = "translation-sent"
    """Texts were handed over to a translator; the last time."""

    TRANSLATION_BY = "translation-by"
    """The day by which translations are to be there."""

    TRANSLATION_RETURNED = "translation-returned"
    """A translation was handed in; the last one."""

    SIGN_OFF_BY = "sign-off-by"
    """The day by which the originals are to be signed off."""

    SIGN_OFF = "sign-off"
    """An original was signed off; the last one."""

    LETTER = "letter"
    """The date of the letter."""

    RELEASED = "released"
    """The pair was released; the last time."""

    SENT = "sent"
    """The letter went to somebody."""

    PUBLISH_BY = "publish-by"
    """The last working day on which the response can be published in time."""

    PUBLISHED = "published"
    """The response was published: what the law asks for."""

    LAST_DAY = "last-day"
    """The last day on which it may be published."""

    @property
    def is_due(self) -> bool:
        """Whether it is a day by which something is to happen, and not one on which something did."""
        return self in _DUE


STEPS: Mapping[Milestone, int] = MappingProxyType(
    {Milestone.SEND_BY: 24, Milestone.TRANSLATION_BY: 10, Milestone.SIGN_OFF_BY: 5, Milestone.PUBLISH_BY: 0}
)
"""The steps of the plan, and how many days before the last one each is due: on that day, or on the last
working day before it. For planning; the law names none of them."""

_DUE = frozenset((Milestone.COMMENTS_DUE, Milestone.LAST_DAY, *STEPS))


class Urgency(StrEnum):
    """How a response stands to its last day."""

    LATE = "late"
    """The last day has passed, and nothing says that it was published."""

    SOON = "due soon"
    """14 days or fewer are left."""

    OPEN = "open"
    """More are left."""

    UNKNOWN = "no period"
    """The office has no period for the day of the report."""

    PUBLISHED = "published"
    PUBLISHED_LATE = "published late"


class CommentStatus(StrEnum):
    """How far it has come with the chief officer's comments (s 55(4))."""

    NOT_INVITED = "no invitation"
    """Nothing says that the chief officer was invited."""

    AWAITED = "awaited"
    OVERDUE = "overdue"
    """The day that the invitation named has passed, and nothing says that they came, or that none did."""

    RECEIVED = "received"
    NONE = "none"
    """The response says that none came."""


@dataclass(frozen=True, slots=True)
class Event:
    """A day of a response."""

    day: date
    moment: Milestone
    about: str = ""
    """Which of several: the id of a report, the number of a release, to whom the letter went, where it was
    published."""

    language: str = ""
    """`cy` or `en` where it is about one of the letters alone."""


@dataclass(frozen=True, slots=True)
class AnsweredReport:
    """A report that a response answers."""

    id: str
    title: str
    """In English, as published."""

    published: date
    last_day: date | None
    """The last day for a response to it; none where no period is known."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a response stands on a day."""

    today: date
    events: tuple[Event, ...]
    """All that is known, by day."""

    report: str
    """The id of the report whose last day comes first; empty where no period is known."""

    last_day: date | None
    day_number: int
    """Which day of that report's period today is: 1 on the day of publication; 0 where no period is known."""

    published: date | None
    """The day on which the response was published in both languages, as the ledger says."""

    reports: tuple[AnsweredReport, ...] = ()
    """All that it answers, in the order of the response."""

    plan: tuple[Event, ...] = ()
    """The steps that lead to the last day, by day; none once it is published."""

    heard: CommentStatus = CommentStatus.NOT_INVITED

    @property
    def days_left(self) -> int | None:
        """How many days are left until the last one: 0 on it, below 0 after it; none once it is published."""
        return (self.last_day - self.today).days if self.last_day and not self.published else None

    @property
    def working_days_left(self) -> int | None:
        """How many of these days people work on, for planning: the law counts all of them."""
        left = self.days_left
        return working_days(self.today, self.last_day) if left is not None and self.last_day else None

    @property
    def is_late(self) -> bool:
        """Whether the response was published after the last day, or that has passed without."""
        return self.last_day is not None and (self.published or self.today) > self.last_day

    @property
    def plan_by(self) -> date | None:
        """The last working day on which it can be published in time: the last day, or one before it."""
        return working_day_by(self.last_day) if self.last_day else None

    @property
    def falls_on(self) -> str:
        """What the last day falls on: a weekend, a bank holiday by its name; empty for a working day."""
        if self.last_day is None or is_working_day(self.last_day):
            return ""
        return bank_holiday(self.last_day) or "weekend"

    @property
    def urgency(self) -> Urgency:
        """How it stands to its last day."""
        if self.published:
            return Urgency.PUBLISHED_LATE if self.is_late else Urgency.PUBLISHED
        left = self.days_left
        if left is None:
            return Urgency.UNKNOWN
        return Urgency.LATE if left < 0 else Urgency.SOON if left <= NEAR else Urgency.OPEN

    @property
    def order(self) -> tuple[int, int]:
        """What sorts responses: what waits, least time first; without a period; published."""
        if self.published:
            return 2, -self.published.toordinal()
        return (0, self.days_left) if self.days_left is not None else (1, 0)

    def last(self, moment: Milestone) -> Event | None:
        """Return the last event of a kind; none where there is none."""
        return next((one for one in reversed(self.events) if one.moment is moment), None)

    def day(self, moment: Milestone) -> date | None:
        """Return the day of the last event of a kind; none where there is none."""
        found = self.last(moment)
        return found.day if found else None


def clock(response: Response, office: Office, rows: Iterable[LedgerRow], today: date) -> Clock:
    """Return where a response stands on a day.

    Args:
        response: Its facts.
        office: The office, for the period.
        rows: The rows of its ledger.
        today: The day on which somebody asks.
    """
    known = tuple(rows)
    first = first_to_end(response, office)
    ends = last_days(response, office)
    earliest = min(report.published for report in response.reports)
    published = published_on(known, first[0].published if first else earliest)
    return Clock(
        today=today,
        events=in_order((*_of_facts(response, ends), *_of_rows(known), *_of_publication(known, earliest))),
        report=first[0].id if first else "",
        last_day=first[1] if first else None,
        day_number=day_number(first[0].published, today, office.periods) if first else 0,
        published=published,
        reports=tuple(
            AnsweredReport(one.id, one.title.en or "", one.published, ends.get(one.id))
            for one in response.reports
        ),
        plan=_plan(first[1]) if first and not published else (),
        heard=_heard(response.comments, today),
    )


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events by day, those of one day in the order in which they usually happen."""
    return tuple(sorted(events, key=lambda one: (one.day, _ORDER[one.moment], one.about)))


_ORDER = {moment: place for place, moment in enumerate(Milestone)}


def _plan(last: date) -> tuple[Event, ...]:
    return tuple(Event(working_day_by(last - timedelta(days=days)), moment) for moment, days in STEPS.items())


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
        yield from (Event(day, moment) for moment, day in days.items() if day)
    if response.letter.date:
        yield Event(response.letter.date, Milestone.LETTER)


_LAST_OF = {
    "sent-for-translation": Milestone.TRANSLATION_SENT,
    "translated": Milestone.TRANSLATION_RETURNED,
    "final": Milestone.SIGN_OFF,
    "released": Milestone.RELEASED,
}
"""The kinds of row of which a timeline shows the last; of `final`, those that sign an original off."""


def _of_rows(rows: tuple[LedgerRow, ...]) -> Iterator[Event]:
    for kind, moment in _LAST_OF.items():
        found = [row for row in rows if row.kind == kind and not (kind == "final" and row.target)]
        if found:
            last = max(found, key=lambda row: row.day)
            yield Event(last.day, moment, last.more.get("release", ""))
    for row in rows:
        if row.kind == "sent":
            yield Event(row.day, Milestone.SENT, row.more.get("to", ""), row.more.get("language", ""))


def _of_publication(rows: tuple[LedgerRow, ...], since: date) -> Iterator[Event]:
    """Yield each day and address at which either letter, or both, was published."""
    found = publications(rows, since)
    both = {(one.day, one.address) for one in found}
    for day, address in sorted(both):
        languages = {one.language for one in found if (one.day, one.address) == (day, address)}
        alone = languages.pop() if len(languages) == 1 else None
        yield Event(day, Milestone.PUBLISHED, address, alone or "")
