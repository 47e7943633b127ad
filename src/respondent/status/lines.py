"""Where responses stand, as lines of text: a few of one, a table of many."""

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
"""What colours the words of a response's clock where a person looks; the words say it all without."""

HEADS = ("response", "report", "last day", "clock", "comments", "released")

_WIDTH = 10


def of_one(status: Status, *, is_verbose: bool) -> Iterator[str]:
    """Yield how far the texts have come, each that is open where that is wanted, and how the clock stands."""
    for code, name in words.LANGUAGES.items():
        yield _line(name, counts(status.overview.tallies.in_(Language(code))))
        if is_verbose:
            for standing in status.overview.asked(Language(code)):
                yield from (f"            {line}" for line in _open(standing))
    for head, told in words.facts(status).items():
        yield from (_line("" if number else head, text) for number, text in enumerate(told))


def _line(name: str, told: str) -> str:
    return f"  {name:<{_WIDTH}} {told}"


def counts(tally: StateCounts) -> str:
    """Return the texts and words of each state there is: ``3 missing (210 words), 9 final (800 words)``."""
    parts = [
        f"{count} {state.word} ({tally.words[state]:,} words)" for state, count in sorted(tally.texts.items())
    ]
    return ", ".join(parts) or "no texts"


def states(tally: StateCounts) -> str:
    """Return the texts of each state there is: ``3 missing, 9 final``."""
    return ", ".join(f"{count} {state.word}" for state, count in sorted(tally.texts.items())) or "no texts"


def _open(standing: Standing) -> Iterator[str]:
    """Yield what is open about a text, and of a stale one what has changed in its source."""
    from respondent.ledger.difference import shown
    from respondent.ledger.state import State

    if standing.state >= State.REVIEWED:
        return
    said = f", last by {standing.row.by} on {standing.row.at:%Y-%m-%d}" if standing.row else ""
    yield f"{standing.state.word:<11}{standing.field.id}{said}"
    if standing.state is State.STALE:
        source = standing.field.in_(standing.field.source) or ""
        yield f"           {standing.field.source}: {shown(standing.old_source, source)}"


def texts_table(found: Sequence[Status]) -> list[tuple[str, ...]]:
    """Return a row of each response with the states of its texts, below a row of heads."""
    rows: list[tuple[str, ...]] = [("response", *words.LANGUAGES.values())]
    for one in found:
        tallies = one.overview.tallies
        rows.append((one.slug, *(states(tallies.in_(Language(code))) for code in words.LANGUAGES)))
    return rows


def clock_table(found: Sequence[Status]) -> list[tuple[str, ...]]:
    """Return a row of each response with its clock, below a row of heads; findings if any were counted."""
    is_counted = any(one.findings is not None for one in found)
    rows: list[tuple[str, ...]] = [(*HEADS, "findings") if is_counted else HEADS]
    for one in found:
        cells = _cells(one.slug, one.clock)
        rows.append((*cells, words.gravest(one)) if is_counted else cells)
    return rows


CLOCK = HEADS.index("clock")
"""The column whose words are coloured."""


def _cells(slug: str, clock: Clock) -> tuple[str, ...]:
    released = clock.last(Milestone.RELEASED)
    return (
        slug,
        next((str(one.published) for one in clock.reports if one.id == clock.report), ""),
        str(clock.last_day or ""),
        words.urgency(clock),
        str(clock.heard),
        (released.about or "yes") if released else "",
    )
