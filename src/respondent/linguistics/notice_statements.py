"""What a notice on correspondence says: Welsh is welcome, is answered in Welsh, causes no delay.

Each is said within one sentence, and is not denied there. The words are looked at, not the Welsh.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from respondent.document.sentences import spans
from respondent.language import Language, Pair

Says: TypeAlias = Callable[[str, Language], bool]
"""Whether a sentence of a language says something."""

# The three statements come from the correspondence standards of the Welsh Language Standards regulations.
# Welsh verbs and nouns are given by their stem with every initial mutation: *croesawu, chroesawu, groesawu*.
_DENIAL = Pair(
    r"\b(?:ni|nid|nad|na|heb|dd?im|byth)\b", r"\b(?:no|not(?! only)|never|cannot|without)\b|n['’]t\b"
)

_WELSH = Pair(r"\b(?:[cg]|ch|ngh)ymraeg\b", r"\bwelsh\b")

_WELCOME = Pair(r"\b(?:ch?|gh?|ngh)?roes[aeo]", r"\bwelcom")

# What is answered in English, though Welsh is named beside it: "in English only"; not "in English or Welsh".
_ENGLISH = Pair(
    r"saesneg\b(?! (?:neu|a|ac|a['’]r|neu['’]r) (?:(?:yn )?(?:y )?)?gymraeg)",
    r"english\b(?! (?:or|and) (?:in )?welsh)",
)
_ENGLISH_ALONE = Pair(
    r"saesneg yn unig|dim ond (?:yn )?(?:y )?saesneg", r"english only|only in english|only english"
)

_SAME = Pair(
    r"\byn (?:yr un iaith|eich dewis iaith|eich iaith ddewisol|yr iaith o['’]ch dewis|iaith eich dewis)\b",
    r"\bin (?:the same language|(?:the|your) (?:(?:chosen|preferred) language|language of (?:your )?choice))",
)
"""The language in which somebody has written, or wishes to be answered."""

_REPLY = Pair(r"\b(?:h?ateb|(?:h?ym)ateb)", r"\b(?:repl(?:y|ies)|respon[ds]|answer)")

_DELAY = Pair(
    r"\b(?:h?oed[ia]|(?:ng?|g)?ohir|hirach\b|(?:mwy|rhagor) o amser\b)",
    r"\b(?:delay|any longer\b|longer than\b|tak(?:e|es|ing) longer\b)",
)


def _is_welcome(sentence: str, language: Language) -> bool:
    """Return whether a sentence has Welsh and a welcome, with no denial before the welcome."""
    if not re.search(_WELSH.in_(language), sentence):
        return False
    return any(_is_affirmed(sentence, match, language) for match in _matches(_WELCOME, sentence, language))


def _is_answered(sentence: str, language: Language) -> bool:
    """Return whether a sentence says of an answer that it is in Welsh, and in no other language alone."""
    if re.search(_ENGLISH_ALONE.in_(language), sentence):
        return False
    return any(
        _is_affirmed(sentence, match, language) and _is_in_welsh(sentence, match, language)
        for match in _matches(_REPLY, sentence, language)
    )


def _is_in_welsh(sentence: str, reply: re.Match[str], language: Language) -> bool:
    behind = re.search(f"{_WELSH.in_(language)}|{_SAME.in_(language)}", sentence[reply.end() :])
    if behind is None:  # a Welsh reply
        return re.search(rf"{_WELSH.in_(language)} $", sentence[: reply.start()]) is not None
    return not re.search(_ENGLISH.in_(language), sentence[reply.end() : reply.end() + behind.end()])


def _is_no_slower(sentence: str, language: Language) -> bool:
    """Return whether a sentence has a delay and a denial."""
    return bool(re.search(_DELAY.in_(language), sentence) and re.search(_DENIAL.in_(language), sentence))


def _is_affirmed(sentence: str, match: re.Match[str], language: Language) -> bool:
    """Return whether no denial stands before some words in their own clause."""
    clause = re.split(r"[,;:–]| - ", sentence[: match.start()])[-1]
    return re.search(_DENIAL.in_(language), clause) is None


def _matches(patterns: Pair[str], sentence: str, language: Language) -> list[re.Match[str]]:
    return list(re.finditer(patterns.in_(language), sentence))


PROPOSITIONS: Mapping[str, Says] = {
    "that letters in Welsh are welcome": _is_welcome,
    "that a letter in Welsh is answered in Welsh": _is_answered,
    "that this causes no delay": _is_no_slower,
}
"""What a notice says, and what tells of a sentence that it does."""


def says(text: str, proposition: str, language: Language) -> bool:
    """Return whether a sentence of a text says one of `PROPOSITIONS`.

    >>> says("We welcome letters in Welsh.", "that letters in Welsh are welcome", Language.EN)
    True
    """
    small = text.lower()
    return any(PROPOSITIONS[proposition](small[start:end], language) for start, end in spans(text))
