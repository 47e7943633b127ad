from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from response.gwent import INTERNALS, OFFICE, RESPONSE, mistakes
from strategies import unhurried

from respondent.files.source import Source
from respondent.files.yaml import read
from respondent.response.model import Evidence, LetterFacts, Response
from respondent.response.office import Office, Person, Stationery
from respondent.response.problems import nearest, problems


@pytest.mark.parametrize(
    ("model", "text", "wanted"),
    [
        (
            LetterFacts,
            "recipients: home-secretary",
            "1: recipients: expected a list, got text; begin each item on a line of its own with a dash",
        ),
        (
            LetterFacts,
            "recipients:\n  - a\n  -",
            "3: recipients[1]: this item of the list is empty; write a value, or remove the dash before it",
        ),
        (
            LetterFacts,
            "recipients: [a]\nreference: [b]",
            "2: reference: expected text, got a list; write it behind the colon, on one line; a text that begins with [ or { goes in quotation marks",
        ),
        (
            LetterFacts,
            "recipients: [a]\nreference: {b: c}",
            "2: reference: expected text, got keys and values; write it behind the colon, on one line; a text that begins with [ or { goes in quotation marks",
        ),
        (
            LetterFacts,
            "recipients: [a]\nlayout: by-recomendation",
            "2: layout: “by-recomendation” is not one of the choices; did you mean `by-recommendation`? write one of narrative, by-recommendation",
        ),
        (
            LetterFacts,
            "recipients: [a]\nlayout: [b]",
            "2: layout: a list is not one of the choices; write one of narrative, by-recommendation",
        ),
        (
            LetterFacts,
            "recipients: [a]\navailability: perhaps",
            "2: availability: expected yes or no, got “perhaps”; write true or false",
        ),
        (
            LetterFacts,
            "recipients: [a]\navailability: []",
            "2: availability: expected yes or no, got a list; write true or false",
        ),
        (
            Evidence,
            "id: a\ntext: b",
            "1: by: `by` is missing; add a line  by: …  (who says it: chief-officer, force or office)",
        ),
        (
            Person,
            "id: a\nrole: b\nname: c\naddress: [[d]]",
            "4: address.both[0]: expected text, got a list; write it behind the colon, on one line; a text that begins with [ or { goes in quotation marks",
        ),
        (
            Person,
            "id: a\nrole: b\nname: c\ntitle: {cy: d, en: e, gendre: m}",
            "4: title.gendre: unknown key `gendre`; did you mean `gender`? the keys here are cy, en, both, gender, number, plural, mutates, initial_sound, article, forms, unconfirmed",
        ),
        (
            Stationery,
            "logo: logo.png",
            "1: logo: expected keys and values, got text; write lines with the keys file, alt, width",
        ),
        (
            Stationery,
            "logo: {file: a, alt: b, width: []}",
            "1: logo.width: expected a number, got a list; write it in figures:  40",
        ),
    ],
)
def test_messages_for_a_person_who_writes_the_file(model: type[BaseModel], text: str, wanted: str) -> None:
    assert mistakes(model, text) == [wanted]


def test_a_list_whose_items_are_wrong_is_not_called_empty() -> None:
    assert mistakes(LetterFacts, "recipients: ['Home Secretary']") == [
        "1: recipients[0]: “Home Secretary” cannot be an id; "
        "use small letters a to z and figures, with hyphens between:  record-breaches"
    ]


def test_an_ill_formed_id_that_is_told_of_already_is_told_once() -> None:
    source = read(b"recipients: [A B]\nlayout: x", "x")
    with pytest.raises(ValidationError) as raised:
        LetterFacts.model_validate(source.value)
    told = [source.problem(("recipients", 0), "`A B` is nobody", "mend it")]
    (problem,) = problems(raised.value, source, LetterFacts, told)
    assert problem.where == "x:2: layout"


def test_what_no_message_is_made_for_is_said_in_plain_words() -> None:
    class Rare(BaseModel):
        count: int

    with pytest.raises(ValidationError) as raised:
        Rare.model_validate({"count": 1.5})
    (problem,) = problems(raised.value, Source("x", {"count": "1.5"}, {}), Rare)
    assert str(problem) == "x:1: count: text is not allowed here\n  correct this value"


@pytest.mark.parametrize(
    ("word", "wanted"), [("recomendations", "did you mean `recommendations`? "), ("xyz", ""), ("", "")]
)
def test_the_nearest_word_is_named_if_one_is_near(word: str, wanted: str) -> None:
    assert nearest(word, ["reports", "recommendations", "letter"]) == wanted


_LEAVES = st.sampled_from(
    ["x", "", "1.10", "no", "2019-02-30", "A b", "a\nb", None, [], {}, ["x"], {"x": "y"}, [None]]
)


def _spoiled(value: object, data: st.DataObject) -> object:
    """Return the value with something in it put in place of another thing, taken out, or added."""
    if data.draw(st.integers(0, 5)) == 0:
        return data.draw(_LEAVES)
    if isinstance(value, dict) and value:
        key = data.draw(st.sampled_from(sorted(value)))
        if data.draw(st.integers(0, 4)) == 0:
            return {one: inner for one, inner in value.items() if one != key} | data.draw(
                st.sampled_from([{}, {"unknwon": "x"}, {"from": "x"}])
            )
        return value | {key: _spoiled(value[key], data)}
    if isinstance(value, list) and value:
        index = data.draw(st.integers(0, len(value) - 1))
        return [*value[:index], _spoiled(value[index], data), *value[index + 1 :]]
    return data.draw(_LEAVES)


@unhurried
@given(st.data(), st.sampled_from([(Response, RESPONSE), (Office, OFFICE)]))
def test_whatever_is_wrong_is_told_in_words_that_name_a_place(
    data: st.DataObject, file: tuple[type[BaseModel], str]
) -> None:
    model, text = file
    whole = read(text.encode(), "x")
    value = whole.value
    for _ in range(3):
        value = _spoiled(value, data)
    assume(isinstance(value, dict))  # the reader refuses all else
    source = Source("x.yaml", value, whole.marks)
    try:
        model.model_validate(value)
    except ValidationError as error:
        found = list(problems(error, source, model))
        assert found
        for one in found:
            assert one.where.startswith("x.yaml:")
            assert one.what
            assert one.next
            assert not any(word in str(one).lower() for word in INTERNALS), str(one)
            assert "is not allowed here" not in one.what
