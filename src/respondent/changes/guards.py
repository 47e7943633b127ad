"""What no text may hold, whichever way it comes in: the one set of guards.

A way in (a translator's file, a table, an edited draft, the memory, a term base) asks `objection` before it
takes a text. What is typed into a file by hand is not refused but found: `damaged_values` names each place.
Checks and drafts show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from respondent.document.leftovers import leftovers
from respondent.errors import Problem
from respondent.files.source import Source, ValuePath
from respondent.language import Language
from respondent.linguistics.damage import Certainty, Damage, damages, own_sentence
from respondent.linguistics.language_detection import vote

Reason = tuple[str, str]
"""What is wrong, and what to do next."""

# How many more words must be of the other language than of its own for a text to be in the wrong one. Fewer
# are names, titles and quotations, which stay as they are in both.
_MARGIN = 4

_OWN = "“{}” is printed by respondent, and is nobody’s text"
_WRITE = "write the text, or leave it empty"


def objection(text: str, language: Language, printed: Sequence[str]) -> Reason | None:
    """Return why a text that comes from a file is not taken; none where it is.

    Args:
        text: Its words, without Markdown.
        language: The language that it should be in.
        printed: What the program itself prints (`changes.printed`).
    """
    for damage in damages(text, language):
        if damage.certainty is Certainty.CERTAIN:
            return _named(damage), damage.advice
    if sentence := own_sentence(text, printed):
        return _OWN.format(sentence), _WRITE
    for _, advice in leftovers(text):
        return advice
    return None


def wrong_language(text: str, language: Language) -> Reason | None:
    """Return why a text is not in the language that it should be in; none where it may be."""
    counts = vote(text)
    other = counts.in_(language.other)
    if other >= _MARGIN and other > 2 * counts.in_(language) + _MARGIN - 1:
        return f"it is not in {_NAMES[language]}", f"write it in {_NAMES[language]}, or leave it empty"
    return None


_NAMES = {Language.CY: "Welsh", Language.EN: "English"}


class DamagedValue(NamedTuple):
    """A value of a file with damage in it."""

    path: ValuePath
    words: str
    """The damaged words."""

    what: str
    advice: str


def damaged_values(source: Source, printed: Sequence[str]) -> Iterator[DamagedValue]:
    """Yield each damage in the values of a file that people type.

    The language is that of the nearest key around the value; a value that is for both is searched as Welsh,
    whose letters are what is lost.
    """
    for path, text in _texts(source.value, ()):
        if path[:1] == ("labels",):
            continue  # where an office words the gap sentence itself
        language = next((Language(step) for step in reversed(path) if step in set(Language)), Language.CY)
        for damage in damages(text, language):
            if damage.certainty is Certainty.CERTAIN:
                yield DamagedValue(path, damage.text, _named(damage), damage.advice)
        if sentence := own_sentence(text, printed):
            yield DamagedValue(path, sentence, _OWN.format(sentence), _WRITE)


def damage_problems(source: Source, printed: Sequence[str]) -> Iterator[Problem]:
    """Yield each damage in the values of a file as a problem with its line."""
    for value in damaged_values(source, printed):
        yield source.problem(value.path, value.what, value.advice)


def _named(damage: Damage) -> str:
    """Return what is wrong, with the words where it is."""
    return damage.what if damage.text in damage.what else f"{damage.what}: “{damage.text}”"


def _texts(value: object, path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    match value:
        case str():
            yield path, value
        case dict():
            for key, inner in value.items():
                yield from _texts(inner, (*path, key))
        case list():
            for index, inner in enumerate(value):
                yield from _texts(inner, (*path, index))
