"""Terms of a file into the office's `terms.csv`: added at its end, what stands there left as it is."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from respondent.errors import DataError, InputError, Problem
from respondent.files import atomic, table, workspace
from respondent.files.lock import exclusive
from respondent.files.table import TableRow
from respondent.files.workspace import TERMS, Workspace
from respondent.response.terms import COLUMNS, NEEDED, Term, columns, offered, read
from respondent.translation.merge_terms import TermMerge, merge
from respondent.translation.tbx import reading as tbx
from respondent.translation.tbx.rows import Rows, rows

T = TypeVar("T")

_WORKBOOK = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class TermImport:
    """What became of the terms of a file."""

    merge: TermMerge
    skipped: int
    """How many have no Welsh, or no English."""

    problems: tuple[Problem, ...]
    """What is wrong with terms that were left out."""


def take(file: Path, at: Workspace, *, is_trial: bool = False) -> TermImport:
    """Add the terms of a file to those of a workspace, durably; write nothing if it is a trial.

    The file is TBX, or a table with the columns of `terms.csv`; which, is told by what it holds.

    Raises:
        InputError: with everything for which the file or `terms.csv` cannot be read or has no place for it.
        OutputError: if `terms.csv` cannot be written; what stood there stands there still.
    """
    path = workspace.inside(at.root, TERMS, TERMS)
    with nullcontext() if is_trial else exclusive(at.root):
        found: list[Problem] = []
        came = _tried(lambda: _offered(file), found)
        before = _tried(lambda: table.contents(path, TERMS) if path.exists() else b"", found)
        ours = _tried(lambda: read(table.read(before or b"", TERMS), TERMS), found)
        if came is None or before is None or ours is None:
            raise DataError(found)
        merged = merge(ours, came.terms)
        after = _with(before, merged.added)
        if after != before and not is_trial:
            atomic.replace_durably(path, after)
    return TermImport(merged, came.skipped, came.problems)


def _tried(work: Callable[[], T], found: list[Problem]) -> T | None:
    """Return what is read, or none with what is wrong among what was found."""
    try:
        return work()
    except InputError as error:
        found += error.problems
        return None


def _offered(file: Path) -> Rows:
    """Return the terms of a file."""
    name = str(file)
    data = table.contents(file, name, tbx.MAX_BYTES)
    if tbx.is_xml(data):
        return rows(tbx.read(data, name), name)
    if data.startswith(_WORKBOOK):
        raise DataError(Problem(name, "this is a workbook, not a table of text", table.SAVE))
    whole = table.read(data, name)
    kept = list(_with_both(whole))
    return Rows(offered(kept, name), len(whole) - len(kept), ())


def _with_both(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """Yield the first row, and those that have something in both languages; all where that has no column."""
    names = columns(rows[0]) if rows else ()
    wanted = [names.index(column) for column in NEEDED if column in names]
    for index, row in enumerate(rows):
        if not index or all(one < len(row.cells) and row.cells[one] for one in wanted):
            yield row


def _with(before: bytes, added: Sequence[Term]) -> bytes:
    """Return a table of terms with more of them at its end; a new one if there is nothing in it."""
    if not added:
        return before
    head = next(iter(table.read(before, TERMS)), None)
    names = columns(head) if head else tuple(COLUMNS)
    if head:
        _refuse_loss(names, added, head.line)
    cells = [[term.cells.get(name, "") for name in names] for term in added]
    # By its byte order mark Excel knows a new file as UTF-8, and keeps ŵ and ŷ.
    return table.appended(before or codecs.BOM_UTF8, cells if head else [names, *cells], TERMS)


def _refuse_loss(names: Iterable[str], added: Iterable[Term], line: int) -> None:
    """Refuse terms that say something in a column that the table has not: a forbidden one would be agreed."""
    said = {column for term in added for column, cell in term.cells.items() if cell}
    if lost := [column for column in COLUMNS if column in said and column not in names]:
        what = f"the new terms fill in {', '.join(f'`{one}`' for one in lost)}, and there is no such column"
        then = "write their names at the end of its first line, then take the file again"
        raise DataError(Problem(f"{TERMS}:{line}", what, then, line))
