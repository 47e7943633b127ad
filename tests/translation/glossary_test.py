from __future__ import annotations

import pytest
from translation.responses import CY, EN

from respondent.response.terms import COLUMNS, Term
from respondent.translation.glossary import Glossary, GlossaryEntry, glossary, table, terms_note


def entry(en: str, cy: str, **cells: str) -> GlossaryEntry:
    return GlossaryEntry(dict.fromkeys(COLUMNS, "") | {"en": en, "cy": cy} | cells)


TERMS = Glossary(
    [
        entry("police", "heddlu", gender="m"),
        entry("police force", "heddlu'r llu"),
        entry("Home Office", "Swyddfa Gartref"),
        entry("force", "llu", gender="m"),
        entry("the Right Honourable … MP", "Y Gwir Anrhydeddus … AS"),
    ]
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The police force and the Police.", ["police force", "police"]),
        ("It was enforced", []),
        ("the home office of somebody", []),
        ("the HOME OFFICE", ["Home Office"]),
        ("force, force", ["force"]),
        ("", []),
    ],
)
def test_terms_that_stand_in_a_text(text: str, wanted: list[str]) -> None:
    assert [one.words.en for one in TERMS.occurring(text, EN)] == wanted


def test_terms_are_found_in_welsh_too_and_told_in_the_direction() -> None:
    found = TERMS.occurring("Mae'r heddlu yma", CY)

    assert terms_note(found, CY) == "heddlu = police (m)"
    assert terms_note(TERMS.occurring("police", EN), EN) == "police = heddlu (m)"


def test_the_terms_of_the_office_come_before_the_shipped_ones() -> None:
    own = Term(2, entry("Home Secretary", "Ysgrifennydd y Cartref").cells)

    assert terms_note(glossary([own]).occurring("the Home Secretary", EN), EN).startswith(
        "Home Secretary = Ysgrifennydd y Cartref"
    )
    assert "Ysgrifennydd Cartref" in terms_note(glossary([]).occurring("the Home Secretary", EN), EN)


def test_a_table_of_terms_opens_in_excel_and_holds_no_formula() -> None:
    data = table([entry("=SUM(A1)", "ŵ", note="a, b")])

    assert data.startswith(b"\xef\xbb\xbfen,cy,")
    assert "'=SUM(A1),ŵ".encode() in data
    assert b'"a, b"' in data
