from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.document.sentences import cut, spans, together
from respondent.document.tree import Break, Run
from respondent.document.walk import text as words_of
from respondent.language import Language

EN, CY = Language.EN, Language.CY


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Dywedodd “Na.” Wedyn aeth.", ["Dywedodd “Na.”", "Wedyn aeth."]),
        ("It ended (in May.) Then it began.", ["It ended (in May.)", "Then it began."]),
        ("On 14 May. 56 days later.", ["On 14 May.", "56 days later."]),
        ("A rise of 1.5. The rest fell...  Ŵyn ac ŷd.", ["A rise of 1.5.", "The rest fell...", "Ŵyn ac ŷd."]),
    ],
)
def test_a_full_stop_before_a_capital_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Drakeford and Dr. Evans of St. Asaph",
        "See s. 55 and paras. 3 to 5, or p. 7",
        "Gweler rh. 3 ac adr. 55, t. 12",
        "Sefydliadau, e.e. Heddlu Gwent, h.y. y llu",
        "J. E. Thomas of the U.K. Government",
        "1. Custody",
        "www.heddlu.cymru a 20.15 o'r gloch",
        "the end of it. and so on",
        "Y Parch. Emyr Rees",
        "",
        "…",
    ],
)
def test_abbreviations_initials_and_numbers_do_not_end_a_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_a_word_that_takes_figures_may_end_a_sentence_before_words() -> None:
    assert sentences("Ar ei ben. Aeth.") == ["Ar ei ben.", "Aeth."]
    assert sentences("This is no. 5. Is it? No. It was.") == ["This is no. 5.", "Is it?", "No.", "It was."]


def test_formatting_is_cut_and_joined_with_its_words() -> None:
    content = (
        Run("One. Two ", EN),
        Run("bold. Thr", EN, strong=True),
        Run("ee.", EN),
        Break(EN),
        Run("Four.", EN),
    )

    found, gaps = cut(content)

    assert found == [
        (Run("One.", EN),),
        (Run("Two ", EN), Run("bold.", EN, strong=True)),
        (Run("Thr", EN, strong=True), Run("ee.", EN)),
        (Run("Four.", EN),),
    ]
    assert words_of(together(found, gaps)) == words_of(content)
    assert Break(EN) in together(found, gaps)


@given(st.text(st.sampled_from("aB1 .?!…”)(“\n\xa0é"), max_size=60))
def test_gaps_between_sentences_are_spaces(text: str) -> None:
    found = spans(text)

    assert (found[0][0], found[-1][1]) == (0, len(text))
    between = "".join(text[one[1] : other[0]] for one, other in pairwise(found))
    assert not between.strip()
    assert all(start < end for start, end in found) or not text


@pytest.mark.parametrize("text", ["." * 100_000, '."' * 50_000, ". " * 50_000, "a. " * 50_000, " " * 100_000])
def test_hostile_texts_are_split_quickly(text: str) -> None:
    assert spans(text)
