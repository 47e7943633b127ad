"""What a plan prints of recommendations, evidence and answers, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from respondent.document.tree import Paragraph, Quotation, Run
from respondent.document.walk import words
from respondent.grammar import english, welsh
from respondent.language import Language, Pair
from respondent.letter.letter import (
    AnswerView,
    EvidenceView,
    GroupView,
    OthersView,
    RecommendationView,
    StepView,
    Value,
)
from respondent.letter.naming import Naming
from respondent.letter.plan import Group, Others, Plan, Step
from respondent.letter.progress import deadline, progress
from respondent.letter.reasons import addressee_in
from respondent.letter.reference import References
from respondent.letter.value import Localizer
from respondent.response.bodies import Bodies
from respondent.response.fields import Field
from respondent.response.model import Answer, Evidence, Recommendation, Response

IN_GROUP, BESIDE_GROUPS, ALONE = 5, 4, 2
"""The levels of headings within a group, beside the groups of a report, and beside all reports."""


@dataclass(frozen=True)
class LetterItems:
    """The items of a response in the language of the localizer."""

    response: Response
    plan: Plan
    localizer: Localizer
    references: References
    naming: Naming
    speaker: str
    """The name of the chief officer, with which a text in the officer's words may end; may be empty."""

    @property
    def bodies(self) -> Bodies:
        """The bodies to which recommendations are addressed."""
        return self.naming.bodies

    def group(self, group: Group) -> GroupView:
        """Return what stands together under one heading."""
        heading = group.heading
        return GroupView(
            id=group.id,
            name=self.references.name(heading) if heading else "",
            recommendation=self.recommendations[heading[0]] if len(heading) == 1 else None,
            theme=self._themes.get(group.theme, ""),
            part=group.part,
            steps=self.steps(group.steps, IN_GROUP),
        )

    def steps(self, steps: Iterable[Step], level: int) -> tuple[StepView, ...]:
        """Return what is printed, in order. Headings have a level, or the next in a part of a group."""
        return tuple(self._step(step, level + step.is_inner) for step in steps)

    def others(self, entry: Others) -> OthersView:
        """Return recommendations that are only named, with the bodies for which they are or the reason."""
        bodies = self._bodies(entry)
        return OthersView(
            id=entry.items[0],
            name=self.references.name(entry.items),
            numbers=self.references.numbers(entry.items),
            count=len(entry.items),
            bodies=bodies,
            why_not=() if bodies else self.localizer.text(f"recommendations.{entry.reason}.why_not"),
        )

    @cached_property
    def recommendations(self) -> Mapping[str, RecommendationView]:
        """The recommendations by id. A heading, a quotation and an annex show the same one."""
        return {id: self._recommendation(id) for id in self.facts}

    @cached_property
    def facts(self) -> Mapping[str, Recommendation]:
        """What the response says of each recommendation, by id."""
        return {item.id: item for item in self.response.recommendations}

    def _recommendation(self, id: str) -> RecommendationView:
        item, name, localizer = self.facts[id], self.plan.names[id], self.localizer
        text = Field(f"recommendations.{id}.text", (), item.text, is_markdown=True)
        return RecommendationView(
            id=id,
            name=self.references.name([id]),
            number=name.number,
            source_number=name.source,
            quotation=localizer.quotation(text, item.text),
            origin=item.text.welsh,
            why_not=localizer.text(f"recommendations.{id}.why_not"),
            addressees=self.addressees(item),
            deadline=deadline(item, self.naming),
            progress=progress(item, self.naming),
        )

    def is_typed_as_quotation(self, field: str) -> bool:
        """Return whether the office typed a text as a quotation, each line behind >."""
        blocks = self.localizer.text(field)
        return bool(blocks) and all(isinstance(block, Quotation) for block in blocks)

    def is_signed(self, field: str) -> bool:
        """Return whether the last paragraph of a text is the speaker's name, not to be given twice."""
        blocks = self.localizer.text(field)
        if self.is_typed_as_quotation(field):
            blocks = tuple(
                inner for block in blocks if isinstance(block, Quotation) for inner in block.blocks
            )
        last = words(blocks[-1:]).lstrip("–-— ") if blocks else ""
        return bool(self.speaker) and last.startswith(self.speaker)

    @cached_property
    def evidence(self) -> Mapping[str, EvidenceView]:
        """The evidence by id, in the order of the response."""
        return {evidence.id: self._evidence(evidence) for evidence in self.response.evidence}

    @cached_property
    def answers(self) -> Mapping[str, AnswerView]:
        """The answers by id, in the order of the response."""
        return {answer.id: self._answer(answer) for answer in self.response.answers}

    @cached_property
    def _themes(self) -> Mapping[str, Value]:
        return {
            theme.id: self.localizer.value(f"letter.groups.{theme.id}.heading", theme.heading)
            for theme in self.response.letter.groups
        }

    def _step(self, step: Step, level: int) -> StepView:
        is_named = step.kind in ("quotation", "not-ours") or (step.kind == "heading" and len(step.about) == 1)
        recommendation = self.recommendations[step.id] if is_named else None
        if recommendation and step.label == "number":
            recommendation = _with_number(recommendation, self.localizer.language)
        return StepView(
            kind=step.kind,
            id=step.id,
            about=self.references.name(step.about) if step.about else "",
            under=self.references.name(step.under) if step.under else "",
            count=len(step.about),
            label="full" if step.label == "full" else "",
            level=level,
            is_continued=step.is_continued,
            recommendation=recommendation,
            evidence=self.evidence[step.id] if step.kind == "evidence" else None,
            answer=self.answers[step.id] if step.kind == "answer" else None,
        )

    def _evidence(self, evidence: Evidence) -> EvidenceView:
        letter, id = self.response.letter, f"evidence.{evidence.id}.text"
        return EvidenceView(
            id=evidence.id,
            by=evidence.by,
            text=self.localizer.spoken(id) if evidence.quoted else self.localizer.text(id),
            is_quoted=evidence.quoted or self.is_typed_as_quotation(id),
            is_signed=self.is_signed(id),
            is_notice_next=letter.notice == "after-evidence" and letter.notice_after == evidence.id,
        )

    def _answer(self, answer: Answer) -> AnswerView:
        text, id = self.localizer.text, f"answers.{answer.id}"
        return AnswerView(
            id=answer.id,
            recommendations=self.references.name(answer.recommendations),
            action_taken=text(f"{id}.action_taken"),
            action_proposed=text(f"{id}.action_proposed"),
            reason_for_none=text(f"{id}.reason_for_none"),
        )

    def _bodies(self, entry: Others) -> Value:
        """Return for whom recommendations are; empty if the office gives a reason of its own."""
        item = self.facts[entry.items[0]]
        if item.why_not is None:
            return self.addressees(item)
        body = addressee_in(item.why_not)
        if body is None:
            return ""
        names: Pair[Value] = Pair(welsh.Noun(cy=body.cy, article="built-in"), body.en)
        return names.in_(self.localizer.language)

    def addressees(self, item: Recommendation) -> Value:
        """Return for whom a recommendation is. A body without a Welsh name is a gap in the Welsh letter."""
        names = [self.bodies.named(addressee) for addressee in item.addressees]
        known = [name.noun for name in names if name]
        in_english = [
            (name or addressee).pair.en for name, addressee in zip(names, item.addressees, strict=True)
        ]
        is_known = len(known) == len(names)
        gap = self.localizer.missing(f"recommendations.{item.id}.addressees")
        joined: Pair[Value] = Pair(welsh.join(known) if is_known else gap, english.join(in_english))
        return joined.in_(self.localizer.language)


def _with_number(recommendation: RecommendationView, language: Language) -> RecommendationView:
    """Return a recommendation whose quotation begins with its number: the heading says of what kind it is."""
    (quotation,) = recommendation.quotation
    assert isinstance(quotation, Quotation)
    first, *rest = quotation.blocks
    number = (Run(recommendation.number, language, strong=True), Run(" ", language))
    if isinstance(first, Paragraph):
        blocks = (replace(first, inlines=(*number, *first.inlines)), *rest)
    else:
        blocks = (Paragraph(f"{quotation.id}.number", language, number[:1]), first, *rest)
    return replace(recommendation, quotation=(replace(quotation, blocks=blocks),))
