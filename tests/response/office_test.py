from __future__ import annotations

from datetime import date

import pytest
from response.gwent import OFFICE, line_of, mistakes, office, office_problems

from respondent.files.yaml import read
from respondent.response.office import Office, Period, PictureFile, Sentence, holding_on


def test_the_example_is_read_whole() -> None:
    facts = office().facts
    assert facts.register_ == "I"
    assert facts.sign_off.pair.cy == "Yn gywir"
    assert (facts.dates.cy, facts.dates.en) == ("plain", "ordinal")
    assert facts.copies_required == ("inspector", "home-secretary")
    assert {one.role for one in facts.people} == {
        "office-holder",
        "chief-officer",
        "home-secretary",
        "inspector",
    }
    assert all(one.prefers == "unknown" for one in facts.people)


def test_defaults() -> None:
    text = OFFICE[: OFFICE.index("# Word for word")]
    facts = Office.model_validate(read(text.encode(), "x").value)
    assert facts.language_order == "welsh-first"
    assert facts.periods == (Period(id="police-act-1996"),)
    assert (facts.periods[0].days, facts.periods[0].counted) == (56, "inclusive")
    assert facts.sign_off.pair.en == "Yours sincerely"
    assert facts.labels == {}
    assert facts.stationery.letterhead is None


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (date(2018, 4, 29), None),
        (date(2018, 4, 30), "sajid-javid"),
        (date(2019, 7, 24), "sajid-javid"),
        (date(2019, 7, 25), None),
    ],
)
def test_the_day_chooses_the_record(day: date, wanted: str | None) -> None:
    secretaries = [one for one in office().facts.people if one.role == "home-secretary"]
    found = holding_on(day, secretaries)
    assert (found.id if found else None) == wanted


def test_a_statutory_sentence_has_slots() -> None:
    assert Sentence.model_validate({"id": "a", "text": "{report} {published} {inspectorate}"})
    assert Sentence.model_validate({"id": "a", "text": "no slot"})


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("{raport}", "{raport} cannot be filled in"),
        ("{report} {b} {a}", "{a} and {b} cannot be filled in"),
        ("{}", "{} cannot be filled in"),
        ("{Report}", "{Report} cannot be filled in"),
        ("{report", "a brace has no counterpart"),
        ("{report} }", "a brace has no counterpart"),
        ("{{report}}", "a brace has no counterpart"),
    ],
)
def test_other_braces_are_refused(text: str, what: str) -> None:
    (mistake,) = mistakes(Sentence, f"id: a\ntext: {{cy: x, en: '{text}'}}")
    assert mistake.startswith(
        f"2: text: {what}; write {{report}}, {{published}}, {{inspectorate}}, or remove"
    )


def test_the_period_and_the_width_of_a_picture_have_bounds() -> None:
    assert mistakes(Period, "id: a\ndays: 367") == ["2: days: the number is 367; write at most 366"]
    assert mistakes(Period, "id: a\ndays: 0") == ["2: days: the number is 0; write at least 1"]
    assert mistakes(PictureFile, "file: a.png\nalt: Logo\nwidth: 0") == [
        "3: width: the number is 0; write more than 0"
    ]
    (mistake,) = mistakes(PictureFile, "file: a.png\nalt: Logo\nwidth: nan")
    assert mistake.startswith("3: width: the number is nan; write ")
    assert mistakes(PictureFile, "file: a.png\nalt: Logo\nwidth: wide") == [
        "3: width: expected a number, got “wide”; write it in figures:  40"
    ]


def test_picture_needs_alternative_text() -> None:
    assert mistakes(PictureFile, "file: a.png") == [
        "1: alt: `alt` is missing; add a line  alt: …  (a description for people who cannot see the picture)"
    ]


def test_office_needs_people() -> None:
    (problem,) = office_problems(
        ("people:\n", "pobl:\n"), ("copies_required: [inspector, home-secretary]", "")
    )
    assert problem.what == "unknown key `pobl`"
    assert problem.line == line_of(OFFICE, "people:\n")
    assert "people" in problem.next


def test_schema_has_the_keys_of_the_file() -> None:
    schema = Office.model_json_schema(by_alias=True)
    assert {"register", "labels"} <= set(schema["properties"])
    assert {"from", "to"} <= set(schema["$defs"]["Names"]["properties"])
    assert schema["properties"]["labels"]["additionalProperties"] == {"$ref": "#/$defs/FullText"}
    assert schema["required"] == ["names", "force", "contacts", "people", "inspectorates"]
