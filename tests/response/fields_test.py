from __future__ import annotations

import pytest
from response.gwent import response

from respondent.language import Language
from respondent.response.fields import fields, text_values
from respondent.response.model import Response

FULL = {
    "reports": [
        {
            "id": "a",
            "inspectorate": "hmicfrs",
            "title": {"en": "A"},
            "name": {"en": "A"},
            "force": {"cy": "Heddlu Sussex", "en": "Sussex Police"},
            "published": "2019-04-10",
        }
    ],
    "recommendations": [
        {
            "id": "b",
            "report": "a",
            "addressees": ["all"],
            "text": {"en": "B", "cy": "Bydd", "welsh": "official"},
            "applies": "false",
            "why_not": "x",
        },
    ],
    "evidence": [{"id": "c", "by": "force", "text": {"cy": "Tystiolaeth"}}],
    "answers": [
        {
            "id": "d",
            "recommendations": ["b"],
            "action_taken": "x",
            "action_proposed": "y",
            "reason_for_none": "z",
        }
    ],
    "opening": "o",
    "commitments": [{"id": "e", "text": "x"}],
    "closing": "c",
    "comments": {"text": "x", "reply": "y"},
    "letter": {"recipients": ["home-secretary"], "subject": "s"},
}
"""A response with every field that can be translated."""


def test_every_field_has_an_id_made_of_ids_and_its_place_in_the_order_of_the_letter() -> None:
    found = list(fields(Response.model_validate(FULL)))
    assert [(one.id, one.path) for one in found] == [
        ("letter.subject", ("letter", "subject")),
        ("reports.a.title", ("reports", 0, "title")),
        ("reports.a.name", ("reports", 0, "name")),
        ("reports.a.force", ("reports", 0, "force")),
        ("opening", ("opening",)),
        ("recommendations.b.text", ("recommendations", 0, "text")),
        ("recommendations.b.why_not", ("recommendations", 0, "why_not")),
        ("evidence.c.text", ("evidence", 0, "text")),
        ("answers.d.action_taken", ("answers", 0, "action_taken")),
        ("answers.d.action_proposed", ("answers", 0, "action_proposed")),
        ("answers.d.reason_for_none", ("answers", 0, "reason_for_none")),
        ("comments.text", ("comments", "text")),
        ("comments.reply", ("comments", "reply")),
        ("commitments.e.text", ("commitments", 0, "text")),
        ("closing", ("closing",)),
    ]


def test_a_field_leads_to_its_value() -> None:
    for field in fields(Response.model_validate(FULL)):
        value: object = FULL
        for step in field.path:
            value = value[step]  # type: ignore[index]  # a path leads through mappings and lists
        both: dict[str, object] = value if isinstance(value, dict) else {"cy": value, "en": value}
        for language in Language:
            assert field.in_(language) == both.get(language.value)


def test_the_file_as_read_has_the_fields_of_the_facts() -> None:
    facts = [(one.id, one.path, one.is_markdown) for one in fields(Response.model_validate(FULL))]
    as_read = [(one.id, one.path, one.is_markdown) for one in text_values(FULL)]
    assert as_read == facts


@pytest.mark.parametrize("value", [None, "x", [], ["x"], {"evidence": "x"}, {"comments": [{"text": "x"}]}])
def test_file_of_another_structure_has_no_texts(value: object) -> None:
    assert list(text_values(value)) == []


def test_missing_text_is_not_a_field() -> None:
    bare = {key: FULL[key] for key in ("reports",)} | {"letter": {"recipients": ["a"]}}
    assert [one.id for one in fields(Response.model_validate(bare))] == [
        "reports.a.title",
        "reports.a.name",
        "reports.a.force",
    ]


def test_field_id_does_not_depend_on_position() -> None:
    before = {one.id for one in fields(response().facts)}
    more = "evidence:\n  - id: more\n    by: office\n    text: x\n"
    assert {one.id for one in fields(response(("evidence:\n", more)).facts)} - before == {
        "evidence.more.text"
    }
