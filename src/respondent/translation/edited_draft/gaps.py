"""A text that somebody has written into a draft where the letter shows that it is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from respondent.changes.guards import doubt, objection
from respondent.document.tree import Inlines, Run
from respondent.document.walk import text as words_of
from respondent.document.written import tidied
from respondent.translation.edited_draft import where_it_belongs
from respondent.translation.edited_draft.alignment import likeness
from respondent.translation.edited_draft.grouping import Group
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, Role
from respondent.translation.edited_draft.markdown import Line
from respondent.translation.edited_draft.matching import DraftMatch, MatchedParagraph
from respondent.translation.edited_draft.rebuild import RebuiltLine, rebuilt, spoken
from respondent.translation.edited_draft.result import DraftDecision, Issue, refused

BELOW = (
    "it is the text in the other language, below a gap",
    "edit it in the other letter. To fill the gap, write the missing text in its place",
)

BESIDE = (
    "the words stand beside the sentence of a gap, so it is unknown whether they are the missing text",
    "if they are, write them over that sentence, or import them with --accept and this key",
)

_STILL_THE_OTHER = 0.6
"""The least likeness, of 1, of a paragraph to the other language's text below a gap to be an edit of it.
Higher than between two versions of a text: a translation shares names and figures with its source."""


def fill_gap(group: Group, match: DraftMatch, *, is_accepted: bool) -> DraftDecision:
    """Return what somebody has written in the place of a gap.

    That is every paragraph except the label of the gap and the text of the other language below it. Beside a
    label and a text that both stand as they were, words are a remark rather than the missing text, and are
    taken only if a person accepts them.

    Raises:
        MarkupError: if it cannot be written in Markdown.
    """
    pairs = [(matched, match.original(matched)) for matched in group.draft_paragraphs]
    issues = tuple(
        Issue(*BELOW, original.words, matched.paragraph.words)
        for matched, original in pairs
        if original and _is_other_edited(matched, original)
    )
    lines: list[RebuiltLine] = []
    for matched, original in pairs:
        if _is_written(matched, original):
            content = _unlabelled(spoken(matched.paragraph.inlines, (), group.text.language), original)
            if content:
                lines.append(RebuiltLine(Line(content, matched.paragraph.shape)))
    if not lines:
        return DraftDecision(None if issues else "", issues)
    if not group.text.is_open:
        return refused(group, where_it_belongs.closed(group.text))
    words = "\n\n".join(words_of(line.line.content) for line in lines)
    if not is_accepted and _is_as_made(group, pairs):
        return DraftDecision(None, (*issues, Issue(*BESIDE, "", words)))
    new = rebuilt("", group.text.language, lines)
    reason = objection(new, group.text.language) or doubt(words, group.text.language, is_markdown=False)
    return refused(group, reason) if reason else DraftDecision(new, issues)


def _is_as_made(group: Group, pairs: Sequence[tuple[MatchedParagraph, LetterParagraph | None]]) -> bool:
    """Return whether the label of a gap, and the other language below it, stand as they were."""
    whole = [
        original
        for matched, original in pairs
        if original and (_is_labelled(matched, original) or not matched.is_changed)
    ]
    return len(whole) == len(group.letter_paragraphs)


def _is_labelled(matched: MatchedParagraph, original: LetterParagraph) -> bool:
    """Return whether a paragraph still has the whole label of a gap in it."""
    return original.role is Role.LABEL and original.words in matched.paragraph.words


def _is_other_edited(matched: MatchedParagraph, original: LetterParagraph) -> bool:
    """Return whether a paragraph is an edit of the other language's text."""
    is_other = original.role is Role.BELOW and matched.is_changed
    return is_other and likeness(matched.paragraph.words, original.words) >= _STILL_THE_OTHER


def _is_written(matched: MatchedParagraph, original: LetterParagraph | None) -> bool:
    """Return whether a paragraph is part of the missing text."""
    if original is None:
        return bool(matched.paragraph.words)
    return matched.is_changed and not _is_other_edited(matched, original)


def _unlabelled(content: Inlines, original: LetterParagraph | None) -> Inlines:
    """Return what somebody wrote in place of the label of a gap, or beside it on the same line."""
    if original is None or original.role is not Role.LABEL:
        return content
    runs = [inline for inline in content if isinstance(inline, Run)]
    start = "".join(run.text for run in runs).find(original.words)
    end = start + len(original.words) if start >= 0 else start
    place, rest = 0, []
    for run in runs:
        before, after = run.text[: max(0, start - place)], run.text[max(0, end - place) :]
        place += len(run.text)
        rest.append(replace(run, text=before + after if start >= 0 else run.text))
    return tidied(tuple(run for run in rest if run.text))
