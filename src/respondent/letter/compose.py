"""Composes the pair of letters from the facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import assert_never

from respondent.document.tree import Run, Words
from respondent.language import Language, Pair
from respondent.letter.annex import Annexes
from respondent.letter.choice import choose
from respondent.letter.items import ALONE, IN_GROUP, LetterItems
from respondent.letter.letter import CommentsView, Letter, Value
from respondent.letter.naming import LetterNames, NamedParties, Naming
from respondent.letter.plan import Plan, plan
from respondent.letter.reference import References
from respondent.letter.reports import LetterReports, counted_as, short_title
from respondent.letter.value import Localizer
from respondent.response.model import Comments, LetterFacts, Report, Response
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
    outline = plan(response.facts, names.office.facts.annex_above)
    order = _order(names.office.facts)

    def letter(language: Language) -> Letter:
        localizer = Localizer(language, order, names.labels.in_(language), response.texts)
        parties = names.parties(choice, localizer, response.facts.letter.recipients)
        return _letter(response.facts, outline, names.naming(choice, localizer), parties)

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


def _letter(response: Response, outline: Plan, naming: Naming, parties: NamedParties) -> Letter:
    """Return the letter of one language."""
    localizer, facts = naming.localizer, response.letter
    short = {report.id: _short_name(report, localizer.language) for report in response.reports}
    references = References(outline.names, localizer, short)
    speaker = str(parties.writer.chief_officer_name)
    items = LetterItems(response, outline, localizer, references, naming, speaker)
    reports = LetterReports(outline, naming, items)
    views = reports.views()
    kinds = Counter(counted_as(report) for report in response.reports)
    return Letter(
        language=localizer.language,
        date=_date(facts, naming),
        reference=facts.reference or "",
        subject=localizer.value("letter.subject", facts.subject) or views[0].title,
        salutation=parties.salutation,
        recipients=parties.recipients,
        copies=parties.copies,
        has_subject=facts.subject is not None,
        form=facts.form,
        layout=facts.layout,
        introduction=facts.introduction,
        notice=facts.notice,
        has_foot=naming.office.notice_in_footer,
        has_twin=facts.arrangement == "two-files" and facts.availability,
        is_plural=_is_plural(naming.office),
        order=localizer.order,
        letterhead=parties.letterhead,
        office=parties.writer,
        labels=localizer.labels,
        headings=_headings(naming),
        reports=views,
        commented=_commented(kinds),
        statutory_sentence=reports.statutory_sentence(),
        quotations=reports.origin(),
        quoted_kinds=tuple(dict.fromkeys(item.kind for item in reports.quoted)),
        quoted_count=len(reports.quoted),
        report_counts=kinds,
        inspectorates=reports.inspectorates(),
        opening=localizer.text("opening"),
        is_nothing_ours=not any(item.applies for item in response.recommendations),
        is_scope_first=_is_scope_first(outline, response),
        has_chief_officer_account=any(item.by == "chief-officer" for item in response.evidence),
        has_annex=outline.has_annex,
        first=items.steps(outline.first, ALONE),
        shared=items.steps(outline.shared, ALONE),
        accounts=tuple(items.evidence[id] for id in outline.accounts),
        answers=items.steps((replace(step, about=()) for step in outline.answers), IN_GROUP),
        good_practice=tuple(items.evidence[id] for id in outline.good_practice),
        annexes=Annexes(items, {view.id: view.heading for view in views}).views(),
        comments=_comments(response.comments, items, naming),
        commitments=tuple(
            localizer.text(f"commitments.{commitment.id}.text") for commitment in response.commitments
        ),
        closing=localizer.text("closing"),
        notices=parties.notices,
    )


def _is_scope_first(outline: Plan, response: Response) -> bool:
    if len(outline.reports) > 1:
        return False
    makes_none = outline.reports[0].scope.made == 0 and not outline.has_annex
    return makes_none or not any(item.applies for item in response.recommendations)


def _commented(kinds: Counter[str]) -> str:
    """Return what the comments are on: a report, the letters, publications of several kinds."""
    kind = next(iter(kinds)) if len(kinds) == 1 else "other"
    word = "publication" if kind == "other" else kind
    return word if kinds.total() == 1 else f"{word}s"


def _short_name(report: Report, language: Language) -> str:
    """Return the name by which a sentence tells a report from another."""
    published = report.name or report.title
    return short_title(published.in_(published.language_in(language)) or published.en or "")


def _headings(naming: Naming) -> Mapping[str, str]:
    """Return the headings that the office words itself; empty where it wants none."""
    return {
        key: "" if words.both == "off" else naming.localizer.words(words)
        for key, words in naming.office.headings.items()
    }


def _date(facts: LetterFacts, naming: Naming) -> Value:
    """Return the date of the letter. In an undated draft it is a gap, so nobody takes it for final."""
    text = naming.day(naming.choice.day)
    return text if facts.date else Words((Run(text, naming.localizer.language, gap="letter.date"),))


def _comments(comments: Comments | None, items: LetterItems, naming: Naming) -> CommentsView | None:
    if comments is None:
        return None
    localizer = naming.localizer
    text = localizer.text("comments.text")
    return CommentsView(
        invited=naming.day(comments.invited),
        due=naming.day(comments.due),
        received=naming.day(None if comments.received == "none" else comments.received),
        is_none=comments.received == "none",
        text=localizer.spoken("comments.text") if comments.quoted else text,
        is_quoted=comments.quoted or items.is_typed_as_quotation("comments.text"),
        is_signed=items.is_signed("comments.text"),
        is_long=len(text) > 1,
        reply=localizer.text("comments.reply"),
    )
