"""The two languages of a letter, and the pair of values that every text is.

A language is a value, never a branch: only `Pair.in_` asks which language it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Language(StrEnum):
    """A language of a letter: its ISO 639-1 code."""

    CY = "cy"
    EN = "en"

    @property
    def tag(self) -> str:
        """The BCP 47 tag that Word, HTML and translators' files carry: ``cy-GB``.

        >>> Language.CY.tag
        'cy-GB'
        """
        return f"{self.value}-GB"

    @property
    def other(self) -> Language:
        """The other language of the pair.

        >>> Language.CY.other
        <Language.EN: 'en'>
        """
        return _OTHER.in_(self)


@dataclass(frozen=True, slots=True)
class Pair(Generic[T]):
    """One value in Welsh and the same in English, always in that order."""

    cy: T
    """The Welsh one."""

    en: T
    """The English one."""

    def in_(self, language: Language) -> T:
        """Return the value in `language`."""
        return self.cy if language == Language.CY else self.en

    def map(self, function: Callable[[T], U]) -> Pair[U]:
        """Return the pair of what `function` makes of each value.

        >>> Pair("Heddlu Gwent", "Gwent Police").map(len)
        Pair(cy=12, en=12)
        """
        return Pair(function(self.cy), function(self.en))

    def items(self) -> Iterator[tuple[Language, T]]:
        """Yield each language with its value, Welsh first."""
        yield Language.CY, self.cy
        yield Language.EN, self.en

    def values(self) -> tuple[T, T]:
        """Return both values, the Welsh one first."""
        return self.cy, self.en

    @classmethod
    def of(cls, function: Callable[[Language], T]) -> Pair[T]:
        """Return the pair of what `function` makes of each language."""
        return cls(function(Language.CY), function(Language.EN))


NAMES = Pair("Welsh", "English")
"""What messages call the languages."""

_OTHER = Pair(Language.EN, Language.CY)
