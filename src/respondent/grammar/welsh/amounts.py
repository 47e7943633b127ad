"""Amounts: pounds and per cent."""

from __future__ import annotations

from decimal import Decimal


def money(pounds: int | Decimal) -> str:
    """Return an amount of money in figures; whole tenths of millions with *miliwn*, which never mutates.

    >>> money(1250), money(Decimal("12.5")), money(5_000_000), money(2_500_000)
    ('£1,250', '£12.50', '£5 miliwn', '£2.5 miliwn')
    """
    amount = Decimal(pounds)
    if amount >= 1_000_000 and amount % 100_000 == 0:
        return f"£{(amount / 1_000_000).normalize():f} miliwn"
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def per_cent(figure: int | Decimal) -> str:
    """Return a share in running text.

    >>> per_cent(12), per_cent(Decimal("20.15"))
    ('12 y cant', '20.15 y cant')
    """
    return f"{Decimal(figure):f} y cant"
