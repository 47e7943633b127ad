from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from respondent.checks.passages import split
from respondent.checks.vocabulary import (
    EVERYDAY,
    ConceptRow,
    ConceptTerm,
    Vocabulary,
    Welsh,
    renders,
    shipped,
    vocabulary,
)
from respondent.grammar.welsh import Mutation, mutate


class Told(NamedTuple):
    cells: Mapping[str, str]


def of(*rows: Mapping[str, str], scopes: tuple[str, ...] = ()) -> list[ConceptTerm]:
    """Return the terms that rows of an office make."""
    concept_rows: list[ConceptRow] = [Told(row) for row in rows]
    english = {row["en"] for row in rows}
    return [term for term in vocabulary(concept_rows, scopes).terms if term.en in english]


def is_rendered(english: str, welsh: str, known: Vocabulary | None = None) -> bool:
    known = known or vocabulary([], [])
    (use,) = known.uses(english)
    return renders(Welsh(split(welsh)), use)


@pytest.mark.parametrize("mutation", list(Mutation))
def test_every_shipped_wording_is_recognised_in_every_mutation(mutation: Mutation) -> None:
    for term in vocabulary([], []).terms:
        for wording in term.wordings:
            assert Welsh(split(f"o {mutate(wording, mutation)}.")).has(wording), wording


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("a restraining order", "dau orchymyn atal"),
        ("restraining orders", "am orchmynion atal"),
        ("recommendations", "ei hargymhellion"),
        ("areas for improvement", "ym meysydd i'w gwella"),
        ("causes of concern", "achosion pryder"),
        ("inspections", "archwiliadau"),
        ("College of Policing", "i'r Coleg Plismona"),
        ("police officers", "swyddogion yr heddlu"),
        ("to hold to account", "ddwyn y Prif Gwnstabl i gyfrif"),
        ("monitor", "caiff ei fonitro"),
        ("Chief Constable’s", "y Prif Gwnstabl"),
    ],
)
def test_a_wording_is_recognised_in_its_forms(english: str, welsh: str) -> None:
    assert is_rendered(english, welsh)


@pytest.mark.parametrize(
    ("english", "welsh"),
    [("stalking", "dilyn"), ("restraining order", "gorchymyn"), ("recommendations", "adroddiadau")],
)
def test_another_wording_is_not_taken_for_it(english: str, welsh: str) -> None:
    assert not is_rendered(english, welsh)


def test_the_longest_of_overlapping_terms_is_checked() -> None:
    known = vocabulary([], [])

    uses = known.uses("the Gwent Police and Crime Panel, a deputy chief constable")

    assert [use.words for use in uses] == ["Gwent", "Police and Crime Panel", "deputy chief constable"]


def test_a_row_with_a_scope_precedes_one_without() -> None:
    rows = (
        {"en": "back room", "cy": "canolfan reoli", "part_of_speech": "noun"},
        {"en": "back room", "cy": "ystafell reoli", "part_of_speech": "noun", "scope": "North Wales"},
    )

    assert [term.cy for term in of(*rows, scopes=("north wales",))] == ["ystafell reoli"]
    assert [term.cy for term in of(*rows, scopes=("Gwent",))] == ["canolfan reoli"]


def test_a_row_of_the_office_precedes_the_shipped_one_even_for_an_everyday_word() -> None:
    known = vocabulary([Told({"en": "force", "cy": "llu", "part_of_speech": "noun"})], [])

    assert [use.term.cy for use in known.uses("the force")] == ["llu"]
    assert vocabulary([], []).uses("the force") == []


def test_every_everyday_word_is_a_shipped_term_and_says_why() -> None:
    assert set(EVERYDAY) <= {row.cells["en"].casefold() for row in shipped()}
    assert all(EVERYDAY.values())


def test_a_forbidden_wording_is_not_an_agreed_one() -> None:
    (both,) = of({"en": "lurking", "cy": "stelcian", "variants": "!stelcio | dilyn"})
    (row,) = of({"en": "lurking", "cy": "stelcio", "plural": "", "status": "Forbidden"})

    assert (both.wordings, both.forbidden) == (("stelcian", "dilyn"), ("stelcio",))
    assert (row.wordings, row.forbidden) == ((), ("stelcio",))


def test_a_row_with_an_ellipsis_is_ignored() -> None:
    assert of({"en": "Order … 2011", "cy": "Gorchymyn … 2011"}) == []


@pytest.mark.parametrize(
    ("english", "uses"),
    [
        ("In its reports the force says so.", 1),
        ("In these reports no force is named.", 1),
        ("In both reports no force is named.", 1),
        ("In two reports the force is named.", 1),
        ("The force reports that it is ready.", 0),
        ("Gwent Police reports a fall.", 0),
        ("It reports on this.", 0),
    ],
)
def test_a_noun_is_told_from_the_verb_with_its_letters(english: str, uses: int) -> None:
    row = {"en": "report", "cy": "adroddiad", "part_of_speech": "noun", "status": "verified"}

    assert len(Vocabulary(tuple(of(row))).uses(english)) == uses
