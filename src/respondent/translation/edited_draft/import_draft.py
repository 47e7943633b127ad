"""Importing an edited draft: edited texts are written, other edits are listed with the place they belong to.

An edited translation counts as reviewed by the person who edited it, unless its source had already changed.
If its figures differ from those of its source, it is imported only if a person accepts it.
An edited original is new, which makes its translation stale. Tracked changes are read as accepted, and are
listed. An edit of a template's wording or of a value is listed in full, because a draft cannot change those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from respondent.changes.submission import (
    Change,
    ImportResult,
    Refusal,
    Submission,
    rows_of,
    rows_of_remarks,
)
from respondent.document.tree import Part
from respondent.language import Language, Pair
from respondent.ledger.remarks import FILE
from respondent.ledger.row import LedgerRow
from respondent.ledger.standing import Standing, standings
from respondent.ledger.state import State
from respondent.letter.sharing import same_words
from respondent.readers.paragraphs import TrackedChange
from respondent.response.fields import Field, fields
from respondent.response.reading import ResponseFile
from respondent.translation.consistency import disagreement
from respondent.translation.edited_draft import where_it_belongs
from respondent.translation.edited_draft.draft_paragraphs import DraftParagraph, EditedDraft
from respondent.translation.edited_draft.grouping import Group, Grouped, grouped
from respondent.translation.edited_draft.judge import judge
from respondent.translation.edited_draft.letter_paragraphs import PrintedText, letter_paragraphs
from respondent.translation.edited_draft.matching import DraftMatch, MatchedParagraph, match_draft
from respondent.translation.edited_draft.result import CORRECT_OR_ACCEPT
from respondent.translation.segments import lines_of, whole
from respondent.translation.units import units_of

TWICE = (
    "the letter prints the text twice, and the two were edited differently",
    "edit only one of them, or both in the same way",
)
FIXED_WORDS = "the words do not come from a text of the response"
DELETED = "the words were deleted from the draft, and do not come from a text of the response"
UNASSIGNED = "a new paragraph belongs to no text of the response"
MARGIN = (
    "the header or footer differs from that of a draft made today",
    "change the letterhead in stationery, the office's names in office.yaml, or the template",
)

_DIGITS = re.compile(r"\d+")
"""Left out when headers and footers are compared: Word stores the last page numbers it has worked out."""

_SHORT = 40
"""How many characters of a neighbouring paragraph a message quotes: enough to find it in the draft."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What a draft is compared with."""

    response: str
    """The name of the response."""

    parts: Pair[Part]
    """Both letters as they would be made today."""

    margins: tuple[tuple[str, ...], ...] = ()
    """The lines of the headers and footers of each of today's drafts; empty if they are not compared."""


@dataclass(frozen=True, slots=True)
class DraftImport:
    """The result of importing an edited draft, before it is written."""

    result: ImportResult
    tracked: tuple[tuple[str, TrackedChange], ...] = ()
    """Each tracked change, with the text or block that it is in."""


def import_draft(
    draft: EditedDraft,
    response: ResponseFile,
    rows: Sequence[LedgerRow],
    letters: Letters,
    submission: Submission,
) -> DraftImport:
    """Return the result of importing an edited draft, without writing anything.

    Args:
        draft: The document.
        response: The response as it is now.
        rows: The rows of its ledger.
        letters: The letters as they would be made today.
        submission: Who hands it in. Its state does not count: that of a text depends on its language.

    Raises:
        InputError: if the document is not a draft of this response, or contains several.
    """
    match = match_draft(draft, letter_paragraphs(letters.parts, response), letters.response)
    groups = grouped(match)
    fields_by_id = {field.id: field for field in fields(response.facts)}
    twins = {
        id: tuple(fields_by_id[other] for other in others if other in fields_by_id)
        for id, others in same_words(response.facts).items()
    }
    importer = _Importer(match, rows, submission, standings(fields_by_id.values(), rows), twins)
    by_text: dict[tuple[str, Language], list[Group]] = {}
    for group in groups.groups:
        by_text.setdefault((group.text.field.id, group.text.language), []).append(group)
    # Originals first: an edited translation must agree with its source as the same draft has it.
    for text_groups in sorted(by_text.values(), key=_is_translation):
        importer.add(text_groups)
    for place, paragraph in _placed(match, groups):
        importer.result.cleaned += ((place, what) for what in paragraph.cleaned)
        importer.result.left_out += ((place, what) for what in paragraph.left_out)
    importer.result.refusals += [
        *_fixed(match, groups),
        *_unassigned(groups),
        *_margins(draft, letters),
    ]
    importer.result.remarks += _remarks_elsewhere(match, groups)
    importer.result.rows += rows_of_remarks(importer.result, submission, rows)
    return DraftImport(importer.result, tuple(_tracked(match, groups)))


def _is_translation(groups: Sequence[Group]) -> bool:
    return groups[0].text.language != groups[0].text.field.source


