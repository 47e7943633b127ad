"""Amounts in figures, which both languages write alike but for a word."""

from __future__ import annotations

from respondent.grammar import cldr

TYPE_CHECKING = False  # as `typing` has it, which is slow to import
if TYPE_CHECKING:
    from decimal import Decimal

    from respondent.grammar.cldr import LocaleName

MILLION, TENTH = 1_000_000, 100_000


def pounds(amount: int | Decimal, locale: LocaleName) -> str:
    """Return an amount of money: whole tenths of millions in millions, pence only where there are any.

    >>> pounds(1250, "en_GB"), pounds(2_500_000, "cy")
    ('£1,250', '£2.5 miliwn')
    """
    if amount >= MILLION and amount % TENTH == 0:
        # CLDR's own short form is "£2.5M", which is for tables, not for sentences.
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
