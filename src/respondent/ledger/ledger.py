"""Reads and extends the ledger of a response: a file with one row on each line, which only grows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from respondent.errors import Problem
from respondent.files import copies, journal, lines, workspace
from respondent.files.lock import exclusive
from respondent.files.source import ValuePath
from respondent.ledger import order
from respondent.ledger.row import LedgerRow, row_of

FILE = "ledger.jsonl"

_CUT = ("the last line is incomplete, as after a power cut", "repeat the command that was running then")
_CONTESTED = (
    "two copies of the ledger were merged: in one this text was approved, in the other that was withdrawn",
    "approve it again if it is right",
)
_MARK = re.compile(rb"<{7} |={7}$|>{7} |\|{7} ")
_CONFLICT = (
    "this is a mark of git about a conflict, not a row",
    "keep the rows of both sides, and delete the lines that begin with <<<<<<<, =======, or >>>>>>>",
)
_DAMAGED = "the line is ignored: restore it from a backup, or repeat what it recorded"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of a ledger in the order of the file, and the problems of the file."""

    rows: tuple[LedgerRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Damaged lines, which are ignored, and copies of the file."""


def read(folder: Path, name: str = FILE) -> Ledger:
    """Return the ledger in a response's folder; an empty one if there is no file yet.

    The place in the file is the order. Of a text on which two merged copies differ, a row at the end
    withdraws the approval.

    Args:
        folder: The folder of the response.
        name: The name of the file in messages.

    Raises:
        InputError: if the file cannot be read at all, or is too large.
    """
    known, problems = _known(folder, name)
    merged = tuple(order.contested(known))
    problems += (Problem(f"{name}: {row.field}", *_CONTESTED) for row in merged)
    rows = (*(order.alone(row) for _, row in known), *merged)
    beside = copies.problems(folder, (FILE, *workspace.TYPED))
    return Ledger(rows, (*problems, *beside))


def _known(folder: Path, name: str = FILE) -> tuple[list[tuple[bytes, LedgerRow]], list[Problem]]:
    """Return the lines of a ledger with their rows, and the problems of the others."""
    known: list[tuple[bytes, LedgerRow]] = []
    problems: list[Problem] = []
    numbered = lines.read(folder / FILE)
    for number, data in numbered:
        try:
            known.append((data, row_of(json.loads(data.decode("utf-8")))))
        except (ValueError, RecursionError) as error:
            problems.append(_damaged(name, number, data, error, is_last=number == len(numbered)))
    return known, problems


def append(folder: Path, rows: Sequence[LedgerRow]) -> None:
    """Add rows durably to the ledger in a response's folder, and lock the folder meanwhile.

    Raises:
        OutputError: if that fails; the ledger is then unchanged.
    """
    if rows:
        with exclusive(folder):
            append_held(folder, rows)


def write(file: Path, before: bytes, edits: Mapping[ValuePath, str], rows: Sequence[LedgerRow]) -> None:
    """Write texts into a response or an office file, and rows about them into its ledger: both, or neither.

    Raises:
        InputError: if the file is in a sealed release.
        DataError: if a text cannot be written.
        FileChanged: if the file is no longer `before`; nothing was written.
        OutputError: if one of the files cannot be written. The other is then as it was.
    """
    folder = file.parent
    journal.write(file, before, edits, journal.Lines(FILE, lambda: list(_linked(folder, rows))))


def append_held(folder: Path, rows: Sequence[LedgerRow]) -> None:
    """Add rows as `append` does, if the caller holds the lock of the folder already."""
    journal.settle(folder)
    lines.append(folder / FILE, list(_linked(folder, rows)))


def _linked(folder: Path, rows: Sequence[LedgerRow]) -> Iterator[str]:
    """Yield the lines of new rows, when the lock is held: each names what its writer has seen."""
    lines.set_aside(folder / FILE, _is_whole)
    yield from order.linked(rows, _known(folder)[0])


def _is_whole(line: bytes) -> bool:
    """Return whether the last line of a file without a line end was written whole."""
    try:
        return bool(row_of(json.loads(line.decode("utf-8"))))
    except (ValueError, RecursionError):
        return False


def _damaged(name: str, number: int, data: bytes, error: Exception, *, is_last: bool) -> Problem:
    place = f"{name}:{number}"
    if _MARK.match(data):
        return Problem(place, *_CONFLICT, line=number)
    # A row is one JSON object: a last line that begins with { and has no } was being written.
    if is_last and data.startswith(b"{") and not data.rstrip().endswith(b"}"):
        return Problem(place, *_CUT, line=number)
    is_json_error = isinstance(error, (json.JSONDecodeError, UnicodeDecodeError, RecursionError))
    fault = "the line is damaged" if is_json_error else f"the line is damaged: {error}"
    return Problem(place, fault, _DAMAGED, line=number)
