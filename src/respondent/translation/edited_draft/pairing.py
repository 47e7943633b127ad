"""Paragraphs of a draft and of the letter of today, paired.

First by bookmarks that hold good: the letter still has what the paragraph was made of, or has what it is now.
Then by the words, between those. Then by bookmarks of paragraphs that were changed here as well. What is left
over alone in the place of one that is missing is that one, written anew.
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
    """The leaf of a piece."""

    leaf: int
    mark: ParagraphMark | None = None
    """The bookmark that says so, if one does."""

    is_guessed: bool = False
    """Whether the piece may as well belong to the text before it."""


def paired(
    pieces: Sequence[DraftParagraph], leaves: Sequence[LetterParagraph], letters: Pair[str]
) -> dict[int, Pairing]:
    """Return the leaf of each piece that has one, both by their numbers.

    Args:
        pieces: The paragraphs of the draft.
        leaves: Those of the letters that it holds.
        letters: The figures of the letter in each language, as bookmarks have them.
    """
    pairing = _Pairing(pieces, leaves, letters)
    pairing.by_bookmark(is_strong=True)
    pairing.by_words()
    pairing.by_bookmark(is_strong=False)
    pairing.by_place()
    return pairing.found


@dataclass(slots=True)
class _Pairing:
    pieces: Sequence[DraftParagraph]
    leaves: Sequence[LetterParagraph]
    letters: Pair[str]
    found: dict[int, Pairing] = field(default_factory=dict)

    def by_bookmark(self, *, is_strong: bool) -> None:
        """Pair by bookmarks: the likest first where several claim one, or one claims several."""
        taken = {one.leaf for one in self.found.values()}
        claims = sorted(self._claims(is_strong), key=lambda one: (-one[0], one[1], one[2]))
        for _, leaf, number, mark in claims:
            if number not in self.found and leaf not in taken:
                self.found[number] = Pairing(leaf, mark)
                taken.add(leaf)

    def _claims(self, is_strong: bool) -> Iterator[tuple[float, int, int, ParagraphMark]]:
        """Yield how like each piece is to the leaf that a bookmark of it names, and both numbers."""
        at_place = {
            (self.letters.in_(leaf.letter), leaf.block, leaf.turn): at for at, leaf in enumerate(self.leaves)
        }
        of_words: dict[tuple[str, ContentDigest], list[int]] = defaultdict(list)
        for at, leaf in enumerate(self.leaves):
            of_words[self.letters.in_(leaf.letter), leaf.content].append(at)
        for number, piece in enumerate(self.pieces):
            for mark in piece.marks:
                own = at_place.get((mark.letter, mark.block, mark.turn))
                moved = of_words[mark.letter, mark.made]
                is_good = own is not None and self.leaves[own].content in (mark.made, piece.content)
                if not is_good and is_strong:
                    own = moved[0] if len(moved) == 1 else None
                if own is not None and (is_strong or self._may_be(piece, mark, own)):
                    yield likeness(piece.words, self.leaves[own].words), own, number, mark

    def _may_be(self, piece: DraftParagraph, mark: ParagraphMark, at: int) -> bool:
        """Return whether a piece may be a leaf that was changed: not if nobody edited it, and is unlike."""
        is_untouched = piece.content.words == mark.made.words
        return not is_untouched or likeness(piece.words, self.leaves[at].words) >= LEAST

    def by_words(self) -> None:
        """Pair what is alike, or like each other, between those that are paired."""
        for free, open_, _ in list(self._stretches()):
            words = [self.pieces[at].words for at in free], [self.leaves[at].words for at in open_]
            self.found |= {free[one]: Pairing(open_[other]) for one, other in aligned(*words)}

    def by_place(self) -> None:
        """Pair what stands alone in the place of one that is missing."""
        for free, open_, before in list(self._stretches()):
            if len(free) != 1 or len(open_) != 1:
                continue
            piece, leaf = self.pieces[free[0]], self.leaves[open_[0]]
            if leaf.role in (Role.TEXT, Role.LINE) and piece.shape.is_like(leaf.shape):
                home = before.home if before else None
                is_guessed = home is not None and home.is_open and home != leaf.home
                self.found[free[0]] = Pairing(open_[0], is_guessed=is_guessed)

    def _stretches(self) -> Iterator[tuple[list[int], list[int], LetterParagraph | None]]:
        """Yield the pieces and the leaves without a pair between two pairs, and the leaf before them."""
        known = sorted(self.found)
        steady = [known[at] for at in rising([self.found[number].leaf for number in known])]
        taken = {one.leaf for one in self.found.values()}
        ends = [(-1, -1), *((number, self.found[number].leaf) for number in steady)]
        for (a, c), (b, d) in pairwise([*ends, (len(self.pieces), len(self.leaves))]):
            free = [at for at in range(a + 1, b) if at not in self.found and self.pieces[at].words]
            open_ = [at for at in range(c + 1, d) if at not in taken and self.leaves[at].words]
            yield free, open_, self.leaves[c] if c >= 0 else None
