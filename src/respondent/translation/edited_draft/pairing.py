"""Pairing the paragraphs of a draft with those of the letter of today.

1. By reliable bookmarks: the letter still has what the paragraph was made of, or has what it is now.
2. By the words, between those pairs.
3. By the bookmarks of paragraphs that were changed in the response as well.
4. A paragraph left over alone in the place of a missing one is that one, rewritten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from respondent.language import Pair
from respondent.translation.edited_draft.alignment import LEAST, aligned, likeness, rising
from respondent.translation.edited_draft.draft_paragraphs import DraftParagraph
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, Role
from respondent.writers.bookmarks import ContentDigest, ParagraphMark


@dataclass(frozen=True, slots=True)
class Pairing:
    """The paragraph of the letter that a paragraph of the draft is."""

    index: int
    mark: ParagraphMark | None = None
    """The bookmark that says so, if one does."""

    is_guessed: bool = False
    """Whether the paragraph may also belong to the text before it."""


def paired(
    draft_paragraphs: Sequence[DraftParagraph],
    letter_paragraphs: Sequence[LetterParagraph],
    letters: Pair[str],
) -> dict[int, Pairing]:
    """Return the pairing of each draft paragraph that has one, by its index.

    Args:
        draft_paragraphs: The paragraphs of the draft.
        letter_paragraphs: The paragraphs of the letters that it contains.
        letters: The digest of the letter in each language, as bookmarks have it.
    """
    pairs = _Pairs(draft_paragraphs, letter_paragraphs, letters)
    pairs.by_bookmark(is_strong=True)
    pairs.by_words()
    pairs.by_bookmark(is_strong=False)
    pairs.by_place()
    return pairs.pairings


@dataclass(slots=True)
class _Pairs:
    draft_paragraphs: Sequence[DraftParagraph]
    letter_paragraphs: Sequence[LetterParagraph]
    letters: Pair[str]
    pairings: dict[int, Pairing] = field(default_factory=dict)

    def by_bookmark(self, *, is_strong: bool) -> None:
        """Pair by bookmarks; where several compete, the most similar pair wins.

        Word copies bookmarks when people copy or split paragraphs, and joins them when they join paragraphs.
        """
        used = {pairing.index for pairing in self.pairings.values()}
        claims = sorted(self._claims(is_strong), key=lambda claim: (-claim[0], claim[1], claim[2]))
        for _, index, draft_index, mark in claims:
            if draft_index not in self.pairings and index not in used:
                self.pairings[draft_index] = Pairing(index, mark)
                used.add(index)

    def _claims(self, is_strong: bool) -> Iterator[tuple[float, int, int, ParagraphMark]]:
        """Yield the likeness of each paragraph to the one that its bookmark names, and both indexes."""
        by_place: dict[tuple[str, str, int], int] = {}
        by_content: dict[tuple[str, ContentDigest], list[int]] = defaultdict(list)
        for index, original in enumerate(self.letter_paragraphs):
            letter = self.letters.in_(original.letter)
            by_place[letter, original.block, original.turn] = index
            by_content[letter, original.content].append(index)
        for draft_index, paragraph in enumerate(self.draft_paragraphs):
            for mark in paragraph.marks:
                target = by_place.get((mark.letter, mark.block, mark.turn))
                moved = by_content[mark.letter, mark.made]
                is_reliable = target is not None and self.letter_paragraphs[target].content in (
                    mark.made,
                    paragraph.content,
                )
                if not is_reliable and is_strong:
                    # The letter has this content under another number: paragraphs were added before it.
                    target = moved[0] if len(moved) == 1 else None
                if target is not None and (is_strong or self._may_be(paragraph, mark, target)):
                    similarity = likeness(paragraph.words, self.letter_paragraphs[target].words)
                    yield similarity, target, draft_index, mark

    def _may_be(self, paragraph: DraftParagraph, mark: ParagraphMark, index: int) -> bool:
        """Return whether a paragraph may be one that has changed in the response.

        A paragraph that nobody edited and that is unlike it was replaced in the response by another.
        """
        is_untouched = paragraph.content.words == mark.made.words
        return not is_untouched or likeness(paragraph.words, self.letter_paragraphs[index].words) >= LEAST

    def by_words(self) -> None:
        """Pair equal or similar paragraphs between those that are paired."""
        for draft_indexes, indexes, _ in list(self._stretches()):
            pairs = aligned(
                [self.draft_paragraphs[index].words for index in draft_indexes],
                [self.letter_paragraphs[index].words for index in indexes],
            )
            self.pairings |= {draft_indexes[one]: Pairing(indexes[other]) for one, other in pairs}

    def by_place(self) -> None:
        """Pair a paragraph that is alone in the place of a missing one."""
        for draft_indexes, indexes, before in list(self._stretches()):
            if len(draft_indexes) != 1 or len(indexes) != 1:
                continue
            paragraph, original = self.draft_paragraphs[draft_indexes[0]], self.letter_paragraphs[indexes[0]]
            if original.role in (Role.TEXT, Role.LINE) and paragraph.shape.is_like(original.shape):
                text = before.text if before else None
                is_guessed = text is not None and text.is_open and text != original.text
                self.pairings[draft_indexes[0]] = Pairing(indexes[0], is_guessed=is_guessed)

    def _stretches(self) -> Iterator[tuple[list[int], list[int], LetterParagraph | None]]:
        """Yield the unpaired indexes of draft and letter between two pairs, and the paragraph before them."""
        known = sorted(self.pairings)
        in_order = [known[place] for place in rising([self.pairings[index].index for index in known])]
        used = {pairing.index for pairing in self.pairings.values()}
        pairs = [(-1, -1), *((index, self.pairings[index].index) for index in in_order)]
        end = (len(self.draft_paragraphs), len(self.letter_paragraphs))
        for (draft_start, start), (draft_stop, stop) in pairwise([*pairs, end]):
            draft_indexes = [
                index
                for index in range(draft_start + 1, draft_stop)
                if index not in self.pairings and self.draft_paragraphs[index].words
            ]
            indexes = [
                index
                for index in range(start + 1, stop)
                if index not in used and self.letter_paragraphs[index].words
            ]
            yield draft_indexes, indexes, self.letter_paragraphs[start] if start >= 0 else None
