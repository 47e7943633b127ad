"""Write a document as one accessible HTML page that needs no other file and no network."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from typing import assert_never
from urllib.parse import quote

from respondent.document.tree import (
    Block,
    Break,
    Cell,
    Document,
    Gap,
    Heading,
    Image,
    Inline,
    Inlines,
    Item,
    List,
    Paragraph,
    Part,
    Picture,
    Quotation,
    Row,
    Run,
    Section,
    Table,
)
from respondent.document.walk import Node
from respondent.language import Language
from respondent.writers.columns import LINE, WIDE, WIDE_LINE, shares
from respondent.writers.hanging import NUMBER_WIDTH, Hanging, hanging
from respondent.writers.line_ends import joined, separator

# Evidence may be sensitive, so a browser must not fetch or run anything, whatever a page contains.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

_PIXELS_PER_MILLIMETRE = 96 / 25.4

_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""An e-mail address, which a browser would part at a hyphen. Word would too, but there only a no-break
hyphen prevents it, and whoever copied the address would copy that."""

_EM = 240
"""The size of the letter's words, 12 pt, in twentieths of a point."""


@dataclass(frozen=True, slots=True)
class _Around:
    """The context of a node on the page."""

    language: Language
    """The language of the element around it."""

    pictures: Mapping[str, Image]

    prefix: str = ""
    """The prefix of its id, which makes the ids of two letters on one page differ."""

    holder: Node | None = None
    """The node around it."""

    line: int = LINE
    """About how many letters a line holds on paper."""

    def within(self, node: Node) -> _Around:
        """Return the context of the children of `node`."""
        line = WIDE_LINE if getattr(node, "name", "") == WIDE else self.line
        return replace(self, language=node.language, holder=node, line=line)


def write(document: Document, style_file: bytes) -> bytes:
    """Return `document` as a page in UTF-8, with the style sheet `style_file` inside it.

    `Part.foot` is left out. It is for the foot of the first sheet of paper, and its content (the bilingual
    notice) is in the body of the letter too.
    """
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{document.language.tag}">',
        *_head(document, style_file),
        '<body class="draft">' if document.mark else "<body>",
        *_page(document),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def _head(document: Document, style_file: bytes) -> list[str]:
    lines = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.title, quote=False)}</title>",
        f'<meta name="author" content="{escape(document.author)}">',
        f'<meta name="dcterms.date" content="{document.dated.isoformat()}">',
    ]
    if document.mark:
        lines.append('<meta name="robots" content="noindex">')
    if document.twin:
        other, address = document.language.other.tag, quote(f"{document.twin}.html")
        lines.append(f'<link rel="alternate" hreflang="{other}" href="{address}">')
    return ["<head>", *lines, "<style>", _style(style_file), "</style>", "</head>"]


def _style(style_file: bytes) -> str:
    # Invalid bytes are replaced, as CSS requires. The backslash keeps a string from closing the element.
    return style_file.decode("utf-8-sig", errors="replace").strip().replace("</", r"<\/")


def _page(document: Document) -> list[str]:
    mark = [f'<p class="mark">{_inlines(document.mark, document.language)}</p>'] if document.mark else []
    around = _Around(document.language, document.pictures)
    match document.parts:
        case (part,):
            header = [*mark, *_blocks(part.letterhead, around)]
            return [*_header(header), *_element("main", _blocks(part.blocks, around))]
        case parts:
            articles = [line for part in parts for line in _article(part, around)]
            return [*_header(mark), *_element("main", articles)]


def _article(part: Part, around: _Around) -> list[str]:
    inside = replace(around, language=part.language, prefix=f"{part.language.value}.")
    lines = [*_header(_blocks(part.letterhead, inside)), *_blocks(part.blocks, inside)]
    return _element(f'article lang="{part.language.tag}"', lines)


def _header(lines: list[str]) -> list[str]:
    return _element("header", lines) if lines else []


def _blocks(blocks: Iterable[Block], around: _Around) -> list[str]:
    return [line for block in blocks for line in _block(block, around)]


def _block(block: Block, around: _Around) -> list[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Paragraph():
            return [_paragraph(block, around)]
        case Heading():
            return [_phrase(f"h{block.level}", block, around)]
        case List():
            return _list(block, around)
        case Table():
            return _table(block, around)
        case Quotation():
            return _holder("blockquote", block, around)
        case Section():
            return _holder(f'section class="{escape(block.name)}"', block, around)
        case Gap():
            return _gap(block, around)
        case Picture():
            return [_picture(block, around)]
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, around: _Around) -> str:
    if isinstance(around.holder, Section) and around.holder.name == "letterhead":
        return _line_of_letterhead(block, around)
    parts = _numbered(block) or hanging(block.inlines, around.holder)
    if parts is None:
        return _phrase("p", block, around)
    # The space is in the label, which has a fixed width, so that all lines of the words begin at one place.
    label, words = (_inlines(joined(part), block.language) for part in (parts.label, parts.words))
    indent = f'class="hanging" style="--indent: {parts.indent / _EM:.2f}em"'
    return f'<p{_attributes(block, around)} {indent}><span class="label">{label} </span>{words}</p>'


