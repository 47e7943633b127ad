"""What no text may hold, whichever way it comes in: the one set of guards.

A way in (a translator's file, a table, an edited draft, the memory, a term base) asks `objection` and `doubt`
before it takes a text. What is typed into a file by hand is not refused but found: `damaged_values` names
each place, for checks and drafts to show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from respondent.changes.printed import printed
from respondent.document.leftovers import leftovers
from respondent.document.list_markers import typed_bullet
from respondent.document.tree import Inlines, Run
from respondent.errors import Problem
from respondent.files.source import Source, ValuePath
from respondent.files.text import cleaned
from respondent.language import NAMES, Language, Pair
from respondent.linguistics.damage import Certainty, Damage, damages
from respondent.linguistics.own_sentences import own_sentence

Reason = tuple[str, str]
"""What is wrong, and what to do next."""

# How many more words must be of the other language than of its own for a text to be in the wrong one. Fewer
# are names, titles and quotations, which stay as they are in both.
_MARGIN = 4

_OWN = "“{}” is printed by respondent, and is nobody’s text"
# What shipped files have where a value is to be written.
_PLACEHOLDERS = ("…", "...")
BULLET_ADVICE = "delete the bullet: the list has it already, or make a list in Word"

_WRITE = "write the text, or leave it empty"


def objection(text: str, language: Language) -> Reason | None:
    """Return why a text that comes from a file is not taken, whoever accepts it; none where it is.

    Args:
        text: Its words, with or without Markdown.
        language: The language that it should be in.
    """
    return next(((what, advice) for _, what, advice in certain_damage(text, language, printed())), None)


def certain_damage(
    text: str, language: Language, sentences: Sequence[str] | None
) -> Iterator[tuple[str, str, str]]:
    """Yield the damaged words of a text with what is wrong and what to do; None looks for none of ours."""
    for damage in damages(text, language):
        if damage.certainty is Certainty.CERTAIN:
            yield damage.text, _named(damage), damage.advice
    if sentences is not None and (sentence := own_sentence(text, sentences)):
        yield sentence, _OWN.format(sentence), _WRITE


def doubt(text: str, language: Language, *, is_markdown: bool) -> Reason | None:
    """Return why a text that comes from a file is taken only if a person accepts it; none where it is.

    Args:
        text: Its words.
        language: The language that it should be in.
        is_markdown: Whether it is Markdown, whose signs the parser looks at.
    """
    if not is_markdown:
        if match := _TYPED.search(text):
            return (
                f"“{match[0].strip()}” is a sign of Markdown or HTML",
                "format the words in Word or in the program",
            )
        if typed_bullet(text):
            return (
                "it begins with a typed bullet",
                BULLET_ADVICE,
            )
        for _, advice in leftovers(text):
            return advice
    from respondent.linguistics.language_detection import vote  # slow to load, and drafts need none

    counts = vote(text)
    other = counts.in_(language.other)
    if other >= _MARGIN and other > 2 * counts.in_(language) + _MARGIN - 1:
        name = NAMES.in_(language)
        return f"it is not in {name}", f"write it in {name}, or leave it empty"
    return None


def cleaned_words(content: Inlines) -> tuple[Inlines, tuple[str, ...]]:
    """Return words without invisible characters, and what was taken out of them."""
    runs = [(inline, cleaned(inline.text)) for inline in content if isinstance(inline, Run)]
    changes = tuple(cleaning.what for _, (_, cleanings) in runs for cleaning in cleanings)
    if not changes:
        return content, ()
    # Within a paragraph a line end of Unicode is a space: the program that wrote it did not break there.
    texts = {id(inline): " ".join(text.split("\n")) for inline, (text, _) in runs}
    words = (
        replace(inline, text=texts[id(inline)]) if isinstance(inline, Run) else inline for inline in content
    )
    return tuple(inline for inline in words if not (isinstance(inline, Run) and not inline.text)), changes


# Tags, and signs at the beginning of a line that Markdown would make a heading, a quotation or a task of.
_TYPED = re.compile(r"</?[A-Za-z][^<>@:\n]{0,60}>|^#{1,6} |^> |^(?:[-*] )?\[[ xX]?\] ", re.MULTILINE)


class DamagedValue(NamedTuple):
    """A value of a file with damage in it."""

    path: ValuePath
    words: str
    """The damaged words."""

    what: str
    advice: str


def damaged_values(source: Source, labels: Mapping[str, Pair[str]]) -> Iterator[DamagedValue]:
    """Yield each damage in the values of a file that people type.

    Args:
        source: The file as read.
        labels: The labels that the office has changed, by key: its own gap sentence is nobody's text either.

    The language is that of the nearest key around the value; a value that is for both is searched as Welsh,
    whose letters are what is lost.
    """
    sentences = printed(labels)
    for path, text in _texts(source.value, ()):
        language = next((Language(step) for step in reversed(path) if step in set(Language)), Language.CY)
        for damage in damages(text, language):
            if damage.certainty is Certainty.CERTAIN:
                yield DamagedValue(path, damage.text, _named(damage), damage.advice)
        if text.strip() in _PLACEHOLDERS:
            yield DamagedValue(
                path, text, "the value is still a placeholder", "write the value, or leave it out"
            )
        is_label = path[:1] == ("labels",)  # where an office words the gap sentence itself
        if not is_label and (sentence := own_sentence(text, sentences)):
            yield DamagedValue(path, sentence, _OWN.format(sentence), _WRITE)


def damage_problems(source: Source, labels: Mapping[str, Pair[str]]) -> Iterator[Problem]:
    """Yield each damage in the values of a file with its place."""
    for value in damaged_values(source, labels):
        yield source.problem(value.path, value.what, value.advice)


def _named(damage: Damage) -> str:
    """Return what is wrong, with the words where it is."""
    # An invisible sign would bend the line of a terminal too.
    words = damage.text if damage.text.isprintable() else ascii(damage.text)[1:-1]
    return damage.what if damage.text in damage.what else f"{damage.what}: “{words}”"


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
