"""Each text gets the scalar that a careful person would write; the last always holds it."""

from __future__ import annotations

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from respondent.files.scalar import Scalar, ScalarContext, scalars
from respondent.files.text import CONTROL

LONG = "Rhaid i’r Prif Gwnstabl sicrhau bod swyddogion yn adnabod hyn ac yn ei gofnodi’n briodol. " * 3


def first(text: str, style: str = "", *, is_flow: bool = False) -> Scalar:
    return next(scalars(text, ScalarContext(style, is_flow, 40, 38)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heddlu Gwent", "Heddlu Gwent"),
        ("“Custody”: 2019", '"“Custody”: 2019"'),
        ("“Custody”, 2019", "“Custody”, 2019"),
        ("14 May 2019", "14 May 2019"),
        ("Rhaid: dau", '"Rhaid: dau"'),
        ("Rhaid:", '"Rhaid:"'),
        ("a:b", "a:b"),
        ("rhif #3", '"rhif #3"'),
        ("rhif#3", "rhif#3"),
        ("- un", '"- un"'),
        ("---", '"---"'),
        ("...", '"..."'),
        ("@swyddfa", '"@swyddfa"'),
        ("`cod`", '"`cod`"'),
        ("*pwyslais*", '"*pwyslais*"'),
        ("%", '"%"'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("No", '"No"'),
        ("y", '"y"'),
        ("1.10", '"1.10"'),
        ("0x1F", '"0x1F"'),
        ("1e3", '"1e3"'),
        ("12:30:45", '"12:30:45"'),
        ("2019-05-14", '"2019-05-14"'),
        (".inf", '".inf"'),
        ("", '""'),
        (" ", '" "'),
        (" bwlch", '" bwlch"'),
        ("bwlch ", '"bwlch "'),
        ("bwlch\u00a0", '"bwlch\u00a0"'),
        ("dwy\u00a0fil", "dwy\u00a0fil"),
        ("tab\tyma", '"tab\\tyma"'),
        ("un\u2028dau\u2029tri\ufeff", '"un\\Ldau\\Ptri\\uFEFF"'),
        ("un\rdau", '"un\\rdau"'),
        ('"dyfyniad"', '"\\"dyfyniad\\""'),
        ("C:\\gwent", "C:\\gwent"),
        ("👮🏽‍♀️", '"👮🏽‍♀️"'),
    ],
)
def test_a_short_text_without_yaml_syntax_is_plain(text: str, expected: str) -> None:
    assert first(text) == Scalar(expected)


def test_a_long_paragraph_is_folded_at_single_spaces() -> None:
    text = "un  dau " + "tri pedwar pump chwech " * 3 + "x" * 50 + " diwedd"
    assert first(text) == Scalar(
        ">-",
        (
            "un  dau tri pedwar pump chwech tri",
            "pedwar pump chwech tri pedwar pump",
            "chwech",
            "x" * 50,
            "diwedd",
        ),
    )


def test_a_text_with_line_ends_is_literal() -> None:
    assert first("un\n\n- dau\n  tri  ") == Scalar("|-", ("un", "", "- dau", "  tri  "))
    assert first("un\n") == Scalar("|", ("un",))
    assert first("un\ndau\n") == Scalar("|", ("un", "dau"))


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        ("'", "Mae'r heddlu", Scalar("'Mae''r heddlu'")),
        ('"', "Heddlu", Scalar('"Heddlu"')),
        (">", "Byr", Scalar(">-", ("Byr",))),
        (">", "Byr\n", Scalar(">", ("Byr",))),
        ("|", "Byr", Scalar("|-", ("Byr",))),
        ("|", "Byr\n", Scalar("|", ("Byr",))),
        (">", "un\ndau", Scalar("|-", ("un", "dau"))),
        ("'", "un\ndau", Scalar("|-", ("un", "dau"))),
        ("|", "un\u2028dau", Scalar('"un\\Ldau"')),
    ],
)
def test_a_style_is_kept_where_it_suits_the_text(style: str, text: str, expected: Scalar) -> None:
    assert first(text, style) == expected


@pytest.mark.parametrize("style", ["", "'", '"', "|", ">"])
def test_a_long_paragraph_is_folded_whatever_its_style(style: str) -> None:
    assert first(LONG.strip(), style).head == ">-"


@pytest.mark.parametrize("text", [LONG.strip(), "un\ndau", "a, b"])
def test_in_brackets_a_text_has_one_line(text: str) -> None:
    assert all(scalar.body == () for scalar in scalars(text, ScalarContext("|", True, 40, 38)))


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not CONTROL.search(text)))
def test_the_last_way_suits_every_text_and_parser(text: str) -> None:
    *_, last = scalars(text, ScalarContext("", False, 40, 38))
    assert pyyaml.safe_load(last.head) == text
    assert len(last.head.splitlines()) == 1


def test_a_plain_truth_value_is_replaced_with_a_plain_one() -> None:
    assert next(scalars("false", ScalarContext("", False, 40, 38, old="true"))).head == "false"
    assert next(scalars("false", ScalarContext("", False, 40, 38, old="No word"))).head == '"false"'
    assert next(scalars("false", ScalarContext('"', False, 40, 38, old="true"))).head == '"false"'


@pytest.mark.parametrize("text", ["0?", "a, b", "[a]", "a:b"])
def test_ambiguous_characters_in_brackets_are_quoted(text: str) -> None:
    assert next(scalars(text, ScalarContext("", True, 40, 38))).head == f'"{text}"'
