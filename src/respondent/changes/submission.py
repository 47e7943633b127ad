"""What somebody hands in: who, the texts that it changes, what of it is refused, and its rows in the ledger.

Every way in makes an `ImportResult`: the texts to write, the rows that say so, and whatever could not be
carried, each with its reason. `changes.accept` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from respondent.files.source import ValuePath
from respondent.language import Language
from respondent.ledger.row import LedgerRow
from respondent.ledger.state import RECORDED, State
from respondent.response.fields import Field

NOTED = "noted"
TAKE, WAS = "take", "was"
"""What rows call the import that they belong to, and the text that stood there before."""

UNIT = "unit"
"""What a row calls the key of the unit that it is about, where it speaks of one part of a field."""


@dataclass(frozen=True, slots=True)
class Submission:
    """Who handed in what came back, when, and what it counts for."""

    by: str
    at: datetime
    origin: str
    """Where the texts came from, as `LedgerRow.origin` has it."""

    take: str
    """What all rows of this take have in common."""

    state: State = State.TRANSLATED
    """Translated or reviewed."""

    accepted: frozenset[str] = frozenset()
    """Keys that are taken though figures, looks or marked changes speak against it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A text of a field that is to be written."""

    field: Field
    language: Language
    new: str
    state: State = State.UNAPPROVED
    """How far it has then come; below translated the ledger claims nothing for it."""

    note: str = ""

    @property
    def old(self) -> str:
        """What stands there; empty for nothing."""
        return self.field.in_(self.language) or ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not taken."""

    key: str
    what: str
    next: str
    old: str = ""
    """What stands here now."""

    new: str = ""
    """What came back, so that nothing is lost."""

    comment: str = ""
    """What the translator wrote beside it."""

    where: str = ""
    """Its place in the file."""


@dataclass(slots=True)
class ImportResult:
    """What is to be done with what came back."""

    changes: list[Change] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Keys of parts that wait in the ledger for the others of their field."""

    refused: list[Refusal] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    """Keys that came back as they stand, or as they went out."""

    empty: list[str] = field(default_factory=list)
    """Keys that came back without a translation."""

    absent: list[str] = field(default_factory=list)
    """Keys that went out with the others, are open still, and not in the file."""

    rows: list[LedgerRow] = field(default_factory=list)

    @property
    def edits(self) -> Mapping[ValuePath, str]:
        """What is to be written, by place."""
        return {one.field.place(one.language): one.new for one in self.changes}


def rows_of(changes: Iterable[Change], submission: Submission) -> Iterator[LedgerRow]:
    """Yield what the ledger is to hold of texts that are written."""
    for change in changes:
        one = change.field
        is_original = change.language == one.source
        source = change.new if is_original else one.in_(one.source) or ""
        kind = change.state.word if change.state in RECORDED.values() else "imported"
        texts = (source.strip(), "" if is_original else change.new.strip())
        yield replace(row_of(submission, kind, one, {WAS: change.old}, texts), note=change.note)


def row_of(
    submission: Submission,
    kind: str,
    about: Field,
    more: Mapping[str, str],
    texts: tuple[str, str] | None = None,
) -> LedgerRow:
    """Return a row about a field, with the source and the target that it speaks of, if any."""
    source, target = texts or ("", "")
    return LedgerRow(
        kind=kind,
        by=submission.by,
        at=submission.at,
        field=about.id,
        source_language=about.source if texts else None,
        source=source,
        target=target,
        origin=submission.origin,
        more=MappingProxyType({TAKE: submission.take, **more}),
    )


def is_noted(row: LedgerRow, rows: Iterable[LedgerRow]) -> bool:
    """Return whether a remark beside a text that stays is in the ledger already."""
    return row.kind == NOTED and any(one.note == row.note and one.field == row.field for one in rows)
