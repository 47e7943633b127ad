"""Write amounts of pounds and percentages."""

from __future__ import annotations

from respondent.grammar.amounts import plain, pounds

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    from decimal import Decimal


def money(amount: int | Decimal) -> str:
    """Return an amount of money in figures, with *miliwn*, which never mutates, for tenths of millions.

    >>> money(1250), money(5_000_000), money(2_500_000)
    ('£1,250', '£5 miliwn', '£2.5 miliwn')
    """
    return pounds(amount, "cy")


def per_cent(figure: int | Decimal) -> str:
    """Return a share in running text.

    >>> per_cent(12)
    '12 y cant'
    """
    return f"{plain(figure)} y cant"
