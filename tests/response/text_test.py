from __future__ import annotations

from typing import TypeVar

import pytest
from pydantic import BaseModel
from response.gwent import mistakes

from respondent.files.yaml import read
from respondent.grammar.welsh import after
from respondent.language import Language, Pair
from respondent.response.record import Record
from respondent.response.text import FullText, Lines, Name, Published, Text

CY, EN = Language.CY, Language.EN

ModelT = TypeVar("ModelT", bound=BaseModel)


class Sample(Record):
    """A record with one of each."""

    text: Text | None = None
    full: FullText | None = None
    name: Name | None = None
    lines: Lines | None = None
    published: Published | None = None


def sample(text: str) -> Sample:
    return Sample.model_validate(read(text.encode(), "x").value)


def text(yaml: str) -> Text:
    found = sample(yaml).text
    assert found is not None
    return found


def test_a_plain_string_serves_both_languages() -> None:
    one = text("text: 1.10")
    assert one.is_same
    assert (one.in_(CY), one.in_(EN)) == ("1.10", "1.10")
    assert text("text: {both: 1.10}") == one


def test_each_language_has_its_own() -> None:
    one = text("text: {cy: Heddlu, en: Police}")
    assert not one.is_same
    assert (one.in_(CY), one.in_(EN)) == ("Heddlu", "Police")


@pytest.mark.parametrize(
    "yaml", ["text: {cy: , en: Police}", "text: {cy: '  ', en: Police}", "text: {en: Police}"]
)
def test_blank_text_counts_as_missing(yaml: str) -> None:
    assert text(yaml).in_(CY) is None
    assert text(yaml).in_(EN) == "Police"


def test_both_may_be_missing() -> None:
    assert text('text: ""').in_(EN) is None
    assert text("text: {}").in_(CY) is None
    assert sample("text:").text is None


def test_both_excludes_cy_and_en() -> None:
    assert mistakes(Sample, "text:\n  both: a\n  cy: b") == [
        "2: text.both: a text has `both` and also `cy` or `en`; write either `both`, or `cy` and `en`"
    ]


def test_list_or_other_language_is_refused() -> None:
    assert mistakes(Sample, "text: [a]") == [
        "1: text: expected keys and values, got a list; write lines with the keys cy, en, both, source"
    ]
    assert mistakes(Sample, "text: {fr: a}") == [
        "1: text.fr: unknown key `fr`; the keys here are cy, en, both, source, unconfirmed"
    ]
    assert mistakes(Sample, "text: {cy: [a]}") == [
        "1: text.cy: expected text, got a list; write it behind the colon, on one line; "
        "a text that begins with [ or { goes in quotation marks"
    ]


def test_office_texts_need_both_languages() -> None:
    found = sample("full: {cy: Yn gywir, en: Yours sincerely}").full
    assert found is not None
    assert found.pair == Pair("Yn gywir", "Yours sincerely")
    same = sample("full: HMICFRS").full
    assert same is not None
    assert same.pair == Pair("HMICFRS", "HMICFRS")


def test_a_language_that_is_there_but_empty_is_not_asked_for_again() -> None:
    assert mistakes(Sample, "full: {cy: a, en: ' '}") == [
        "1: full.en: `en` is empty, and texts of the office need both languages; write the text behind  en:"
    ]
    assert mistakes(Sample, "full:\n  en:\n") == [
        "2: full.en: `en` is empty and `cy` is missing, and texts of the office need both languages; "
        "write the text behind  en:, and add a line  cy: …"
    ]


@pytest.mark.parametrize(("yaml", "missing"), [("{en: a}", "cy"), ("{cy: a}", "en")])
def test_office_texts_have_no_gaps(yaml: str, missing: str) -> None:
    assert mistakes(Sample, f"full: {yaml}") == [
        f"1: full.{missing}: `{missing}` is missing, and texts of the office need both languages; "
        f"add a line  {missing}: …"
    ]


