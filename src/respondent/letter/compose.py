"""From the facts to the pair of letters: what holds on the day, who is named, what is printed where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from respondent.document.tree import Run, Words
from respondent.language import Language, Pair
from respondent.letter import letter as views
from respondent.letter.choice import Choice, choose
from respondent.letter.letter import Letter, Value
from respondent.letter.naming import LetterNames, Naming
from respondent.letter.placing import Placement
from respondent.letter.sentence import filled
from respondent.letter.value import Localizer
from respondent.response.fields import Field
from respondent.response.model import Evidence, Recommendation, Report, Response
from respondent.response.office import Office
from respondent.response.reading import OfficeFile, ResponseFile

CONCERNS = ("cause-of-concern", "accelerated-cause-of-concern")


def compose(response: ResponseFile, names: LetterNames, today: date) -> Pair[Letter]:
    """Return the Welsh and the English letter of a response.

    Args:
        response: The facts and texts.
        names: The office that writes (`names_of`).
        today: The date of a letter that has none yet.

    Raises:
        DataError: where the office has no name, address or person for the letter's date.
    """
    choice = choose(response, names.office, today)
    placing = Placement(response.facts)
    return Pair.of(lambda language: _Composer(response, names, choice, placing, language).letter())


def names_of(office: OfficeFile, labels: Pair[Mapping[str, str]]) -> LetterNames:
    """Return an office as its letters name it, its own labels in the place of the shipped ones."""
    own = {key: text.pair for key, text in office.facts.labels.items()}

    def full(language: Language) -> Mapping[str, str]:
        return {**labels.in_(language), **{key: pair.in_(language) for key, pair in own.items()}}

    return LetterNames(office, Pair.of(full))


@dataclass(frozen=True)
class _Composer:
    """Composes the letter of one language."""

    response: ResponseFile
    names: LetterNames
    choice: Choice
    placing: Placement
    language: Language

    @property
    def facts(self) -> Response:
        return self.response.facts

    @cached_property
    def speaker(self) -> Localizer:
        first = Language.CY if self.office.language_order == "welsh-first" else Language.EN
        order = (first, first.other)
        return Localizer(self.language, order, self.names.labels.in_(self.language), self.response.texts)

    @cached_property
    def naming(self) -> Naming:
        return Naming(self.office, self.choice, self.names.labels, self.speaker)

    @property
    def office(self) -> Office:
        return self.names.office.facts

    def letter(self) -> Letter:
        facts, speaker = self.facts.letter, self.speaker
        said = self.names.said(self.choice, speaker, facts.recipients)
        reports = tuple(self._report(report) for report in self.facts.reports)
        return Letter(
            language=self.language,
            date=self._date(),
            reference=facts.reference or "",
            subject=speaker.value("letter.subject", facts.subject) or reports[0].title,
            salutation=said.recipients[0].salutation,
            recipients=said.recipients,
            copies=said.copies,
            layout=facts.layout,
            introduction=facts.introduction,
            notice=facts.notice,
            has_twin=facts.arrangement == "two-files" and facts.availability,
            is_plural=self.office.register_ == "we",
            order=speaker.order,
            letterhead=said.letterhead,
            office=said.writer,
            labels=speaker.labels,
            reports=reports,
            opening=speaker.text("opening"),
            recommendations=tuple(self._recommendation(one) for one in self.placing.ours),
            others=tuple(self._recommendation(one) for one in self.placing.others),
            evidence=tuple(self.evidence.values()),
            good_practice=tuple(self.evidence[id] for id in self.placing.good_practice),
            answers=tuple(self._answer(answer.id) for answer in self.facts.answers),
            comments=self._comments(),
            commitments=tuple(speaker.text(f"commitments.{one.id}.text") for one in self.facts.commitments),
            closing=speaker.text("closing"),
            notices=said.notices,
        )

    def _date(self) -> Value:
        text = self.naming.day(self.choice.day)
        provisional = Words((Run(text, self.language, gap="letter.date"),))
        return text if self.facts.letter.date else provisional

    def _report(self, report: Report) -> views.ReportView:
        speaker, id = self.speaker, f"reports.{report.id}"
        inspectorate = self.choice.inspectorates[report.id]
        title = speaker.value(f"{id}.title", report.title)
        published = self.naming.day(report.published)
        sentence = self.choice.sentences[report.id]
        short = speaker.words(inspectorate.short)
        listed = self.placing.count(report.id, "recommendation", ours=False)
        slots = {"report": title, "published": published, "inspectorate": short}
        return views.ReportView(
            id=report.id,
            title=title,
            name=speaker.value(f"{id}.name", report.name) or title,
            kind=speaker.labels[f"kind-{report.kind}"],
            inspectorate=speaker.name(inspectorate.name),
            short_inspectorate=short,
            is_first=self._is_first(report),
            force=speaker.value(f"{id}.force", report.force),
            published=published,
            statutory_sentence=filled(speaker.words(sentence.text), slots, self.language) if sentence else "",
            recommendations=report.makes or listed,
            is_partial=(report.makes or listed) > listed,
            ours=self.placing.count(report.id, "recommendation", ours=True),
            areas=self.placing.count(report.id, "area-for-improvement", ours=True),
        )

    def _is_first(self, report: Report) -> bool:
        same = (one.id for one in self.facts.reports if one.inspectorate == report.inspectorate)
        return next(same) == report.id

    def _recommendation(self, facts: Recommendation) -> views.RecommendationView:
        speaker, id = self.speaker, f"recommendations.{facts.id}"
        field = Field(f"{id}.text", (), facts.text, is_markdown=True)
        placed = self.placing.below(facts.id)
        number = facts.label or facts.number or ""
        return views.RecommendationView(
            id=facts.id,
            kind=speaker.labels[facts.kind],
            number=number,
            source_number=facts.number if facts.number and facts.number != number else "",
            cause=facts.cause_of_concern or "",
            is_concern=facts.kind in CONCERNS,
            quotation=speaker.quotation(field, facts.text),
            origin=facts.text.welsh,
            why_not=speaker.text(f"{id}.why_not"),
            evidence=tuple(self.evidence[one] for one in placed.evidence),
            elsewhere=tuple(self._number(one) for one in placed.elsewhere),
            answers=tuple(self._answer(one) for one in placed.answers),
            answered_under=self._number(placed.answered_under),
        )

    def _number(self, id: str) -> str:
        """Return how the letter calls a recommendation: Recommendation 2; empty for no id."""
        facts = next((one for one in self.facts.recommendations if one.id == id), None)
        if facts is None:
            return ""
        return " ".join(filter(None, (self.speaker.labels[facts.kind], facts.label or facts.number)))

    @cached_property
    def evidence(self) -> Mapping[str, views.EvidenceView]:
        """The evidence by id, in the order of the response."""
        return {facts.id: self._evidence(facts) for facts in self.facts.evidence}

    def _evidence(self, facts: Evidence) -> views.EvidenceView:
        letter = self.facts.letter
        return views.EvidenceView(
            id=facts.id,
            by=facts.by,
            text=self.speaker.text(f"evidence.{facts.id}.text"),
            is_notice_next=letter.notice == "after-evidence" and letter.notice_after == facts.id,
            first_for=self.placing.first_for(facts.id),
        )

    def _answer(self, id: str) -> views.AnswerView:
        facts = next(one for one in self.facts.answers if one.id == id)
        text = self.speaker.text
        return views.AnswerView(
            id=id,
            recommendations=tuple(filter(None, (self._number(one) for one in facts.recommendations))),
            action_taken=text(f"answers.{id}.action_taken"),
            action_proposed=text(f"answers.{id}.action_proposed"),
            reason_for_none=text(f"answers.{id}.reason_for_none"),
        )

    def _comments(self) -> views.CommentsView | None:
        facts = self.facts.comments
        if facts is None:
            return None
        return views.CommentsView(
            invited=self.naming.day(facts.invited),
            due=self.naming.day(facts.due),
            received=self.naming.day(None if facts.received == "none" else facts.received),
            is_none=facts.received == "none",
            text=self.speaker.text("comments.text"),
            reply=self.speaker.text("comments.reply"),
        )
