"""A text rebuilt from the paragraphs that a draft has in its place.

People write Markdown in their own way, so that as much of it as possible is kept. A block whose paragraphs
are all in the draft, in their order and shape, keeps its Markdown around new words. The rest is rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from respondent.document.alike import blocks
from respondent.document.faults import MarkupError
from respondent.document.inlines import merged, worded
from respondent.document.markup import parse, tokens
from respondent.document.segments import Segment, join, split
from respondent.document.tree import Cell, Heading, Inlines, Paragraph, Run
from respondent.document.walk import inlines
from respondent.document.walk import text as words_of
from respondent.document.written import tidied
from respondent.language import Language
from respondent.translation.edited_draft.markdown import Line, markdown, one_line
from respondent.translation.edited_draft.shapes import Shape, of_nodes

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")
"""A line with its end, as the Markdown parser counts lines."""

_TOKEN = re.compile(r"\s+|\S+")
"""A word or a space: the unit in which two versions of a paragraph are compared."""


@dataclass(frozen=True, slots=True)
class RebuiltLine:
    """A paragraph of the draft in a text."""

    line: Line
    """Its words and shape."""

    index: int | None = None
    """Its index among the paragraphs of the text; None if it is new."""

    is_changed: bool = True
    """Whether its words or formatting have changed."""

    is_reshaped: bool = False
    """Whether its shape has changed, say to a heading or an item of a list."""


def rebuilt(text: str, language: Language, lines: Sequence[RebuiltLine]) -> str:
    """Return the text that consists of these paragraphs.

    Args:
        text: The present text; empty if it is missing.
        language: Its language.
        lines: Its new paragraphs in order. A table that changes its structure needs its empty cells too.

    Raises:
        MarkupError: if it cannot be written in Markdown.
    """
    lines = _unwrapped(text, language, lines)
    new = _joined(text, language, lines)
    # Read back: some emphasis, and some signs at the beginning of a line, read as something else.
    expected = [
        (tidied(_content(rebuilt_line.line)), _kind(rebuilt_line.line.shape)) for rebuilt_line in lines
    ]
    if list(_contents(new, language)) != [pair for pair in expected if pair[0]]:
        raise MarkupError([])
    return new


def _unwrapped(text: str, language: Language, lines: Sequence[RebuiltLine]) -> Sequence[RebuiltLine]:
    """Return the paragraphs without the quotation in which the letter prints a text in the speaker's words.

    Nobody typed that quotation: the paragraphs stand in it as they did when the draft was made.
    """
    present = [line for line in lines if line.index is not None]
    typed = [shape.inset for node, shape in of_nodes(parse(text, language, "")) if inlines(node)]
    if not present or not typed or any(line.is_reshaped for line in present):
        return lines
    around = min(line.line.shape.inset for line in present) - min(typed)
    if around <= 0:
        return lines
    return [
        replace(
            line,
            line=replace(
                line.line, shape=replace(line.line.shape, inset=max(0, line.line.shape.inset - around))
            ),
        )
        for line in lines
    ]


def spoken(content: Inlines, before: Inlines, language: Language) -> Inlines:
    """Return words in the language of a text, except words that were in the other language before.

    Word sets the language of typed words by the keyboard, so that the language in the document is ignored.
    """
    old = [
        (token, run.language) for run in before if isinstance(run, Run) for token in _TOKEN.findall(run.text)
    ]
    new = [
        worded(inline, token) if isinstance(inline, Run) else inline
        for inline in content
        for token in (_TOKEN.findall(inline.text) if isinstance(inline, Run) else ("\n",))
    ]
    languages = [language] * len(new)
    if any(old_language != language for _, old_language in old):
        tokens_now = [inline.text if isinstance(inline, Run) else "\n" for inline in new]
        for start, old_start, size in blocks(tokens_now, [token for token, _ in old]):
            old_languages = [old_language for _, old_language in old[old_start : old_start + size]]
            languages[start : start + size] = old_languages
    pairs = zip(new, languages, strict=True)
    return merged(replace(inline, language=own_language) for inline, own_language in pairs)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A block of a text: a paragraph, a whole list, a table."""

    start: int
    """The index of its first character in the text."""

    end: int
    segments: tuple[Segment, ...]
    first: int
    """The index of its first paragraph in the text."""


