"""A Word document as paragraphs and tables, in two readings: tracked changes accepted, or rejected.

The reader reads what Word shows: insertions or deletions, depending on the reading, words inside links,
content controls and smart tags, text boxes and footnotes. It skips hidden text and field codes. Comments
and tracked changes (ISO/IEC 29500-1, 17.13) are kept with their paragraph.
"""

from __future__ import annotations

from respondent.errors import InputError, Problem
from respondent.files.package import BadPackage, parts
from respondent.readers.paragraphs import ReadingOptions, WordDocument
from respondent.readers.walk import body, margins, properties


def is_word(data: bytes) -> bool:
    """Return whether a file begins as a Word document does, DOCX or DOC, even if it is damaged."""
    return data.startswith((b"PK\3\4", b"\xd0\xcf\x11\xe0"))


def read(data: bytes, name: str, reading: ReadingOptions) -> WordDocument:
    """Return a Word document as paragraphs and tables.

    Args:
        data: The file.
        name: How messages call it.
        reading: How it is read.

    Raises:
        InputError: with the reason and what to do, if it is not a Word document that can be read.
    """
    try:
        contents = parts(data)
        return WordDocument(body(contents, reading), margins(contents, reading), properties(contents))
    except BadPackage as error:
        raise InputError(Problem(name, error.what, error.advice)) from error


def read_margins(data: bytes, options: ReadingOptions) -> tuple[str, ...]:
    """Return only the lines of the headers and footers of a Word document that we have written."""
    return margins(parts(data), options)
