"""Undoing an import: the earlier texts are restored, and the rows of the import are withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from respondent.changes.accept import read
from respondent.changes.submission import LEFT_OUT, TAKE, UNIT, WAS
from respondent.errors import InputError, Problem
from respondent.files.source import ValuePath
from respondent.language import Language
from respondent.ledger import ledger
from respondent.ledger.difference import difference_line
from respondent.ledger.remarks import NOTED
from respondent.ledger.row import WITHDRAWN, LedgerRow
from respondent.response.fields import Field, fields
from respondent.response.reading import read_facts


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """An import that was undone."""

    by: str
    """Who had handed it in."""

    at: datetime
    fields: tuple[str, ...]
    """The texts that were restored."""


def last_take(file: Path) -> str:
    """Return the id of the import that `undo` would undo; empty where there is none."""
    rows = ledger.read(file.parent).rows
    undone = {row.more[TAKE] for row in rows if row.kind == WITHDRAWN and TAKE in row.more}
    takes = [row.more[TAKE] for row in rows if _is_of_import(row)]
    return next((take for take in reversed(takes) if take not in undone), "")


def undo_import(file: Path, take: str, *, by: str, at: datetime) -> UndoneImport:
    """Restore the texts from before an import, and withdraw its rows.

    Raises:
        InputError: if the response cannot be read, or a text has changed since.
        OutputError: if it cannot be written, or has changed in the meantime.
    """
    before, source = read(file)
    name = str(file)
    rows = [row for row in ledger.read(file.parent).rows if _is_of_import(row) and row.more[TAKE] == take]
    fields_now = {field.id: field for field in fields(read_facts(source))}
    # A row about a unit is a part that waits for others: it has changed no text.
    written = [row for row in rows if UNIT not in row.more]
    if problems := list(_changed_since(written, fields_now, name)):
        raise InputError(problems)
    edits: dict[ValuePath, str] = {}
    for row in written:  # of a text that was imported twice, the first row has the text from before
        field = fields_now[row.field]
        edits.setdefault(field.place(_language(row, field)), row.more.get(WAS, ""))
    ledger.write(file, before, edits, [_withdrawn(row, by, at) for row in rows])
    return UndoneImport(rows[0].by, rows[0].at, tuple(dict.fromkeys(row.field for row in written)))


def _is_of_import(row: LedgerRow) -> bool:
    """Return whether a row belongs to an import and can be undone. A remark stays: it changes no text."""
    return TAKE in row.more and row.kind not in (WITHDRAWN, NOTED, LEFT_OUT)


def _language(row: LedgerRow, field: Field) -> Language:
    """Return the language of the text that a row is about: a row about an original has no target."""
    return field.source.other if row.target else field.source


def _changed_since(
    rows: Sequence[LedgerRow], fields_now: Mapping[str, Field], name: str
) -> Iterator[Problem]:
    """Yield a problem for each text that differs from what the import wrote."""
    last = {row.field: row for row in rows}
    for id, row in last.items():
        field, imported = fields_now.get(id), row.target or row.source
        if field is None:
            what = "the response no longer has this text"
            yield Problem(f"{name}: {id}", what, "restore the earlier text by hand")
            continue
        text = (field.in_(_language(row, field)) or "").strip()
        if text not in (imported, row.more.get(WAS, "").strip()):  # it may stand as before already
            what = f"the text has changed since the import: {difference_line(imported, text)}"
            yield Problem(f"{name}: {id}", what, "restore the earlier text by hand, or keep this one")


def _withdrawn(row: LedgerRow, by: str, at: datetime) -> LedgerRow:
    more = {key: row.more[key] for key in (UNIT, TAKE) if key in row.more}
    return LedgerRow(
        kind=WITHDRAWN,
        by=by,
        at=at,
        field=row.field,
        source_language=row.source_language,
        source=row.source,
        target=row.target,
        origin=row.origin,
        more=MappingProxyType(more),
    )
