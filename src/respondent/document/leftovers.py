"""Find markup that parsing leaves in the words and that a letter would print as it was typed.

Signs after a backslash are meant literally and are not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from respondent.document.faults import Advice

ESCAPED = "\x00"
"""The placeholder for a character that was written with a backslash, and is therefore not markup."""

_FOR_ITSELF = "for the sign itself put \\ before it"

_PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\[\^[^\]\n]{0,200}\]:?|\^\[[^\]\n]{0,200}\]"),
        "a footnote, which a letter does not have",
        f"write the note into the text, in brackets; {_FOR_ITSELF}",
    ),
    (
        re.compile(r"\[\[[^\[\]\n]{0,200}\]\]|\[[^\[\]\n]+\]\[[^\[\]\n]*\]"),
        "a link without an address",
        f"write [words](https://…); {_FOR_ITSELF}",
    ),
    (
        re.compile(r"\[[^\[\]\n]+\]\([^()\n]*\)?"),
        "a link whose address is broken off by a space or a bracket",
        "write %20 for a space in the address, and close the bracket; " + _FOR_ITSELF,
    ),
    (
        re.compile(r"\*\*+|(?<![\w_])__(?=[^\W_])|(?<=[^\W_])__(?![\w_])"),
        "a sign for bold without its partner",
        f"write **words**, with no space inside the stars, in one paragraph; {_FOR_ITSELF}",
    ),
    (
        # 2 * 3 and figures* stay: only a star that opens words is markup.
        re.compile(r"(?<![\w*])\*(?=[^\W\d_])|(?<![\w_])_(?=[^\W_][^\n_]{0,200}_(?!\w))"),
        "a sign for italic without its partner",
        f"write *words*, with no space inside the stars, in one paragraph; {_FOR_ITSELF}",
    ),
    (
        re.compile("~~+"),
        "a sign for words struck out, which a letter does not have",
        f"take it out; {_FOR_ITSELF}",
    ),
    (re.compile("`+"), "a back-tick, which a letter does not have", f"write ’ or take it out; {_FOR_ITSELF}"),
    (
        re.compile(r"(?<!=)==[^=\n]{1,200}==(?!=)"),
        "a sign for highlighting, which a letter does not have",
        "take it out",
    ),
    (
        re.compile(r"^\[[ xX]?\](?= |$)", re.MULTILINE),
        "a box to tick, which a letter does not have",
        "take it out; say in words what is done",
    ),
    (
        re.compile(r"^#{2,6}(?=[^\s#\d])", re.MULTILINE),
        "a sign for a heading without a space behind it",
        f"write ## Heading; {_FOR_ITSELF}",
    ),
)


_SIGNS = re.compile(r"[\[*_~`=|]|##")
"""The signs in every pattern. Most paragraphs have none of them, and need no further search."""


_BAR = re.compile(r"[^|\s]\s*\|\s*[^|\s]")
_NO_RULE: Advice = (
    "a row of a table stands without the table’s rule, or with a rule of another width",
    "write a row of dashes below the first row, with as many cells as it:  | --- | --- |",
)


def leftovers(text: str) -> Iterator[tuple[int, Advice]]:
    r"""Yield the leftover markup in the words of a paragraph, with its line in the paragraph, from 0.

    >>> [advice[0] for _, advice in leftovers("See the note[^1] and **this")]
    ['“[^1]” is a footnote, which a letter does not have', '“**” is a sign for bold without its partner']
    >>> list(leftovers("2 * 3, C#, [sic], (a), post_box@gwent.police.uk"))
    []
    """
    if not _SIGNS.search(text):
        return
    for pattern, what, advice in _PATTERNS:
        for match in pattern.finditer(text):
            yield text.count("\n", 0, match.start()), (f"“{_short(match[0])}” is {what}", advice)
    yield from _rows(text.split("\n"))


def _rows(lines: list[str]) -> Iterator[tuple[int, Advice]]:
    """Yield the first row of a failed table: a line between bars, or the first of two lines with bars."""
    bars = [
        (
            line.lstrip().startswith("|") and line.rstrip().endswith("|") and len(line.strip()) > 1,
            bool(_BAR.search(line)),
        )
        for line in lines
    ]
    for number, (is_row, has_bar) in enumerate(bars):
        if is_row or (has_bar and number + 1 < len(bars) and bars[number + 1][1]):
            yield number, _NO_RULE
            return


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
