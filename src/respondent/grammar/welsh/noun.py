"""Noun in, phrase out: the two values of the grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Literal, TypeAlias

from respondent.grammar.welsh.mutation import Mutation

Gender: TypeAlias = Literal["m", "f", ""]
Number: TypeAlias = Literal["singular", "plural"]
Mutates: TypeAlias = Literal["yes", "no", "soft-only", ""]
Sound: TypeAlias = Literal["auto", "vowel", "consonant"]
Article: TypeAlias = Literal["none", "with", "built-in"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A word or name that is merged, with what the joining rules ask about it.

    >>> Noun(cy="llu", gender="m", plural="lluoedd").number
    'singular'
    """

    cy: str
    """The unmutated text, without the article unless `article` says that it is built in."""

    gender: Gender = ""
    """``m`` or ``f``; empty where nobody has decided: joins that ask for it are then uncertain."""

    number: Number = "singular"
    """A plural never softens after the article."""

    plural: str = ""
    """The plural, for *28 o ddiwrnodau*; empty where it is not known."""

    mutates: Mutates = "yes"
    """``no`` for personal and foreign names, ``soft-only`` for words that take no other mutation; empty where
    it is not known."""

    initial_sound: Sound = "auto"
    """The sound that the unmutated word begins with, where its letters do not tell: acronyms, loans."""

    article: Article = "none"
    """``with`` for a name that always takes it (*Bala*), ``built-in`` where `cy` has it (*y Bala*)."""

    forms: Mapping[Mutation, str] = field(default_factory=dict, hash=False)
    """Forms stored with the record: they stand before the rules."""

    def __str__(self) -> str:
        return self.cy


class Opening(Enum):
    """What a phrase begins with, which decides how the next small word joins it."""

    NOUN = auto()
    """The head noun, or a name."""

    ADJECTIVE = auto()
    """A word that stands before the noun and mutates for it: *prif, dirprwy, pob*."""

    ARTICLE = auto()
    """*y* or *yr*, which becomes *'r* after a vowel."""

    POSSESSIVE = auto()
    """*fy, dy, ei, ein, eich, eu*, some of which join small words: *o'i, a'n*."""

    SMALL_WORD = auto()
    """A preposition or another small word, which only *a* changes (*a chan*)."""

    NUMERAL = auto()
    """A numeral or an ordinal in words, which mutates but not after the article."""

    SOFT_NUMERAL = auto()
    """*dau, dwy* or a feminine ordinal, which softens after the article too."""

    FIGURE = auto()
    """A figure, which never changes."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that have been joined, and how sure that is.

    ``str(phrase)`` is the joined text. A phrase can be given to the next call.
    """

    text: str
    """The joined text."""

    head: Noun
    """The noun at the head: its gender and number are the phrase's."""

    rule: str = ""
    """The rule that joined it last: the trigger's key, ``article``, ``count`` …"""

    source: str = ""
    """Where that rule is published."""

    doubt: str = ""
    """Why the join is not decided; empty where it is."""

    opening: Opening = Opening.NOUN
    """What it begins with."""

    @property
    def certain(self) -> bool:
        """Whether the join is decided: everything that is not known leaves the text the same."""
        return not self.doubt

    def __str__(self) -> str:
        return self.text


Joinable: TypeAlias = Noun | Phrase | str
