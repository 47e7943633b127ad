"""Sounds: vowels and consonants of words, and of figures as they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.grammar.welsh import figures, sounds
from respondent.grammar.welsh.ordinals import TAILS, WORDS


@pytest.mark.parametrize(
    ("text", "vowel"),
    [
        ("arolygiad", True),
        ("heddlu", False),
        ("wythnos", True),
        ("ŵyr", True),
        ("wŷs", False),
        ("wyrth", False),
        ("wlad", False),
        ("wraig", False),
        ("wrthblaid", True),
        ("wraniwm", True),
        ("Wrecsam", False),
        ("Wcráin", True),
        ("whilber", False),
        ("iard", True),
        ("Êl", True),
        ("", None),
        ("-a", None),
    ],
)
def test_the_first_sound_of_a_welsh_word(text: str, vowel: bool | None) -> None:
    assert sounds.opens_with_vowel(text) is vowel


@pytest.mark.parametrize(
    ("text", "vowel"),
    [("Essex", True), ("Sussex", False), ("York", None), ("Ulster", None), ("Wigan", None), ("CPS", None)],
)
def test_foreign_word_is_decided_only_by_an_unambiguous_letter(text: str, vowel: bool | None) -> None:
    assert sounds.opens_with_vowel(text, known=False) is vowel


@pytest.mark.parametrize(
    ("figure", "vowel"),
    [
        ("1", True),
        ("18", False),
        ("18fed", False),
        ("17eg", True),
        ("99fed", None),
        ("150", False),
        ("850", True),
        ("1,500", False),
        ("1500", True),
        ("2100", False),
        ("8,000", True),
        ("11,000", True),
        ("12,000", None),
        ("12.5", True),
        ("10.5", False),
        ("150.5", None),
        ("800,000", True),
        ("5,000,000", None),
        ("1960au", False),
        ("£8", True),
        ("1" * 40, None),
        ("²", None),
    ],
)
def test_the_sound_of_a_figure_is_that_of_its_words(figure: str, vowel: bool | None) -> None:
    assert figures.opens_with_vowel(figure) is vowel


def test_the_figures_that_take_ac_are_those_the_rules_list() -> None:
    listed = "1 8 11 16 20 21 28 31 36 41 48 51 56 61 68 71 76 81 88 91 96"

    assert " ".join(str(n) for n in range(1, 101) if figures.opens_with_vowel(str(n))) == listed


def test_the_ordinals_that_take_yr_are_those_whose_words_begin_with_a_vowel() -> None:
    words = {1: "cyntaf"} | {n: masculine for n, (masculine, _) in WORDS.items()}
    compound = {n: n - base for numbers, base, _ in TAILS for n in numbers if n not in WORDS}
    firsts = words | {n: "unfed" if unit == 1 else words[unit] for n, unit in compound.items()}

    assert {n for n, word in firsts.items() if word[0] in "aeiouwy"} == figures.VOWEL_ORDINALS


@given(st.text())
def test_any_text_has_a_sound_or_none(text: str) -> None:
    assert sounds.opens_with_vowel(text) in (True, False, None)
    assert sounds.opens_with_vowel(text, known=False) in (True, False, None)
    assert sounds.takes_ac(text) in (True, False)


@given(st.integers(1, 10**14))
def test_any_number_has_a_sound_or_none(n: int) -> None:
    assert figures.opens_with_vowel(f"{n:,}") in (True, False, None)
