"""Families S and N are quiet about letters that are right, and look at any letter without a fault."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from checks import trees
from checks.cases import case

from respondent.checks.case import Case
from respondent.checks.engine import look
from respondent.checks.known import CHECKS
from respondent.document.walk import nodes
from respondent.language import Language

OWN = [one for one in CHECKS if one.family in "SN"]


def found(letter_case: Case) -> list[str]:
    return [f"{one.check} {one.place}: {one.fact.what}" for one in look(letter_case, OWN)]


@pytest.mark.parametrize(
    ("layout", "notice", "arrangement"),
    list(
        product(
            ["narrative", "by-recommendation"], ["top", "end", "after-evidence"], ["two-files", "one-file"]
        )
    ),
)
def test_a_compliant_letter_has_no_findings_in_any_layout(layout: str, notice: str, arrangement: str) -> None:
    change = {"letter.layout": layout, "letter.notice": notice, "letter.arrangement": arrangement}
    if notice == "after-evidence":
        change["letter.notice_after"] = "training"

    assert found(case({"change": change})) == []


@pytest.mark.parametrize(
    "office",
    [
        {"register": "we"},
        {"language_order": "english-first"},
        {"dates": {"cy": "ordinal", "en": "plain"}},
        {
            "labels": {
                "recommendation": {"cy": "Cam", "en": "Step"},
                "recommendations": {"cy": "Camau", "en": "Steps"},
            }
        },
        {"copies_required": ["inspector", "home-secretary", "chief-officer"]},
    ],
    ids=lambda one: next(iter(one)),
)
def test_a_compliant_letter_has_no_findings_in_any_office_style(office: dict[str, Any]) -> None:
    assert found(case({"office": office})) == []


def test_one_recommendation_alone_has_no_findings() -> None:
    change = {
        "recommendations.national-leads": None,
        "recommendations.wider-pattern": None,
        "answers.guidance": None,
        **{f"evidence.{id}.answers": ["record-breaches"] for id in ("occurrences", "governance", "training")},
        "comments.text": {"cy": "Rwy'n derbyn yr argymhelliad.", "en": "I accept the recommendation."},
    }

    assert found(case({"change": change})) == []


def test_a_report_without_applicable_recommendations_has_no_findings() -> None:
    why = {"cy": "Fe'i cyfeiriwyd at eraill.", "en": "It is addressed to others."}
    ids = ("record-breaches", "wider-pattern")
    change = {
        "answers": [],
        **{f"evidence.{id}.answers": [] for id in ("occurrences", "governance", "training")},
        **{f"recommendations.{id}.applies": "false" for id in ids},
        **{f"recommendations.{id}.why_not": why for id in ids},
        "comments.text": {"cy": "Nid oes gennyf sylwadau pellach.", "en": "I have nothing to add."},
    }

    assert found(case({"change": change})) == []


def test_no_check_fails_when_a_block_is_missing_or_doubled() -> None:
    letter_case = case({})
    for language in Language:
        document = letter_case.documents.in_(language)
        ids = [
            node.id for node in nodes((*document.parts[0].letterhead, *letter_case.pair.bodies.in_(language)))
        ]
        assert len(ids) > 40
        for id, change in product(ids, (trees.dropped, trees.doubled)):
            edited = replace(letter_case.documents, **{language.value: change(document, id)})
            look(replace(letter_case, documents=edited), OWN)
