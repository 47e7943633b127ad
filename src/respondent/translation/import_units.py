"""Returned units, compared with the response and its ledger as they are now.

`import_units` sorts them into texts to write, rows for the ledger, and refusals with key and reason.
It writes nothing: `changes.accept` does.

A translation that came back as it went out writes nothing and claims nothing, whatever state the file gives
it. A field is written when all its parts are there. Parts that come before the others are kept in the ledger,
each in a row of its own with the unit's key in `more`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from respondent.changes.submission import (
    NOTED,
    TAKE,
    UNIT,
    Change,
    ImportResult,
    Refusal,
    Submission,
    is_noted,
    row_of,
    rows_of,
)
from respondent.document.faults import MarkupError
from respondent.document.markup import parse
from respondent.document.segments import split
from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.document.written import tidied, written
from respondent.language import Language
from respondent.ledger.difference import shown
from respondent.ledger.row import LedgerRow
from respondent.ledger.standing import Standing
from respondent.ledger.state import State
from respondent.response.model import Response
from respondent.translation.segments import FieldParts, text_of
from respondent.translation.sent import absent, sent_keys
from respondent.translation.unit_decision import MEND, Circumstances, decide
from respondent.translation.units import ReturnedUnit, Unit, field_of, open_fields, units, units_of

UNKNOWN = ("the response has no such text", "look which text it was, and write it there by hand")
TWICE = ("the key is there twice, with different words", "leave one of the two, and take the file again")
GONE = (
    "its source has changed since it was sent",
    "look whether the translation still holds; `respondent send` sends the text as it is now",
)
UNWRITABLE = ("no Markdown says the same", "write it into the response by hand")


def import_units(
    response: Response, rows: Sequence[LedgerRow], returned: Sequence[ReturnedUnit], submission: Submission
) -> ImportResult:
    """Return what is to be done with what came back for a response.

    Args:
        response: The facts as they are now.
        rows: The rows of its ledger.
        returned: What came back, in any order, with keys that may be unknown or there twice.
        submission: Who handed it in, and what it counts for.
    """
    result = ImportResult()
    sent = sent_keys(rows)
    by_field: dict[str, list[ReturnedUnit]] = defaultdict(list)
    for one in _once(returned, result):
        by_field[field_of(one.key)].append(one)
    texts = {row.target.strip() for row in rows if TAKE in row.more}
    for standing, in_parts in open_fields(response, rows):
        if came := by_field.pop(standing.field.id, []):
            at = Circumstances(sent, submission.accepted, is_ours=standing.text.strip() in texts)
            _Field(standing, in_parts, at, submission, result).take(came)
    unknown = (one for ones in by_field.values() for one in ones)
    result.refusals += [_refused(one, (one.fault, MEND) if one.fault else UNKNOWN) for one in unknown]
    result.rows = [row for row in result.rows if not is_noted(row, rows)]
    if missing := list(absent(rows, (one.key for one in returned))):
        waiting = {unit.key for unit in units(response, rows) if not unit.is_locked}
        result.absent = [key for key in missing if key in waiting]
    return result


@dataclass(slots=True)
class _Field:
    """One field, and what becomes of what came back for its parts."""

    standing: Standing
    in_parts: FieldParts
    at: Circumstances
    submission: Submission
    result: ImportResult
    new: dict[str, Inlines] = field(default_factory=dict)
    """The words that are taken, by key."""

    handed_in: set[str] = field(default_factory=set)
    """Keys of which somebody has handed in the words, new or as they stood."""

    notes: dict[str, str] = field(default_factory=dict)

    def take(self, came: Sequence[ReturnedUnit]) -> None:
        """Sort what came back for the parts of the field, and say what is to be written of it."""
        units = {unit.key: unit for unit in units_of(self.standing, self.in_parts, is_all=True)}
        for one in came:
            if one.comment.strip():
                self.notes[one.key] = " ".join(one.comment.split())
            if one.key in units:
                self._sort(units[one.key], one)
            else:
                self.result.refusals.append(_gone(one, units.values()))
        if self.new:
            self._write(list(units.values()))
        else:
            self.result.rows += [
                replace(row_of(self.submission, NOTED, self.standing.field, {UNIT: key}), note=note)
                for key, note in self.notes.items()
            ]

    def _sort(self, unit: Unit, one: ReturnedUnit) -> None:
        found = decide(unit, one, self.at)
        if found.outcome == "refused":
            old = text_of(unit.target or ())
            self.result.refusals.append(replace(_refused(one, found.reason), old=old))
        elif found.outcome == "empty":
            self.result.empty.append(one.key)
        elif found.outcome in ("unchanged", "outdated"):
            self.result.unchanged.append(one.key)
        else:
            self.new[one.key] = found.target
        if found.outcome in ("new", "unchanged") and not unit.is_locked:
            self.handed_in.add(one.key)

    def _write(self, units: Sequence[Unit]) -> None:
        """Add the text that the new words make; where parts are missing, keep them until the others come."""
        contents = [self.new.get(unit.key, unit.target) for unit in units]
        whole = [content for content in contents if content]
        if len(whole) < len(units):
            self.result.waiting += self.new
            self.result.rows += self._part_rows(units)
            return
        try:
            text = self._joined(whole)
        except MarkupError as error:
            what = str(error) or UNWRITABLE[0]
            refused = (Refusal(key, what, UNWRITABLE[1], new=text_of(new)) for key, new in self.new.items())
            self.result.refusals += refused
            return
        state = min(self.submission.state if unit.key in self.handed_in else unit.state for unit in units)
        note = "; ".join(dict.fromkeys(self.notes.values()))
        change = Change(self.standing.field, self.standing.field.source.other, text, state, note)
        self.result.changes.append(change)
        self.result.rows += rows_of([change], self.submission)
        if state < State.TRANSLATED:
            self.result.rows += self._part_rows(units)

    def _joined(self, contents: Sequence[Inlines]) -> str:
        """Return the new text; raise `MarkupError` where it would not have the parts that it is made of."""
        one = self.standing.field
        language = one.source.other
        new = self.in_parts.text(contents)
        if self.in_parts.is_whole:
            parse(new, language, one.id)
        elif len(split(new, language, is_markdown=one.is_markdown)) != len(contents):
            raise MarkupError([])
        return new

    def _part_rows(self, units: Sequence[Unit]) -> Iterator[LedgerRow]:
        """Yield a row for each part that was handed in, while nothing can be said of the field as a whole."""
        for unit in units:
            if unit.key in self.handed_in:
                target = self.new.get(unit.key, unit.target) or ()
                texts = (_markdown(unit.source, unit.language), _markdown(target, unit.language.other))
                row = row_of(self.submission, self.submission.state.word, unit.field, {UNIT: unit.key}, texts)
                yield replace(row, note=self.notes.get(unit.key, ""))


def _once(returned: Sequence[ReturnedUnit], result: ImportResult) -> Iterator[ReturnedUnit]:
    """Yield what came back for each key; a key with several translations is refused, all of them."""
    by_key: dict[str, list[ReturnedUnit]] = defaultdict(list)
    for one in returned:
        by_key[one.key].append(one)
    for ones in by_key.values():
        if len({(one.target, one.source) for one in ones}) == 1:
            yield ones[0]
        else:
            result.refusals += [_refused(one, TWICE) for one in ones]


def _refused(one: ReturnedUnit, reason: tuple[str, str]) -> Refusal:
    new, comment = text_of(one.target or ()), " ".join(one.comment.split())
    return Refusal(one.key, *reason, new=new, comment=comment, where=one.where)


def _gone(one: ReturnedUnit, units: Iterable[Unit]) -> Refusal:
    """Return why a part that the field has no more is not taken, with its source then and now."""
    old = one.source or ""
    now = max((unit.words for unit in units), key=lambda words: SequenceMatcher(None, old, words).ratio())
    what = f"{GONE[0]}: {shown(old, now)}" if old else GONE[0]
    return _refused(one, (what, GONE[1]))


def _markdown(content: Inlines, language: Language) -> str:
    try:
        return written(tidied(content), language)
    except MarkupError:
        return words_of(content)
