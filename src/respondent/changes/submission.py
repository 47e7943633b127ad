"""What somebody hands in, and the result of importing it: changed texts, refusals and rows for the ledger.

Every import returns an `ImportResult`, which `changes.accept` writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from respondent.files.source import ValuePath
from respondent.language import Language
from respondent.ledger.remarks import NOTED, VERDICT
from respondent.ledger.row import LedgerRow
from respondent.ledger.state import RECORDED, State
from respondent.response.fields import Field

LEFT_OUT = "left-out"
TAKE, WAS = "take", "was"
"""The keys in a row's `more` for the import it belongs to, and for the text from before."""

UNIT = "unit"
"""The key in a row's `more` for the unit that it is about, if it is about one part of a field."""


@dataclass(frozen=True, slots=True)
class Submission:
    """Who handed in a file, when, and what its texts count as."""

    by: str
    at: datetime
    origin: str
    """Where the texts came from, as `LedgerRow.origin` has it."""

    take: str
    """The id that all rows of this import share."""

    state: State = State.TRANSLATED
    """Translated or reviewed."""

    accepted: frozenset[str] = frozenset()
    """Keys of texts to import in spite of doubts about figures, formatting or tracked changes."""


@dataclass(frozen=True, slots=True)
class Change:
    """A new text for a field."""

    field: Field
    language: Language
    new: str
    state: State = State.UNAPPROVED
    """Its state afterwards. Below translated, its row in the ledger approves nothing."""

    @property
    def old(self) -> str:
        """The text that it replaces; empty for a missing text."""
        return self.field.in_(self.language) or ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was not imported."""

    key: str
    what: str
    advice: str
    """What to do next."""

    old: str = ""
    """The text in the response."""

    new: str = ""
    """The returned text, so that nothing is lost."""

    where: str = ""
    """Its place in the file."""


@dataclass(slots=True)
class ImportResult:
    """The result of an import, before it is written."""

    changes: list[Change] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    """Keys of parts that wait in the ledger for the other parts of their field."""

    refusals: list[Refusal] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    """Keys whose translation is the present one, or the one that was sent."""

    empty: list[str] = field(default_factory=list)
    """Keys without a translation."""

    absent: list[str] = field(default_factory=list)
    """Keys that were sent with the others and are still open, but are not in the file."""

    cleaned: list[tuple[str, str]] = field(default_factory=list)
    """The keys of texts from which invisible characters were taken, and what they were."""

    remarks: list[tuple[str, str]] = field(default_factory=list)
    """The keys of texts and blocks that people remarked on, each with the remark."""

    verdicts: list[tuple[Field, State]] = field(default_factory=list)
    """Unchanged translations that a reader gave a higher state than they have."""

    left_out: list[tuple[str, str]] = field(default_factory=list)
    """The keys of texts and blocks that the file has something in that no text can hold, and what it is."""

    rows: list[LedgerRow] = field(default_factory=list)

    @property
    def edits(self) -> Mapping[ValuePath, str]:
        """The new texts, by their path in the response."""
        return {change.field.place(change.language): change.new for change in self.changes}


def rows_of(changes: Iterable[Change], submission: Submission) -> Iterator[LedgerRow]:
    """Yield the row for each new text."""
    for change in changes:
        field = change.field
        is_original = change.language == field.source
        source = change.new if is_original else field.in_(field.source) or ""
        kind = change.state.word if change.state in RECORDED.values() else "imported"
        texts = (source.strip(), "" if is_original else change.new.strip())
        yield row_of(submission, kind, field, {WAS: change.old}, texts)


def row_of(
    submission: Submission,
    kind: str,
    field: Field,
    more: Mapping[str, str],
    texts: tuple[str, str] | None = None,
) -> LedgerRow:
    """Return a row about a field, with the source and the target that it is about, if any."""
    source, target = texts or ("", "")
    return LedgerRow(
        kind=kind,
        by=submission.by,
        at=submission.at,
        field=field.id,
        source_language=field.source if texts else None,
        source=source,
        target=target,
        origin=submission.origin,
        more=MappingProxyType({TAKE: submission.take, **more}),
    )


def rows_of_remarks(
    result: ImportResult, submission: Submission, known: Iterable[LedgerRow]
) -> Iterator[LedgerRow]:
    """Yield the rows for what a file says besides texts: remarks, verdicts, what no text can hold.

    A file may come back several times. What the ledger has already is not written again.
    """
    written = {(row.kind, row.field, row.note) for row in known}
    verdicts = [(field.id, state.word) for field, state in result.verdicts]
    kinds: tuple[tuple[str, list[tuple[str, str]], dict[str, str]], ...] = (
        (NOTED, result.remarks, {}),
        (NOTED, verdicts, {VERDICT: "yes"}),
        (LEFT_OUT, result.left_out, {}),
    )
    for kind, pairs, more in kinds:
        for key, what in pairs:
            id = key.partition("~")[0]
            if (kind, id, what) in written:
                continue
            written.add((kind, id, what))
            yield LedgerRow(
                kind=kind,
                by=submission.by,
                at=submission.at,
                field=id,
                origin=submission.origin,
                note=what,
                more=MappingProxyType({TAKE: submission.take, **({UNIT: key} if id != key else {}), **more}),
            )
