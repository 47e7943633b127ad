"""Where the words of a block come from, and which blocks stand for each other."""

from __future__ import annotations

import pytest
from checks.pairs import good_pairs

from respondent.checks.case import Case
from respondent.files.source import ValuePath
from respondent.language import Language

ROOMS = ("letterhead", "foot", "sign-off", "signature", "notice", "correspondence", "availability")
"""What comes from the office's file, or from a template alone."""


@pytest.fixture
def custody() -> Case:
    return good_pairs()["01-custody"]


@pytest.mark.parametrize(
    ("block", "path"),
    [
        ("evidence.waiting.text.2.4.3", ("evidence", 1, "text")),
        ("evidence.waiting.1", ("evidence", 1)),
        ("answers.health.action_proposed.2.1.1", ("answers", 1, "action_proposed")),
        ("answer.health.1", ("answers", 1)),
        ("recommendations.mental-health.text.quotation", ("recommendations", 1, "text")),
        ("recommendation.mental-health.1", ("recommendations", 1)),
        ("scope.custody.1", ("reports", 0)),
        ("closing.1", ("closing",)),
        ("copies.1", ("letter", "copies")),
        ("sign-off.1", ()),
        ("evidence.nothing-of-the-kind.1", ()),
    ],
)
def test_a_block_has_its_place_in_the_file(custody: Case, block: str, path: ValuePath) -> None:
    assert custody.origins.path(block) == path


def test_a_block_of_one_letter_has_the_place_of_its_language(custody: Case) -> None:
    assert custody.origins.path("closing.1", Language.CY) == ("closing", "cy")
    assert custody.origins.path("answer.health.1", Language.CY) == ("answers", 1)


@pytest.mark.parametrize("name", ["01-custody", "02-crime-recording", "10-mental-health"])
def test_every_block_of_a_letter_has_a_place_but_for_the_words_of_the_office(name: str) -> None:
    case = good_pairs()[name]
    for node in case.pair.nodes.en:
        assert case.origins.path(node.id) or node.id.split(".")[0] in ROOMS, node.id


def test_a_block_of_a_text_has_a_field_and_one_of_a_template_has_none(custody: Case) -> None:
    assert custody.origins.field_of("evidence.waiting.text.2.4.3")
    assert not custody.origins.field_of("evidence.waiting.1")


@pytest.mark.parametrize("language", Language)
def test_no_two_blocks_of_a_letter_have_one_id(language: Language) -> None:
    for name, case in good_pairs().items():
        ids = [node.id for node in case.pair.nodes.in_(language)]
        assert len(ids) == len(set(ids)), name


def test_every_block_with_words_has_its_counterpart(custody: Case) -> None:
    ids = [block.id for block in custody.pair.blocks]

    assert "evidence.waiting.text.2.4.3" in ids
    assert len(ids) == len(set(ids)) > 40


def test_the_notice_and_quotations_are_in_one_language_in_both_letters(custody: Case) -> None:
    same = {block.id for block in custody.pair.blocks if block.is_same_language}

    assert {"correspondence.cy", "correspondence.en", "recommendations.use-of-force.text.1"} <= same
    assert "closing.1" not in same
