from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents, unhurried

from respondent.document.headings import nest
from respondent.document.tree import Block, Document, Gap, Heading, Item, List, Paragraph, Quotation, Section
from respondent.document.walk import nodes
from respondent.language import Language

CY, EN = Language.CY, Language.EN


def heading(level: int) -> Heading:
    return Heading(f"h.{level}", EN, level, ())


def levels(blocks: tuple[Block, ...]) -> list[int]:
    return [node.level for node in nodes(blocks) if isinstance(node, Heading)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([], []),
        ([1, 2, 3, 2, 1], [1, 2, 3, 2, 1]),
        ([4], [1]),
        ([1, 4, 5, 2, 4], [1, 2, 3, 2, 3]),  # texts, three levels down, below the template's own
        ([1, 2, 5, 5, 4, 6, 2], [1, 2, 3, 3, 3, 4, 2]),  # a text that begins too deep
        ([3, 2, 1], [1, 1, 1]),
        ([1, 6, 6, 1], [1, 2, 2, 1]),
    ],
)
def test_a_heading_stands_directly_below_the_one_above_it(written: list[int], expected: list[int]) -> None:
    assert levels(nest(tuple(heading(level) for level in written))) == expected


def test_headings_are_found_wherever_they_stand_and_in_reading_order() -> None:
    blocks: tuple[Block, ...] = (
        Section("s", EN, "evidence", (heading(1), Quotation("q", EN, (heading(3),)))),
        List("l", EN, (Item("l.1", EN, (heading(5),)), Item("l.2", EN, (heading(4),)))),
        Gap("g", EN, (), (heading(6),)),
        Paragraph("p", EN, ()),
    )
    assert levels(nest(blocks)) == [1, 2, 3, 3, 4]


def test_correct_headings_are_not_copied() -> None:
    right = Section("s", EN, "x", (heading(1), List("l", EN, (Item("i", EN, (heading(2),)),))))
    assert nest((right,))[0] is right


@unhurried
@given(st.lists(st.integers(1, 6)))
def test_no_level_is_skipped_and_none_is_deeper_than_it_was_written(written: list[int]) -> None:
    found = levels(nest(tuple(heading(level) for level in written)))
    assert all(now <= before + 1 for before, now in zip([0, *found], found, strict=False))
    assert all(1 <= now <= level for level, now in zip(written, found, strict=True))


@unhurried
@given(st.lists(st.integers(1, 6)))
def test_two_headings_in_a_row_keep_their_order(written: list[int]) -> None:
    found = levels(nest(tuple(heading(level) for level in written)))
    for (first, second), (one, two) in zip(pairwise(written), pairwise(found), strict=True):
        assert (first < second) == (one < two)


@unhurried
@given(documents())
def test_nesting_changes_only_levels_and_is_idempotent(document: Document) -> None:
    for part in document.parts:
        found = nest(part.blocks)
        assert [(type(node), node.id) for node in nodes(found)] == [
            (type(node), node.id) for node in nodes(part.blocks)
        ]
        assert nest(found) == found
