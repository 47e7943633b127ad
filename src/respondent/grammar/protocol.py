"""The functions that letters need in both languages. Each language is a module that has them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

    def numbered(self, noun: N, numbers: Sequence[str]) -> Joined:
        """Return the noun with the numbers of its items, as the report prints them."""

    def number_list(self, numbers: Sequence[str]) -> Joined:
        """Return the numbers alone, with each run of three or more shortened."""

    def by_position(self, noun: N, positions: Sequence[int], total: int) -> Joined:
        """Return unnumbered items by their positions among `total`, with the article."""

    def the_other(self, noun: N) -> Joined:
        """Return the one item that has no number beside others that have."""

    def counted(self, n: int, noun: N) -> Joined:
        """Return a number of items, in words up to ten."""

    def numeral(self, n: int) -> Joined:
        """Return a number without its noun, in words up to ten."""

    def capitalized(self, noun: N) -> Joined:
        """Return the words with a large first letter, for the head of a heading."""

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
