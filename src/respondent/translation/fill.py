"""Filling in missing translations from the translation memory. The texts are unapproved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from respondent.changes.guards import Reason, doubt, objection
from respondent.files import workspace, yaml
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
    """How missing translations are filled in."""

    by: str
    """Who fills them in."""

    at: datetime
    takes_adapted: bool = False
    """Whether to use translations of which figures or dates had to be adapted."""

    is_trial: bool = False
    """Whether nothing is to be written."""


@dataclass(frozen=True, slots=True)
class FilledText:
    """A missing translation, and what the memory has for it."""

    field: Field
    match: MemoryMatch | None
    """The translation of the whole text, if the memory has one."""

    similarity: float = 0
    """How similar the text is to remembered ones, of 100, if the memory does not have the whole text."""

    objection: Reason | None = None
    """Why the translation of the memory is not used: it is damaged, or in the wrong language."""

    @property
    def language(self) -> Language:
        """The language of the missing translation."""
        return self.field.source.other


@dataclass(frozen=True, slots=True)
class FillResult:
    """The result for a response."""

    filled: tuple[FilledText, ...]
    missing: tuple[FilledText, ...]
    """Texts that are still missing."""


class Memories:
    """The memory of each workspace, loaded when it is first needed."""

    def __init__(self, tell: Callable[[LoadedMemory], object] = lambda memory: None) -> None:
        """Call `tell` with each memory when it is loaded."""
        self._tell = tell
        self._loaded: dict[Path, LoadedMemory] = {}

    def of(self, file: Path) -> Memory:
        """Return the memory of the workspace that a response lies in; raise `InputError` if there is none."""
        place = workspace.find(file.parent)
        if place.root not in self._loaded:
            self._loaded[place.root] = load_memory(place)
            self._tell(self._loaded[place.root])
        return self._loaded[place.root].memory

    def all(self) -> Sequence[LoadedMemory]:
        """Return the memories that were loaded."""
        return tuple(self._loaded.values())


def fill(file: Path, memory: Memory, options: FillOptions) -> FillResult:
    """Fill in the missing translations of a response that the memory has.

    Each gets a row of the origin `memory` in the ledger, which approves nothing.

    Raises:
        InputError: if the response or its ledger cannot be read.
        OutputError: if it cannot be written, or has changed in the meantime. Nothing is lost.
    """
    yaml.load(file, str(file))  # raises errors of the file in plain words
    ledger.read(file.parent)  # raises before anything is written if the ledger cannot be read
    before = file.read_bytes()
    texts = list(_missing_texts(fields(read_facts(yaml.read(before, str(file)))), memory))
    filled = tuple(text for text in texts if _is_usable(text, options))
    if filled and not options.is_trial:
        edits = {text.field.place(text.language): text.match.target for text in filled if text.match}
        rows = [_row(text.field, text.match, options) for text in filled if text.match]
        ledger.write(file, before, edits, rows)
    return FillResult(filled, tuple(text for text in texts if text not in filled))


def _missing_texts(all_fields: Iterator[Field], memory: Memory) -> Iterator[FilledText]:
    for field in all_fields:
        text = field.in_(field.source)
        if text and field.is_translated and not field.in_(field.source.other):
            match = memory.translation(text, field.source, is_markdown=field.is_markdown)
            is_exact = match is not None and match.is_exact
            parts = [] if is_exact else memory.parts(text, field.source, is_markdown=field.is_markdown)
            yield FilledText(field, match, _similarity(parts), _objection(field, match))


def _is_usable(text: FilledText, options: FillOptions) -> bool:
    if text.match is None or text.objection is not None:
        return False
    return text.match.is_exact or options.takes_adapted


def _objection(field: Field, match: MemoryMatch | None) -> Reason | None:
    if match is None:
        return None
    target, language = match.target, field.source.other
    return objection(target, language) or doubt(target, language, is_markdown=field.is_markdown)


def _similarity(parts: Sequence[MatchedPart]) -> float:
    """Return the mean similarity of the parts of a text, weighted by their length."""
    lengths = [len(part.segment.words) for part in parts]
    scores = [part.match.score if part.match else 0 for part in parts]
    total = sum(score * length for score, length in zip(scores, lengths, strict=True))
    return total / sum(lengths) if parts else 0


def _row(field: Field, match: MemoryMatch, options: FillOptions) -> LedgerRow:
    adapted = "; figures or dates carried over" if match.is_adapted else ""
    return LedgerRow(
        kind="imported",
        by=options.by,
        at=options.at,
        field=field.id,
        source_language=field.source,
        source=(field.in_(field.source) or "").strip(),
        target=match.target.strip(),
        origin="memory",
        note=f"{match.origin}{adapted}",
    )
