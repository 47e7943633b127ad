"""Annexes, grades and statements: the shapes of published responses beside the plain letter."""

from __future__ import annotations

import re

from offices import Bench, words

from respondent.document.tree import Section, Table
from respondent.document.walk import nodes, text
from respondent.language import Language

CY, EN = Language.CY, Language.EN

PROGRESS = """    progress:
      status: waits-for-another
      lead: {cy: Ditectif Uwch-arolygydd, en: Detective Superintendent}
      due: 2019-12-31
      comment: {cy: Mae'r canllaw ar y ffordd., en: The guidance is on its way.}
      on: 2019-05-01
"""
COLUMNS = "number, words, addressees, deadline, due, force-response, our-response, lead, status, comment"
ANNEX = "  annexes:\n    - {id: progress, columns: [%s], heading: {cy: cynnydd, en: progress}}\n"


def annexed(bench: Bench, columns: str) -> dict[Language, Section]:
    bench.change(bench.response, '    label: "1"\n', f'    label: "1"\n{PROGRESS}')
    bench.change(bench.response, "  layout: narrative", f"{ANNEX % columns}  layout: narrative")
    found = {}
    for language, document in bench.documents().items():
        sections = [block for block in document.parts[0].blocks if isinstance(block, Section)]
        (found[language],) = [section for section in sections if section.name.startswith("annex")]
    return found


def first_row(section: Section) -> list[str]:
    (table,) = [node for node in nodes((section,)) if isinstance(node, Table)]
    assert len(table.rows) == 3
    return [text(cell.inlines) for cell in table.rows[0].cells]


def test_a_wide_table_shows_what_the_facts_say_in_each_language(bench: Bench) -> None:
    annexes = annexed(bench, COLUMNS)

    assert {section.name for section in annexes.values()} == {"annex-wide"}
    welsh, english = first_row(annexes[CY]), first_row(annexes[EN])
    assert (english[0], english[2], english[4]) == ("1", "chief constables", "31st December 2019")
    assert english[3] == welsh[3] or welsh[3] == "o fewn chwe mis"
    assert english[5].startswith("Following my request")
    assert (english[6], english[7]) == ("–", "Detective Superintendent")
    assert english[8:] == ["… Waiting for another body", "The guidance is on its way. (1st May 2019)"]
    assert welsh[2] == "prif gwnstabliaid"
    assert welsh[7:] == [
        "Ditectif Uwch-arolygydd",
        "… Yn aros am gorff arall",
        "Mae'r canllaw ar y ffordd. (1 Mai 2019)",
    ]


def test_a_narrow_table_stands_upright_below_its_heading(bench: Bench) -> None:
    annexes = annexed(bench, "number, status")

    assert {section.name for section in annexes.values()} == {"annex"}
    assert words(bench.documents()[CY], "annex").startswith("Atodiad: cynnydd")


def test_a_text_of_the_force_is_an_annex(bench: Bench) -> None:
    own = "  annexes:\n    - {id: own, kind: text, heading: {cy: ymateb, en: response}, text: {cy: Testun., en: Text.}}\n"
    bench.change(bench.response, "  layout: narrative", f"{own}  layout: narrative")

    assert words(bench.documents()[EN], "annex") == "Annex: response\nText."


def test_the_grades_of_a_peel_report_are_listed(bench: Bench) -> None:
    grades = "    grades: [{id: crime, area: {cy: Ymchwilio, en: Investigating crime}, grade: requires-improvement}]\n"
    bench.change(bench.response, "  introduction: own", "  introduction: standard")
    bench.change(bench.response, "    kind: report\n", f"    kind: peel\n{grades}")

    assert words(bench.documents()[CY], "grades").splitlines() == [
        "Dyma ddyfarniadau graddedig yr adroddiad ar Heddlu Gwent:",
        "Ymchwilio: Angen gwella",
    ]


def test_a_statement_has_a_title_and_no_envelope(bench: Bench) -> None:
    bench.change(bench.response, "  introduction: own", "  introduction: standard\n  form: statement")

    for language, document in bench.documents().items():
        (part,) = document.parts
        names = [block.name for block in part.blocks if isinstance(block, Section)]
        assert names[:2] == ["subject", "byline"]
        assert not {"addressee", "date", "salutation", "sign-off", "signature", "copies"} & set(names)
        assert not part.letterhead
        assert not part.foot
        assert "notice" in names
        first = {CY: "Dyma fy sylwadau", EN: "These are my comments"}[language]
        assert words(document, "statutory").startswith(first)
        assert not re.search(r"llythyr|letter", words(document, "statutory"))
