"""The widths of the columns of a table, by what stands in them."""

from __future__ import annotations

import re

from respondent.document.tree import Cell, Table
from respondent.document.walk import text
from respondent.writers.line_ends import whole

MOST = 60
"""The most letters for which a column asks: with more, text is as easy to read on several lines."""

MARGIN = 4
"""Letters' worth of white in a cell, and of what bold heads are wider."""

LINE = 85
"""About how many letters stand on one line of an upright page."""

WIDE = "annex-wide"
"""The section whose pages lie on their side."""

WIDE_LINE = 135
"""About how many letters stand on one line of its pages."""


def shares(table: Table, total: int, line: int = LINE) -> list[int]:
    """Return the width of each column, as whole parts of `total`.

    Each column has room for its longest word or date. What is left of the line goes to the columns with more
    text.
    """
    columns = list(zip(table.header.cells, *(row.cells for row in table.rows), strict=True))
    least = [_longest_word(cells) + MARGIN for cells in columns]
    more = [max(0, _usual(cells) - own) for cells, own in zip(columns, least, strict=True)]
    left = max(0, line - sum(least))
    letters = [
        own + left * (extra / sum(more) if any(more) else own / sum(least))
        for own, extra in zip(least, more, strict=True)
    ]
    widths = [int(total * own / sum(letters)) for own in letters]
    widths[-1] += total - sum(widths)
    return widths


def _longest_word(cells: tuple[Cell, ...]) -> int:
    words = (word for cell in cells for word in re.split(r"[ \n]", whole(text(cell.inlines))))
    return max(map(len, words), default=1)


def _usual(cells: tuple[Cell, ...]) -> int:
    """Return how many letters a cell has on the average, up to a limit."""
    return min(MOST, sum(len(text(cell.inlines)) for cell in cells) // len(cells) + MARGIN)
