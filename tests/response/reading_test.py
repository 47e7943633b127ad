from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from response.gwent import (
    LABELS,
    OFFICE,
    OWN_LABELS,
    RESPONSE,
    changed,
    line_of,
    office,
    office_problems,
    response,
    response_problems,
)
from strategies import unhurried

from respondent.errors import DataError, ExitCode
from respondent.files.yaml import MAX_PROBLEMS, read
from respondent.response.reading import read_office, read_response

ANSWER = "answers:\n  - {id: a, recommendations: [national-leads], action_taken: b}\nclosing:\n  cy"


def test_example_has_no_problems() -> None:
    found = response()
    assert found.source.name == "response.yaml"
    assert len(found.facts.evidence) == 4
    assert "evidence.training.text" in found.texts
    assert office().facts.names[0].area.pair.cy == "Gwent"


def test_all_mistakes_of_a_response_are_listed_by_line() -> None:
    found = response_problems(
        ("  layout: narrative", "  layot: narrative"),
        ("inspectorate: hmicfrs", "inspectorate: hmic"),
        ("published: 2019-04-10", "published: 10 April 2019"),
        ("  - id: national-leads", "  - id: record-breaches"),
        ("    by: chief-officer\n", ""),
        ("        Yn dilyn fy", "        Yn <b>dilyn</b> fy"),
        ("answers: []", "answers: [x]"),
        ("closing:\n  cy: >-", "closing:\n  fr: >-"),
    )
    assert [one.where.split(": ")[1] for one in found] == [
        "letter.layot",
        "reports[0].inspectorate",
        "reports[0].published",
        "recommendations[1].id",
        "evidence[0].by",
        "evidence[0].text.cy",
        "evidence[3].answers[0]",
        "closing.fr",
    ]
    assert found[0].line == line_of(RESPONSE, "  layout:")


def test_all_mistakes_of_the_office_are_listed_by_line() -> None:
    found = office_problems(
        ("    to: 2019-12-31\n", ""),
        ("  - id: julian-williams", "  - id: jane-mudd"),
        ("    role: inspector", "    rol: inspector"),
        ("copies_required: [inspector", "copies_required: [inspecter"),
        (OWN_LABELS, "labels: {x: y}"),
        ("sign_off:\n  cy: Yn gywir\n", "sign_off:\n"),
        ("register: I", "register: he"),
    )
    assert [one.where.split(": ")[1] for one in found] == [
        "names[1]",
        "people[2].id",
        "people[5].rol",
        "labels.x",
        "sign_off.cy",
        "register",
        "copies_required[0]",
    ]


def test_data_error_has_its_exit_code() -> None:
    with pytest.raises(DataError) as raised:
        office(("register: I", "register: he"))
    assert raised.value.exit_code is ExitCode.INPUT


def test_unprinted_answer_is_refused() -> None:
    (problem,) = response_problems(("closing:\n  cy", ANSWER))
    assert problem.where == f"response.yaml:{line_of(RESPONSE, 'closing:') + 1}: answers[0].recommendations"
    assert problem.what == "none of the recommendations that this answers applies to us"
    assert problem.next == "remove  applies: false  from one of them, or remove the answer"
    both = ANSWER.replace("[national-leads]", "[national-leads, wider-pattern]")
    assert response(("closing:\n  cy", both)).facts.answers


def test_very_many_problems_are_not_all_listed() -> None:
    many = "\n".join(f"  - id: {'x' * 70}" for _ in range(MAX_PROBLEMS))
    found = response_problems(("evidence:\n", f"evidence:\n{many}\n"))
    assert len(found[:-1]) == MAX_PROBLEMS


def test_windows_line_ends_change_no_line_number() -> None:
    text = changed(RESPONSE, ("layout: narrative", "layout: x")).replace("\n", "\r\n")
    with pytest.raises(DataError) as raised:
        read_response(read(text.encode(), "response.yaml"), office())
    assert raised.value.problems[0].line == line_of(RESPONSE, "  layout:")


_SPOILS = (
    "x",
    "",
    "- x",
    "a: b",
    "[",
    "~",
    "no",
    "1.10",
    "2019-02-30",
    "<b>",
    "![a](b)",
    "{{ 7*7 }}",
    "  ",
    "#",
)


@unhurried
@given(st.data(), st.sampled_from([RESPONSE, OFFICE]))
def test_damaged_file_is_read_or_refused(data: st.DataObject, text: str) -> None:
    lines = text.splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        index = data.draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[index].partition(":")
        spoil = data.draw(st.sampled_from(_SPOILS))
        lines[index] = data.draw(st.sampled_from([spoil, f"{key}{colon} {spoil}", ""]))
    try:
        source = read("\n".join(lines).encode(), "x.yaml")
        read_office(source, LABELS) if text is OFFICE else read_response(source, office())
    except DataError as error:
        assert all(problem.what and problem.next for problem in error.problems)
