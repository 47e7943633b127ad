"""What a text counts and dates: figures, money, shares, dates, times, ordinals, numbers in words.

The same quantity has the same value in both languages, whichever way it is written: *£1.2m*, *£1.2 miliwn*;
*14th May 2019*, *14eg o Fai 2019*; *three years*, *tair blynedd*, *3 blynedd*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from respondent.language import Language, Pair
from respondent.linguistics import dates
from respondent.linguistics.numbers import numbers
from respondent.linguistics.words import Word


class QuantityKind(StrEnum):
    """What a quantity is."""

    FIGURE = "figure"
    WORD = "number in words"
    ORDINAL = "ordinal"
    MONEY = "amount of money"
    SHARE = "percentage"
    DATE = "date"
    MONTH = "month"
    WEEKDAY = "day of the week"
    TIME = "time"
    REFERENCE = "number of a recommendation"


Value: TypeAlias = Decimal | str | int | tuple[int, ...] | tuple[int | str | None, ...]


class Quantity(NamedTuple):
    """One quantity of a text."""

    kind: QuantityKind
    value: Value
    text: str
    """As it is printed."""

    start: int
    is_sure: bool = True
    """Whether the other language must have it too."""


# Offices write the units in both languages in one letter (*£1.2m*, *£1.2 miliwn*), so the patterns are not
# split by language. *Miliwn* and *punt* mutate: soft *filiwn*, *bunt*, aspirate *phunt*.
_BEGIN = re.compile(r"£\s?\d|\d")
# British numbers begin with 0 and have an area code of 3 to 5 figures (Ofcom's numbering plan). Read as one
# figure: groups may be spaced differently in the two letters.
_TELEPHONE = re.compile(r"0\d{2,4}[ -]?\d{3}[ -]?\d{3,4}\b")
_AMOUNT = re.compile(
    r"(£\s?)?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?:(?:\s?(million|billion|thousand|m[ie]liwn|filiwn|biliwn|mil)\b)|(m|bn|k)\b)?"
    r"(?:\s?(%|per cent\b|percent\b|y cant\b)|\s(?:o )?(pounds?|punt|bunt|phunt|bunnoedd)\b)?"
)
_SCALES = {
    **dict.fromkeys(("thousand", "mil", "k"), 1_000),
    **dict.fromkeys(("million", "miliwn", "filiwn", "m"), 1_000_000),
    **dict.fromkeys(("billion", "biliwn", "bn"), 1_000_000_000),
}
# The unit behind a number in words: *ten per cent*, *deg y cant*, *mil o bunnoedd*.
_UNIT = re.compile(r"\s?(?:(per cent|percent|y cant)|(?:o )?(pounds|punt|bunt|phunt|bunnoedd))\b")
# *Recommendation 2*, *argymhellion 1, 2 a 3*: the figure names an item and counts nothing. In Welsh the noun
# may begin with h after *ei* (her) and *eu* (their).
_REFERENCE = re.compile(
    r"(?:\b[Rr]ecommendations?|\b[Hh]?[Aa]rgymhell(?:iad|ion))(?: rhif| number)? "
    r"(?:\d+(?:,| and| to| a| ac| i|–|-) ?)*$"
)
# The second half of a financial year: 2019/20.
_YEAR_BEFORE = re.compile(r"\b20\d\d[/–-]$")


def quantities(text: str, words: Sequence[Word], language: Language) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order.

    Args:
        text: The text, without addresses.
        words: Its words.
        language: Its language.
    """
    figures = list(_figures(text, language)) if any(map(str.isdigit, text)) else []
    spans = [(quantity.start, quantity.start + len(quantity.text)) for quantity in figures]
    in_words = [
        quantity
        for quantity in (*_in_words(text, words, language), *_named_days(text, words, language))
        if not any(start <= quantity.start < end for start, end in spans)
    ]
    return tuple(sorted((*figures, *in_words), key=lambda quantity: quantity.start))


def _figures(text: str, language: Language) -> Iterator[Quantity]:
    index = 0
    while begin := _BEGIN.search(text, index):
        index = begin.start()
        read = (
            list(_dated(text, index, language))
            or list(_timed(text, index))
            or [_amount(text, index, language)]
        )
        yield from read
        index += len(read[0].text)


def _dated(text: str, start: int, language: Language) -> Iterator[Quantity]:
    if match := dates.NUMERIC_DATE.match(text, start):
        yield Quantity(QuantityKind.DATE, (int(match[1]), int(match[2]), int(match[3])), match[0], start)
    elif match := dates.DATE.in_(language).match(text, start):
        for day in dates.days(match, dates.MONTHS.in_(language)):
            yield Quantity(QuantityKind.DATE, day, match[0], start)


def _timed(text: str, start: int) -> Iterator[Quantity]:
    match = dates.TIME.match(text, start)
    if match and int(match[1] or match[5]) <= 24:
        yield Quantity(QuantityKind.TIME, dates.time(match), match[0], start)


