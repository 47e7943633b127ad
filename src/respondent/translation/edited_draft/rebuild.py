"""A text made anew from the paragraphs that a draft has in its place.

What was not touched stays as it was written, sign for sign: a block of the text whose paragraphs are all
there, in their order and as what they were, keeps its Markdown around new words. The rest is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise

from respondent.document.faults import MarkupError
from respondent.document.inlines import merged, worded
from respondent.document.markup import parse, tokens
from respondent.document.segments import Segment, join, split
from respondent.document.tree import Break, Cell, Heading, Inlines, Paragraph, Run
from respondent.document.walk import inlines
from respondent.document.walk import text as words_of
from respondent.document.written import tidied
from respondent.language import Language
from respondent.translation.edited_draft.markdown import Line, markdown
from respondent.translation.edited_draft.shapes import Shape, of_nodes

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
_TOKEN = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class RebuiltLine:
    """A paragraph of the draft in a text."""

    line: Line
    """Its words, and what it is."""

    at: int | None = None
    """Which paragraph of the text it was, from 0; none for a new one."""

    is_changed: bool = True
    """Whether its words or looks are others."""

    is_reshaped: bool = False
    """Whether it has become something else: a heading, an item of a list."""


def rebuilt(text: str, language: Language, lines: Sequence[RebuiltLine]) -> str:
    """Return a text that has these paragraphs.

    Args:
        text: The text as it stands; empty where it is missing.
        language: Its language.
        lines: The paragraphs that it is to have, in order; of a table that is to change, the empty cells too.

    Raises:
        MarkupError: if no Markdown says that.
    """
    new = _joined(text, language, lines)
    wanted = [(tidied(_flat(one.line)), _kind(one.line.shape)) for one in lines]
    if list(_contents(new, language)) != [one for one in wanted if one[0]]:
        raise MarkupError([])
    return new


def spoken(content: Inlines, like: Inlines, language: Language) -> Inlines:
    """Return words in the language of a text, those in the other one that were in it before.

    Word gives what is typed the language of the keyboard, so a document's own word on it is not taken.
    """
    before = [
        (token, one.language) for one in like if isinstance(one, Run) for token in _TOKEN.findall(one.text)
    ]
    pieces = [
        worded(one, token) if isinstance(one, Run) else one
        for one in content
        for token in (_TOKEN.findall(one.text) if isinstance(one, Run) else ("\n",))
    ]
    languages = [language] * len(pieces)
    if any(one != language for _, one in before):
        after = [one.text if isinstance(one, Run) else "\n" for one in pieces]
        matcher = SequenceMatcher(None, after, [token for token, _ in before], autojunk=False)
        for start, other, size in matcher.get_matching_blocks():
            languages[start : start + size] = [one for _, one in before[other : other + size]]
    return merged(replace(one, language=own) for one, own in zip(pieces, languages, strict=True))


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A block of a text: a paragraph, a whole list, a table."""

    start: int
    """Where it begins in the text, in characters."""

    end: int
    segments: tuple[Segment, ...]
    first: int
    """The number of its first paragraph in the text."""


def _joined(text: str, language: Language, lines: Sequence[RebuiltLine]) -> str:
    chunks = list(_chunks(text, language))
    parts: list[tuple[str, _Chunk | None]] = []
    new: list[Line] = []
    at = 0
    while at < len(lines):
        chunk = _whole(chunks, lines, at)
        if chunk is None:
            new.append(lines[at].line)
            at += 1
            continue
        if new:
            parts.append((markdown(new, language), None))
            new = []
        own = lines[at : at + len(chunk.segments)]
        parts.append((_filled(text, chunk, own, language), chunk))
        at += len(own)
    if new:
        parts.append((markdown(new, language), None))
    return _with_gaps(text, chunks, parts)


def _whole(chunks: Sequence[_Chunk], lines: Sequence[RebuiltLine], at: int) -> _Chunk | None:
    """Return the block whose paragraphs all stand here, as what they were; none if there is no such."""
    chunk = next((one for one in chunks if one.first == lines[at].at), None)
    if chunk is None:
        return None
    end = at + len(chunk.segments)
    here = lines[at:end]
    if [one.at for one in here] != list(range(chunk.first, chunk.first + len(chunk.segments))):
        return None
    if any(one.is_reshaped for one in here):
        return None
    around = [one.line for one in (*lines[max(0, at - 1) : at], *lines[end : end + 1]) if one.at is None]
    own = here[0].line.shape
    is_joined = any(
        (one.shape.depth and own.depth) or (one.shape.inset and own.inset) or (one.cell and own.is_cell)
        for one in around
    )
    return None if is_joined else chunk


def _filled(text: str, chunk: _Chunk, lines: Sequence[RebuiltLine], language: Language) -> str:
    moved = [replace(one, start=one.start - chunk.start, end=one.end - chunk.start) for one in chunk.segments]
    contents = [one.line.content if one.is_changed else None for one in lines]
    return join(text[chunk.start : chunk.end], moved, contents, language)


def _with_gaps(text: str, chunks: Sequence[_Chunk], parts: Sequence[tuple[str, _Chunk | None]]) -> str:
    """Return the parts with what stood between them, where they still stand side by side."""
    if not parts:
        return ""
    following = {one.start: other.start for one, other in pairwise(chunks)}
    found = [text[: chunks[0].start] if chunks and parts[0][1] == chunks[0] else ""]
    for (one, chunk), (_, after) in zip(parts, [*parts[1:], ("", None)], strict=True):
        found.append(one)
        if chunk and after and following.get(chunk.start) == after.start:
            found.append(text[chunk.end : after.start])
        else:
            found.append("\n\n")
    found[-1] = text[chunks[-1].end :] if chunks else ""
    return "".join(found)


def _chunks(text: str, language: Language) -> Iterator[_Chunk]:
    """Yield the blocks of a text that have words, in order."""
    lines = [match.span() for match in _LINE.finditer(text)]
    segments, first = split(text, language), 0
    for token in tokens(text):
        if token.level or not token.map or token.nesting < 0:
            continue
        start, end = lines[token.map[0]][0], lines[token.map[1] - 1][1]
        end = start + len(text[start:end].rstrip())
        own = tuple(one for one in segments if start <= one.start < end)
        if own:
            yield _Chunk(start, end, own, first)
            first += len(own)


def _contents(text: str, language: Language) -> Iterator[tuple[Inlines, object]]:
    """Yield the words of each paragraph of a text, and what kind it is."""
    for node, shape in of_nodes(parse(text, language, "")):
        if isinstance(node, Paragraph | Heading | Cell) and (found := tidied(inlines(node))):
            yield found, _kind(shape)


def _kind(shape: Shape) -> object:
    return bool(shape.level), shape.is_numbered, bool(shape.inset), shape.is_cell


def _flat(line: Line) -> Inlines:
    """Return the words of a paragraph as its kind can hold them: headings and cells have one line."""
    if not (line.shape.level or line.shape.is_cell):
        return line.content
    return merged(Run(" ", one.language) if isinstance(one, Break) else one for one in line.content)


def plain(content: Inlines) -> str:
    """Return words as a text of one line has them."""
    return " ".join(words_of(content).split())
