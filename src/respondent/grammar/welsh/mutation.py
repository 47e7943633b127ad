"""Mutate the initial of a word."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from functools import lru_cache


class Mutation(StrEnum):
    """A change of the first letter of a word."""

    SOFT = "soft"
    NASAL = "nasal"
    ASPIRATE = "aspirate"
    H = "h"


VOWELS = frozenset("aeiouwyàáâäèéêëìíîïòóôöùúûüẁẃŵẅỳýŷÿ")

# Letters written with two signs: ch, ph, th and dd do not begin with c, p, t or d. Words in ts never change.
DIGRAPHS = frozenset(("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th", "ts"))

SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f", "ll": "l", "rh": "r"}
NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}

FORMS: dict[Mutation, dict[str, str]] = {
    Mutation.SOFT: SOFT,
    Mutation.NASAL: NASAL,
    Mutation.ASPIRATE: ASPIRATE,
    Mutation.H: {vowel: f"h{vowel}" for vowel in VOWELS},
}

# Yr Arddulliadur: "cwyn, y gŵyn, a chŵyn"; the plural has no circumflex.
EXCEPTIONS: dict[tuple[str, Mutation], str] = {
    ("cwyn", Mutation.SOFT): "gŵyn",
    ("cwyn", Mutation.ASPIRATE): "chŵyn",
}

_AFTER_LOST_G = VOWELS | frozenset("lrn")  # gardd → ardd, gwlad → wlad, glan → lan


def mutate(word: str, mutation: Mutation) -> str:
    """Return `word` with its first letter mutated, keeping its case.

    Only the first word of a phrase changes. A word that has no such mutation is returned as it is, in NFC.

    >>> mutate("Powys", Mutation.SOFT)
    'Bowys'
    >>> mutate("Gwent", Mutation.NASAL)
    'Ngwent'
    >>> mutate("Gwynedd", Mutation.SOFT)
    'Wynedd'
    >>> mutate("CASNEWYDD", Mutation.NASAL)
    'NGHASNEWYDD'
    >>> mutate("Abertawe", Mutation.SOFT)  # a vowel does not soften
    'Abertawe'
    >>> mutate("cwyn", Mutation.SOFT)
    'gŵyn'
    """
    return _form(nfc(word), mutation)


@lru_cache(maxsize=4096)  # letters mutate the same words many times
def _form(word: str, mutation: Mutation) -> str:
    """Return `word`, which is in NFC, with its first letter mutated."""
    letter = initial(word)
    new = FORMS[mutation].get(letter)
    if new is None or (new == "" and initial(word[1:]) not in _AFTER_LOST_G):
        return word
    if word[1:4].lower() == "wyn" and (form := _exception(word, mutation)):
        return form
    return cased(word, new, word[len(letter) :])


def initial(word: str) -> str:
    """Return the first letter of `word` in lower case, with both signs of letters such as *ch*.

    >>> initial("Llanelli"), initial("Chwaer"), initial("Caer")
    ('ll', 'ch', 'c')
    """
    pair = word[:2].lower()
    return pair if pair in DIGRAPHS else pair[:1]


def nfc(word: str) -> str:
    """Return `word` with each accented letter as one sign."""
    return word if word.isascii() else unicodedata.normalize("NFC", word)


def is_capitals(word: str) -> bool:
    """Return whether the first word of `word` is two or more letters, all of them capitals.

    >>> is_capitals("CASNEWYDD"), is_capitals("Casnewydd"), is_capitals("A")
    (True, False, False)
    """
    if not word[1:2].isupper():
        return False
    return word.split(maxsplit=1)[0].isupper()


def _exception(word: str, mutation: Mutation) -> str:
    """Return the irregular form of a word, or nothing."""
    first, space, rest = word.partition(" ")
    form = EXCEPTIONS.get((first.lower(), mutation))
    return cased(word, form, space + rest) if form else ""


def cased(word: str, new: str, rest: str) -> str:
    """Join a new beginning to the rest, with the capitals of `word`."""
    joined = new + rest
    if not word[:1].isupper():
        return joined
    return new.upper() + rest if is_capitals(word) else joined[:1].upper() + joined[1:]