def _amount(text: str, start: int, language: Language) -> Quantity:
    if match := _TELEPHONE.match(text, start):
        return Quantity(QuantityKind.FIGURE, re.sub(r"\D", "", match[0]), match[0], start)
    match = _AMOUNT.match(text, start)
    assert match  # it begins with a figure
    pound, number, scale, letter, share, pounds = match.groups()
    value = Decimal(number.replace(",", ""))
    if scale or (letter and pound):
        value *= _SCALES[scale or letter]
    elif len(number) == 2 and _YEAR_BEFORE.search(text, max(0, start - 5), start):
        value += 2000  # 2019/20, 2019–2020
    value = value.normalize()
    if pound or pounds:
        return Quantity(QuantityKind.MONEY, value, match[0], start)
    if share:
        return Quantity(QuantityKind.SHARE, value, match[0], start)
    if suffix := dates.ORDINAL.in_(language).match(text, match.end()):
        return Quantity(QuantityKind.ORDINAL, value, text[start : suffix.end()], start)
    kind = (
        QuantityKind.REFERENCE if _REFERENCE.search(text, max(0, start - 60), start) else QuantityKind.FIGURE
    )
    return Quantity(kind, value, match[0], start)


def _in_words(text: str, words: Sequence[Word], language: Language) -> Iterator[Quantity]:
    for number in numbers(words, text, language):
        start, end = words[number.first].start, words[number.last - 1].end
        unit = _UNIT.match(text, end)
        kind = QuantityKind.ORDINAL if number.is_ordinal else QuantityKind.WORD
        if unit and number.is_sure:
            kind, end = QuantityKind.SHARE if unit[1] else QuantityKind.MONEY, unit.end()
        yield Quantity(kind, Decimal(number.value).normalize(), text[start:end], start, number.is_sure)


def _named_days(text: str, words: Sequence[Word], language: Language) -> Iterator[Quantity]:
    behind, printed = dates.BEFORE_WEEKDAY.in_(language), {word.text for word in words}
    weekdays, months = dates.WEEKDAYS.in_(language), dates.MONTHS.in_(language)
    if not printed.isdisjoint(weekdays):
        for index, day in dates.weekdays(words, weekdays, behind):
            yield Quantity(QuantityKind.WEEKDAY, day, words[index].text, words[index].start)
    if not printed.isdisjoint(months):
        for index, month in dates.months(words, text, months, behind):
            yield Quantity(QuantityKind.MONTH, month, words[index].text, words[index].start)
    for name, time in dates.NAMED_TIMES.in_(language).items():
        if (start := text.find(name)) >= 0:
            yield Quantity(QuantityKind.TIME, time, name, start, is_sure=False)


def leftovers(both: Pair[tuple[Quantity, ...]]) -> Pair[list[Quantity]]:
    """Return what each text counts or dates and the other does not.

    A quantity answers one of its own kind first, then one of another kind with the same number: *3* and
    *tri*. What stands twice in one text and once in the other is not left over, unless the other has
    something else.
    """
    cy, en = list(both.cy), list(both.en)
    for is_alike in (_is_same, _is_alike, _is_number_alike):
        for quantity in list(cy):
            if (
                answer := next((candidate for candidate in en if is_alike(quantity, candidate)), None)
            ) is not None:
                cy.remove(quantity)
                en.remove(answer)
    sure_cy, sure_en = ([quantity for quantity in rest if quantity.is_sure] for rest in (cy, en))
    return Pair(_missing(sure_cy, sure_en, both.en), _missing(sure_en, sure_cy, both.cy))


def _missing(own: list[Quantity], other: list[Quantity], all_other: Sequence[Quantity]) -> list[Quantity]:
    kinds = {quantity.kind for quantity in other}
    return [
        quantity
        for quantity in own
        if quantity.kind in kinds
        or not any(
            _is_alike(quantity, candidate) or _is_number_alike(quantity, candidate) for candidate in all_other
        )
    ]


def _is_same(first: Quantity, second: Quantity) -> bool:
    return first.kind is second.kind and first.value == second.value


def _is_alike(first: Quantity, second: Quantity) -> bool:
    """Return whether two are the same as far as both say: 1 Ionawr, 1 January 2019."""
    if first.kind is not second.kind:
        return False
    if isinstance(first.value, tuple) and isinstance(second.value, tuple):
        pairs = zip(first.value, second.value, strict=True)
        return all(a == b or a is None or b is None for a, b in pairs)
    return first.value == second.value


_COUNTED = frozenset(
    (QuantityKind.FIGURE, QuantityKind.WORD, QuantityKind.REFERENCE, QuantityKind.SHARE, QuantityKind.MONEY)
)


def _is_number_alike(first: Quantity, second: Quantity) -> bool:
    """Return whether two are the same number of different kinds: *3* and *tri*, *10–15%* and *10% to 15%*."""
    if QuantityKind.TIME in (first.kind, second.kind):
        return _hour(first) == _hour(second) is not None
    return first.kind in _COUNTED and second.kind in _COUNTED and first.value == second.value


def _hour(quantity: Quantity) -> Decimal | None:
    """Return the hour that a time or a number names: between 6 and 11pm, rhwng 6pm ac 11pm; 14.00, 2pm."""
    if isinstance(quantity.value, tuple):
        minutes = quantity.value[0]
        assert isinstance(minutes, int)
        return Decimal(minutes).normalize() if quantity.kind is QuantityKind.TIME else None
    if quantity.kind in (QuantityKind.FIGURE, QuantityKind.WORD) and isinstance(quantity.value, Decimal):
        return ((quantity.value % 12 // 1 * 60) + (quantity.value % 1 * 100)).normalize()
    return None
