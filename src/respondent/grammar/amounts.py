"""Write amounts in figures. Welsh and English only differ in the word for millions."""

from __future__ import annotations

from respondent.grammar import cldr

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    from decimal import Decimal

    from respondent.grammar.cldr import LocaleName

MILLION, TENTH = 1_000_000, 100_000


def pounds(amount: int | Decimal, locale: LocaleName) -> str:
    """Return an amount of money: tenths of millions in words, and pence only if there are any.

    >>> pounds(1250, "en_GB"), pounds(2_500_000, "cy")
    ('£1,250', '£2.5 miliwn')
    """
    if amount >= MILLION and amount % TENTH == 0:
        # The short form of CLDR, "£2.5M", is for tables rather than sentences.
        from decimal import Decimal

        return f"{cldr.pounds(Decimal(amount) / MILLION, '¤#,##0.#', locale)} {cldr.million(locale)}"
    return cldr.pounds(amount, "¤#,##0" if amount == int(amount) else "¤#,##0.00", locale)


def plain(figure: int | Decimal) -> str:
    """Return a figure without an exponent.

    >>> from decimal import Decimal
    >>> plain(12), plain(Decimal("20.15"))
    ('12', '20.15')
    """
    return str(figure) if isinstance(figure, int) else f"{figure:f}"
