"""Read tables that spreadsheets save as CSV, in various encodings and separators, and add rows to them."""

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
from respondent.files.text import cleaned, forbidden, over_limit

MAX_BYTES = 5_000_000
"""The size limit of a table. 5 MB are about 50,000 terms; an office has a few hundred."""

MAX_PROBLEMS = 50
"""The limit of listed problems of one kind. Nobody fixes more in one go."""

SAVE = "in Excel choose File, Save As, and the type “CSV UTF-8”; then check its accents"
"""The advice for saving a table without losing letters."""

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_MISREAD = re.compile("[ƒˆ‰]|[A-Za-z][Œ™ž]")
"""What accented letters become when a table saved on a Mac or in DOS is read as Windows-1252.

In Mac Roman â and ô are 0x89 and 0x99, which Windows-1252 reads as ‰ and ™. In DOS (code page 850) â and ê
are 0x83 and 0x88, read as ƒ and ˆ. No Welsh or English word contains these."""

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")
"""The first characters of cells that a spreadsheet evaluates as formulas (OWASP, CSV injection)."""

_LINE_END = re.compile("\r\n|\r|\n")

_SEPARATOR = re.compile(r"sep=([,;\t])\r?\n?", re.IGNORECASE)
"""A first line such as ``sep=;``: some exporters write it, and Excel takes its separator from it."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table that is not empty."""

    line: int
    """Its first line, from 1."""

    cells: tuple[str, ...]
    """Its cells, without white space at the ends and with single spaces inside."""


def load(path: Path, name: str = "") -> tuple[TableRow, ...]:
    """Read the table at `path`, called `name` in messages or by its own name; raise `DataError`."""
    name = name or path.name
    return read(contents(path, name), name)


def contents(path: Path, name: str, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of the file at `path`; raise `DataError` if there are more than `limit`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DataError(Problem(name, "this is not a file", "remove it, or replace it with a file"))
        if status.st_size > limit:
            raise DataError(_too_large(name, limit))
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise DataError(Problem(name, "there is no such file", "check its name")) from None
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        advice = "close it in Excel, and check that you have permission to open it"
        raise DataError(Problem(name, what, advice)) from None


def read(data: bytes, name: str) -> tuple[TableRow, ...]:
    r"""Return the rows of a table, without empty ones.

    The encoding is UTF-8, with or without a byte order mark, or that of Excel's plain “CSV” on Windows. The
    separator is a comma, semicolon or tab. Formulas are returned as text and not evaluated.

    Raises:
        DataError: if it is too large, in another encoding, or contains forbidden characters.

    >>> [row.cells for row in read(b"en;cy\r\nforce;llu\r\n;\r\n", "terms.csv")]
    [('en', 'cy'), ('force', 'llu')]
    """
    if len(data) > MAX_BYTES:
        raise DataError(_too_large(name, MAX_BYTES))
    text, _ = _decoded(data, name)
    if problems := [problem for _, problem in islice(forbidden(text, name), MAX_PROBLEMS)]:
        raise DataError(problems)
    return tuple(_rows(text, name))


def appended(data: bytes, rows: Iterable[Sequence[str]], name: str) -> bytes:
    r"""Return a table with rows added in its encoding and with its separator and line ends.

    No existing byte changes. No added cell can be a formula.

    Raises:
        DataError: if it cannot be read, its encoding lacks a letter of the rows, or it would be too large.

    >>> appended(b"en;cy\r\nforce;llu", [("a;b", "=1")], "terms.csv")
    b'en;cy\r\nforce;llu\r\n"a;b";\'=1\r\n'
    """
    before = read(data, name)
    text, encoding = _decoded(data, name)
    declared, body = _declared_separator(text)
    first_end = _LINE_END.search(text)
    line_end = first_end.group() if first_end else "\n"
    added = StringIO()
    writer = csv.writer(added, delimiter=_separator(declared, body), lineterminator=line_end)
    new = [tuple(defused(cell) for cell in row) for row in rows]
    writer.writerows(new)
    gap = "" if not body or body.endswith(("\r", "\n")) else line_end
    after = data + _encoded(gap + added.getvalue(), encoding, name)
    if len(after) > MAX_BYTES:
        raise DataError(_too_large(name, MAX_BYTES))
    if _cells(after, name) != [*(row.cells for row in before), *new]:
        what = "the file is saved as Excel's plain CSV, and the new rows would make its encoding ambiguous"
        raise DataError(Problem(name, what, SAVE))
    return after


def _cells(data: bytes, name: str) -> list[tuple[str, ...]]:
    """Return the cells of a table by rows, or no rows if it cannot be read."""
    try:
        return [row.cells for row in read(data, name)]
    except DataError:
        return []


def defused(cell: str) -> str:
    """Return the text of a cell in a form that no spreadsheet evaluates as a formula.

    A text that already looks so gets a second apostrophe, which tells its own from ours.

    >>> defused("=SUM(A1)"), defused("'="), defused("tŷ")
    ("'=SUM(A1)", "''=", 'tŷ')
    """
    return f"'{cell}" if cell.lstrip("'").startswith(_ACTIVE) else cell


def armed(cell: str) -> str:
    """Return the original text of a cell from `defused`.

    >>> armed("'-ion"), armed("''="), armed("'r")
    ('-ion', "'=", "'r")
    """
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_ACTIVE) else cell


def _encoded(text: str, encoding: str, name: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        lost = dict.fromkeys(letter for letter in text if not _holds(letter, encoding))
        what = f"the file is saved as Excel's plain CSV, which cannot contain {', '.join([*lost][:20])}"
        raise DataError(Problem(name, what, SAVE)) from None


def _holds(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """Return the text of a file and its encoding: UTF-8, or Windows-1252 (Western European)."""
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
    what = "the file is saved neither as UTF-8 nor in the Windows encoding"
    raise DataError(Problem(f"{name}:{line}", what, SAVE, line))


def _rows(text: str, name: str) -> Iterator[TableRow]:
    declared, body = _declared_separator(text)
    start = 1 if declared else 0
    reader = csv.reader(StringIO(body, newline=""), delimiter=_separator(declared, body), strict=True)
    line = start + 1
    try:
        for cells in reader:
            tidied = tuple(" ".join(cleaned(cell)[0].split()) for cell in cells)
            if any(tidied):
                yield TableRow(line, tidied)
            line = start + reader.line_num + 1
    except csv.Error:
        what = "a cell that begins here has an unclosed quotation mark, or one inside its text"
        advice = 'write each mark inside a cell twice: "a ""word"""'
        raise DataError(Problem(f"{name}:{line}", what, advice, line)) from None


def _declared_separator(text: str) -> tuple[str, str]:
    """Return the separator that a ``sep=`` line names, empty without one, and the rest of the file."""
    match = _SEPARATOR.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def _separator(declared: str, body: str) -> str:
    """Return the separator of the cells: the declared one, or the most frequent one of the first line."""
    # Excel separates with the list separator of the Windows locale, and does not name it in the file. The
    # first line is a header of short names, in which the separator outnumbers any mark inside a cell.
    first = _LINE_END.split(body.lstrip(), maxsplit=1)[0]
    return declared or max(",;\t", key=first.count)


def _too_large(name: str, limit: int) -> Problem:
    what = f"the file is {over_limit(limit)}"
    return Problem(name, what, "remove what you do not need, or save it as CSV")
