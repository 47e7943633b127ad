"""The ledger of a response: one file, a row a line, that only grows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from respondent.errors import Problem
from respondent.files import lines
from respondent.files.lock import exclusive
from respondent.ledger.row import LedgerRow, row_of

FILE = "ledger.jsonl"

_CUT = (
    "the last line is cut off, as after a power cut",
    "nothing needs doing, but what was being said then is to be said again",
)
_DAMAGED = "what it said counts for nothing; say it again, or put the line back from a copy"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of a ledger, in the order of their times, and what is wrong with its file."""

    rows: tuple[LedgerRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Damaged lines, which are passed over, and copies of the file that somebody has to look at."""


def read(folder: Path, name: str = FILE) -> Ledger:
    """Return the ledger of a response's folder; an empty one where there is no file yet.

    Rows count in the order of their times, and those of one time as they stand in the file: lines that
    somebody put back from a copy need not stand where they stood.

    Args:
        folder: The folder of the response.
        name: How messages call the file.

    Raises:
        InputError: if the file cannot be read at all, or is too large.
    """
    found: list[LedgerRow] = []
    problems: list[Problem] = []
    numbered = lines.read(folder / FILE)
    for number, data in numbered:
        try:
            found.append(row_of(json.loads(data.decode("utf-8"))))
        except (ValueError, RecursionError) as error:
            problems.append(_damaged(name, number, data, error, is_last=number == len(numbered)))
    found.sort(key=lambda row: row.at)
    return Ledger(tuple(found), (*problems, *_copies(folder, name)))


def append(folder: Path, rows: Sequence[LedgerRow]) -> None:
    """Write rows at the end of the ledger of a response's folder, durably, while nobody else does.

    Raises:
        OutputError: if that cannot be done; the ledger is then as it was.
    """
    if rows:
        with exclusive(folder):
            append_held(folder, rows)


def append_held(folder: Path, rows: Sequence[LedgerRow]) -> None:
    """Write rows as `append` does; for whoever holds the lock of the folder already."""
    lines.append(folder / FILE, [row.line() for row in rows])


def _damaged(name: str, number: int, data: bytes, error: Exception, *, is_last: bool) -> Problem:
    where = f"{name}:{number}"
    if is_last and data.startswith(b"{") and not data.rstrip().endswith(b"}"):
        return Problem(where, *_CUT, line=number)
    is_json_error = isinstance(error, (json.JSONDecodeError, UnicodeDecodeError, RecursionError))
    what = "the line is damaged" if is_json_error else f"the line is damaged: {error}"
    return Problem(where, what, _DAMAGED, line=number)


def _copies(folder: Path, name: str) -> Iterator[Problem]:
    """Yield copies that a synchronising program has made of the ledger: `ledger-PC12.jsonl`."""
    stem, suffix = FILE.split(".")
    for copy in sorted(folder.glob(f"{stem}*.{suffix}")):
        if copy.name != FILE:
            what = f"a copy of it stands beside it, {copy.name}, which is not read"
            then = "if it has rows that are missing here, add them at the end of the ledger; then delete it"
            yield Problem(name, what, then)
