"""What a draft makes of one text, where a letter prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from respondent.changes.compare import Comparison
from respondent.document.faults import MarkupError
from respondent.document.markup import parse
from respondent.document.tree import Heading, Inlines, Run
from respondent.document.walk import nodes
from respondent.document.written import tidied
from respondent.files.text import CONTROL
from respondent.translation.edited_draft import gaps, where_it_belongs
from respondent.translation.edited_draft.grouping import Group
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, Role
from respondent.translation.edited_draft.markdown import Line
from respondent.translation.edited_draft.matching import DraftMatch, MatchedParagraph
from respondent.translation.edited_draft.rebuild import RebuiltLine, plain, rebuilt, spoken
from respondent.translation.edited_draft.result import SIGN, DraftDecision, Issue, refused

ELSEWHERE = (
    "a paragraph of the text stands elsewhere in the draft",
    "put it back, or move the words in the response by hand",
)
MEANWHILE = (
    "the text was changed here since the draft was made",
    "choose between the two: write that into the response, or take the draft's with --accept and this key",
)
UNSURE = (
    "the draft has lost what it was made of, so nobody can tell which of the two is newer",
    "if the draft is, take it with --accept and this key",
)
GUESSED = (
    "a new paragraph stands in the place of one of its own, and may belong to the text before it",
    "take it for this text with --accept and this key; or write it into the other by hand",
)
EMPTIED = (
    "none of its words is in the draft any more",
    "take the text out of the response, if that is meant",
)
UNWRITABLE = ("no Markdown says the same", "write it into the response by hand")


def judge(group: Group, match: DraftMatch, *, is_accepted: bool) -> DraftDecision:
    """Return what a draft makes of a text, where a letter prints it.

    Args:
        group: The paragraphs of the text, in the letter and in the draft.
        match: The draft, against the letter.
        is_accepted: Whether somebody says that the draft is right, whatever was changed here.
    """
    judged = _Judged(group, match, is_accepted)
    try:
        return gaps.verdict(group, match) if group.home.is_gap else judged.verdict()
    except MarkupError as error:
        return refused(group, (str(error) or UNWRITABLE[0], UNWRITABLE[1]))


_REASONS: Mapping[Comparison, tuple[str, str]] = {
    Comparison.CONFLICT: MEANWHILE,
    Comparison.UNKNOWN: UNSURE,
    Comparison.GUESSED: GUESSED,
}
"""Why a paragraph is not taken, by what happened to it."""


@dataclass(frozen=True, slots=True)
class _Judged:
    group: Group
    match: DraftMatch
    is_accepted: bool

    @property
    def old(self) -> str:
        return self.group.home.field.in_(self.group.home.language) or ""

    def verdict(self) -> DraftDecision:
        if self._is_as_today() or not (self._is_edited() or self._is_restructured()):
            return DraftDecision(self.old)
        if not self.group.home.is_open:
            return self.refused(where_it_belongs.closed(self.group.home))
        if not any(one.piece.words for one in self.group.there):
            return self.refused(EMPTIED)
        if self.group.leaves[0].role is Role.LINE:
            return self._line()
        if not self._is_restructured():
            return self._edited()
        reason = self._against_structure()
        return self.refused(reason) if reason else self._checked(list(self._anew()))

    def refused(self, reason: tuple[str, str]) -> DraftDecision:
        return refused(self.group, reason)

    def _leaf(self, one: MatchedParagraph) -> LetterParagraph | None:
        return None if one.leaf is None else self.match.leaves[one.leaf]

    def _is_as_today(self) -> bool:
        """Return whether the draft reads as the text does, whichever paragraph was which when it was made."""
        there = [one.piece for one in self.group.there if one.piece.words]
        here = [leaf for leaf in self.group.leaves if leaf.words]
        if self.group.is_scattered:
            return False
        return [one.content for one in there] == [leaf.content for leaf in here] and all(
            one.shape.is_like(leaf.shape) for one, leaf in zip(there, here, strict=True)
        )

    def _is_edited(self) -> bool:
        return any(
            one.comparison not in (Comparison.SAME, Comparison.OUTDATED)
            for one in self.group.there
            if one.leaf is not None
        )

    def _is_restructured(self) -> bool:
        """Return whether the draft has other paragraphs than it was made with, or has them otherwise."""
        own = [one for one in self.group.there if one.leaf is not None]
        numbers = [one.leaf for one in own if one.leaf is not None]
        return (
            any(one.leaf is None and one.piece.words for one in self.group.there)
            or numbers != sorted(numbers)
            or self.group.is_scattered
            or bool(self._lost())
            or any(self._is_otherwise(one) for one in own)
        )

    def _lost(self) -> list[LetterParagraph]:
        """Return the paragraphs that the draft was made with, and has no more."""
        start = self.group.first
        return [
            self.match.leaves[at]
            for at in sorted(self.match.lost())
            if start <= at < start + len(self.group.leaves) and self.match.leaves[at].words
        ]

    def _is_otherwise(self, one: MatchedParagraph) -> bool:
        """Return whether a paragraph is emptied, filled where none was, or has become something else."""
        leaf = self._leaf(one)
        assert leaf is not None
        if one.comparison is Comparison.OUTDATED:
            return False
        return bool(leaf.words) != bool(one.piece.words) or self._is_reshaped(one, leaf)

    def _is_reshaped(self, one: MatchedParagraph, leaf: LetterParagraph) -> bool:
        if not one.piece.words:
            return False
        is_moved = leaf.shape.level and one.piece.shape.level != leaf.shape.level + self._shift()
        return bool(is_moved) or not one.piece.shape.is_like(leaf.shape)

    def _shift(self) -> int:
        """Return by how much headings stand deeper in the draft than today: those above them count too."""
        for one in self.group.there:
            leaf = self._leaf(one)
            if leaf is not None and leaf.shape.level and one.piece.shape.level:
                return one.piece.shape.level - leaf.shape.level
        return 0

    def _against_structure(self) -> tuple[str, str] | None:
        """Return why other paragraphs than those of today cannot be taken; none where they can."""
        if self.group.is_scattered:
            return ELSEWHERE
        if self.is_accepted:
            return None
        comparisons = {one.comparison for one in self.group.there if one.leaf is not None}
        start, end = self.group.first, self.group.first + len(self.group.leaves)
        is_grown = any(start <= at < end for at in self.match.added())
        if (
            comparisons & {Comparison.CONFLICT, Comparison.OUTDATED}
            or is_grown
            or any(map(self._is_changed_since, self._lost()))
        ):
            return MEANWHILE
        if Comparison.GUESSED in comparisons:
            return GUESSED
        if Comparison.UNKNOWN in comparisons or not (self.match.draft.marks or self._has_properties()):
            return UNSURE
        return None

    def _has_properties(self) -> bool:
        return self.match.draft.made_of(self.group.leaves[0].letter) is not None

    def _is_changed_since(self, leaf: LetterParagraph) -> bool:
        """Return whether a paragraph that the draft has lost was another one when it was made."""
        made = self.match.draft.made_of(leaf.letter)
        return made is not None and not any(leaf.content.words in words for words in made.values())

    def _line(self) -> DraftDecision:
        (one,) = self.group.there
        if reason := self._against(one):
            return self.refused(reason)
        return self._clean(plain(one.piece.inlines))

    def _against(self, one: MatchedParagraph) -> tuple[str, str] | None:
        """Return why an edited paragraph is not taken; none where it is."""
        if self.is_accepted:
            return None
        return _REASONS.get(one.comparison)

    def _edited(self) -> DraftDecision:
        """Return the text with the paragraphs that were edited, all others as they are today."""
        there = {one.leaf: one for one in self.group.there}
        kept: list[RebuiltLine] = []
        doubts: list[Issue] = []
        for step, (at, leaf) in enumerate(self._numbered()):
            one = there.get(self.group.first + step)
            is_new = one is not None and one.comparison not in (Comparison.SAME, Comparison.OUTDATED)
            if one is not None and is_new and (reason := self._against(one)):
                doubts.append(Issue(*reason, leaf.words, one.piece.words))
                is_new = False
            content = self._spoken(one, leaf) if one is not None and is_new else leaf.inlines
            if at is not None:
                kept.append(RebuiltLine(Line(content, leaf.shape), at, is_new))
        if not any(one.is_changed for one in kept):
            return DraftDecision(None if doubts else self.old, tuple(doubts))
        found = self._checked(kept)
        return DraftDecision(found.text, (*doubts, *found.doubts))

    def _numbered(self) -> Iterator[tuple[int | None, LetterParagraph]]:
        """Yield each leaf with its number among those that have words; none for an empty cell."""
        at = 0
        for leaf in self.group.leaves:
            yield (at if leaf.words else None), leaf
            at += bool(leaf.words)

    def _checked(self, lines: Sequence[RebuiltLine]) -> DraftDecision:
        language = self.group.home.language
        new = rebuilt(self.old, language, lines)
        is_same = parse(new, language, "") == parse(self.old, language, "")
        return self._clean(self.old if is_same else new)

    def _clean(self, new: str) -> DraftDecision:
        return self.refused(SIGN) if CONTROL.search(new) else DraftDecision(new)

    def _anew(self) -> Iterator[RebuiltLine]:
        """Yield the paragraphs of a text as the draft has them, in its order."""
        number = {self.group.first + step: at for step, (at, _) in enumerate(self._numbered())}
        offset = self._offset() - self._shift()
        for one in _one_a_cell(self._without_empty_cells()):
            leaf = self._leaf(one)
            if not one.piece.words and one.piece.place is None:
                continue
            shape = one.piece.shape
            if shape.level:
                shape = replace(shape, level=max(1, shape.level + offset))
            if leaf is not None:
                shape = replace(shape, alignment=leaf.shape.alignment, start=leaf.shape.start)
            place = one.piece.place
            cell = None if place is None else (place.table, place.row, place.column)
            is_reshaped = leaf is not None and self._is_reshaped(one, leaf)
            at = None if one.leaf is None else number[one.leaf]
            yield RebuiltLine(
                Line(self._spoken(one, leaf), shape, cell),
                at,
                one.comparison is not Comparison.SAME,
                is_reshaped,
            )

    def _offset(self) -> int:
        """Return by how much headings stand higher in the text than in the letter."""
        own = [
            one.level
            for one in nodes(parse(self.old, self.group.home.language, ""))
            if isinstance(one, Heading)
        ]
        here = [one.shape.level for one in self.group.leaves if one.shape.level]
        if own and here:
            return own[0] - here[0]
        new = [level for one in self.group.there if (level := one.piece.shape.level)]
        return 1 - min(new, default=1)

    def _without_empty_cells(self) -> Iterator[MatchedParagraph]:
        """Yield the paragraphs, but no empty cells of tables that are as they were."""
        tables = {one.piece.place.table for one in self.group.there if one.piece.place}
        changed = {
            one.piece.place.table
            for one in self.group.there
            if one.piece.place and (one.leaf is None or self._is_otherwise(one))
        }
        if self._lost():
            changed = tables
        for one in self.group.there:
            place = one.piece.place
            if one.piece.words or (place and place.table in changed):
                yield one

    def _spoken(self, one: MatchedParagraph, leaf: LetterParagraph | None) -> Inlines:
        like = leaf.inlines if leaf is not None else ()
        return spoken(one.piece.inlines, like, self.group.home.language)


def _one_a_cell(there: Iterator[MatchedParagraph]) -> Iterator[MatchedParagraph]:
    """Yield the paragraphs, those of one cell made one."""
    waiting: MatchedParagraph | None = None
    for one in there:
        place = one.piece.place
        if waiting is not None and place is not None and place == waiting.piece.place:
            between = (Run(" ", one.piece.inlines[0].language),) if one.piece.inlines else ()
            inlines = tidied((*waiting.piece.inlines, *between, *one.piece.inlines))
            leaf = waiting.leaf if waiting.leaf is not None else one.leaf
            waiting = MatchedParagraph(replace(waiting.piece, inlines=inlines), leaf, Comparison.EDITED)
            continue
        if waiting is not None:
            yield waiting
        waiting = one
    if waiting is not None:
        yield waiting
