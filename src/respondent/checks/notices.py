"""Family N: notices, and what else the Welsh language standards ask of a pair of letters.

Standards are named here by what they demand: their numbers differ between regulations and compliance
notices, and which of them bind an office is said by its own notice.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from respondent.checks.case import Case
from respondent.checks.check import Check, check
from respondent.checks.finding import Fact, Severity, letters
from respondent.checks.statutory import called
from respondent.document.tree import Block, Picture, Quotation, Run
from respondent.document.walk import Node, inlines, nodes, words
from respondent.files.source import ValuePath
from respondent.language import NAMES, Language, Pair
from respondent.ledger.difference import shown
from respondent.ledger.publication import first_days, languages_of
from respondent.linguistics.notice_statements import PROPOSITIONS, says
from respondent.response.office import Notice, Person, holding_on
from respondent.response.text import Published

WELCOME = (
    "Welsh Language Standards, correspondence: letters say that Welsh is welcome, is answered in Welsh,"
    " and causes no delay"
)
EQUAL = (
    "Welsh Language Standards, correspondence: a Welsh version is treated no less favourably, as to signature"
    " and contact details among others"
)
TOGETHER = (
    "Welsh Language Standards, correspondence: the Welsh version goes out at the same time as the English"
)
UNKNOWN = "Welsh Language Standards, correspondence: whoever's wish is not known is sent a Welsh version too"
AVAILABLE = "Welsh Language Standards, documents: the English version says that there is a Welsh one"
TEXT_A = (
    "Welsh Language Standards (No. 2) Regulations 2016, Schedule 1, Part 3: other people's words are used"
    " in Welsh where they have put them into Welsh"
)
TITLES = "Yr Arddulliadur: the title of a document that has not itself been translated is not translated"

_WELSH = re.compile(r"\b(?:cymraeg|gymraeg|welsh)\b", re.IGNORECASE)

_WANTS = Pair(frozenset(("cy", "both", "unknown")), frozenset(("en", "both")))
"""Which preferences want the letter in each language."""

_WISHES = {"cy": "Welsh", "en": "English", "both": "both"}

_ONE_ALONE = ("cy", "en")
"""The preferences of whoever is sent one letter alone, and asked for that."""


@check("N101", "notice-in-both-languages", Severity.ERROR, WELCOME)
def _once(case: Case) -> Iterator[Fact]:
    """The notice on correspondence stands once in the body of each letter, in Welsh and in English.

    What: Each letter has one part `notice` in its body, and in it words of both languages. The foot of
    the first page does not count.

    Why: Everybody who is sent a letter is told that Welsh is welcome. Screen readers do not read the foot
    of a page, and a notice in one language alone speaks to half of its readers.

    Example: A template of the office's own ends without the notice.

    Mend: Put  {% include "parts/notice.md.j2" %}  back, once, in the template of both languages.
    """
    for language in Language:
        found = case.sections(language, "notice")
        if len(found) != 1:
            yield Fact(
                what=f"the notice stands {len(found)} times in the letter"
                if found
                else "the letter has no notice",
                next="let the notice stand once: at the top, after some evidence, or at the end",
                path=("letter", "notice"),
                block="notice",
                language=language,
            )
            continue
        for spoken in Language:
            if not _in(found, spoken):
                yield Fact(
                    what=f"the notice has no words in {NAMES.in_(spoken)}",
                    next="let the notice stand in both languages in each letter",
                    path=("letter", "notice"),
                    block=found[0].id,
                    language=language,
                )


@check("N102", "notice-holds", Severity.WARNING, WELCOME)
def _holds(case: Case) -> Iterator[Fact]:
    """The office has a notice of its own that holds on the day of the letter.

    What: One of the `notices` of the kind `correspondence` takes in the letter's date; today, where it
    has none.

    Why: The office answers for this text, so somebody there has approved it. Where none holds, the
    shipped wording is printed, which nobody there has chosen.

    Example: The notice of 2019 ends on 31 December 2019, with the old e-mail address, and the letter is
    of 2026.

    Mend: Add the notice as the office has approved it, with the days on which it holds.
    """
    kept = [one for one in case.rules.notices if one.kind == "correspondence"]
    if holding_on(case.day, kept) is None:
        why = (
            f"no notice on correspondence holds on {case.day}"
            if kept
            else "no notice on correspondence is kept"
        )
        yield Fact(
            what=f"{why}; the letter has the shipped wording, which is not the office's",
            next="add the approved text under `notices`, with the days on which it holds",
            path=("notices",),
            file="office",
        )


@check("N103", "notice-as-approved", Severity.ERROR, WELCOME)
def _approved(case: Case) -> Iterator[Fact]:
    """Every notice is printed word for word as the office has approved it.

    What: Compares the notice in the body of each letter, the notice at its foot, and the line on
    availability with the texts of `office.yaml` that hold on the day, sign for sign. Where the office has
    no notice of its own, the foot must have the words of the body.

    Why: A notice is approved as it stands. A changed address or a lost *not* turns it into something else.

    Example: Somebody has mended the e-mail address in the English notice alone.

    Mend: Put the approved words back; a new text goes into `office.yaml`, with the day on which it begins.
    """
    for language in Language:
        body, foot = case.sections(language, "notice"), case.documents.in_(language).parts[0].foot
        places: tuple[tuple[str, Iterable[Block]], ...] = (("correspondence", body), ("correspondence", foot))
        for kind, blocks in (*places, ("availability", case.sections(language, "availability"))):
            kept = holding_on(case.day, [one for one in case.rules.notices if one.kind == kind])
            for spoken in Language:
                said = _in(blocks, spoken)
                wanted = _wanted(kept, spoken) or (_in(body, spoken) if blocks is foot else said)
                if said and wanted and said != wanted:
                    yield Fact(
                        what=f"the notice on {kind} is not as approved: {shown(wanted, said)}",
                        next="put the approved words back, or approve new ones in office.yaml",
                        path=("notices", case.rules.notices.index(kept)) if kept else ("notices",),
                        file="office",
                        block=_id_in(blocks, spoken),
                        language=language,
                    )


@check("N104", "notice-says-all", Severity.ERROR, WELCOME)
def _says_all(case: Case) -> Iterator[Fact]:
    """The notice says in both languages that Welsh is welcome, is answered in Welsh, and causes no delay.

    What: Looks in the notice of each letter for the three by their words, each within one sentence: *croesawu
    … Gymraeg*, *ateb … Gymraeg*, *ni … gohirio*; welcome … Welsh, reply … Welsh, not … delay. A welcome or a
    reply that is denied there is none, nor is a reply in English. It does not judge the Welsh.

    Why: A body states all three in correspondence. Some notices in use bid people welcome and stop there.

    Example: “Croesawn ohebiaeth drwy gyfrwng y Gymraeg neu Saesneg.” says nothing of a reply or of delay.

    Mend: Have the office approve a notice that says all three in each language.
    """
    for spoken in Language:
        said = [(one, _in(case.sections(one, "notice"), spoken)) for one in Language]
        for proposition in PROPOSITIONS:
            for language in letters(
                [one for one, text in said if text and not says(text, proposition, spoken)]
            ):
                yield Fact(
                    what=f"the notice does not say in {NAMES.in_(spoken)} {proposition}",
                    next="have a notice approved that says so, and write it under `notices` in office.yaml",
                    path=("letter", "notice"),
                    block="notice",
                    language=language,
                )


@check("N105", "availability-said", Severity.WARNING, AVAILABLE)
def _availability(case: Case) -> Iterator[Fact]:
    """An English letter that is a file of its own says that there is a Welsh one.

    What: Where the two letters are two files, the English one has a part `availability` that speaks of Welsh.

    Why: A document for the public whose English version stands by itself says that it is also available
    in Welsh. The letter is published; whoever finds the English one on the web is told of the other.

    Example:  availability: false  in a letter of  arrangement: two-files.

    Mend: Take  availability: false  out.
    """
    if case.facts.letter.arrangement != "two-files":
        return
    said = words(case.sections(Language.EN, "availability"))
    if not _WELSH.search(said):
        yield Fact(
            what="the English letter does not say that it is available in Welsh",
            next="take  availability: false  out, or put the line back into the template",
            path=("letter", "availability"),
            block="availability",
            language=Language.EN,
        )


@check("N201", "signed-in-both", Severity.ERROR, EQUAL)
def _signed(case: Case) -> Iterator[Fact]:
    """Both letters are signed, by name and office.

    What: The part `signature` of each letter has the name of whoever signs, and what that person is.

    Why: The Welsh letter is no translation kept on file: it is signed like the English one.

    Example: The Welsh letter has the name, and the title of the office has been cut off.

    Mend: Put the lines back, or mend the office's own template in both languages.
    """
    for language, letter in case.letters.items():
        said = words(case.sections(language, "signature"))
        for name in (letter.office.holder, str(letter.office.holder_title)):
            if " ".join(name.split()) not in said:
                yield Fact(
                    what=f"the letter is not signed with “{name}”",
                    next="put it back, or mend the office's template parts/closing.md.j2",
                    block="signature",
                    language=language,
                )


@check("N202", "contacts-in-both", Severity.ERROR, EQUAL)
def _contacts(case: Case) -> Iterator[Fact]:
    """What one letterhead gives to reach the office by, the other gives too.

    What: The address, the telephone, the e-mail and the web address of the office: those in the
    letterhead of one letter stand in that of the other, in the form of either language.

    Why: The contact details of the two letters are equal.

    Example: The letterhead of the Welsh letter has lost its telephone number.

    Mend: Put it back, or mend the office's own template in both languages.
    """
    heads = Pair.of(lambda language: words(case.documents.in_(language).parts[0].letterhead))
    for what, forms in _ways(case):
        for language, head in heads.items():
            if not _has(head, forms) and _has(heads.in_(language.other), forms):
                yield Fact(
                    what=f"the letterhead does not have the office's {what}, which the other letter has",
                    next="put it back, or mend the office's template parts/letterhead.md.j2",
                    block="letterhead",
                    language=language,
                )


@check("N203", "copies-in-both", Severity.ERROR, EQUAL)
def _copies(case: Case) -> Iterator[Fact]:
    """Both letters list the same copies.

    What: Everybody who gets a copy is named in the part `copies` of each letter.

    Why: Who else was told is part of what a letter says, in Welsh as in English.

    Example: The Chief Constable's line is missing in the English letter.

    Mend: Put the line back, or mend the office's own template in both languages.
    """
    for language, letter in case.letters.items():
        said = words(case.sections(language, "copies"))
        for copy in letter.copies:
            if copy.name not in said:
                yield Fact(
                    what=f"{copy.name} is not named in the list of copies",
                    next="put the line back, or mend the office's template parts/closing.md.j2",
                    path=("letter", "copies"),
                    block="copies",
                    language=language,
                )


@check("N204", "pictures-in-both", Severity.ERROR, EQUAL)
def _pictures(case: Case) -> Iterator[Fact]:
    """Both letters have the same pictures: the logo, the signature.

    What: Compares the pictures of the two letters.

    Why: A letter without its logo or its signature looks like a lesser one.

    Example: The picture of the signature stands in the English letter alone.

    Mend: Put it into both templates, or take it out of both.
    """
    found = Pair.of(
        lambda language: {one.name for one in case.all_nodes(language) if isinstance(one, Picture)}
    )
    for language in Language:
        for name in sorted(found.in_(language.other) - found.in_(language)):
            yield Fact(
                what=f"the letter lacks the picture `{name}`, which the other letter has",
                next="put it into both templates, or take it out of both",
                block=name,
                language=language,
            )


@check("N301", "official-welsh-used", Severity.WARNING, TEXT_A)
def _official(case: Case) -> Iterator[Fact]:
    """Where the inspectorate has published the report in Welsh, its Welsh words are quoted.

    What: A report with  welsh_version: true  has its title, and each recommendation that applies its
    text, in Welsh with  welsh: official. And what is called official is there.

    Why: A body uses the Welsh of other people's words where they have made one. It neither translates
    them again nor quotes the English.

    Example: The report on the force is published in Welsh, and the Welsh letter quotes the office's own
    translation.

    Mend: Copy the Welsh from the Welsh report:  cy: …  with  welsh: official.
    """
    in_welsh = {report.id for report in case.facts.reports if report.welsh_version}
    for index, report in enumerate(case.facts.reports):
        what = f"the title of the report `{report.id}`"
        yield from _unofficial(what, report.title, ("reports", index, "title"), report.id in in_welsh)
    for index, one in enumerate(case.facts.recommendations):
        if one.applies:
            path = ("recommendations", index, "text")
            yield from _unofficial(called(one), one.text, path, one.report in in_welsh)


@check("N302", "translation-marked", Severity.ERROR, TEXT_A)
def _marked(case: Case) -> Iterator[Fact]:
    """A translation by the office never passes as the words of the inspectorate.

    What: A recommendation with  welsh: office  is called a translation (*cyfieithiad*) in its part of the
    Welsh letter, outside the quotation.

    Why: What stands as a quotation is taken for the inspectorate's own words. These are the office's.

    Example: A template of the office's own prints the heading “Argymhelliad 2:” and nothing more.

    Mend: Let the heading say *cyfieithiad y swyddfa hon*, as the shipped template does.
    """
    for index, one in enumerate(case.facts.recommendations):
        section = case.section(Language.CY, f"recommendation.{one.id}")
        if one.applies and one.text.welsh == "office" and section:
            said = words(node for node in section.blocks if not isinstance(node, Quotation))
            if not re.search(r"\b(?:[cg]|ch|ngh)yfieith", said, re.IGNORECASE):
                yield Fact(
                    what=f"nothing says that the Welsh of {called(one)} is the office's own translation",
                    next="let the heading say so:  (cyfieithiad y swyddfa hon)",
                    path=("recommendations", index, "text"),
                    block=section.id,
                    language=Language.CY,
                )


@check("N303", "title-as-published", Severity.WARNING, TITLES)
def _titles(case: Case) -> Iterator[Fact]:
    """A report goes by its published title: in Welsh only where the inspectorate gave it a Welsh one.

    What: Neither `title` nor `name` of a report is marked  welsh: office.

    Why: The Welsh letter would name the report by a title that nobody can find. A title that has no
    official Welsh stands in English, marked as English words.

    Example:  title: {en: Stalking and harassment, cy: Stelcian ac aflonyddu, welsh: office}

    Mend:  welsh: none, without `cy`. If the inspectorate has published that Welsh title:  welsh: official.
    """
    for index, report in enumerate(case.facts.reports):
        for key in ("title", "name"):
            text: Published | None = getattr(report, key)
            if text is not None and text.welsh == "office":
                yield Fact(
                    what=f"the Welsh {key} of the report `{report.id}` is the office's own translation",
                    next="name the report as published:  welsh: none, without `cy`",
                    path=("reports", index, key),
                )


@check("N401", "preference-kept", Severity.ERROR, UNKNOWN)
def _preference(case: Case) -> Iterator[Fact]:
    """Everybody was sent the letter in the language that they asked for, and in both where nobody knows.

    What: Looks at the rows of the ledger that say to whom the letter was sent in one language alone.
    Whoever asked for Welsh or for both is not sent English alone, nor is anybody whose wish is not
    recorded; whoever asked for English or for both is not sent Welsh alone.

    Why: A body that does not know whether a person wants Welsh sends a Welsh version; one that knows
    keeps to it.

    Example: The inspector's wish is not known, and the ledger says that the English letter was sent alone.

    Mend: Send the other letter now, and record that:  respondent record sent. Or record under `people`
    what the person prefers.
    """
    for role, languages in _sent(case).items():
        person = holding_on(case.day, [one for one in case.rules.people if one.role == role])
        if person is None:
            continue
        for language in Language:
            if language not in languages and person.prefers in _WANTS.in_(language):
                sent, lacking = NAMES.in_(language.other), NAMES.in_(language)
                yield Fact(
                    what=f"`{role}` was sent the letter in {sent} alone, and {_wish(person)}",
                    next=f"send the {lacking} letter too, and record it:  respondent record sent",
                    path=("people", case.rules.people.index(person), "prefers"),
                    file="office",
                    about=f"{role} {person.prefers} {language}: {_days_sent(case, role)}",
                )


@check("N402", "sent-together", Severity.ERROR, TOGETHER)
def _together(case: Case) -> Iterator[Fact]:
    """The Welsh letter goes out, and is published, no later than the English one.

    What: Compares the days on which the ledger says that either letter was sent, and published. A row
    that names no language speaks of both. What went to somebody who asked for one of the languages is left
    out: N401 looks at that.

    Why: What goes to several people goes out in Welsh at the same time as in English. The Welsh letter is
    not the one that follows.

    Example: The English letter was published on 3 June, and the Welsh one on 10 June.

    Mend: Send or publish the Welsh letter at once, and record it. What has happened cannot be mended:
    silence the finding with the reason.
    """
    earliest = min(report.published for report in case.facts.reports)
    first = {"sent": _first_sent(case), "published": first_days(case.ledger.rows, earliest)}
    for kind, days in first.items():
        if days.en and (days.cy is None or days.cy > days.en):
            when = f"on {days.cy}" if days.cy else "not at all yet"
            yield Fact(
                what=f"the English letter was {kind} on {days.en}, and the Welsh one {when}",
                next="send or publish the Welsh letter at once, and record it",
                file="ledger",
                about=f"{kind} {days.en} {days.cy}",
            )


def _in(blocks: Iterable[Node], language: Language) -> str:
    """Return the words of a language at and below some blocks."""
    return " ".join(" ".join(_spoken(blocks, language)).split())


def _spoken(blocks: Iterable[Node], language: Language) -> Iterator[str]:
    for node in nodes(blocks):
        yield "".join(one.text for one in inlines(node) if isinstance(one, Run) and one.language == language)


def _id_in(blocks: Iterable[Block], language: Language) -> str:
    """Return the first block that has words of a language."""
    return next((node.id for node in nodes(blocks) if _in((node,), language) and inlines(node)), "")


def _wanted(notice: Notice | None, language: Language) -> str:
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
        said = f"{what} is marked as having official Welsh, which is not here"
        yield Fact(what=said, next="copy it from the Welsh report into  cy: …", path=(*path, "welsh"))
    elif is_in_welsh and text.welsh != "official":
        said = f"the report is published in Welsh, and {what} is not quoted from it"
        yield Fact(what=said, next="copy the Welsh from it:  cy: …  with  welsh: official", path=path)


def _sent(case: Case) -> Mapping[str, set[Language]]:
    """Return in which languages the letter was sent to each role, as the ledger says."""
    found: dict[str, set[Language]] = defaultdict(set)
    for row in case.ledger.rows:
        if row.kind == "sent" and row.more.get("to"):
            found[row.more["to"]].update(languages_of(row))
    return found


def _days_sent(case: Case, role: str) -> str:
    """Return the days on which the letter was sent to a role: what is silenced of one is not of the next."""
    rows = (row for row in case.ledger.rows if row.kind == "sent" and row.more.get("to") == role)
    return " ".join(f"{row.day} {row.more.get('language', '')}" for row in rows)


def _wish(person: Person) -> str:
    if person.prefers == "unknown":
        return "nobody has recorded which language this person wants"
    return f"this person asked for {_WISHES[person.prefers]}"


def _first_sent(case: Case) -> Pair[date | None]:
    """Return the first day on which each letter was sent, as the ledger says.

    Whoever asked for one of the languages is left out: what goes to them alone goes to nobody sooner.
    """
    people = {one.role: one for one in case.rules.people if one.holds_on(case.day)}
    alone = {role for role, person in people.items() if person.prefers in _ONE_ALONE}
    rows = [row for row in case.ledger.rows if row.kind == "sent" and row.more.get("to") not in alone]
    return Pair.of(
        lambda language: min((row.day for row in rows if language in languages_of(row)), default=None)
    )


CHECKS: tuple[Check, ...] = (
    *(_once, _holds, _approved, _says_all, _availability),
    *(_signed, _contacts, _copies, _pictures),
    *(_official, _marked, _titles),
    *(_preference, _together),
)
"""Family N."""
