"""The only door to Markdown: text that people or templates wrote becomes blocks of the tree.

The subset: paragraphs, headings, bullets, numbered lists, tables, quotations, bold, italic, links, and words of
the other language, ``[Stalking and harassment](lang:en)``. What Markdown can do beyond that (pictures, raw HTML,
rules) is a fault, never silently kept or dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

from respondent.document.inlines import joined, styled
from respondent.document.tree import (
    Alignment,
    Block,
    Break,
    Cell,
    Heading,
    Inline,
    Inlines,
    Item,
    List,
    Paragraph,
    Quotation,
    Row,
    Run,
    Table,
    Words,
)
from respondent.language import Language

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Insert: TypeAlias = Words | tuple[Block, ...]
"""What a mark in the source stands for: words inside a paragraph, or whole blocks alone on a line."""

OPEN, CLOSE = "\ue000", "\ue001"
"""Private characters around the key of an insert. No merged value is ever part of the Markdown source, so no
value can become structure, whatever it holds."""

_LANGUAGES = {f"lang:{language}": language for language in Language}
"""Words of the other language: ``[Stalking and harassment](lang:en)``."""

LINK_SCHEMES = ("https:", "http:", "mailto:", "tel:")

# Left out of CommonMark: what the subset does not have and people type by accident. Without these rules four
# spaces, a line of dashes under a line, back-ticks and "[1]: see annex" stay the words that they are.
_RULES_OFF = ("code", "fence", "lheading", "reference", "backticks")

# The parser drops what lies deeper than its limit; a text that comes near it is refused instead.
_DEEPEST = 30

_FAULTS = {
    "image": ("a picture stands in the text", "take ![…](…) out; pictures belong to the stationery"),
    "html_inline": ("raw HTML stands in the text", "write **bold** or *italic*, or \\< for the sign itself"),
    "html_block": ("raw HTML stands in the text", "write **bold** or *italic*, or \\< for the sign itself"),
    "hr": ("a line of dashes or stars stands alone", "take it out, or write \\--- for the signs themselves"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a text that is not of the subset."""

    line: int
    """Counted from 0 in the text itself."""

    what: str
    next: str


class MarkupError(Exception):
    """A text is not of the Markdown subset; carries every fault."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.what for fault in faults))
        self.faults = faults


def parse(
    source: str,
    language: Language,
    id: str,
    *,
    inserts: Mapping[str, Insert] | None = None,
    deepen: int = 0,
) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text, with ids below `id`: ``evidence.training.text.1``.

    Args:
        source: The Markdown text.
        language: The language that its words are in.
        id: The id that those of the blocks begin with.
        inserts: What stands for each key between `OPEN` and `CLOSE`.
        deepen: How many levels its headings are moved down, to 6 at most.

    Raises:
        MarkupError: for anything outside the subset, all faults at once.
    """
    tokens = _tokens(source)
    if any(token.level >= _DEEPEST for token in tokens):
        raise MarkupError(
            [Fault(0, "lists or quotations stand too deep in each other", "write them flatter")]
        )
    builder = _Builder(language, inserts or {}, deepen)
    blocks = tuple(builder.blocks(_Cursor(tokens), id))
    if builder.faults:
        raise MarkupError(builder.faults)
    return blocks


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return (
        MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST + 10})
        .enable("table")
        .disable(list(_RULES_OFF))
    )


@lru_cache(maxsize=512)
def _tokens(source: str) -> tuple[Token, ...]:
    # The chunks of a template come again with every letter, keys for values and all: each is parsed once.
    return tuple(_parser().parse(source))


