from __future__ import annotations

from time import perf_counter

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
    "a link definition with an address": ("[x]: https://a.wales", "away from its words"),
    "a link definition with a title": ("[annex]: https://a.cymru 'x'", "away from its words"),
    "a space between the brackets of a link": ("[a link] (https://a.wales)", "wrong place"),
    "a link the wrong way round": ("(link)[https://a.wales]", "wrong place"),
    "a link without a closing bracket": ("[link(https://a.wales)", "wrong place"),
    "the end of a link from the paragraph before": ("to here](https://a.wales)", "wrong place"),
    "the end of a link behind a figure in brackets": ("see [1] and here](https://a.wales)", "wrong place"),
    "a picture without an address": ("![]", "picture"),
    "an opening underscore": ("a _this b", "italic"),
    "one wave at each end": ("a ~two~ b", "set low"),
    "a subscript": ("H~2~O", "set low"),
    "a superscript": ("a ^four^ b", "set high"),
    "a superscript behind a figure": ("2^nd^ of May", "set high"),
    "a formula": ("$$x^2$$", "formula"),
    "a citation": ("see [@cite]", "list of sources"),
    "an empty box of Unicode": ("☐ a", "tick"),
    "a ticked box of Unicode": ("☑ a", "tick"),
    "a crossed box of Unicode": ("☒ a", "tick"),
    "a heading of the seventh level": ("####### seven", "sixth level"),
    "a backslash at the end": ("a plan\\", "line break"),
    "a line below a heading": ("Title\n=====", "line drawn"),
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
    "[1]: https://a.wales has the plan",
    "[see the plan (https://a.wales)]",
    "the plan (https://a.wales) [sic]",
    "great![1]",
    "https://x.wales/~gwent/_plan/~x",
    "~5–~6",
    "10 m^2 by 5 m^2",
    "$5 and $$",
    "::: note",
    "a\\b",
    "== and = one",
    "==",
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


@pytest.mark.parametrize(
    "signs",
    [
        "[",
        "]",
        "(",
        "](",
        "[a",
        "(a)",
        "_",
        "~",
        "~a ",
        "^",
        "^a ",
        "$",
        "$$a",
        "=",
        "\n===",
        "#",
        "\\",
        "[@",
        "![",
    ],
)
def test_signs_in_great_number_are_searched_quickly(signs: str) -> None:
    started = perf_counter()

    list(leftovers(signs * (100_000 // len(signs))))

    assert perf_counter() - started < 10
