from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from strategies import documents, tokens, unhurried

from respondent.document.tree import (
    Alignment,
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
from respondent.document.walk import nodes, runs
from respondent.language import Language
from respondent.writers import text

CY, EN = Language.CY, Language.EN


def document(*blocks: Block) -> Document:
    return Document("Response", (Part(EN, blocks),), "Gwent", date(2019, 5, 14))


def words(written: str) -> Inlines:
    return (Run(written, EN),)


def paragraph(written: str) -> Paragraph:
    return Paragraph("p", EN, words(written))


def eights(number: int) -> str:
    """Return a line of so many words of eight letters."""
    return " ".join(["wythawdl"] * number)


def items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item("i", EN, (paragraph(written),)) for written in texts)


def table(alignment: Alignment, *rows: tuple[str, ...]) -> Table:
    header, *others = (Row("r", EN, tuple(Cell("c", EN, words(t), alignment) for t in row)) for row in rows)
    return Table("t", EN, header, tuple(others))


def mail(letter: Document) -> str:
    return text.write(letter, b"").decode()


def body(*blocks: Block) -> list[str]:
    lines = mail(document(*blocks)).split("\n")
    assert lines[-1] == ""
    return lines[:-1]


def every_block(part: Part) -> tuple[Block, ...]:
    return (*part.letterhead, *part.blocks)


def shown(letter: Document) -> list[Run]:
    """Return the runs that a reader sees: a draft's mark stands at the top and again at the bottom."""
    mark = list(runs([Paragraph("mark", letter.language, letter.mark)]))
    parts = chain.from_iterable(runs(every_block(part)) for part in letter.parts)
    return [*mark, *parts, *mark]


def test_lines_end_before_column_73_and_blocks_stand_apart() -> None:
    lines = body(paragraph(eights(20)), paragraph("Next"))
    assert lines == [eights(8), eights(8), eights(4), "", "Next"]


def test_a_web_address_is_never_broken() -> None:
    address = "https://www.example.cymru/" + "adroddiad-" * 8
    assert body(paragraph(f"See {address} now")) == ["See", address, "now"]


def test_odd_spaces_inside_a_line_are_kept() -> None:
    assert body(paragraph("01633\u00a0642\u00a0200  and more")) == ["01633\u00a0642\u00a0200  and more"]


def test_a_no_break_space_is_never_broken_at() -> None:
    lines = body(paragraph("x" * 66 + " 14\u00a0Mai\u00a02019"))
    assert lines == ["x" * 66, "14\u00a0Mai\u00a02019"]


def test_an_address_keeps_its_lines() -> None:
    lines = (Run("Home Office", EN), Break(EN), Run("London", EN))
    assert body(Paragraph("p", EN, lines)) == ["Home Office", "London"]


def test_the_subject_is_underlined_twice_and_lower_headings_once() -> None:
    assert body(Heading("h", EN, 1, words("Subject")), Heading("i", EN, 2, words("Part"))) == [
        "Subject",
        "=======",
        "",
        "Part",
        "----",
    ]


def test_a_long_heading_is_underlined_as_far_as_it_reaches() -> None:
    *lines, rule = body(Heading("h", EN, 1, words(eights(20))))
    assert len(rule) == max(map(len, lines)) == 71


def test_bullets_have_a_hanging_indent() -> None:
    assert body(List("l", EN, items("one", eights(20)))) == [
        "- one",
        f"- {eights(7)}",
        f"  {eights(7)}",
        f"  {eights(6)}",
    ]


def test_numbers_begin_at_the_start_of_the_list_and_align() -> None:
    assert body(List("l", EN, items("one", "two"), start=9)) == ["9.  one", "10. two"]


def test_letters_have_their_full_stop() -> None:
    assert body(List("l", EN, items("one", "two"), 1, "a.")) == ["a. one", "b. two"]


def test_items_of_more_than_one_block_stand_apart() -> None:
    nested = Item("i", EN, (paragraph("two"), List("m", EN, items("deep"))))
    assert body(List("l", EN, (*items("one"), nested))) == ["- one", "", "- two", "", "  - deep"]


def test_an_item_without_words_keeps_its_mark() -> None:
    assert body(List("l", EN, (Item("i", EN, ()), *items("x")))) == ["-", "- x"]


def test_a_quotation_is_indented_and_no_wider() -> None:
    lines = body(Quotation("q", EN, (paragraph(eights(20)), paragraph("x"))))
    assert lines == [f"    {eights(7)}", f"    {eights(7)}", f"    {eights(6)}", "", "    x"]


def test_a_section_adds_nothing() -> None:
    assert body(Section("s", EN, "annex", (paragraph("x"), paragraph("y")))) == ["x", "", "y"]


