"""Where a line must not end, written with no-break spaces."""

from __future__ import annotations

import re
from dataclasses import replace

from respondent.document.tree import Inline, Inlines, Run
from respondent.document.walk import text

NO_BREAK = "\u00a0"

_SEPARATORS = ("·", "|")
"""What stands between the pieces of a line of a letterhead. Contacts come before languages."""

_WIDEST = 85
"""The most letters of a piece that is kept whole. Word would break one wider than its line within a word."""


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


def separator(inlines: Inlines) -> str:
    """Return the sign behind which a line of the letterhead may end, with its space, or "" for any place."""
    line = text(inlines)
    end = next((f"{sign} " for sign in _SEPARATORS if sign in line), "")
    return end if end and max(map(len, line.split(end))) <= _WIDEST else ""


def whole_pieces(inlines: Inlines) -> Inlines:
    """Return a line of the letterhead that ends only behind a contact, or behind one of its languages."""
    end = separator(inlines)
    return tuple(_kept(inline, end) for inline in inlines) if end else inlines


def _kept(inline: Inline, end: str) -> Inline:
    if not isinstance(inline, Run):
        return inline
    return replace(inline, text=end.join(piece.replace(" ", NO_BREAK) for piece in inline.text.split(end)))
