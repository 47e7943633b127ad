"""The shape of a paragraph: a heading, an item of a list, a cell, part of a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from respondent.document.tree import Alignment, Cell, Gap, Heading, Item, List, Paragraph, Quotation
from respondent.document.walk import Node, children
from respondent.readers import paragraphs
from respondent.writers.story import DEEPEST, STEP


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a paragraph."""

    level: int = 0
    """The level of a heading in the letter; 0 if it is not a heading."""

    is_numbered: bool | None = None
    """Whether the item that begins with it has a number; None if no item does."""

    depth: int = 0
    """The number of lists that it is in."""

    inset: int = 0
    """The number of quotations that it is in."""

    is_cell: bool = False
    alignment: Alignment = "left"
    """The alignment of a cell."""

    start: int = 1
    """The first number of the list of a numbered item."""

    numbering: str = ""
    """How the items of that list are numbered, as `List.numbering` has it."""

    @property
    def is_item(self) -> bool:
        """Whether an item begins with it."""
        return self.is_numbered is not None

    def is_like(self, other: Shape) -> bool:
        """Return whether two look the same in Word; the level of a heading does not count."""
        return self._seen == other._seen

    @property
    def _seen(self) -> tuple[object, ...]:
        # A quotation in a list has the same indent as one in another quotation, and the further paragraphs
        # of an item may have any indent.
        depth = min(self.depth, DEEPEST + 1)
        steps = depth + self.inset if self.inset else depth if self.is_item else 0
        return bool(self.level), self.is_numbered, self.is_cell, bool(self.inset), steps


def of_paragraph(paragraph: paragraphs.WordParagraph, *, is_cell: bool = False) -> Shape:
    """Return the shape of a paragraph of a Word document."""
    if is_cell:
        return Shape(is_cell=True)
    if paragraph.level:
        return Shape(level=paragraph.level)
    steps = round((paragraph.indent or 0) / STEP)
    is_quoted = paragraph.style.endswith("quote")
    if paragraph.mark is not None:
        depth = paragraph.mark.level + 1
        inset = max(1, steps - depth) if is_quoted else 0
        mark = paragraph.mark
        return Shape(is_numbered=mark.is_numbered, depth=depth, inset=inset, numbering=mark.numbering)
    if is_quoted:
        return Shape(inset=max(1, steps))
    is_listed = paragraph.style.startswith("list ")
    return Shape(depth=max(1, steps) if is_listed else 0)


def of_nodes(blocks: Sequence[Node], here: Shape = Shape()) -> Iterator[tuple[Node, Shape]]:
    """Yield every node with its shape, in the order of reading."""
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
    below = replace(here, is_numbered=None, numbering="")
    match block:
        case Quotation():
            yield from of_nodes(block.blocks, replace(below, inset=here.inset + 1))
        case List():
            item = replace(
                below,
                is_numbered=block.start is not None,
                depth=here.depth + 1,
                start=block.start or 1,
                numbering=block.numbering,
            )
            yield from of_nodes(block.items, item)
        case Item():
            first = block.blocks[:1] if isinstance(block.blocks[0], Paragraph) else ()
            yield from of_nodes(first, here)
            yield from of_nodes(block.blocks[len(first) :], below)
        case _:
            yield from of_nodes(children(block), here)
