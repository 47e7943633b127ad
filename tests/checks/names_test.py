"""Names that one language has and the other does not (P301): capitals that are no name."""

from __future__ import annotations

import pytest
from checks.cases import case

from respondent.checks.engine import look
from respondent.checks.known import CHECKS
from respondent.linguistics.place_names import NO_NAMES

NAMES_ALIKE = [check for check in CHECKS if check.id == "P301"]


def names_found(cy: str, en: str) -> list[str]:
    changed = case({"change": {"evidence.training.text.cy": cy, "evidence.training.text.en": en}})
    return [finding.fact.what for finding in look(changed, NAMES_ALIKE)]


@pytest.mark.parametrize("word", sorted(NO_NAMES))
def test_a_day_month_language_or_feast_behind_a_given_name_is_not_a_family_name(word: str) -> None:
    assert names_found(f"Mae David {word} yno.", "David is there.") == []


def test_a_family_name_that_the_english_lacks_is_found() -> None:
    assert names_found("Mae David Hopkins yno.", "David is there.") == [
        "the Welsh names Hopkins, the English does not"
    ]


@pytest.mark.parametrize("word", ["CYNGOR", "HEDDLU", "LONDON"])
def test_a_word_in_capitals_is_not_a_name(word: str) -> None:
    assert names_found(f"Mae {word} yno.", "It is there.") == []


@pytest.mark.parametrize("name", ["JONES", "SMITHSON", "HMIC", "GWENT"])
def test_a_name_in_capitals_that_the_english_lacks_is_found(name: str) -> None:
    assert names_found(f"Mae {name} yno.", "It is there.") == [
        f"the Welsh names {name}, the English does not"
    ]


@pytest.mark.parametrize("name", ["JONES", "GWENT"])
def test_a_name_in_capitals_in_both_languages_is_alike(name: str) -> None:
    assert names_found(f"Mae {name} yno.", f"{name} is there.") == []
    assert names_found(f"Mae {name} yno.", f"{name.capitalize()} is there.") == []
