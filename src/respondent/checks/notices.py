"""Family N: notices, and what else the Welsh language standards ask of a pair of letters.

Standards are named here by what they demand: their numbers differ between regulations and compliance
notices, and which of them bind an office is said by its own notice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import assert_never

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.finding import Fact, Severity, letters
from respondent.document.tree import Block, Picture, Quotation, Run
from respondent.document.walk import Node, inlines, nodes, words
from respondent.files.source import ValuePath
from respondent.language import NAMES, Language, Pair
from respondent.ledger.difference import difference_line
from respondent.ledger.publication import first_days, languages_of
from respondent.linguistics.notice_statements import PROPOSITIONS, says
from respondent.response.kinds import NOTICE_SECTIONS, NoticeKind
from respondent.response.office import Notice, Person, holding_on
from respondent.response.text import Published

# The name of the language in either language, *Cymraeg* also with the soft mutation that *yn* and *o* cause.
_WELSH = re.compile(r"\b(?:cymraeg|gymraeg|welsh)\b", re.IGNORECASE)

_WANTS = Pair(frozenset(("cy", "both", "unknown")), frozenset(("en", "both")))
"""The preferences that ask for each language.

The correspondence standards treat a person whose wish is unknown as one who asks for Welsh as well.
"""

_ONE_ALONE = ("cy", "en")
"""The preferences of whoever is sent one letter alone, and asked for that."""


@check("N101", Severity.ERROR)
def notice_in_both_languages(case: Case) -> Iterator[Fact]:
    """The notice on correspondence stands once in the body of each letter, in Welsh and in English."""
    for language in Language:
        notices = case.pair.sections(language, "notice")
        if len(notices) != 1:
            yield Fact(
                what=f"the notice stands {len(notices)} times in the letter"
                if notices
                else "the letter has no notice",
                advice="print the notice once: at the top, after an item of evidence, or at the end",
                path=("letter", "notice"),
                block="notice",
                language=language,
            )
            continue
        for spoken in Language:
            if not _in(notices, spoken):
                yield Fact(
                    what=f"the notice has no words in {NAMES.in_(spoken)}",
                    advice="print the notice in both languages in each letter",
                    path=("letter", "notice"),
                    block=notices[0].id,
                    language=language,
                )


@check("N102", Severity.WARNING)
def notice_holds(case: Case) -> Iterator[Fact]:
    """The office has a notice of its own that holds on the day of the letter."""
    notices = [notice for notice in case.rules.notices if notice.kind == "correspondence"]
    if holding_on(case.day, notices) is None:
        why = (
            f"no notice on correspondence holds on {case.day}"
            if notices
            else "no notice on correspondence is kept"
        )
        yield Fact(
            what=f"{why}; the letter has the shipped wording, which is not the office's",
            advice="add the approved text under `notices`, with its first and last day",
            path=("notices",),
            file="office",
        )


@check("N103", Severity.ERROR)
def notice_as_approved(case: Case) -> Iterator[Fact]:
    """Every notice is printed word for word as the office has approved it."""
    for language in Language:
        printed_kinds: list[tuple[NoticeKind, Iterable[Block]]] = [
            (kind, case.pair.sections(language, section)) for kind, section in NOTICE_SECTIONS.items()
        ]
        # Only the notice on correspondence is also at the foot of the page.
        body, foot = case.pair.sections(language, "notice"), case.documents.in_(language).parts[0].foot
        for kind, blocks in (*printed_kinds, ("correspondence", foot)):
            approved = holding_on(case.day, [notice for notice in case.rules.notices if notice.kind == kind])
            for spoken in Language:
                printed = _in(blocks, spoken)
                expected = _approved_text(approved, spoken) or (
                    _in(body, spoken) if blocks is foot else printed
                )
                if printed and expected and printed != expected:
                    yield Fact(
                        what=f"the notice on {kind} is not as approved: {difference_line(expected, printed)}",
                        advice="restore the approved words, or add newly approved ones to office.yaml",
                        path=("notices", case.rules.notices.index(approved)) if approved else ("notices",),
                        file="office",
                        block=_id_in(blocks, spoken),
                        language=language,
                    )


@check("N104", Severity.ERROR)
def notice_says_all(case: Case) -> Iterator[Fact]:
    """The notice says in both languages that Welsh is welcome, is answered in Welsh, and causes no delay."""
    for spoken in Language:
        texts = [(letter, _in(case.pair.sections(letter, "notice"), spoken)) for letter in Language]
        for proposition in PROPOSITIONS:
            for language in letters(
                [letter for letter, text in texts if text and not says(text, proposition, spoken)]
            ):
                yield Fact(
                    what=f"the notice does not say in {NAMES.in_(spoken)} {proposition}",
                    advice="have a notice approved that says so, and add it under `notices` in office.yaml",
                    path=("letter", "notice"),
                    block="notice",
                    language=language,
                )


@check("N105", Severity.WARNING)
def availability_said(case: Case) -> Iterator[Fact]:
    """An English letter that is a file of its own says that there is a Welsh one."""
    if case.facts.letter.arrangement != "two-files":
        return
    line = words(case.pair.sections(Language.EN, "availability"))
    if not _WELSH.search(line):
        yield Fact(
            what="the English letter does not say that it is available in Welsh",
            advice="remove  availability: false, or print the line in the template again",
            path=("letter", "availability"),
            block="availability",
            language=Language.EN,
        )


@check("N201", Severity.ERROR)
def signed_in_both(case: Case) -> Iterator[Fact]:
    """Both letters are signed, by name and office."""
    place, part = ("byline", "statement") if case.is_statement else ("signature", "closing")
    for language, letter in case.letters.items():
        signature = words(case.pair.sections(language, place))
        for name in (str(letter.office.holder), str(letter.office.holder_title)):
            if " ".join(name.split()) not in signature:
                yield Fact(
                    what=f"the letter is not signed with “{name}”",
                    advice=f"print it again, or correct the office's template parts/{part}.md.j2",
                    block=place,
                    language=language,
                )


@check("N202", Severity.ERROR)
def contacts_in_both(case: Case) -> Iterator[Fact]:
    """What one letterhead gives to reach the office by, the other gives too."""
    heads = Pair.of(lambda language: words(case.documents.in_(language).parts[0].letterhead))
    for what, forms in _ways(case):
        for language, head in heads.items():
            if not _has(head, forms) and _has(heads.in_(language.other), forms):
                yield Fact(
                    what=f"the letterhead does not have the office's {what}, which the other letter has",
                    advice="print it again, or correct the office's template parts/letterhead.md.j2",
                    block="letterhead",
                    language=language,
                )


@check("N203", Severity.ERROR)
def copies_in_both(case: Case) -> Iterator[Fact]:
    """Both letters list the same copies."""
    if case.is_statement:
        return  # it lists none
    for language, letter in case.letters.items():
        listed = words(case.pair.sections(language, "copies"))
        for copy in letter.copies:
            if str(copy.name) not in listed:
                yield Fact(
                    what=f"{copy.name} is not named in the list of copies",
                    advice="print the line again, or correct the office's template parts/closing.md.j2",
                    path=("letter", "copies"),
                    block="copies",
                    language=language,
                )


@check("N204", Severity.ERROR)
def pictures_in_both(case: Case) -> Iterator[Fact]:
    """Both letters have the same pictures: the logo, the signature."""
    pictures = Pair.of(
        lambda language: {node.name for node in case.pair.nodes.in_(language) if isinstance(node, Picture)}
    )
    for language in Language:
        for name in sorted(pictures.in_(language.other) - pictures.in_(language)):
            yield Fact(
                what=f"the letter lacks the picture `{name}`, which the other letter has",
                advice="add it to both templates, or remove it from both",
                block=name,
                language=language,
            )


@check("N301", Severity.WARNING)
def official_welsh_used(case: Case) -> Iterator[Fact]:
    """Where the inspectorate has published the report in Welsh, its Welsh words are quoted."""
    in_welsh = {report.id for report in case.facts.reports if report.welsh_version}
    for index, report in enumerate(case.facts.reports):
        what = f"the title of the report `{report.id}`"
        yield from _unofficial(what, report.title, ("reports", index, "title"), report.id in in_welsh)
    for index, recommendation in enumerate(case.facts.recommendations):
        if recommendation.applies:
            path = ("recommendations", index, "text")
            yield from _unofficial(
                recommendation.reference, recommendation.text, path, recommendation.report in in_welsh
            )


@check("N302", Severity.ERROR)
def translation_marked(case: Case) -> Iterator[Fact]:
    """A translation by the office never passes as the words of the inspectorate."""
    for index, recommendation in enumerate(case.facts.recommendations):
        section = case.pair.section(Language.CY, f"recommendation.{recommendation.id}")
        if recommendation.applies and recommendation.text.welsh == "office" and section:
            names = (f"group.{recommendation.id}", f"scope.{recommendation.report}", "annex.quotations")
            notes = [case.pair.section(Language.CY, name) for name in names]
            own_words = [node for node in section.blocks if not isinstance(node, Quotation)]
            outside = words([*filter(None, notes), *own_words])
            if not re.search(r"\b(?:[cg]|ch|ngh)yfieith", outside, re.IGNORECASE):
                yield Fact(
                    what=f"nothing says that the Welsh of {recommendation.reference} is the office's own"
                    " translation",
                    advice="add this to the heading:  (cyfieithiad y swyddfa hon)",
                    path=("recommendations", index, "text"),
                    block=section.id,
                    language=Language.CY,
                )


@check("N303", Severity.WARNING)
def title_as_published(case: Case) -> Iterator[Fact]:
    """A report goes by its published title: in Welsh only where the inspectorate gave it a Welsh one."""
    for index, report in enumerate(case.facts.reports):
        for key in ("title", "name"):
            text: Published | None = getattr(report, key)
            if text is not None and text.welsh == "office":
                yield Fact(
                    what=f"the Welsh {key} of the report `{report.id}` is the office's own translation",
                    advice="give the title as published:  welsh: none, without `cy`",
                    path=("reports", index, key),
                )


@check("N401", Severity.ERROR)
def preference_kept(case: Case) -> Iterator[Fact]:
    """Everybody was sent the letter in the language that they asked for, and in both where nobody knows."""
    for role, languages in _sent(case).items():
        person = holding_on(case.day, [record for record in case.rules.people if record.role == role])
        if person is None:
            continue
        for language in Language:
            if language not in languages and person.prefers in _WANTS.in_(language):
                sent, lacking = NAMES.in_(language.other), NAMES.in_(language)
                yield Fact(
                    what=f"`{role}` was sent the letter in {sent} alone, and {_wish(person)}",
                    advice=f"send the {lacking} letter too, and record it:  respondent record sent",
                    path=("people", case.rules.people.index(person), "prefers"),
                    file="office",
                    about=f"{role} {person.prefers} {language}: {_days_sent(case, role)}",
                )


@check("N402", Severity.ERROR)
def sent_together(case: Case) -> Iterator[Fact]:
    """The Welsh letter goes out, and is published, no later than the English one."""
    earliest = min(report.published for report in case.facts.reports)
    first = {"sent": _first_sent(case), "published": first_days(case.ledger.rows, earliest)}
    for kind, days in first.items():
        if days.en and (days.cy is None or days.cy > days.en):
            when = f"on {days.cy}" if days.cy else "not at all yet"
            yield Fact(
                what=f"the English letter was {kind} on {days.en}, and the Welsh one {when}",
                advice="send or publish the Welsh letter at once, and record it",
                file="ledger",
                about=f"{kind} {days.en} {days.cy}",
            )


def _in(blocks: Iterable[Node], language: Language) -> str:
    """Return the words of a language at and below some blocks."""
    return " ".join(" ".join(_spoken(blocks, language)).split())


def _spoken(blocks: Iterable[Node], language: Language) -> Iterator[str]:
    for node in nodes(blocks):
        yield "".join(run.text for run in inlines(node) if isinstance(run, Run) and run.language == language)


def _id_in(blocks: Iterable[Block], language: Language) -> str:
    """Return the first block that has words of a language."""
    return next((node.id for node in nodes(blocks) if _in((node,), language) and inlines(node)), "")


def _approved_text(notice: Notice | None, language: Language) -> str:
    return " ".join(notice.text.pair.in_(language).split()) if notice else ""


def _ways(case: Case) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each way to reach the office on the day of the letter, in Welsh and in English."""
    contacts = holding_on(case.day, case.rules.contacts)
    if contacts is None:
        return
    ways = {
        "telephone number": contacts.telephone,
        "e-mail address": contacts.email,
        "web address": contacts.web,
    }
    for what, text in ways.items():
        if text:
            yield what, (text.pair.cy, text.pair.en)
    welsh, english = (contacts.address.in_(language) for language in Language)
    if len(welsh) == len(english):
        yield from (("address", lines) for lines in zip(welsh, english, strict=True))


