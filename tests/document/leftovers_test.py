from __future__ import annotations

import pytest

from respondent.document.leftovers import leftovers

MARKUP = {
    "a footnote": ("see[^1] it", "footnote"),
    "the text of a footnote": ("[^1]: The note.", "footnote"),
    "a footnote in the line": ("see^[the note] it", "footnote"),
    "a link with a space": ("see [the plan](https://a.wales/my file.pdf)", "broken off"),
    "a link that is not closed": ("see [the plan](https://a.wales/file", "broken off"),
    "a link by reference": ("see [the plan][plan]", "without an address"),
    "a link by itself": ("see [the plan][]", "without an address"),
    "a link of a wiki": ("see [[the plan]]", "without an address"),
    "bold that is not closed": ("a **note", "bold"),
    "bold that is not opened": ("a note** b", "bold"),
    "bold by lines": ("a __note", "bold"),
    "bold with a space inside": ("a ** note ** b", "bold"),
    "italic that is not closed": ("a *note", "italic"),
    "struck out": ("a ~~note~~ b", "struck out"),
    "code": ("a `note` b", "back-tick"),
    "a back-tick for an apostrophe": ("Mae`r heddlu", "back-tick"),
    "a task": ("[ ] to do", "tick"),
    "a task that is done": ("[x] done", "tick"),
    "a row of a table": ("| a | b |\n| 1 | 2 |", "table"),
    "a table without bars at its ends": ("a | b\n1 | 2", "table"),
    "a heading without a space": ("##Heading", "heading"),
    "highlighting": ("a ==note== b", "highlighting"),
}

CLEAN = (
    "#12",
    "C#",
    "#MeToo",
    "2 * 3",
    "figures* and * provisional",
    "R&D",
    "a) inside",
    "[sic]",
    "[sic] (the force)",
    "(a)",
    "post_box@gwent.police.uk",
    "https://x.wales/a_b_c?id=3&l=cy",
    "Heddlu | Police",
    "a_b and snake_case_name",
    "~ 5 o bobl",
    "x = y",
    "[1]: see annex",
)


@pytest.mark.parametrize("name", MARKUP)
def test_leftover_markup_is_reported(name: str) -> None:
    text, word = MARKUP[name]

    found = [advice for _, advice in leftovers(text)]

    assert found
    assert word in found[0][0]


@pytest.mark.parametrize("text", CLEAN)
def test_literal_signs_are_not_reported(text: str) -> None:
    assert list(leftovers(text)) == []


def test_leftover_markup_has_its_line() -> None:
    assert [line for line, _ in leftovers("one\ntwo\nthree ~~x")] == [2]
