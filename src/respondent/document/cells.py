"""Find the cells of a table row in its line of Markdown."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*\|?")
"""The signs of surrounding quotations and lists, and the optional bar at the start of a row."""

_CELL = re.compile(r"(?:[^|]|(?<=\\)\|)*")
"""The text up to the next bar. A bar after a backslash does not separate cells."""


def spans(line: str) -> list[tuple[int, int]]:
    """Return the start and end of the words of each cell in the line, which are equal for an empty cell.

    >>> spans("> | a | bc |")
    [(4, 5), (8, 10)]
    """
    row = line.rstrip()
    before = _BEFORE.match(row)
    position = before.end() if before else 0
    cells: list[tuple[int, int]] = []
    while position <= len(row):
        cell = _CELL.match(row, position)
        raw = cell.group() if cell else ""
        words = raw.strip()
        begin = position + (raw.index(words) if words else 0)
        cells.append((begin, begin + len(words)))
        position += len(raw) + 1
    is_closed = len(cells) > 1 and cells[-1][0] == cells[-1][1]
    return cells[:-1] if is_closed else cells
