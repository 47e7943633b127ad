"""The decision about one text at one place where a letter prints it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from respondent.changes.compare import Comparison
from respondent.changes.guards import doubt, objection
from respondent.document.faults import MarkupError
from respondent.document.markup import parse
from respondent.document.tree import Heading, Inlines, Run
from respondent.document.walk import nodes
from respondent.document.written import tidied
from respondent.translation.edited_draft import where_it_belongs
from respondent.translation.edited_draft.gaps import fill_gap
from respondent.translation.edited_draft.grouping import Group
from respondent.translation.edited_draft.letter_paragraphs import LetterParagraph, Role
from respondent.translation.edited_draft.markdown import Line
from respondent.translation.edited_draft.matching import DraftMatch, MatchedParagraph
from respondent.translation.edited_draft.rebuild import RebuiltLine, plain, rebuilt, spoken
from respondent.translation.edited_draft.result import ACCEPT, DraftDecision, Issue, refused

MOVED = (
    "a paragraph of the text was moved out of it",
    "move it back, or move the words in the response by hand",
)
MEANWHILE = (
    "the text has changed in the response since the draft was made",
    "write the version you want into the response, or import the draft's with --accept and this key",
)
UNSURE = (
    "the draft has lost its bookmarks, so it is unknown which version is newer",
    "if the draft is newer, import it with --accept and this key",
)
GUESSED = (
    "a new paragraph has replaced one of the text, and may belong to the text before it",
    "import it for this text with --accept and this key, or write it into the other text by hand",
)
JOINED = (
    "a paragraph of the text was joined with words that are not of this text",
    "part the two again, or write the words into the response by hand",
)
EMPTIED = (
    "all its words were deleted from the draft",
    "to remove the text from the letter, delete it in the response",
)
UNWRITABLE = ("it cannot be written in Markdown", "write it into the response by hand")

_REASONS: Mapping[Comparison, tuple[str, str]] = {
    Comparison.CONFLICT: MEANWHILE,
    Comparison.UNKNOWN: UNSURE,
    Comparison.GUESSED: GUESSED,
}
"""Why an edited paragraph is not imported, unless a person accepts it."""


def judge(group: Group, match: DraftMatch, *, is_accepted: bool) -> DraftDecision:
    """Return the decision about a text at one place where a letter prints it.

    Args:
        group: The paragraphs of the text, in the letter and in the draft.
        match: The draft, compared with the letter.
        is_accepted: Whether a person says that the draft is right, whatever has changed in the response.
    """
    try:
        if group.text.is_gap:
            return fill_gap(group, match, is_accepted=is_accepted)
        return _Judge(group, match, is_accepted).decision()
    except MarkupError as error:
        return refused(group, (str(error) or UNWRITABLE[0], UNWRITABLE[1]))


@dataclass(frozen=True, slots=True)
class _Judge:
    group: Group
    match: DraftMatch
    is_accepted: bool

    @property
    def old(self) -> str:
        return self.group.text.field.in_(self.group.text.language) or ""

    def decision(self) -> DraftDecision:
        group = self.group
        is_edited = any(
            matched.index is not None and matched.is_changed for matched in group.draft_paragraphs
        )
        if self._is_as_today() or not (is_edited or self._is_restructured()):
            return DraftDecision(self.old)
        if not group.text.is_open:
            return refused(group, where_it_belongs.closed(group.text))
        if self._is_joined_with_others():
            return refused(group, JOINED)
        if not any(matched.paragraph.words for matched in group.draft_paragraphs):
            return refused(group, EMPTIED)
        if group.letter_paragraphs[0].role is Role.LINE:
            return self._line()
        if not self._is_restructured():
            return self._with_edited_paragraphs()
        reason = self._against_structure()
        return refused(group, reason) if reason else self._rebuilt(list(self._draft_lines()))

    # What has happened to the text

    def _is_as_today(self) -> bool:
        """Return whether the draft has the text as it is today, whatever it was made with."""
        if self.group.is_scattered:
            return False
        paragraphs = [matched.paragraph for matched in self.group.draft_paragraphs if matched.paragraph.words]
        originals = [original for original in self.group.letter_paragraphs if original.words]
        return [paragraph.content for paragraph in paragraphs] == [
            original.content for original in originals
        ] and all(
            paragraph.shape.is_like(original.shape)
            for paragraph, original in zip(paragraphs, originals, strict=True)
        )

    def _is_restructured(self) -> bool:
        """Return whether paragraphs were added, deleted, moved or given another shape."""
        own = [matched for matched in self.group.draft_paragraphs if matched.index is not None]
        indexes = [matched.index for matched in own if matched.index is not None]
        return (
            any(matched.index is None and matched.paragraph.words for matched in self.group.draft_paragraphs)
            or indexes != sorted(indexes)
            or self.group.is_scattered
            or bool(self._deleted())
            or any(self._is_restructured_paragraph(matched) for matched in own)
        )

    def _is_joined_with_others(self) -> bool:
        """Return whether a paragraph has words of this text and of another, or of a template."""
        own = self.group.text.field.id
        return any(
            len({original.text and original.text.field.id for original in joined}) > 1
            and any(original.text and original.text.field.id == own for original in joined)
            for joined in (list(self.match.joined(matched)) for matched in self.match.matched)
        )

    def _deleted(self) -> list[LetterParagraph]:
        """Return the paragraphs of the text that were deleted from the draft."""
        start = self.group.first
        indexes = range(start, start + len(self.group.letter_paragraphs))
        deleted = (self.match.letter_paragraphs[index] for index in sorted(self.match.deleted() & {*indexes}))
        return [original for original in deleted if original.words]

    def _is_restructured_paragraph(self, matched: MatchedParagraph) -> bool:
        """Return whether a paragraph was emptied, filled where it was empty, or given another shape."""
        original = self.match.original(matched)
        assert original is not None
        if matched.comparison is Comparison.OUTDATED:
            return False
        is_emptied_or_filled = bool(original.words) != bool(matched.paragraph.words)
        return is_emptied_or_filled or self._is_reshaped(matched, original)

    def _is_reshaped(self, matched: MatchedParagraph, original: LetterParagraph) -> bool:
        paragraph = matched.paragraph
        if not paragraph.words:
            return False
        is_relevelled = (
            original.shape.level and paragraph.shape.level != original.shape.level + self._level_shift()
        )
        own, before = paragraph.shape, original.shape
        if before.inset:
            # A quotation easily loses its style: words that are pasted over it bring their own.
            own, before = replace(own, inset=0), replace(before, inset=0)
        return bool(is_relevelled) or not own.is_like(before)

    def _level_shift(self) -> int:
        """Return how many levels deeper headings are in the draft than today.

        The level of a heading of a text depends on the headings above it in the letter, so that all headings
        of a text shift together when those have changed since the draft was made.
        """
        for matched in self.group.draft_paragraphs:
            original = self.match.original(matched)
            if original is not None and original.shape.level and matched.paragraph.shape.level:
                return matched.paragraph.shape.level - original.shape.level
        return 0

    # Why it is not imported

    def _against(self, matched: MatchedParagraph) -> tuple[str, str] | None:
        """Return why an edited paragraph is not imported; None if it is."""
        return None if self.is_accepted else _REASONS.get(matched.comparison)

    def _against_structure(self) -> tuple[str, str] | None:
        """Return why a new structure is not imported; None if it is.

        A new structure replaces the whole text, so that any change of the text in the response would be lost.
        """
        if self.group.is_scattered:
            return MOVED
        if self.is_accepted:
            return None
        comparisons = {
            matched.comparison for matched in self.group.draft_paragraphs if matched.index is not None
        }
        start = self.group.first
        added = self.match.added_since() & {*range(start, start + len(self.group.letter_paragraphs))}
        if (
            comparisons & {Comparison.CONFLICT, Comparison.OUTDATED}
            or added
            or any(map(self._has_changed_since, self._deleted()))
        ):
            return MEANWHILE
        if Comparison.GUESSED in comparisons:
            return GUESSED
        draft = self.match.draft
        has_origin = draft.marks or draft.made_of(self.group.letter_paragraphs[0].letter) is not None
        return UNSURE if Comparison.UNKNOWN in comparisons or not has_origin else None

    def _has_changed_since(self, deleted: LetterParagraph) -> bool:
        """Return whether a deleted paragraph had other words when the draft was made."""
        made = self.match.draft.made_of(deleted.letter)
        return made is not None and not any(deleted.content.words in words for words in made.values())

    # The new text

    def _line(self) -> DraftDecision:
        (matched,) = self.group.draft_paragraphs
        if reason := self._against(matched):
            return refused(self.group, reason)
        return self._clean(plain(matched.paragraph.inlines))

    def _with_edited_paragraphs(self) -> DraftDecision:
        """Return the text with the paragraphs that were edited, and all others as they are today."""
        by_index = {matched.index: matched for matched in self.group.draft_paragraphs}
        lines: list[RebuiltLine] = []
        issues: list[Issue] = []
        for offset, (number, original) in enumerate(self._numbered()):
            matched = by_index.get(self.group.first + offset)
            if matched is not None and matched.is_changed and (reason := self._against(matched)):
                issues.append(Issue(*reason, original.words, matched.paragraph.words))
                matched = None
            is_new = matched is not None and matched.is_changed
            content = self._spoken(matched, original) if matched and is_new else original.inlines
            if number is not None:
                lines.append(RebuiltLine(Line(content, original.shape), number, is_new))
        if not any(line.is_changed for line in lines):
            return DraftDecision(None if issues else self.old, tuple(issues))
        new = self._rebuilt(lines)
        return DraftDecision(new.text, (*issues, *new.issues))

    def _numbered(self) -> Iterator[tuple[int | None, LetterParagraph]]:
        """Yield each paragraph with its number among those with words; None for an empty cell."""
        number = 0
        for original in self.group.letter_paragraphs:
            yield (number if original.words else None), original
            number += bool(original.words)

    def _rebuilt(self, lines: Sequence[RebuiltLine]) -> DraftDecision:
        language = self.group.text.language
        new = rebuilt(self.old, language, lines)
        # The same text written in other Markdown is not a change.
        is_same = parse(new, language, "") == parse(self.old, language, "")
        return self._clean(self.old if is_same else new)

    def _clean(self, new: str) -> DraftDecision:
        language = self.group.text.language
        reason = objection(new, language)
        if reason is None and new != self.old and not self.is_accepted:
            reason = doubt(self._typed_words(), language, is_markdown=False)
            reason = reason and (reason[0], f"{reason[1]}. {ACCEPT}")
        return refused(self.group, reason) if reason else DraftDecision(new)

    def _typed_words(self) -> str:
        """Return the words of the changed paragraphs as typed: in Markdown their signs are escaped."""
        changed = (matched for matched in self.group.draft_paragraphs if matched.is_changed)
        return "\n\n".join(matched.paragraph.words for matched in changed)

    def _draft_lines(self) -> Iterator[RebuiltLine]:
        """Yield the paragraphs of a text as the draft has them, in its order."""
        numbers = {self.group.first + offset: number for offset, (number, _) in enumerate(self._numbered())}
        raised = self._heading_offset() - self._level_shift()
        for matched in _one_per_cell(self._without_unchanged_empty_cells()):
            paragraph, original = matched.paragraph, self.match.original(matched)
            if not paragraph.words and paragraph.place is None:
                continue
            shape = paragraph.shape
            if shape.level:
                shape = replace(shape, level=max(1, shape.level + raised))
            if original is not None:
                own = original.shape
                shape = replace(shape, alignment=own.alignment, start=own.start, numbering=own.numbering)
            yield RebuiltLine(
                Line(self._spoken(matched, original), shape, paragraph.place),
                None if matched.index is None else numbers[matched.index],
                is_changed=matched.comparison is not Comparison.SAME,
                is_reshaped=original is not None and self._is_reshaped(matched, original),
            )

    def _heading_offset(self) -> int:
        """Return how many levels higher headings are in the text than in the letter."""
        blocks = parse(self.old, self.group.text.language, "")
        own = [node.level for node in nodes(blocks) if isinstance(node, Heading)]
        printed = [original.shape.level for original in self.group.letter_paragraphs if original.shape.level]
        if own and printed:
            return own[0] - printed[0]
        new = [level for matched in self.group.draft_paragraphs if (level := matched.paragraph.shape.level)]
        return 1 - min(new, default=1)

    def _without_unchanged_empty_cells(self) -> Iterator[MatchedParagraph]:
        """Yield the paragraphs, leaving out empty cells of tables that keep their structure.

        A table that is written anew needs its empty cells. One that keeps its Markdown has them there.
        """
        tables = {
            matched.paragraph.place.table
            for matched in self.group.draft_paragraphs
            if matched.paragraph.place
            and (self._deleted() or matched.index is None or self._is_restructured_paragraph(matched))
        }
        for matched in self.group.draft_paragraphs:
            place = matched.paragraph.place
            if matched.paragraph.words or (place and place.table in tables):
                yield matched

    def _spoken(self, matched: MatchedParagraph, original: LetterParagraph | None) -> Inlines:
        before = original.inlines if original is not None else ()
        return spoken(matched.paragraph.inlines, before, self.group.text.language)


def _one_per_cell(paragraphs: Iterator[MatchedParagraph]) -> Iterator[MatchedParagraph]:
    """Yield the paragraphs, joining those of one cell: a cell in Markdown has one line."""
    pending: MatchedParagraph | None = None
    for matched in paragraphs:
        paragraph = matched.paragraph
        if pending is not None and paragraph.place is not None and paragraph.place == pending.paragraph.place:
            space = (Run(" ", paragraph.inlines[0].language),) if paragraph.inlines else ()
            inlines = tidied((*pending.paragraph.inlines, *space, *paragraph.inlines))
            index = pending.index if pending.index is not None else matched.index
            pending = MatchedParagraph(replace(pending.paragraph, inlines=inlines), index, Comparison.EDITED)
            continue
        if pending is not None:
            yield pending
        pending = matched
    if pending is not None:
        yield pending
