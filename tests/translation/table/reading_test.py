from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.table import Table
from lxml import etree
from packages import MAIN, W, letterhead, packed
from translation.responses import response
from translation.table.tables import (
    KEY,
    NOTE,
    SHEET,
    STATE,
    TARGET,
    Element,
    added,
    cell_of,
    changed,
    copied,
    edited,
    fill,
    row,
    rows_of,
    typed,
)

from respondent.document.tree import Break, Run
from respondent.errors import InputError
from respondent.language import Language
from respondent.ledger.state import State
from respondent.translation.table.reading import is_table, read
from respondent.translation.table.writing import write
from respondent.translation.units import ReturnedUnit, Unit, units

CY, EN = Language.CY, Language.EN

FACTS = response(
    opening={"en": "The force acts.\n\nIt has *acted* before, see [the page](https://a.cymru)."},
    closing={"en": "I will write again.", "cy": "Ysgrifennaf eto."},
    evidence=[
        {"id": "training", "by": "force", "text": {"en": "# Training\n\n- 90 % trained\n- all by May"}},
        {"id": "other", "by": "force", "text": {"cy": "Dau.\n\nTri.", "en": "Two, three."}},
    ],
)
UNITS = tuple(unit for unit in units(FACTS, ()) if unit.language == EN)
DATA = write(UNITS, SHEET)
KEYS = [unit.key for unit in UNITS]
OPENING = next(key for key in KEYS if key.startswith("opening"))
CLOSING = next(key for key in KEYS if key.startswith("closing"))
WHOLE = next(unit for unit in UNITS if unit.is_whole)


def came(data: bytes) -> dict[str, ReturnedUnit]:
    return {one.key: one for one in read(data, "tabl.docx").returned}


def test_a_table_says_which_response_it_is_of() -> None:
    assert read(DATA, "tabl.docx").original == "2026-custody"


def test_each_unit_comes_back_with_its_words_looks_source_and_state() -> None:
    found = read(DATA, "tabl.docx").returned

    assert [one.key for one in found] == KEYS
    for unit, one in zip(UNITS, found, strict=True):
        assert (one.target or None, one.source, one.state) == (unit.target, unit.words, unit.state.word)
        assert (one.comment, one.fault, one.is_tracked, one.is_plain) == ("", "", False, False)


def test_a_problem_names_its_row() -> None:
    assert [one.where for one in read(DATA, "tabl.docx").returned][:2] == ["row 2", "row 3"]


def test_the_same_units_give_the_same_bytes() -> None:
    assert write(UNITS, SHEET) == DATA


def test_a_direction_from_welsh_is_read_in_english() -> None:
    facts = response(opening={"cy": "Mae'r llu yn gweithredu.", "source": "cy"})
    (unit,) = (unit for unit in units(facts, ()) if unit.language == CY)
    data = edited(write([unit], SHEET), fill(unit.key, "The force acts."))

    assert came(data)[unit.key].target == (Run("The force acts.", EN),)


def test_words_that_are_typed_have_the_language_of_their_column() -> None:
    def edit(root: Element) -> None:
        paragraph = cell_of(root, OPENING).find(f"{W}p")
        paragraph.append(
            etree.fromstring(
                f'<w:r xmlns:w="{MAIN}"><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>Mae’r llu</w:t></w:r>'
            )
        )

    assert came(changed(DATA, edit))[OPENING].target == (Run("Mae’r llu", CY),)


def test_words_of_the_other_language_keep_their_language() -> None:
    facts = response(opening={"en": "The [Heddlu](lang:cy) acts.", "cy": "Mae'r [Force](lang:en) yno."})
    (unit,) = (one for one in units(facts, ()) if one.key.startswith("opening"))

    (one,) = (one for one in read(write([unit], SHEET), "x").returned)

    assert one.target == unit.target
    assert one.source == unit.words


def test_several_paragraphs_in_a_cell_are_lines() -> None:
    found = came(edited(DATA, fill(OPENING, "Un.\nDau.\n\n")))

    assert found[OPENING].target == (Run("Un.", CY), Break(CY), Run("Dau.", CY))


def test_a_list_that_word_made_of_typed_hyphens_has_its_hyphens() -> None:
    def edit(root: Element) -> None:
        paragraph = cell_of(root, WHOLE.key).find(f"{W}p")
        number = f'<w:numPr xmlns:w="{MAIN}"><w:ilvl w:val="0"/><w:numId w:val="9001"/></w:numPr>'
        paragraph.find(f"{W}pPr").append(etree.fromstring(number))

    first = (came(changed(DATA, edit))[WHOLE.key].target or ())[0]
    assert first == Run("- Dau.", CY)


def test_a_whole_text_keeps_its_lines_and_spaces() -> None:
    text = "Dau.\n\n  - tri  a\n    pedwar"
    found = came(edited(DATA, fill(WHOLE.key, text)))

    output = "".join("\n" if isinstance(one, Break) else one.text for one in found[WHOLE.key].target or ())
    assert output == text


def swap(root: Element) -> None:
    """Put the first two columns last."""
    for _, one in rows_of(root):
        first, second, *_ = one.findall(f"{W}tc")
        one.append(first)
        one.append(second)