@pytest.mark.parametrize(
    ("alignment", "row"), [("left", "Ŵyr     20"), ("center", " Ŵyr    20"), ("right", "   Ŵyr  20")]
)
def test_a_table_that_fits_stands_in_columns(alignment: Alignment, row: str) -> None:
    assert body(table(alignment, ("Person", "No"), ("Ŵyr", "20"))) == ["Person  No", "------  --", row]


def test_a_table_that_does_not_fit_is_listed_under_its_heads() -> None:
    assert body(table("left", ("Who", "What"), ("A", eights(20)), ("B", "y"))) == [
        "Who: A",
        f"What: {eights(7)}",
        f"  {eights(7)}",
        f"  {eights(6)}",
        "",
        "Who: B",
        "What: y",
    ]


def test_a_wide_table_without_rows_keeps_its_heads() -> None:
    assert body(table("left", ("x" * 40, "y" * 40))) == ["x" * 40, "y" * 40]


@pytest.mark.parametrize(
    ("written", "href", "line"),
    [
        ("the report", "https://a.cymru/b", "the report <https://a.cymru/b>"),
        ("https://a.cymru/b", "https://a.cymru/b", "https://a.cymru/b"),
        ("www.a.cymru", "https://www.a.cymru/", "www.a.cymru"),
        ("write to us", "mailto:ni@a.cymru", "write to us <ni@a.cymru>"),
        ("Ni@a.cymru", "mailto:ni@a.cymru", "Ni@a.cymru"),
        ("01633\u00a0642 200", "tel:+441633642200", "01633\u00a0642 200"),
        ("ring us", "tel:+441633642200", "ring us <+441633642200>"),
    ],
)
def test_a_link_says_its_address_once(written: str, href: str, line: str) -> None:
    assert body(Paragraph("p", EN, (Run(written, EN, href=href),))) == [line]


def test_neighbours_with_one_address_are_one_link() -> None:
    linked = (Run("the ", EN, href="https://a.cymru"), Run("report", EN, strong=True, href="https://a.cymru"))
    assert body(Paragraph("p", EN, linked)) == ["the report <https://a.cymru>"]


def test_a_picture_is_its_words() -> None:
    assert body(Picture("p", EN, "logo", "Crest of Gwent")) == ["[Crest of Gwent]"]


def test_a_gap_is_marked_in_words_above_the_text_that_awaits_translation() -> None:
    assert body(Gap("g", CY, words("Ar goll"), (paragraph("Cases rose"),))) == [
        "[[ Ar goll ]]",
        "",
        "Cases rose",
    ]


def test_a_gap_in_a_line_is_marked_in_words() -> None:
    missing = (Run("Dear ", EN), Run("name missing", EN, gap="recipient.name"))
    assert body(Paragraph("p", EN, missing)) == ["Dear [[ name missing ]]"]


def test_a_draft_is_marked_at_both_ends_and_a_final_letter_is_not() -> None:
    letter = document(paragraph("Words"))
    assert (
        mail(replace(letter, mark=words("DRAFFT / DRAFT"))) == "DRAFFT / DRAFT\n\nWords\n\nDRAFFT / DRAFT\n"
    )
    assert mail(letter) == "Words\n"


def test_the_letterhead_comes_first_and_the_foot_of_the_sheet_not_at_all() -> None:
    part = Part(EN, (paragraph("Words"),), letterhead=(paragraph("Office"),), foot=(paragraph("Notice"),))
    assert mail(replace(document(), parts=(part,))) == "Office\n\nWords\n"


def test_a_rule_separates_two_letters() -> None:
    parts = (Part(CY, (paragraph("Geiriau"),)), Part(EN, (paragraph("Words"),)))
    assert mail(replace(document(), parts=parts)) == f"Geiriau\n\n{'=' * 72}\n\nWords\n"


@given(documents(tokens))
@unhurried
def test_every_word_is_there_once_and_in_order(letter: Document) -> None:
    pictureless = re.sub(r"(?<!\[)\[⟦\d+⟧\]", "", mail(letter))
    assert re.findall(r"⟦\d+⟧", pictureless) == [run.text for run in shown(letter)]


@given(documents())
@unhurried
def test_hostile_words_do_not_change(letter: Document) -> None:
    left = "".join(mail(letter).split())
    in_order = not any(isinstance(node, Table) for part in letter.parts for node in nodes(every_block(part)))
    for run in shown(letter):
        squeezed = "".join(run.text.split())
        assert squeezed in left
        if in_order:  # a table too wide for its columns says its heads again
            left = left[left.index(squeezed) + len(squeezed) :]


@given(documents())
@unhurried
def test_only_a_long_word_exceeds_the_width(letter: Document) -> None:
    written = text.write(letter, b"")
    assert written == text.write(letter, b"")
    assert not written.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in written
    for line in written.decode().split("\n"):
        assert len(line) <= 72 or max(map(len, line.split(" "))) > 48
