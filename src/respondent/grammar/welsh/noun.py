"""Noun in, phrase out: the two values of the grammar."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from respondent.grammar.value import Value
from respondent.grammar.welsh.mutation import Mutation

TYPE_CHECKING = False  # as `typing` has it, which is slow to import
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Gender: TypeAlias = "Literal['m', 'f', '']"
Number: TypeAlias = "Literal['singular', 'plural']"
Mutates: TypeAlias = "Literal['yes', 'no', 'soft-only', '']"
Sound: TypeAlias = "Literal['auto', 'vowel', 'consonant']"
Article: TypeAlias = "Literal['none', 'with', 'built-in']"


class Noun(Value):
    """A word or name that is merged, with what the joining rules ask about it.

    >>> Noun(cy="llu", gender="m", plural="lluoedd").number
    'singular'
    """

    cy: str
    """The unmutated text, without the article unless `article` says that it is built in."""

    gender: Gender
    """``m`` or ``f``; empty where nobody has decided: joins that ask for it are then uncertain."""

    number: Number
    """A plural never softens after the article."""

    plural: str
    """The plural, for *28 o ddiwrnodau*; empty where it is not known."""

    mutates: Mutates
    """``no`` for personal and foreign names, ``soft-only`` for words that take no other mutation; empty where
    it is not known."""

    initial_sound: Sound
    """The sound that the unmutated word begins with, where its letters do not tell: acronyms, loans."""

    article: Article
    """``with`` for a name that always takes it (*Bala*), ``built-in`` where `cy` has it (*y Bala*)."""

    forms: Mapping[Mutation, str]
    """Forms stored with the record: they stand before the rules."""

    def __init__(  # noqa: PLR0913 - each is a thing to know of a word, and is given by its name
        self,
        *,
        cy: str,
        gender: Gender = "",
        number: Number = "singular",
        plural: str = "",
        mutates: Mutates = "yes",
        initial_sound: Sound = "auto",
        article: Article = "none",
        forms: Mapping[Mutation, str] | None = None,
    ) -> None:
        fields = vars(self)
        fields["cy"] = cy
        fields["gender"] = gender
        fields["number"] = number
        fields["plural"] = plural
        fields["mutates"] = mutates
        fields["initial_sound"] = initial_sound
        fields["article"] = article
        fields["forms"] = forms or {}

    def __hash__(self) -> int:
        return hash(self.cy)  # asked at every join; `forms`, a mapping, has none

    def __str__(self) -> str:
        return self.cy


class InitialSound(Enum):
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


class Phrase(Value):
    """Words that have been joined, and how sure that is.

    ``str(phrase)`` is the joined text. A phrase can be given to the next call.
    """

    text: str
    """The joined text."""

    head: Noun
    """The noun at the head: its gender and number are the phrase's."""

    rule: str
    """The rule that joined it last: the trigger's key, ``article``, ``count`` …"""

    source: str
    """Where that rule is published."""

    doubt: str
    """Why the join is not decided; empty where it is."""

    opening: InitialSound
    """What it begins with."""

    def __init__(  # noqa: PLR0913 - the last four are of the join, and a plain phrase has none
        self,
        text: str,
        head: Noun,
        rule: str = "",
        source: str = "",
        doubt: str = "",
        opening: InitialSound = InitialSound.NOUN,
    ) -> None:
        fields = vars(self)
        fields["text"] = text
        fields["head"] = head
        fields["rule"] = rule
        fields["source"] = source
        fields["doubt"] = doubt
        fields["opening"] = opening

    @property
    def certain(self) -> bool:
        """Whether the join is decided: everything that is not known leaves the text the same."""
        return not self.doubt

    def __str__(self) -> str:
        return self.text


Joinable: TypeAlias = Noun | Phrase | str
