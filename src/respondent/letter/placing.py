"""Places each item of evidence and each answer below one recommendation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from respondent.response.model import Recommendation, Response


@dataclass(frozen=True, slots=True)
class ItemsBelow:
    """The ids of what a letter laid out by recommendation prints below one recommendation."""

    evidence: tuple[str, ...]
    elsewhere: tuple[str, ...]
    """Other recommendations below which evidence for this one is printed."""

    answers: tuple[str, ...]
    answered_under: str
    """The other recommendation below which the answer is printed, if there is one."""


@dataclass(frozen=True)
class Placement:
    """The place of each item of a response in its letter."""

    response: Response

    @cached_property
    def ours(self) -> tuple[Recommendation, ...]:
        """The recommendations that apply to us, causes of concern included."""
        return tuple(item for item in self.response.recommendations if item.applies)

    @cached_property
    def others(self) -> tuple[Recommendation, ...]:
        """The recommendations that do not apply to us, if they give a reason."""
        return tuple(item for item in self.response.recommendations if not item.applies and item.why_not)

    @cached_property
    def good_practice(self) -> tuple[str, ...]:
        """The evidence that answers none of our recommendations."""
        return tuple(evidence.id for evidence in self.response.evidence if not self.first_for(evidence.id))

    def first_for(self, evidence: str) -> str:
        """Return the first of our recommendations that some evidence answers; empty for good practice."""
        return self._first_places[evidence]

    @cached_property
    def _first_places(self) -> Mapping[str, str]:
        return {evidence.id: self._place(evidence.answers) for evidence in self.response.evidence}

    def below(self, id: str) -> ItemsBelow:
        """Return what is printed below a recommendation."""
        related = [evidence for evidence in self.response.evidence if id in evidence.answers]
        printed = [evidence.id for evidence in related if self.first_for(evidence.id) == id]
        elsewhere = dict.fromkeys(
            self.first_for(evidence.id) for evidence in related if evidence.id not in printed
        )
        answered = dict.fromkeys(self._answer_places(id))
        return ItemsBelow(
            evidence=tuple(printed),
            elsewhere=tuple(filter(None, elsewhere)),
            answers=tuple(
                answer.id for answer in self.response.answers if self._place(answer.recommendations) == id
            ),
            answered_under=next((place for place in answered if place not in ("", id)), ""),
        )

    def count(self, report: str, kind: str, *, ours: bool) -> int:
        """Return how many items of a kind a report has, of ours or of all."""
        items = self.ours if ours else self.response.recommendations
        return sum(1 for item in items if item.report == report and item.kind == kind)

    def _answer_places(self, id: str) -> Iterator[str]:
        for answer in self.response.answers:
            if id in answer.recommendations:
                yield self._place(answer.recommendations)

    def _place(self, recommendations: tuple[str, ...]) -> str:
        return next((item.id for item in self.ours if item.id in recommendations), "")
