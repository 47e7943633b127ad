"""Languages and pairs."""

from __future__ import annotations

from respondent.language import Language, Pair


def test_each_language_has_the_other() -> None:
    assert [language.other for language in Language] == [Language.EN, Language.CY]


def test_a_pair_gives_the_value_of_a_language() -> None:
    pair = Pair("llu", "force")

    assert [pair.in_(language) for language in Language] == ["llu", "force"]


def test_a_pair_is_made_by_language_and_iterated_welsh_first() -> None:
    pair = Pair.of(lambda language: language.tag)

    assert list(pair.items()) == [(Language.CY, "cy-GB"), (Language.EN, "en-GB")]


def test_a_pair_is_mapped_value_by_value() -> None:
    assert Pair(1, 2).map(str) == Pair("1", "2")
