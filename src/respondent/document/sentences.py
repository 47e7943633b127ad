"""Split a segment into sentences, the units of most translation memories.

In Welsh and English alike, a sentence ends at a full stop, question mark or exclamation mark with any closing
quotation marks and brackets, where a space follows and then no lower-case letter. It does not end after some
abbreviations (*Mr*, *s. 55*, *e.e.*), an initial (*J. Thomas*), or an opening number (*1. Custody*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from respondent.document.inlines import joined, worded
from respondent.document.tree import Break, Inline, Inlines, Run
from respondent.document.walk import text as words_of

ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "rt", "st", "sgt", "insp", "supt", "cllr"),
        *(
            "e.g",
            "i.e",
            "cf",
            "vs",
            "v",
            "viz",
            "approx",
            "incl",
            "jan",
            "feb",
            "aug",
            "sept",
            "oct",
            "nov",
            "dec",
        ),
        *("parch", "bnr", "cyng", "e.e", "h.y", "gw", "gol", "chwef", "gorff"),
    )
)
"""Abbreviations, without the last full stop, that never end a sentence. *etc.* and *ayb.* may end one."""

BEFORE_FIGURES = frozenset(
    (
        *(
            "no",
            "nos",
            "p",
            "pp",
            "para",
            "paras",
            "s",
            "ss",
            "sch",
            "art",
            "reg",
            "regs",
            "vol",
            "ch",
            "fig",
        ),
        *("rh", "rhif", "t", "tt", "td", "tud", "par", "adr", "atod", "pen", "cyf", "ffig"),
    )
)
"""Abbreviations, without the last full stop, that do not end a sentence before a figure: *s. 55, rhif 3*."""

_END = re.compile(r"""(?<![.!?…])([.!?…]+)["'”’»)\]]*(\s+)(?=["'“‘«(\[]*(\w))""")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def spans(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence of a text.

    >>> text = "Ysgrifennais at Mr. J. Thomas. Gweler s. 55 (e.e. para. 3). A yw'n iawn? Ydy."
    >>> [text[start:end] for start, end in spans(text)]
    ['Ysgrifennais at Mr. J. Thomas.', 'Gweler s. 55 (e.e. para. 3).', "A yw'n iawn?", 'Ydy.']
    """
    sentences, start = [], 0
    for match in _END.finditer(text):
        if not match[3].islower() and not _goes_on(text, start, match):
            sentences.append((start, match.start(2)))
            start = match.end(2)
    return [*sentences, (start, len(text))]


def cut(content: Inlines) -> tuple[list[Inlines], list[Inlines]]:
    """Return the sentences of a segment with their formatting, and the gaps between them."""
    text = words_of(content)
    sentences = spans(text)
    gaps = [(before[1], following[0]) for before, following in pairwise(sentences)]
    pieces = [joined(_slice(content, *span)) for span in sentences]
    return pieces, [tuple(_slice(content, *gap)) for gap in gaps]


def together(sentences: Sequence[Inlines], gaps: Sequence[Inlines]) -> Inlines:
    """Join sentences into one segment, with a line break where the gap has one, and a space elsewhere."""
    pieces: list[Inline] = list(sentences[0])
    for gap, sentence in zip(gaps, sentences[1:], strict=True):
        language = sentence[0].language
        has_break = any(isinstance(inline, Break) for inline in gap)
        pieces += (Break(language) if has_break else Run(" ", language), *sentence)
    return joined(pieces)


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Return whether a full stop belongs to an abbreviation, an initial, or an opening number."""
    if end[1] != ".":
        return False
    sentence = text[start : end.start(1)]
    word = sentence[max(sentence.rfind(sign) for sign in " \xa0\n\t") + 1 :].lstrip("\"'“‘«([")
    is_number = word.isdigit() and word == sentence.strip()
    known = ABBREVIATIONS | BEFORE_FIGURES if end[3].isdigit() else ABBREVIATIONS
    return is_number or word.lower() in known or bool(_INITIALS.fullmatch(word))


def _slice(content: Inlines, start: int, end: int) -> Iterator[Inline]:
    """Yield the content between two positions of its words."""
    position = 0
    for inline in content:
        length = len(inline.text) if isinstance(inline, Run) else 1
        first, last = max(start, position), min(end, position + length)
        if first < last:
            cut = slice(first - position, last - position)
            yield worded(inline, inline.text[cut]) if isinstance(inline, Run) else inline
        position += length
