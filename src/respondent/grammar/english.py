"""Join English words: *a* or *an*, plurals, lists, ordinals, references to items, dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias, assert_never

from respondent.errors import Problem, UsageError
from respondent.grammar import cldr
from respondent.grammar.amounts import plain, pounds
from respondent.grammar.runs import shortened

if TYPE_CHECKING:
    from decimal import Decimal

    from respondent.grammar.protocol import DateStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishNoun:
    """A word or name to join, with the facts that the joining rules need."""

    en: str
    """The singular, without an article."""

    plural: str = ""
    """The plural. If it is empty, counts other than one are uncertain."""

    article: Literal["auto", "a", "an", "the", "none"] = "auto"
    """``a`` or ``an`` for a word whose spelling is misleading (*an hour*), ``the`` or ``none`` for a name."""

    def __str__(self) -> str:
        return self.en


@dataclass(frozen=True, slots=True)
class EnglishPhrase:
    """Joined words, and whether the join is certain. ``str(phrase)`` is the text."""

    text: str
    """The joined text."""

    doubt: str = ""
    """Why the join is uncertain; empty if it is certain."""

    @property
    def certain(self) -> bool:
        """Whether the join is certain."""
        return not self.doubt

    def __str__(self) -> str:
        return self.text


Joinable: TypeAlias = EnglishNoun | EnglishPhrase | str

NUMERALS = "one two three four five six seven eight nine ten"
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"

SUFFIXES = {"one": "st", "two": "nd", "few": "rd", "other": "th"}
"""The endings of short ordinals, by the CLDR category: 1st, 2nd, 3rd, 4th."""

# Words whose first letter and first sound differ (Oxford English Dictionary, pronunciations).
AN_BEFORE = ("hour", "honest", "honour", "honor", "heir")
A_BEFORE = (
    *("unan", "unic", "unif", "unilat", "union", "uniq", "unis", "unit", "univ"),
    *("usa", "use", "usu", "uten", "uter", "util", "uto", "ubiq", "ura", "uri"),
    *("eu", "ewe", "one-"),
)

AN_BEFORE_LETTER, A_BEFORE_LETTER = "aefilmnorsx", "bcdgjkpqtuvwyz"
"""Letters by the sound of their names, for *an x-ray* and *a U-turn*. The name of *h* has two."""

_EITHER = re.compile(r"u[bcdfgklmrtvz][aeiou]")
"""Beginnings that may sound as in *urine* or as in *ugly*."""


def article(noun: Joinable) -> EnglishPhrase:
    """Return the noun with *a* or *an*, or with the article in its record.

    >>> [str(article(word)) for word in ("report", "area", "hour", "university", "11-year-old")]
    ['a report', 'an area', 'an hour', 'a university', 'an 11-year-old']
    >>> article("HMICFRS report").doubt
    'it is not known whether "HMICFRS report" is said with a vowel first'
    """
    text, own = str(noun), noun.article if isinstance(noun, EnglishNoun) else "auto"
    if own == "none" or not text.strip():
        return EnglishPhrase(text, "" if text.strip() else "there is no word to join")
    if own != "auto":
        return EnglishPhrase(f"{own} {text}")
    vowel = _opens_with_vowel(text)
    doubt = f'it is not known whether "{text}" is said with a vowel first' if vowel is None else ""
    return EnglishPhrase(f"{'an' if vowel else 'a'} {text}", doubt)


def join(nouns: Iterable[Joinable]) -> EnglishPhrase:
    """Return a list with commas, and *and* before the last item.

    Raises:
        UsageError: if the list is empty.

    >>> str(join(["Gwent", "Powys", "Cardiff"]))
    'Gwent, Powys and Cardiff'
    """
    items = list(nouns)
    if not items:
        raise UsageError(Problem("", "an empty list cannot be joined", "give at least one noun"))
    texts = [str(item) for item in items]
    doubt = next((item.doubt for item in items if isinstance(item, EnglishPhrase) and item.doubt), "")
    text = f"{', '.join(texts[:-1])} and {texts[-1]}" if len(texts) > 1 else texts[0]
    return EnglishPhrase(text, doubt)


def count(n: int, noun: Joinable, words: bool = False) -> EnglishPhrase:
    """Return a number with a noun, in words up to ten if `words`.

    >>> str(count(2, EnglishNoun(en="recommendation", plural="recommendations"), words=True))
    'two recommendations'
    >>> str(count(1, "inquiry")), count(2, "inquiry").certain
    ('1 inquiry', False)
    """
    if cldr.plural_category(n, "en_GB") == "one":
        return EnglishPhrase(f"{number(n, words=words)} {noun}")
    items = several(noun)
    return EnglishPhrase(f"{number(n, words=words)} {items}", items.doubt)


def number(n: int, *, words: bool) -> str:
    """Return a whole number, in words up to ten if `words`."""
    return NUMERALS.split()[n - 1] if words and 1 <= n <= 10 else cldr.figures(n, "en_GB")


def several(noun: Joinable) -> EnglishPhrase:
    """Return the plural, or the singular and a doubt if it is unknown."""
    if isinstance(noun, EnglishNoun) and noun.plural:
        return EnglishPhrase(noun.plural)
    return EnglishPhrase(str(noun), f'the plural of "{noun}" is not known')


def ordinal(n: int, noun: Joinable, words: bool = False) -> EnglishPhrase:
    """Return the noun after an ordinal, in words up to tenth if `words`.

    >>> str(ordinal(2, "recommendation", words=True)), str(ordinal(11, "report")), str(ordinal(22, "report"))
    ('second recommendation', '11th report', '22nd report')
    """
    return EnglishPhrase(f"{ordinal_word(n) if words else short(n)} {noun}")


def ordinal_word(n: int) -> str:
    """Return the ordinal, in words up to tenth."""
    return ORDINALS.split()[n - 1] if 1 <= n <= 10 else short(n)


def numbered(noun: Joinable, numbers: Sequence[str]) -> EnglishPhrase:
    """Return the noun with the numbers of its items, in the order given.

    Raises:
        UsageError: if there are no numbers.

    >>> area = EnglishNoun(en="area for improvement", plural="areas for improvement")
    >>> str(numbered(area, ["2"])), str(numbered(area, ["2", "3", "7"]))
    ('area for improvement 2', 'areas for improvement 2, 3 and 7')
    """
    item = EnglishPhrase(str(noun)) if len(numbers) == 1 else several(noun)
    return EnglishPhrase(f"{item} {number_list(numbers)}", item.doubt)


def number_list(numbers: Sequence[str]) -> EnglishPhrase:
    """Return the numbers alone, with each run of three or more shortened.

    Raises:
        UsageError: if there are no numbers.

    >>> str(number_list(["2", "5", "6", "7", "8", "11"])), str(number_list(["7", "8"]))
    ('2, 5 to 8 and 11', '7 and 8')
    """
    return join(shortened(numbers, "to"))


def by_position(noun: Joinable, positions: Sequence[int], total: int) -> EnglishPhrase:
    """Return unnumbered items by their positions among `total`, with the article.

    Raises:
        UsageError: if there are no positions.

    >>> area = EnglishNoun(en="area for improvement", plural="areas for improvement")
    >>> [str(by_position(area, positions, 3)) for positions in ([1], [1, 2, 3], [1, 2])]
    ['the first area for improvement', 'the areas for improvement', 'the first two areas for improvement']
    >>> str(by_position(area, [1], 1)), str(by_position(area, [3, 1], 3))
    ('the area for improvement', 'the first and third areas for improvement')
    """
    chosen = sorted(set(positions))
    size = len(chosen)
    item = EnglishPhrase(str(noun)) if size == 1 else several(noun)
    if size == total:
        return EnglishPhrase(f"{'both' if total == 2 else 'the'} {item}", item.doubt)
    if size > 1 and chosen[-1] == size:
        return EnglishPhrase(f"the first {numeral(size)} {item}", item.doubt)
    return EnglishPhrase(f"the {join(map(ordinal_word, chosen))} {item}", item.doubt)


def the_other(noun: Joinable) -> EnglishPhrase:
    """Return the one item that has no number beside others that have.

    >>> str(the_other("recommendation"))
    'the other recommendation'
    """
    return EnglishPhrase(f"the other {noun}")


def counted(n: int, noun: Joinable) -> EnglishPhrase:
    """Return a number of items, in words up to ten.

    >>> str(counted(2, EnglishNoun(en="area for improvement", plural="areas for improvement")))
    'two areas for improvement'
    """
    return count(n, noun, words=True)


def numeral(n: int) -> EnglishPhrase:
    """Return a number without its noun, in words up to ten.

    >>> str(numeral(5)), str(numeral(11))
    ('five', '11')
    """
    return EnglishPhrase(number(n, words=True))


def capitalized(noun: Joinable) -> EnglishPhrase:
    """Return the words with a large first letter, for the head of a heading.

    >>> str(capitalized("recommendation 2"))
    'Recommendation 2'
    """
    text = str(noun)
    doubt = noun.doubt if isinstance(noun, EnglishPhrase) else ""
    return EnglishPhrase(text[:1].upper() + text[1:], doubt)


def short(n: int) -> str:
    """Return the short ordinal.

    >>> short(1), short(12), short(23), short(111)
    ('1st', '12th', '23rd', '111th')
    """
    return f"{n}{SUFFIXES[cldr.ordinal_category(n, 'en_GB')]}"


def date_text(day: date, style: DateStyle = "plain") -> str:
    """Return a date.

    >>> date_text(date(2019, 5, 14)), date_text(date(2019, 5, 14), "ordinal")
    ('14 May 2019', '14th May 2019')
    """
    match style:
        case "plain":
            number = str(day.day)
        case "ordinal":
            number = short(day.day)
        case _:
            assert_never(style)
    return f"{number} {month(day.month)} {day.year}"


def weekday(day: date) -> str:
    """Return the day of the week with its date.

    >>> weekday(date(2019, 6, 4))
    'Tuesday 4 June 2019'
    """
    return f"{cldr.weekdays('en_GB')[day.weekday()]} {date_text(day)}"


def month(n: int) -> str:
    """Return the name of a month, 1 to 12."""
    return cldr.months("en_GB")[n - 1]


def between(first: date, second: date) -> EnglishPhrase:
    """Return a period, without the first year if both are the same.

    >>> str(between(date(2019, 1, 1), date(2019, 4, 23)))
    'between 1 January and 23 April 2019'
    """
    return EnglishPhrase(f"between {_start(first, second)} and {date_text(second)}")


def from_to(first: date, second: date) -> EnglishPhrase:
    """Return a period with *from* and *to*.

    >>> str(from_to(date(2018, 12, 1), date(2019, 4, 23)))
    'from 1 December 2018 to 23 April 2019'
    """
    return EnglishPhrase(f"from {_start(first, second)} to {date_text(second)}")


def money(amount: int | Decimal) -> str:
    """Return an amount of money in figures, with *million* for whole tenths of millions.

    >>> money(1250), money(5_000_000)
    ('£1,250', '£5 million')
    """
    return pounds(amount, "en_GB")


def per_cent(figure: int | Decimal) -> str:
    """Return a share in running text.

    >>> per_cent(12)
    '12 per cent'
    """
    return f"{plain(figure)} per cent"


def _start(first: date, second: date) -> str:
    """Return the first date of a period, with its year only if that differs from the second."""
    text = date_text(first)
    return text if first.year != second.year else text.rpartition(" ")[0]


def _opens_with_vowel(text: str) -> bool | None:
    """Return whether `text` begins with a vowel sound, or None for initials, which may be spelt out."""
    if text[0].isdigit():
        return _figure_opens_with_vowel(text)
    first = text.split(maxsplit=1)[0].lower()
    if first[1:2] == "-":
        return _letter_opens_with_vowel(first[0])
    if text[:2].isupper():
        return None
    if first.startswith(AN_BEFORE):
        return True
    if first.startswith(A_BEFORE) or first in ("one", "once"):
        return False
    return None if _EITHER.match(first) else first[:1] in "aeiou"


def _letter_opens_with_vowel(letter: str) -> bool | None:
    """Return whether the name of a letter begins with a vowel sound, or None if it has two names."""
    return letter in AN_BEFORE_LETTER if letter in AN_BEFORE_LETTER + A_BEFORE_LETTER else None


def _figure_opens_with_vowel(text: str) -> bool:
    """Return whether a figure begins with a vowel sound: *eight, eleven, eighteen, eighty …*."""
    figure = text.split(maxsplit=1)[0].partition(".")[0].partition("-")[0]
    digits = "".join(character for character in figure if character.isdigit())
    leading = digits[: len(digits) % 3 or 3]
    return leading.startswith("8") or leading in ("11", "18")
