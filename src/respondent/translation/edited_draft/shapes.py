"""What a paragraph is among others: a heading, an item of a list, a cell, part of a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from respondent.document.tree import Alignment, Cell, Gap, Heading, Item, List, Paragraph, Quotation
from respondent.document.walk import Node, children
from respondent.readers import paragraphs
from respondent.writers.story import DEEPEST, STEP


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph is."""

    level: int = 0
    """The level of a heading in the letter; 0 for others."""

    is_numbered: bool | None = None
    """Of the first paragraph of an item, whether it has a number; none for others."""

    depth: int = 0
    """In how many lists it stands."""

    inset: int = 0
    """In how many quotations it stands."""

    is_cell: bool = False
    alignment: Alignment = "left"
    """How a cell is set."""

    start: int = 1
    """The first number of the list that an item with a number belongs to."""

    @property
    def is_item(self) -> bool:
        """Whether an item begins with it."""
        return self.is_numbered is not None

    def is_like(self, other: Shape) -> bool:
        """Return whether two are the same, as far as a Word document tells; headings of all levels are."""
        return self._seen == other._seen

    @property
    def _seen(self) -> tuple[object, ...]:
        # A quotation in a list and one in another quotation stand equally far from the margin, and a
        # paragraph that goes on with an item may stand anywhere.
        depth = min(self.depth, DEEPEST + 1)
        steps = depth + self.inset if self.inset else depth if self.is_item else 0
        return bool(self.level), self.is_numbered, self.is_cell, bool(self.inset), steps


def of_paragraph(paragraph: paragraphs.WordParagraph, *, is_cell: bool = False) -> Shape:
    """Return what a paragraph of a Word document is."""
    if is_cell:
        return Shape(is_cell=True)
    if paragraph.level:
        return Shape(level=paragraph.level)
    steps = round((paragraph.indent or 0) / STEP)
    is_quoted = paragraph.style.endswith("quote")
    if paragraph.mark is not None:
        depth = paragraph.mark.level + 1
        inset = max(1, steps - depth) if is_quoted else 0
        return Shape(is_numbered=paragraph.mark.is_numbered, depth=depth, inset=inset)
    if is_quoted:
        return Shape(inset=max(1, steps))
    is_listed = paragraph.style.startswith("list ")
    return Shape(depth=max(1, steps) if is_listed else 0)


def of_nodes(blocks: Sequence[Node], here: Shape = Shape()) -> Iterator[tuple[Node, Shape]]:
    """Yield every node with what its paragraph is, in the order of reading."""
    for block in blocks:
        match block:
            case Heading():
                yield block, Shape(level=block.level)
            case Cell():
                yield block, Shape(is_cell=True, alignment=block.alignment)
            case Paragraph() | Gap():
                yield block, here
            case _:
                yield block, Shape()
        yield from _inside(block, here)


def _inside(block: Node, here: Shape) -> Iterator[tuple[Node, Shape]]:
    below = replace(here, is_numbered=None)
    match block:
        case Quotation():
            yield from of_nodes(block.blocks, replace(below, inset=here.inset + 1))
        case List():
            item = replace(
                below, is_numbered=block.start is not None, depth=here.depth + 1, start=block.start or 1
            )
            yield from of_nodes(block.items, item)
        case Item():
            first = block.blocks[:1] if isinstance(block.blocks[0], Paragraph) else ()
            yield from of_nodes(first, here)
            yield from of_nodes(block.blocks[len(first) :], below)
        case _:
            yield from of_nodes(children(block), here)
