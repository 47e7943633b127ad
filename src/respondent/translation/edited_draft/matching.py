"""Which paragraph of an edited draft is which of the letter as it would be made today.

By its bookmark; where that was lost, by its words and its place among those that have theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from respondent.changes.compare import Comparison, compare
from respondent.errors import InputError, Problem
from respondent.language import Language, Pair
from respondent.translation.edited_draft.draft_paragraphs import DraftParagraph, EditedDraft
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, Role
from respondent.translation.edited_draft.pairing import Pairing, paired
from respondent.writers import bookmarks
from respondent.writers.bookmarks import ContentDigest, ParagraphMark

_ENOUGH = 0.25
"""How much of a letter must be in a file for it to be a draft of that letter."""


@dataclass(frozen=True, slots=True)
class MatchedParagraph:
    """A paragraph of the draft, and the one of the letter that it is."""

    piece: DraftParagraph
    leaf: int | None
    """Its number among the leaves; none for a new paragraph, or an old one that the letter has no more."""

    comparison: Comparison = Comparison.EDITED

    @property
    def is_new(self) -> bool:
        """Whether somebody has written it who edited the draft."""
        return self.leaf is None and self.comparison is not Comparison.OUTDATED


@dataclass(frozen=True, slots=True)
class DraftMatch:
    """An edited draft against the letter of today."""

    draft: EditedDraft
    leaves: tuple[LetterParagraph, ...]
    """Those of the letters that the draft holds, in its order of languages."""

    matched: tuple[MatchedParagraph, ...]

    def lost(self) -> frozenset[int]:
        """Return the numbers of the leaves that are not in the draft though it was made with them."""
        return frozenset(self._absent(was_made=True))

    def added(self) -> frozenset[int]:
        """Return the numbers of the leaves that the letter has only got since the draft was made."""
        return frozenset(self._absent(was_made=False))

    def _absent(self, *, was_made: bool) -> Iterator[int]:
        there = {one.leaf for one in self.matched}
        for letter in {leaf.letter for leaf in self.leaves}:
            made = self.draft.made_of(letter)
            now = {leaf.content.words for leaf in self.leaves if leaf.letter == letter}
            for at, leaf in enumerate(self.leaves):
                if leaf.letter == letter and at not in there and _was_made(leaf, made, now) == was_made:
                    yield at


def _was_made(leaf: LetterParagraph, made: Mapping[str, set[str]] | None, now: set[str]) -> bool:
    """Return whether a draft was made with a leaf: with its words, or others that the letter has no more.

    Where nothing says so, it was.
    """
    if made is None or any(leaf.content.words in words for words in made.values()):
        return True
    return bool(made.get(leaf.block, set()) - now)


def match_draft(draft: EditedDraft, letters: Pair[tuple[LetterParagraph, ...]], response: str) -> DraftMatch:
    """Return which paragraph of a draft is which of its letters.

    Args:
        draft: The document.
        letters: The leaves of the letter in each language.
        response: The name of the response.

    Raises:
        InputError: if it is no draft of this response, or several drafts in one.
    """
    figures = Pair.of(lambda language: bookmarks.letter(response, language))
    languages = _languages(draft, letters, figures)
    leaves = tuple(leaf for language in languages for leaf in letters.in_(language))
    found = paired(draft.pieces, leaves, figures)
    _refuse_twice(draft, leaves, found)
    return DraftMatch(draft, leaves, tuple(_matched(draft, leaves, found)))


def _languages(
    draft: EditedDraft, letters: Pair[tuple[LetterParagraph, ...]], figures: Pair[str]
) -> tuple[Language, ...]:
    """Return the letters that a document holds, in its order; raise `InputError` if it is none of ours."""
    counts = Counter(mark.letter for mark in draft.marks)
    ours = {
        language: counts[figure]
        for language, figure in figures.items()
        if counts[figure] > _ENOUGH * len(letters.in_(language))
    }
    foreign = counts.total() - sum(counts[figure] for _, figure in figures.items())
    if foreign > max(2, sum(ours.values()) // 3):
        raise InputError(Problem(draft.name, *_of_another(draft, bool(ours))))
    if ours:
        order = list(dict.fromkeys(mark.letter for mark in draft.marks))
        return tuple(sorted(ours, key=lambda language: order.index(figures.in_(language))))
    return _languages_by_words(draft, letters)


def _languages_by_words(
    draft: EditedDraft, letters: Pair[tuple[LetterParagraph, ...]]
) -> tuple[Language, ...]:
    """Return the letters that a document without bookmarks holds: by its properties, else by its words."""
    said = [language for language in Language if draft.made_of(language) is not None]
    there = {piece.words: at for at, piece in reversed(list(enumerate(draft.pieces)))}
    own = letters.map(lambda found: {leaf.words for leaf in found})
    shared = {
        language: [there[text] for text in found - own.in_(language.other) if text in there]
        for language, found in own.items()
    }
    held = [one for one, at in shared.items() if len(at) > _ENOUGH * len(own.in_(one) - own.in_(one.other))]
    if not any(shared.values()) or not (said or held):
        what = "nothing in it says that it is a draft of this response, and its words do not either"
        then = "name the response with --response, or write the edits into it by hand"
        raise InputError(Problem(draft.name, what, then))
    return tuple(sorted(said or held, key=lambda one: min(shared[one], default=0)))


def _of_another(draft: EditedDraft, has_ours: bool) -> tuple[str, str]:
    if has_ours:
        return "two drafts were made one in it", "take each draft as a file of its own"
    named = f": “{draft.original}”" if draft.original else ""
    return f"it is a draft of another response{named}", "name that response with --response"


def _refuse_twice(
    draft: EditedDraft, leaves: Sequence[LetterParagraph], found: Mapping[int, Pairing]
) -> None:
    """Refuse a document that holds one letter twice: nobody can tell which of the two is meant."""
    words = {leaf.words for leaf in leaves if len(leaf.words.split()) > 3}
    again = sum(piece.words in words for at, piece in enumerate(draft.pieces) if at not in found)
    if again > max(3, len(words) // 3):
        raise InputError(
            Problem(draft.name, "the letter is in it twice", "take the file with one of the two")
        )


def _matched(
    draft: EditedDraft, leaves: Sequence[LetterParagraph], found: Mapping[int, Pairing]
) -> Iterator[MatchedParagraph]:
    for at, piece in enumerate(draft.pieces):
        one = found.get(at)
        if one is None:
            is_old = any(piece.content.words == mark.made.words for mark in piece.marks)
            yield MatchedParagraph(piece, None, Comparison.OUTDATED if is_old else Comparison.EDITED)
        else:
            comparison = (
                Comparison.GUESSED
                if one.is_guessed
                else _comparison(draft, piece, leaves[one.leaf], one.mark)
            )
            yield MatchedParagraph(piece, one.leaf, comparison)


def _comparison(
    draft: EditedDraft, piece: DraftParagraph, leaf: LetterParagraph, mark: ParagraphMark | None
) -> Comparison:
    """Return what happened to a paragraph since the draft was made."""
    is_same = _is_alike(piece.content, leaf.content, leaf)
    if mark is not None:
        is_edited = not _is_alike(piece.content, mark.made, leaf)
        is_changed_here = not _is_alike(leaf.content, mark.made, leaf)
        return compare(is_same=is_same, is_edited=is_edited, is_changed_here=is_changed_here)
    made = draft.made_of(leaf.letter)
    if made is None:
        return compare(is_same=is_same, is_edited=None, is_changed_here=False)
    words = {one for ones in made.values() for one in ones}
    return compare(
        is_same=is_same,
        is_edited=piece.content.words not in words,
        is_changed_here=leaf.content.words not in words,
    )


def _is_alike(one: ContentDigest, other: ContentDigest, leaf: LetterParagraph) -> bool:
    """Return whether two are the same; the looks of wording are those of the office's letterhead."""
    return one.words == other.words and (
        leaf.home is None or leaf.role is Role.LABEL or one.looks == other.looks
    )