class _Cursor:
    """A place in the flat list of tokens."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._index = 0

    def more(self) -> bool:
        return self._index < len(self._tokens)

    def take(self) -> Token:
        token = self._tokens[self._index]
        self._index += 1
        return token

    def until(self, kind: str) -> Iterator[Token]:
        """Yield tokens, taking them, up to the one of `kind`, which is taken too."""
        while (token := self.take()).type != kind:
            yield token


@dataclass(slots=True)
class _Builder:
    """Builds blocks from tokens; one small method for each kind of block."""

    language: Language
    inserts: Mapping[str, Insert]
    deepen: int
    faults: list[Fault] = field(default_factory=list)

    def blocks(self, cursor: _Cursor, id: str, end: str = "") -> Iterator[Block]:
        # A number a paragraph, whatever an insert brings: a text of three paragraphs in one language and of two
        # in the other does not shift the ids behind it.
        for number in count(1):
            if not cursor.more() or (token := cursor.take()).type == end:
                return
            yield from self._block(token, cursor, f"{id}.{number}")

    def _block(self, token: Token, cursor: _Cursor, id: str) -> tuple[Block, ...]:
        if token.type in _FAULTS:
            self._fault(token.type, token.map)
            return ()
        return _BLOCKS[token.type](self, token, cursor, id)

    def paragraph(self, token: Token, cursor: _Cursor, id: str) -> tuple[Block, ...]:
        (content,) = cursor.until("paragraph_close")
        alone = self._alone(content.content)
        if alone is not None:
            return alone
        inlines = self._inlines(content)
        return (Paragraph(id, self.language, inlines),) if inlines else ()

    def heading(self, token: Token, cursor: _Cursor, id: str) -> tuple[Block, ...]:
        (content,) = cursor.until("heading_close")
        inlines = self._inlines(content)
        level = min(6, int(token.tag[1:]) + self.deepen)
        return (Heading(id, self.language, level, inlines),) if inlines else ()

    def quotation(self, token: Token, cursor: _Cursor, id: str) -> tuple[Block, ...]:
        return (Quotation(id, self.language, tuple(self.blocks(cursor, id, "blockquote_close"))),)

    def bullets(self, token: Token, cursor: _Cursor, id: str) -> tuple[Block, ...]:
        return (List(id, self.language, tuple(self._items(cursor, id, "bullet_list_close"))),)

    def numbers(self, token: Token, cursor: _Cursor, id: str) -> tuple[Block, ...]:
        start = int(token.attrs.get("start", 1))
        return (List(id, self.language, tuple(self._items(cursor, id, "ordered_list_close")), start),)

    def table(self, token: Token, cursor: _Cursor, id: str) -> tuple[Block, ...]:
        rows: list[Row] = []
        for part in cursor.until("table_close"):
            if part.type == "tr_open":
                rows.append(self._row(cursor, f"{id}.{len(rows) + 1}"))
        return (Table(id, self.language, rows[0], tuple(rows[1:])),)

    def _items(self, cursor: _Cursor, id: str, end: str) -> Iterator[Item]:
        for number, _ in enumerate(cursor.until(end), start=1):
            item = f"{id}.{number}"
            yield Item(item, self.language, tuple(self.blocks(cursor, item, "list_item_close")))

    def _row(self, cursor: _Cursor, id: str) -> Row:
        cells: list[Cell] = []
        for token in cursor.until("tr_close"):
            if token.type in ("th_open", "td_open"):
                inlines = self._inlines(cursor.take())
                cells.append(Cell(f"{id}.{len(cells) + 1}", self.language, inlines, _alignment(token)))
        return Row(id, self.language, tuple(cells))

    def _alone(self, content: str) -> tuple[Block, ...] | None:
        """Return the blocks that a paragraph stands for when it is the key of an insert and nothing else."""
        if not (content.startswith(OPEN) and content.find(CLOSE) == len(content) - 1):
            return None
        insert = self.inserts.get(content[1:-1])
        return insert if isinstance(insert, tuple) else None

    def _inlines(self, content: Token) -> Inlines:
        style = Run("", self.language)
        found: list[Inline] = []
        for token in content.children or ():
            if token.type in _STYLES:
                style = _STYLES[token.type](style)
            elif token.type == "link_close":
                style = replace(style, href="", language=self.language)
            elif token.type == "link_open":
                style = self._linked(style, str(token.attrs["href"]), content)
            elif token.type in _FAULTS:
                self._fault(token.type, content.map)
            elif token.type == "hardbreak":
                found.append(Break(self.language))
            else:
                words = " " if token.type == "softbreak" else token.content
                found.extend(self._words(words, style, content))
        return joined(found)

    def _words(self, text: str, style: Run, content: Token) -> Iterator[Inline]:
        for index, piece in enumerate(text.split(OPEN)):
            key, closed, rest = piece.partition(CLOSE)
            if index and closed and key in self.inserts:
                yield from self._inserted(key, style, content)
                piece = rest
            elif index:
                piece = OPEN + piece
            if piece:
                yield replace(style, text=piece)

    def _inserted(self, key: str, style: Run, content: Token) -> Iterator[Inline]:
        insert = self.inserts[key]
        if isinstance(insert, tuple):
            what = "a text of several paragraphs stands inside a sentence"
            self.faults.append(Fault(_line(content.map), what, "give it a line of its own"))
            return
        for inline in insert.inlines:
            yield styled(inline, style) if isinstance(inline, Run) else inline

    def _linked(self, style: Run, href: str, content: Token) -> Run:
        """Return the look of what stands in the brackets of a link, or of words in the other language."""
        if href in _LANGUAGES:
            return replace(style, language=_LANGUAGES[href])
        if not href.startswith(LINK_SCHEMES):
            what = f"a link leads to “{href}”, which is not a web, e-mail or telephone address"
            self.faults.append(Fault(_line(content.map), what, "begin it with https:, mailto: or tel:"))
        return replace(style, href=href)

    def _fault(self, kind: str, lines: list[int] | None) -> None:
        what, then = _FAULTS[kind]
        self.faults.append(Fault(_line(lines), what, then))


_Build: TypeAlias = "Callable[[_Builder, Token, _Cursor, str], tuple[Block, ...]]"

_BLOCKS: Mapping[str, _Build] = {
    "paragraph_open": _Builder.paragraph,
    "heading_open": _Builder.heading,
    "blockquote_open": _Builder.quotation,
    "bullet_list_open": _Builder.bullets,
    "ordered_list_open": _Builder.numbers,
    "table_open": _Builder.table,
}

_STYLES: Mapping[str, Callable[[Run], Run]] = {
    "strong_open": lambda run: replace(run, strong=True),
    "strong_close": lambda run: replace(run, strong=False),
    "em_open": lambda run: replace(run, emphasis=True),
    "em_close": lambda run: replace(run, emphasis=False),
}


def _alignment(token: Token) -> Alignment:
    style = str(token.attrs.get("style", ""))
    for alignment in ("center", "right"):
        if style.endswith(alignment):
            return alignment
    return "left"


def _line(lines: list[int] | None) -> int:
    return lines[0] if lines else 0
