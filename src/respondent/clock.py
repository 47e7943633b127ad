"""The clock of a response: what has happened, what is to come, how many days are left.

Pure: it is told which day it is. Days that are ahead stand in it as days that are planned or prescribed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from respondent.ledger.publication import publications, published_on
from respondent.ledger.row import Row
from respondent.response.deadline import day_number, first_to_end, last_days
from respondent.response.holidays import bank_holiday, is_working_day, working_day_by, working_days
from respondent.response.model import Response
from respondent.response.office import Office


class Moment(StrEnum):
    """Something of which a response has a day, in the order in which it usually happens."""

    PUBLICATION = "publication"
    """A report was published: day 1."""

    INVITATION = "invitation"
    """The chief officer was invited to comment."""

    COMMENTS_DUE = "comments-due"
    """The day that the invitation named."""

    COMMENTS_RECEIVED = "comments-received"
    TRANSLATION_SENT = "translation-sent"
    """Texts were handed over to a translator; the last time."""

    TRANSLATION_RETURNED = "translation-returned"
    """A translation was handed in; the last one."""

    SIGN_OFF = "sign-off"
    """An original was signed off; the last one."""

    LETTER = "letter"
    """The date of the letter."""

    RELEASED = "released"
    """The pair was released; the last time."""

    SENT = "sent"
    """The letter went to somebody."""

    PUBLISHED = "published"
    """The response was published: what the law asks for."""

    LAST_DAY = "last-day"
    """The last day on which it may be published."""


@dataclass(frozen=True, slots=True)
class Event:
    """A day of a response."""

    day: date
    moment: Moment
    about: str = ""
    """Which of several: the id of a report, to whom the letter went, where it was published."""


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
    def urgency(self) -> tuple[int, int]:
        """What sorts responses: what waits, least time first; without a period; published."""
        if self.published:
            return 2, -self.published.toordinal()
        return (0, self.days_left) if self.days_left is not None else (1, 0)


def clock(response: Response, office: Office, rows: Iterable[Row], today: date) -> Clock:
    """Return where a response stands on a day.

    Args:
        response: Its facts.
        office: The office, for the period.
        rows: The rows of its ledger.
        today: The day on which somebody asks.
    """
    known = tuple(rows)
    first = first_to_end(response, office)
    earliest = min(report.published for report in response.reports)
    events = (*_of_facts(response, office), *_of_rows(known), *_of_publication(known, earliest))
    order = {moment: place for place, moment in enumerate(Moment)}
    return Clock(
        today=today,
        events=tuple(sorted(events, key=lambda one: (one.day, order[one.moment], one.about))),
        report=first[0].id if first else "",
        last_day=first[1] if first else None,
        day_number=day_number(first[0].published, today, office.periods) if first else 0,
        published=published_on(known, first[0].published if first else earliest),
    )


def _of_facts(response: Response, office: Office) -> Iterator[Event]:
    for report in response.reports:
        yield Event(report.published, Moment.PUBLICATION, report.id)
    for id, day in last_days(response, office).items():
        yield Event(day, Moment.LAST_DAY, id)
    if comments := response.comments:
        received = comments.received if comments.received != "none" else None
        days = {
            Moment.INVITATION: comments.invited,
            Moment.COMMENTS_DUE: comments.due,
            Moment.COMMENTS_RECEIVED: received,
        }
        yield from (Event(day, moment) for moment, day in days.items() if day)
    if response.letter.date:
        yield Event(response.letter.date, Moment.LETTER)


_LAST_OF = {
    "sent-for-translation": Moment.TRANSLATION_SENT,
    "translated": Moment.TRANSLATION_RETURNED,
    "final": Moment.SIGN_OFF,
    "released": Moment.RELEASED,
}
"""The kinds of row of which a timeline shows the last; of `final`, those that sign an original off."""


def _of_rows(rows: tuple[Row, ...]) -> Iterator[Event]:
    for kind, moment in _LAST_OF.items():
        days = [row.day for row in rows if row.kind == kind and not (kind == "final" and row.target)]
        if days:
            yield Event(max(days), moment)
    for row in rows:
        if row.kind == "sent":
            yield Event(row.day, Moment.SENT, row.more.get("to", ""))


def _of_publication(rows: tuple[Row, ...], since: date) -> Iterator[Event]:
    """Yield each day and address at which either letter, or both, was published."""
    for day, address in dict.fromkeys((one.day, one.address) for one in publications(rows, since)):
        yield Event(day, Moment.PUBLISHED, address)
