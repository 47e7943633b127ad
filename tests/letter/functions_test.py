"""What templates may call."""

from __future__ import annotations

import pytest

from respondent.document.tree import Run, Words
from respondent.grammar import welsh
from respondent.grammar.welsh.terms import of_rows
from respondent.language import Language
from respondent.letter.functions import functions

WELSH = functions(Language.CY)
LLU = welsh.Noun(cy="llu", gender="m")
GWENT = welsh.Noun(cy="Gwent", gender="f")


@pytest.mark.parametrize(
    ("name", "arguments", "wanted"),
    [
        ("yn", (GWENT,), "yng Ngwent"),
        ("i", (WELSH["y"](LLU),), "i'r llu"),
        ("a", (welsh.Noun(cy="Caerdydd", gender="f"),), "a Chaerdydd"),
        ("o_dan", ("argymhelliad",), "o dan argymhelliad"),
        ("rhif", (3, welsh.Noun(cy="comisiynydd", gender="m")), "3 chomisiynydd"),
        ("nifer", (2, WELSH["enw"]("maes i'w wella", "m", "meysydd i'w gwella")), "dau faes i'w gwella"),
        ("nifer", (11, WELSH["enw"]("argymhelliad", "m", "argymhellion")), "11 o argymhellion"),
        ("i", (WELSH["rhifol"](5),), "i bump"),
        ("pen", (WELSH["y"](LLU),), "Y llu"),
        ("rhestr", ([GWENT, "Dyfed-Powys"],), "Gwent a Dyfed-Powys"),
        ("clymu", ("Sylwadau", welsh.Noun(cy="llu", gender="m", article="with")), "Sylwadau'r llu"),
        ("clymu", ("Adroddiad", welsh.Noun(cy="adran", gender="f", article="with")), "Adroddiad yr adran"),
    ],
)
def test_welsh_functions_join(name: str, arguments: tuple[object, ...], wanted: str) -> None:
    assert str(WELSH[name](*arguments)) == wanted


def test_every_trigger_is_a_function() -> None:
    assert {key.replace(".", "_").replace("-", "_").replace(" ", "_") for key in welsh.TRIGGERS} <= set(WELSH)


def test_english_words_are_joined_but_never_mutated() -> None:
    title = Words((Run("Police and Crime Plan", Language.EN),))

    joined = WELSH["i"](title)

    assert joined == Words((Run("i ", Language.CY), Run("Police and Crime Plan", Language.EN)))


def test_words_of_the_other_language_are_marked() -> None:
    assert functions(Language.EN)["cy"]("Cymraeg") == Words((Run("Cymraeg", Language.CY),))


def test_english_counts() -> None:
    english = functions(Language.EN)
    noun = english["noun"]("recommendation", "recommendations")

    assert str(english["count"](1, noun, words=True)) == "one recommendation"
    assert str(english["count"](3, noun, words=True)) == "three recommendations"
    assert str(english["capital"](english["number_of"](3, noun))) == "Three recommendations"
    assert str(english["numeral"](5)) == "five"


TERMS = of_rows(
    [
        {"cy": "canllaw", "gender": "f", "plural": "canllawiau"},
        {"cy": "llu", "gender": "f"},
        {"cy": "Coventry", "mutates": "no"},
    ]
)


@pytest.mark.parametrize(
    ("name", "arguments", "named", "wanted"),
    [
        ("y", ("canllaw",), {}, "y ganllaw"),
        ("y", ("llu",), {}, "y llu"),
        ("rhif", (2, "canllaw"), {"words": True}, "dwy ganllaw"),
        ("rhif", (2,), {"noun": "canllaw", "words": True}, "dwy ganllaw"),
        ("rhif", (30, welsh.Noun(cy="canllaw", gender="m")), {}, "30 o ganllawiau"),
        ("y", (welsh.Noun(cy="canllaw"),), {}, "y ganllaw"),
        ("y", (welsh.Noun(cy="canllaw", gender="m"),), {}, "y canllaw"),
        ("yn", ("Coventry",), {}, "yn Coventry"),
        ("rhestr", ((name for name in ("Gwent", "Coventry")),), {}, "Gwent a Coventry"),
        ("clymu", ("Sylwadau", "Ysgrifennydd Cartref"), {}, "Sylwadau'r Ysgrifennydd Cartref"),
    ],
)
def test_words_are_looked_up_in_the_terms_first(
    name: str, arguments: tuple[object, ...], named: dict[str, object], wanted: str
) -> None:
    joined = functions(Language.CY, TERMS)[name](*arguments, **named)

    assert isinstance(joined, welsh.Phrase)
    assert (str(joined), joined.doubt) == (wanted, "")


def test_functions_work_without_terms() -> None:
    assert str(functions(Language.CY, TERMS)["y"]("canllaw")) == "y ganllaw"
    assert functions(Language.CY)["y"]("canllaw").doubt  # type: ignore[attr-defined]  # a phrase
