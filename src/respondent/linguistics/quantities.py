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


_BEGIN = re.compile(r"£\s?\d|\d")
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
_UNIT = re.compile(r"\s?(?:(per cent|percent|y cant)|(?:o )?(pounds|punt|bunt|phunt|bunnoedd))\b")
_REFERENCE = re.compile(
    r"(?:\b[Rr]ecommendations?|\b[Hh]?[Aa]rgymhell(?:iad|ion))(?: rhif| number)? "
    r"(?:\d+(?:,| and| to| a| ac| i|–|-) ?)*$"
)
_YEAR_BEFORE = re.compile(r"\b20\d\d[/–-]$")
_ADDRESS = re.compile(r"@|www\.|://|\.(?:uk|wales|cymru|org|com|net)\b")
_DOMAIN = re.compile(r"\.(?:uk|wales|cymru|org|com|net)\b")
_STRETCH = re.compile(r"\S+")


def without_addresses(text: str) -> str:
    """Return a text with its web and e-mail addresses blanked: their figures are not the letter's."""
    if not ("@" in text or "www." in text or "://" in text or _DOMAIN.search(text)):
        return text
    return _STRETCH.sub(lambda one: " " * len(one[0]) if _ADDRESS.search(one[0]) else one[0], text)


def quantities(text: str, found: Sequence[Word], language: Language) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order.

    Args:
        text: The text, without addresses.
        found: Its words.
        language: Its language.
    """
    figures = list(_figures(text, language)) if any(map(str.isdigit, text)) else []
    taken = [(one.start, one.start + len(one.text)) for one in figures]
    in_words = [
        one
        for one in (*_in_words(text, found, language), *_named_days(text, found, language))
        if not any(start <= one.start < end for start, end in taken)
    ]
    return tuple(sorted((*figures, *in_words), key=lambda one: one.start))


def _figures(text: str, language: Language) -> Iterator[Quantity]:
    at = 0
    while begin := _BEGIN.search(text, at):
        at = begin.start()
        read = list(_dated(text, at, language)) or list(_timed(text, at)) or [_amount(text, at, language)]
        yield from read
        at += len(read[0].text)


def _dated(text: str, at: int, language: Language) -> Iterator[Quantity]:
    if found := dates.NUMERIC_DATE.match(text, at):
        yield Quantity(QuantityKind.DATE, (int(found[1]), int(found[2]), int(found[3])), found[0], at)
    elif found := dates.DATE.in_(language).match(text, at):
        for day in dates.days(found, dates.MONTHS.in_(language)):
            yield Quantity(QuantityKind.DATE, day, found[0], at)


def _timed(text: str, at: int) -> Iterator[Quantity]:
    found = dates.TIME.match(text, at)
    if found and int(found[1] or found[5]) <= 24:
        yield Quantity(QuantityKind.TIME, dates.time(found), found[0], at)


def _amount(text: str, at: int, language: Language) -> Quantity:
    if found := _TELEPHONE.match(text, at):
        return Quantity(QuantityKind.FIGURE, re.sub(r"\D", "", found[0]), found[0], at)
    found = _AMOUNT.match(text, at)
    assert found  # it begins with a figure
    pound, number, scale, letter, share, pounds = found.groups()
    value = Decimal(number.replace(",", ""))
    if scale or (letter and pound):
        value *= _SCALES[scale or letter]
    elif len(number) == 2 and _YEAR_BEFORE.search(text, max(0, at - 5), at):
        value += 2000  # 2019/20, 2019–2020
    value = value.normalize()
    if pound or pounds:
        return Quantity(QuantityKind.MONEY, value, found[0], at)
    if share:
        return Quantity(QuantityKind.SHARE, value, found[0], at)
    if suffix := dates.ORDINAL.in_(language).match(text, found.end()):
        return Quantity(QuantityKind.ORDINAL, value, text[at : suffix.end()], at)
    kind = QuantityKind.REFERENCE if _REFERENCE.search(text, max(0, at - 60), at) else QuantityKind.FIGURE
    return Quantity(kind, value, found[0], at)


def _in_words(text: str, found: Sequence[Word], language: Language) -> Iterator[Quantity]:
    for number in numbers(found, text, language):
        start, end = found[number.first].start, found[number.last - 1].end
        unit = _UNIT.match(text, end)
        kind = QuantityKind.ORDINAL if number.is_ordinal else QuantityKind.WORD
        if unit and number.is_sure:
            kind, end = QuantityKind.SHARE if unit[1] else QuantityKind.MONEY, unit.end()
        yield Quantity(kind, Decimal(number.value).normalize(), text[start:end], start, number.is_sure)


def _named_days(text: str, found: Sequence[Word], language: Language) -> Iterator[Quantity]:
    behind, printed = dates.BEFORE_WEEKDAY.in_(language), {word.text for word in found}
    weekdays, months = dates.WEEKDAYS.in_(language), dates.MONTHS.in_(language)
    if not printed.isdisjoint(weekdays):
        for index, day in dates.weekdays(found, weekdays, behind):
            yield Quantity(QuantityKind.WEEKDAY, day, found[index].text, found[index].start)
    if not printed.isdisjoint(months):
        for index, month in dates.months(found, text, months, behind):
            yield Quantity(QuantityKind.MONTH, month, found[index].text, found[index].start)
    for name, time in dates.NAMED_TIMES.in_(language).items():
        if (at := text.find(name)) >= 0:
            yield Quantity(QuantityKind.TIME, time, name, at, is_sure=False)


def leftovers(both: Pair[tuple[Quantity, ...]]) -> Pair[list[Quantity]]:
    """Return what each text counts or dates and the other does not.

    A quantity answers one of its own kind first, then one of another kind with the same number: *3* and
    *tri*. What stands twice in one text and once in the other is not left over, unless the other has
    something else.
    """
    cy, en = list(both.cy), list(both.en)
    for is_alike in (_is_same, _is_alike, _is_number_alike):
        for one in list(cy):
            if (answer := next((two for two in en if is_alike(one, two)), None)) is not None:
                cy.remove(one)
                en.remove(answer)
    sure_cy, sure_en = ([one for one in rest if one.is_sure] for rest in (cy, en))
    return Pair(_missing(sure_cy, sure_en, both.en), _missing(sure_en, sure_cy, both.cy))


def _missing(here: list[Quantity], there: list[Quantity], all_there: Sequence[Quantity]) -> list[Quantity]:
    kinds = {one.kind for one in there}
    return [
        one
        for one in here
        if one.kind in kinds
        or not any(_is_alike(one, two) or _is_number_alike(one, two) for two in all_there)
    ]


def _is_same(one: Quantity, two: Quantity) -> bool:
    return one.kind is two.kind and one.value == two.value


def _is_alike(one: Quantity, two: Quantity) -> bool:
    """Return whether two are the same as far as both say: 1 Ionawr, 1 January 2019."""
    if one.kind is not two.kind:
        return False
    if isinstance(one.value, tuple) and isinstance(two.value, tuple):
        pairs = zip(one.value, two.value, strict=True)
        return all(a == b or a is None or b is None for a, b in pairs)
    return one.value == two.value


_COUNTED = frozenset(
    (QuantityKind.FIGURE, QuantityKind.WORD, QuantityKind.REFERENCE, QuantityKind.SHARE, QuantityKind.MONEY)
)


def _is_number_alike(one: Quantity, two: Quantity) -> bool:
    """Return whether two are the same number of different kinds: *3* and *tri*, *10–15%* and *10% to 15%*."""
    if QuantityKind.TIME in (one.kind, two.kind):
        return _hour(one) == _hour(two) is not None
    return one.kind in _COUNTED and two.kind in _COUNTED and one.value == two.value


def _hour(one: Quantity) -> Decimal | None:
    """Return the hour that a time or a number names: between 6 and 11pm, rhwng 6pm ac 11pm; 14.00, 2pm."""
    if isinstance(one.value, tuple):
        minutes = one.value[0]
        assert isinstance(minutes, int)
        return Decimal(minutes).normalize() if one.kind is QuantityKind.TIME else None
    if one.kind in (QuantityKind.FIGURE, QuantityKind.WORD) and isinstance(one.value, Decimal):
        return ((one.value % 12 // 1 * 60) + (one.value % 1 * 100)).normalize()
    return None
