"""Lines end where they can be read on."""

from __future__ import annotations

import pytest

from respondent.document.tree import Inlines, Run
from respondent.document.walk import text
from respondent.language import Language
from respondent.writers.line_ends import NO_BREAK, whole, whole_pieces

CY, EN = Language.CY, Language.EN


def line(*texts: str) -> Inlines:
    return tuple(Run(words, EN) for words in texts)


def test_a_line_of_a_letterhead_ends_only_behind_a_contact_or_a_language() -> None:
    contacts = whole_pieces(line("Ffôn | Tel: 01633 642200 · Gwe | Web: a.uk"))
    assert text(contacts).split(" ") == [
        "Ffôn\u00a0|\u00a0Tel:\u00a001633\u00a0642200\u00a0·",
        "Gwe\u00a0|\u00a0Web:\u00a0a.uk",
    ]
    names = whole_pieces(line("Swyddfa’r Comisiynydd", " | ", "Office of the Commissioner"))
    assert text(names).split(" ") == [
        "Swyddfa’r\u00a0Comisiynydd\u00a0|",
        "Office\u00a0of\u00a0the\u00a0Commissioner",
    ]


def test_a_line_without_pieces_or_with_a_very_long_one_ends_anywhere() -> None:
    for words in ("Police Headquarters, Cwmbrân", "a | " + "b " * 60):
        assert whole_pieces(line(words)) == line(words)


@pytest.mark.parametrize(
    "words",
    [
        "6 September 2021",
        "14th May 2019",
        "3 Mawrth 2024",
        "Act 1996",
        "recommendation 7",
        "argymhelliad 12",
        "Regulation 13",
        "£3 million",
        "£2.5 miliwn",
        "5 per cent",
        "93 y cant",
        "Rt Hon Yvette",
        "Dr Jones",
    ],
)
def test_a_line_does_not_end_within(words: str) -> None:
    assert whole(f"and {words} so") == f"and {words.replace(' ', NO_BREAK)} so"


def test_other_words_are_as_they_were() -> None:
    for words in (
        "8 victims out of 10",
        "The Chief Constable",
        "800 frontline officers",
        "in 2019 the force",
    ):
        assert whole(words) == words
