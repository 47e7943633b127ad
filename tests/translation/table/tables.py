"""Tables taken apart and changed as people change them in Word: with other code than the product's own."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from typing import Any, TypeAlias

import docx
from docx.table import Table, _Cell, _Row
from lxml import etree
from packages import W, packed, unpacked

from respondent.translation.sheet import TranslationSheet

Element: TypeAlias = Any
"""An lxml element."""

SHEET = TranslationSheet("2026-custody", date(2026, 11, 24))
KEY, SOURCE, TARGET, STATE, NOTE = range(5)
DOCUMENT = "word/document.xml"


def edited(data: bytes, *edits: Callable[[Table], None]) -> bytes:
    """Return a document whose table has been changed with python-docx."""
    document = docx.Document(io.BytesIO(data))
    for edit in edits:
        edit(document.tables[0])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(data: bytes, edit: Callable[[Element], None]) -> bytes:
    """Return a document whose XML has been changed."""
    parts = unpacked(data)
    root = etree.fromstring(parts[DOCUMENT])
    edit(root)
    return packed({**parts, DOCUMENT: etree.tostring(root)})


def row(table: Table, key: str) -> _Row:
    """Return the row of a key."""
    found: _Row = next(one for one in table.rows if one.cells[KEY].paragraphs[-1].text == key)
    return found


def added(table: Table) -> _Row:
    """Return a new row at the end."""
    found: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx has no types here
    return found


def fill(key: str, text: str, column: int = TARGET) -> Callable[[Table], None]:
    """Return an edit that types words into a cell, a paragraph for each line."""

    def edit(table: Table) -> None:
        typed(row(table, key).cells[column], text)

    return edit


def typed(cell: _Cell, text: str) -> None:
    """Put words into a cell in place of what stands there."""
    first, *others = cell.paragraphs
    for child in list(first._p):
        if child.tag != f"{W}pPr":
            first._p.remove(child)
    for other in others:
        other._p.getparent().remove(other._p)
    lines = text.split("\n")
    first.add_run(lines[0])
    for line in lines[1:]:
        cell.add_paragraph(line, style=first.style)


def rows_of(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield each row in XML with the words of its first cell's last paragraph."""
    for one in root.iter(f"{W}tr"):
        last = one.find(f"{W}tc").findall(f"{W}p")[-1]
        yield "".join(text.text or "" for text in last.iter(f"{W}t")), one


def cell_of(root: Element, key: str, column: int = TARGET) -> Element:
    """Return a cell of the row of a key."""
    return next(one for found, one in rows_of(root) if found == key).findall(f"{W}tc")[column]


def copied(element: Element) -> Element:
    """Return a copy of a row or a cell, put behind it."""
    copy = deepcopy(element)
    element.addnext(copy)
    return copy
