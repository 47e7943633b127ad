"""Where responses stand, as JSON for other programs; `docs/status.md` says what each key holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from respondent.language import Language
from respondent.status.clock import Clock, Event, Milestone

if TYPE_CHECKING:
    from pathlib import Path

    from respondent.errors import Problem
    from respondent.ledger.state import State
    from respondent.status.progress import AtTranslator, StateCounts
    from respondent.status.status import Status

VERSION = 1
"""The version of the JSON: a key may be added to it, none changes its meaning or goes."""

Value: TypeAlias = dict[str, object]


def value(
    found: Iterable[Status],
    failed: Iterable[tuple[Path, Sequence[Problem]]],
    problems: Iterable[Problem],
    today: date,
) -> Value:
    """Return where responses stand on a day.

    Args:
        found: The responses, in the order in which they are told.
        failed: The files of responses that could not be read, with what is wrong.
        problems: What is wrong with paths that hold no response.
        today: The day.
    """
    broken = [
        {"file": file.as_posix(), "problems": [_problem(one) for one in wrong]} for file, wrong in failed
    ]
    return {
        "version": VERSION,
        "today": str(today),
        "responses": [response(one) for one in found],
        "failed": broken,
        "problems": [_problem(one) for one in problems],
    }


def response(one: Status) -> Value:
    """Return where one response stands."""
    return {
        "response": one.slug,
        "office": one.office,
        "file": one.file.as_posix(),
        **_clock(one.clock),
        "findings": _findings(one),
        "out": [_out(sent) for sent in one.overview.out],
        "texts": {code.value: _texts(one.overview.tallies.in_(code)) for code in Language},
        "timeline": [_event(event) for event in one.timeline],
        "notes": [_problem(problem) for problem in one.overview.problems],
    }


def _clock(clock: Clock) -> Value:
    """Return what the clock says; days that are not known are null."""
    return {
        "urgency": clock.urgency.value,
        "report": clock.report,
        "reports": [_report(one.id, one.title, one.published, one.last_day) for one in clock.reports],
        "last_day": _day(clock.last_day),
        "day_number": clock.day_number,
        "days_left": clock.days_left,
        "working_days_left": clock.working_days_left,
        "falls_on": clock.falls_on,
        "plan_by": _day(clock.plan_by),
        "comments": {
            "state": clock.heard.value,
            "invited": _day(clock.day(Milestone.INVITATION)),
            "due": _day(clock.day(Milestone.COMMENTS_DUE)),
            "received": _day(clock.day(Milestone.COMMENTS_RECEIVED)),
        },
        "released": _released(clock),
        "published": _published(clock),
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
    found = [one for one in clock.events if one.moment is Milestone.PUBLISHED]
    return {
        "day": str(clock.published),
        "is_late": clock.is_late,
        "places": [{"day": str(one.day), "address": one.about, "language": one.language} for one in found],
    }


def _findings(one: Status) -> Value | None:
    if one.findings is None:
        return None
    from respondent.checks.report import SEVERITIES, counted

    counts = counted(one.findings)
    silenced = sum(1 for finding in one.findings if finding.reason)
    return {**{f"{severity}s": counts[severity] for severity in SEVERITIES}, "silenced": silenced}


def _texts(tally: StateCounts) -> Value:
    def of(state: State, count: int) -> Value:
        return {"texts": count, "words": tally.words[state]}

    return {state.word: of(state, count) for state, count in sorted(tally.texts.items())}


def _event(one: Event) -> Value:
    return {
        "day": str(one.day),
        "moment": one.moment.value,
        "is_due": one.moment.is_due,
        "about": one.about,
        "language": one.language,
    }


def _problem(problem: Problem) -> Value:
    return {"where": problem.where, "what": problem.what, "next": problem.next, "line": problem.line}


def _day(day: date | None) -> str | None:
    return str(day) if day else None
