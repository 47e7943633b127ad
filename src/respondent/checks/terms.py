"""Family T, terms: agreed terms are used, forbidden ones are not, an office has one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.checks.passages import Passage
from respondent.checks.vocabulary import (
    ABBREVIATION,
    Rendering,
    TermUse,
    Welsh,
    Words,
    candidates,
    is_at,
    renders,
    tokens,
    words,
)
from respondent.language import Language, Pair
from respondent.response.office import holding_on

_REFERENCES = frozenset(("group", "subgroup", "recommendation"))
"""Sections of our own headings and labels, whose nouns have a number inside: *meysydd 1 i 6 i'w gwella*."""


@check("T101", Severity.WARNING)
def agreed_terms_used(case: Case) -> Iterator[Fact]:
    """A term of the English has its agreed Welsh."""
    return _missing(case, is_verified=True)


@check("T102", Severity.NOTE)
def unconfirmed_terms_used(case: Case) -> Iterator[Fact]:
    """A term whose Welsh nobody has confirmed is worth a look where another is used."""
    return _missing(case, is_verified=False)


@check("T103", Severity.ERROR)
def forbidden_terms_absent(case: Case) -> Iterator[Fact]:
    """Welsh that the office has forbidden for a term is not used for it."""
    if not any(term.forbidden for term in case.vocabulary.terms):
        return
    for rendering in case.renderings:
        reported: set[str] = set()
        for use in rendering.uses:
            for wording in use.term.forbidden:
                if wording not in reported and rendering.words.has(wording):
                    reported.add(wording)
                    yield _forbidden(case, use, wording, rendering.welsh)
    for english in case.pair.own_passages.en:
        yield from _forbidden_words(case, english)


@check("T104", Severity.WARNING)
def one_name_for_one_office(case: Case) -> Iterator[Fact]:
    """An office goes by one name in a letter: that of `office.yaml` on its date."""
    forms = _forms_by_first_word(case)
    stems = {first[2:] for first in forms}  # behind what mutates, to pass over most texts at once
    chosen = {words(name) for named_forms in forms.values() for _, name in named_forms}
    chosen |= {words(name.cy) for name in _names(case)}
    for passage in case.pair.own_passages.cy:
        text = passage.text.casefold()
        if any(stem in text for stem in stems):
            for form, name in _other_forms(case, passage, forms, chosen):
                yield _renamed(case, passage, form, name)
    yield from _two_names(case)
    for language, passages in case.pair.own_passages.items():
        slips = list(_slips(case, language))
        for passage in passages:
            for slip, name in slips:
                if slip in passage.text:
                    match = re.search(rf"\w*{re.escape(slip)}", passage.text)
                    yield _renamed(case, passage, match[0] if match else slip, name)


@check("T105", Severity.WARNING)
def welsh_initials(case: Case) -> Iterator[Fact]:
    """The Welsh letter has the agreed Welsh initials."""
    rows = [
        term
        for term in case.vocabulary.terms
        if term.kind == ABBREVIATION and term.wordings and term.en not in term.wordings
    ]
    for passage in case.pair.own_passages.cy:
        for term in rows:
            if term.en in passage.text and re.search(
                rf"(?<![\w@.-]){re.escape(term.en)}(?![\w@])", passage.text
            ):
                what = f"“{term.en}” stands in the Welsh letter, where “{term.cy}” is agreed"
                advice = f"write “{term.cy}”, or the name in full"
                yield fact(case, passage.place, what, advice, term.en)


def _missing(case: Case, *, is_verified: bool) -> Iterator[Fact]:
    """Yield each term of the English whose agreed Welsh is not in the same passage of the Welsh letter."""
    for rendering in case.renderings:
        reported: set[str] = set()
        for use in rendering.uses if rendering.english.section not in _REFERENCES else ():
            term = use.term
            is_asked = term.wordings and term.kind != ABBREVIATION and term.is_verified == is_verified
            if not is_asked or term.en in reported or renders(rendering.words, use):
                continue
            if not _is_short_name(case, rendering.words, use):
                reported.add(term.en)
                yield _unused(case, use, rendering)


def _is_short_name(case: Case, welsh: Welsh, use: TermUse) -> bool:
    """Tell whether a part of Wales goes without *Cymru* in a letter that has its whole name: *y gogledd*."""
    part = use.term.cy.removesuffix(" Cymru")
    return (
        part != use.term.cy
        and any(True for form in (f"y {part}", f"r {part}") for _ in welsh.places(form, is_strict=True))
        and any(use.term.cy in passage.text for passage in case.pair.own_passages.cy)
    )


def _unused(case: Case, use: TermUse, rendering: Rendering) -> Fact:
    others = use.term.wordings[1:]
    more = f" (or {', '.join(f'“{wording}”' for wording in others)})" if others else ""
    what = f"“{use.words}” is agreed to be “{use.term.cy}”{more}, which the Welsh has not got here"
    advice = f"use “{use.term.cy}”, or add your wording to its variants in terms.csv"
    return fact(case, rendering.welsh.place, what, advice, f"{use.term.en}: {rendering.english.text}")


def _forbidden(case: Case, use: TermUse, wording: str, welsh: Passage) -> Fact:
    agreed = use.term.wordings[:1] or tuple(
        term.cy for term in case.vocabulary.terms if term.en == use.term.en and term.wordings
    )
    advice = f"write “{agreed[0]}”" if agreed else "reword it"
    what = f"“{wording}” is not to be used for “{use.words}”, says the table of terms"
    return fact(case, welsh.place, what, f"{advice}, or remove the mark from terms.csv", wording)


