"""Split a text into segments (paragraphs, headings, list items, table cells), and join them again.

Everything between the segments, including the signs of Markdown, is kept. Joining the unchanged segments of a
text gives exactly that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

from respondent.document import cells, prose
from respondent.document.content import TextBuilder
from respondent.document.faults import MarkupError
from respondent.document.markup import tokens
from respondent.document.tree import Break, Inlines, Run
from respondent.document.walk import text as words_of
from respondent.document.written import to_markdown
from respondent.language import Language

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_HEADING = re.compile(r"[^#]*#{1,6}[ \t]+")

_OPENS = {
    "paragraph_open": "paragraph",
    "heading_open": "heading",
    "th_open": "cell",
    "td_open": "cell",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """The smallest unit of a text that is translated by itself."""

    content: Inlines
    """Its words, with their formatting."""

    start: int
    """Its first character in the text, from 0."""

    end: int
    """The character after its last."""

    kind: str
    """``paragraph``, ``heading`` or ``cell``."""

    prefix: str = ""
    """The start of each further line: the indent of a list, the sign of a quotation."""

    @property
    def words(self) -> str:
        """Its words without formatting."""
        return words_of(self.content)

    @property
    def digest(self) -> str:
        """A digest of its words and their formatting."""
        return digest(self.content)


def digest(content: Inlines) -> str:
    """Return a digest of words and their formatting: 12 hexadecimal digits."""
    parts = (
        "\n"
        if isinstance(inline, Break)
        else f"{inline.language}{inline.strong:d}{inline.emphasis:d}{inline.href}\x1f{inline.text}\x1e"
        for inline in content
    )
    return sha256("".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def split(text: str, language: Language, *, is_markdown: bool = True) -> tuple[Segment, ...]:
    r"""Return the segments of a text in reading order.

    Raises:
        MarkupError: for anything that a letter cannot have in a line, such as a picture.

    >>> [segment.words for segment in split("One\n\n- two\n- *three*\n", Language.EN)]
    ['One', 'two', 'three']
    """
    if not is_markdown or prose.words(text):
        return tuple(_plain(text, language))
    content = TextBuilder(language)
    lines = [match.span() for match in _LINE.finditer(text)]
    segments = tuple(_segments(text, lines, content, tokens(text)))
    if content.faults:
        raise MarkupError(content.faults)
    return segments


def join(
    text: str,
    segments: Sequence[Segment],
    contents: Sequence[Inlines | None],
    language: Language,
    *,
    is_markdown: bool = True,
) -> str:
    """Return `text` with new words in the places of its segments.

    Args:
        text: The text that gives the structure, usually the source.
        segments: Its segments, from `split`.
        contents: The new words of each segment; None keeps it.
        language: The language of the new words.
        is_markdown: Whether the text is Markdown, or one plain line.

    Raises:
        MarkupError: if Markdown cannot express the emphasis.
        ValueError: if the numbers of contents and segments differ.
    """
    pieces, position = [], 0
    for segment, content in zip(segments, contents, strict=True):
        pieces.append(text[position : segment.start])
        pieces.append(
            text[segment.start : segment.end]
            if content is None
            else _filled(segment, content, language, is_markdown)
        )
        position = segment.end
    return "".join((*pieces, text[position:]))


def _filled(segment: Segment, content: Inlines, language: Language, is_markdown: bool) -> str:
    if not is_markdown:
        return words_of(content)
    if segment.kind != "paragraph":
        content = tuple(_space(language) if isinstance(inline, Break) else inline for inline in content)
    text = to_markdown(content, language, is_cell=segment.kind == "cell")
    return text.replace("\n", f"\n{segment.prefix}")


def _space(language: Language) -> Run:
    return Run(" ", language)


def _plain(text: str, language: Language) -> Iterator[Segment]:
    words = text.strip()
    if words:
        start = text.index(words)
        yield Segment((Run(words, language),), start, start + len(words), "paragraph")


def _segments(
    text: str, lines: Sequence[tuple[int, int]], content: TextBuilder, parsed: Sequence[Token]
) -> Iterator[Segment]:
    row: list[tuple[int, int]] = []
    for before, token in pairwise(parsed):
        if before.type == "tr_open" and before.map:
            start, end = lines[before.map[0]]
            row = [(start + begin, start + stop) for begin, stop in cells.spans(text[start:end])]
        if token.type != "inline" or before.type not in _OPENS or not token.map:
            continue
        kind = _OPENS[before.type]
        if kind == "cell" and not row:  # the parser fills short rows up with cells that are not in the text
            continue
        span = row.pop(0) if kind == "cell" else _span(text, lines, token, kind)
        if inlines := content.inlines(token):
            line_start = lines[token.map[0]][0]
            yield Segment(inlines, *span, kind, _prefix(text[line_start : span[0]]))


def _span(text: str, lines: Sequence[tuple[int, int]], token: Token, kind: str) -> tuple[int, int]:
    """Return the start and end of the words of a paragraph or heading in the text."""
    assert token.map is not None
    content = token.content.split("\n")
    start, end = lines[token.map[0]]
    first = text[start:end]
    if kind == "heading":
        match = _HEADING.match(first)
        begin = start + (first.index(content[0], match.end()) if match else first.rindex(content[0]))
    else:
        begin = start + first.rindex(content[0])
    if len(content) == 1:
        return begin, begin + len(content[0])
    last_start, last_end = lines[token.map[0] + len(content) - 1]
    last = content[-1].strip()
    return begin, last_start + text[last_start:last_end].rindex(last) + len(last)


def _prefix(before: str) -> str:
    """Return the start of the further lines of a paragraph: quotation signs, and spaces for list signs."""
    return "".join(sign if sign in ">\t" else " " for sign in before)
