"""Composes the pair of letters from the facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from respondent.document.tree import Run, Words
from respondent.language import Language, Pair
from respondent.letter.choice import choose
from respondent.letter.items import LetterItems
from respondent.letter.letter import CommentsView, Letter, Value
from respondent.letter.naming import LetterNames, NamedParties, Naming
from respondent.letter.placing import Placement
from respondent.letter.reports import LetterReports
from respondent.letter.value import Localizer
from respondent.response.model import Comments, LetterFacts
from respondent.response.office import Office
from respondent.response.reading import OfficeFile, ResponseFile


def compose(response: ResponseFile, names: LetterNames, today: date) -> Pair[Letter]:
    """Return the Welsh and the English letter of a response.

    Args:
        response: The facts and texts.
        names: The office that writes (`names_of`).
        today: The date of a letter that has none yet.

    Raises:
        DataError: if the office has no name, address or person for the letter's date.
    """
    choice = choose(response, names.office, today)
    placement = Placement(response.facts)
    order = _order(names.office.facts)

    def letter(language: Language) -> Letter:
        localizer = Localizer(language, order, names.labels.in_(language), response.texts)
        parties = names.parties(choice, localizer, response.facts.letter.recipients)
        naming = Naming(names.office.facts, choice, names.labels, localizer)
        return _letter(placement, naming, parties)

    return Pair.of(letter)


def names_of(office: OfficeFile, labels: Pair[Mapping[str, str]]) -> LetterNames:
    """Return an office as its letters name it. Its own labels replace the shipped ones."""
    office_labels = {key: text.pair for key, text in office.facts.labels.items()}

    def full(language: Language) -> Mapping[str, str]:
        return {**labels.in_(language), **{key: pair.in_(language) for key, pair in office_labels.items()}}

    return LetterNames(office, Pair.of(full))


def _order(office: Office) -> tuple[Language, Language]:
    match office.language_order:
        case "welsh-first":
            return Language.CY, Language.EN
        case "english-first":
            return Language.EN, Language.CY
        case _:
            assert_never(office.language_order)


def _is_plural(office: Office) -> bool:
    match office.register_:
        case "we":
            return True
        case "I":
            return False
        case _:
            assert_never(office.register_)


def _letter(placement: Placement, naming: Naming, parties: NamedParties) -> Letter:
    """Return the letter of one language."""
    response, localizer = placement.response, naming.localizer
    facts = response.letter
    reports = LetterReports(placement, naming).views()
    items = LetterItems(placement, localizer)
    return Letter(
        language=localizer.language,
        date=_date(facts, naming),
        reference=facts.reference or "",
        subject=localizer.value("letter.subject", facts.subject) or reports[0].title,
        salutation=parties.salutation,
        recipients=parties.recipients,
        copies=parties.copies,
        layout=facts.layout,
        introduction=facts.introduction,
        notice=facts.notice,
        has_twin=facts.arrangement == "two-files" and facts.availability,
        is_plural=_is_plural(naming.office),
        order=localizer.order,
        letterhead=parties.letterhead,
        office=parties.writer,
        labels=localizer.labels,
        reports=reports,
        opening=localizer.text("opening"),
        recommendations=items.recommendations(placement.ours),
        others=items.recommendations(placement.others),
        evidence=tuple(items.evidence.values()),
        good_practice=tuple(items.evidence[id] for id in placement.good_practice),
        answers=tuple(items.answers.values()),
        comments=_comments(response.comments, naming),
        commitments=tuple(
            localizer.text(f"commitments.{commitment.id}.text") for commitment in response.commitments
        ),
        closing=localizer.text("closing"),
        notices=parties.notices,
    )


def _date(facts: LetterFacts, naming: Naming) -> Value:
    """Return the date of the letter. In an undated draft it is a gap, so nobody takes it for final."""
    text = naming.day(naming.choice.day)
    return text if facts.date else Words((Run(text, naming.localizer.language, gap="letter.date"),))


def _comments(comments: Comments | None, naming: Naming) -> CommentsView | None:
    if comments is None:
        return None
    return CommentsView(
        invited=naming.day(comments.invited),
        due=naming.day(comments.due),
        received=naming.day(None if comments.received == "none" else comments.received),
        is_none=comments.received == "none",
        text=naming.localizer.text("comments.text"),
        reply=naming.localizer.text("comments.reply"),
    )