def test_a_name_is_a_noun_of_welsh_grammar() -> None:
    found = sample("name: {cy: Bala, en: Bala, gender: f, mutates: no, article: with, plural: x}").name
    assert found is not None
    noun = found.noun
    assert (noun.cy, noun.gender, noun.mutates, noun.article, noun.plural) == ("Bala", "f", "no", "with", "x")
    assert (noun.number, noun.initial_sound) == ("singular", "auto")


def test_unknown_grammar_value_is_refused() -> None:
    assert mistakes(Sample, "name: {both: a, gender: n}") == [
        "1: name.gender: “n” is not one of the choices; write one of m, f"
    ]


def test_an_address_is_one_list_or_one_in_each_language() -> None:
    one = sample("lines: [Marsham Street, 2]").lines
    two = sample("lines: {cy: [Llundain], en: [London, 1.10]}").lines
    assert one is not None
    assert two is not None
    assert one.in_(CY) == one.in_(EN) == ("Marsham Street", "2")
    assert (two.in_(CY), two.in_(EN)) == (("Llundain",), ("London", "1.10"))


@pytest.mark.parametrize("yaml", ["[]", "{}", "{cy: [a]}", "{en: [a]}", "{both: [a], cy: [b], en: [c]}"])
def test_address_in_one_language_is_refused(yaml: str) -> None:
    assert mistakes(Sample, f"lines: {yaml}") == [
        "1: lines: the lines are neither one list nor a list each in `cy` and `en`; "
        "write one list for both languages, or one for each"
    ]


def test_plain_string_is_not_an_address() -> None:
    assert mistakes(Sample, "lines: Cwmbrân") == [
        "1: lines: expected keys and values, got text; write lines with the keys cy, en, both"
    ]


@pytest.mark.parametrize(
    ("yaml", "language", "words"),
    [
        ("{en: a}", EN, "a"),
        ("{en: a, welsh: none}", EN, "a"),
        ("{en: a, cy: b, welsh: official}", CY, "b"),
        ("{en: a, cy: b, welsh: office}", CY, "b"),
        ("{en: a, cy: ' ', welsh: office}", CY, None),
    ],
)
def test_published_words_are_quoted_in_welsh_where_there_is_welsh(
    yaml: str, language: Language, words: str | None
) -> None:
    found = sample(f"published: {yaml}").published
    assert found is not None
    assert found.language_in(CY) is language
    assert found.language_in(EN) is EN
    assert found.in_(language) == words


def test_quoted_welsh_needs_its_origin() -> None:
    assert mistakes(Sample, "published:\n  en: a\n  cy: b") == [
        "3: published.cy: the Welsh text has no origin; "
        "add  welsh: official  if the inspectorate published it, or  welsh: office  if it is yours"
    ]


def test_published_words_may_still_be_missing() -> None:
    for yaml in ("{cy: b, welsh: office}", "{en: ' '}"):
        found = sample(f"published: {yaml}").published
        assert found is not None
        assert found.en is None
    assert mistakes(Sample, "published: a") == [
        "1: published: expected keys and values, got text; write lines with the keys en, cy, welsh"
    ]


def test_the_schema_takes_a_plain_string_or_number_and_a_plain_list() -> None:
    found = Sample.model_json_schema(by_alias=True)["$defs"]
    for name in ("Text", "FullText", "Name"):
        plain, record = found[name]["anyOf"]
        assert plain == {"type": ["string", "number"]}
        assert record["properties"]["cy"]["anyOf"][0]["type"] == ["string", "number"]
    plain, record = found["Lines"]["anyOf"]
    assert plain["items"]["type"] == ["string", "number"]
    assert set(record["properties"]) == {"cy", "en", "both", "unconfirmed"}


def test_both_languages_that_are_missing_are_named_at_once() -> None:
    assert mistakes(Sample, "full: {}") == [
        "1: full.cy: `cy` and `en` are missing, and texts of the office need both languages; "
        "add a line  cy: …  and a line  en: …"
    ]


def test_stored_form_takes_precedence_over_rules() -> None:
    found = sample("name: {both: Blorb, gender: f, forms: {soft: Florb}}").name
    assert found is not None
    assert str(after("i", found.noun)) == "i Florb"