def _forbidden_words(case: Case, english: Passage) -> Iterator[Fact]:
    """Yield each word of an English passage that must be in neither letter."""
    reported: set[str] = set()
    for use in case.vocabulary.uses(english.text):
        forbidden = [wording.casefold() for wording in use.term.forbidden]
        if use.term.en not in reported and use.term.en.casefold() in forbidden:
            reported.add(use.term.en)
            what = f"“{use.words}” is not to be used, says the table of terms"
            advice = "reword it, or remove the row from terms.csv"
            yield fact(case, english.place, what, advice, use.term.en)


def _two_names(case: Case) -> Iterator[Fact]:
    """Yield each name in the Welsh that stands beside another name of the same body, by the terms."""
    own = {name.cy for name in _names(case)}
    passages = case.pair.own_passages.cy
    text = "\n".join(passage.text for passage in passages)
    for term in case.vocabulary.terms:
        # *Y gogledd* and *Gogledd Cymru* are no bodies; commissioners of other areas have names of their own.
        is_body = term.kind == "name" and "Commissioner" not in term.en and own.isdisjoint(term.wordings)
        if not is_body or min(len(words(wording)) for wording in term.wordings) < _WORDS_OF_A_BODY:
            continue
        # The first letter may have mutated. A shorter name may be a part of a longer one.
        present = [wording for wording in term.wordings if wording[2:] in text]
        apart = [one for one in present if not any(one in other for other in present if other != one)]
        for other in apart[1:]:
            passage = next(passage for passage in passages if other[2:] in passage.text)
            what = f"“{other}” and “{apart[0]}” are names of one body"
            yield fact(case, passage.place, what, f"write “{term.cy}” throughout", f"{other}, {apart[0]}")


_WORDS_OF_A_BODY = 3
"""Fewer words are a place, or a part of other names."""


def _forms_by_first_word(case: Case) -> Mapping[str, list[tuple[Words, str]]]:
    by_first_word: dict[str, list[tuple[Words, str]]] = defaultdict(list)
    for form, name in dict(_forms(case)).items():
        by_first_word[form[0]].append((form, name))
    return by_first_word


def _forms(case: Case) -> Iterator[tuple[Words, str]]:
    """Yield each form of a name of `office.yaml` that the terms know, with the form that is chosen.

    A plural names several offices, and one word (*comisiynydd*) is a part of many names.
    """
    for name in _names(case):
        welsh = Welsh(words(name.cy))
        english = name.en.casefold()
        for term in case.vocabulary.terms:
            if term.en.casefold() not in english:
                continue
            forms = [
                wording for wording in term.wordings if wording != term.plural and len(words(wording)) > 1
            ]
            inside = [wording for wording in forms if any(welsh.places(wording, is_strict=True))]
            if inside:
                chosen = max(inside, key=len)
                yield from ((words(wording), chosen) for wording in forms)


def _names(case: Case) -> Iterator[Pair[str]]:
    """Yield the names of the body on the letter's date, and those of the inspectorates of any date."""
    if names := holding_on(case.day, case.rules.names):
        yield names.body.pair
    answered = {id for report in case.facts.reports for id in report.publishers}
    for inspectorate in case.rules.inspectorates:
        if inspectorate.id in answered:
            yield from (record.name.pair for record in inspectorate.names)


def _other_forms(
    case: Case, passage: Passage, forms: Mapping[str, list[tuple[Words, str]]], chosen: set[Words]
) -> Iterator[tuple[str, str]]:
    """Yield each form of a name that is not the chosen one, with that one; of other areas' bodies, none."""
    all_tokens = tokens(passage.text)
    index = 0
    while index < len(all_tokens):
        if not (known := candidates(all_tokens[index], forms)):
            index += 1
            continue
        matching = [candidate for candidate in known if is_at(all_tokens, index, candidate[0])]
        form, name = max(matching, key=lambda candidate: len(candidate[0]), default=((), ""))
        if form:
            last = all_tokens[index + len(form) - 1].end
            if form not in chosen and not _is_elsewhere(case, passage.text[last:]):
                yield passage.text[all_tokens[index].start : last], name
        index += len(form) or 1


def _is_elsewhere(case: Case, rest: str) -> bool:
    """Tell whether what follows a name is the name of another area."""
    names = holding_on(case.day, case.rules.names)
    areas = (names.area.pair.cy, names.area.pair.en) if names else ()
    return bool(re.match(r" [A-ZŴŶ]", rest)) and not rest.startswith(tuple(f" {area}" for area in areas))


def _slips(case: Case, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what names become with `&` for *and*, and without their hyphen, with the name as it is.

    The first letter is left out, since it may have mutated.
    """
    names = holding_on(case.day, case.rules.names)
    for name in (names.body, names.office, names.area) if names else ():
        text = name.pair.in_(language)
        for proper, slip in ((" and ", " & "), (" a ", " & "), ("-", " ")):
            if proper in text:
                yield text.replace(proper, slip)[1:], text


def _renamed(case: Case, passage: Passage, form: str, chosen: str) -> Fact:
    what = f"“{form}” is another form of “{chosen}”, the name in office.yaml"
    advice = f"write “{chosen}”, mutated where needed, or correct the name in office.yaml"
    return fact(case, passage.place, what, advice, form)
