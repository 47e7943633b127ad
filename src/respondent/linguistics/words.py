"""The words of a text, each with its place: what the checks of a pair count, compare and vote upon."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

# A hyphen or an apostrophe ends a word, so that *i'w* and *ex-officer* are compared part by part.
_WORD = re.compile(r"[^\W\d_]+")
# What may stand between the end of a sentence and the first word of the next one, and what ends a sentence.
_OPENS = " \t\u00a0\"'“”‘’([–-"
_ENDS = ".!?:;•|\n"
_ADDRESS = re.compile(r"@|www\.|://|\.(?:uk|wales|cymru|org|com|net)\b")
_DOMAIN = re.compile(r"\.(?:uk|wales|cymru|org|com|net)\b")
_STRETCH = re.compile(r"\S+")


class Word(NamedTuple):
    """A word: letters alone, parted by anything else, a hyphen or an apostrophe too."""

    text: str
    """As it is printed."""

    small: str
    """In small letters."""

    start: int
    """The index of its first letter in the text."""

    end: int
    """The index after its last letter."""


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order.

    >>> [word.small for word in words("Mae'r Prif Gwnstabl")]
    ['mae', 'r', 'prif', 'gwnstabl']
    """
    new = tuple.__new__  # all words of a letter are made here: the class's own way takes twice as long
    return tuple(
        [
            new(Word, ((word := match.group()), word.lower(), match.start(), match.end()))
            for match in _WORD.finditer(text)
        ]
    )


def is_first(text: str, word: Word) -> bool:
    """Return whether a word begins a sentence, so that its capital says nothing of it.

    >>> text = "Gwent. Nid yw"
    >>> [is_first(text, word) for word in words(text)]
    [True, True, False]
    """
    index = word.start - 1
    while index >= 0 and text[index] in _OPENS:
        index -= 1
    return index < 0 or text[index] in _ENDS


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """Return a word in small letters without accents, as names are compared.

    >>> folded("Cwmbrân")
    'cwmbran'
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of one of the lists in `data`; a line that begins with # says what it is."""
    lines = (Path(__file__).parent / "data" / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def without_addresses(text: str) -> str:
    """Return a text with its web and e-mail addresses blanked: their figures are not the letter's."""
    if not ("@" in text or "www." in text or "://" in text or _DOMAIN.search(text)):
        return text
    return _STRETCH.sub(
        lambda stretch: " " * len(stretch[0]) if _ADDRESS.search(stretch[0]) else stretch[0], text
    )