def _joined(text: str, language: Language, lines: Sequence[RebuiltLine]) -> str:
    chunks = list(_chunks(text, language))
    parts: list[tuple[str, _Chunk | None]] = []
    new: list[Line] = []
    place = 0
    while place < len(lines):
        chunk = _intact_chunk(chunks, lines, place)
        if chunk is None:
            new.append(lines[place].line)
            place += 1
            continue
        if new:
            parts.append((markdown(new, language), None))
            new = []
        own = lines[place : place + len(chunk.segments)]
        parts.append((_refilled(text, chunk, own, language), chunk))
        place += len(own)
    if new:
        parts.append((markdown(new, language), None))
    return _with_space_between(text, chunks, parts)


def _intact_chunk(chunks: Sequence[_Chunk], lines: Sequence[RebuiltLine], place: int) -> _Chunk | None:
    """Return the block whose paragraphs are all here, in their order and shape; None if there is none."""
    chunk = next((chunk for chunk in chunks if chunk.first == lines[place].index), None)
    if chunk is None:
        return None
    end = place + len(chunk.segments)
    own = lines[place:end]
    is_complete = [line.index for line in own] == [*range(chunk.first, chunk.first + len(chunk.segments))]
    if not is_complete or any(line.is_reshaped for line in own):
        return None
    # A new item, quotation or row beside the block belongs into it, so that the block has to be rewritten.
    neighbours = (*lines[max(0, place - 1) : place], *lines[end : end + 1])
    shape = own[0].line.shape
    is_extended = any(
        (new.shape.depth and shape.depth) or (new.shape.inset and shape.inset) or (new.cell and shape.is_cell)
        for new in (neighbour.line for neighbour in neighbours if neighbour.index is None)
    )
    return None if is_extended else chunk


def _refilled(text: str, chunk: _Chunk, lines: Sequence[RebuiltLine], language: Language) -> str:
    """Return a block with new words in its Markdown."""
    moved = [
        replace(segment, start=segment.start - chunk.start, end=segment.end - chunk.start)
        for segment in chunk.segments
    ]
    contents = [line.line.content if line.is_changed else None for line in lines]
    return join(text[chunk.start : chunk.end], moved, contents, language)


def _with_space_between(
    text: str, chunks: Sequence[_Chunk], parts: Sequence[tuple[str, _Chunk | None]]
) -> str:
    """Return the parts, with the text's own space between blocks that are still neighbours."""
    if not parts:
        return ""
    following = {chunk.start: after.start for chunk, after in pairwise(chunks)}
    output = [text[: chunks[0].start] if chunks and parts[0][1] == chunks[0] else ""]
    for (part, chunk), (_, after) in zip(parts, [*parts[1:], ("", None)], strict=True):
        output.append(part)
        if chunk and after and following.get(chunk.start) == after.start:
            output.append(text[chunk.end : after.start])
        else:
            output.append("\n\n")
    output[-1] = text[chunks[-1].end :] if chunks else ""
    return "".join(output)


def _chunks(text: str, language: Language) -> Iterator[_Chunk]:
    """Yield the blocks with words of a text, in order."""
    lines = [match.span() for match in _LINE.finditer(text)]
    segments, first = split(text, language), 0
    for token in tokens(text):
        if token.level or not token.map or token.nesting < 0:
            continue
        start, end = lines[token.map[0]][0], lines[token.map[1] - 1][1]
        end = start + len(text[start:end].rstrip())
        own = tuple(segment for segment in segments if start <= segment.start < end)
        if own:
            yield _Chunk(start, end, own, first)
            first += len(own)


def _contents(text: str, language: Language) -> Iterator[tuple[Inlines, object]]:
    """Yield the words and the kind of each paragraph of a text."""
    for node, shape in of_nodes(parse(text, language, "")):
        if isinstance(node, Paragraph | Heading | Cell) and (words := tidied(inlines(node))):
            yield words, _kind(shape)


def _kind(shape: Shape) -> object:
    return bool(shape.level), shape.is_numbered, bool(shape.inset), shape.is_cell


def _content(line: Line) -> Inlines:
    return one_line(line.content) if line.shape.level or line.shape.is_cell else line.content


def plain(content: Inlines) -> str:
    """Return words as a text of one line without formatting."""
    return " ".join(words_of(content).split())
