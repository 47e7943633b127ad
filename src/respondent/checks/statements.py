"""Family S: what each letter says of the law, the reports and their recommendations, in its own words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import get_args

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.finding import Fact, Severity, letters
from respondent.document.tree import Quotation, Section
from respondent.document.walk import nodes, words
from respondent.grammar import english, welsh
from respondent.grammar.protocol import DateStyle
from respondent.language import Language, Pair
from respondent.ledger.difference import difference_line
from respondent.linguistics.recommendation_counts import counts
from respondent.response.model import Recommendation

# *Deddf* (Act) takes the soft mutation after *y* (*Ddeddf*) and the nasal after *yn* (*Neddf*); *adran*
# (section) takes h after *ei* (her). The abbreviations a., adr., s. must not be the end of a longer word.
_LAW = {
    "the Act": Pair(r"\b(?:Dd?|N)eddf yr Heddlu 1996\b", r"\bPolice Act 1996\b"),
    "the section": Pair(
        r"\bh?adran 55\b|(?<![\w’'])(?:a|adr?)\. ?55\b", r"(?<![\w’'])(?:section|s\.?) ?55\b"
    ),
}
"""How each letter names the law that it answers under (Police Act 1996, s 55)."""

_ANY_LAW = {
    "the Act": Pair(r"\b(?:Dd?|N)eddf\b.* \d{4}\b", r"\bAct \d{4}\b"),
    "the section": Pair(
        r"\bh?adran \d|(?<![\w’'])(?:a|adr?)\. ?\d", r"(?<![\w’'])(?:section|s\.?) ?\d{1,3}\b"
    ),
}
"""How it names any law, where the office's own sentence says which."""

_STYLES: tuple[DateStyle, ...] = get_args(DateStyle)
"""The ways in which templates may write a date; an opening of the office\'s own may use any of them."""

_HEADINGS = ("group", "subgroup")
"""The sections with the heading of a recommendation. Of several, each quotation has a label."""

_STRICT = ("statutory", "scope", "introduction")
"""The sections that say how many recommendations there are, and how many are answered."""


@check("S501", Severity.WARNING)
def law_named(case: Case) -> Iterator[Fact]:
    """Each letter names the Act and the section under which it is written."""
    own = case.letters.en.statutory_sentence
    for name, patterns in (_ANY_LAW if own else _LAW).items():
        for language in letters(
            [
                letter
                for letter in Language
                if not re.search(patterns.in_(letter), case.pair.unquoted.in_(letter))
            ]
        ):
            yield Fact(
                what=f"{name} under which the letter is written is not named",
                advice="set  introduction: standard, or name the Act and section 55 in the opening",
                path=("letter", "introduction"),
                language=language,
                block=_introduction(case),
                about=f"{name}: {_introduced(case, language)}",
            )


@check("S502", Severity.WARNING)
def report_named(case: Case) -> Iterator[Fact]:
    """Each letter names every report that it answers."""
    for index, report in enumerate(case.facts.reports):
        for language in letters([letter for letter in Language if not _names(case, index, letter)]):
            yield Fact(
                what=f"the report `{report.id}` is not named",
                advice="set  introduction: standard, or name the report in the opening",
                path=("reports", index),
                language=language,
                block=_introduction(case),
                about=f"{report.title.cy}: {report.title.en}: {_introduced(case, language)}",
            )


@check("S503", Severity.WARNING)
def report_dated(case: Case) -> Iterator[Fact]:
    """Each letter says when the report was published."""
    for index, report in enumerate(case.facts.reports):
        for language in letters(
            [letter for letter in Language if not _dates(case, report.published, letter)]
        ):
            yield Fact(
                what=f"it is not said that the report `{report.id}` was published on"
                f" {english.date_text(report.published)}",
                advice="set  introduction: standard, or write the day in the opening",
                path=("reports", index, "published"),
                language=language,
                block=_introduction(case),
                about=f"{report.published}: {_introduced(case, language)}",
            )


@check("S504", Severity.WARNING)
def counts_agree(case: Case) -> Iterator[Fact]:
    """What a letter says of the number of recommendations agrees with how many there are."""
    years = frozenset(report.published.year for report in case.facts.reports)
    for language in Language:
        for section in case.pair.bodies.in_(language):
            is_strict = isinstance(section, Section) and section.name in _STRICT
            for count in counts(section, language, years):
                if _is_unlisted(case, count.kind):
                    continue
                right = _right(case, count.kind, is_strict=is_strict)
                if count.number not in right and (is_strict or count.number > 1):
                    yield Fact(
                        what=f"“{count.words}”: there are {_listed(right)}",
                        advice="correct the number, or list the recommendation that is missing",
                        block=count.block,
                        language=language,
                    )