def reverse(root: Element) -> None:
    """Sort the rows, the heading among them, the other way round."""
    table = next(root.iter(f"{W}tbl"))
    for _, one in list(rows_of(root)):
        table.insert(3, one)


def divide(root: Element) -> None:
    """Make two tables of one, of which the second has no heading."""
    table = next(root.iter(f"{W}tbl"))
    rows = [one for _, one in rows_of(root)]
    second = copied(table)
    for one in rows[3:]:
        table.remove(one)
    for one in second.findall(f"{W}tr")[:3]:
        second.remove(one)


def behead(root: Element) -> None:
    """Delete the heading."""
    table = next(root.iter(f"{W}tbl"))
    table.remove(table.find(f"{W}tr"))


def joined_keys(root: Element) -> None:
    """Put the key behind the place, in one paragraph."""
    for _, one in list(rows_of(root))[1:]:
        paragraphs = one.find(f"{W}tc").findall(f"{W}p")
        paragraphs[-2].append(
            etree.fromstring(f'<w:r xmlns:w="{MAIN}"><w:t xml:space="preserve"> </w:t></w:r>')
        )
        for run in paragraphs[-1].findall(f"{W}r"):
            paragraphs[-2].append(run)
        paragraphs[-1].getparent().remove(paragraphs[-1])


@pytest.mark.parametrize("edit", [swap, reverse, divide, behead, joined_keys])
def test_rows_are_found_by_their_key_and_columns_by_their_heading(edit: Callable[[Element], None]) -> None:
    found = came(changed(DATA, edit))

    assert {key: one.target or None for key, one in found.items()} == {
        unit.key: unit.target for unit in UNITS
    }
    assert {one.source for one in found.values()} == {unit.words for unit in UNITS}


@pytest.mark.parametrize(("column", "name"), [(KEY, "Key"), (TARGET, "Translation")])
def test_a_table_without_keys_or_translations_is_refused(column: int, name: str) -> None:
    def edit(root: Element) -> None:
        for _, one in list(rows_of(root)):
            one.remove(one.findall(f"{W}tc")[column])

    with pytest.raises(InputError, match=f"the column “{name}” is missing"):
        read(changed(DATA, edit), "tabl.docx")


def test_a_table_without_sources_states_or_notes_is_read() -> None:
    def edit(root: Element) -> None:
        for _, one in list(rows_of(root)):
            for index in (4, 3, 1):
                one.remove(one.findall(f"{W}tc")[index])

    found = came(changed(DATA, edit))

    assert [(one.source, one.state) for one in found.values()] == [(None, "")] * len(UNITS)
    assert found[CLOSING].target == (Run("Ysgrifennaf eto.", CY),)


def test_a_pasted_row_without_a_key_is_reported_with_its_words() -> None:
    def edit(root: Element) -> None:
        one = copied(next(one for key, one in rows_of(root) if key == CLOSING))
        for paragraph in one.find(f"{W}tc").findall(f"{W}p")[1:]:
            one.find(f"{W}tc").remove(paragraph)

    found = read(changed(DATA, edit), "tabl.docx").returned
    (other,) = (one for one in found if one.key not in KEYS)

    assert other.target == (Run("Ysgrifennaf eto.", CY),)
    assert other.key == f"({other.where})"
    assert "no key" in other.fault


def test_a_row_pasted_twice_is_read_twice() -> None:
    def edit(root: Element) -> None:
        copied(next(one for key, one in rows_of(root) if key == CLOSING))

    assert [one.key for one in read(changed(DATA, edit), "x").returned].count(CLOSING) == 2


def test_merged_rows_are_reported_under_both_keys() -> None:
    def edit(table: Table) -> None:
        cell = row(table, OPENING).cells[KEY]
        cell.add_paragraph(CLOSING)

    found = [one for one in read(edited(DATA, edit), "x").returned if one.fault]

    assert {one.key for one in found} == {OPENING, CLOSING}
    assert all("merged" in one.fault for one in found)


def test_empty_rows_are_skipped() -> None:
    def edit(table: Table) -> None:
        added(table)

    assert [one.key for one in read(edited(DATA, edit), "x").returned] == KEYS


def test_a_cell_that_continues_the_one_above_is_empty() -> None:
    def edit(table: Table) -> None:
        index = [one.cells[KEY].paragraphs[-1].text for one in table.rows].index(CLOSING)
        table.cell(index - 1, TARGET).merge(table.cell(index, TARGET))

    assert came(edited(DATA, edit))[CLOSING].target is None


def test_a_cell_that_spans_two_columns_belongs_to_both() -> None:
    def edit(table: Table) -> None:
        cells = row(table, CLOSING).cells
        cells[STATE].merge(cells[NOTE])

    assert came(edited(DATA, edit))[CLOSING].target == (Run("Ysgrifennaf eto.", CY),)


WHO = f'xmlns:w="{MAIN}" w:id="1" w:author="Nia" w:date="2026-05-14T09:00:00Z"'


