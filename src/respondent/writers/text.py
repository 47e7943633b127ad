"""Write a document as plain text for an e-mail: 72 columns, readable in any program."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from itertools import groupby
from typing import assert_never

from respondent.document.list_markers import numbering
from respondent.document.tree import (
    Alignment,
    Block,
    Break,
    Document,
    Gap,
    Heading,
    Inline,
    Inlines,
    List,
    Paragraph,
    Part,
    Picture,
    Quotation,
    Run,
    Section,
    Table,
)
from respondent.document.walk import text

_WIDTH = 72
_NARROWEST = 24  # deeper nesting passes the 72 columns instead, because one word a line is unreadable
_QUOTED = "    "
_COLUMN_GAP = "  "
_PAD = {"left": str.ljust, "center": str.center, "right": str.rjust}
_SCHEME = re.compile(r"^(mailto:|tel:|https?://)")


def write(document: Document, style_file: bytes) -> bytes:
    """Return `document` as text in UTF-8, lines ended by a line feed; `style_file` is ignored.

    `Part.foot` is left out. It is for the foot of the first sheet of paper, and its content (the bilingual
    notice) is in the body of the letter too.
    """
    mark = [_wrap(_words(document.mark), _WIDTH)] if document.mark else []
    first, *following = map(_part, document.parts)
    pieces = [first, *(piece for part in following for piece in (["=" * _WIDTH], part))]
    return "\n".join([*_apart([*mark, *pieces, *mark]), ""]).encode()


def _part(part: Part) -> list[str]:
    return _blocks([*part.letterhead, *part.blocks], _WIDTH)


def _blocks(blocks: Iterable[Block], width: int) -> list[str]:
    return _apart(_block(block, width) for block in blocks)


def _apart(pieces: Iterable[list[str]]) -> list[str]:
    """Return the lines of all `pieces`, with an empty line between two pieces."""
    lines: list[str] = []
    for piece in pieces:
        if piece:
            lines += ["", *piece] if lines else piece
    return lines


def _block(block: Block, width: int) -> list[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Paragraph():
            lead = _lead(block.number)
            lines = _wrap(_words(block.inlines), _narrower(width, lead))
            return _indented(lines, lead, " " * len(lead))
        case Heading():
            return _heading(block, width)
        case List():
            return _list(block, width)
        case Table():
            return _table(block, width)
        case Quotation():
            return _indented(_blocks(block.blocks, _narrower(width, _QUOTED)), _QUOTED, _QUOTED)
        case Section():
            return _blocks(block.blocks, width)
        case Gap():
            return _gap(block, width)
        case Picture():
            return _wrap(f"[{block.alt}]", width)
        case _:
            assert_never(block)


def _heading(block: Heading, width: int) -> list[str]:
    lines = _wrap(_lead(block.number) + _words(block.inlines), width)
    mark = "=" if block.level == 1 else "-"
    return [*lines, mark * max(map(len, lines), default=0)]


def _lead(number: str) -> str:
    return f"{number} " if number else ""


def _list(block: List, width: int) -> list[str]:
    markers = _markers(block)
    hanging = " " * max(map(len, markers), default=0)
    items = [
        _indented(_blocks(item.blocks, _narrower(width, hanging)), marker.ljust(len(hanging)), hanging)
        for marker, item in zip(markers, block.items, strict=True)
    ]
    if any(len(item.blocks) > 1 for item in block.items):
        return _apart(items)
    return [line for item in items for line in item]


def _markers(block: List) -> list[str]:
    if block.start is None:
        return ["- "] * len(block.items)
    numbers = range(block.start, block.start + len(block.items))
    if block.numbering:
        return [f"{numbering(block.numbering).marker(number)} " for number in numbers]
    return [f"{number}. " for number in numbers]


def _gap(block: Gap, width: int) -> list[str]:
    label = _wrap(f"[[ {text(block.label)} ]]", width)
    return _apart([label, _blocks(block.blocks, width)])


def _table(block: Table, width: int) -> list[str]:
    rows = [[_in_one_line(cell.inlines) for cell in row.cells] for row in (block.header, *block.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + len(_COLUMN_GAP) * (len(widths) - 1) > width:
        return _listed(rows, width)
    alignments = [cell.alignment for cell in block.header.cells]
    rule = ["-" * size for size in widths]
    return [_aligned(cells, widths, alignments) for cells in (rows[0], rule, *rows[1:])]


def _in_one_line(content: Inlines) -> str:
    return _words(content).replace("\n", " ")


def _aligned(cells: list[str], widths: list[int], alignments: list[Alignment]) -> str:
    columns = zip(cells, widths, alignments, strict=True)
    padded = [_PAD[alignment](cell, width) for cell, width, alignment in columns]
    return _COLUMN_GAP.join(padded).rstrip(" ")


def _listed(rows: list[list[str]], width: int) -> list[str]:
    """Return a table that is too wide as a line ``Header: value`` for each cell, with rows apart."""
    header, *body = rows
    if not body:
        return [line for title in header for line in _wrap(title, width)]
    return _apart(
        [
            line
            for title, cell in zip(header, cells, strict=True)
            for line in _wrap(f"{title}: {cell}" if title else cell, width, "  ")
        ]
        for cells in body
    )


def _indented(lines: list[str], first: str, rest: str) -> list[str]:
    """Return `lines` with `first` before the first of them and `rest` before the others."""
    if not lines:
        return [first.rstrip(" ")] if first.strip(" ") else []
    return [f"{first}{lines[0]}", *(f"{rest}{line}" if line else "" for line in lines[1:])]


def _narrower(width: int, margin: str) -> int:
    return max(width - len(margin), _NARROWEST)


def _wrap(words: str, width: int, hanging: str = "") -> list[str]:
    """Return `words` in lines of at most `width` columns, broken only at ASCII spaces.

    Longer words, such as web addresses, stay whole. No-break spaces are kept.
    """
    wrapper = textwrap.TextWrapper(
        width=width,
        subsequent_indent=hanging,
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line for written in words.split("\n") for line in wrapper.wrap(written)]


def _words(content: Inlines) -> str:
    """Return `content` as text, with line feeds for breaks and the address of a link after its words."""
    return "".join(
        _link(href, "".join(_inline(inline) for inline in group))
        for href, group in groupby(content, key=_href)
    )


def _href(inline: Inline) -> str:
    return inline.href if isinstance(inline, Run) else ""


def _inline(inline: Inline) -> str:
    match inline:
        case Run():
            return f"[[ {inline.text} ]]" if inline.gap else inline.text
        case Break():
            return "\n"
        case _:
            assert_never(inline)


def _link(href: str, words: str) -> str:
    if not href or _bare(words) == _bare(href):
        return words
    return f"{words} <{href.removeprefix('mailto:').removeprefix('tel:')}>"


def _bare(address: str) -> str:
    """Return an address or telephone number in a form for comparison.

    >>> _bare("01633 642 200") == _bare("tel:+441633642200")
    True
    >>> _bare("www.gwent.pcc.police.uk") == _bare("https://www.gwent.pcc.police.uk/")
    True
    """
    return "".join(_SCHEME.sub("", address).split()).replace("+44", "0").rstrip("/").casefold()
