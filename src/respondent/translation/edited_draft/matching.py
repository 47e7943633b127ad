"""Which paragraph of an edited draft is which paragraph of the letter as it would be made today.

A paragraph is recognised by its bookmark. Where Word has lost it, the words decide, and the place among
paragraphs that have theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from respondent.changes.compare import Comparison, compare
from respondent.changes.typography import as_before, loose
from respondent.document.written import tidied
from respondent.errors import InputError, Problem
from respondent.language import Language, Pair
from respondent.translation.edited_draft.draft_paragraphs import DraftParagraph, EditedDraft
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, Role
from respondent.translation.edited_draft.pairing import Pairing, paired
from respondent.writers import bookmarks
from respondent.writers.bookmarks import ContentDigest, ParagraphMark

_LEAST_SHARE = 0.25
"""The least share of a letter that a draft of it has. People delete whole sections, but not most of a letter;
a paragraph copied from another letter brings its bookmark with it."""


@dataclass(frozen=True, slots=True)
class MatchedParagraph:
    """A paragraph of the draft, and the paragraph of the letter that it is."""

    paragraph: DraftParagraph
    index: int | None
    """The index among `DraftMatch.letter_paragraphs`. None: it is new, or old and no longer in the letter."""

    comparison: Comparison = Comparison.EDITED

    @property
    def is_new(self) -> bool:
        """Whether the person who edited the draft has written it."""
        return self.index is None and self.comparison is not Comparison.OUTDATED

    @property
    def is_changed(self) -> bool:
        """Whether the draft has other words or formatting than when it was made."""
        return self.comparison not in (Comparison.SAME, Comparison.OUTDATED)


@dataclass(frozen=True, slots=True)
class DraftMatch:
    """An edited draft, compared with the letter of today."""

    draft: EditedDraft
    letter_paragraphs: tuple[LetterParagraph, ...]
    """The paragraphs of the letters that the draft contains, in its order of languages."""

    matched: tuple[MatchedParagraph, ...]

    def original(self, matched: MatchedParagraph) -> LetterParagraph | None:
        """Return the paragraph of the letter that a paragraph of the draft is."""
        return None if matched.index is None else self.letter_paragraphs[matched.index]

    def joined(self, matched: MatchedParagraph) -> Iterator[LetterParagraph]:
        """Yield the paragraphs of the letter that were joined into one and have their words in it."""
        marks = {(mark.block, mark.turn) for mark in matched.paragraph.marks}
        if len(marks) < 2:
            return
        words = loose(matched.paragraph.words)
        for original in self.letter_paragraphs:
            if (original.block, original.turn) in marks and original.words and loose(original.words) in words:
                yield original

    def deleted(self) -> frozenset[int]:
        """Return the indexes of paragraphs of the letter that were deleted from the draft."""
        return frozenset(self._absent(was_made=True))

    def added_since(self) -> frozenset[int]:
        """Return the indexes of paragraphs that the letter has only had since the draft was made."""
        return frozenset(self._absent(was_made=False))

    def _absent(self, *, was_made: bool) -> Iterator[int]:
        present = {matched.index for matched in self.matched}
        for letter in {original.letter for original in self.letter_paragraphs}:
            made = self.draft.made_of(letter)
            now = {original.content.words for original in self.letter_paragraphs if original.letter == letter}
            for index, original in enumerate(self.letter_paragraphs):
                is_absent = original.letter == letter and index not in present
                if is_absent and _was_made(original, made, now) == was_made:
                    yield index


def _was_made(original: LetterParagraph, made: Mapping[str, set[str]] | None, now: set[str]) -> bool:
    """Return whether a draft was made with a paragraph: with its words now, or with earlier ones.

    A draft that has lost its properties is taken to have had it.
    """
    if made is None or any(original.content.words in words for words in made.values()):
        return True
    return bool(made.get(original.block, set()) - now)


def match_draft(draft: EditedDraft, letters: Pair[tuple[LetterParagraph, ...]], response: str) -> DraftMatch:
    """Return which paragraph of a draft is which of its letters.

    Args:
        draft: The document.
        letters: The paragraphs of the letter in each language.
        response: The name of the response.

    Raises:
        InputError: if it is not a draft of this response, or holds several drafts.
    """
    digests = Pair.of(lambda language: bookmarks.letter(response, language))
    languages = _languages(draft, letters, digests)
    letter_paragraphs = tuple(original for language in languages for original in letters.in_(language))
    pairings = paired(draft.paragraphs, letter_paragraphs, digests)
    _refuse_twice(draft, letter_paragraphs, pairings)
    return DraftMatch(draft, letter_paragraphs, tuple(_matched(draft, letter_paragraphs, pairings)))


def _languages(
    draft: EditedDraft, letters: Pair[tuple[LetterParagraph, ...]], digests: Pair[str]
) -> tuple[Language, ...]:
    """Return the letters that a document contains, in its order; raise `InputError` if it has none."""
    counts = Counter(mark.letter for mark in draft.marks)
    ours = {
        language: counts[digest]
        for language, digest in digests.items()
        if counts[digest] > _LEAST_SHARE * len(letters.in_(language))
    }
    foreign = counts.total() - sum(counts[digest] for _, digest in digests.items())
    # A few paragraphs copied from another letter are normal; more than a third are another draft.
    if foreign > max(2, sum(ours.values()) // 3):
        raise InputError(Problem(draft.name, *_of_another(draft, bool(ours))))
    if ours:
        order = list(dict.fromkeys(mark.letter for mark in draft.marks))
        return tuple(sorted(ours, key=lambda language: order.index(digests.in_(language))))
    return _languages_by_words(draft, letters)


def _languages_by_words(
    draft: EditedDraft, letters: Pair[tuple[LetterParagraph, ...]]
) -> tuple[Language, ...]:
    """Return the letters that a document without bookmarks contains: by its properties, else by its words."""
    by_properties = [language for language in Language if draft.made_of(language) is not None]
    first_index = {paragraph.words: index for index, paragraph in reversed(list(enumerate(draft.paragraphs)))}
    words = letters.map(lambda letter: {original.words for original in letter})
    own = Pair.of(lambda language: words.in_(language) - words.in_(language.other))
    shared = {
        language: [first_index[text] for text in texts if text in first_index]
        for language, texts in own.items()
    }
    by_words = [
        language
        for language, indexes in shared.items()
        if len(indexes) > _LEAST_SHARE * len(own.in_(language))
    ]
    if not any(shared.values()) or not (by_properties or by_words):
        what = "neither its properties nor its words identify it as a draft of this response"
        advice = "name the response with --response, or write the edits into it by hand"
        raise InputError(Problem(draft.name, what, advice))
    return tuple(sorted(by_properties or by_words, key=lambda language: min(shared[language], default=0)))


def _of_another(draft: EditedDraft, has_ours: bool) -> tuple[str, str]:
    if has_ours:
        return "it contains two drafts", "save each draft as a file of its own"
    name = f": “{draft.original}”" if draft.original else ""
    return f"it is a draft of another response{name}", "name that response with --response"


def _refuse_twice(
    draft: EditedDraft, letter_paragraphs: Sequence[LetterParagraph], pairings: Mapping[int, Pairing]
) -> None:
    """Refuse a document that contains one letter twice: which of the two is meant cannot be determined."""
    # Short paragraphs, such as names and dates, may well occur several times in one letter.
    words = {original.words for original in letter_paragraphs if len(original.words.split()) > 3}
    repeated = sum(
        paragraph.words in words for index, paragraph in enumerate(draft.paragraphs) if index not in pairings
    )
    if repeated > max(3, len(words) // 3):
        raise InputError(Problem(draft.name, "it contains the letter twice", "delete one of the two"))


def _matched(
    draft: EditedDraft, letter_paragraphs: Sequence[LetterParagraph], pairings: Mapping[int, Pairing]
) -> Iterator[MatchedParagraph]:
    for index, paragraph in enumerate(draft.paragraphs):
        pairing = pairings.get(index)
        if pairing is None:
            is_old = any(paragraph.content.words == mark.made.words for mark in paragraph.marks)
            yield MatchedParagraph(paragraph, None, Comparison.OUTDATED if is_old else Comparison.EDITED)
        elif pairing.is_guessed:
            yield MatchedParagraph(paragraph, pairing.index, Comparison.GUESSED)
        else:
            original = letter_paragraphs[pairing.index]
            as_typed = _as_typed(paragraph, original, pairing.mark)
            comparison = _comparison(draft, as_typed, original, pairing.mark)
            yield MatchedParagraph(as_typed, pairing.index, comparison)


def _as_typed(
    paragraph: DraftParagraph, original: LetterParagraph, mark: ParagraphMark | None
) -> DraftParagraph:
    """Return a paragraph with the quotes, dashes and spaces of the letter, which programs change unasked."""
    if mark is not None and paragraph.content == mark.made:
        return paragraph
    return replace(paragraph, inlines=tidied(as_before(paragraph.inlines, original.inlines)))


def _comparison(
    draft: EditedDraft, paragraph: DraftParagraph, original: LetterParagraph, mark: ParagraphMark | None
) -> Comparison:
    """Return what happened to a paragraph since the draft was made."""
    is_same = _is_alike(paragraph.content, original.content, original)
    if mark is not None:
        is_edited = not _is_alike(paragraph.content, mark.made, original)
        is_changed_here = not _is_alike(original.content, mark.made, original)
        return compare(is_same=is_same, is_edited=is_edited, is_changed_here=is_changed_here)
    made = draft.made_of(original.letter)
    if made is None:
        return compare(is_same=is_same, is_edited=None, is_changed_here=False)
    words = set[str]().union(*made.values())
    return compare(
        is_same=is_same,
        is_edited=paragraph.content.words not in words,
        is_changed_here=original.content.words not in words,
    )


def _is_alike(one: ContentDigest, other: ContentDigest, original: LetterParagraph) -> bool:
    """Return whether two contents are the same.

    The formatting of wording does not count: it comes from the office's letterhead.
    """
    is_wording = original.text is None or original.role is Role.LABEL
    return one.words == other.words and (is_wording or one.formatting == other.formatting)
