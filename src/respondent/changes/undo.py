"""Undoing an import: the texts stand again as before, and what the ledger says of them is withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from respondent.changes.accept import read
from respondent.changes.submission import NOTED, TAKE, UNIT, WAS
from respondent.errors import InputError, Problem
from respondent.files import rewrite
from respondent.files.source import ValuePath
from respondent.ledger import ledger
from respondent.ledger.difference import shown
from respondent.ledger.row import WITHDRAWN, LedgerRow
from respondent.response.fields import Field, fields


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """What was put back."""

    by: str
    """Who had submission it in."""

    at: datetime
    fields: tuple[str, ...]
    """The texts that stand again as before."""


def last_take(file: Path) -> str:
    """Return the take that `undo` would take back; empty where there is none."""
    rows = ledger.read(file.parent).rows
    undone = {row.more[TAKE] for row in rows if row.kind == WITHDRAWN and TAKE in row.more}
    takes = [row.more[TAKE] for row in rows if TAKE in row.more and row.kind not in (WITHDRAWN, NOTED)]
    return next((one for one in reversed(takes) if one not in undone), "")


def undo_import(file: Path, take: str, *, by: str, at: datetime) -> UndoneImport:
    """Put back the texts that stood in a response before a take, and withdraw what the ledger says of it.

    Raises:
        InputError: if the response cannot be read, or a text has been changed since.
        OutputError: if it cannot be written, or somebody has changed it meanwhile.
    """
    before, facts = read(file)
    name = str(file)
    rows = [
        row
        for row in ledger.read(file.parent).rows
        if row.more.get(TAKE) == take and row.kind not in (WITHDRAWN, NOTED)
    ]
    now = {field.id: field for field in fields(facts)}
    written = [row for row in rows if UNIT not in row.more]
    if problems := list(_changed(written, now, name)):
        raise InputError(problems)
    edits = _edits(written, now)
    if edits:
        rewrite.write(file, before, edits, name)
    ledger.append(file.parent, [_withdrawn(row, by, at) for row in rows])
    return UndoneImport(rows[0].by, rows[0].at, tuple(dict.fromkeys(row.field for row in written)))


def _edits(rows: Iterable[LedgerRow], now: Mapping[str, Field]) -> dict[ValuePath, str]:
    """Return the texts that stood before, by place; of a text that was taken twice, the first."""
    edits: dict[ValuePath, str] = {}
    for row in rows:
        edits.setdefault(_place(row, now[row.field]), row.more.get(WAS, ""))
    return edits


def _place(row: LedgerRow, field: Field) -> ValuePath:
    return field.place(field.source.other if row.target else field.source)


def _changed(rows: Sequence[LedgerRow], now: Mapping[str, Field], name: str) -> Iterator[Problem]:
    """Yield each text that is not as the take left it."""
    last = {row.field: row for row in rows}
    for id, row in last.items():
        field, wanted = now.get(id), row.target or row.source
        if field is None:
            what = "the response has no such text any more"
            yield Problem(f"{name}: {id}", what, "put back by hand what stood there before")
            continue
        text = field.in_(field.source.other if row.target else field.source) or ""
        if text.strip() != wanted:
            what = f"the text was changed since it was taken: {shown(wanted, text.strip())}"
            yield Problem(f"{name}: {id}", what, "put back by hand what is to stand there")


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
