"""Agreed terms: the order in which they are asked, and the table that is shipped."""

from __future__ import annotations

import csv
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.grammar.welsh import Noun, after, article
from respondent.grammar.welsh.lexicon import completed, corrections, lexicon, noun
from respondent.grammar.welsh.terms import NONE, NounFields, Terms, key, of_rows, shipped

FILE = Path(__file__).parents[2] / "src/respondent/grammar/welsh/data/terms.csv"

with FILE.open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))
NOUNS = [row for row in ROWS if row["part_of_speech"] in ("noun", "name", "verb-noun")]


def terms(**fields: str) -> Terms:
    """Return terms with facts about *canllaw*, which has both genders in the lexicon."""
    return of_rows([{"cy": "canllaw", **fields}])


def test_terms_come_before_the_lexicon() -> None:
    assert noun("canllaw").gender == ""
    assert noun("canllaw", terms(gender="f")).gender == "f"
    assert str(article(noun("Canllaw", terms(gender="f")))) == "y Ganllaw"


def test_terms_come_before_the_shipped_terms() -> None:
    ours = of_rows([{"cy": "prif gwnstabl", "gender": "f"}])

    assert noun("Prif Gwnstabl", ours).gender == "f"
    assert noun("Prif Gwnstabl").gender == "m"


def test_gaps_of_terms_are_filled_from_the_next_source() -> None:
    ours = of_rows([{"cy": "prif gwnstabl", "gender": "f"}])

    assert noun("prif gwnstabl", ours) == Noun(cy="prif gwnstabl", gender="f", plural="prif gwnstabliaid")


def test_the_shipped_terms_come_before_the_lexicon() -> None:
    assert set(lexicon()["trosedd"]) == {"f", "m"}
    assert shipped().lookup("trosedd").get("gender") == noun("trosedd").gender == "f"


def test_gaps_of_a_record_are_filled_and_its_values_are_kept() -> None:
    agreed = terms(gender="f", plural="canllawiau")

    assert completed(Noun(cy="canllaw"), agreed) == Noun(cy="canllaw", gender="f", plural="canllawiau")
    assert completed(Noun(cy="canllaw", gender="m"), agreed).gender == "m"


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("heddlu lleol", "f"),
        ("Heddlu Gwent", "m"),  # the whole of it is a shipped term
        ("Heddlu Powys", "f"),
        ("prif heddlu", "f"),
        ("yr heddlu", "f"),
        ("canolfan heddlu fawr", "m"),
        ("Canolfan Heddlu", "m"),
    ],
)
def test_phrase_is_looked_up_whole_then_by_its_head(text: str, gender: str) -> None:
    ours = of_rows([{"cy": "heddlu", "gender": "f"}, {"cy": "canolfan heddlu", "gender": "m"}])

    assert noun(text, ours).gender == gender


def test_a_name_of_one_word_keeps_its_capital() -> None:
    ours = of_rows([{"cy": "Glas", "part_of_speech": "name", "mutates": "no"}])

    assert str(after("i", noun("Glas", ours))) == "i Glas"
    assert str(after("i", noun("glas", ours))) == "i las"
    assert key("Heddlu Gwent", is_name=True) == "heddlu gwent"


def test_a_record_for_an_acronym_settles_it() -> None:
    ours = of_rows([{"cy": "CHTh", "gender": "m", "mutates": "no", "initial_sound": "consonant"}])

    assert after("a", noun("CHTh")).doubt
    joined = after("a", noun("CHTh", ours))
    assert (str(joined), joined.doubt) == ("a CHTh", "")


def test_a_foreign_name_has_no_assumed_features() -> None:
    ours = of_rows([{"cy": "Coventry", "part_of_speech": "name", "gender": "f"}])

    assert after("yn", noun("Coventry", ours)).doubt == 'it is not known whether "Coventry" mutates'


def test_apostrophes_and_letters_in_two_parts_are_found() -> None:
    ours = of_rows([{"cy": "maes i’w wella", "gender": "f"}, {"cy": "tŷ", "gender": "f"}])

    assert noun("maes i'w wella", ours).gender == "f"
    assert noun(unicodedata.normalize("NFD", "tŷ"), ours).gender == "f"


SAID = st.builds(
    lambda gender, number: NounFields(gender=gender, number=number) if number else NounFields(gender=gender),
    st.sampled_from(["m", "f"]),
    st.sampled_from(["", "singular", "plural"]),
)
TERMS = st.dictionaries(st.sampled_from(["llu", "cath", "heddlu gwent", "zzz"]), SAID).map(Terms)


@given(TERMS, TERMS, st.sampled_from(["llu", "cath", "heddlu gwent", "zzz"]))
def test_layered_terms_equal_both_in_turn(ours: Terms, theirs: Terms, text: str) -> None:
    assert ours.over(theirs).lookup(text) == {**theirs.lookup(text), **ours.lookup(text)}


@given(st.text(), TERMS)
def test_every_text_has_a_record(text: str, ours: Terms) -> None:
    assert noun(text, ours).cy == unicodedata.normalize("NFC", text)


@given(st.text())
def test_empty_terms_have_no_effect(text: str) -> None:
    assert noun(text, NONE) == noun(text, Terms())


def test_a_long_text_is_answered() -> None:
    assert noun("prif gwnstabl " * 5_000, terms(gender="f")).gender == "m"


@pytest.mark.parametrize("row", NOUNS, ids=lambda row: row["en"])
def test_shipped_noun_is_known_in_any_position(row: dict[str, str]) -> None:
    found = noun(row["cy"])

    assert found.gender == (row["gender"] or found.gender)
    assert found.gender or row["cy"] == "Dyfed-Powys"
    assert found.number == (row["number"] or "singular")
    assert found.plural == row["plural"]
    assert found.mutates == "yes"
    assert (found.article == "built-in") == row["cy"].startswith(("y ", "yr "))
    for trigger in ("i", "o", "a", "â", "yn"):
        assert after(trigger, row["cy"]).certain, trigger


def test_a_shipped_plural_does_not_soften_after_the_article() -> None:
    plurals = [row["cy"] for row in NOUNS if row["number"] == "plural"]

    assert "llinellau cyffuriau" in plurals
    for cy in plurals:
        assert str(article(cy)).endswith(f" {cy}"), cy


def test_the_welsh_forces_and_offices_are_terms() -> None:
    welsh = {row["cy"] for row in ROWS}

    for area in ("Gwent", "De Cymru", "Gogledd Cymru", "Dyfed-Powys"):
        assert {area, f"Heddlu {area}"} <= welsh
        assert any(cy.startswith("Comisiynydd") and cy.endswith(area) for cy in welsh)
    assert sum(row["en"].startswith("Office of the Police and Crime Commissioner for") for row in ROWS) == 4


def test_every_shipped_row_has_both_languages_and_says_where_its_gender_is_from() -> None:
    for row in ROWS:
        assert row["en"], row
        assert row["cy"], row
        assert row["status"] in ("verified", "unverified"), row
        assert bool(row["source"]) == bool(row["gender"]), row


def test_rows_of_one_word_agree() -> None:
    by_word = defaultdict(set)
    for row in ROWS:
        by_word[row["cy"]].add((row["gender"], row["number"], row["plural"], row["mutates"], row["article"]))

    assert [cy for cy, records in by_word.items() if len(records) > 1] == []


def test_no_word_is_both_a_term_and_a_correction() -> None:
    assert {row["cy"] for row in ROWS} & set(corrections()) == set()
