"""Importing terms into the office's `terms.csv`: new terms are added at its end, and no row is changed."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from respondent.changes.guards import objection
from respondent.errors import DataError, InputError, Problem
from respondent.files import atomic, table, workspace
from respondent.files.lock import exclusive
from respondent.files.table import TableRow
from respondent.files.workspace import TERMS, Workspace
from respondent.language import Language
from respondent.response.terms import COLUMNS, NEEDED, Term, columns, offered, read
from respondent.translation.merge_terms import TermMerge, merge
from respondent.translation.tbx import reading as tbx
from respondent.translation.tbx.rows import Rows, rows

T = TypeVar("T")

_WORKBOOK = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class TermImport:
    """The result of importing the terms of a file."""

    merge: TermMerge
    skipped: int
    """How many terms have no Welsh or no English."""

    problems: tuple[Problem, ...]
    """The problems of terms that were left out."""


def import_terms(file: Path, place: Workspace, *, is_trial: bool = False) -> TermImport:
    """Add the terms of a file to those of a workspace; write nothing if it is a trial.

    The file is TBX, or a table with the columns of `terms.csv`. Its content decides which.

    Raises:
        InputError: with everything that is wrong with the file or `terms.csv`.
        OutputError: if `terms.csv` cannot be written. It is then unchanged.
    """
    path = workspace.inside(place.root, TERMS, TERMS)
    with nullcontext() if is_trial else exclusive(place.root):
        problems: list[Problem] = []
        theirs = _tried(lambda: _offered(file), problems)
        before = _tried(lambda: table.contents(path, TERMS) if path.exists() else b"", problems)
        ours = _tried(lambda: read(table.read(before or b"", TERMS), TERMS), problems)
        if theirs is None or before is None or ours is None:
            raise DataError(problems)
        damage = [(term, list(_damage(term))) for term in theirs.terms]
        merged = merge(ours, (term for term, of_term in damage if not of_term))
        after = _appended(before, merged.added)
        if after != before and not is_trial:
            atomic.replace_durably(path, after)
    return TermImport(
        merged, theirs.skipped, (*theirs.problems, *(problem for _, of_term in damage for problem in of_term))
    )


def _damage(term: Term) -> Iterator[Problem]:
    """Yield why a term is not taken: a cell of it is damaged."""
    for column, cell in term.cells.items():
        if reason := objection(cell, Language.EN if column == "en" else Language.CY):
            what, advice = reason
            yield Problem(term.where, f"`{column}` of “{term.cells['en'][:60]}”: {what}", advice, term.line)


def _tried(work: Callable[[], T], problems: list[Problem]) -> T | None:
    """Return the result of reading; add the problems and return None if it fails."""
    try:
        return work()
    except InputError as error:
        problems += error.problems
        return None


def _offered(file: Path) -> Rows:
    """Return the terms of a file."""
    name = str(file)
    data = table.contents(file, name, tbx.MAX_BYTES)
    if tbx.is_xml(data):
        return rows(tbx.read(data, name), name)
    if data.startswith(_WORKBOOK):
        raise DataError(Problem(name, "this is a workbook (.xlsx), not a text file", table.SAVE))
    all_rows, foreign = _known_columns(table.read(data, name), name)
    complete = list(_complete(all_rows))
    return Rows(offered(complete, name), len(all_rows) - len(complete), foreign)


def _known_columns(rows: Sequence[TableRow], name: str) -> tuple[list[TableRow], tuple[Problem, ...]]:
    """Return rows without the columns that a table of terms has not, each of which is a problem.

    A term base of others has columns of its own: the rest of it is taken all the same.
    """
    names = columns(rows[0]) if rows else ()
    foreign = [index for index, column in enumerate(names) if column and column not in COLUMNS]
    problems = tuple(
        Problem(
            f"{name}:{rows[0].line}",
            f"the column `{rows[0].cells[index]}` is not one of a table of terms, and is left out",
            f"to import it, give it the name of one of {', '.join(COLUMNS)}",
            rows[0].line,
        )
        for index in foreign
    )
    kept = [
        replace(row, cells=tuple(cell for index, cell in enumerate(row.cells) if index not in foreign))
        for row in rows
    ]
    return kept, problems


def _complete(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """Yield the heading, and the rows with a term in both languages, as far as these have a column."""
    names = columns(rows[0]) if rows else ()
    needed = [names.index(column) for column in NEEDED if column in names]
    for index, row in enumerate(rows):
        if not index or all(column < len(row.cells) and row.cells[column] for column in needed):
            yield row


def _appended(before: bytes, added: Sequence[Term]) -> bytes:
    """Return a table with terms added at its end; a new table if it is empty."""
    if not added:
        return before
    head = next(iter(table.read(before, TERMS)), None)
    names = columns(head) if head else tuple(COLUMNS)
    if head:
        _refuse_loss(names, added, head.line)
    cells = [[term.cells.get(name, "") for name in names] for term in added]
    # The byte order mark makes Excel read a new file as UTF-8, which keeps ŵ and ŷ.
    return table.appended(before or codecs.BOM_UTF8, cells if head else [names, *cells], TERMS)


def _refuse_loss(names: Iterable[str], added: Iterable[Term], line: int) -> None:
    """Refuse terms with content for a column that the table does not have.

    Without its column a forbidden term would become an agreed one.
    """
    filled = {column for term in added for column, cell in term.cells.items() if cell}
    if missing := [column for column in COLUMNS if column in filled and column not in names]:
        what = f"the new terms need columns that are missing: {', '.join(f'`{name}`' for name in missing)}"
        advice = "add their names at the end of the first line, and import the file again"
        raise DataError(Problem(f"{TERMS}:{line}", what, advice, line))
