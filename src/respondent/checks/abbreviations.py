"""Family T, abbreviations: the full name is given with the initials where they are first used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.checks.passages import Passage
from respondent.checks.vocabulary import ABBREVIATION
from respondent.language import Language
from respondent.response.office import holding_on


@check("T201", Severity.WARNING)
def abbreviations_written_out(case: Case) -> Iterator[Fact]:
    """An abbreviation is written out where a letter first uses it."""
    names = _full_names(case)
    for language, passages in case.pair.own_passages.items():
        explained: set[str] = set()
        for passage in passages:
            uses = list(_uses(passage.text))
            for use in uses if uses and _is_running(passage) else ():
                if use.initials not in explained:
                    explained.add(use.initials)
                    if not use.is_written_out:
                        yield _unexplained(case, use.initials, passage, names.get((language, use.initials)))


class _Use(NamedTuple):
    initials: str
    is_written_out: bool


def _uses(text: str) -> Iterator[_Use]:
    """Yield the abbreviations of a text, and whether each has its full name beside it."""
    for match in _CAPITALS.finditer(text) if _CAPITAL_PAIR.search(text) else ():
        group = match[1]
        before, after = text[: match.start()], text[match.end() :]
        if group in KNOWN or _ROMAN.fullmatch(group) or _IS_UNIT.search(before):
            continue
        is_in_brackets = bool(_OPENED.search(before) and _CLOSED.match(after))
        yield _Use(group, is_in_brackets or bool(_EXPLAINED.match(after)))


_CAPITALS = re.compile(r"(?<![\w@.&-])(?<![^A-Z]/)([A-Z]{2,8}(?:[a-rt-z][A-Z]*)?)s?(?![\w@]|[.-]\w)")
"""Two to eight capitals, with a small letter as in *CHTh*; an English plural s is no part of them.

