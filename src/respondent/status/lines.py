"""The status of responses as text: lines about one, tables of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from respondent.language import Language
from respondent.status import words
from respondent.status.clock import Clock, Milestone, Urgency

if TYPE_CHECKING:
    from respondent.ledger.standing import Standing
    from respondent.status.progress import StateCounts
    from respondent.status.status import Status

COLOURS: Mapping[Urgency, str] = {
    Urgency.LATE: "red",
    Urgency.SOON: "yellow",
    Urgency.PUBLISHED: "green",
    Urgency.PUBLISHED_LATE: "red",
}
"""The colours of the clock on a terminal. They add nothing to its words, for readers who cannot see them."""

HEADS = ("response", "report", "last day", "clock", "comments", "released")

_WIDTH = 10
"""The width of the longest head of `words.facts`."""


def of_one(status: Status, *, is_verbose: bool) -> Iterator[str]:
    """Yield the progress of the texts and the clock; if `is_verbose`, also each open text."""
    for code, name in words.LANGUAGES.items():
        yield _line(name, counts(status.progress.counts.in_(Language(code))))
        if is_verbose:
            for standing in status.progress.asked(Language(code)):
                yield from (f"            {line}" for line in _open(standing))
    for head, texts in words.facts(status).items():
        yield from (_line("" if number else head, text) for number, text in enumerate(texts))


def _line(name: str, text: str) -> str:
    return f"  {name:<{_WIDTH}} {text}"


def counts(counts: StateCounts) -> str:
    """Return the texts and words of each state there is: ``3 missing (210 words), 9 final (800 words)``."""
    parts = [
        f"{count} {state.word} ({counts.words[state]:,} words)"
        for state, count in sorted(counts.texts.items())
    ]
    return ", ".join(parts) or "no texts"


def states(counts: StateCounts) -> str:
    """Return the texts of each state there is: ``3 missing, 9 final``."""
    return ", ".join(f"{count} {state.word}" for state, count in sorted(counts.texts.items())) or "no texts"


def _open(standing: Standing) -> Iterator[str]:
    """Yield the state of an open text, and for a stale one what has changed in its source."""
    from respondent.ledger.difference import difference_line
    from respondent.ledger.state import State

    if standing.state >= State.REVIEWED:
        return
    last = f", last by {standing.row.by} on {standing.row.at:%Y-%m-%d}" if standing.row else ""
    yield f"{standing.state.word:<11}{standing.field.id}{last}"
    if standing.state is State.STALE:
        source = standing.field.in_(standing.field.source) or ""
        yield f"           {standing.field.source}: {difference_line(standing.old_source, source)}"


def texts_table(statuses: Sequence[Status]) -> list[tuple[str, ...]]:
    """Return a row of each response with the states of its texts, below a row of heads."""
    rows: list[tuple[str, ...]] = [("response", *words.LANGUAGES.values())]
    for status in statuses:
        counts_of = status.progress.counts
        rows.append((status.slug, *(states(counts_of.in_(Language(code))) for code in words.LANGUAGES)))
    return rows


def clock_table(statuses: Sequence[Status]) -> list[tuple[str, ...]]:
    """Return a row of each response with its clock, below a row of heads; findings if any were counted."""
    is_counted = any(status.findings is not None for status in statuses)
    rows: list[tuple[str, ...]] = [(*HEADS, "findings") if is_counted else HEADS]
    for status in statuses:
        cells = _cells(status.slug, status.clock)
        rows.append((*cells, words.gravest(status)) if is_counted else cells)
    return rows


CLOCK = HEADS.index("clock")
"""The column whose words are coloured."""


def _cells(slug: str, clock: Clock) -> tuple[str, ...]:
    released = clock.last(Milestone.RELEASED)
    return (
        slug,
        next((str(report.published) for report in clock.reports if report.id == clock.report), ""),
        str(clock.last_day or ""),
        words.urgency(clock),
        str(clock.comment_status),
        (released.about or "yes") if released else "",
    )
