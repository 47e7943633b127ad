"""Numerals: distinct, and in the form that the noun asks for."""

from __future__ import annotations

from datetime import date

import pytest

from respondent.grammar.welsh import Noun, article, count, dates, ordinal, weekday
from respondent.grammar.welsh.numerals import KEYS

LLU = Noun(cy="llu", gender="m", plural="lluoedd")
BLAENORIAETH = Noun(cy="blaenoriaeth", gender="f", plural="blaenoriaethau")


@pytest.mark.parametrize("noun", [LLU, BLAENORIAETH], ids=str)
def test_numerals_in_words_are_distinct(noun: Noun) -> None:
    counted = [str(count(n, noun, words=True)) for n in range(1, 31)]

    assert len(set(counted)) == 30
    assert not any(character.isdigit() for text in counted for character in text)


@pytest.mark.parametrize("noun", [LLU, BLAENORIAETH], ids=str)
def test_ordinals_in_words_are_distinct(noun: Noun) -> None:
    assert len({str(ordinal(n, noun, words=True)) for n in range(1, 32)}) == 31


def test_figures_mutate_as_the_words_they_stand_for() -> None:
    for n in KEYS:
        figure, words = (str(count(n, BLAENORIAETH, words=style)) for style in (False, True))

        assert figure.partition(" ")[2] == words.partition(" ")[2]


def test_beyond_the_small_numbers_there_are_figures() -> None:
    assert str(count(44, LLU, words=True)) == "44 o luoedd"


def test_the_article_softens_two_and_feminine_ordinals_only() -> None:
    assert str(article(count(2, LLU, words=True))) == "y ddau lu"
    assert str(article(count(3, LLU, words=True))) == "y tri llu"
    assert str(article(ordinal(3, BLAENORIAETH, words=True))) == "y drydedd flaenoriaeth"
    assert str(article(ordinal(3, LLU, words=True))) == "y trydydd llu"


def test_the_days_of_the_week_are_in_order() -> None:
    names = [str(weekday(date(2026, 11, day))).split()[1] for day in range(23, 30)]

    assert " ".join(names) == "Llun Mawrth Mercher Iau Gwener Sadwrn Sul"


def test_the_months_are_in_order() -> None:
    assert [dates.month(n).cy for n in (1, 5, 12)] == ["Ionawr", "Mai", "Rhagfyr"]
