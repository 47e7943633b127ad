"""Decide whether the first sound of a figure, read aloud, is a vowel."""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    import re

# Read by the old score count: un, wyth, un ar ddeg, un ar bymtheg, ugain, un ar hugain, wyth ar hugain …
# Yr Arddulliadur has "ac 21"; the others follow from the reading (above 31 a Welsh reader has to confirm).
VOWEL_CARDINALS = frozenset(
    (1, 8, 11, 16, 20, 21, 28, 31, 36, 41, 48, 51, 56, 61, 68, 71, 76, 81, 88, 91, 96)
)

# Ail, wythfed, unfed ar ddeg, unfed ar bymtheg, ail ar bymtheg, ugeinfed, unfed, ail ac wythfed ar hugain …
VOWEL_ORDINALS = frozenset((2, 8, 11, 16, 17, 20, 21, 22, 28, 31))

_FIGURE = r"£?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(af|il|ydd|edd|ed|fed|eg|ain|au)?"


def opens_with_vowel(text: str) -> bool | None:
    """Return whether the figure at the start of `text` begins with a vowel sound, or None if readings differ.

    Four digits without a comma are a year: 1000 to 1999 begin with *un* (Yr Arddulliadur: "1998 ac 1999").

    >>> opens_with_vowel("11"), opens_with_vowel("1999"), opens_with_vowel("2019"), opens_with_vowel("20.15")
    (True, True, False, False)
    >>> opens_with_vowel("21ain ganrif")
    True
    """
    match = _figure().match(text)
    if match is None:
        return None
    digits, decimals, ordinal = match.groups()
    if len(digits) > 12:
        return None  # no published list of numerals goes beyond thousands of millions
    number = int(digits.replace(",", ""))
    if ordinal == "au":
        return False  # y 1960au (Yr Arddulliadur, degawdau)
    if ordinal:
        return number in VOWEL_ORDINALS if number <= 31 else None
    if decimals:
        return _by_tens(number)
    if len(digits) == 4 and 1000 <= number <= 2099:
        return number < 2000  # a year: un naw naw wyth, but dwy fil ac un ar bymtheg
    return _cardinal(number)


@cache
def _figure() -> re.Pattern[str]:
    """Return the pattern of a figure. It is compiled on first use, because most joins have no figure."""
    import re

    return re.compile(_FIGURE)


def _by_tens(number: int) -> bool | None:
    """Return whether *un deg dau*, *dau ddeg* … begin with a vowel: decimals are read so."""
    if number >= 100:
        return None
    leading = int(str(number)[0])
    return leading == 8 or (leading == 1 and number != 10)


def _cardinal(number: int) -> bool | None:
    """Return whether a whole number read by scores begins with a vowel, or None if read by tens differs."""
    if number <= 100:
        return number in VOWEL_CARDINALS
    if number < 1000:
        return number // 100 == 8
    thousands = number // 1000
    if thousands == 1:
        return False
    if thousands >= 1000:
        return None
    by_scores, by_tens = _cardinal(thousands), _by_tens(thousands)
    return by_scores if thousands >= 100 or by_scores == by_tens else None
