"""The decision about a text in a draft: its new words, and the edits that are not imported."""

from __future__ import annotations

from dataclasses import dataclass

from respondent.translation.edited_draft.grouping import Group

ACCEPT = "If it is intended, use --accept and this key"
CORRECT_OR_ACCEPT = f"correct it, and import the draft again. {ACCEPT}"


@dataclass(frozen=True, slots=True)
class Issue:
    """An edit that is not imported."""

    what: str
    advice: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class DraftDecision:
    """A text as one place of a draft has it."""

    text: str | None
    """None if it is not imported."""

    issues: tuple[Issue, ...] = ()


def refused(group: Group, reason: tuple[str, str]) -> DraftDecision:
    """Return the decision to import nothing of a text, with both versions."""
    old = group.text.field.in_(group.text.language) or "\n\n".join(
        original.words for original in group.letter_paragraphs
    )
    new = "\n\n".join(matched.paragraph.words for matched in group.draft_paragraphs)
    return DraftDecision(None, (Issue(*reason, old, new),))
