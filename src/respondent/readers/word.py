"""A Word document as paragraphs and tables, in two readings: tracked changes accepted, or rejected.

What Word shows is read: insertions or deletions by the reading, words inside links, content controls and
smart tags, text boxes, footnotes. What it hides is not: hidden text, the codes of fields. Comments and
tracked changes are told beside the paragraph that they belong to (ISO/IEC 29500-1, 17.13).
"""

from __future__ import annotations

from respondent.errors import InputError, Problem
from respondent.files.package import BadPackage, parts
from respondent.readers.paragraphs import ReadingOptions, WordDocument
from respondent.readers.walk import body, margins, properties


def is_word(data: bytes) -> bool:
    """Tell whether a file is meant as a Word document, old or new, whatever is wrong with it."""
    return data.startswith((b"PK\3\4", b"\xd0\xcf\x11\xe0"))


def read(data: bytes, name: str, reading: ReadingOptions) -> WordDocument:
    """Return a Word document as paragraphs and tables.

    Args:
        data: The file.
        name: How messages call it.
        reading: How it is read.

    Raises:
        InputError: with the reason and what to do, if it is not a Word document that we read.
    """
    try:
        found = parts(data)
        return WordDocument(body(found, reading), margins(found, reading), properties(found))
    except BadPackage as error:
        raise InputError(Problem(name, error.what, error.then)) from error


def read_margins(data: bytes, options: ReadingOptions) -> tuple[str, ...]:
    """Return only the lines of the headers and footers of a Word document that we have written."""
    return margins(parts(data), options)
