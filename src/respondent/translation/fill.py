"""Missing translations of a response, filled in from the memory: as drafts, that nobody has approved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from respondent.files import rewrite, workspace, yaml
from respondent.language import Language
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.memory.match import MatchedPart, MemoryMatch
from respondent.memory.memory import Memory
from respondent.memory.sources import LoadedMemory, load_memory
from respondent.response.fields import Field, fields
from respondent.response.reading import read_facts


@dataclass(frozen=True, slots=True)
class FillOptions:
    """How a memory is to be used."""

    by: str
    """Who fills in."""

    at: datetime
    takes_adapted: bool = False
    """Whether translations serve too whose figures or dates have been carried over."""

    is_trial: bool = False
    """Whether nothing is to be written."""


@dataclass(frozen=True, slots=True)
class FilledText:
    """A missing translation, and what the memory has for it."""

    field: Field
    match: MemoryMatch | None
    """The translation of the whole text, if there is one."""

    nearness: float = 0
    """How like the text is to what is remembered, of 100, where no translation of the whole serves."""

    @property
    def language(self) -> Language:
        """The language that is missing."""
        return self.field.source.other


@dataclass(frozen=True, slots=True)
class FillResult:
    """What became of a response."""

    filled: tuple[FilledText, ...]
    left: tuple[FilledText, ...]
    """Those that are missing still."""


class Memories:
    """The memory of each workspace, gathered when it is first asked for."""

    def __init__(self, tell: Callable[[LoadedMemory], object] = lambda one: None) -> None:
        """Begin with none; `tell` is called with each as soon as it is gathered."""
        self._tell = tell
        self._gathered: dict[Path, LoadedMemory] = {}

    def of(self, file: Path) -> Memory:
        """Return the memory of the workspace that a response lies in; raise `InputError` if there is none."""
        place = workspace.find(file.parent)
        if place.root not in self._gathered:
            self._gathered[place.root] = load_memory(place)
            self._tell(self._gathered[place.root])
        return self._gathered[place.root].memory

    def all(self) -> Sequence[LoadedMemory]:
        """Return what has been gathered so far."""
        return tuple(self._gathered.values())


def fill(file: Path, memory: Memory, wanted: FillOptions) -> FillResult:
    """Write what the memory has, word for word, into the missing translations of a response.

    The ledger gets a row for each, of origin *memory*, which approves nothing.

    Raises:
        InputError: if the response or its ledger cannot be read.
        OutputError: if it cannot be written, or somebody has changed it meanwhile; nothing is lost.
    """
    yaml.load(file, str(file))  # which says in plain words what is wrong with the file
    ledger.read(file.parent)  # nothing is filled in beside a ledger that cannot say so
    before = file.read_bytes()
    found = list(_fillings(fields(read_facts(yaml.read(before, str(file)))), memory))
    filled = tuple(one for one in found if one.match and (one.match.is_exact or wanted.takes_adapted))
    if filled and not wanted.is_trial:
        edits = {one.field.place(one.language): one.match.target for one in filled if one.match}
        rewrite.write(file, before, edits, str(file))
        ledger.append(file.parent, [_row(one.field, one.match, wanted) for one in filled if one.match])
    return FillResult(filled, tuple(one for one in found if one not in filled))


def _fillings(found: Iterator[Field], memory: Memory) -> Iterator[FilledText]:
    for field in found:
        text = field.in_(field.source)
        if text and field.is_translated and not field.in_(field.source.other):
            match = memory.translation(text, field.source, is_markdown=field.is_markdown)
            exact = match is not None and match.is_exact
            parts = [] if exact else memory.parts(text, field.source, is_markdown=field.is_markdown)
            yield FilledText(field, match, _nearness(parts))


def _nearness(parts: Sequence[MatchedPart]) -> float:
    """Return the mean of the scores of the parts of a text, long ones counting for more."""
    lengths = [len(part.segment.words) for part in parts]
    scores = [part.match.score if part.match else 0 for part in parts]
    total = sum(score * length for score, length in zip(scores, lengths, strict=True))
    return total / sum(lengths) if parts else 0


def _row(field: Field, match: MemoryMatch, wanted: FillOptions) -> LedgerRow:
    carried = "; figures or dates carried over" if match.is_adapted else ""
    return LedgerRow(
        kind="imported",
        by=wanted.by,
        at=wanted.at,
        field=field.id,
        source_language=field.source,
        source=(field.in_(field.source) or "").strip(),
        target=match.target.strip(),
        origin="memory",
        note=f"{match.origin}{carried}",
    )
