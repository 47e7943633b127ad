"""Read dates, numbers and money of both languages from the Unicode CLDR. Only this module imports Babel.

Babel and the data of both languages take 30 ms to load, so they are loaded at the first question. A command
that writes no date starts without them.
"""

from __future__ import annotations

from functools import cache, lru_cache

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Literal, TypeAlias

    from babel.core import Locale

LocaleName: TypeAlias = "Literal['cy', 'en_GB']"


@cache
def months(locale: LocaleName) -> tuple[str, ...]:
    """Return the names of the months, January first.

    >>> months("cy")[4], months("en_GB")[4]
    ('Mai', 'May')
    """
    names = _locale(locale).months["format"]["wide"]
    return tuple(names[number] for number in range(1, 13))


@cache
def weekdays(locale: LocaleName) -> tuple[str, ...]:
    """Return the names of the days of the week, Monday first, as `date.weekday` counts.

    >>> weekdays("cy")[0], weekdays("en_GB")[0]
    ('Dydd Llun', 'Monday')
    """
    names = _locale(locale).days["format"]["wide"]
    return tuple(names[number] for number in range(7))


@lru_cache(maxsize=1024)
def plural_category(n: int, locale: LocaleName) -> str:
    """Return the category of a count: ``one``, ``two``, ``few``, ``many`` or ``other``.

    >>> plural_category(1, "en_GB"), plural_category(3, "en_GB"), plural_category(3, "cy")
    ('one', 'other', 'few')
    """
    return _locale(locale).plural_form(n)


@lru_cache(maxsize=1024)
def ordinal_category(n: int, locale: LocaleName) -> str:
    """Return the category of an ordinal number.

    >>> ordinal_category(21, "en_GB"), ordinal_category(11, "en_GB")
    ('one', 'other')
    """
    return _locale(locale).ordinal_form(n)


def figures(n: int, locale: LocaleName) -> str:
    """Return a whole number with its thousands grouped.

    >>> figures(999, "cy"), figures(12500, "cy")
    ('999', '12,500')
    """
    if -1000 < n < 1000:
        return str(n)  # nothing to group, as in most letters, so Babel is not loaded
    from babel.numbers import format_decimal

    return format_decimal(n, locale=_locale(locale))


def pounds(amount: int | Decimal, pattern: str, locale: LocaleName) -> str:
    """Return an amount of money in the format `pattern`, where ``¤`` is the pound sign.

    >>> pounds(1250, "¤#,##0.00", "cy")
    '£1,250.00'
    """
    from babel.numbers import format_currency

    # The pattern gives the number of decimals, instead of the two that CLDR has for pounds.
    return format_currency(amount, "GBP", pattern, locale=_locale(locale), currency_digits=False)


@cache
def million(locale: LocaleName) -> str:
    """Return the word after a number of millions.

    >>> million("cy"), million("en_GB")
    ('miliwn', 'million')
    """
    pattern: str = _locale(locale).compact_decimal_formats["long"]["other"]["1000000"].pattern  # "0 miliwn"
    return pattern.removeprefix("0 ")


@cache
def _locale(name: LocaleName) -> Locale:
    from babel.core import Locale

    return Locale.parse(name)
