"""The status of responses as JSON for other programs. `docs/status.md` describes each key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from respondent.language import Language
from respondent.status.clock import Clock, Event, Milestone

if TYPE_CHECKING:
    from pathlib import Path

    from respondent.errors import Problem
    from respondent.ledger.remarks import Remark
    from respondent.ledger.state import State
    from respondent.status.progress import AtTranslator, StateCounts
    from respondent.status.recommendations import RecommendationStatus
    from respondent.status.status import Status

VERSION = 1
"""The version of the JSON. Keys may be added to a version; none is removed or changes its meaning."""

Value: TypeAlias = dict[str, object]


def value(
    statuses: Iterable[Status],
    failed: Iterable[tuple[Path, Sequence[Problem]]],
    problems: Iterable[Problem],
    today: date,
) -> Value:
    """Return the status of responses on a day.

    Args:
        statuses: The responses, in the order of the output.
        failed: The files of responses that could not be read, with their problems.
        problems: The problems of paths without a response.
        today: The day.
    """
    failures = [
        {"file": file.as_posix(), "problems": [_problem(problem) for problem in file_problems]}
        for file, file_problems in failed
    ]
    return {
        "version": VERSION,
        "today": str(today),
        "responses": [response(status) for status in statuses],
        "failed": failures,
        "problems": [_problem(problem) for problem in problems],
    }


def response(status: Status) -> Value:
    """Return the status of one response."""
    return {
        "response": status.slug,
        "office": status.office,
        "file": status.file.as_posix(),
        **_clock(status.clock),
        "recommendations": [_recommendation(item) for item in status.recommendations],
        "findings": _findings(status),
        "remarks": [_remark(remark) for remark in status.remarks],
        "out": [_out(sent) for sent in status.progress.out],
        "texts": {code.value: _texts(status.progress.counts.in_(code)) for code in Language},
        "timeline": [_event(event) for event in status.timeline],
        "notes": [_problem(problem) for problem in status.progress.problems],
    }


def _remark(remark: Remark) -> Value:
    row = remark.row
    return {"field": row.field, "text": row.note, "by": row.by, "at": row.at.isoformat(timespec="seconds")}


def _clock(clock: Clock) -> Value:
    """Return the clock of a response; unknown days are null."""
    return {
        "urgency": clock.urgency.value,
        "report": clock.report,
        "reports": [
            _report(report.id, report.title, report.published, report.last_day) for report in clock.reports
        ],
        "last_day": _day(clock.last_day),
        "day_number": clock.day_number,
        "days_left": clock.days_left,
        "working_days_left": clock.working_days_left,
        "falls_on": clock.falls_on,
        "plan_by": _day(clock.plan_by),
        "comments": {
            "state": clock.comment_status.value,
            "invited": _day(clock.day(Milestone.INVITATION)),
            "due": _day(clock.day(Milestone.COMMENTS_DUE)),
            "received": _day(clock.day(Milestone.COMMENTS_RECEIVED)),
        },
        "released": _released(clock),
        "published": _published(clock),
    }


def _recommendation(item: RecommendationStatus) -> Value:
    return {
        "id": item.id,
        "status": item.status,
        "on": _day(item.on),
        "due_by_report": _day(item.report_due),
        "due_by_force": _day(item.force_due),
    }


def _out(out: AtTranslator) -> Value:
    return {"to": out.to, "since": str(out.since.date()), "texts": out.texts, "words": out.words}


def _report(id: str, title: str, published: date, last: date | None) -> Value:
    return {"id": id, "title": title, "published": str(published), "last_day": _day(last)}


def _released(clock: Clock) -> Value | None:
    last = clock.last(Milestone.RELEASED)
    return {"release": last.about, "day": str(last.day)} if last else None


def _published(clock: Clock) -> Value | None:
    if clock.published is None:
        return None
    events = [event for event in clock.events if event.milestone is Milestone.PUBLISHED]
    return {
        "day": str(clock.published),
        "is_late": clock.is_late,
        "places": [
            {"day": str(event.day), "address": event.about, "language": event.language} for event in events
        ],
    }


def _findings(status: Status) -> Value | None:
    if status.findings is None:
        return None
    from respondent.checks.report import SEVERITIES, counted

    counts = counted(status.findings)
    silenced = sum(1 for finding in status.findings if finding.reason)
    return {**{f"{severity}s": counts[severity] for severity in SEVERITIES}, "silenced": silenced}


def _texts(counts: StateCounts) -> Value:
    def of(state: State, count: int) -> Value:
        return {"texts": count, "words": counts.words[state]}

    return {state.word: of(state, count) for state, count in sorted(counts.texts.items())}


def _event(event: Event) -> Value:
    return {
        "day": str(event.day),
        "moment": event.milestone.value,
        "is_due": event.milestone.is_due,
        "about": event.about,
        "language": event.language,
    }


def _problem(problem: Problem) -> Value:
    return {"where": problem.where, "what": problem.what, "next": problem.next, "line": problem.line}


def _day(day: date | None) -> str | None:
    return str(day) if day else None
