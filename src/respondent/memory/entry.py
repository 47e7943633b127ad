"""The entries of a memory: a pair of texts, then its segments and sentences where both sides match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from respondent.document.faults import MarkupError
from respondent.document.markup import parse
from respondent.document.segments import split
from respondent.document.sentences import cut, spans
from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.language import Pair
from respondent.memory.formatting import coded, codes

_PLAIN = Pair("", "")


@dataclass(frozen=True, slots=True)
class MemoryEntry:
    """A pair of texts in an index."""

    texts: Pair[str]
    """Plain words. If `is_field`, the Markdown."""

    formatting: Pair[str] = _PLAIN
    """Words with their formatting, as `coded` writes them; empty if plain."""

    is_field: bool = False
    """Whether it is the whole text of a field, in Markdown."""

    is_coded: bool = False
    """Whether formatting was left out, or differs between the sides: only the words can be reused."""

    rank: str = ""
    """Sorts several entries for one text: the highest counts."""

    origin: str = ""
    """Where it comes from; follows the name of its index."""


def of_field(whole: MemoryEntry) -> Iterator[MemoryEntry]:
    """Yield a pair of whole texts; then its segments and their sentences, if both sides have the same number.

    With unequal numbers nobody knows which segment translates which, so the text is remembered only whole.
    """
    try:
        for language, text in whole.texts.items():
            parse(text, language, "")  # refuses what `split` ignores, such as pictures
        segments = Pair.of(lambda language: split(whole.texts.in_(language), language))
    except MarkupError:
        yield whole
        return
    pairs = [Pair(*both) for both in zip(segments.cy, segments.en, strict=False)]
    if len(segments.cy) != len(segments.en) or any(pair.cy.kind != pair.en.kind for pair in pairs):
        yield whole
        return
    if len(pairs) != 1 or whole.texts != pairs[0].map(lambda segment: segment.words):
        yield whole
    for pair in pairs:
        yield from of_segment(pair.map(lambda segment: segment.content), whole)


def of_segment(content: Pair[Inlines], whole: MemoryEntry) -> Iterator[MemoryEntry]:
    """Yield a pair of segments, and its sentences if both sides have the same number."""
    yield _entry(content, whole)
    sentences = content.map(lambda inlines: cut(inlines)[0])
    if 1 < len(sentences.cy) == len(sentences.en):
        yield from (_entry(Pair(*both), whole) for both in zip(sentences.cy, sentences.en, strict=True))


def of_words(entry: MemoryEntry) -> Iterator[MemoryEntry]:
    """Yield a pair of plain texts, and its sentences if both sides have the same number."""
    yield entry
    sentences = entry.texts.map(lambda text: [text[slice(*span)] for span in spans(text)])
    if not entry.is_coded and 1 < len(sentences.cy) == len(sentences.en):
        yield from (
            replace(entry, texts=Pair(*both)) for both in zip(sentences.cy, sentences.en, strict=True)
        )


def _entry(content: Pair[Inlines], whole: MemoryEntry) -> MemoryEntry:
    return replace(
        whole,
        texts=content.map(words_of),
        formatting=Pair.of(lambda language: coded(content.in_(language), language)),
        is_field=False,
        is_coded=codes(content.cy) != codes(content.en),
    )
