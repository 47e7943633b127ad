"""Reads a table that a spreadsheet saved as CSV: its encoding, its separator, its rows with their lines."""

from __future__ import annotations

import codecs
import csv
import re
import stat
from collections.abc import Iterator
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

_SEPARATOR = re.compile(r"sep=([,;\t])\r?\n?", re.IGNORECASE)
"""The line with which some programs tell Excel the separator."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table that is not empty."""

    line: int
    """The line on which it begins, from 1."""

    cells: tuple[str, ...]
    """Its cells, without white space around them and with single spaces in them."""


def load(path: Path, name: str = "") -> tuple[Row, ...]:
    """Read the table at `path`, called `name` in messages or by its own name; raise `DataError`."""
    name = name or path.name
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DataError(Problem(name, "this is not a file", "take it away, or make it a file"))
        if status.st_size > MAX_BYTES:
            raise DataError(_too_large(name, status.st_size))
        with path.open("rb") as file:
            return read(file.read(MAX_BYTES + 1), name)
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        then = "close it in Excel, and check that you may open it"
        raise DataError(Problem(name, what, then)) from None


def read(data: bytes, name: str) -> tuple[Row, ...]:
    r"""Return the rows of a table; empty ones are left out.

    It is UTF-8 with or without a byte order mark, or what Excel's plain “CSV” is on Windows; commas,
    semicolons or tabs stand between its cells. Nothing is worked out: a formula stays the text that it is.

    Raises:
        DataError: where it is too large, of another encoding, or holds what no letter can.

    >>> [row.cells for row in read(b"en;cy\r\nforce;llu\r\n;\r\n", "terms.csv")]
    [('en', 'cy'), ('force', 'llu')]
    """
    if len(data) > MAX_BYTES:
        raise DataError(_too_large(name, len(data)))
    text = _decoded(data, name)
    if found := [problem for _, problem in islice(forbidden(text, name), MAX_PROBLEMS)]:
        raise DataError(found)
    return tuple(_rows(text, name))


def _decoded(data: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, else in the encoding of Windows in Western Europe."""
    if data.startswith(_UTF_16):
        raise DataError(Problem(name, "the file is saved as UTF-16 (“Unicode text”), not as UTF-8", SAVE))
    try:
        return data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        wrong = error.start
    try:
        text = data.decode("cp1252")
        if not _MISREAD.search(text):
            return text
    except UnicodeDecodeError as error:
        wrong = error.start
    line = data.count(b"\n", 0, wrong) + 1
    what = "the file is saved neither as UTF-8 nor in the encoding of Windows"
    raise DataError(Problem(f"{name}:{line}", what, SAVE, line))


def _rows(text: str, name: str) -> Iterator[Row]:
    told = _SEPARATOR.match(text)
    start = 1 if told else 0
    body = text[told.end() :] if told else text
    reader = csv.reader(StringIO(body, newline=""), delimiter=_separator(told, body), strict=True)
    line = start + 1
    try:
        for cells in reader:
            kept = tuple(" ".join(cell.split()) for cell in cells)
            if any(kept):
                yield Row(line, kept)
            line = start + reader.line_num + 1
    except csv.Error:
        what = "the quotation marks of a cell that begins here are not closed, or stand inside it"
        then = 'write each mark inside a cell twice: "a ""word"""'
        raise DataError(Problem(f"{name}:{line}", what, then, line)) from None


def _separator(told: re.Match[str] | None, body: str) -> str:
    """Return what stands between the cells: as the file says, else what its first line has most of."""
    first = body.lstrip().partition("\n")[0]
    return told[1] if told else max(",;\t", key=first.count)


def _too_large(name: str, size: int) -> Problem:
    what = f"the file has {size:,} bytes, and at most {MAX_BYTES:,} are read"
    return Problem(name, what, "take out what is not needed, or save it as CSV")
