"""Give the headings of a letter levels without gaps, whoever wrote its texts."""

from __future__ import annotations

from dataclasses import replace

from respondent.document.tree import Block, Gap, Heading, Item, List, Quotation, Section


def nest(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with heading levels that never skip one (WCAG 2.2, technique G141).

    The template gives the outer levels. The headings of a text may start at any level. They are moved to
    directly below the heading before the text, and keep their order among themselves.
    """
    return _nested(blocks, [])


def _nested(blocks: tuple[Block, ...], above: list[tuple[int, int]]) -> tuple[Block, ...]:
    """`above` holds the written and the new level of each heading that the blocks are below."""
    return tuple(_placed(block, above) for block in blocks)


def _placed(block: Block, above: list[tuple[int, int]]) -> Block:
    match block:
        case Heading():
            while above and above[-1][0] >= block.level:
                above.pop()
            level = above[-1][1] + 1 if above else 1
            above.append((block.level, level))
            return block if level == block.level else replace(block, level=level)
        case Section() | Quotation() | Gap():
            inner = _nested(block.blocks, above)
            return block if inner == block.blocks else replace(block, blocks=inner)
        case List():
            items = tuple(_item(item, above) for item in block.items)
            return block if items == block.items else replace(block, items=items)
        case _:
            return block


def _item(item: Item, above: list[tuple[int, int]]) -> Item:
    inner = _nested(item.blocks, above)
    return item if inner == item.blocks else replace(item, blocks=inner)
