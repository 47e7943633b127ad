from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError
from response.gwent import RESPONSE, line_of, mistakes, response, response_problems

from respondent.files.yaml import read
from respondent.response.model import Answer, Comments, LetterFacts, Recommendation, Report, Response

REPORT = "id: a\ninspectorate: hmicfrs\ntitle: {en: A}\npublished: 2019-04-10\n"
RECOMMENDATION = "id: a\nreport: b\naddressees: [chief constables]\ntext: {en: A}\n"
LETTER = "recipients: [home-secretary]\n"


def test_the_example_is_read_whole() -> None:
    facts = response().facts
    assert [one.id for one in facts.recommendations] == ["record-breaches", "national-leads", "wider-pattern"]
    assert [one.number for one in facts.recommendations] == [None, None, None]
    assert [one.label for one in facts.recommendations] == ["1", None, "2"]
    assert facts.recommendations[0].deadline is not None
    assert facts.recommendations[0].deadline.words == "Within six months"
    assert facts.recommendations[0].deadline.unconfirmed
    assert facts.reports[0].published == date(2019, 4, 10)
    assert facts.evidence[-1].answers == ()
    assert facts.letter.copies == ("inspector", "chief-officer")


def test_a_number_stays_as_the_report_has_it() -> None:
    found = response(('    label: "1"', "    number: 1.10\n    label: no")).facts.recommendations[0]
    assert (found.number, found.label) == ("1.10", "no")


def test_response_is_immutable() -> None:
    facts = response().facts
    for record in (facts, facts.letter, facts.evidence[0], facts.reports[0].title):
        with pytest.raises(ValidationError):
            record.unconfirmed = True


def test_defaults() -> None:
    report = Report.model_validate(read(REPORT.encode(), "x").value)
    assert (report.kind, report.welsh_version, report.force, report.web) == ("report", False, None, None)
    letter = LetterFacts.model_validate(read(LETTER.encode(), "x").value)
    assert (letter.layout, letter.arrangement, letter.notice, letter.availability, letter.date) == (
        "narrative",
        "two-files",
        "end",
        True,
        None,
    )
    recommendation = Recommendation.model_validate(read(RECOMMENDATION.encode(), "x").value)
    assert (recommendation.kind, recommendation.applies) == ("recommendation", True)


def test_a_web_address_begins_with_its_scheme() -> None:
    assert Report.model_validate(read(f"{REPORT}web: https://a.cymru/b?c=d".encode(), "x").value).web
    for web in ("www.a.cymru", "https://a b", "javascript:x"):
        assert mistakes(Report, f"{REPORT}web: {web}") == [
            f"5: web: “{web}” is not a web address; start it with https:// and leave no spaces"
        ]


def test_applicable_recommendation_has_no_reason_why_not() -> None:
    assert mistakes(Recommendation, f"{RECOMMENDATION}why_not: a") == [
        "5: why_not: the recommendation applies to us but has a reason why it does not; add  applies: false, or remove `why_not`"
    ]
    value = read(f"{RECOMMENDATION}applies: false\nwhy_not: a".encode(), "x").value
    assert not Recommendation.model_validate(value).applies


def test_a_recommendation_is_addressed_to_somebody() -> None:
    assert mistakes(Recommendation, RECOMMENDATION.replace("[chief constables]", "[]")) == [
        "3: addressees: `addressees` is empty; write at least one item, on a line of its own with a dash"
    ]


@pytest.mark.parametrize("key", ["action_taken", "action_proposed", "reason_for_none"])
def test_an_answer_gives_an_action_or_a_reason(key: str) -> None:
    yaml = f"id: a\nrecommendations: [b]\n{key}: {{en: c}}"
    assert Answer.model_validate(read(yaml.encode(), "x").value)


def test_empty_answer_is_refused() -> None:
    assert mistakes(Answer, "id: a\nrecommendations: [b]\naction_taken:") == [
        "1: the answer gives neither an action nor a reason for none; "
        "add `action_taken`, `action_proposed` or `reason_for_none`"
    ]


def test_answer_without_text_is_a_gap() -> None:
    yaml = "id: a\nrecommendations: [b]\naction_taken: {cy: , en: }"
    assert Answer.model_validate(read(yaml.encode(), "x").value).action_taken is not None


@pytest.mark.parametrize("key", ["text", "reply"])
def test_no_comments_have_no_text_and_no_reply(key: str) -> None:
    assert mistakes(Comments, f"received: none\n{key}: a") == [
        "1: received: `received` is none, but there are comments or a reply; "
        "write the date of the comments, or remove `text` and `reply`"
    ]
    value = read(f"received: 2019-05-01\n{key}: a".encode(), "x").value
    assert Comments.model_validate(value).received == date(2019, 5, 1)


def test_the_notice_after_evidence_needs_the_evidence() -> None:
    assert mistakes(LetterFacts, f"{LETTER}notice: after-evidence") == [
        "2: notice: the notice follows an item of evidence, but `notice_after` does not name the item; "
        "add a line  notice_after: …  with the id of the evidence"
    ]


def test_notice_after_without_notice_is_refused() -> None:
    assert mistakes(LetterFacts, f"{LETTER}notice_after: training") == [
        "2: notice_after: the notice is at the end of the letter, so `notice_after` has no effect; "
        "add a line  notice: after-evidence, or remove `notice_after`"
    ]
    value = read(f"{LETTER}notice: top\nnotice_after: training".encode(), "x").value
    assert LetterFacts.model_validate(value).notice == "top"


def test_a_letter_has_recipients() -> None:
    (problem,) = response_problems(("  recipients: [home-secretary]\n", ""))
    assert problem.where == f"response.yaml:{line_of(RESPONSE, '  date: 2019')}: letter.recipients"
    assert (
        problem.next == "add a line  recipients: …  (who receives the letter: roles of people in office.yaml)"
    )


def test_the_schema_names_every_key_and_refuses_others() -> None:
    schema = Response.model_json_schema(by_alias=True)
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["reports", "letter"]
    found = schema["$defs"]
    assert found["Comments"]["properties"]["received"]["anyOf"][1]["const"] == "none"
    assert found["Recommendation"]["properties"]["number"]["anyOf"][0]["type"] == ["string", "number"]
    assert found["Name"]["anyOf"][0]["type"] == ["string", "number"]
    for name in ("Report", "Recommendation", "Evidence", "Answer", "Commitment", "LetterFacts"):
        record = found[name]
        assert record["additionalProperties"] is False
        told = [key for key in record["required"] if "$ref" in str(record["properties"][key])]
        assert all("description" in record["properties"][key] for key in told)


def test_more_recommendations_than_the_report_makes_are_refused() -> None:
    assert response(("    kind: report\n", "    kind: report\n    makes: 4\n")).facts.reports[0].makes == 4
    (problem,) = response_problems(("    kind: report\n", "    kind: report\n    makes: 2\n"))
    assert problem.what == "`sussex` makes 2 recommendations, but 3 are listed"
    assert problem.next == "correct `makes`, or remove it to count those listed"