def test_tracked_changes_are_read_as_accepted_and_reported() -> None:
    def edit(root: Element) -> None:
        paragraph = cell_of(root, CLOSING).find(f"{W}p")
        run = paragraph.find(f"{W}r")
        deleted = etree.fromstring(f"<w:del {WHO}><w:r><w:delText>Ysgrifennaf eto.</w:delText></w:r></w:del>")
        paragraph.replace(run, deleted)
        paragraph.append(etree.fromstring(f"<w:ins {WHO}><w:r><w:t>Fe ysgrifennaf.</w:t></w:r></w:ins>"))

    one = came(changed(DATA, edit))[CLOSING]

    assert one.target == (Run("Fe ysgrifennaf.", CY),)
    assert one.is_tracked


def test_what_stands_above_and_below_the_table_is_reported() -> None:
    def edit(root: Element) -> None:
        table = next(root.iter(f"{W}tbl"))
        table.addprevious(etree.fromstring(f'<w:p xmlns:w="{MAIN}"><w:r><w:t>Helo Ann,</w:t></w:r></w:p>'))
        table.addnext(etree.fromstring(f'<w:p xmlns:w="{MAIN}"><w:r><w:t>Diolch!</w:t></w:r></w:p>'))

    assert read(DATA, "x").remarks == ()
    assert read(changed(DATA, edit), "x").remarks == (
        "above the table: Helo Ann,",
        "below the table: Diolch!",
    )


def test_what_a_cell_holds_besides_words_is_reported() -> None:
    def edit(root: Element) -> None:
        cell_of(root, CLOSING).find(f"{W}p").append(
            etree.fromstring(
                f'<w:r xmlns:w="{MAIN}"><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>?</w:t></w:r>'
            )
        )

    assert came(changed(DATA, edit))[CLOSING].left_out == ("highlighted: “?”",)


def test_a_row_deleted_with_tracked_changes_is_reported() -> None:
    def edit(root: Element) -> None:
        row = next(one for key, one in rows_of(root) if key == CLOSING)
        row.find(f"{W}trPr").append(etree.fromstring(f"<w:del {WHO}/>"))

    assert "deleted with tracked changes" in came(changed(DATA, edit))[CLOSING].fault


STATES = [
    # what the cell says, the state, the comment
    ("reviewed", "reviewed", ""),
    ("wedi'i adolygu", "reviewed", ""),
    ("Wedi’i gyfieithu\ntranslated", "translated", ""),
    ("final / terfynol", "final", ""),
    ("terfynol\nunapproved", "final unapproved", ""),
    ("ar goll\nfinal", "missing final", ""),
    ("", "", ""),
    ("iawn", "", "state: iawn"),
    ("reviewed, stale", "", "state: reviewed, stale"),
    ("not translated", "", "state: not translated"),
]


@pytest.mark.parametrize(("text", "state", "comment"), STATES)
def test_a_state_is_a_word_of_the_list_in_either_language_or_a_remark(
    text: str, state: str, comment: str
) -> None:
    one = came(edited(DATA, fill(CLOSING, text, STATE)))[CLOSING]

    assert (one.state, one.comment) == (state, comment)


def test_the_states_of_the_list_are_those_of_the_ledger() -> None:
    assert {one.state for one in came(DATA).values()} <= {state.word for state in State}


def test_notes_and_comments_come_back_together() -> None:
    document = docx.Document(io.BytesIO(edited(DATA, fill(CLOSING, "Pwy?", NOTE))))
    runs = row(document.tables[0], CLOSING).cells[TARGET].paragraphs[0].runs
    document.add_comment(runs, "Eto neu drachefn?", author="Nia")
    out = io.BytesIO()
    document.save(out)

    assert came(out.getvalue())[CLOSING].comment == "Pwy?; Nia: Eto neu drachefn?"


def test_a_remark_in_its_own_row_is_read() -> None:
    def edit(table: Table) -> None:
        typed(added(table).cells[NOTE], "Ffoniwch fi.")

    assert [one.comment for one in read(edited(DATA, edit), "x").returned if one.comment] == ["Ffoniwch fi."]


def test_other_documents_are_not_tables() -> None:
    assert is_table(DATA)
    assert not is_table(letterhead(body="<w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"))
    assert not is_table(b"<xliff/>")


@pytest.mark.parametrize(
    "data", [b"\xd0\xcf\x11\xe0", packed({"a": "b"}), letterhead(more={"word/vbaProject.bin": b""})]
)
def test_an_unreadable_table_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(InputError):
        read(data, "tabl.docx")


def test_a_document_without_our_table_is_refused() -> None:
    with pytest.raises(InputError, match="no table with keys"):
        read(letterhead(body="<w:p/>"), "tabl.docx")


def test_links_and_looks_of_a_unit_are_those_of_word() -> None:
    unit: Unit = next(unit for unit in UNITS if "before" in unit.words)
    document = docx.Document(io.BytesIO(DATA))
    (paragraph,) = row(document.tables[0], unit.key).cells[1].paragraphs

    assert [run.text for run in paragraph.runs if run.italic] == ["acted"]
    assert [(link.text, link.address) for link in paragraph.hyperlinks] == [("the page", "https://a.cymru")]
