"""Writes due days as a calendar for Outlook and other programs (iCalendar, RFC 5545).

All events are all-day events with simple properties, which every program understands. An event keeps its UID,
so that importing the calendar again moves events instead of duplicating them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from respondent.grammar.english import weekday
from respondent.status import words
from respondent.status.clock import CommentStatus, Event, Milestone, in_order

if TYPE_CHECKING:
    from respondent.status.recommendations import RecommendationStatus
    from respondent.status.status import Status

_REMINDERS = (14, 3)
"""How many days before a last day the calendar gives a reminder, at nine in the morning. Outlook keeps only
the first reminder of an event."""

_WIDTH = 75
"""The most octets on a line (RFC 5545, 3.1)."""

_OF_RECOMMENDATIONS = (Milestone.REPORT_DUE, Milestone.FORCE_DUE)

_PRODUCT = "-//respondent//status//EN"


def calendar(statuses: Iterable[Status], today: date) -> str:
    """Return the calendar of responses on a day.

    It contains last days, the day for comments while they are awaited, the open steps of the plan, and days
    to come by which recommendations are due. A published response keeps future last days, without a reminder.
    If nothing is due the text is empty, because programs refuse a calendar without events.
    """
    events = [line for status in statuses for event in due(status) for line in _event(status, event, today)]
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
    """Yield the events of a response that belong in a calendar."""
    recommendations = (event for item in status.recommendations for event in item.due())
    yield from (event for event in in_order((*status.timeline, *recommendations)) if _is_due(status, event))


def _is_due(status: Status, event: Event) -> bool:
    clock, is_ahead = status.clock, event.day >= status.clock.today
    match event.milestone:
        case milestone if milestone in _OF_RECOMMENDATIONS:
            return is_ahead
        case Milestone.LAST_DAY:
            return is_ahead or not clock.published
        case Milestone.COMMENTS_DUE if _is_answered(status):
            return False
        case milestone:
            return milestone.is_due and not clock.published


def _is_answered(status: Status) -> bool:
    """Return whether comments were received, or the response records that there were none."""
    return status.clock.comment_status in (CommentStatus.RECEIVED, CommentStatus.NONE)


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
    if event.milestone is Milestone.LAST_DAY and not is_done:
        for days in _REMINDERS:
            yield from _reminder(status, days)
    yield "END:VEVENT"


def _reminder(status: Status, days: int) -> Iterator[str]:
    """Yield a reminder at nine in the morning, `days` before the event."""
    # The trigger counts back from midnight at the start of the event: 13 days and 15 hours before it is 09:00
    # on the fourteenth day before.
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(f'{words.days(days)} left to publish: {status.slug}')}"
    yield f"TRIGGER:-P{days - 1}DT15H"
    yield "END:VALARM"


def _uid(status: Status, event: Event) -> str:
    """Return the UID of an event, made of what it is about and of its milestone, never of its day."""
    about = event.about or status.clock.report
    name = "/".join((status.office, status.slug, about, event.milestone))
    # The name of a folder need not be Unicode.
    readable = name.encode(errors="backslashreplace").decode()
    return f"{uuid5(NAMESPACE_URL, f'respondent:{readable}')}@respondent"


def _summary(status: Status, event: Event, *, is_done: bool) -> str:
    name, recommendation = words.MILESTONES[event.milestone], _recommendation(status, event)
    if recommendation:
        name = f"{words.named([recommendation])} {name}"
    summary = f"{name[0].upper()}{name[1:]}: {status.slug} ({status.office})"
    return f"Published. {summary}" if is_done and not recommendation else summary


def _description(status: Status, event: Event) -> str:
    clock = status.clock
    if recommendation := _recommendation(status, event):
        title = next(report.title for report in clock.reports if report.id == recommendation.report)
        return "\n".join(filter(None, (title, words.account(recommendation))))
    lines = [*words.reports(clock)]
    if event.milestone is Milestone.LAST_DAY:
        lines.append("The response must be published by this day (Police Act 1996, s 55(5A)).")
        lines.append("Weekends and bank holidays do not extend the period.")
    elif clock.last_day:
        lines.append(f"For planning only. The last day to publish is {weekday(clock.last_day)}.")
    return "\n".join(lines)


def _recommendation(status: Status, event: Event) -> RecommendationStatus | None:
    """Return the recommendation that is due by an event; None for any other event."""
    if event.milestone not in _OF_RECOMMENDATIONS:
        return None
    return next(item for item in status.recommendations if item.id == event.about)


def _stamp(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def escaped(text: str) -> str:
    r"""Return a text escaped as a property value (RFC 5545, 3.3.11), without control characters.

    >>> escaped("Stalking; harassment, as sent\nto C:\\")
    'Stalking\\; harassment\\, as sent\\nto C:\\\\'
    """
    lines = (
        "".join(
            letter for letter in line if letter == "\t" or unicodedata.category(letter) not in ("Cc", "Cs")
        )
        for line in text.splitlines()
    )
    value = "\n".join(lines)
    for mark, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(mark, escaped)
    return value


def folded(line: str) -> str:
    """Return a line folded at 75 octets without dividing a letter (RFC 5545, 3.1)."""
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
