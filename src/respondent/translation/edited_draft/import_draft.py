"""The edits of a draft, home to the texts of the response: what is taken, and what is told instead.

A text that was edited is written back; the ledger says so of it and of no other. An edited translation has
been reviewed by whoever edited it, unless its source had changed before; an edited original is new, so that
its translation becomes stale. Tracked changes are read as accepted, and listed. What has no text to go back
to, an edit of the template's wording or of a value, is told in full with the place where it belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from respondent.changes.compare import Comparison
from respondent.changes.submission import NOTED, TAKE, Change, ImportResult, Refusal, Submission, rows_of
from respondent.document.tree import Part
from respondent.language import Language, Pair
from respondent.ledger.row import LedgerRow
from respondent.ledger.standing import standings
from respondent.ledger.state import State
from respondent.readers.paragraphs import TrackedChange
from respondent.response.fields import Field, fields
from respondent.response.model import Response
from respondent.translation.edited_draft import where_it_belongs
from respondent.translation.edited_draft.draft_paragraphs import EditedDraft
from respondent.translation.edited_draft.grouping import Group, Grouped, grouped
from respondent.translation.edited_draft.judge import judge
from respondent.translation.edited_draft.letter_paragraphs import letter_paragraphs
from respondent.translation.edited_draft.matching import DraftMatch, MatchedParagraph, match_draft

TWICE = (
    "the letter prints the text twice, and the two were edited differently",
    "edit one of them, or both alike",
)
NO_TEXT = "the words are no text of the response"
LEFT_OUT = "the words are left out in the draft, and no text of the response"
NO_HOME = "a new paragraph stands where no text of the response is"
COMMENT = "a comment stands beside words that are no text of the response"
MARGIN = (
    "the head or the foot of a page is not as it would be made today",
    "change the letterhead in stationery, the office's names in office.yaml, or the template",
)

_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Letters:
    """What a draft is held against."""

    response: str
    """The name of the response."""

    parts: Pair[Part]
    """Both letters, as they would be made today."""

    margins: tuple[tuple[str, ...], ...] = ()
    """The lines of the heads and feet of each of today's drafts; none where they are not to be compared."""


@dataclass(frozen=True, slots=True)
class DraftImport:
    """What is to be done with an edited draft."""

    taking: ImportResult
    tracked: tuple[tuple[str, TrackedChange], ...] = ()
    """Each change that is still marked, with the text or the block in which it stands."""


def import_draft(
    draft: EditedDraft, response: Response, rows: Sequence[LedgerRow], letters: Letters, handed: Submission
) -> DraftImport:
    """Return what is to be done with an edited draft; nothing has been written.

    Args:
        draft: The document.
        response: The facts as they are now.
        rows: The rows of its ledger.
        letters: The letters as they would be made of them today.
        handed: Who hands it in. How far a text has then come hangs on its language alone.

    Raises:
        InputError: if the document is no draft of this response, or several in one.
    """
    found = match_draft(
        draft, letters.parts.map(lambda part: letter_paragraphs(part, response)), letters.response
    )
    desk = _DraftImporter(found, rows, handed, _states(response, rows))
    all_ = grouped(found)
    desk.take(all_)
    desk.result.refused += _margins(draft, letters)
    return DraftImport(desk.result, tuple(_tracked(found, all_)))


def _states(response: Response, rows: Sequence[LedgerRow]) -> Mapping[tuple[str, Language], State]:
    """Return how far each text had come."""
    found = standings(fields(response), rows)
    return {(id, language): one.state for id, pair in found.items() for language, one in pair.items()}


