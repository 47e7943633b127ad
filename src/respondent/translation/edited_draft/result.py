"""What a draft makes of a text, and what of it is not taken."""

from __future__ import annotations

from dataclasses import dataclass

from respondent.translation.edited_draft.grouping import Group

SIGN = ("it holds a sign that no text may hold", "take the sign out in Word, and take the draft again")


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that is not taken."""

    what: str
    next: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class DraftDecision:
    """A text as one place of a draft has it."""

    text: str | None
    """None where it is not taken."""

    doubts: tuple[Issue, ...] = ()


def refused(group: Group, reason: tuple[str, str]) -> DraftDecision:
    """Return that nothing of a text is taken, with both versions."""
    old = group.home.field.in_(group.home.language) or "\n\n".join(one.words for one in group.leaves)
    new = "\n\n".join(one.piece.words for one in group.there)
    return DraftDecision(None, (Issue(*reason, old, new),))
