"""Reads and extends the ledger of a response: a file with one row on each line, which only grows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from respondent.errors import Problem
from respondent.files import journal, lines
from respondent.files.lock import exclusive
from respondent.files.source import ValuePath
from respondent.ledger.row import LedgerRow, row_of

FILE = "ledger.jsonl"

_CUT = ("the last line is incomplete, as after a power cut", "repeat the command that was running then")
_DAMAGED = "the line is ignored: restore it from a backup, or repeat what it recorded"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of a ledger in the order of their times, and the problems of its file."""

    rows: tuple[LedgerRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Damaged lines, which are ignored, and copies of the file."""


def read(folder: Path, name: str = FILE) -> Ledger:
    """Return the ledger in a response's folder; an empty one if there is no file yet.

    Rows are sorted by time, because lines that somebody restored from a backup may be in another place. Rows
    of the same time stay in the order of the file.

    Args:
        folder: The folder of the response.
        name: The name of the file in messages.

    Raises:
        InputError: if the file cannot be read at all, or is too large.
    """
    rows: list[LedgerRow] = []
    problems: list[Problem] = []
    numbered = lines.read(folder / FILE)
    for number, data in numbered:
        try:
            rows.append(row_of(json.loads(data.decode("utf-8"))))
        except (ValueError, RecursionError) as error:
            problems.append(_damaged(name, number, data, error, is_last=number == len(numbered)))
    rows.sort(key=lambda row: row.at)
    return Ledger(tuple(rows), (*problems, *_copies(folder, name)))


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
    journal.write(file, before, edits, journal.Lines(FILE, [row.line() for row in rows]))


def append_held(folder: Path, rows: Sequence[LedgerRow]) -> None:
    """Add rows as `append` does, if the caller holds the lock of the folder already."""
    journal.settle(folder)
    lines.append(folder / FILE, [row.line() for row in rows])


def _damaged(name: str, number: int, data: bytes, error: Exception, *, is_last: bool) -> Problem:
    place = f"{name}:{number}"
    # A row is one JSON object: a last line that begins with { and has no } was being written.
    if is_last and data.startswith(b"{") and not data.rstrip().endswith(b"}"):
        return Problem(place, *_CUT, line=number)
    is_json_error = isinstance(error, (json.JSONDecodeError, UnicodeDecodeError, RecursionError))
    fault = "the line is damaged" if is_json_error else f"the line is damaged: {error}"
    return Problem(place, fault, _DAMAGED, line=number)


def _copies(folder: Path, name: str) -> Iterator[Problem]:
    """Yield copies of the ledger made by a synchronising program such as OneDrive: `ledger-PC12.jsonl`."""
    stem, suffix = FILE.split(".")
    for copy in sorted(folder.glob(f"{stem}*.{suffix}")):
        if copy.name != FILE:
            what = f"there is a copy of it, {copy.name}, which is not read"
            advice = "add any rows that are missing here to the end of the ledger, then delete the copy"
            yield Problem(name, what, advice)
