"""Build blocks from the parser's flat list of tokens, with one method for each kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from respondent.document import cells, faults
from respondent.document.content import TextBuilder, line_of
from respondent.document.tree import (
    Alignment,
    Block,
    Cell,
    Heading,
    Item,
    List,
    Paragraph,
    Quotation,
    Row,
    Table,
)
from respondent.language import Language

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_COLUMNS = 63
"""The limit of columns in a table of Word."""

_LINE_END = re.compile(r"\r\n?|\n")


class Cursor:
    """A position in the flat list of tokens."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._index = 0

    def more(self) -> bool:
        """Return whether any token is left."""
        return self._index < len(self._tokens)

    def next(self) -> Token:
        """Return the current token without moving on."""
        return self._tokens[self._index]

    def take(self) -> Token:
        """Return the current token and move on to the next."""
        token = self.next()
        self._index += 1
        return token

    def until(self, kind: str) -> Iterator[Token]:
        """Take and yield the tokens before the next one of `kind`, which is taken too."""
        while (token := self.take()).type != kind:
            yield token


@dataclass(frozen=True, slots=True)
class BlockBuilder:
    """Builds the blocks of one text and collects its faults in `content`."""

    content: TextBuilder
    source: str
    deepen: int
    """How many levels headings are moved down."""

    def blocks(self, cursor: Cursor, id: str, end: str = "") -> Iterator[Block]:
        """Yield the blocks up to the token `end`, or all that are left."""
        # Blocks are counted before values are merged. A value of three paragraphs in one language and two in
        # the other must not shift the ids after it.
        for number in count(1):
            if not cursor.more() or (token := cursor.take()).type == end:
                return
            yield from self._block(token, cursor, f"{id}.{number}")

    def _block(self, token: Token, cursor: Cursor, id: str) -> tuple[Block, ...]:
        if token.type in faults.BY_TOKEN:
            self.content.refuse(line_of(token), faults.refusal(token.type, token.content))
            return ()
        self._refuse_empty(token, cursor)
        return _BLOCKS[token.type](self, token, cursor, id)

    def _paragraph(self, token: Token, cursor: Cursor, id: str) -> tuple[Block, ...]:
        (content,) = cursor.until("paragraph_close")
        inlines = self.content.inlines(content)
        return (Paragraph(id, self._language, inlines),) if inlines else ()

    def _heading(self, token: Token, cursor: Cursor, id: str) -> tuple[Block, ...]:
        (content,) = cursor.until("heading_close")
        inlines = self.content.inlines(content)
        level = min(6, int(token.tag[1:]) + self.deepen)
        return (Heading(id, self._language, level, inlines),) if inlines else ()

    def _quotation(self, token: Token, cursor: Cursor, id: str) -> tuple[Block, ...]:
        blocks = tuple(self.blocks(cursor, id, "blockquote_close"))
        return (Quotation(id, self._language, blocks),) if blocks else ()

    def _bullets(self, token: Token, cursor: Cursor, id: str) -> tuple[Block, ...]:
        items = [item for _, item in self._items(cursor, id, "bullet_list_close") if item.blocks]
        return (List(id, self._language, tuple(items)),) if items else ()

    def _numbers(self, token: Token, cursor: Cursor, id: str) -> tuple[Block, ...]:
        numbered = list(self._items(cursor, id, "ordered_list_close"))
        self._refuse_misnumbered([token for token, _ in numbered])
        items = [item for _, item in numbered if item.blocks]
        numbering = str(token.meta.get("numbering", ""))
        return (List(id, self._language, tuple(items), int(numbered[0][0].info), numbering),) if items else ()

    def _table(self, token: Token, cursor: Cursor, id: str) -> tuple[Block, ...]:
        lines = _LINE_END.split(self.source)
        rows: list[Row] = []
        for part in cursor.until("table_close"):
            if part.type == "tr_open":
                rows.append(self._row(cursor, f"{id}.{len(rows) + 1}"))
                self._refuse_wide(line_of(part), lines, len(rows[0].cells))
        return (Table(id, self._language, rows[0], tuple(rows[1:])),)

    def _items(self, cursor: Cursor, id: str, end: str) -> Iterator[tuple[Token, Item]]:
        for number, token in enumerate(cursor.until(end), start=1):
            self._refuse_empty(token, cursor)
            item = f"{id}.{number}"
            yield token, Item(item, self._language, tuple(self.blocks(cursor, item, "list_item_close")))

    def _row(self, cursor: Cursor, id: str) -> Row:
        row: list[Cell] = []
        for token in cursor.until("tr_close"):
            if token.type in ("th_open", "td_open"):
                inlines = self.content.inlines(cursor.take())
                row.append(Cell(f"{id}.{len(row) + 1}", self._language, inlines, _alignment(token)))
        return Row(id, self._language, tuple(row))

    def _refuse_empty(self, token: Token, cursor: Cursor) -> None:
        following = cursor.next()
        is_closed = following.type == token.type.replace("_open", "_close")
        is_bare = token.type == "heading_open" and not following.content
        if is_closed or is_bare:
            self.content.refuse(line_of(token), faults.EMPTY)

    def _refuse_misnumbered(self, items: list[Token]) -> None:
        """Refuse numbers that neither increase by one nor are all equal: Markdown would renumber them."""
        numbers = [int(item.info) for item in items]
        step = 0 if numbers[:1] == numbers[1:2] else 1
        for expected, number, item in zip(count(numbers[0], step), numbers, items, strict=False):
            if number != expected:
                what = f"the list has {number} where {expected} should be"
                advice = f"number the items consecutively; to print the number itself, write {number}\\."
                self.content.refuse(line_of(item), (what, advice))
                return

    def _refuse_wide(self, line: int, lines: list[str], columns: int) -> None:
        """Refuse a row with more cells than the table has columns: the parser would drop the rest."""
        width = len(cells.spans(lines[line]))
        if width > columns:
            what = f"a row of the table has {width} cells, but its first row has {columns}"
            self.content.refuse(
                line, (what, "give all rows the same number; to print the character itself, write \\|")
            )
        elif width > MAX_COLUMNS:
            what = f"a row of the table has {width} cells, but Word shows at most {MAX_COLUMNS}"
            self.content.refuse(line, (what, "split the table"))

    @property
    def _language(self) -> Language:
        return self.content.language


_Build: TypeAlias = "Callable[[BlockBuilder, Token, Cursor, str], tuple[Block, ...]]"

_BLOCKS: Mapping[str, _Build] = {
    "paragraph_open": BlockBuilder._paragraph,
    "heading_open": BlockBuilder._heading,
    "blockquote_open": BlockBuilder._quotation,
    "bullet_list_open": BlockBuilder._bullets,
    "ordered_list_open": BlockBuilder._numbers,
    "table_open": BlockBuilder._table,
}


def _alignment(token: Token) -> Alignment:
    style = str(token.attrs.get("style", ""))
    for alignment in ("center", "right"):
        if style.endswith(alignment):
            return alignment
    return "left"
