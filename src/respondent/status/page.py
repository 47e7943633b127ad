"""The status of responses as one accessible page that needs no other file, no network and no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from respondent.grammar.english import date_text, month, weekday
from respondent.language import Language
from respondent.status import lines, timeline, words
from respondent.status.clock import Milestone, Urgency

if TYPE_CHECKING:
    from respondent.errors import Problem
    from respondent.status.status import Status

# The content may be sensitive. Whatever gets into the page, a browser loads nothing and runs nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

HEADS = ("Response", "Clock", "Last day", "Report", "Comments", "Findings", "Released", "Welsh", "English")
"""The columns of the table of all."""


def page(statuses: Sequence[Status], problems: Sequence[Problem], today: date) -> str:
    """Return the page.

    Args:
        statuses: The responses, in the order of the page.
        problems: Why others could not be read.
        today: The date of the page.
    """
    title = f"Responses to inspection reports on {date_text(today)}"
    rendered = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        *_head(title),
        "<body>",
        "<main>",
        f"<h1>{_text(title)}</h1>",
        f"<p>{_text(summary(statuses))}</p>",
        *_unread(problems),
        *(_overview(statuses) if statuses else ()),
        *(line for number, status in enumerate(statuses, start=1) for line in _section(status, f"r{number}")),
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(rendered)


def summary(statuses: Sequence[Status]) -> str:
    """Return how many responses stand how: *1 late, 2 due soon, 3 published*."""
    counts = Counter(status.clock.urgency for status in statuses)
    names = {urgency: "in time" if urgency is Urgency.OPEN else urgency for urgency in Urgency}
    return f"{', '.join(f'{counts[u]} {names[u]}' for u in Urgency if counts[u]) or 'No responses'}."


def _head(title: str) -> list[str]:
    return [
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f"<title>{_text(title)}</title>",
        "<style>",
        _looks(),
        "</style>",
        "</head>",
    ]


@cache
def _looks() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8").strip()


def _unread(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield '<section aria-labelledby="unread">'
        yield '<h2 id="unread">Could not be read</h2>'
        yield "<ul>"
        for problem in problems:
            prefix = f"{problem.where}: " if problem.where else ""
            yield f"<li>{_text(prefix + problem.what)}: {_text(problem.next)}</li>"
        yield "</ul>"
        yield "</section>"


def _overview(statuses: Sequence[Status]) -> Iterator[str]:
    yield '<div class="overview">'
    yield '<div class="scroll" role="region" aria-labelledby="all" tabindex="0">'
    yield "<table>"
    yield '<caption id="all">All responses, the most urgent first</caption>'
    heads = (f'<th scope="col">{_text(head)}</th>' for head in HEADS)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for number, status in enumerate(statuses, start=1):
        yield f"<tr>{_row(status, f'r{number}')}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"
    yield "</div>"
    yield from _legend()


def _row(status: Status, name: str) -> str:
    clock = status.clock
    report = next((report.published for report in clock.reports if report.id == clock.report), None)
    released = clock.last(Milestone.RELEASED)
    head = f'<th scope="row"><a href="#{name}">{_text(status.slug)}</a></th>'
    cells = (
        _short(_urgency(status)),
        _short(_day(clock.last_day)),
        _short(_day(report)),
        _short(_text(str(clock.comment_status))),
        _short(_text(words.gravest(status))),
        _short(_text(released.about or "yes") if released else "no"),
        *(f"<td>{_text(lines.states(status.progress.counts.in_(code)))}</td>" for code in Language),
    )
    return head + "".join(cells)


def _short(content: str) -> str:
    return f'<td class="short">{content}</td>'


def _day(day: date | None) -> str:
    return f"{day.day} {month(day.month)[:3]} {day.year}" if day else "not known"


def _urgency(status: Status) -> str:
    kind = status.clock.urgency.replace(" ", "-")
    return f'<span class="urgency {kind}">{_text(words.urgency(status.clock))}</span>'


def _legend() -> Iterator[str]:
    yield "<h2>One by one</h2>"
    yield '<ul class="legend">'
    for kind, meaning in timeline.LEGEND.items():
        yield f"<li>{timeline.shape(kind)} {meaning}</li>"
    yield "</ul>"


def _section(status: Status, name: str) -> Iterator[str]:
    yield f'<section id="{name}" aria-labelledby="{name}-name">'
    yield f'<h3 id="{name}-name">{_text(status.slug)}</h3>'
    yield f'<p class="quiet">{_text(status.office)} {_urgency(status)}</p>'
    yield "<dl>"
    yield from _facts(status)
    yield "</dl>"
    yield f'<figure class="scroll" role="group" aria-label="Timeline of {escape(status.slug)}" tabindex="0">'
    yield from timeline.picture(status, name)
    yield "</figure>"
    yield from _days(status)
    yield "</section>"


def _facts(status: Status) -> Iterator[str]:
    counts = status.progress.counts
    texts = {name: [lines.counts(counts.in_(Language(code)))] for code, name in words.LANGUAGES.items()}
    for head, facts in {**words.facts(status), **texts}.items():
        if facts:
            yield f"<dt>{head.capitalize()}</dt>"
        yield from (f"<dd>{_text(fact)}</dd>" for fact in facts)


def _days(status: Status) -> Iterator[str]:
    """Yield every day of the picture as a list."""
    yield "<details>"
    yield f"<summary>All days of {_text(status.slug)}</summary>"
    yield "<ol>"
    for event in status.timeline:
        ahead = ", planned" if event in status.planned else ""
        yield f"<li>{weekday(event.day)}: {_text(words.event(event))}{ahead}</li>"
    yield "</ol>"
    yield "</details>"


def _text(text: str) -> str:
    return escape(text, quote=False)
