"""Bytes to text: only UTF-8, and no characters that a letter cannot contain."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from respondent.errors import DataError, Problem

# XML 1.0 (2.2) excludes most of these, so DOCX, XLIFF and TMX could not contain them.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What no text may contain: control characters except tab and line ends, lone surrogates, noncharacters."""

_LINE_END = re.compile("\r\n|\r|\n")

_SAVE_AS_UTF8 = "in Notepad choose File, Save as, and the encoding UTF-8; then check its accents"

AS_UTF16 = ("the file is saved as UTF-16 (“Unicode”), not as UTF-8", _SAVE_AS_UTF8)
"""What is wrong with a file that Notepad saved as *Unicode*, and what to do about it."""

_KNOWN = {
    "\x00": ("a NUL character", "delete it; if there are many, save the file as UTF-8"),
    "\x02": ("a line-end hyphen copied from a PDF", "delete it, or write a hyphen"),
    "\x07": ("the end of a table cell pasted from Word", "delete it, or write a new line"),
    "\x0b": ("a manual line break pasted from Word", "write a new line"),
    "\x0c": ("a page break pasted from Word", "delete it, or write a new line"),
    "\x1e": ("a non-breaking hyphen pasted from Word", "write a hyphen"),
    "\x1f": ("an optional hyphen pasted from Word", "delete it"),
}
"""What Word's and PDF's control characters were, and what to do about them."""

_UNKNOWN = ("an unprintable character", "delete the words around it and type them again")


def decode(data: bytes, name: str) -> str:
    """Return the text of a UTF-8 file without its byte order mark; raise `DataError` for others."""
    if is_utf16(data):
        raise DataError(Problem(name, *AS_UTF16))
    try:
        return data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").lstrip("\ufeff")
        line, column = place(before, len(before))
        what = f"the file is not saved as UTF-8: byte {data[error.start]:02X} at column {column}"
        raise DataError(Problem(f"{name}:{line}", what, _SAVE_AS_UTF8)) from None


def over_limit(limit: int) -> str:
    """Return how messages say that a file has more than `limit` bytes.

    >>> over_limit(60_000_000)
    'larger than the 60 MB limit'
    """
    size = f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit:,} byte"
    return f"larger than the {size} limit"


def is_utf16(data: bytes) -> bool:
    """Return whether `data` begins with a byte order mark of UTF-16."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def place(text: str, index: int) -> tuple[int, int]:
    r"""Return the line and the column, both from 1, of the character at `index`.

    >>> place("Heddlu\r\nGwent", 8)
    (2, 1)
    """
    lines = _LINE_END.split(text[:index])
    return len(lines), len(lines[-1]) + 1


def printable(name: str) -> str:
    r"""Return the name of a file in printable form, even where it is not valid UTF-8.

    >>> printable("clo\udcff.md.j2")
    'clo\\udcff.md.j2'
    """
    return name.encode("utf-8", "backslashreplace").decode()


def named(character: str) -> tuple[str, str]:
    r"""Return what a forbidden character is, and what to do about it.

    >>> named("\x0b")
    ('a manual line break pasted from Word (U+000B)', 'write a new line')
    """
    what, next_ = _KNOWN.get(character, _UNKNOWN)
    return f"{what} (U+{ord(character):04X})", next_


def forbidden(text: str, name: str) -> Iterator[tuple[int, Problem]]:
    """Yield each forbidden character of a file as its line and the problem."""
    for match in CONTROL.finditer(text):
        line, column = place(text, match.start())
        what, next_ = named(match.group())
        yield line, Problem(f"{name}:{line}", f"{what} at column {column}", next_)
