"""The functions that letters need in both languages. Each language is a module that has them all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from decimal import Decimal

DateStyle: TypeAlias = Literal["plain", "ordinal"]
"""How a date is written: 14 May 2019 or 14th May 2019."""

N = TypeVar("N", contravariant=True)


class Joined(Protocol):
    """Joined words. ``str()`` gives their text."""

    @property
    def text(self) -> str:
        """The joined text."""

    @property
    def certain(self) -> bool:
        """Whether the join is certain."""

    @property
    def doubt(self) -> str:
        """Why it is uncertain; empty if it is certain."""


class Grammar(Protocol[N]):
    """The joining rules of one language. A noun is a record of that language, a phrase, or a plain string.

    >>> from respondent.grammar import english, welsh
    >>> from respondent.language import Pair
    >>> grammars: Pair[Grammar[str]] = Pair(cy=welsh, en=english)
    >>> grammars.map(lambda grammar: grammar.join(["Gwent", "Powys"]).text)
    Pair(cy='Gwent a Phowys', en='Gwent and Powys')
    """

    def article(self, noun: N) -> Joined:
        """Return the noun with its article."""

    def join(self, nouns: Iterable[N]) -> Joined:
        """Return a list with *and* before the last."""

    def count(self, n: int, noun: N, words: bool = False) -> Joined:
        """Return the counted noun, in figures or in words."""

    def ordinal(self, n: int, noun: N, words: bool = False) -> Joined:
        """Return the noun with its ordinal, in figures or in words."""

    def date_text(self, day: date, style: DateStyle = "plain") -> str:
        """Return a date for use in a sentence."""

    def between(self, first: date, second: date) -> Joined:
        """Return the period between two dates."""

    def from_to(self, first: date, second: date) -> Joined:
        """Return the period from one date to another."""

    def money(self, amount: int | Decimal) -> str:
        """Return an amount of money."""

    def per_cent(self, figure: int | Decimal) -> str:
        """Return a share in running text."""
