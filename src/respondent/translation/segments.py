"""The parts of a field: segments of its source paired with those of its translation, and joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat

from respondent.document.faults import MarkupError
from respondent.document.inlines import joined
from respondent.document.segments import Segment, join, split
from respondent.document.tree import Break, Inline, Inlines, Run
from respondent.document.written import tidied
from respondent.language import Language
from respondent.ledger.standing import Standing
from respondent.ledger.state import RECORDED, State
from respondent.response.fields import Field

WHOLE = "field"
"""The kind of a part that is the whole text, in lines of Markdown."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class FieldPart:
    """A part of a field: a paragraph, a heading, a cell, or all of it."""

    kind: str
    source: Inlines
    target: Inlines | None
    state: State


@dataclass(frozen=True, slots=True)
class FieldParts:
    """A field divided into parts.

    If source and translation have different structures, there is one part of the kind `WHOLE`.
    """

    field: Field
    parts: tuple[FieldPart, ...]

    base: str
    """The text whose Markdown a new translation reuses: the present translation, or else the source."""

    segments: tuple[Segment, ...]
    """Its segments, one for each part; empty if the text is one part."""

    @property
    def is_whole(self) -> bool:
        """Whether the text is one part."""
        return not self.segments

    def text(self, contents: Sequence[Inlines]) -> str:
        """Return the translation with these words in its parts, one for each part.

        Raises:
            MarkupError: if it cannot be written in Markdown.
        """
        language = self.field.source.other
        if self.is_whole:
            end = "\n" if self.base.endswith("\n") else ""
            return text_of(contents[0]).rstrip() + end
        is_markdown = self.field.is_markdown
        # A part that has not changed keeps its Markdown; that of the source would still be in its language.
        is_translated = self.field.in_(language) == self.base
        changed = [
            None if is_translated and tidied(content) == tidied(segment.content) else content
            for content, segment in zip(contents, self.segments, strict=True)
        ]
        return join(self.base, self.segments, changed, language, is_markdown=is_markdown)


@dataclass(frozen=True, slots=True)
class WaitingPart:
    """A returned part that waits in the ledger for the other parts of its field."""

    target: Inlines
    state: State


def settled(content: Inlines, kind: str) -> Inlines:
    """Return words in the form in which two versions of a part are compared."""
    return joined(content) if kind == WHOLE else tidied(content)


def parts(standing: Standing) -> FieldParts | None:
    """Return the parts of the field of a translation; None if it has no source."""
    field = standing.field
    source, target = field.in_(field.source), standing.text
    if not source:
        return None
    segments = segments_of(field, source, field.source)
    if segments is None:
        return whole(field, source, standing)
    if not target:
        return FieldParts(field, tuple(_missing(segments, standing)), source, segments)
    translated = segments_of(field, target, field.source.other)
    old = segments_of(field, standing.old_source, field.source) if standing.old_source else None
    if old and translated and alike(old, translated):
        return _matched(standing, segments, old, translated)
    if translated is None or not alike(segments, translated):
        return whole(field, source, standing)
    pairs = zip(segments, translated, strict=True)
    in_pairs = (FieldPart(one.kind, one.content, other.content, standing.state) for one, other in pairs)
    return FieldParts(field, tuple(in_pairs), target, translated)


def segments_of(field: Field, text: str, language: Language) -> tuple[Segment, ...] | None:
    """Return the segments of a text; None if it has none, or its Markdown cannot be read."""
    try:
        return split(text, language, is_markdown=field.is_markdown) or None
    except MarkupError:
        return None


def alike(one: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Return whether two texts have the same structure: as many segments, of the same kinds."""
    return [segment.kind for segment in one] == [segment.kind for segment in other]


def lines_of(text: str, language: Language) -> Inlines:
    """Return a whole text as lines of unread Markdown, with breaks between them."""
    inlines: list[Inline] = []
    for index, line in enumerate(_LINE_END.split(text.strip("\r\n"))):
        inlines += [Break(language)] if index else []
        inlines += [Run(line, language)] if line else []
    return joined(inlines)


def text_of(content: Inlines) -> str:
    """Return words with line ends for breaks: the reverse of `lines_of`."""
    return "".join("\n" if isinstance(inline, Break) else inline.text for inline in content)


def whole(field: Field, source: str, standing: Standing) -> FieldParts:
    """Return a field as one part, in lines of Markdown."""
    target = lines_of(standing.text, field.source.other) if standing.text else None
    part = FieldPart(WHOLE, lines_of(source, field.source), target, standing.state)
    return FieldParts(field, (part,), standing.text or source, ())


def _missing(segments: Sequence[Segment], standing: Standing) -> Iterator[FieldPart]:
    for segment in segments:
        yield FieldPart(segment.kind, segment.content, None, standing.state)


def _matched(
    standing: Standing, segments: tuple[Segment, ...], old: Sequence[Segment], translated: tuple[Segment, ...]
) -> FieldParts:
    """Return the parts of a text whose source has changed. Unchanged segments keep their translation."""
    places = list(_old_places(old, segments))
    old_state = RECORDED[standing.row.kind] if standing.row else standing.state
    matched = []
    for segment, (place, is_same) in zip(segments, places, strict=True):
        target = None if place is None else translated[place].content
        state = State.MISSING if place is None else old_state if is_same else State.STALE
        matched.append(FieldPart(segment.kind, segment.content, target, state))
    is_in_place = [place for place, _ in places] == list(range(len(translated)))
    if is_in_place and alike(segments, translated):
        return FieldParts(standing.field, tuple(matched), standing.text, translated)
    source = standing.field.in_(standing.field.source) or ""
    return FieldParts(standing.field, tuple(matched), source, segments)


def _old_places(old: Sequence[Segment], new: Sequence[Segment]) -> Iterator[tuple[int | None, bool]]:
    """Yield for each new segment the index of the old one, and whether it is unchanged."""
    from difflib import SequenceMatcher

    before, after = [segment.digest for segment in old], [segment.digest for segment in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        paired = min(end - start, new_end - new_start)
        yield from ((start + step, tag == "equal") for step in range(paired))
        yield from repeat((None, False), new_end - new_start - paired)


def with_waiting(in_parts: FieldParts, waiting: Mapping[int, WaitingPart]) -> FieldParts:
    """Return the parts of a field with waiting parts, given by their index."""
    merged = (
        _with(part, waiting[index]) if index in waiting else part for index, part in enumerate(in_parts.parts)
    )
    return FieldParts(in_parts.field, tuple(merged), in_parts.base, in_parts.segments)


def _with(part: FieldPart, waiting: WaitingPart) -> FieldPart:
    """Return a part with the words of a waiting one if it needs them, else with the approval of its own."""
    if part.target is None or part.state is State.STALE:
        return FieldPart(part.kind, part.source, waiting.target, waiting.state)
    is_same = settled(part.target, part.kind) == settled(waiting.target, part.kind)
    return replace(part, state=waiting.state) if is_same and part.state < waiting.state else part