Behind a slash only where capitals stand before it, *HMICFRS/HMIP*: else they are a part of an address.
"""

_CAPITAL_PAIR = re.compile("[A-Z][A-Z]")
"""A quick test: most texts have no two capitals in a row, and the slower pattern is not tried on them."""

# Numerals such as *Schedule II* are no initials; L, C, D and M are left out because CD and MD are initials.
_ROMAN = re.compile(r"[IVX]+")
# Capitals directly after a figure are a unit: 5 GB, 20MHz.
_IS_UNIT = re.compile(r"\d[ \u00a0]?$")
# The three ways to give a full name: “the full name (OPCC)”, an article or a quotation mark may come between;
# and “OPCC (the full name)”, where two words or more are in the brackets. Two names that are written out
# together have their initials together: “one name and another (HMICFRS/HMIP)”. A list with commas explains
# nothing: it may be of bodies that a longer name takes in.
_GROUP, _AND = r"[A-Z]{2}\w*", r"(?:\s?/\s?|\s(?:and|&|ac?)\s(?:(?:the|yr?)\s)?)"
_OPENED = re.compile(rf"\w[’']?s?\s*\((?:(?i:the|yr?)\s+)?[‘“'\"]?(?:{_GROUP}{_AND})*$")
_CLOSED = re.compile(rf"(?:{_AND}{_GROUP})*[’”'\"]?\)")
_EXPLAINED = re.compile(r"[’']?s?\s*\([^\W\d_]+[^()]*\s[^()]*\)")

_MOSTLY_CAPITALS = 0.6
"""Share of capitals from which a line is set in capitals: its words look like initials and are none."""


def _is_running(passage: Passage) -> bool:
    """Tell whether a passage is running text, and not an address, a heading or words set in capitals."""
    letters = [letter for letter in passage.text if letter.isalpha()]
    capitals = sum(1 for letter in letters if letter.isupper())
    if passage.is_heading or passage.section in _NO_TEXT or not letters:
        return False
    return capitals / len(letters) < _MOSTLY_CAPITALS


_NO_TEXT = frozenset(
    ("letterhead", "addressee", "date", "reference", "salutation", "signature", "sign-off", "copies")
)
"""Sections in which initials are parts of names and addresses."""


def _unexplained(case: Case, group: str, passage: Passage, name: str | None) -> Fact:
    advice = f"write “{name} ({group})” the first time"
    if name is None:
        advice = f"write the full name followed by ({group}) the first time, or silence it if it is a name"
    return fact(case, passage.place, f"“{group}” is used without its full name", advice, group)


def _full_names(case: Case) -> Mapping[tuple[Language, str], str]:
    """Return the full names that are known: of office.yaml, then of the terms, each by its initials."""
    full_names: dict[tuple[Language, str], str] = {}
    names = holding_on(case.day, case.rules.names)
    pairs = [(names.short, names.body)] if names and names.short else []
    days = {id: report.published for report in case.facts.reports for id in report.publishers}
    for inspectorate in case.rules.inspectorates:
        day = min(days.get(inspectorate.id, case.day), case.day)
        record = holding_on(day, inspectorate.names)
        pairs += [(record.short, record.name)] if record else []
    for short, name in pairs:
        for language, text in name.pair.items():
            full_names.setdefault((language, short.pair.in_(language) if short else ""), text)
    for language, initials, text in _agreed_names(case):
        full_names.setdefault((language, initials), text)
    return full_names


def _agreed_names(case: Case) -> Iterator[tuple[Language, str, str]]:
    """Yield the names among the terms that have initials: in brackets, or in a row of their own."""
    by_initials = {initials(term.en): term for term in case.vocabulary.terms if term.kind in ("noun", "name")}
    for term in case.vocabulary.terms:
        if term.initials:
            yield Language.EN, term.initials, term.en
            yield Language.CY, term.initials, term.cy
        full = by_initials.get(term.en) if term.kind == ABBREVIATION else None
        if full:
            yield Language.EN, term.en, full.en
            yield Language.CY, term.cy, full.cy


def initials(name: str) -> str:
    """Return the capitals with which the words of a name begin.

    >>> initials("Office of the Police and Crime Commissioner")
    'OPCC'
    """
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())


KNOWN: Mapping[str, str] = {
    "MP": "behind a name; Member of Parliament",
    "MS": "behind a name; Member of the Senedd",
    "AS": "behind a name; Aelod Seneddol, Aelod o'r Senedd",
    "UK": "known to every reader",
    "DU": "UK in Welsh",
    "EU": "known to every reader",
    "UE": "EU in Welsh",
    "HM": "His or Her Majesty, in names and titles",
    "EM": "HM in Welsh, before September 2022",
    "EF": "HM in Welsh, from September 2022 on",
    "PC": "a rank before a name: PC Jones",
    "DS": "a rank before a name, known from the press: DS Jones",
    "DI": "a rank before a name, known from the press",
    "DCI": "a rank before a name, known from the press",
    "BBC": "a name that is never written out",
    "ITV": "a name that is never written out",
    "NHS": "known better than what it stands for",
    "GIG": "NHS in Welsh",
    "IT": "known better than what it stands for",
    "TG": "IT in Welsh",
    "DNA": "known better than what it stands for",
    "CCTV": "known better than what it stands for",
    "TCC": "CCTV in Welsh",
    "PDF": "a kind of file",
    "GP": "known better than what it stands for",
    "PEEL": "the inspectorate's name for its assessments of forces, and a word of the letter's labels",
    "TV": "known better than what it stands for",
    "ID": "known better than what it stands for",
    "NOT": "a word in capitals, no abbreviation",
    "MUST": "a word in capitals, no abbreviation",
    "ALL": "a word in capitals, no abbreviation",
    "TODO": "a placeholder: see D104",
    "TBC": "a placeholder: see D104",
    "XX": "a placeholder: see D104",
    "XXX": "a placeholder: see D104",
    "DRAFT": "a word in capitals, no abbreviation",
    "DRAFFT": "a word in capitals, no abbreviation",
}
"""Groups of capitals that need no full name, with the reason."""
