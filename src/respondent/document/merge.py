"""Replace the keys in parsed blocks with their values.

Values are never part of the Markdown source, so the signs in a value can never become structure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias, assert_never

from respondent.document import faults
from respondent.document.faults import MarkupError, MarkupFault
from respondent.document.inlines import joined, styled, worded
from respondent.document.tree import (
    Block,
    Cell,
    Gap,
    Heading,
    Inline,
    Inlines,
    Item,
    List,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Run,
    Section,
    Table,
    Words,
)

Insert: TypeAlias = Words | tuple[Block, ...]
"""The value of a key: words inside a paragraph, or blocks on a line of their own."""

OPEN, CLOSE = "\ue000", "\ue001"
"""Private characters around the key of an insert."""


def merge(blocks: Iterable[Block], inserts: Mapping[str, Insert]) -> tuple[Block, ...]:
    """Return the blocks with the values of their keys, without blocks that become empty.

    Raises:
        MarkupError: if a value inside a sentence consists of blocks.
    """
    return tuple(merged for block in blocks for merged in _block(block, inserts))


def _block(block: Block, inserts: Mapping[str, Insert]) -> tuple[Block, ...]:
    match block:
        case Paragraph():
            return _paragraph(block, inserts)
        case Heading():
            inlines = _inlines(block.inlines, inserts)
            return (Heading(block.id, block.language, block.level, inlines),) if inlines else ()
        case List():
            items = tuple(_items(block.items, inserts))
            return (replace(block, items=items),) if items else ()
        case Quotation():
            inner = merge(block.blocks, inserts)
            return (replace(block, blocks=inner),) if inner else ()
        case Table():
            rows = tuple(_row(row, inserts) for row in block.rows)
            return (replace(block, header=_row(block.header, inserts), rows=rows),)
        case Section() | Gap() | Picture():
            return (block,)  # never made from Markdown, only inserted
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, inserts: Mapping[str, Insert]) -> tuple[Block, ...]:
    if len(block.inlines) == 1:
        text = getattr(block.inlines[0], "text", "")
        alone = inserts.get(text[1:-1])
        if alone is not None and block.inlines[0] == Run(f"{OPEN}{text[1:-1]}{CLOSE}", block.language):
            if isinstance(alone, tuple):
                return alone
            if len(alone.inlines) < 2:
                return (Paragraph(block.id, block.language, alone.inlines),) if alone.inlines else ()
    inlines = _inlines(block.inlines, inserts)
    return (Paragraph(block.id, block.language, inlines),) if inlines else ()


def _items(items: Iterable[Item], inserts: Mapping[str, Insert]) -> Iterator[Item]:
    for item in items:
        inner = merge(item.blocks, inserts)
        if inner:
            yield Item(item.id, item.language, inner)


def _row(row: Row, inserts: Mapping[str, Insert]) -> Row:
    return Row(row.id, row.language, tuple(_cell(cell, inserts) for cell in row.cells))


def _cell(cell: Cell, inserts: Mapping[str, Insert]) -> Cell:
    """Return a cell in the language of all its words, such as those of a quotation, else of the table."""
    inlines = _inlines(cell.inlines, inserts)
    languages = {inline.language for inline in inlines}
    language = languages.pop() if len(languages) == 1 else cell.language
    return replace(cell, language=language, inlines=inlines)


def _inlines(inlines: Inlines, inserts: Mapping[str, Insert]) -> Inlines:
    if not any(isinstance(inline, Run) and OPEN in inline.text for inline in inlines):
        return inlines
    merged: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Run) and OPEN in inline.text:
            merged.extend(_words(inline, inserts))
        else:
            merged.append(inline)
    return joined(merged)


def _words(run: Run, inserts: Mapping[str, Insert]) -> Iterator[Inline]:
    first, *pieces = run.text.split(OPEN)
    if first:
        yield worded(run, first)
    for piece in pieces:
        key, closed, rest = piece.partition(CLOSE)
        insert = inserts.get(key) if closed else None
        if isinstance(insert, tuple):
            raise MarkupError([MarkupFault(0, *faults.BLOCKS_IN_SENTENCE)])
        if insert is None:
            rest = OPEN + piece
        elif run.strong or run.emphasis or run.href:
            for inline in insert.inlines:
                yield styled(inline, run) if isinstance(inline, Run) else inline
        else:
            yield from insert.inlines
        if rest:
            yield worded(run, rest)
