"""Which name in both languages an addressee of a report has."""

from __future__ import annotations

from datetime import date

import pytest
from response.gwent import office

from respondent.grammar.welsh import after
from respondent.grammar.welsh.terms import shipped_rows
from respondent.response.bodies import Bodies, bodies_on, key, shipped_bodies
from respondent.response.office import Body, Office
from respondent.response.text import Name

DAY = date(2019, 5, 14)


def bodies(facts: Office | None = None) -> Bodies:
    return bodies_on(DAY, facts or office().facts, shipped_bodies())


def named(addressee: str | Name, facts: Office | None = None) -> tuple[str, str] | None:
    name = bodies(facts).named(Name.model_validate(addressee))
    return (name.pair.cy, name.pair.en) if name else None


@pytest.mark.parametrize(
    ("addressee", "at"),
    [
        ("chief constables", "at brif gwnstabliaid"),
        ("Chief Constables", "at brif gwnstabliaid"),
        ("chief-constables", "at brif gwnstabliaid"),
        ("College of Policing", "at y Coleg Plismona"),
        ("the College of Policing", "at y Coleg Plismona"),
        ("Home Office", "at y Swyddfa Gartref"),
        ("NPCC", "at Gyngor Cenedlaethol Prif Swyddogion yr Heddlu"),
        ("National Police Chiefs’ Council", "at Gyngor Cenedlaethol Prif Swyddogion yr Heddlu"),
        ("NPCC lead", "at arweinydd Cyngor Cenedlaethol Prif Swyddogion yr Heddlu"),
        ("Crown Prosecution Service lead", "at arweinydd Gwasanaeth Erlyn y Goron"),
        ("the Ministry of Justice", "at y Weinyddiaeth Gyfiawnder"),
        ("IOPC", "at Swyddfa Annibynnol Ymddygiad yr Heddlu"),
        ("local authorities", "at awdurdodau lleol"),
        ("police and crime commissioner", "at gomisiynwyr heddlu a throseddu"),
        ("Police and Crime Commissioner for Gwent", "at Gomisiynydd Heddlu a Throseddu Gwent"),
        ("office", "at Gomisiynydd Heddlu a Throseddu Gwent"),
        ("Gwent Police", "at Heddlu Gwent"),
        ("force", "at Heddlu Gwent"),
    ],
)
def test_an_addressee_has_its_welsh_name(addressee: str, at: str) -> None:
    name = bodies().named(Name(both=addressee))

    assert name and after("at", name.noun).text == at


def test_english_name_is_as_a_sentence_has_it() -> None:
    assert named("CPS") == ("Gwasanaeth Erlyn y Goron", "the Crown Prosecution Service")
    assert named("office") == (
        "Comisiynydd Heddlu a Throseddu Gwent",
        "the Police and Crime Commissioner for Gwent",
    )


def test_unknown_body_has_no_name() -> None:
    assert named("Sussex Police") is None
    assert named("…") is None


def test_name_in_both_languages_is_its_own() -> None:
    assert named(Name(cy="Heddlu Sussex", en="Sussex Police")) == ("Heddlu Sussex", "Sussex Police")


def test_body_of_the_office_replaces_a_shipped_one() -> None:
    own = Body(id="npcc", name=Name(cy="Cyngor Penaethiaid", en="the Chiefs"))
    facts = office().facts.model_copy(update={"bodies": (own,)})

    assert named("NPCC", facts) == named("Chiefs", facts) == ("Cyngor Penaethiaid", "the Chiefs")


def test_no_two_shipped_bodies_share_a_name() -> None:
    keys = [
        name
        for body in shipped_bodies()
        for name in {key(text) for text in (body.id, body.name.pair.en, *body.also)}
    ]

    assert sorted(keys) == sorted(set(keys))


def test_shipped_bodies_agree_with_the_agreed_terms() -> None:
    terms = {key(row["en"].partition(" (")[0]): row for row in shipped_rows()}
    both = [
        (body, terms[key(body.name.pair.en)]) for body in shipped_bodies() if key(body.name.pair.en) in terms
    ]

    assert len(both) > 5
    for body, row in both:
        if body.unconfirmed:
            continue
        assert (row["cy"].removeprefix("y "), row["gender"]) == (body.name.pair.cy, body.name.gender)
