"""The translation memory: pairs of texts from several places as one look-up, in either direction.

A text is looked up as a whole, else by its segments, else those by their sentences. A match is exact (100),
or alike but for figures and dates, which are then carried over and marked (99), or only like it (at most 99),
by the letters that both have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from respondent.document.faults import MarkupError
from respondent.document.markup import parse
from respondent.document.segments import Segment, join, split
from respondent.document.sentences import cut, together
from respondent.document.tree import Inlines, Run
from respondent.document.walk import text as words_of
from respondent.language import Language
from respondent.memory.figures import carried, shape
from respondent.memory.folding import folded, folded_lines, key
from respondent.memory.formatting import decoded, is_plain, signature
from respondent.memory.index import Index, IndexMatch
from respondent.memory.match import ALIKE, EXACT, Level, MatchedPart, MemoryMatch, combined

CANDIDATES = 300
"""How many pairs that share words with a text are compared with it letter by letter."""

MAX_COMPARED = 20_000
"""The longest text that is compared, in characters; a long paragraph has 2,000."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A translated segment or sentence with its looks."""

    content: Inlines
    match: MemoryMatch


class Memory:
    """Pairs of texts of several ledgers and files. Look-ups go in either direction."""

    def __init__(self, indexes: Iterable[Index]) -> None:
        """Take indexes, of which the first that has a text counts."""
        self._indexes = tuple(indexes)

    def exact(self, text: str, source: Language) -> MemoryMatch | None:
        """Return the pair of a segment or a sentence without emphasis and links: the same words."""
        piece = self._first(key("words", source, folded(text)), source, has_looks=False)
        return piece.match if piece else None

    def fuzzy(self, text: str, source: Language, limit: int = 5, cutoff: float = 70) -> list[MemoryMatch]:
        """Return the pairs most like a segment or a sentence, the best first.

        They share a word with it at least. The score is what both have in common, letter by letter: 200 times
        the letters of the longest sequence that stands in both, divided by the letters of both.
        """
        wanted = folded(text)
        found: dict[tuple[str, str], MemoryMatch] = {}
        for match in self._near(wanted, source, limit, cutoff):
            found.setdefault((match.source, match.target), match)
        return sorted(found.values(), key=lambda match: -match.score)[:limit]

    def translation(self, text: str, source: Language, *, is_markdown: bool = True) -> MemoryMatch | None:
        """Return the translation of the whole text of a field; none unless every part of it is remembered.

        Its structure is that of the text. Where figures have been carried over in a part, it is marked.
        """
        whole = self._field(text, source)
        if whole is not None and _fits(whole.target, source.other, is_markdown):
            return whole
        segments = _segments(text, source, is_markdown)
        pieces = [self._piece(segment.content, source) for segment in segments]
        found = [piece for piece in pieces if piece]
        if not found or len(found) != len(segments):
            return None
        contents = [piece.content for piece in found]
        try:
            target = join(text, segments, contents, source.other, is_markdown=is_markdown)
        except MarkupError:
            return None
        matches = [piece.match for piece in found]
        return combined(text, target, matches, "field" if len(segments) == 1 else "segment")

    def parts(
        self, text: str, source: Language, *, is_markdown: bool = True, cutoff: float = 70
    ) -> list[MatchedPart]:
        """Return the segments of a field's text, each with the best match, exact or not."""
        return [
            MatchedPart(segment, self._best(segment.content, source, cutoff))
            for segment in _segments(text, source, is_markdown)
        ]

    def close(self) -> None:
        """Close the indexes."""
        for one in self._indexes:
            one.close()

    def _field(self, text: str, source: Language) -> MemoryMatch | None:
        number = key("field", source, folded_lines(text))
        for one in self._indexes:
            for found in one.find(number, source):
                return _match(one, found, EXACT, "field")
        return None

    def _best(self, content: Inlines, source: Language, cutoff: float) -> MemoryMatch | None:
        piece = self._piece(content, source)
        if piece:
            return piece.match
        near = next(iter(self.fuzzy(words_of(content), source, 1, cutoff)), None)
        # Where the words are the same and yet no translation was found, their looks differ.
        return replace(near, score=ALIKE) if near and near.is_exact else near

    def _piece(self, content: Inlines, source: Language) -> _Piece | None:
        """Return the translation of a segment, at once or by its sentences."""
        whole = self._unit(content, source)
        if whole:
            return whole
        sentences, gaps = cut(content)
        if len(sentences) == 1:
            return None
        found = [self._unit(sentence, source) for sentence in sentences]
        pieces = [piece for piece in found if piece]
        if len(pieces) != len(found):
            return None
        words = together([piece.content for piece in pieces], gaps)
        matches = [replace(piece.match, level="sentence") for piece in pieces]
        return _Piece(words, combined(words_of(content), words_of(words), matches, "sentence"))

    def _unit(self, content: Inlines, source: Language) -> _Piece | None:
        """Return the pair of a segment or a sentence with its looks, or one whose figures alone differ."""
        wanted = folded(words_of(content))
        if not is_plain(content, source):
            return self._first(key("looks", source, signature(content)), source, has_looks=True)
        return self._first(key("words", source, wanted), source, has_looks=False) or self._adapted(
            wanted, source
        )

    def _first(self, number: int, source: Language, *, has_looks: bool) -> _Piece | None:
        for one in self._indexes:
            for found in one.find(number, source):
                if not found.is_coded and bool(found.source_looks) == has_looks:
                    return _Piece(_content(found, source.other), _match(one, found, EXACT))
        return None

    def _adapted(self, wanted: str, source: Language) -> _Piece | None:
        """Return a pair whose text differs in figures alone, with those of a folded text carried over."""
        outline = shape(wanted, source)
        for one in self._indexes if outline else ():
            for found in one.find(key("shape", source, outline), source):
                match = _carried(one, found, wanted, source)
                if match:
                    return _Piece((Run(match.target, source.other),), match)
        return None

    def _near(self, wanted: str, source: Language, limit: int, cutoff: float) -> Iterator[MemoryMatch]:
        from rapidfuzz import fuzz, process

        if len(wanted) > MAX_COMPARED:
            return
        for one in self._indexes:
            near = one.like(wanted, source, cutoff, CANDIDATES)
            choices = [folded(found.source) for found in near]
            for text, score, place in process.extract(
                wanted, choices, scorer=fuzz.ratio, limit=2 * limit, score_cutoff=cutoff
            ):
                found = near[place]
                if text == wanted:
                    is_exact = not (found.is_coded or found.source_looks)
                    yield _match(one, found, EXACT if is_exact else ALIKE)
                else:
                    match = _match(one, found, min(score, ALIKE))
                    yield _carried(one, found, wanted, source) or match


def _segments(text: str, source: Language, is_markdown: bool) -> Sequence[Segment]:
    """Return the segments of a text; none where it is no text that a letter can hold."""
    try:
        if is_markdown:
            parse(text, source, "")  # which refuses what `split` passes over, pictures say
        return split(text, source, is_markdown=is_markdown)
    except MarkupError:
        return ()


def _fits(target: str, language: Language, is_markdown: bool) -> bool:
    """Return whether a field can hold a text, which may have been approved for one of another kind."""
    return bool(_segments(target, language, is_markdown)) and (is_markdown or len(target.splitlines()) == 1)


def _match(one: Index, found: IndexMatch, score: float, level: Level = "segment") -> MemoryMatch:
    return MemoryMatch(found.source, found.target, score, one.name + found.origin, level)


def _carried(one: Index, found: IndexMatch, wanted: str, source: Language) -> MemoryMatch | None:
    if found.is_coded or found.source_looks or found.target_looks:
        return None
    target = carried(folded(found.source), found.target, wanted, source)
    return None if target is None else replace(_match(one, found, ALIKE), target=target, is_adapted=True)


def _content(found: IndexMatch, language: Language) -> Inlines:
    return decoded(found.target_looks) if found.target_looks else (Run(found.target, language),)
