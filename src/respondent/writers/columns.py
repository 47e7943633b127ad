"""The widths of the columns of a table, by what stands in them."""

from __future__ import annotations

from respondent.document.tree import Cell, Table
from respondent.document.walk import text

MOST = 120
"""The most letters for which a column asks: with more, text is as easy to read on several lines."""

MARGIN = 3
"""Letters' worth of white in a cell, and of what bold heads are wider."""

SHORT = 8
"""The most letters of a cell that stays on one line, such as “AFI 12”."""

LINE = 85
"""About how many letters stand on one line of an upright page."""

WIDE = "annex-wide"
"""The section whose pages lie on their side."""

WIDE_LINE = 135
"""About how many letters stand on one line of its pages."""


def shares(table: Table, total: int, line: int = LINE) -> list[int]:
    """Return the width of each column, as whole parts of `total`.

    Each column has room for its longest word. What is left of the line goes first to columns that ask for
    little, such as dates, then to long texts: at first for cells of the usual length, then for the longest.
    What nobody asks for is shared by all.
    """
    columns = list(zip(table.header.cells, *(row.cells for row in table.rows), strict=True))
    letters: list[float] = [_longest_word(cells) + MARGIN for cells in columns]
    for wish in (_usual, _longest):
        asked = [max(0, wish(cells) + MARGIN - own) for cells, own in zip(columns, letters, strict=True)]
        given = _shared(asked, max(0, line - sum(letters)))
        letters = [own + extra for own, extra in zip(letters, given, strict=True)]
    widths = [int(total * own / sum(letters)) for own in letters]
    widths[-1] += total - sum(widths)
    return widths


def _shared(asked: list[float], left: float) -> list[float]:
    """Return how many of the letters that are left each column gets of those that it asks for."""
    given = [0.0] * len(asked)
    for place, column in enumerate(sorted(range(len(asked)), key=asked.__getitem__)):
        given[column] = min(asked[column], left / (len(asked) - place))
        left -= given[column]
    return given


def _longest_word(cells: tuple[Cell, ...]) -> int:
    return max((len(word) for cell in cells for word in _words(text(cell.inlines))), default=1)


def _words(cell: str) -> list[str]:
    return [cell] if len(cell) <= SHORT else cell.split()


def _usual(cells: tuple[Cell, ...]) -> int:
    """Return how many letters a cell below the head has on the average, up to a limit."""
    lengths = [len(text(cell.inlines)) for cell in cells[1:]] or [0]
    return min(MOST, sum(lengths) // len(lengths))


def _longest(cells: tuple[Cell, ...]) -> int:
    return min(MOST, max(len(text(cell.inlines)) for cell in cells))
