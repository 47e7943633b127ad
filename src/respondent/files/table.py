"""Reads a table that a spreadsheet saved as CSV: its encoding, its separator, its rows; adds rows to it."""

from __future__ import annotations

import codecs
import csv
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from pathlib import Path

from respondent.errors import DataError, Problem
from respondent.files.text import forbidden

MAX_BYTES = 5_000_000
"""The largest table that is read; 5 MB hold some 50,000 terms."""

MAX_PROBLEMS = 50
"""How many problems of one kind are listed at once."""

SAVE = "in Excel choose File, Save As, and the type “CSV UTF-8”; then look whether its accents are right"
"""How a table is saved so that no letter is lost."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_MISREAD = re.compile("[ƒˆ‰]|[A-Za-z][Œ™ž]")
"""What accented letters become where a file of another system is read as one of Windows."""

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula."""

_LINE_END = re.compile("\r\n|\r|\n")

_SEPARATOR = re.compile(r"sep=([,;\t])\r?\n?", re.IGNORECASE)
"""The line with which some programs tell Excel the separator."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table that is not empty."""

    line: int
    """The line on which it begins, from 1."""

    cells: tuple[str, ...]
    """Its cells, without white space around them and with single spaces in them."""


def load(path: Path, name: str = "") -> tuple[TableRow, ...]:
    """Read the table at `path`, called `name` in messages or by its own name; raise `DataError`."""
    name = name or path.name
    return read(contents(path, name), name)


def contents(path: Path, name: str, most: int = MAX_BYTES) -> bytes:
    """Return the bytes of the file at `path`, at most so many; raise `DataError`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DataError(Problem(name, "this is not a file", "take it away, or make it a file"))
        if status.st_size > most:
            raise DataError(_too_large(name, status.st_size, most))
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise DataError(Problem(name, "there is no such file", "check its name")) from None
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        then = "close it in Excel, and check that you may open it"
        raise DataError(Problem(name, what, then)) from None


def read(data: bytes, name: str) -> tuple[TableRow, ...]:
    r"""Return the rows of a table; empty ones are left out.

    It is UTF-8 with or without a byte order mark, or what Excel's plain “CSV” is on Windows; commas,
    semicolons or tabs stand between its cells. Nothing is worked out: a formula stays the text that it is.

    Raises:
        DataError: where it is too large, of another encoding, or holds what no letter can.

    >>> [row.cells for row in read(b"en;cy\r\nforce;llu\r\n;\r\n", "terms.csv")]
    [('en', 'cy'), ('force', 'llu')]
    """
    if len(data) > MAX_BYTES:
        raise DataError(_too_large(name, len(data), MAX_BYTES))
    text, _ = _decoded(data, name)
    if found := [problem for _, problem in islice(forbidden(text, name), MAX_PROBLEMS)]:
        raise DataError(found)
    return tuple(_rows(text, name))


def appended(data: bytes, rows: Iterable[Sequence[str]], name: str) -> bytes:
    r"""Return a table with rows at its end, in its own encoding, separator and line ends.

    What stands in it stays, byte for byte. No cell that is added can be a formula.

    Raises:
        DataError: where it cannot be read, cannot hold a letter of the rows, or would be too large with them.

    >>> appended(b"en;cy\r\nforce;llu", [("a;b", "=1")], "terms.csv")
    b'en;cy\r\nforce;llu\r\n"a;b";\'=1\r\n'
    """
    before = read(data, name)
    text, encoding = _decoded(data, name)
    told, body = _told(text)
    found = _LINE_END.search(text)
    end = found.group() if found else "\n"
    out = StringIO()
    writer = csv.writer(out, delimiter=_separator(told, body), lineterminator=end)
    new = [tuple(defused(cell) for cell in row) for row in rows]
    writer.writerows(new)
    gap = "" if not body or body.endswith(("\r", "\n")) else end
    after = data + _encoded(gap + out.getvalue(), encoding, name)
    if len(after) > MAX_BYTES:
        raise DataError(_too_large(name, len(after), MAX_BYTES))
    if _cells(after, name) != [*(row.cells for row in before), *new]:
        what = "it is saved as Excel's plain CSV, and with the new rows would be read as another"
        raise DataError(Problem(name, what, SAVE))
    return after


def _cells(data: bytes, name: str) -> list[tuple[str, ...]]:
    """Return the cells of a table by rows; none where it cannot be read."""
    try:
        return [row.cells for row in read(data, name)]
    except DataError:
        return []


def defused(cell: str) -> str:
    """Return the text of a cell as no spreadsheet takes it for a formula.

    >>> defused("=SUM(A1)"), defused("tŷ")
    ("'=SUM(A1)", 'tŷ')
    """
    return f"'{cell}" if cell.startswith(_ACTIVE) else cell


def armed(cell: str) -> str:
    """Return what `defused` was given.

    >>> armed("'-ion"), armed("'r")
    ('-ion', "'r")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_ACTIVE) else cell


def _encoded(text: str, encoding: str, name: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        lost = dict.fromkeys(one for one in text if not _holds(one, encoding))
        what = f"it is saved as Excel's plain CSV, which cannot hold {', '.join([*lost][:20])}"
        raise DataError(Problem(name, what, SAVE)) from None


def _holds(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and its encoding: UTF-8, else that of Windows in Western Europe."""
    if data.startswith(_UTF_16):
        raise DataError(Problem(name, "the file is saved as UTF-16 (“Unicode text”), not as UTF-8", SAVE))
    try:
        return data.decode("utf-8").lstrip("\ufeff"), "utf-8"
    except UnicodeDecodeError as error:
        wrong = error.start
    try:
        text = data.decode("cp1252")
        if not _MISREAD.search(text):
            return text, "cp1252"
    except UnicodeDecodeError as error:
        wrong = error.start
    line = data.count(b"\n", 0, wrong) + 1
    what = "the file is saved neither as UTF-8 nor in the encoding of Windows"
    raise DataError(Problem(f"{name}:{line}", what, SAVE, line))


def _rows(text: str, name: str) -> Iterator[TableRow]:
    told, body = _told(text)
    start = 1 if told else 0
    reader = csv.reader(StringIO(body, newline=""), delimiter=_separator(told, body), strict=True)
    line = start + 1
    try:
        for cells in reader:
            kept = tuple(" ".join(cell.split()) for cell in cells)
            if any(kept):
                yield TableRow(line, kept)
            line = start + reader.line_num + 1
    except csv.Error:
        what = "the quotation marks of a cell that begins here are not closed, or stand inside it"
        then = 'write each mark inside a cell twice: "a ""word"""'
        raise DataError(Problem(f"{name}:{line}", what, then, line)) from None


def _told(text: str) -> tuple[str, str]:
    """Return the separator that a file names in a line of its own, or nothing, and the rest of the file."""
    told = _SEPARATOR.match(text)
    return (told[1], text[told.end() :]) if told else ("", text)


def _separator(told: str, body: str) -> str:
    """Return what stands between the cells: as the file says, else what its first line has most of."""
    first = _LINE_END.split(body.lstrip(), maxsplit=1)[0]
    return told or max(",;\t", key=first.count)


def _too_large(name: str, size: int, most: int) -> Problem:
    what = f"the file has {size:,} bytes, and at most {most:,} are read"
    return Problem(name, what, "take out what is not needed, or save it as CSV")
