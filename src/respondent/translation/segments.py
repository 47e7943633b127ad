"""A field's text beside its translation, part against part, and how parts make a text again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
"""The kind of a part that is the whole text, in Markdown, a line a line."""

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
    """A field in its parts.

    Where nobody can tell which part of the translation belongs to which part of the source, there is one
    part, of the kind `WHOLE`.
    """

    field: Field
    parts: tuple[FieldPart, ...]

    base: str
    """The text whose structure a new translation gets: the translation there is, else the source."""

    segments: tuple[Segment, ...]
    """Its segments, one for each part; none where the text is one part."""

    @property
    def is_whole(self) -> bool:
        """Whether the text travels as a whole."""
        return not self.segments

    def text(self, contents: Sequence[Inlines]) -> str:
        """Return the translation that has these words in its parts, as many as there are parts.

        Raises:
            MarkupError: if no Markdown says that.
        """
        language = self.field.source.other
        if self.is_whole:
            end = "\n" if self.base.endswith("\n") else ""
            return text_of(contents[0]).rstrip() + end
        is_markdown = self.field.is_markdown
        unchanged = self.field.in_(language) == self.base
        kept = [
            None if unchanged and tidied(content) == tidied(segment.content) else content
            for content, segment in zip(contents, self.segments, strict=True)
        ]
        return join(self.base, self.segments, kept, language, is_markdown=is_markdown)


@dataclass(frozen=True, slots=True)
class WaitingPart:
    """A translated part that came in while others of its field were still to come, as the ledger keeps it."""

    target: Inlines
    state: State


def settled(content: Inlines, kind: str) -> Inlines:
    """Return words as a text of that kind will hold them: two are the same if these are."""
    return joined(content) if kind == WHOLE else tidied(content)


def parts(standing: Standing) -> FieldParts | None:
    """Return the parts of a field of which `standing` is that of its translation; none without a source."""
    field = standing.field
    source, target = field.in_(field.source), standing.text
    if not source:
        return None
    segments = segments_of(field, source, field.source)
    if segments is None:
        return _whole(field, source, standing)
    if not target:
        return FieldParts(field, tuple(_missing(segments, standing)), source, segments)
    translated = segments_of(field, target, field.source.other)
    old = segments_of(field, standing.old_source, field.source) if standing.old_source else None
    if old and translated and alike(old, translated):
        return _matched(standing, segments, old, translated)
    if translated is None or not alike(segments, translated):
        return _whole(field, source, standing)
    pairs = zip(segments, translated, strict=True)
    found = (FieldPart(one.kind, one.content, other.content, standing.state) for one, other in pairs)
    return FieldParts(field, tuple(found), target, translated)


def segments_of(field: Field, text: str, language: Language) -> tuple[Segment, ...] | None:
    """Return the segments of a text of a field; none where it has none, or is no text of a letter."""
    try:
        return split(text, language, is_markdown=field.is_markdown) or None
    except MarkupError:
        return None


def alike(one: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Return whether two texts have as many segments, of the same kinds."""
    return [segment.kind for segment in one] == [segment.kind for segment in other]


def lines_of(text: str, language: Language) -> Inlines:
    """Return a whole text as words, its lines parted by breaks, with nothing of its Markdown read."""
    found: list[Inline] = []
    for index, line in enumerate(_LINE_END.split(text.strip("\r\n"))):
        found += [Break(language)] if index else []
        found += [Run(line, language)] if line else []
    return joined(found)


def text_of(content: Inlines) -> str:
    """Return words, each break as a line end: what `lines_of` makes of a text, back again."""
    return "".join("\n" if isinstance(one, Break) else one.text for one in content)


def _whole(field: Field, source: str, standing: Standing) -> FieldParts:
    target = lines_of(standing.text, field.source.other) if standing.text else None
    part = FieldPart(WHOLE, lines_of(source, field.source), target, standing.state)
    return FieldParts(field, (part,), standing.text or source, ())


def _missing(segments: Sequence[Segment], standing: Standing) -> Iterator[FieldPart]:
    for segment in segments:
        yield FieldPart(segment.kind, segment.content, None, standing.state)


def _matched(
    standing: Standing, segments: tuple[Segment, ...], old: Sequence[Segment], translated: tuple[Segment, ...]
) -> FieldParts:
    """Return the parts of a text whose source has changed: what did not change keeps its translation."""
    places = list(_places(old, segments))
    said = RECORDED[standing.row.kind] if standing.row else standing.state
    found = []
    for segment, (place, is_same) in zip(segments, places, strict=True):
        target = None if place is None else translated[place].content
        state = State.MISSING if place is None else said if is_same else State.STALE
        found.append(FieldPart(segment.kind, segment.content, target, state))
    is_in_place = [place for place, _ in places] == list(range(len(translated)))
    if is_in_place and alike(segments, translated):
        return FieldParts(standing.field, tuple(found), standing.text, translated)
    return FieldParts(standing.field, tuple(found), standing.field.in_(standing.field.source) or "", segments)


def _places(old: Sequence[Segment], new: Sequence[Segment]) -> Iterator[tuple[int | None, bool]]:
    """Yield for each new segment which old one it was, and whether it is still the same."""
    from difflib import SequenceMatcher

    before, after = [one.digest for one in old], [one.digest for one in new]
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        replaced = min(b - a, d - c)
        yield from ((a + step, tag == "equal") for step in range(replaced))
        yield from repeat((None, False), d - c - replaced)


def with_kept(found: FieldParts, kept: Mapping[int, WaitingPart]) -> FieldParts:
    """Return the parts with what came in for some of them before, by their place.

    It stands for a translation that is missing or stale, and speaks for one that has the same words.
    """
    filled = (_with(part, kept[at]) if at in kept else part for at, part in enumerate(found.parts))
    return FieldParts(found.field, tuple(filled), found.base, found.segments)


def _with(part: FieldPart, kept: WaitingPart) -> FieldPart:
    if part.target is None or part.state is State.STALE:
        return FieldPart(part.kind, part.source, kept.target, kept.state)
    if part.state < kept.state and settled(part.target, part.kind) == settled(kept.target, part.kind):
        return FieldPart(part.kind, part.source, part.target, kept.state)
    return part
