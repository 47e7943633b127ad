"""The two values of the grammar: nouns to join, and joined phrases."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from respondent.grammar.value import Value
from respondent.grammar.welsh.mutation import Mutation

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    from typing import Literal, TypeAlias

Gender: TypeAlias = "Literal['m', 'f', '']"
Number: TypeAlias = "Literal['singular', 'plural']"
Mutates: TypeAlias = "Literal['yes', 'no', 'soft-only', '']"
Sound: TypeAlias = "Literal['auto', 'vowel', 'consonant']"
Article: TypeAlias = "Literal['none', 'with', 'built-in']"


class Noun(Value):
    """A word or name to join, with the facts that the joining rules need.

    >>> Noun(cy="llu", gender="m", plural="lluoedd").number
    'singular'
    """

    cy: str
    """The unmutated text, without the article unless it is built in (see `article`)."""

    gender: Gender
    """``m`` or ``f``. If it is empty, joins that depend on it are uncertain."""

    number: Number
    """A plural never softens after the article."""

    plural: str
    """The plural, for *28 o ddiwrnodau*; empty if unknown."""

    mutates: Mutates
    """``no`` for personal and foreign names, ``soft-only`` for words that take no other mutation; empty where
    it is not known."""

    initial_sound: Sound
    """The first sound of the unmutated word, for misleading spellings: acronyms, loans."""

    article: Article
    """``with`` for a name that always takes it (*Bala*), ``built-in`` if `cy` includes it (*y Bala*)."""

    forms: Mapping[Mutation, str]
    """Forms that override the rules."""

    def __init__(  # noqa: PLR0913 - the fields of a record, given by name
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
        return hash(self.cy)  # needed at every join; `forms`, a mapping, has no hash

    def __str__(self) -> str:
        return self.cy


class InitialSound(Enum):
    """The kind of beginning of a phrase, which decides how another small word joins it."""

    NOUN = auto()
    """The head noun, or a name."""

    ADJECTIVE = auto()
    """A word before the noun that mutates in its place: *prif, dirprwy, pob*."""

    ARTICLE = auto()
    """*y* or *yr*, which becomes *'r* after a vowel."""

    POSSESSIVE = auto()
    """*fy, dy, ei, ein, eich, eu*, some of which join small words: *o'i, a'n*."""

    SMALL_WORD = auto()
    """A preposition or another small word, which only *a* changes (*a chan*)."""

    NUMERAL = auto()
    """A numeral or ordinal in words, which mutates, except after the article."""

    SOFT_NUMERAL = auto()
    """*dau, dwy* or a feminine ordinal, which softens after the article too."""

    FIGURE = auto()
    """A figure, which never changes."""


class Phrase(Value):
    """Joined words, and whether the join is certain.

    ``str(phrase)`` is the joined text. A phrase can be given to the next call.
    """

    text: str
    """The joined text."""

    head: Noun
    """The head noun, which gives the phrase its gender and number."""

    rule: str
    """The rule of the last join: the key of a trigger, ``article``, ``count`` …"""

    source: str
    """The published source of that rule."""

    doubt: str
    """Why the join is uncertain; empty if it is certain."""

    opening: InitialSound
    """The kind of its beginning."""

    def __init__(  # noqa: PLR0913 - only joined phrases have the last four
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
        """Whether the join is certain: no unknown fact could change the text."""
        return not self.doubt

    def __str__(self) -> str:
        return self.text


Joinable: TypeAlias = Noun | Phrase | str
