from __future__ import annotations

import pytest
from response.gwent import OFFICE, RESPONSE, line_of, office_problems, response_problems

ANSWERS = "closing:\n  cy"
"""Where the example's answers would stand."""


def where(words: str, path: str, text: str = RESPONSE) -> str:
    name = "response.yaml" if text is RESPONSE else "office.yaml"
    return f"{name}:{line_of(text, words)}: {path}"


@pytest.mark.parametrize(
    ("old", "new", "path", "what", "then"),
    [
        (
            "report: sussex\n    label",
            "report: susex\n    label",
            "recommendations[0].report",
            "`susex` is not a known report",
            "did you mean `sussex`? known are sussex",
        ),
        (
            "answers: [record-breaches, wider-pattern]",
            "answers: [record-breaches, wider-patern]",
            "evidence[0].answers[1]",
            "`wider-patern` is not a known recommendation",
            "did you mean `wider-pattern`? known are record-breaches, national-leads, wider-pattern",
        ),
        (
            "answers: [record-breaches, wider-pattern]",
            "answers: [Record Breaches]",
            "evidence[0].answers[0]",
            "`Record Breaches` is not a known recommendation",
            "did you mean `record-breaches`? known are record-breaches, national-leads, wider-pattern",
        ),
        (
            "notice_after: occurrences",
            "notice_after: ocurrences",
            "letter.notice_after",
            "`ocurrences` is not a known evidence",
            "did you mean `occurrences`? known are occurrences, governance, training, hate-crime-practice",
        ),
        (
            "inspectorate: hmicfrs",
            "inspectorate: hmic",
            "reports[0].inspectorate",
            "`hmic` is not a known inspectorate in office.yaml",
            "did you mean `hmicfrs`? known are hmicfrs",
        ),
        (
            "recipients: [home-secretary]",
            "recipients: [prif-weinidog]",
            "letter.recipients[0]",
            "`prif-weinidog` is not a known role of people in office.yaml",
            "known are office-holder, chief-officer, home-secretary, inspector",
        ),
        (
            "copies: [inspector, chief-officer]",
            "copies: [inspector, wendy-williams]",
            "letter.copies[1]",
            "`wendy-williams` is not a known role of people in office.yaml",
            "known are office-holder, chief-officer, home-secretary, inspector",
        ),
        (
            "copies: [inspector, chief-officer]",
            "copies: [inspector, inspector]",
            "letter.copies[1]",
            f"`inspector` is used twice, first at {where('copies: [', 'letter.copies[0]')}",
            "remove one of them",
        ),
        (
            "answers: [record-breaches, wider-pattern]",
            "answers: [wider-pattern, wider-pattern]",
            "evidence[0].answers[1]",
            f"`wider-pattern` is used twice, first at {where('answers: [', 'evidence[0].answers[0]')}",
            "remove one of them",
        ),
    ],
)
def test_unknown_and_duplicate_ids_are_refused(old: str, new: str, path: str, what: str, then: str) -> None:
    (problem,) = response_problems((old, new))
    assert problem.where == where(old, path)
    assert (problem.what, problem.next) == (what, then)


def test_items_of_one_list_have_different_ids() -> None:
    (problem,) = response_problems(("- id: governance", "- id: occurrences"))
    first = where("- id: occurrences", "evidence[0].id")
    assert problem.where == where("- id: governance", "evidence[1].id")
    assert problem.what == f"`occurrences` is used twice, first at {first}"
    assert problem.next == "rename one of them"


def test_answer_names_known_recommendations() -> None:
    answers = "answers:\n  - {id: a, recommendations: [record-breaches, x], action_taken: b}\n"
    (problem,) = response_problems((ANSWERS, answers + ANSWERS))
    assert problem.where.endswith(": answers[0].recommendations[1]")
    assert problem.line == line_of(RESPONSE, ANSWERS) + 1
    assert problem.what == "`x` is not a known recommendation"


def test_a_cause_of_concern_is_an_item_of_that_kind() -> None:
    concern = "    cause_of_concern: record-breaches\n    addressees"
    changes = ("    addressees: [chief constables]", "    addressees: [chief constables]")
    (problem,) = response_problems(changes, ("    addressees: [National", f"{concern}: [National"))
    assert problem.what == "`record-breaches` is not a known cause of concern"
    assert problem.next == "none exists yet: add it"


@pytest.mark.parametrize("kind", ["cause-of-concern", "accelerated-cause-of-concern"])
def test_a_cause_of_concern_may_be_accelerated(kind: str) -> None:
    (problem,) = response_problems(
        ("    kind: recommendation\n", f"    kind: {kind}\n"),
        ("    addressees: [National", "    cause_of_concern: record-breaches\n    addressees: [National"),
        ("layout: narrative", "layout: narrativ"),
    )
    assert problem.what == "“narrativ” is not one of the choices"


def test_few_of_many_known_ids_are_listed() -> None:
    facts = "report: sussex, addressees: [all], text: {en: a}"
    more = "".join(f"  - {{id: r{number}, {facts}}}\n" for number in range(20))
    (problem,) = response_problems(
        ("recommendations:\n", f"recommendations:\n{more}"), ("[record-breaches,", "[q,")
    )
    assert problem.next == f"known are {', '.join(f'r{number}' for number in range(12))}, …"


@pytest.mark.parametrize(
    ("old", "new", "path", "what"),
    [
        (
            "- id: llantarnam",
            "- id: croesyceiliog",
            "contacts[1].id",
            "`croesyceiliog` is used twice, first at ",
        ),
        (
            "- id: his-majesty",
            "- id: her-majesty",
            "inspectorates[0].names[1].id",
            "`her-majesty` is used twice, first at ",
        ),
        ("home-secretary]", "secretary]", "copies_required[1]", "`secretary` is not a known role of people"),
    ],
)
def test_ids_of_the_office(old: str, new: str, path: str, what: str) -> None:
    (problem,) = office_problems((old, new))
    assert problem.where == where(old, path, OFFICE)
    assert problem.what.startswith(what)
