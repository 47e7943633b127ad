"""Two versions of a text side by side, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

INDENT, COLUMN = 10, 40
"""The indent of both and the width of each, in characters: together they fit into 100 columns."""


def beside(old: str, new: str) -> Iterator[str]:
    """Yield the lines of two texts, the old one on the left, the new one on the right.

    >>> for line in beside("by 31 May", "by 30 May"):
    ...     print(line.strip())
    by 31 May                                | by 30 May
    """
    for old_line, new_line in zip_longest(_lines(old), _lines(new), fillvalue=""):
        yield f"{'':{INDENT}}{old_line:<{COLUMN}} | {new_line}".rstrip()


def _lines(text: str) -> list[str]:
    return [line for part in text.strip().splitlines() for line in wrap(part, COLUMN) or [""]]
