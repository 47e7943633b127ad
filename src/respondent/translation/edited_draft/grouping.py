"""Which paragraphs of an edited draft make up which text: its own, and new ones in it or behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from respondent.translation.edited_draft.alignment import rising
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, PrintedText, Role
from respondent.translation.edited_draft.matching import DraftMatch, MatchedParagraph


@dataclass(slots=True)
class Group:
    """The paragraphs of one text, as a letter prints it once."""

    home: PrintedText
    first: int
    """The number of its first leaf."""

    leaves: tuple[LetterParagraph, ...]
    """As they would be made today."""

    there: list[MatchedParagraph] = field(default_factory=list)
    """As the draft has them."""

    is_scattered: bool = False
    """Whether something else stands between them in the draft."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """All paragraphs of a draft."""

    groups: tuple[Group, ...]
    fixed: tuple[MatchedParagraph, ...]
    """Those that are wording or a value."""

    homeless: tuple[tuple[MatchedParagraph, LetterParagraph | None, LetterParagraph | None], ...]
    """New ones that belong to no text, each with the leaves before and behind it."""


def grouped(match: DraftMatch) -> Grouped:
    """Return the paragraphs of a draft by what they belong to."""
    groups = {group.first: group for group in _groups(match.leaves)}
    group_of = {group.first + step: group for group in groups.values() for step in range(len(group.leaves))}
    fixed: list[MatchedParagraph] = []
    homeless: list[tuple[MatchedParagraph, LetterParagraph | None, LetterParagraph | None]] = []
    homes = [_home(match, at, group_of) for at in range(len(match.matched))]
    for at, one in enumerate(match.matched):
        home = homes[at]
        if home is not None:
            home.there.append(one)
        elif one.leaf is not None:
            fixed.append(one)
        elif one.is_new and (one.piece.words or one.piece.comments):
            homeless.append((one, *_neighbours(match, at)))
    steady = _steady(match)
    for group in groups.values():
        own = [at for at, home in enumerate(homes) if home is group]
        group.is_scattered = any(homes[at] is not group for at in steady if own[:1] < [at] < own[-1:])
    return Grouped(tuple(groups.values()), tuple(fixed), tuple(homeless))


def _steady(match: DraftMatch) -> list[int]:
    """Return the numbers of the paragraphs that stand in the order of the letter: all but those moved."""
    known = [at for at, one in enumerate(match.matched) if one.leaf is not None]
    order = [leaf for one in match.matched if (leaf := one.leaf) is not None]
    return [known[at] for at in rising(order)]


def _groups(leaves: Sequence[LetterParagraph]) -> Iterator[Group]:
    start = 0
    while start < len(leaves):
        home, end = leaves[start].home, start + 1
        while end < len(leaves) and home is not None and leaves[end].home == home:
            end += 1
        if home is not None:
            yield Group(home, start, tuple(leaves[start:end]))
        start = end


def _home(match: DraftMatch, at: int, group_of: dict[int, Group]) -> Group | None:
    """Return the text that a paragraph belongs to; a new one, to that before it, else to that behind it."""
    one = match.matched[at]
    if one.leaf is not None:
        return group_of.get(one.leaf)
    if not one.is_new or not (one.piece.words or one.piece.place):
        return None
    if one.piece.place is not None:
        same = (
            other.leaf
            for other in match.matched
            if other.piece.place
            and other.piece.place.table == one.piece.place.table
            and other.leaf is not None
        )
        return group_of.get(next(same, -1)) or _beside(match, at, group_of)
    return _beside(match, at, group_of)


def _beside(match: DraftMatch, at: int, group_of: dict[int, Group]) -> Group | None:
    before = next((one.leaf for one in reversed(match.matched[:at]) if one.leaf is not None), -1)
    behind = next((one.leaf for one in match.matched[at + 1 :] if one.leaf is not None), -1)
    for found in (group_of.get(before), group_of.get(behind)):
        if found is not None and found.home.is_open and found.leaves[0].role is not Role.LINE:
            return found
    return None


def _neighbours(match: DraftMatch, at: int) -> tuple[LetterParagraph | None, LetterParagraph | None]:
    before = next((one.leaf for one in reversed(match.matched[:at]) if one.leaf is not None), None)
    behind = next((one.leaf for one in match.matched[at + 1 :] if one.leaf is not None), None)
    return (
        None if before is None else match.leaves[before],
        None if behind is None else match.leaves[behind],
    )
