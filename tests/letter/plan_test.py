"""The plan of a letter: what stands together, what is printed once, what points where."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from respondent.letter.plan import Plan, Step, plan
from respondent.response.model import Response

KINDS = ("recommendation", "recommendation", "area-for-improvement", "cause-of-concern")
WORDS = ("Done.", "Under way.", "Not yet.")


def response(
    items: list[dict[str, Any]], evidence: list[Any], answers: list[Any], **letter: object
) -> Response:
    """Return a response with recommendations, evidence and answers: what serves which, with which words."""
    reports = sorted({item.get("report", "r1") for item in items} | {"r1"})
    return Response.model_validate(
        {
            "letter": {
                "date": date(2024, 1, 1),
                "recipients": ["r"],
                "layout": "by-recommendation",
                **letter,
            },
            "reports": [
                {"id": id, "inspectorate": "i", "title": {"en": id}, "published": date(2023, 12, 1)}
                for id in reports
            ],
            "recommendations": [
                {"report": "r1", "addressees": ["chief constables"], "text": {"en": "Do it."}, **item}
                for item in items
            ],
            "evidence": [
                {"id": f"e{index}", "by": "force", "answers": ids, "text": {"cy": words, "en": words}}
                for index, (ids, words) in enumerate(evidence)
            ],
            "answers": [
                {"id": f"a{index}", "recommendations": ids, "action_taken": {"cy": words, "en": words}}
                for index, (ids, words) in enumerate(answers)
            ],
        }
    )


def numbered(*numbers: str, **more: object) -> list[dict[str, Any]]:
    return [{"id": f"r{number}", "number": number, **more} for number in numbers]


def steps(outline: Plan) -> Iterator[Step]:
    """Yield everything that a letter by recommendation prints about its reports."""
    yield from outline.first
    for report in outline.reports:
        for group in report.groups:
            yield from group.steps
        yield from report.shared
    yield from outline.shared


def shape(outline: Plan) -> list[str]:
    return [
        f"{step.kind} {step.id}" + (f" about {' '.join(step.about)}" if step.about else "")
        for step in steps(outline)
    ]


def test_recommendations_that_share_all_are_quoted_then_answered_once() -> None:
    outline = plan(response(numbered("1", "2"), [(["r1", "r2"], "A")], [(["r1", "r2"], "B")]))

    assert shape(outline) == ["quotation r1", "quotation r2", "evidence e0", "answer a0"]
    (group,) = outline.reports[0].groups
    assert group.heading == ()  # the sentence on the report says that it answers both


def test_equal_words_under_different_ids_are_printed_once() -> None:
    outline = plan(response(numbered("1", "2"), [(["r1"], "A"), (["r2"], "A")], [(["r1", "r2"], "B")]))

    assert shape(outline) == ["quotation r1", "quotation r2", "evidence e0", "answer a0"]
    assert outline.printed["evidence", "e1"] == "e0"


def test_own_accounts_stand_below_their_recommendation_and_the_common_answer_names_both() -> None:
    outline = plan(response(numbered("1", "2"), [(["r1"], "A"), (["r2"], "C")], [(["r1", "r2"], "B")]))

    assert shape(outline) == [
        *("heading r1 about r1", "quotation r1", "evidence e0"),
        *("heading r2 about r2", "quotation r2", "evidence e1"),
        "answer a0 about r1 r2",
    ]


def test_answers_of_their_own_to_a_common_account_name_what_they_answer() -> None:
    outline = plan(response(numbered("1", "2"), [(["r1", "r2"], "A")], [(["r1"], "B"), (["r2"], "C")]))

    assert shape(outline) == [
        *("quotation r1", "quotation r2", "evidence e0"),
        *("answer a0 about r1", "answer a1 about r2"),
    ]


def test_the_order_of_the_report_is_kept_where_the_office_wants_it() -> None:
    outline = plan(
        response(numbered("1", "2", "3"), [(["r1", "r3"], "A")], [(["r1", "r2", "r3"], "B")], grouping="none")
    )

    assert shape(outline) == [
        *("quotation r1", "evidence e0", "also e0 about r3", "together a0 about r1 r2 r3", "answer a0"),
        "quotation r2",
        *("quotation r3", "elsewhere a0 about r2 r3"),
    ]


def test_a_cause_of_concern_keeps_its_recommendations() -> None:
    items = [
        {"id": "c", "kind": "cause-of-concern", "number": "1"},
        *numbered("1", "2", cause_of_concern="c"),
    ]
    outline = plan(response(items, [(["r1"], "A")], [(["r1", "r2"], "B")]))

    assert [step.id for step in steps(outline) if step.kind == "quotation"] == ["c", "r1", "r2"]
    assert outline.names["r1"].cause == ""


def test_headings_of_the_office_stand_above_their_recommendations() -> None:
    themes = [{"id": "people", "heading": {"en": "People"}, "recommendations": ["r2"]}]
    outline = plan(response(numbered("1", "2"), [(["r1", "r2"], "A")], [], groups=themes))

    assert [(group.theme, group.items) for group in outline.reports[0].groups] == [
        ("people", ("r2",)),
        ("", ("r1",)),
    ]
    assert [step.about for step in outline.reports[0].shared] == [("r1", "r2")]


def test_more_quotations_than_the_office_wants_go_into_an_annex_by_parts() -> None:
    items = numbered(*(str(number) for number in range(1, 13)))
    items[11] |= {"applies": False, "addressees": ["College of Policing"]}
    ours = [item["id"] for item in items[:11]]
    facts = response(items, [(ours[:6], "A"), (ours[6:], "C")], [(ours, "B")])

    outline = plan(facts)
    (report,) = outline.reports

    assert [step.id for step in outline.first] == ["a0"]
    assert [(group.part, len(group.items)) for group in report.groups] == [("A", 6), ("B", 5)]
    assert (report.part, report.others[0].items) == ("C", ("r12",))
    assert outline.part_of["r12"] == "C"
    assert not plan(facts, annex_above=12).has_annex


@st.composite
def responses(draw: st.DrawFn) -> Response:
    count = draw(st.integers(0, 50))
    ids = [f"r{index}" for index in range(count)]
    items = []
    for index, id in enumerate(ids):
        item: dict[str, Any] = {"id": id, "kind": draw(st.sampled_from(KINDS))}
        item["report"] = draw(st.sampled_from(["r1", "r1", "r2", "r3"]))
        if draw(st.booleans()):
            item["number"] = draw(st.sampled_from([str(index), f"AFI {index}", "1"]))
        if draw(st.integers(0, 4)) == 0:
            item["applies"] = False
            item["addressees"] = [draw(st.sampled_from(["College of Policing", "Home Office"]))]
            if draw(st.booleans()):
                item["why_not"] = {"cy": "Na.", "en": "No."}
        items.append(item)
    causes = [item["id"] for item in items if item["kind"] == "cause-of-concern"]
    for item in items:
        if causes and item["kind"] == "recommendation" and draw(st.integers(0, 3)) == 0:
            item["cause_of_concern"] = draw(st.sampled_from(causes))
    subset = st.lists(st.sampled_from(ids), unique=True, min_size=1, max_size=12) if ids else st.just([])
    texts = st.tuples(subset, st.sampled_from(WORDS))
    evidence = draw(st.lists(texts, max_size=8)) if ids else []
    ours = {item["id"] for item in items if item.get("applies", True)}
    answers = [entry for entry in (draw(st.lists(texts, max_size=6)) if ids else []) if ours & set(entry[0])]
    grouping = draw(st.sampled_from(["shared", "none"]))
    return response(items, evidence, answers, grouping=grouping)


@settings(max_examples=60, deadline=None)
@given(facts=responses())
def test_everything_is_printed_once_and_nothing_points_to_what_is_not_there(facts: Response) -> None:
    outline = plan(facts)
    known = {item.id for item in facts.recommendations}
    ours = [item.id for item in facts.recommendations if item.applies]
    printed = Counter((step.kind, step.id) for step in steps(outline))
    printed.update(("evidence", id) for id in outline.good_practice)

    for kind, entries in (("evidence", facts.evidence), ("answer", facts.answers)):
        assert {outline.printed[kind, entry.id] for entry in entries} == {
            id for of, id in printed if of == kind
        }
        assert all(count == 1 for (of, _), count in printed.items() if of == kind)
    if not outline.has_annex:
        assert sorted(id for kind, id in printed if kind == "quotation" and id in ours) == sorted(ours)
        assert all(count == 1 for (kind, _), count in printed.items() if kind == "quotation")
    others = [id for report in outline.reports for entry in report.others for id in entry.items]
    reasons = [id for step in steps(outline) if step.kind == "not-ours" for id in step.about]
    assert sorted([*others, *reasons]) == sorted(known - set(ours))
    assert all(set(step.about) | set(step.under) <= known for step in steps(outline))


@pytest.mark.parametrize("kinds", [("number",), ()])
def test_look_ups_grow_with_the_number_of_recommendations(kinds: tuple[str, ...]) -> None:
    def calls(count: int) -> int:
        items = [{"id": f"r{index}", **({"number": str(index)} if kinds else {})} for index in range(count)]
        ids = [item["id"] for item in items]
        facts = response(
            items,
            [([id], f"Account {id}.") for id in ids],
            [(ids[index : index + 3], f"Answer {index}.") for index in range(0, count, 3)],
        )
        counted = 0

        def count_call(frame: object, event: str, arg: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count_call)
        try:
            plan(facts)
        finally:
            sys.setprofile(None)
        return counted

    assert calls(400) < 4.6 * calls(100)  # linear is 4, n log n 5.3, quadratic 16