def _line_of_letterhead(block: Paragraph, around: _Around) -> str:
    end = separator(block.inlines)
    if not end:
        return _phrase("p", block, around)
    pieces = _inlines(block.inlines, block.language).replace(end, f"{end}<wbr>")
    return f'<p{_attributes(block, around)} class="whole">{pieces}</p>'


def _numbered(block: Paragraph) -> Hanging | None:
    """Return a paragraph of a statement in its number and its words."""
    label = (Run(block.number, block.language),)
    return Hanging(label, block.inlines, NUMBER_WIDTH) if block.number else None


def _holder(opening: str, node: Quotation | Section | Item, around: _Around) -> list[str]:
    return _element(f"{opening}{_attributes(node, around)}", _blocks(node.blocks, around.within(node)))


def _list(block: List, around: _Around) -> list[str]:
    opening = "ul" if block.start is None else f'ol start="{block.start}"'
    if block.numbering.endswith("."):
        opening += f' type="{block.numbering[0]}"'
    elif block.numbering:
        opening += f' class="{_NUMBERINGS[block.numbering]}"'
    inside = around.within(block)
    items = [line for item in block.items for line in _holder("li", item, inside)]
    return _element(f"{opening}{_attributes(block, around)}", items)


_KINDS = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_NUMBERINGS = {
    **{f"({kind})": f"in-brackets-{name}" for kind, name in _KINDS.items()},
    **{f"{kind})": f"with-bracket-{name}" for kind, name in _KINDS.items()},
}
"""The classes of lists with numbers that HTML does not have. The style sheet has a counter for each."""


def _table(block: Table, around: _Around) -> list[str]:
    inside = around.within(block)
    head = _row(block.header, 'th scope="col"', inside)
    body = [line for row in block.rows for line in _row(row, "td", inside)]
    widths = "".join(f'<col style="width: {width}%">' for width in shares(block, 100, inside.line))
    columns = f"<colgroup>{widths}</colgroup>"
    lines = [columns, *_element("thead", head), *_element("tbody", body)]
    return _element(f"table{_attributes(block, around)}", lines)


def _row(row: Row, opening: str, around: _Around) -> list[str]:
    inside = around.within(row)
    cells = [_phrase(_aligned(opening, cell), cell, inside) for cell in row.cells]
    return _element(f"tr{_attributes(row, around)}", cells)


def _aligned(opening: str, cell: Cell) -> str:
    tag = opening if cell.inlines else "td"  # screen readers would announce an empty header
    return tag if cell.alignment == "left" else f'{tag} class="{cell.alignment}"'


def _gap(block: Gap, around: _Around) -> list[str]:
    label = f'<p class="label">{_inlines(block.label, block.language)}</p>'
    opening = f'div class="gap" role="note"{_attributes(block, around)}'
    return _element(opening, [label, *_blocks(block.blocks, around.within(block))])


def _picture(block: Picture, around: _Around) -> str:
    image = around.pictures[block.name]
    size = " ".join(
        f'{side}="{round(length * _PIXELS_PER_MILLIMETRE)}"'
        for side, length in (("width", image.width), ("height", image.height))
    )
    source = f"data:image/{image.kind};base64,{b64encode(image.data).decode('ascii')}"
    return f'<img{_attributes(block, around)} alt="{escape(block.alt)}" {size} src="{source}">'


def _element(opening: str, lines: list[str]) -> list[str]:
    tag = opening.partition(" ")[0]
    return [f"<{opening}>", *(f"  {line}" for line in lines), f"</{tag}>"]


def _phrase(opening: str, node: Paragraph | Heading | Cell, around: _Around) -> str:
    tag = opening.partition(" ")[0]
    # In narrow cells, lines end where they must.
    content = node.inlines if isinstance(node, Cell) else joined(node.inlines)
    number = f"{node.number} " if isinstance(node, Heading) and node.number else ""
    return f"<{opening}{_attributes(node, around)}>{number}{_inlines(content, node.language)}</{tag}>"


def _attributes(node: Node, around: _Around) -> str:
    return f' id="{escape(around.prefix + node.id)}"{_lang(node.language, around.language)}'


def _lang(language: Language, around: Language) -> str:
    return "" if language == around else f' lang="{language.tag}"'


def _inlines(content: Inlines, language: Language) -> str:
    """Return `content` for an element in `language`. Neighbours with the same address become one link."""
    return "".join(
        _link(href, "".join(_inline(inline, language) for inline in group))
        for href, group in groupby(content, key=_href)
    )


def _href(inline: Inline) -> str:
    return inline.href if isinstance(inline, Run) else ""


def _link(href: str, words: str) -> str:
    return f'<a href="{escape(href)}">{words}</a>' if href else words


def _inline(inline: Inline, language: Language) -> str:
    match inline:
        case Run():
            return _run(inline, language)
        case Break():
            return "<br>"
        case _:
            assert_never(inline)


def _run(run: Run, language: Language) -> str:
    words = _ADDRESS.sub(r'<span class="whole">\g<0></span>', escape(run.text, quote=False))
    if run.emphasis:
        words = f"<em>{words}</em>"
    if run.strong:
        words = f"<strong>{words}</strong>"
    if run.gap:
        words = f'<mark class="gap">{words}</mark>'
    lang = _lang(run.language, language)
    return f"<span{lang}>{words}</span>" if lang else words
