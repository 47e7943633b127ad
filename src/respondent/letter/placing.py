"""Places each item of evidence and each answer below one recommendation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from respondent.response.model import Recommendation, Response


@dataclass(frozen=True, slots=True)
class ItemsBelow:
    """What a letter laid out by recommendation prints below one, by id."""

    evidence: tuple[str, ...]
    elsewhere: tuple[str, ...]
    """The recommendations below which evidence that answers this one too is printed."""

    answers: tuple[str, ...]
    answered_under: str
    """The recommendation below which the answer is printed; empty where that is here, or nowhere."""


@dataclass(frozen=True)
class Placement:
    """The place of each item of a response in its letter."""

    response: Response

    @cached_property
    def ours(self) -> tuple[Recommendation, ...]:
        """Those that apply to us, and the causes of concern that they belong to."""
        return tuple(one for one in self.response.recommendations if one.applies)

    @cached_property
    def others(self) -> tuple[Recommendation, ...]:
        """Those that do not apply to us and say why."""
        return tuple(one for one in self.response.recommendations if not one.applies and one.why_not)

    @cached_property
    def good_practice(self) -> tuple[str, ...]:
        """Evidence that answers none of ours."""
        return tuple(one.id for one in self.response.evidence if not self.first_for(one.id))

    def first_for(self, evidence: str) -> str:
        """Return the first of our recommendations that some evidence answers; empty for good practice."""
        return self._first[evidence]

    @cached_property
    def _first(self) -> Mapping[str, str]:
        return {one.id: self._place(one.answers) for one in self.response.evidence}

    def below(self, id: str) -> ItemsBelow:
        """Return what is printed below a recommendation."""
        here = [one for one in self.response.evidence if id in one.answers]
        printed = [one.id for one in here if self.first_for(one.id) == id]
        elsewhere = dict.fromkeys(self.first_for(one.id) for one in here if one.id not in printed)
        answered = dict.fromkeys(self._answer_places(id))
        return ItemsBelow(
            evidence=tuple(printed),
            elsewhere=tuple(filter(None, elsewhere)),
            answers=tuple(one.id for one in self.response.answers if self._place(one.recommendations) == id),
            answered_under=next((place for place in answered if place not in ("", id)), ""),
        )

    def count(self, report: str, kind: str, *, ours: bool) -> int:
        """Return how many items of a kind a report has, of ours or of all."""
        items = self.ours if ours else self.response.recommendations
        return sum(1 for one in items if one.report == report and one.kind == kind)

    def _answer_places(self, id: str) -> Iterator[str]:
        for answer in self.response.answers:
            if id in answer.recommendations:
                yield self._place(answer.recommendations)

    def _place(self, recommendations: tuple[str, ...]) -> str:
        return next((one.id for one in self.ours if one.id in recommendations), "")
