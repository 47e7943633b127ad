"""Which paragraphs of an edited draft make up which text: its own, and new ones in it or after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from respondent.translation.edited_draft.alignment import rising
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, PrintedText, Role
from respondent.translation.edited_draft.matching import DraftMatch, MatchedParagraph


@dataclass(slots=True)
class Group:
    """The paragraphs of a text at one place where a letter prints it."""

    text: PrintedText
    first: int
    """The index of its first paragraph in the letter."""

    letter_paragraphs: tuple[LetterParagraph, ...]
    """Its paragraphs as they would be made today."""

    draft_paragraphs: list[MatchedParagraph] = field(default_factory=list)
    """Its paragraphs in the draft."""

    is_scattered: bool = False
    """Whether paragraphs of something else are between them in the draft."""


@dataclass(frozen=True, slots=True)
class UnassignedParagraph:
    """A new paragraph that belongs to no text, with its neighbours in the letter."""

    matched: MatchedParagraph
    before: LetterParagraph | None
    after: LetterParagraph | None


@dataclass(frozen=True, slots=True)
class Grouped:
    """All paragraphs of a draft."""

    groups: tuple[Group, ...]
    fixed: tuple[MatchedParagraph, ...]
    """Paragraphs that are wording or a value."""

    unassigned: tuple[UnassignedParagraph, ...]


def grouped(match: DraftMatch) -> Grouped:
    """Return the paragraphs of a draft by the texts that they belong to."""
    groups = list(_groups(match.letter_paragraphs))
    group_of = {
        group.first + offset: group for group in groups for offset in range(len(group.letter_paragraphs))
    }
    assigned = [_group(match, place, group_of) for place in range(len(match.matched))]
    fixed: list[MatchedParagraph] = []
    unassigned: list[UnassignedParagraph] = []
    for place, (matched, group) in enumerate(zip(match.matched, assigned, strict=True)):
        if group is not None:
            group.draft_paragraphs.append(matched)
        elif matched.index is not None:
            fixed.append(matched)
        elif matched.is_new and (matched.paragraph.words or matched.paragraph.comments):
            before, after = (
                None if index is None else match.letter_paragraphs[index]
                for index in _neighbours(match, place)
            )
            unassigned.append(UnassignedParagraph(matched, before, after))
    in_order = _in_order(match)
    for group in groups:
        own = [place for place, owner in enumerate(assigned) if owner is group]
        between = [place for place in in_order if own and own[0] < place < own[-1]]
        group.is_scattered = any(assigned[place] is not group for place in between)
    return Grouped(tuple(groups), tuple(fixed), tuple(unassigned))


def _in_order(match: DraftMatch) -> list[int]:
    """Return the places of the paragraphs that are in the order of the letter: all except moved ones."""
    known = [
        (place, matched.index) for place, matched in enumerate(match.matched) if matched.index is not None
    ]
    return [known[step][0] for step in rising([index for _, index in known])]


def _groups(letter_paragraphs: Sequence[LetterParagraph]) -> Iterator[Group]:
    start = 0
    while start < len(letter_paragraphs):
        text, end = letter_paragraphs[start].text, start + 1
        while end < len(letter_paragraphs) and text is not None and letter_paragraphs[end].text == text:
            end += 1
        if text is not None:
            yield Group(text, start, tuple(letter_paragraphs[start:end]))
        start = end


def _group(match: DraftMatch, place: int, group_of: dict[int, Group]) -> Group | None:
    """Return the text that a paragraph belongs to; for a new one, that of its table or of a neighbour."""
    matched = match.matched[place]
    if matched.index is not None:
        return group_of.get(matched.index)
    cell = matched.paragraph.place
    if not matched.is_new or not (matched.paragraph.words or cell):
        return None
    if cell is not None:
        same_table = (
            other.index
            for other in match.matched
            if other.index is not None and other.paragraph.place and other.paragraph.place.table == cell.table
        )
        if group := group_of.get(next(same_table, -1)):
            return group
    for index in _neighbours(match, place):
        neighbour = None if index is None else group_of.get(index)
        # A text of one line, such as the subject, cannot have a second paragraph.
        if neighbour and neighbour.text.is_open and neighbour.letter_paragraphs[0].role is not Role.LINE:
            return neighbour
    return None


def _neighbours(match: DraftMatch, place: int) -> tuple[int | None, int | None]:
    """Return the indexes of the nearest paragraphs of the letter before and after a place in the draft."""
    before = (matched.index for matched in reversed(match.matched[:place]) if matched.index is not None)
    after = (matched.index for matched in match.matched[place + 1 :] if matched.index is not None)
    return next(before, None), next(after, None)
