from __future__ import annotations

import pytest

from respondent.linguistics.own_sentences import own_sentence

PRINTED = ("Bwlch – mae'r testun Cymraeg ar goll", "Gap – the English text is missing", "DRAFFT", "DRAFT")


@pytest.mark.parametrize(
    "text",
    [
        "Bwlch - mae’r testun Cymraeg ar goll",
        "Nodyn: Bwlch – mae'r testun Cymraeg  ar goll.",
        "BWLCH – MAE'R TESTUN CYMRAEG AR GOLL",
        "Gap: the English text is missing",
        "Gap – the English tekst is missing",
        "DRAFT",
        "DRAFFT 3",
        "Drafft",
        "DRAFFT: Gofynnais am hyn",
        "Gofynnais am adroddiad DRAFT.",
        "Bwlch – Gofynnais am adroddiad.",
        "Diolch am yr adroddiad: closing",
        "The English text is missing: closing",
        "The English textis missing",
        "Mae testun Cymraeg ar goll",
        "Mae'r testun Cymraeg ar goll yma",
        "answers.a1",
        "reports[0].title",
        "action_taken",
        "see evidence.training.text",
        "answers.a1.action_taken~7081dff18845",
        "closing~d668acd25ca0",
    ],
)
def test_our_own_sentence_is_recognised(text: str) -> None:
    assert own_sentence(text, PRINTED)


@pytest.mark.parametrize(
    "text",
    [
        "Mae bwlch yn y testun Cymraeg.",
        "There is a gap in the evidence; the English text of the report is clear.",
        "I asked for a draft of the plan.",
        "Draft guidance was published.",
        "See letter.pdf and www.evidence.text.uk",
        "Mae'r testun ar gael.",
        "The draft plan was shared; a DRAFT Bill follows.",
        "The gap in the data shows that the English text is missing pages 3 to 5.",
        "There was a gap: the Welsh text was missing on the website, which we mended.",
        "I read the evidence.the force gave it.",
    ],
)
def test_a_sentence_of_a_person_is_not_taken_for_ours(text: str) -> None:
    assert own_sentence(text, PRINTED) == ""
