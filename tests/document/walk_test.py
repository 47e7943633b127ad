from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from strategies import documents, unhurried

from respondent.document.tree import (
    Block,
    Break,
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
from respondent.document.walk import children, gaps, inlines, nodes, outline, runs, text
from respondent.language import Language

CY, EN = Language.CY, Language.EN


def words(text: str) -> Inlines:
    return (Run(text, EN),)


HEADING = Heading("h", EN, 2, words("a"))
PICTURE = Picture("logo", EN, "logo", "Logo")
CELLS = tuple(Cell(f"t.1.{letter}", EN, words(letter)) for letter in "bc")
TABLE = Table("t", EN, Row("t.1", EN, CELLS[:1]), (Row("t.2", EN, CELLS[1:]),))
LIST = List("l", EN, (Item("l.1", EN, (Paragraph("l.1.1", EN, words("d")),)),))
GAP = Gap("closing", EN, words("e"), (Quotation("q", CY, (Paragraph("q.1", CY, words("f")),)),))
BLOCKS: tuple[Block, ...] = (Section("s", EN, "closing", (HEADING, PICTURE, TABLE)), LIST, GAP)


def test_nodes_come_in_reading_order() -> None:
    met = " ".join(node.id for node in nodes(BLOCKS))
    assert met == "s h logo t t.1 t.1.b t.2 t.1.c l l.1 l.1.1 closing q q.1"


def test_children_stand_directly_in_a_node() -> None:
    assert children(TABLE) == (TABLE.header, *TABLE.rows)
    assert children(LIST) == LIST.items
    assert children(PICTURE) == children(HEADING) == children(CELLS[0]) == ()


def test_words_stand_in_paragraphs_headings_cells_and_gaps_alone() -> None:
    assert inlines(HEADING) == words("a")
    assert inlines(GAP) == words("e")
    assert inlines(LIST) == inlines(PICTURE) == ()


def test_runs_come_in_reading_order() -> None:
    assert "".join(run.text for run in runs(BLOCKS)) == "abcdef"


def test_a_break_is_a_space() -> None:
    assert text((*words("a"), Break(EN), *words("b"))) == "a b"
    assert text(()) == ""


def test_the_outline_names_every_node_by_kind_and_id() -> None:
    assert outline(Part(EN, (LIST,))) == [("List", "l"), ("Item", "l.1"), ("Paragraph", "l.1.1")]


def test_gaps_are_named_once_wherever_they_stand() -> None:
    date_ = Paragraph("d", EN, (Run("14 May", EN, gap="letter.date"),))
    head = Paragraph("p", EN, (Run("x", EN, gap="letter.subject"), Break(EN), *date_.inlines))
    first = Part(EN, (GAP, date_), letterhead=(head,), foot=(replace(GAP, id="notice"),))
    second = Part(CY, (GAP,))
    document = Document("t", (first, second), author="a", dated=date(2019, 5, 14))
    assert gaps(document) == ["letter.subject", "letter.date", "closing", "notice"]
    assert gaps(replace(document, parts=(Part(EN, (LIST,)),))) == []


@unhurried
@given(documents())
def test_every_node_comes_once_and_before_its_children(document: Document) -> None:
    for part in document.parts:
        met = list(nodes(part.blocks))
        assert len({node.id for node in met}) == len(met)
        places = {node.id: index for index, node in enumerate(met)}
        assert all(places[inner.id] > places[node.id] for node in met for inner in children(node))
        assert len(outline(part)) == len(met)
