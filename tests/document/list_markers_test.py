from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.document.list_markers import markdown, numbering, run_together

# What people type, what Markdown is given, and the numbering of each line.
MARKED = {
    "letters in brackets": ("(a) one\n(b) two", "1)  one\n2)  two", {0: "(a)", 1: "(a)"}),
    "letters below a sentence": ("I asked:\n(a) one;\n(b) two.", "I asked:\n1)  one;\n2)  two.", {1: "(a)", 2: "(a)"}),
    "letters with one bracket": ("a) one\nb) two", "1) one\n2) two", {0: "a)", 1: "a)"}),
    "capitals": ("A) one\nB) two", "1) one\n2) two", {0: "A)", 1: "A)"}),
    "Roman numerals": ("(i) one\n(ii) two\n(iii) three", "1)  one\n2)   two\n3)    three", dict.fromkeys(range(3), "(i)")),
    "a wide Roman numeral": ("(viii) x\n(ix) y", "08)    x\n9)   y", {0: "(i)", 1: "(i)"}),
    "i behind h is a letter": ("(h) x\n(i) y\n(j) z", "8)  x\n9)  y\n10) z", dict.fromkeys(range(3), "(a)")),
    "figures in brackets": ("(1) x\n(2) y", "1)  x\n2)  y", {0: "(1)", 1: "(1)"}),
    "letters with a full stop": ("a. one\nb. two", "1) one\n2) two", {0: "a.", 1: "a."}),
    "capitals with a full stop": ("A. one\nB. two", "1) one\n2) two", {0: "A.", 1: "A."}),
    "Roman numerals with a full stop": ("i. one\nii. two", "1) one\n2)  two", {0: "i.", 1: "i."}),
    "capital numerals with a full stop": ("I. one\nII. two", "1) one\n2)  two", {0: "I.", 1: "I."}),
    "letters with a full stop below a sentence": ("I asked:\na. x\nb. y", "I asked:\n1) x\n2) y", {1: "a.", 2: "a."}),
    "a list that begins again": ("a) x\nb) y\na) x\nb) y", "1) x\n2) y\n1) x\n2) y", dict.fromkeys(range(4), "a)")),
    "an item out of the middle": ("(c) x", "3)  x", {0: "(a)"}),
    "items with lines between": ("(a) one\n\n(b) two\n\nDone.", "1)  one\n\n2)  two\n\nDone.", {0: "(a)", 2: "(a)"}),
    "a list in a list": (
        "(a) one\n    (i) in\n    (ii) in\n(b) two",
        "1)  one\n    1.  in\n    2.   in\n2)  two",
        {0: "(a)", 1: "(i)", 2: "(i)", 3: "(a)"},
    ),
    "a list in a quotation": ("> (a) x\n> (b) y", "> 1)  x\n> 2)  y", {0: "(a)", 1: "(a)"}),
}  # fmt: skip

UNMARKED = (
    "section\na) of the Act is",
    "text (a) in a sentence",
    "as in (i) above",
    "(sic) and (as) words",
    "1) x\n2) y",
    "– a dash that goes on",
    "2 · 3",
    "J. Smith wrote\nto me",
    "A. Jones wrote\nC. Smith",
    "a. one\nc. two",
    "",
)


@pytest.mark.parametrize("name", MARKED)
def test_a_marker_is_replaced_with_that_of_markdown(name: str) -> None:
    source, text, names = MARKED[name]

    marked = markdown(source)

    assert marked.text == text
    assert {line: found.name for line, found in marked.numberings.items()} == names


@pytest.mark.parametrize("source", UNMARKED)
def test_other_text_does_not_change(source: str) -> None:
    marked = markdown(source)

    assert (marked.text, marked.numberings, marked.bullets) == (source, {}, ())


@pytest.mark.parametrize("sign", "•·▪◦‣●○■")
def test_a_bullet_of_word_is_replaced_with_that_of_markdown(sign: str) -> None:
    marked = markdown(f"I asked for:\n{sign} a report\n{sign}\ta plan")

    assert marked.text == "I asked for:\n- a report\n- a plan"
    assert marked.bullets == (1, 2)


def test_two_lines_with_a_dash_are_a_list() -> None:
    assert markdown("– one\n– two").text == "- one\n- two"


@pytest.mark.parametrize(
    ("source", "line", "advice"),
    [
        ("▪one\n▪two", 0, "put a space behind"),
        ("I asked for:\n●a report\n●a plan", 1, "put a space behind"),
        ("-one\n-two", 0, "put a space behind"),
        ("1.one\n2.two", 0, "put a space behind"),
        ("o one\no two", 0, "begin each item with -"),
        ("I asked for:\no one\no two", 1, "begin each item with -"),
        ("(A) one\n(C) two", 1, "consecutively"),
        ("(a) one\n(b) two\n(d) three", 2, "consecutively"),
        ("> (1) one\n> (3) two", 1, "consecutively"),
    ],
)
def test_items_that_run_together_are_reported(source: str, line: int, advice: str) -> None:
    ((reported, (_, shown)),) = run_together(source)

    assert reported == line
    assert advice in shown


@pytest.mark.parametrize(
    "source",
    [
        *UNMARKED,
        "▪one",
        "-one",
        "1.one",
        "o one",
        "-5\n-6",
        "1.5 million\n2.5 million",
        "●●○\n●○○",
        "nifer\no bobl a\no blant",
        "-one\\\n-two",
        "-one\n\n-two",
        "(A) one\n(B) two",
        "(2) Subject to subsection\n(4) below",
    ],
)
def test_lines_that_are_not_items_are_not_reported(source: str) -> None:
    assert list(run_together(source)) == []


@pytest.mark.parametrize(
    "source", ["i. x\n", "a. x\ni. x\n", "(a) x\n(b) y\n", "(A) x\n(C) y\n", "-one\n", "o x\n", "▪"]
)
def test_items_in_great_number_are_searched_quickly(source: str) -> None:
    started = perf_counter()

    list(run_together(source * (50_000 // len(source))))

    assert perf_counter() - started < 10


LINES = st.lists(
    st.sampled_from(["(a) one", "(b) two", "a. x", "b. y", "a) x", "(i) x", "(ii) y", "(v) z", "• one", "– x", "> (a) q", "", "text", "1. x"])
)  # fmt: skip


@given(st.one_of(st.text(), LINES.map("\n".join)))
def test_markers_keep_their_width(source: str) -> None:
    marked = markdown(source)

    assert len(marked.text) == len(source)
    assert marked.text.count("\n") == source.count("\n")


@given(
    st.sampled_from(["(a)", "a)", "(A)", "A)", "(i)", "i)", "(I)", "(1)", "1)", "a.", "A.", "i.", "I."]),
    st.integers(1, 26),
)
def test_a_marker_survives_a_round_trip(name: str, number: int) -> None:
    found = numbering(name)
    assert found.name == name
    if name == "1)":  # Markdown's own
        return
    if name.endswith("."):  # one item alone may be a name: J. Smith
        number += 1
    source = "\n".join(f"{found.marker(one)} x" for one in range(1, number + 1))

    assert {one.name for one in markdown(source).numberings.values()} == {name}
