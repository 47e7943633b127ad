"""Where a line must not end, written with no-break spaces."""

from __future__ import annotations

import re
from dataclasses import replace

from respondent.document.tree import Inline, Inlines, Run
from respondent.document.walk import text

NO_BREAK = "\u00a0"

_SEPARATORS = ("·", "|")
"""What stands between the pieces of a line of a letterhead. Contacts come before languages."""

_WIDEST = 100
"""The most letters of a piece that is kept whole. Word would break a longer one within a word."""


# A number stays with its name and its unit. Any word with a capital counts as a month or an Act: that costs
# nothing, and needs no list of months. The nouns may be mutated in Welsh.
_KEPT = re.compile(
    r"""
    \b\d{1,2}(?:[a-z]{2,3})?[ ](?=[A-Z][a-z])                        # 14th May, 3 Mawrth
    | \b[A-Z][a-z]+[ ](?=(?:19|20)\d\d\b)                            # May 2019, Act 1996
    | (?<=\d)[ ](?=[mbf]ili?[lw]\w*\b|%)                             # £3 million, £3 miliwn
    | (?<=\d)[ ](?:per|y)[ ](?=cant\b|cent\b)                        # 5 per cent, 5 y cant
    | \b(?i:recommendation|section|page|part|annex|regulation|outcome
      |h?argymhelliad|h?adran|[dt]h?udalen|rh?an|h?atodiad|rh?eoliad|[cg]anlyniad)[ ](?=\d)
    | \b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|Syr|Fonesig|Rt[ ]Hon)\.?[ ](?=[A-Z])
    """,
    re.VERBOSE,
)


def joined(inlines: Inlines) -> Inlines:
    """Return words in which no line ends within a date, a reference, an amount, or between title and name."""
    return tuple(
        replace(inline, text=whole(inline.text)) if isinstance(inline, Run) and " " in inline.text else inline
        for inline in inlines
    )


def whole(words: str) -> str:
    r"""Return words with no-break spaces in dates, references, amounts and names with a title.

    >>> whole("On 6 September 2021 she read recommendation 7.").split(" ")
    ['On', '6\xa0September\xa02021', 'she', 'read', 'recommendation\xa07.']
    """
    return _KEPT.sub(lambda match: match[0].replace(" ", NO_BREAK), words)


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
