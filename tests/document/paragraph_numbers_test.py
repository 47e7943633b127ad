"""The numbers of sections and paragraphs: in the tree, the same in every format, and never part of the words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from offices import ROOT, Bench
from packages import unpacked
from translation.edited_draft.drafts import EN, Office, added, edited, typed

from respondent.document.paragraph_numbers import numbered
from respondent.document.tree import Block, Document, Gap, Heading, Paragraph, Part, Quotation, Run, Section
from respondent.document.walk import nodes
from respondent.writers import docx, html, text

STATIONERY = (ROOT / "templates" / "stationery.docx").read_bytes()


def paragraph(words: str) -> Paragraph:
    return Paragraph(words, EN, (Run(words, EN),))


def section(name: str, *blocks: Block) -> Section:
    return Section(name, EN, name, blocks)


def heading(level: int, words: str) -> Heading:
    return Heading(words, EN, level, (Run(words, EN),))


STATEMENT = numbered(
    (
        section("subject", heading(1, "Title")),
        section("statutory", paragraph("a")),
        section("scope", heading(2, "First"), paragraph("b"), Quotation("q", EN, (paragraph("quoted"),))),
        section("group", heading(3, "Inner"), Gap("g", EN, (Run("gap", EN),), (paragraph("c"),))),
        section("closing", heading(2, "Last"), paragraph("d"), paragraph("e")),
        section("notice", paragraph("notice")),
    )
)

NUMBERS = {"a": "1.1", "First": "2.", "b": "2.1", "c": "2.2", "Last": "3.", "d": "3.1", "e": "3.2"}


def numbers(blocks: tuple[Block, ...]) -> dict[str, str]:
    found = (node for node in nodes(blocks) if isinstance(node, Heading | Paragraph))
    return {node.id: node.number for node in found if node.number}


def document(*parts: Part) -> Document:
    return Document("Title", parts, "Gwent", date(2019, 5, 14))


def test_paragraphs_count_within_their_section() -> None:
    assert numbers(STATEMENT) == NUMBERS


def test_a_page_and_a_mail_print_the_numbers() -> None:
    statement = document(Part(EN, STATEMENT))
    mail, page = text.write(statement, b"").decode(), html.write(statement, b"").decode()

    for words, number in NUMBERS.items():
        assert f"\n{number} {words}\n" in mail
        label = number if number.endswith(".") else f'<span class="label">{number} </span>'
        assert f">{label}{' ' if number.endswith('.') else ''}{words}</" in page


def test_word_counts_each_section_by_itself_and_each_letter_anew() -> None:
    data = docx.write(document(Part(EN, STATEMENT), Part(EN, STATEMENT)), STATIONERY)
    numbering = unpacked(data)["word/numbering.xml"].decode()

    for pattern in ("%1.", "1.%1", "2.%1", "3.%1"):
        # Twice for each letter: in the list, and in the abstract list that no other list shares.
        assert numbering.count(f'w:lvlText w:val="{pattern}"') - STATIONERY_LISTS.count(pattern) == 4
    assert b"1.1" not in unpacked(data)["word/document.xml"]


STATIONERY_LISTS = [
    piece.partition('"')[0]
    for piece in unpacked(STATIONERY)["word/numbering.xml"].decode().split('w:lvlText w:val="')[1:]
]


def test_an_office_may_number_its_statements(bench: Bench) -> None:
    bench.office.write_text(f"{bench.office.read_text('utf-8')}\nparagraph_numbers: true\n", encoding="utf-8")
    assert not any(numbers(one.parts[0].blocks) for one in bench.documents().values())

    bench.change(bench.response, "  introduction: own", "  introduction: standard\n  form: statement")
    welsh, english = (numbers(one.parts[0].blocks) for one in bench.documents().values())
    assert welsh == english
    assert {"1.1", "2.", "3.1"} <= set(welsh.values())


def test_a_number_is_no_part_of_a_text_that_comes_home() -> None:
    office = Office.of(opening={"en": "I welcome it.\n\nIt is long.\n", "cy": "Croesawaf ef."})
    part = office.letters.parts.en
    sections = tuple(block for block in part.blocks if isinstance(block, Section))
    printed = Document(
        "Title",
        (replace(part, blocks=numbered(sections)),),
        "Gwent",
        date(2019, 5, 14),
        origin=office.slug,
    )
    assert "1.1" in numbers(printed.parts[0].blocks).values()

    data = docx.write(printed, STATIONERY)
    assert not office.home(data).result.changes
    (change,) = office.home(
        edited(data, typed("It is long", "It is short."), added("It is short", "More."))
    ).result.changes
    assert change.new.strip() == "I welcome it.\n\nIt is short.\n\nMore."