def _has(head: str, forms: tuple[str, str]) -> bool:
    return any(form in head for form in forms)


def _unofficial(what: str, text: Published, path: ValuePath, is_in_welsh: bool) -> Iterator[Fact]:
    if text.welsh == "official" and not text.cy:
        problem = f"{what} is marked as having official Welsh, which is not here"
        yield Fact(what=problem, advice="copy it from the Welsh report:  cy: …", path=(*path, "welsh"))
    elif is_in_welsh and text.welsh != "official":
        problem = f"the report is published in Welsh, and {what} is not quoted from it"
        yield Fact(what=problem, advice="copy the Welsh from it:  cy: …  with  welsh: official", path=path)


def _sent(case: Case) -> Mapping[str, set[Language]]:
    """Return in which languages the letter was sent to each role, as the ledger says."""
    languages: dict[str, set[Language]] = defaultdict(set)
    for row in case.ledger.rows:
        if row.kind == "sent" and row.more.get("to"):
            languages[row.more["to"]].update(languages_of(row))
    return languages


def _days_sent(case: Case, role: str) -> str:
    """Return the days on which the letter was sent to a role: what is silenced of one is not of the next."""
    rows = (row for row in case.ledger.rows if row.kind == "sent" and row.more.get("to") == role)
    return " ".join(f"{row.day} {row.more.get('language', '')}" for row in rows)


def _wish(person: Person) -> str:
    match person.prefers:
        case "unknown":
            return "nobody has recorded which language this person wants"
        case "cy":
            return "this person asked for Welsh"
        case "en":
            return "this person asked for English"
        case "both":
            return "this person asked for both"
        case _:
            assert_never(person.prefers)


def _first_sent(case: Case) -> Pair[date | None]:
    """Return the first day on which each letter was sent, as the ledger says.

    People who asked for one language are ignored: they get only that letter, whenever it is sent.
    """
    people = {person.role: person for person in case.rules.people if person.holds_on(case.day)}
    single = {role for role, person in people.items() if person.prefers in _ONE_ALONE}
    rows = [row for row in case.ledger.rows if row.kind == "sent" and row.more.get("to") not in single]
    return Pair.of(
        lambda language: min((row.day for row in rows if language in languages_of(row)), default=None)
    )
