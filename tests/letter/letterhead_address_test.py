"""The address in the letterhead, where both languages stand on one line."""

from __future__ import annotations

import pytest
from offices import Bench

from respondent.document.walk import runs
from respondent.language import Language, Pair

ADDRESS = Pair(
    "cy: [Pencadlys Heddlu Gwent, Croesyceiliog, Cwmbrân, NP44 2XJ]",
    "en: [Gwent Police Headquarters, Croesyceiliog, Cwmbrân, NP44 2XJ]",
)


def letterhead(bench: Bench, language: Language) -> str:
    (part, *_) = bench.documents()[language].parts
    return "\n".join("".join(run.text for run in runs([block])) for block in part.letterhead)


@pytest.mark.parametrize("language", Language)
def test_lines_equal_in_both_languages_are_printed_once(bench: Bench, language: Language) -> None:
    names = Pair("Pencadlys Heddlu Gwent", "Gwent Police Headquarters")
    assert letterhead(bench, language).count("Croesyceiliog, Cwmbrân, NP44 2XJ") == 1
    assert all(name in letterhead(bench, language) for name in (names.cy, names.en))


@pytest.mark.parametrize("language", Language)
def test_addresses_of_different_length_are_printed_in_full(bench: Bench, language: Language) -> None:
    bench.change(bench.office, ADDRESS.en, "en: [Gwent Police Headquarters, Cwmbrân NP44 2XJ]")

    text = letterhead(bench, language)

    assert "Pencadlys Heddlu Gwent, Croesyceiliog, Cwmbrân, NP44 2XJ" in text
    assert "Gwent Police Headquarters, Cwmbrân NP44 2XJ" in text