@dataclass(slots=True)
class _DraftImporter:
    """The sorting of one draft."""

    match: DraftMatch
    rows: Sequence[LedgerRow]
    handed: Submission
    states: Mapping[tuple[str, Language], State]
    result: ImportResult = field(default_factory=ImportResult)

    def take(self, all_: Grouped) -> None:
        """Sort all of it."""
        by_text: dict[tuple[str, Language], list[Group]] = {}
        for group in all_.groups:
            by_text.setdefault((group.home.field.id, group.home.language), []).append(group)
        for groups in by_text.values():
            self._text(groups)
        self.result.refused += _fixed(self.match, all_)
        self.result.refused += _homeless(all_)

    def _text(self, groups: Sequence[Group]) -> None:
        """Sort what became of a text, wherever the letters print it."""
        home = groups[0].home
        id, old = home.field.id, home.field.in_(home.language) or ""
        found = [judge(group, self.match, is_accepted=id in self.handed.accepted) for group in groups]
        for one in dict.fromkeys(doubt for each in found for doubt in each.doubts):
            self.result.refused.append(Refusal(id, one.what, one.next, one.old, one.new))
        texts = [each.text for each in found if each.text is not None]
        news = list(dict.fromkeys(text for text in texts if text.strip() != old.strip()))
        note = "; ".join(dict.fromkeys(note for group in groups for note in _notes(group.there)))
        if len(news) == 1:
            change = Change(home.field, home.language, news[0], self._state(home.field, home.language), note)
            self.result.changes.append(change)
            self.result.rows += rows_of([change], self.handed)
            return
        self.result.refused += [Refusal(id, *TWICE, old, new) for new in news]
        if len(texts) == len(groups) and not news:
            self.result.unchanged.append(id)
        if note:
            self.result.rows += self._noted(home.field, note)

    def _state(self, field: Field, language: Language) -> State:
        """Return how far an edited text has come: reviewed, if it is a translation of the source as it is."""
        is_stale = self.states.get((field.id, language)) is State.STALE
        return State.UNAPPROVED if language == field.source or is_stale else State.REVIEWED

    def _noted(self, field: Field, note: str) -> Iterator[LedgerRow]:
        """Yield a row for a remark beside a text that stays, unless the ledger has it."""
        if not any(row.note == note and row.field == field.id for row in self.rows):
            yield LedgerRow(
                kind=NOTED,
                by=self.handed.by,
                at=self.handed.at,
                field=field.id,
                origin=self.handed.origin,
                note=note,
                more=MappingProxyType({TAKE: self.handed.take}),
            )


def _fixed(match: DraftMatch, all_: Grouped) -> Iterator[Refusal]:
    """Yield each edit of wording or of a value, and each comment beside some."""
    for one in all_.fixed:
        assert one.leaf is not None
        leaf = match.leaves[one.leaf]
        if one.comparison not in (Comparison.SAME, Comparison.OUTDATED):
            what = NO_TEXT if one.piece.words else LEFT_OUT
            yield Refusal(leaf.id, what, where_it_belongs.of(leaf), leaf.words, one.piece.words)
        for note in _notes([one]):
            yield Refusal(leaf.id, COMMENT, where_it_belongs.of(leaf), leaf.words, note)
    for at in sorted(match.lost()):
        leaf = match.leaves[at]
        if leaf.home is None and leaf.words:
            yield Refusal(leaf.id, LEFT_OUT, where_it_belongs.of(leaf), leaf.words)


def _homeless(all_: Grouped) -> Iterator[Refusal]:
    """Yield each new paragraph that belongs to no text, with the place where it stands."""
    for one, before, behind in all_.homeless:
        beside = before or behind
        stands = [f"behind “{_short(before.words)}”"] if before else []
        stands += [f"before “{_short(behind.words)}”"] if behind else []
        key = f"({beside.section if beside else 'letter'})"
        told = f"it stands {' and '.join(stands)}: write it into a text of the response"
        told += f"; or {where_it_belongs.of(beside)}" if beside else ""
        yield Refusal(key, NO_HOME, told, "", one.piece.words)
        for note in _notes([one]):
            yield Refusal(key, COMMENT, told, one.piece.words, note)


def _margins(draft: EditedDraft, letters: Letters) -> Iterator[Refusal]:
    """Yield what the heads and feet of the pages have more, or less, than they would have today."""
    there = {_FIGURES.sub("", line): line for line in draft.margins}
    found: list[tuple[list[str], list[str]]] = []
    for lines in letters.margins:
        wanted = {_FIGURES.sub("", line): line for line in lines}
        more = [line for bare, line in there.items() if bare not in wanted]
        found.append((more, [line for bare, line in wanted.items() if bare not in there]))
    more, less = min(found, key=lambda one: len(one[0]) + len(one[1]), default=([], []))
    if more or less:
        yield Refusal("(margins)", *MARGIN, "\n".join(less), "\n".join(more))


def _tracked(match: DraftMatch, all_: Grouped) -> Iterator[tuple[str, TrackedChange]]:
    texts = {id(one): group.home.field.id for group in all_.groups for one in group.there}
    for one in match.matched:
        block = "a new paragraph" if one.leaf is None else match.leaves[one.leaf].id
        yield from ((texts.get(id(one), block), change) for change in one.piece.tracked)


def _notes(there: Sequence[MatchedParagraph]) -> Iterator[str]:
    for one in there:
        for comment in one.piece.comments:
            yield f"{comment.by}: {comment.text}" if comment.by else comment.text


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
