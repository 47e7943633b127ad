"""The translation memory: one look-up over several indexes, in either direction.

A text is looked up as a whole, then segment by segment, then sentence by sentence. A match is exact (100),
the same except for figures and dates, which are carried over and marked (99), or fuzzy (at most 99).
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
"""How many pairs that share words with a text are compared letter by letter: enough that the best is among
them, few enough that a search takes milliseconds."""

MAX_COMPARED = 20_000
"""The longest text that is compared, in characters. The time grows with the square of the length, and a long
paragraph has 2,000."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A translated segment or sentence with its formatting."""

    content: Inlines
    match: MemoryMatch


class Memory:
    """Pairs of texts from several ledgers and files."""

    def __init__(self, indexes: Iterable[Index]) -> None:
        """Search `indexes` in this order; the first exact match counts."""
        self._indexes = tuple(indexes)

    def exact(self, text: str, source: Language) -> MemoryMatch | None:
        """Return the pair whose source has the same words, for a segment or sentence without formatting."""
        piece = self._first(key("words", source, folded(text)), source, has_formatting=False)
        return piece.match if piece else None

    def fuzzy(self, text: str, source: Language, limit: int = 5, cutoff: float = 70) -> list[MemoryMatch]:
        """Return the pairs most similar to a segment or sentence, best first.

        They share at least one word with it. The score is 200 times the length of the longest common
        subsequence, divided by the length of both texts together.
        """
        matches: dict[tuple[str, str], MemoryMatch] = {}
        for match in self._similar(folded(text), source, limit, cutoff):
            matches.setdefault((match.source, match.target), match)
        return sorted(matches.values(), key=lambda match: -match.score)[:limit]

    def containing(self, text: str, source: Language, limit: int = 20) -> list[MemoryMatch]:
        """Return the segments and sentences in a language that have all the words of a text.

        Those that have them one after the other come first. The same pair is returned once.
        """
        sought = folded(text).casefold()
        matches: dict[tuple[str, str], MemoryMatch] = {}
        for index in self._indexes:
            for pair in index.containing(folded(text), source, 10 * limit):
                matches.setdefault((pair.source, pair.target), _match(index, pair, EXACT))
        in_order = sorted(matches.values(), key=lambda match: sought not in folded(match.source).casefold())
        return in_order[:limit]

    def translation(self, text: str, source: Language, *, is_markdown: bool = True) -> MemoryMatch | None:
        """Return the translation of the whole text of a field; none unless every part of it is remembered.

        It has the structure of the text. It is marked as adapted if any figure was carried over.
        """
        whole = self._field(text, source)
        if whole is not None and _fits(whole.target, source.other, is_markdown):
            return whole
        segments = _segments(text, source, is_markdown)
        pieces = _all([self._piece(segment.content, source) for segment in segments])
        if not pieces:
            return None
        contents = [piece.content for piece in pieces]
        try:
            target = join(text, segments, contents, source.other, is_markdown=is_markdown)
        except MarkupError:
            return None
        matches = [piece.match for piece in pieces]
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
        for index in self._indexes:
            index.close()

    def _field(self, text: str, source: Language) -> MemoryMatch | None:
        for index, pair in self._find(key("field", source, folded_lines(text)), source):
            return _match(index, pair, EXACT, "field")
        return None

    def _find(self, key: int, source: Language) -> Iterator[tuple[Index, IndexMatch]]:
        for index in self._indexes:
            yield from ((index, pair) for pair in index.find(key, source))

    def _best(self, content: Inlines, source: Language, cutoff: float) -> MemoryMatch | None:
        piece = self._piece(content, source)
        if piece:
            return piece.match
        similar = next(iter(self.fuzzy(words_of(content), source, 1, cutoff)), None)
        # An exact match without formatting: this content has some, or `_piece` would have returned it.
        return replace(similar, score=ALIKE) if similar and similar.is_exact else similar

    def _piece(self, content: Inlines, source: Language) -> _Piece | None:
        """Return the translation of a segment, whole or sentence by sentence."""
        whole = self._unit(content, source)
        if whole:
            return whole
        sentences, gaps = cut(content)
        if len(sentences) == 1:
            return None
        pieces = _all([self._unit(sentence, source) for sentence in sentences])
        if not pieces:
            return None
        words = together([piece.content for piece in pieces], gaps)
        matches = [replace(piece.match, level="sentence") for piece in pieces]
        return _Piece(words, combined(words_of(content), words_of(words), matches, "sentence"))

    def _unit(self, content: Inlines, source: Language) -> _Piece | None:
        """Return the pair of a segment or sentence with its formatting, or one that differs in figures."""
        if not is_plain(content, source):
            return self._first(key("formatting", source, signature(content)), source, has_formatting=True)
        text = folded(words_of(content))
        exact = self._first(key("words", source, text), source, has_formatting=False)
        return exact or self._adapted(text, source)

    def _first(self, key: int, source: Language, *, has_formatting: bool) -> _Piece | None:
        for index, pair in self._find(key, source):
            if not pair.is_coded and bool(pair.source_formatting) == has_formatting:
                return _Piece(_content(pair, source.other), _match(index, pair, EXACT))
        return None

    def _adapted(self, text: str, source: Language) -> _Piece | None:
        """Return a pair that differs from a folded text in figures alone, with its figures carried over."""
        outline = shape(text, source)
        for index, pair in self._find(key("shape", source, outline), source) if outline else ():
            if match := _carried(index, pair, text, source):
                return _Piece((Run(match.target, source.other),), match)
        return None

    def _similar(self, text: str, source: Language, limit: int, cutoff: float) -> Iterator[MemoryMatch]:
        from rapidfuzz import fuzz, process

        if len(text) > MAX_COMPARED:
            return
        for index in self._indexes:
            pairs = index.like(text, source, cutoff, CANDIDATES)
            sources = [folded(pair.source) for pair in pairs]
            # Twice the limit: pairs with the same texts are later merged into one match.
            for choice, score, place in process.extract(
                text, sources, scorer=fuzz.ratio, limit=2 * limit, score_cutoff=cutoff
            ):
                pair = pairs[place]
                if choice == text:
                    is_exact = not (pair.is_coded or pair.source_formatting)
                    yield _match(index, pair, EXACT if is_exact else ALIKE)
                else:
                    match = _match(index, pair, min(score, ALIKE))
                    yield _carried(index, pair, text, source) or match


