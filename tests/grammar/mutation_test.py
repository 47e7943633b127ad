"""Forms and back again: a sample of the lexicon, the exceptions, and what holds for every string."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.grammar.welsh import Mutation, mutate, radicals
from respondent.grammar.welsh.lexicon import lexicon
from respondent.grammar.welsh.mutation import VOWELS, initial

WELSH = st.text(alphabet="abcdefghijlmnoprstuwyâêîôûŵŷÂÊŴABCDGLMPRT' -", max_size=24)
MUTATIONS = st.sampled_from(Mutation)


def sample() -> list[tuple[str, str, str]]:
    with (Path(__file__).parent / "sample.tsv").open(encoding="utf-8", newline="") as lines:
        return [(row["word"], row["mutation"], row["form"]) for row in csv.DictReader(lines, delimiter="\t")]


def test_two_thousand_forms_of_the_lexicon_equal_ours() -> None:
    rows = sample()

    assert len(rows) == 2000
    assert [row for row in rows if mutate(row[0], Mutation(row[1])) != row[2]] == []


def test_every_form_of_the_sample_leads_back_to_its_word() -> None:
    assert [row for row in sample() if row[0] not in {radical.word for radical in radicals(row[2])}] == []


@pytest.mark.parametrize("mutation", Mutation)
def test_every_word_of_the_lexicon_is_among_the_radicals_of_its_mutation(mutation: Mutation) -> None:
    lost = [
        word
        for word in lexicon()
        if word not in {radical.word for radical in radicals(mutate(word, mutation))}
    ]

    assert lost == []


def test_the_radicals_say_which_mutation_made_the_form() -> None:
    assert [(radical.word, radical.mutation) for radical in radicals("gŵyn")] == [
        ("gŵyn", None),
        ("cŵyn", Mutation.SOFT),
        ("cwyn", Mutation.SOFT),
    ]
    assert ("Gwynedd", Mutation.SOFT) in radicals("Wynedd")
    assert ("CASNEWYDD", Mutation.NASAL) in radicals("NGHASNEWYDD")
    assert ("Abertawe", Mutation.H) in radicals("Habertawe")


def test_a_form_in_f_may_come_from_b_or_m() -> None:
    assert {radical.word for radical in radicals("fil")} == {"fil", "bil", "mil"}


def test_only_the_first_word_changes() -> None:
    assert mutate("Comisiynydd Heddlu a Throseddu", Mutation.SOFT) == "Gomisiynydd Heddlu a Throseddu"


def test_the_plural_of_cwyn_has_no_circumflex_and_its_case_is_kept() -> None:
    assert [mutate(word, Mutation.SOFT) for word in ("cwyn", "Cwyn", "CWYN", "cwynion")] == [
        "gŵyn",
        "Gŵyn",
        "GŴYN",
        "gwynion",
    ]


def test_a_lone_g_is_not_lost() -> None:
    assert [mutate(word, Mutation.SOFT) for word in ("g", "G", "g.", "G4S", "gj")] == [
        "g",
        "G",
        "g.",
        "G4S",
        "gj",
    ]


@given(st.text(), MUTATIONS)
def test_mutating_never_raises_and_changes_two_letters_at_most(text: str, mutation: Mutation) -> None:
    changed = mutate(text, mutation)

    assert unicodedata.is_normalized("NFC", changed)
    assert abs(len(changed) - len(unicodedata.normalize("NFC", text))) <= 2


@given(st.text())
def test_finding_radicals_never_raises_and_begins_with_the_form(text: str) -> None:
    assert radicals(text)[0] == (unicodedata.normalize("NFC", text), None)


@given(st.one_of(st.text(), WELSH), MUTATIONS)
def test_composed_and_decomposed_letters_agree(text: str, mutation: Mutation) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    assert mutate(composed, mutation) == mutate(decomposed, mutation)
    assert radicals(composed) == radicals(decomposed)


@given(st.sampled_from(sorted(VOWELS | {vowel.upper() for vowel in VOWELS})), WELSH)
def test_a_vowel_is_not_softened(vowel: str, rest: str) -> None:
    word = unicodedata.normalize("NFC", vowel + rest)

    assert (
        mutate(word, Mutation.SOFT) == mutate(word, Mutation.NASAL) == mutate(word, Mutation.ASPIRATE) == word
    )


@given(WELSH, MUTATIONS)
def test_only_the_initial_changes(text: str, mutation: Mutation) -> None:
    letters = initial(text)

    assert mutate(text, mutation).lower().endswith(text[len(letters) + 2 :].lower())


@given(WELSH, MUTATIONS)
def test_the_case_of_the_first_letter_is_kept(text: str, mutation: Mutation) -> None:
    changed = mutate(text, mutation)

    if changed != text and text[0].isalpha() and changed[0].isalpha() and text[:2].islower():
        assert changed[0].isupper() == text[0].isupper()


def test_ten_thousand_characters_are_handled() -> None:
    assert mutate("c" * 10_000, Mutation.SOFT) == "g" + "c" * 9_999
