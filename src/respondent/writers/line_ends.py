"""Where a line must not end, written with no-break spaces."""

from __future__ import annotations

from dataclasses import replace

from respondent.document.tree import Inline, Inlines, Run
from respondent.document.walk import text

NO_BREAK = "\u00a0"

_SEPARATORS = ("·", "|")
"""What stands between the pieces of a line of a letterhead. Contacts come before languages."""

_WIDEST = 100
"""The most letters of a piece that is kept whole. Word would break a longer one within a word."""


def whole_pieces(inlines: Inlines) -> Inlines:
    """Return a line of the letterhead that ends only behind a contact, or behind one of its languages."""
    line = text(inlines)
    for separator in _SEPARATORS:
        if separator in line:
            is_narrow = max(map(len, line.split(separator))) <= _WIDEST
            return tuple(_kept(inline, separator) for inline in inlines) if is_narrow else inlines
    return inlines


def _kept(inline: Inline, separator: str) -> Inline:
    if not isinstance(inline, Run):
        return inline
    pieces = inline.text.split(f"{separator} ")
    return replace(inline, text=f"{separator} ".join(piece.replace(" ", NO_BREAK) for piece in pieces))
