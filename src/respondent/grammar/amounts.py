"""Amounts in figures, which are written alike in both languages but for a word."""

from __future__ import annotations

TYPE_CHECKING = False  # as `typing` has it, which is slow to import
if TYPE_CHECKING:
    from decimal import Decimal


def pounds(amount: int | Decimal, million: str) -> str:
    """Return an amount of money; whole tenths of millions with the word for a million.

    >>> pounds(1250, "million"), pounds(2_500_000, "miliwn")
    ('£1,250', '£2.5 miliwn')
    """
    if amount >= 1_000_000 and amount % 100_000 == 0:
        millions, tenths = divmod(int(amount) // 100_000, 10)
        return f"£{millions:,}{f'.{tenths}' if tenths else ''} {million}"
    return f"£{amount:,.0f}" if amount == int(amount) else f"£{amount:,.2f}"


def plain(figure: int | Decimal) -> str:
    """Return a figure without an exponent.

    >>> from decimal import Decimal
    >>> plain(12), plain(Decimal("20.15"))
    ('12', '20.15')
    """
    return str(figure) if isinstance(figure, int) else f"{figure:f}"
