"""Which language is it? A vote of small words, the Welsh lexicon, and the shapes of letters.

No library decides (they are wrong on short text, or very large): each word is Welsh, English or says
nothing. Words that both languages know say nothing, nor do names and figures.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from respondent.grammar.welsh.lexicon import corrections, lexicon
from respondent.grammar.welsh.radical import radicals
from respondent.language import Language, Pair
from respondent.linguistics import dates
from respondent.linguistics.words import Word, is_first, listed, words

# Letters and joins that native Welsh spelling does not have; endings of English.
_ENGLISH = re.compile(
    r"[kqvxz]|sh|ck|gh|tion|wh|ee|oo|ou|([bcgmpstz])\1|y[aeo]|ing$|ness$|ment$|[^aeiouwy]e$|ous$|[^aeiouwyf]ed$|ies$|ers?$"
    r"|[rt]ly$|ally$|nts$|cts?$|ays?$|ow$|ey$"
)
# Signs and joins that English does not have.
_WELSH = re.compile(
    r"[âêîôûŵŷáéíóúïöëäàèìòù]|dd(?!ress|it)|^(ll|rh(?!y)|ng|mh|nh|ngh|gw|cw|chw)|[^aeiou]w[^aeiou]|wyd$|odd$|[^aeo]ir$|iad$|au$"
    r"|aeth$|ydd$|w[rn]?$|og$|oedd$|wch$|ynt$|iaid$|eth$|ais$|af$|wyr$"
)
# Words with a capital letter that are no names.
_DAYS = {name: language for language, names in dates.DAY_NAMES.items() for name in names}
# Regular English endings: the lists have stems only.
_SUFFIXES = ("s", "es", "d", "ed", "ing", "ly", "'s", "er", "ment", "al")


@lru_cache(maxsize=65_536)
def tongue(word: str) -> Language | None:
    """Return the language that a word in small letters belongs to; none if it could be either.

    >>> [tongue(word) for word in ("adolygwyd", "reviewed", "plant", "swyddogion", "the")]
    [<Language.CY: 'cy'>, <Language.EN: 'en'>, None, <Language.CY: 'cy'>, <Language.EN: 'en'>]
    """
    if word in listed("both.txt"):
        return None
    in_welsh, in_english = word in listed("welsh.txt"), word in listed("english.txt")
    if in_welsh or in_english:
        return None if in_welsh and in_english else Language.CY if in_welsh else Language.EN
    is_english = _is_inflected(word)
    if len(word) > 2 and is_welsh_word(word):
        return None if is_english else Language.CY
    if is_english:
        return Language.EN
    shapes = Pair(_WELSH.search(word), _ENGLISH.search(word))
    if bool(shapes.cy) == bool(shapes.en):
        return None
    return Language.CY if shapes.cy else Language.EN


def belongs(word: str, language: Language) -> bool:
    """Return whether a word in small letters is certainly of a language."""
    return tongue(word) == language


@lru_cache(maxsize=65_536)
def is_welsh_word(word: str) -> bool:
    """Return whether a word in small letters is a form of one that the lexicon has, names left out."""
    known = lexicon()
    return any(
        known.get(radical.word, "n") != "n" or radical.word in corrections() for radical in radicals(word)
    )


def is_foreign(word: str) -> bool:
    """Return whether a word in small letters has letters or joins that Welsh spelling does not have.

    >>> is_foreign("prosser"), is_foreign("sirol")
    (True, False)
    """
    return _ENGLISH.search(word) is not None and _WELSH.search(word) is None


def _is_inflected(word: str) -> bool:
    """Return whether a word is an inflected form of a listed English one: *reports, improving, policies*."""
    known = listed("english.txt")
    for suffix in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if 2 < len(stem) < len(word) and not known.isdisjoint((stem, f"{stem}e", _single(stem))):
            return True
    return word.endswith(("ies", "ied")) and f"{word[:-3]}y" in known


def _single(stem: str) -> str:
    """Return a stem without the letter that an ending has doubled: *stopp-*."""
    return stem[:-1] if stem[-1] == stem[-2] else stem


def vote(text: str) -> Pair[int]:
    """Return how many words of a text are Welsh, and how many English; names do not count."""
    languages = [tongue(word.small) for word in words(text) if word.text[0].islower() or is_first(text, word)]
    return Pair.of(languages.count)


class Stretch(NamedTuple):
    """Words of one language inside a text of the other."""

    start: int
    end: int
    certain: int
    """How many of its words are certainly of that language."""


def stretches(
    all_words: Sequence[Word], text: str, language: Language, learnt: Collection[str] = ()
) -> Iterator[Stretch]:
    """Yield where a text is in `language`, though it should not be: three words or more, two certain.

    Args:
        all_words: The words of the text.
        text: The text.
        language: The language that should not be there.
        learnt: Words that belong to it too, though no list has them.
    """
    if sum(word.small in learnt or tongue(word.small) is language for word in all_words) < 2:
        return
    run: list[Word] = []
    certain = 0
    for word in (*all_words, None):
        word_language = _language_of(word, text, language, learnt) if word else language.other
        if word and word_language is language:
            run.append(word)
            certain += 1
        elif word and word_language is None:
            run.append(word)
        else:
            if certain > 1 and len(run) > 2:
                yield _stretch(run, text, language, learnt, certain)
            run, certain = [], 0


def _language_of(word: Word, text: str, language: Language, learnt: Collection[str]) -> Language | None:
    """Return what one word says inside a text."""
    if word.text[0].isupper() and not is_first(text, word):
        return _DAYS.get(word.text)  # else a name
    return language if word.small in learnt else tongue(word.small)


def _stretch(
    run: list[Word], text: str, language: Language, learnt: Collection[str], certain: int
) -> Stretch:
    """Return a run without the words at its ends that say nothing."""
    is_of_language = [_language_of(word, text, language, learnt) is language for word in run]
    first, last = is_of_language.index(True), len(is_of_language) - is_of_language[::-1].index(True)
    return Stretch(run[first].start, run[last - 1].end, certain)
