"""The days by which something is due, as a calendar that Outlook and others import (RFC 5545).

All-day events with plain properties alone. The same day of the same response has the same UID each time, so
that a calendar that is imported again moves its events and does not double them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from respondent.grammar.english import weekday
from respondent.status import words
from respondent.status.clock import CommentStatus, Event, Milestone

if TYPE_CHECKING:
    from respondent.status.status import Status

_REMINDERS = (14, 3)
"""How many days before a last day a calendar reminds of it, at nine in the morning.

Outlook keeps one reminder of an event: the first.
"""

_WIDTH = 75
"""The most octets of a line (RFC 5545, 3.1)."""

_PRODUCT = "-//respondent//status//EN"


def calendar(found: Iterable[Status], today: date) -> str:
    """Return the calendar of responses, as it stands on a day.

    Each response has its last days, the day named for comments while they are awaited, and the steps that
    are still to be taken. One that is published keeps last days that are ahead, without a reminder. Where
    nothing is due the text is empty: programs refuse a calendar without events.
    """
    events = [line for one in found for event in due(one) for line in _event(one, event, today)]
    if not events:
        return ""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *events,
        "END:VCALENDAR",
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def due(status: Status) -> Iterator[Event]:
    """Yield the days of a response that a calendar has."""
    clock = status.clock
    for one in status.timeline:
        if not one.moment.is_due:
            continue
        if one.moment is Milestone.LAST_DAY:
            if not clock.published or one.day >= clock.today:
                yield one
        elif not clock.published and not (one.moment is Milestone.COMMENTS_DUE and _came(status)):
            yield one


def _came(status: Status) -> bool:
    """Return whether the response says of the comments that they came, or that none did."""
    return status.clock.heard in (CommentStatus.RECEIVED, CommentStatus.NONE)


def _event(status: Status, event: Event, today: date) -> Iterator[str]:
    is_done = status.clock.published is not None
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(status, event)}"
    yield f"DTSTAMP:{_stamp(today)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_stamp(event.day)}"
    yield f"DTEND;VALUE=DATE:{_stamp(event.day + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(_summary(status, event, is_done=is_done))}"
    yield f"DESCRIPTION:{escaped(_description(status, event))}"
    yield "TRANSP:TRANSPARENT"
    if event.moment is Milestone.LAST_DAY and not is_done:
        for days in _REMINDERS:
            yield from _reminder(status, days)
    yield "END:VEVENT"


def _reminder(status: Status, days: int) -> Iterator[str]:
    """Yield a reminder on the day that comes so many days before, at nine in the morning."""
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(f'{words.days(days)} left to publish: {status.slug}')}"
    yield f"TRIGGER:-P{days - 1}DT15H"
    yield "END:VALARM"


def _uid(status: Status, event: Event) -> str:
    """Return what names an event: made of office, response, report and kind, never of its day."""
    report = event.about or status.clock.report
    name = "/".join((status.office, status.slug, report, event.moment))
    # The name of a folder need not be Unicode.
    readable = name.encode(errors="backslashreplace").decode()
    return f"{uuid5(NAMESPACE_URL, f'respondent:{readable}')}@respondent"


def _summary(status: Status, event: Event, *, is_done: bool) -> str:
    what = words.MOMENTS[event.moment]
    told = f"{what[0].upper()}{what[1:]}: {status.slug} ({status.office})"
    return f"Published. {told}" if is_done else told


def _description(status: Status, event: Event) -> str:
    clock = status.clock
    lines = [*words.reports(clock)]
    if event.moment is Milestone.LAST_DAY:
        lines.append("The response is to be published by this day (Police Act 1996, s 55(5A)).")
        lines.append("Weekends and bank holidays give no more time.")
    elif clock.last_day:
        lines.append(f"For planning. The last day to publish is {weekday(clock.last_day)}.")
    return "\n".join(lines)


def _stamp(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escaped(text: str) -> str:
    r"""Return a text as the value of a property has it (RFC 5545, 3.3.11); control characters go.

    >>> escaped("Stalking; harassment, as sent\nto C:\\")
    'Stalking\\; harassment\\, as sent\\nto C:\\\\'
    """
    lines = (
        "".join(
            letter for letter in line if letter == "\t" or unicodedata.category(letter) not in ("Cc", "Cs")
        )
        for line in text.splitlines()
    )
    kept = "\n".join(lines)
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        kept = kept.replace(mark, written)
    return kept


def folded(line: str) -> str:
    """Return a line in pieces of at most 75 octets, no letter divided (RFC 5545, 3.1)."""
    pieces: list[str] = []
    piece, size = "", 0
    for letter in line:
        more = len(letter.encode())
        if size + more > _WIDTH:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += more
    return "\r\n".join((*pieces, piece))
