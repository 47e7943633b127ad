"""A text that somebody has written in a draft where the letter shows that it is missing."""

from __future__ import annotations

from dataclasses import replace

from respondent.changes.compare import Comparison
from respondent.document.tree import Inlines, Run
from respondent.document.written import tidied
from respondent.files.text import CONTROL
from respondent.translation.edited_draft import where_it_belongs
from respondent.translation.edited_draft.alignment import likeness
from respondent.translation.edited_draft.grouping import Group
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, Role
from respondent.translation.edited_draft.markdown import Line
from respondent.translation.edited_draft.matching import DraftMatch, MatchedParagraph
from respondent.translation.edited_draft.rebuild import RebuiltLine, rebuilt, spoken
from respondent.translation.edited_draft.result import SIGN, DraftDecision, Issue, refused

BELOW = (
    "it is the text in the other language, below a gap",
    "edit it in the other letter; to fill the gap, write the missing text in its place",
)

_STILL_THE_OTHER = 0.6
"""How like the other language's text below a gap a paragraph must be, of 1, to be that text edited."""


def verdict(group: Group, match: DraftMatch) -> DraftDecision:
    """Return what somebody has written in the place of a gap.

    That is every paragraph but the words that tell of the gap and the text of the other language below them.

    Raises:
        MarkupError: if no Markdown says that.
    """
    told = [(one, None if one.leaf is None else match.leaves[one.leaf]) for one in group.there]
    doubts = tuple(
        Issue(*BELOW, leaf.words, one.piece.words) for one, leaf in told if leaf and _is_edited(one, leaf)
    )
    lines = [
        RebuiltLine(Line(content, one.piece.shape))
        for one, leaf in told
        if _is_written(one, leaf) and (content := _unlabelled(_spoken(one, group), leaf))
    ]
    if not lines:
        return DraftDecision(None if doubts else "", doubts)
    if not group.home.is_open:
        return refused(group, where_it_belongs.closed(group.home))
    new = rebuilt("", group.home.language, lines)
    return refused(group, SIGN) if CONTROL.search(new) else DraftDecision(new, doubts)


def _is_edited(one: MatchedParagraph, leaf: LetterParagraph) -> bool:
    """Return whether a paragraph is the other language's text, edited where it stands."""
    is_other = leaf.role is Role.BELOW and one.comparison not in (Comparison.SAME, Comparison.OUTDATED)
    return is_other and likeness(one.piece.words, leaf.words) >= _STILL_THE_OTHER


def _is_written(one: MatchedParagraph, leaf: LetterParagraph | None) -> bool:
    """Return whether a paragraph is of the missing text."""
    if leaf is None:
        return bool(one.piece.words)
    return one.comparison not in (Comparison.SAME, Comparison.OUTDATED) and not _is_edited(one, leaf)


def _spoken(one: MatchedParagraph, group: Group) -> Inlines:
    return spoken(one.piece.inlines, (), group.home.language)


def _unlabelled(content: Inlines, leaf: LetterParagraph | None) -> Inlines:
    """Return what somebody wrote in the place of the words of a gap, or behind them."""
    if leaf is None or leaf.role is not Role.LABEL:
        return content
    found = [one for one in content if isinstance(one, Run)]
    cut = len(leaf.words) if "".join(one.text for one in found).startswith(leaf.words) else 0
    for at, one in enumerate(found):
        found[at] = replace(one, text=one.text[cut:])
        cut = max(0, cut - len(one.text))
    return tidied(tuple(one for one in found if one.text))
