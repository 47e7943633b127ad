"""Iterate over the blocks, runs, words and outline of the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

from respondent.document.tree import (
    Block,
    Cell,
    Document,
    Gap,
    Heading,
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

Node: TypeAlias = Block | Item | Row | Cell


def children(node: Node) -> tuple[Node, ...]:
    """Return the nodes directly in `node`, in reading order."""
    match node:
        case Paragraph() | Heading() | Picture() | Cell():  # by far the most
            return ()
        case Section() | Quotation() | Gap() | Item():
            return node.blocks
        case List():
            return node.items
        case Table():
            return (node.header, *node.rows)
        case Row():
            return node.cells
        case _:
            assert_never(node)


def inlines(node: Node) -> Inlines:
    """Return the words directly in `node`."""
    match node:
        case Paragraph() | Heading() | Cell():
            return node.inlines
        case Gap():
            return node.label
        case _:
            return ()


def nodes(blocks: Iterable[Node]) -> Iterator[Node]:
    """Yield every node at and below `blocks`, in reading order."""
    left = list(blocks)[::-1]
    while left:
        node = left.pop()
        yield node
        if below := children(node):
            left.extend(below[::-1])


def runs(blocks: Iterable[Node]) -> Iterator[Run]:
    """Yield every run of words at and below `blocks`, in reading order."""
    for node in nodes(blocks):
        yield from (inline for inline in inlines(node) if isinstance(inline, Run))


def text(content: Inlines) -> str:
    """Return the words of `content`, with a space for each line break.

    >>> from respondent.document.tree import Break, Run
    >>> from respondent.language import Language
    >>> text((Run("Swyddfa Gartref", Language.CY), Break(Language.CY), Run("Llundain", Language.CY)))
    'Swyddfa Gartref Llundain'
    """
    return "".join(inline.text if isinstance(inline, Run) else " " for inline in content)


def words(blocks: Iterable[Node]) -> str:
    """Return all the words at and below `blocks`, with one space between blocks and between words.

    >>> from respondent.document.tree import Paragraph, Run
    >>> from respondent.language import Language
    >>> en = Language.EN
    >>> day = Paragraph("1", en, (Run("31 ", en), Run("May", en)))
    >>> words([day, Paragraph("2", en, (Run("2019", en),))])
    '31 May 2019'
    """
    return " ".join(" ".join(text(inlines(node)) for node in nodes(blocks)).split())


def outline(part: Part) -> list[tuple[str, str]]:
    """Return the kind and id of every block of a letter, in order. Both letters of a pair have the same."""
    return [(type(node).__name__, node.id) for node in nodes(part.blocks)]


def gaps(document: Document) -> list[str]:
    """Return the ids of the fields without a text in the letter's language, once each, in reading order."""
    fields: dict[str, None] = {}
    for part in document.parts:
        for node in nodes((*part.letterhead, *part.blocks, *part.foot)):
            if isinstance(node, Gap):
                if node.language != part.language:
                    continue  # missing in the other letter, such as a quotation that is in English in both
                fields[node.id] = None
            for inline in inlines(node):
                if isinstance(inline, Run) and inline.gap:
                    fields[inline.gap] = None
    return list(fields)
