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

_ADDRESS = r"(?i:https?:|mailto:|tel:|www\.)"
"""The beginning of an address. Brackets side by side are a mistyped link only if one holds an address."""

# Each pattern limits how far it looks, because a text may be 100,000 characters of one sign.

_PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(r"\[\^[^\]\n]{0,200}\]:?|\^\[[^\]\n]{0,200}\]"),
        "a footnote, which a letter does not have",
        f"write the note into the text, in brackets; {_FOR_ITSELF}",
    ),
    (
        re.compile(r"(?<!\w)!\[[^\[\]\n]{0,200}\]"),
        "a picture, which a letter does not have",
        f"delete it; pictures belong in the stationery; {_FOR_ITSELF}",
    ),
    (
        # "[1]: see annex" stays: a definition has an address and, at most, a title in quotation marks.
        re.compile(
            rf"^\[[^\[\]\n]{{1,200}}\]:[ \t]*{_ADDRESS}\S+(?:[ \t]+[\"'(][^\n]*)?[ \t]*$", re.MULTILINE
        ),
        "the address of a link away from its words",
        f"write [words](https://…) in the sentence; {_FOR_ITSELF}",
    ),
    (
        re.compile(
            rf"\[[^\[\]\n]{{1,200}}\]\s{{1,3}}\({_ADDRESS}[^()\n]{{0,500}}\)?"
            rf"|\([^()\n]{{1,200}}\)\s{{0,3}}\[{_ADDRESS}[^\[\]\n]{{0,500}}\]?"
            # "[see the plan (https://…)]" stays: its square bracket is closed.
            rf"|\[[^\[\]()\n]{{0,200}}[^\s\[\]()]\({_ADDRESS}[^()\n]{{0,500}}\)(?![^\[\]\n]{{0,200}}\])"
            # The nearest bracket before "](" on the line is not an opening one.
            rf"|(?:^|(?<=\]))[^\[\]\n]{{0,200}}\]\({_ADDRESS}[^()\n]{{0,500}}\)?",
            re.MULTILINE,
        ),
        "a link with its brackets in the wrong place",
        f"write [words](https://…), with no space between the brackets, in one paragraph; {_FOR_ITSELF}",
    ),
    (
        re.compile(r"\[-?@[^\[\]\n]{1,200}\]"),
        "a reference to a list of sources, which a letter does not have",
        f"write the source out; {_FOR_ITSELF}",
    ),
    (
        re.compile(r"\$\$[^$\n]{1,200}\$\$"),
        "a formula, which a letter does not have",
        f"write it in words; {_FOR_ITSELF}",
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
        re.compile(
            r"(?<![\w*])\*(?=[^\W\d_])|(?<![^\s(])_(?=[^\W_])|(?<![\w_])_(?=[^\W_][^\n_]{0,200}_(?!\w))"
        ),
        "a sign for italic without its partner",
        f"write *words*, with no space inside the stars, in one paragraph; {_FOR_ITSELF}",
    ),
    (
        re.compile("~~+"),
        "a sign for words struck out, which a letter does not have",
        f"take it out; {_FOR_ITSELF}",
    ),
    (
        # ~5–~6 stays: a sign that closes stands behind a word.
        re.compile(r"(?<![~/])~(?=[^\W_])[^~\n]{0,200}(?<=[\w).!?%])~(?!~)"),
        "a pair of signs for words struck out or set low, which a letter does not have",
        f"take them out; {_FOR_ITSELF}",
    ),
    (
        # "5 m^2 by 6 m^2" stays: behind a letter or figure, one word only may be set high.
        re.compile(r"\^[^\W_]{1,40}\^(?!\w)|(?<![\w^])\^(?=[^\W_])[^^\n]{0,200}(?<=\S)\^(?!\w)"),
        "a pair of signs for words set high, which a letter does not have",
        f"take them out; {_FOR_ITSELF}",
    ),
    (re.compile("`+"), "a back-tick, which a letter does not have", f"write ’ or take it out; {_FOR_ITSELF}"),
    (
        re.compile(r"(?<!=)==[^=\n]{1,200}==(?!=)"),
        "a sign for highlighting, which a letter does not have",
        "take it out",
    ),
    (
        re.compile(r"^(?:\[[ xX]?\]|[☐☑☒])(?=\s|$)", re.MULTILINE),
        "a box to tick, which a letter does not have",
        "take it out; say in words what is done",
    ),
    (
        re.compile(r"^#{2,6}(?=[^\s#\d])", re.MULTILINE),
        "a sign for a heading without a space behind it",
        f"write ## Heading; {_FOR_ITSELF}",
    ),
    (
        re.compile(r"^#{7,}(?=\s|$)", re.MULTILINE),
        "a sign for a heading below the sixth level, which a letter does not have",
        f"write ## Heading; {_FOR_ITSELF}",
    ),
    (
        re.compile(r"(?<=\n)={3,}[ \t]*$", re.MULTILINE),
        "a line drawn below a heading, which stays in the words",
        f"delete it, and write # before the heading; {_FOR_ITSELF}",
    ),
    (
        re.compile(r"\\\Z"),
        "a line break without a line after it",
        "delete it; for the sign itself write \\\\",
    ),
)


_SIGNS = re.compile(r"[\[\]*_~^`=|☐☑☒]|##|\$\$|\\\Z")
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
