"""Where responses stand, as one accessible page that needs no other file, no network and no script."""

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

# What is told may be sensitive: whatever slips into the page, a browser fetches nothing and runs nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

HEADS = ("Response", "Clock", "Last day", "Report", "Comments", "Findings", "Released", "Welsh", "English")
"""The columns of the table of all."""


def page(found: Sequence[Status], problems: Sequence[Problem], today: date) -> str:
    """Return the page.

    Args:
        found: The responses, in the order in which they are told.
        problems: Why others could not be read.
        today: The day on which they stand so.
    """
    title = f"Responses to inspection reports on {date_text(today)}"
    written = [
        "<!DOCTYPE html>",
        '<html lang="en-GB">',
        *_head(title),
        "<body>",
        "<main>",
        f"<h1>{_text(title)}</h1>",
        f"<p>{_text(summary(found))}</p>",
        *_unread(problems),
        *(_overview(found) if found else ()),
        *(line for number, one in enumerate(found, start=1) for line in _section(one, f"r{number}")),
        "</main>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(written)


def summary(found: Sequence[Status]) -> str:
    """Return how many responses stand how: *1 late, 2 due soon, 3 published*."""
    counts = Counter(one.clock.urgency for one in found)
    told = [f"{counts[one]} {'in time' if one is Urgency.OPEN else one}" for one in Urgency if counts[one]]
    return f"{', '.join(told) or 'No responses'}."


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
        for one in problems:
            where = f"{one.where}: " if one.where else ""
            yield f"<li>{_text(where + one.what)}: {_text(one.next)}</li>"
        yield "</ul>"
        yield "</section>"


def _overview(found: Sequence[Status]) -> Iterator[str]:
    yield '<div class="overview">'
    yield '<div class="scroll" role="region" aria-labelledby="all" tabindex="0">'
    yield "<table>"
    yield '<caption id="all">All responses, the most urgent first</caption>'
    heads = (f'<th scope="col">{_text(head)}</th>' for head in HEADS)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for number, one in enumerate(found, start=1):
        yield f"<tr>{_row(one, f'r{number}')}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"
    yield "</div>"
    yield from _legend()


def _row(one: Status, name: str) -> str:
    clock = one.clock
    report = next((each.published for each in clock.reports if each.id == clock.report), None)
    released = clock.last(Milestone.RELEASED)
    head = f'<th scope="row"><a href="#{name}">{_text(one.slug)}</a></th>'
    cells = (
        _short(_urgency(one)),
        _short(_day(clock.last_day)),
        _short(_day(report)),
        _short(_text(str(clock.heard))),
        _short(_text(words.gravest(one))),
        _short(_text(released.about or "yes") if released else "no"),
        *(f"<td>{_text(lines.states(one.overview.tallies.in_(code)))}</td>" for code in Language),
    )
    return head + "".join(cells)


def _short(told: str) -> str:
    return f'<td class="short">{told}</td>'


def _day(day: date | None) -> str:
    return f"{day.day} {month(day.month)[:3]} {day.year}" if day else "not known"


def _urgency(one: Status) -> str:
    kind = one.clock.urgency.replace(" ", "-")
    return f'<span class="urgency {kind}">{_text(words.urgency(one.clock))}</span>'


def _legend() -> Iterator[str]:
    yield "<h2>One by one</h2>"
    yield '<ul class="legend">'
    for kind, meaning in timeline.LEGEND.items():
        yield f"<li>{timeline.shape(kind)} {meaning}</li>"
    yield "</ul>"


def _section(one: Status, name: str) -> Iterator[str]:
    yield f'<section id="{name}" aria-labelledby="{name}-name">'
    yield f'<h3 id="{name}-name">{_text(one.slug)}</h3>'
    yield f'<p class="quiet">{_text(one.office)} {_urgency(one)}</p>'
    yield "<dl>"
    yield from _facts(one)
    yield "</dl>"
    yield f'<figure class="scroll" role="group" aria-label="Timeline of {escape(one.slug)}" tabindex="0">'
    yield from timeline.picture(one, name)
    yield "</figure>"
    yield from _days(one)
    yield "</section>"


def _facts(one: Status) -> Iterator[str]:
    tallies = one.overview.tallies
    texts = {name: [lines.counts(tallies.in_(Language(code)))] for code, name in words.LANGUAGES.items()}
    for head, told in {**words.facts(one), **texts}.items():
        if told:
            yield f"<dt>{head.capitalize()}</dt>"
        yield from (f"<dd>{_text(text)}</dd>" for text in told)


def _days(one: Status) -> Iterator[str]:
    """Yield every day of the picture as a list."""
    yield "<details>"
    yield f"<summary>All days of {_text(one.slug)}</summary>"
    yield "<ol>"
    for event in one.timeline:
        ahead = ", planned" if event in one.planned else ""
        yield f"<li>{weekday(event.day)}: {_text(words.event(event))}{ahead}</li>"
    yield "</ol>"
    yield "</details>"


def _text(text: str) -> str:
    return escape(text, quote=False)