@dataclass(slots=True)
class _Importer:
    match: DraftMatch
    rows: Sequence[LedgerRow]
    submission: Submission
    standings: Mapping[str, Pair[Standing]]
    twins: Mapping[str, Sequence[Field]]
    """The other texts with the words of one that the letters print once: an edit is of all of them."""

    result: ImportResult = field(default_factory=ImportResult)

    def add(self, groups: Sequence[Group]) -> None:
        """Add what has happened to one text, at all places where the letters print it."""
        text = groups[0].text
        id, old = text.field.id, text.field.in_(text.language) or ""
        is_accepted = id in self.submission.accepted
        decisions = [judge(group, self.match, is_accepted=is_accepted) for group in groups]
        for issue in dict.fromkeys(issue for decision in decisions for issue in decision.issues):
            self.result.refusals.append(Refusal(id, issue.what, issue.advice, issue.old, issue.new))
        versions = [decision.text for decision in decisions if decision.text is not None]
        edited = list(dict.fromkeys(version for version in versions if version.strip() != old.strip()))
        if len(edited) == 1 and not is_accepted and (what := self._disagreement(text, edited[0])):
            self.result.refusals.append(Refusal(id, what, CORRECT_OR_ACCEPT, old, edited[0]))
            versions = edited = []
        self.result.remarks += ((id, note) for group in groups for note in _notes(group.draft_paragraphs))
        if len(edited) == 1:
            changes = [
                Change(field, text.language, edited[0], self._state(field, text.language))
                for field in (text.field, *self.twins.get(id, ()))
            ]
            self.result.changes += changes
            self.result.rows += rows_of(changes, self.submission)
            return
        self.result.refusals += [Refusal(id, *TWICE, old, version) for version in edited]
        if len(versions) == len(groups) and not edited:
            self.result.unchanged.append(id)

    def _disagreement(self, text: PrintedText, new: str) -> str:
        """Return how an edited translation disagrees with its source; empty if it does not."""
        standing = self.standings[text.field.id].in_(text.language)
        edited = (change.new for change in self.result.changes if change.field.id == text.field.id)
        source = next(edited, text.field.in_(text.field.source))
        if standing.is_original or not source:
            return ""
        (unit,) = units_of(standing, whole(text.field, source, standing))
        return disagreement(unit, lines_of(new, text.language))

    def _state(self, field: Field, language: Language) -> State:
        """Return the state of an edited text: reviewed if it translates the source as it is now."""
        is_stale = self.standings[field.id].in_(language).state is State.STALE
        return State.UNAPPROVED if language == field.source or is_stale else State.REVIEWED


def _fixed(match: DraftMatch, groups: Grouped) -> Iterator[Refusal]:
    """Yield each edit of wording or of a value."""
    for matched in groups.fixed:
        original, words = match.original(matched), matched.paragraph.words
        assert original is not None
        advice = where_it_belongs.of(original)
        if matched.is_changed:
            yield Refusal(original.id, FIXED_WORDS if words else DELETED, advice, original.words, words)
    for index in sorted(match.deleted()):
        original = match.letter_paragraphs[index]
        if original.text is None and original.words:
            yield Refusal(original.id, DELETED, where_it_belongs.of(original), original.words)


def _unassigned(groups: Grouped) -> Iterator[Refusal]:
    """Yield each new paragraph that belongs to no text, with the place where it is."""
    for new in groups.unassigned:
        neighbour = new.before or new.after
        places = [f"after “{_short(new.before.words)}”"] if new.before else []
        places += [f"before “{_short(new.after.words)}”"] if new.after else []
        key = f"({neighbour.section if neighbour else 'letter'})"
        advice = f"it is {' and '.join(places)}: write it into a text of the response"
        advice += f", or {where_it_belongs.of(neighbour)}" if neighbour else ""
        words = new.matched.paragraph.words
        if words:
            yield Refusal(key, UNASSIGNED, advice, "", words)


def _remarks_elsewhere(match: DraftMatch, groups: Grouped) -> Iterator[tuple[str, str]]:
    """Yield each comment beside words that are of no text, with the block that it is beside."""
    for matched in groups.fixed:
        original = match.original(matched)
        yield from ((original.id if original else FILE, note) for note in _notes([matched]))
    for new in groups.unassigned:
        yield from ((FILE, note) for note in _notes([new.matched]))


def _margins(draft: EditedDraft, letters: Letters) -> Iterator[Refusal]:
    """Yield the lines of headers and footers that were added or deleted.

    The draft may hold one letter or both, so that it is compared with the most similar of today's drafts.
    """
    lines = {_DIGITS.sub("", line): line for line in draft.margins}
    differences: list[tuple[list[str], list[str]]] = []
    for margins in letters.margins:
        today = {_DIGITS.sub("", line): line for line in margins}
        added = [line for bare, line in lines.items() if bare not in today]
        deleted = [line for bare, line in today.items() if bare not in lines]
        differences.append((added, deleted))
    added, deleted = min(differences, key=lambda pair: len(pair[0]) + len(pair[1]), default=([], []))
    if added or deleted:
        yield Refusal("(margins)", *MARGIN, "\n".join(deleted), "\n".join(added))


def _tracked(match: DraftMatch, groups: Grouped) -> Iterator[tuple[str, TrackedChange]]:
    for place, paragraph in _placed(match, groups):
        yield from ((place, change) for change in paragraph.tracked)


def _placed(match: DraftMatch, groups: Grouped) -> Iterator[tuple[str, DraftParagraph]]:
    """Yield each paragraph of a draft with the id of the text or block that it belongs to."""
    texts = {
        id(matched): group.text.field.id for group in groups.groups for matched in group.draft_paragraphs
    }
    for matched in match.matched:
        original = match.original(matched)
        block = "a new paragraph" if original is None else original.id
        yield texts.get(id(matched), block), matched.paragraph


def _notes(paragraphs: Iterable[MatchedParagraph]) -> Iterator[str]:
    for matched in paragraphs:
        yield from map(str, matched.paragraph.comments)


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
