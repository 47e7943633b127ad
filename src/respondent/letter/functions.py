"""The functions that templates can call: the grammar of their language, and words in the other language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial, wraps
from typing import TypeAlias, cast

from respondent.document.tree import Run, Words
from respondent.grammar import english, welsh
from respondent.grammar.welsh.lexicon import completed
from respondent.grammar.welsh.lexicon import noun as looked_up
from respondent.grammar.welsh.noun import Gender
from respondent.grammar.welsh.phrases import phrase as with_own_article
from respondent.grammar.welsh.terms import NONE, Terms
from respondent.language import Language, Pair

Function: TypeAlias = Callable[..., object]


def functions(language: Language, terms: Terms = NONE) -> Mapping[str, Function]:
    """Return the functions of the templates of `language`, by the names that they have there.

    Each Welsh trigger of mutation is a function of the same name: ``{{ yn(office.area) }}``. The gender and
    form of a word come from the office's record of it, else from its `terms`, else from the lexicon.
    """
    general: Mapping[str, Function] = {"cy": _in(Language.CY), "en": _in(Language.EN)}
    return {**general, **Pair(_welsh(terms), _ENGLISH).in_(language)}


def _welsh(terms: Terms) -> Mapping[str, Function]:
    """Return the functions of Welsh templates, which look words up in `terms` first."""

    def look_up(value: object) -> object:
        match value:
            case str():
                return looked_up(value, terms)
            case welsh.Noun():
                return completed(value, terms)
            case Iterable():
                return [look_up(item) for item in value]
        return value

    def with_lookup(function: Function) -> Function:
        @wraps(function)
        def wrapper(*values: object, **named: object) -> object:
            return function(*map(look_up, values), **{name: look_up(value) for name, value in named.items()})

        return wrapper

    joining = {name: with_lookup(function) for name, function in _JOINING.items()}
    return {
        **joining,
        "clymu": lambda word, noun: _tied(word, cast(welsh.Joinable, look_up(noun))),
        "enw": _welsh_noun,
        "rhifol": welsh.numeral,
    }


def _in(language: Language) -> Function:
    """Return a function that marks words as of a language, for those of the other language in a letter."""
    return lambda text: Words((Run(text, language),))


def _joining(function: Callable[..., welsh.Phrase]) -> Function:
    """Return a grammar function that takes words of another language too: joined, never mutated."""

    @wraps(function)
    def joined(noun: object, *others: object) -> object:
        if not isinstance(noun, Words):
            return function(noun, *others)
        text = str(noun)
        before = str(function(welsh.Noun(cy=text, mutates="no"), *others)).removesuffix(text)
        return Words((Run(before, Language.CY), *noun.inlines))

    return joined


def _tied(word: str, noun: welsh.Joinable) -> welsh.Phrase:
    """Return a phrase behind a word that changes nothing but the article: *sylwadau'r Prif Gwnstabl*.

    After a vowel, w and y among them, the article is *'r*, whatever follows it (Yr Arddulliadur, *y/yr*). A
    name has the article that its record gives it.

    >>> str(_tied("Sylwadau", welsh.Noun(cy="Prif Gwnstabl", gender="m", article="with")))
    "Sylwadau'r Prif Gwnstabl"
    >>> str(_tied("Adroddiad", welsh.Noun(cy="Prif Gwnstabl", gender="m", article="with")))
    'Adroddiad y Prif Gwnstabl'
    >>> str(_tied("Sylwadau", welsh.Noun(cy="Pennaeth yr Heddlu", gender="m")))
    'Sylwadau Pennaeth yr Heddlu'
    """
    joined = with_own_article(noun)
    article, _, rest = joined.text.partition(" ")
    is_contracted = article in ("y", "yr") and word[-1:].lower() in "aeiouwyâêîôûŵŷ"
    text = f"{word}'r {rest}" if is_contracted else f"{word} {joined.text}"
    return welsh.Phrase(text, joined.head, joined.rule, joined.source, joined.doubt)


def _welsh_noun(cy: str, gender: Gender, plural: str = "") -> welsh.Noun:
    return welsh.Noun(cy=cy, gender=gender, plural=plural)


def _english_noun(en: str, plural: str) -> english.EnglishNoun:
    return english.EnglishNoun(en=en, plural=plural)


def _name(key: str) -> str:
    """Return the name of a trigger as a function: its key, which templates cannot write with a point."""
    return key.replace(".", "_").replace("-", "_").replace(" ", "_")


_JOINING: dict[str, Function] = {
    **{_name(key): _joining(partial(welsh.after, key)) for key in welsh.TRIGGERS},
    "y": _joining(welsh.article),
    "rhif": welsh.count,
    "rhestr": welsh.join,
    "nifer": welsh.counted,
    "pen": welsh.capitalized,
}
"""The Welsh functions that take only nouns."""

_ENGLISH: dict[str, Function] = {
    "count": english.count,
    "listed": english.join,
    "noun": _english_noun,
    "number_of": english.counted,
    "numeral": english.numeral,
    "capital": english.capitalized,
}