@check("S505", Severity.ERROR)
def quoted_exactly(case: Case) -> Iterator[Fact]:
    """Each letter quotes each recommendation word for word."""
    for index, recommendation in enumerate(case.facts.recommendations):
        for language in Language if recommendation.applies else ():
            section = case.pair.section(language, f"recommendation.{recommendation.id}")
            field = f"recommendations.{recommendation.id}.text"
            published = words(case.response.texts[field].in_(recommendation.text.language_in(language)))
            if section is None or not published:
                continue  # the part is missing, S506; or the text is, and the draft shows a gap
            quoted = words(node for node in nodes((section,)) if isinstance(node, Quotation))
            number = f"{case.plan.names[recommendation.id].number} "
            if not published.startswith(number):  # under one heading, quotations begin with their numbers
                quoted = quoted.removeprefix(number)
            if quoted != published:
                change = f" as published: {difference_line(published, quoted)}" if quoted else ""
                yield Fact(
                    what=f"{recommendation.reference} is not quoted{change}",
                    advice="restore the words of the report",
                    path=("recommendations", index, "text"),
                    block=section.id,
                    language=language,
                    about=f"{published}: {quoted}",
                )


@check("S506", Severity.ERROR)
def each_once_in_order(case: Case) -> Iterator[Fact]:
    """Each letter has every recommendation that applies, once, in the order of its groups."""
    if case.plan.has_annex:
        yield from _annexed(case)
        return
    recommendations = {item.id: item for item in case.facts.recommendations}
    expected = {f"recommendation.{id}": recommendations[id] for id in case.plan.quoted}
    for language in Language:
        printed = [recommendation.id for recommendation in case.pair.sections(language, "recommendation")]
        order = [id for id in expected if id in printed]
        for id, recommendation in expected.items():
            if id not in printed:
                yield _misplaced(case, recommendation, language, "is missing from the letter")
            elif printed.count(id) > 1:
                yield _misplaced(
                    case, recommendation, language, f"stands {printed.count(id)} times in the letter"
                )
        if (moved := _first_moved(list(dict.fromkeys(printed)), order)) in expected:
            yield _misplaced(case, expected[moved], language, "does not stand where the response has it")


def _annexed(case: Case) -> Iterator[Fact]:
    """Yield each recommendation that the annex does not quote."""
    for language in Language:
        annex = words(case.pair.sections(language, "annex"))
        for recommendation in case.facts.recommendations:
            first = (recommendation.text.en or "").strip().partition("\n")[0]
            if recommendation.text.welsh == "none" and first and _plain(first) not in _plain(annex):
                yield _misplaced(case, recommendation, language, "is missing from the annex")


@check("S507", Severity.ERROR)
def number_kept(case: Case) -> Iterator[Fact]:
    """The heading of each recommendation has its number as the report gives it."""
    for index, recommendation in enumerate(case.facts.recommendations):
        for language in Language if recommendation.applies else ():
            section = case.pair.section(language, f"recommendation.{recommendation.id}")
            if section is None:
                continue
            above = [case.pair.section(language, f"{name}.{recommendation.id}") for name in _HEADINGS]
            heading = words([*filter(None, above), section])
            if not any(above) and not case.plan.names[recommendation.id].total > 1:
                continue  # the only one: nothing needs its number
            for number in dict.fromkeys(filter(None, (recommendation.label, recommendation.number))):
                if not re.search(rf"(?<![\w.]){re.escape(number)}(?!\w|\.\w)", heading):
                    yield Fact(
                        what=f"neither the heading nor the label of `{recommendation.id}` has the number"
                        f" {number}",
                        advice="restore the number",
                        path=(
                            "recommendations",
                            index,
                            "number" if number == recommendation.number else "label",
                        ),
                        block=section.id,
                        language=language,
                    )


@check("S508", Severity.WARNING)
def numbers_distinct(case: Case) -> Iterator[Fact]:
    """No two recommendations of a report bear the same number in the letter."""
    first: dict[tuple[str, str, str], Recommendation] = {}
    for index, recommendation in enumerate(case.facts.recommendations):
        number = recommendation.label or recommendation.number
        if number is None or not recommendation.applies:
            continue
        other = first.setdefault((recommendation.report, recommendation.kind, number), recommendation)
        if other is not recommendation:
            yield Fact(
                what=f"`{recommendation.id}` and `{other.id}` are both called {recommendation.reference}",
                advice="correct one of the numbers, or give every recommendation a `label`",
                path=("recommendations", index, "label" if recommendation.label else "number"),
            )


