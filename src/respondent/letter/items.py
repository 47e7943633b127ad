"""The recommendations, the evidence and the answers of a response, as one letter prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from respondent.letter.letter import AnswerView, EvidenceView, RecommendationView
from respondent.letter.placing import Placement
from respondent.letter.value import Localizer
from respondent.response.fields import Field
from respondent.response.kinds import CONCERNS
from respondent.response.model import Answer, Evidence, Recommendation


@dataclass(frozen=True)
class LetterItems:
    """The items of a response in the language of the localizer."""

    placement: Placement
    localizer: Localizer

    def recommendations(self, recommendations: Iterable[Recommendation]) -> tuple[RecommendationView, ...]:
        """Return recommendations, each with what is printed below it."""
        return tuple(self._recommendation(recommendation) for recommendation in recommendations)

    @cached_property
    def evidence(self) -> Mapping[str, EvidenceView]:
        """The evidence by id, in the order of the response."""
        return {evidence.id: self._evidence(evidence) for evidence in self.placement.response.evidence}

    @cached_property
    def answers(self) -> Mapping[str, AnswerView]:
        """The answers by id, in the order of the response."""
        return {answer.id: self._answer(answer) for answer in self.placement.response.answers}

    def _recommendation(self, recommendation: Recommendation) -> RecommendationView:
        localizer, id = self.localizer, f"recommendations.{recommendation.id}"
        text = Field(f"{id}.text", (), recommendation.text, is_markdown=True)
        below = self.placement.below(recommendation.id)
        number = recommendation.label or recommendation.number or ""
        return RecommendationView(
            id=recommendation.id,
            kind=localizer.labels[recommendation.kind],
            number=number,
            source_number=recommendation.number or "" if recommendation.number != number else "",
            cause=recommendation.cause_of_concern or "",
            is_concern=recommendation.kind in CONCERNS,
            quotation=localizer.quotation(text, recommendation.text),
            origin=recommendation.text.welsh,
            why_not=localizer.text(f"{id}.why_not"),
            evidence=tuple(self.evidence[id] for id in below.evidence),
            elsewhere=self._names(below.elsewhere),
            answers=tuple(self.answers[id] for id in below.answers),
            answered_under=self._name.get(below.answered_under, ""),
        )

    def _evidence(self, evidence: Evidence) -> EvidenceView:
        letter = self.placement.response.letter
        return EvidenceView(
            id=evidence.id,
            by=evidence.by,
            text=self.localizer.text(f"evidence.{evidence.id}.text"),
            is_notice_next=letter.notice == "after-evidence" and letter.notice_after == evidence.id,
            first_for=self.placement.first_for(evidence.id),
        )

    def _answer(self, answer: Answer) -> AnswerView:
        text, id = self.localizer.text, f"answers.{answer.id}"
        return AnswerView(
            id=answer.id,
            recommendations=self._names(answer.recommendations),
            action_taken=text(f"{id}.action_taken"),
            action_proposed=text(f"{id}.action_proposed"),
            reason_for_none=text(f"{id}.reason_for_none"),
        )

    def _names(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._name[id] for id in ids)

    @cached_property
    def _name(self) -> Mapping[str, str]:
        """The name of each recommendation in the letter, by id: Recommendation 2."""
        return {
            item.id: " ".join(filter(None, (self.localizer.labels[item.kind], item.label or item.number)))
            for item in self.placement.response.recommendations
        }