def _all(pieces: Sequence[_Piece | None]) -> list[_Piece]:
    """Return the pieces if every one was found; else nothing."""
    known = [piece for piece in pieces if piece]
    return known if len(known) == len(pieces) else []


def _segments(text: str, source: Language, is_markdown: bool) -> Sequence[Segment]:
    """Return the segments of a text; none if no letter can hold the text."""
    try:
        if is_markdown:
            parse(text, source, "")  # refuses what `split` ignores, such as pictures
        return split(text, source, is_markdown=is_markdown)
    except MarkupError:
        return ()


def _fits(target: str, language: Language, is_markdown: bool) -> bool:
    """Return whether a field can hold a text, which may come from a field of another kind."""
    return bool(_segments(target, language, is_markdown)) and (is_markdown or len(target.splitlines()) == 1)


def _match(index: Index, pair: IndexMatch, score: float, level: Level = "segment") -> MemoryMatch:
    return MemoryMatch(pair.source, pair.target, score, index.name + pair.origin, level)


def _carried(index: Index, pair: IndexMatch, text: str, source: Language) -> MemoryMatch | None:
    if pair.is_coded or pair.source_formatting or pair.target_formatting:
        return None
    target = carried(folded(pair.source), pair.target, text, source)
    return None if target is None else replace(_match(index, pair, ALIKE), target=target, is_adapted=True)


def _content(pair: IndexMatch, language: Language) -> Inlines:
    return decoded(pair.target_formatting) if pair.target_formatting else (Run(pair.target, language),)