@check("S509", Severity.NOTE)
def recommendations_numbered(case: Case) -> Iterator[Fact]:
    """Where a report makes several recommendations of one kind, each has its number."""
    items: defaultdict[tuple[str, str], list[Recommendation]] = defaultdict(list)
    for item in case.facts.recommendations:
        items[item.report, item.kind].append(item)
    for several in items.values():
        bare = [item for item in several if item.applies and not (item.number or item.label)]
        if len(several) > 1 and bare:
            yield Fact(
                what=f"{english.join([f'`{item.id}`' for item in bare])!s} of the report"
                f" `{bare[0].report}` {'has' if len(bare) == 1 else 'have'} no number",
                advice="copy the number of the report, or give a `label`; else the letter calls them by"
                " their order",
                path=("recommendations", case.facts.recommendations.index(bare[0])),
            )


def _names(case: Case, index: int, language: Language) -> bool:
    """Return whether a letter names a report, by its title or its shorter name."""
    report, unquoted = case.letters.in_(language).reports[index], _plain(case.pair.unquoted.in_(language))
    return any(_plain(str(name)) in unquoted for name in (report.title, report.name))


def _dates(case: Case, day: date, language: Language) -> bool:
    """Return whether a letter gives a day, plain or with an ordinal."""
    unquoted, grammar = case.pair.unquoted.in_(language), Pair(welsh, english).in_(language)
    written = (str(grammar.date_text(day, style)) for style in _STYLES)
    return any(re.search(rf"\b{re.escape(date_text)}\b", unquoted) for date_text in written)


def _introduction(case: Case) -> str:
    """Return the first block that introduces the letters, where findings about its words are shown."""
    names = (block.id for name in _STRICT for block in case.pair.sections(Language.EN, name))
    return next(names, "")


def _introduced(case: Case, language: Language | None) -> str:
    """Return what introduces one letter, or both: a silence of what it lacks hangs on all of it."""
    languages = [language] if language else Language
    return "\n".join(words(case.pair.sections(letter, name)) for letter in languages for name in _STRICT)


def _is_unlisted(case: Case, kind: str) -> bool:
    """Return whether the response need not list all of a kind: areas, if it lists none or has `others`."""
    if kind == "recommendation":
        return False
    is_listed = any(item.kind == kind for item in case.facts.recommendations)
    return not is_listed or any(report.others for report in case.facts.reports)


def _right(case: Case, kind: str, *, is_strict: bool) -> list[int]:
    """Return the numbers of recommendations, or of areas, that a letter may speak of."""
    reports, facts = case.letters.en.reports, case.facts
    items = [item for item in facts.recommendations if item.kind == kind]
    numbers = [sum(item.applies for item in items), len(items)]
    if kind == "recommendation":
        made, ours = [item.scope.made for item in reports], [item.scope.ours for item in reports]
        # *One recommendation about each* of several causes of concern.
        numbers += [1 for item in reports if item.scope.concerns and item.scope.is_one_each]
        numbers += [sum(made), *made, *ours, *(all_ - some for all_, some in zip(made, ours, strict=True))]
    addressees = Counter(body.pair.en for item in items for body in item.addressees)
    numbers += addressees.values()
    if not is_strict:
        numbers += [len(item.recommendations) for item in facts.answers]
        numbers += [len(item.answers) for item in facts.evidence]
        numbers += [
            sum(item.cause_of_concern == cause.id for item in items) for cause in facts.recommendations
        ]
    return sorted(set(numbers) - {0})


def _listed(numbers: list[int]) -> str:
    return (
        str(english.join([str(number) for number in numbers])).replace(" and ", " or ") if numbers else "none"
    )


def _misplaced(case: Case, recommendation: Recommendation, language: Language, what: str) -> Fact:
    return Fact(
        what=f"{recommendation.reference} {what}",
        advice="print each once, in the order of the response, or correct the office's template",
        path=("recommendations", case.facts.recommendations.index(recommendation)),
        block=f"recommendation.{recommendation.id}",
        language=language,
    )


def _first_moved(printed: list[str], order: list[str]) -> str:
    """Return the first id that stands where another should; empty where the order is right."""
    known = [id for id in printed if id in order]
    return next(
        (
            printed_id
            for printed_id, expected_id in zip(known, order, strict=True)
            if printed_id != expected_id
        ),
        "",
    )


def _plain(words_: str) -> str:
    """Return words as names are compared: one kind of apostrophe and quotation mark, spaces alike."""
    return " ".join(words_.replace("’", "'").replace("‘", "'").split())
