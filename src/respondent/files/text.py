"""Bytes to text: only UTF-8, and no characters that a letter cannot contain."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

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

_OTHER_FILES = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file (.doc, .xls)"),
    (b"{\\rtf", "a Word file in Rich Text Format (.rtf)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
)
"""How files that are no text begin, and what messages call them."""

_ZIP = b"PK\x03\x04"
_IN_ZIP = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"opendocument", "an OpenDocument file (.odt, .ods)"),
)
"""A folder or a type that stands unpacked in zips of these programs, and what messages call them."""

_NOT_TEXT = "save its words as plain text (.txt) in UTF-8, and give that file the name"


def decode(data: bytes, name: str) -> str:
    """Return the text of a UTF-8 file without its byte order mark; raise `DataError` for others."""
    if is_utf16(data):
        raise DataError(Problem(name, *AS_UTF16))
    if kind := _other_file(data):
        raise DataError(Problem(name, f"this is {kind}, not a text file", _NOT_TEXT))
    try:
        return data.decode("utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").lstrip("\ufeff")
        line, column = place(before, len(before))
        what = f"the file is not saved as UTF-8: byte {data[error.start]:02X} at column {column}"
        raise DataError(Problem(f"{name}:{line}", what, _SAVE_AS_UTF8)) from None


def _other_file(data: bytes) -> str:
    """Return what a file is that another program has written; empty for what may be text."""
    if data.startswith(_ZIP):
        return next((kind for part, kind in _IN_ZIP if part in data), "a zip archive")
    return next((kind for start, kind in _OTHER_FILES if data.startswith(start)), "")


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


@dataclass(frozen=True, slots=True)
class Cleaning:
    """Characters that were taken out of a text, or replaced."""

    what: str
    """``2 soft hyphens``."""

    done: str
    """What became of them: ``taken out``."""

    def __str__(self) -> str:
        return f"{self.what}: {self.done}"


# Zero-width characters come from web pages and PDF. They split words for searching, sorting and comparing.
# U+200C and U+200D join letters of other scripts and emoji; neither language of a letter has such.
_INVISIBLE: Mapping[str, tuple[str, str]] = {
    "\u00ad": ("soft hyphen", ""),
    # Ligatures of fonts, which a copy out of a PDF brings: no search finds the word.
    "\ufb00": ("ligature", "ff"),
    "\ufb01": ("ligature", "fi"),
    "\ufb02": ("ligature", "fl"),
    "\ufb03": ("ligature", "ffi"),
    "\ufb04": ("ligature", "ffl"),
    "\ufb05": ("ligature", "st"),
    "\ufb06": ("ligature", "st"),
    "\u200b": ("zero-width space", ""),
    "\u200c": ("zero-width non-joiner", ""),
    "\u200d": ("zero-width joiner", ""),
    "\u2060": ("word joiner", ""),
    "\ufeff": ("byte order mark", ""),
    "\u2061": ("invisible mathematical sign", ""),
    "\u2062": ("invisible mathematical sign", ""),
    "\u2063": ("invisible mathematical sign", ""),
    "\u2064": ("invisible mathematical sign", ""),
    "\u180e": ("Mongolian vowel separator", ""),
    "\u034f": ("combining grapheme joiner", ""),
    # Line ends of Unicode: Word and Markdown know neither, and XML writers break at them.
    "\u2028": ("line separator (U+2028)", "\n"),
    "\u2029": ("paragraph separator (U+2029)", "\n\n"),
    "\u0085": ("next-line sign (U+0085)", "\n"),
}
_INVISIBLES = re.compile("[" + "".join(_INVISIBLE) + "]")
_COMBINING = re.compile("[\u0300-\u036f]")


def cleaned(text: str) -> tuple[str, tuple[Cleaning, ...]]:
    r"""Return a text without invisible characters and decomposed accents, and what was changed.

    >>> new, (cleaning,) = cleaned("a\u00adb")
    >>> new, str(cleaning)
    ('ab', 'a soft hyphen: taken out')
    >>> cleaned("dw\u0302r")[0] == "d\u0175r"
    True
    """
    if text.isascii():
        return text, ()
    counts: dict[str, int] = {}
    for match in _INVISIBLES.finditer(text):
        counts[match[0]] = counts.get(match[0], 0) + 1
    new = _INVISIBLES.sub(lambda match: _INVISIBLE[match[0]][1], text) if counts else text
    cleanings = [_cleaning(count, *_INVISIBLE[sign]) for sign, count in counts.items()]
    if _COMBINING.search(new) and (composed := unicodedata.normalize("NFC", new)) != new:
        count = len(new) - len(composed)
        accents = "an accent typed apart from its letter" if count == 1 else f"{count} accents typed apart"
        cleanings.append(Cleaning(accents, "joined to the letter"))
        new = composed
    return new, tuple(cleanings)


def _cleaning(count: int, name: str, replacement: str) -> Cleaning:
    head, bracket, code = name.partition(" (")
    if count == 1:
        what = f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
    else:
        what = f"{count} {head}s{bracket}{code}"
    return Cleaning(
        what, {"": "taken out", "\n": "read as a line end"}.get(replacement, "read as an empty line")
    )
