"""Words that look like a denial or a number, and are none."""

from __future__ import annotations

import pytest

from respondent.language import Language
from respondent.linguistics.dates import MONTHS
from respondent.linguistics.negation import READERS
from respondent.linguistics.numbers import numbers
from respondent.linguistics.words import words

CY, EN = Language.CY, Language.EN


@pytest.mark.parametrize(
    ("text", "language", "most"),
    [
        ("No.", EN, 0),
        ("No. 5 is for chief constables.", EN, 0),
        ("No comments were received.", EN, 1),
        ("Byddwn yn ateb yn ddi-oed.", CY, 1),
    ],
)
def test_no_for_number_denies_nothing_and_di_denies(text: str, language: Language, most: int) -> None:
    assert READERS.in_(language)(words(text), text).most == most


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Mae'r broses yn deg.", []),
        ("Mae deg heddlu.", [10]),
        ("Byddwn yn deg o dan y gyfraith, yn deg o'i gymharu ag eraill, ac yn deg heddiw.", []),
        ("Roedd yn deg oed.", [10]),
        ("Gwelwyd hyn yn deg o'r heddluoedd.", [10]),
        ("Gwelwyd hyn yn deg heddlu.", [10]),
    ],
)
def test_yn_deg_is_fair_and_deg_is_ten(text: str, values: list[int]) -> None:
    assert [number.value for number in numbers(words(text), text, CY)] == values


def test_a_revisit_need_not_have_a_second_in_english() -> None:
    text = "yr ail ymweliad"

    assert [number.is_sure for number in numbers(words(text), text, CY)] == [False]


def test_sept_is_september() -> None:
    assert MONTHS.en["Sept"] == MONTHS.en["September"]
