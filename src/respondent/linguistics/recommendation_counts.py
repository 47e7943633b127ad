"""How many recommendations a text says there are, in words or figures of either language.

The numbers and their nouns come from the grammar, so what the letters say of themselves is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from respondent.document.tree import Heading, Quotation
from respondent.document.walk import Node, children, inlines, text
from respondent.grammar import english, welsh
from respondent.grammar.welsh import Mutation
from respondent.grammar.welsh.mutation import mutate
from respondent.language import Language, Pair

MOST = 60
"""The largest count that is looked for: the inspectorate's reports make far fewer recommendations."""

NOUNS: Mapping[str, Pair[tuple[str, str]]] = {
    "recommendation": Pair(("argymhelliad", "argymhellion"), ("recommendation", "recommendations")),
    "area-for-improvement": Pair(
        ("maes i'w wella", "meysydd i'w gwella"), ("area for improvement", "areas for improvement")
    ),
}
"""What letters count, by kind: singular and plural."""

_NOUNS = ("argymhelli", "wella", "recommendation", "improvement")
"""A quick test: a text in small letters with none of these counts nothing."""

_WIDEST = 60
"""Letters before its noun where a number may begin: *seventy-five particularly important* fits."""

_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"

_ELSEWHERE = re.compile(
    r"\b(?:earlier|previous|former|last|other|[bf]laenorol|[cg]?ynharach|d?diwethaf|eraill|arall)\b",
    re.IGNORECASE,
)
"""Words that show that a sentence is about another report, whose recommendations are not in the response."""

# A year in the sentence that is no report's year means another report too.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_REFERENCE = re.compile(
    r"\b(?:sections?|ss?\.|h?adran(?:nau)?|a\.|recommendation|argymhelliad|no\.|rhif|para(?:graph|graff)?|page|t?udalen"
    r"|chapter|[bp]h?ennod|table|d?tabl) ?$"
)
"""Words before a number that names something (*section 55*) and counts nothing."""

_SENTENCES = re.compile(r"(?<=[.!?:;]) ")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something, said in a letter."""

    block: str
    """The id of the block that says it."""

    kind: str
    """What is counted: a key of `NOUNS`."""

    number: int
    words: str
    """As the letter has it: *y ddau argymhelliad* without its article."""


def counts(section: Node, language: Language, years: frozenset[int]) -> Iterator[Count]:
    """Yield what a section says of how many there are, quotations and headings aside.

    Args:
        section: A part of the letter.
        language: The letter's.
        years: The years of the reports; a sentence that has another one speaks of something else.
    """
    if isinstance(section, (Quotation, Heading)):
        return
    content = " ".join(text(inlines(section)).split())
    for sentence in _SENTENCES.split(content) if _has_noun(content) else ():
        if not _has_noun(sentence):
            continue
        if not _ELSEWHERE.search(sentence) and years.issuperset(map(int, _YEAR.findall(sentence))):
            yield from _in_sentence(sentence.replace("’", "'"), section.id, language)
    for node in children(section):
        yield from counts(node, language, years)


def _has_noun(text: str) -> bool:
    small = text.lower()
    return any(noun in small for noun in _NOUNS)


def _in_sentence(sentence: str, block: str, language: Language) -> Iterator[Count]:
    small = sentence.lower()
    places = [place for noun in _NOUNS if (place := small.find(noun)) >= 0]
    begin = max(0, min(places, default=0) - _WIDEST)
    for kind, pattern in _patterns(language).items():
        for match in pattern.finditer(small, begin):
            if _REFERENCE.search(small[: match.start()]):
                continue  # it numbers something: section 55
            yield Count(block, kind, _numbers(language)[match["number"]], sentence[slice(*match.span())])


@cache
def _patterns(language: Language) -> Mapping[str, re.Pattern[str]]:
    """Return for each kind what finds it in small letters with its number: *two national recommendations*.

    *Yr un argymhelliad* counts nothing: it is any, or none. A noun amid its numeral, *un argymhelliad ar
    ddeg*, is passed over. In English a word or two may stand between.
    """
    numbers = "|".join(sorted(map(re.escape, _numbers(language)), key=len, reverse=True))
    shape = Pair(
        rf"(?<![\w.,-])(?<![y']r (?=un\b))(?P<number>{numbers}) (?:o )?(?:%s)\b(?! ar (?:dd|by|hu))",
        rf"(?<![\w.,-])(?P<number>{numbers}) (?:(?!of\b|the\b)[a-z-]+ ){{0,2}}(?:%s)\b",
    ).in_(language)
    return {kind: re.compile(shape % "|".join(_forms(nouns, language))) for kind, nouns in NOUNS.items()}


@cache
def _numbers(language: Language) -> Mapping[str, int]:
    """Return the numbers of a language, in words and figures, mutated too."""
    figures = {str(number): number for number in range(1, MOST + 1)}
    return {**figures, **Pair(_welsh_numbers, _english_numbers).in_(language)()}


def _english_numbers() -> dict[str, int]:
    words = f"{english.NUMERALS} {_TEENS}".split()
    return {**{word: index for index, word in enumerate(words, 1)}, "both": 2}


def _welsh_numbers() -> dict[str, int]:
    noun = welsh.Noun(cy="argymhelliad", gender="m", plural="argymhellion")
    numbers = {"pump": 5, "chwech": 6}
    for number in range(1, 31):
        counted = str(welsh.count(number, noun, words=True))
        word = re.sub(r" (?:o )?argymhelli(?:ad|on)$", "", counted)
        numbers |= dict.fromkeys(_mutated(word), number)
    return {form.casefold(): number for word, number in numbers.items() for form in _mutated(word)}


def _mutated(word: str) -> list[str]:
    return [
        word,
        *(mutate(word, mutation) for mutation in (Mutation.SOFT, Mutation.NASAL, Mutation.ASPIRATE)),
    ]


def _forms(nouns: Pair[tuple[str, str]], language: Language) -> list[str]:
    """Return the singular and the plural, in Welsh mutated too."""
    singular, plural = nouns.in_(language)
    return Pair([*_mutated(singular), *_mutated(plural)], [plural, singular]).in_(language)
