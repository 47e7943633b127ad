"""Importing returned units into a response.

The units are sorted into texts to write, rows for the ledger, and refusals. `changes.accept` writes them.

A translation that is returned as it was sent writes nothing, whatever state the file gives it. A field is
written once all its parts are there. Until then its returned parts wait in the ledger, each in a row of its
own with the key of the unit in `more`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from respondent.changes.guards import Reason, cleaned_words
from respondent.changes.submission import (
    TAKE,
    UNIT,
    Change,
    ImportResult,
    Refusal,
    Submission,
    row_of,
    rows_of,
    rows_of_remarks,
)
from respondent.changes.typography import loose
from respondent.document.alike import blocks
from respondent.document.faults import MarkupError
from respondent.document.markup import parse
from respondent.document.segments import split
from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.document.written import to_markdown
from respondent.language import Language
from respondent.ledger.difference import difference_line
from respondent.ledger.remarks import FILE
from respondent.ledger.row import LedgerRow
from respondent.ledger.standing import Standing
from respondent.ledger.state import FOR_APPROVAL, State
from respondent.response.model import Response
from respondent.translation.segments import FieldParts, text_of
from respondent.translation.sent import absent, sent_keys
from respondent.translation.unit_decision import CORRECT, Circumstances, added_lines, decide, mended_source
from respondent.translation.units import (
    KEY,
    ReturnedUnit,
    ReturnedUnits,
    Unit,
    field_of,
    open_fields,
    units,
    units_of,
)

UNKNOWN = ("the response has no such text", "find out which text it is, and write it there by hand")
TWICE = ("the key occurs twice, with different words", "delete one of the two, and import the file again")
SOURCE_GONE = (
    "its source has changed since it was sent",
    "check whether the translation still applies. `respondent send` sends the present text",
)
UNWRITABLE = ("it cannot be written in Markdown", "write it into the response by hand")


def import_units(
    response: Response,
    rows: Sequence[LedgerRow],
    returned: ReturnedUnits,
    submission: Submission,
) -> ImportResult:
    """Return the result of importing returned units, without writing anything.

    Args:
        response: The facts as they are now.
        rows: The rows of its ledger.
        returned: The units in any order. Their keys may be unknown or occur twice.
        submission: Who handed them in, and what they count as.
    """
    result = ImportResult(remarks=[(FILE, remark) for remark in returned.remarks])
    keyed = returned.returned
    if returned.keyless:
        keyed = tuple(_keyed(returned, units(response, rows, is_all=True), result))
    returned_by_field: dict[str, list[ReturnedUnit]] = defaultdict(list)
    for unit in _once(keyed, result):
        if comment := " ".join(unit.comment.split()):
            result.remarks.append((unit.key, comment))
        target, cleaned = cleaned_words(unit.target or ())
        result.left_out += [(unit.key, what) for what in unit.left_out]
        result.cleaned += [(unit.key, what) for what in cleaned]
        returned_by_field[field_of(unit.key)].append(replace(unit, target=target) if cleaned else unit)
    sent = sent_keys(rows)
    imported = {row.target.strip() for row in rows if TAKE in row.more}
    for standing, in_parts in open_fields(response, rows):
        if of_field := returned_by_field.pop(standing.field.id, []):
            is_imported = standing.text.strip() in imported
            circumstances = Circumstances(sent, submission.accepted, is_imported)
            _FieldImport(standing, in_parts, circumstances, submission, result).add(of_field)
    for unit in (unit for of_field in returned_by_field.values() for unit in of_field):
        result.refusals.append(_refusal(unit, (unit.fault, CORRECT) if unit.fault else UNKNOWN))
    result.rows += rows_of_remarks(result, submission, rows)
    if missing := list(absent(rows, (unit.key for unit in keyed))):
        still_open = {unit.key for unit in units(response, rows) if not unit.is_locked}
        result.absent = [key for key in missing if key in still_open]
    return result


def _keyed(returned: ReturnedUnits, known: Sequence[Unit], result: ImportResult) -> Iterator[ReturnedUnit]:
    """Yield units with their keys, those that have lost them by their source where it is of one unit only.

    The others are refused together: one export from the program mends them all.
    """
    keys = {unit.key for unit in known}
    by_source: dict[str, list[str]] = defaultdict(list)
    for unit in known:
        by_source[loose(unit.words)].append(unit.key)
    lost: list[ReturnedUnit] = []
    for returned_unit in returned.returned:
        own = by_source.get(loose(returned_unit.source or ""), [])
        if returned_unit.key in keys or KEY.fullmatch(returned_unit.key):
            yield returned_unit
        elif len(own) == 1:
            yield replace(returned_unit, key=own[0])
        else:
            lost.append(returned_unit)
    if lost:
        words = "\n".join(text_of(unit.target or ()) for unit in lost)
        result.remarks += ((FILE, unit.comment) for unit in lost if unit.comment)
        what = f"{len(lost)} of its units have lost their keys, and their sources tell of no one text"
        result.refusals.append(Refusal("(units)", what, returned.keyless, new=words))


def _once(returned: Sequence[ReturnedUnit], result: ImportResult) -> Iterator[ReturnedUnit]:
    """Yield one unit for each key. If a key has several translations, all of them are refused."""
    by_key: dict[str, list[ReturnedUnit]] = defaultdict(list)
    for unit in returned:
        by_key[unit.key].append(unit)
    for namesakes in by_key.values():
        if len({(unit.target, unit.source) for unit in namesakes}) == 1:
            yield namesakes[0]
        else:
            result.refusals += [_refusal(unit, TWICE) for unit in namesakes]


@dataclass(slots=True)
class _FieldImport:
    """The import of one field."""

    standing: Standing
    in_parts: FieldParts
    circumstances: Circumstances
    submission: Submission
    result: ImportResult
    new: dict[str, Inlines] = field(default_factory=dict)
    """The imported words by key."""

    submitted: set[str] = field(default_factory=set)
    """Keys whose words were returned, changed or unchanged. The state of the submission applies to them."""

    verdicts: dict[str, State] = field(default_factory=dict)
    """The states that the file gives unchanged translations, by key."""

    def add(self, returned: Sequence[ReturnedUnit]) -> None:
        """Add the result of importing the returned units of the field."""
        units = {unit.key: unit for unit in units_of(self.standing, self.in_parts, is_all=True)}
        for returned_unit in returned:
            if unit := units.get(returned_unit.key):
                self._sort(unit, replace(returned_unit, state=_state(unit, returned_unit)))
            else:
                self.result.refusals.append(_source_gone(returned_unit, units.values()))
        if self.new:
            self._write(list(units.values()))
        elif len(self.verdicts) == len(units):
            state = min(self.verdicts.values())
            if state in FOR_APPROVAL and state > self.standing.state:
                self.result.verdicts.append((self.standing.field, state))

    def _sort(self, unit: Unit, returned: ReturnedUnit) -> None:
        decision = decide(unit, returned, self.circumstances)
        if decision.outcome != "refused":
            remarks = mended_source(unit, returned), added_lines(unit, returned)
            self.result.left_out += [(unit.key, what) for what in remarks if what]
        match decision.outcome:
            case "refused":
                refusal = _refusal(returned, decision.reason)
                self.result.refusals.append(replace(refusal, old=text_of(unit.target or ())))
            case "empty":
                self.result.empty.append(unit.key)
            case "unchanged" | "outdated":
                self.result.unchanged.append(unit.key)
            case "new":
                self.new[unit.key] = decision.target
            case _:
                assert_never(decision.outcome)
        if decision.outcome in ("new", "unchanged") and not unit.is_locked:
            self.submitted.add(unit.key)
        if decision.outcome == "unchanged" and returned.state:
            self.verdicts[unit.key] = State[returned.state.upper()]

    def _write(self, units: Sequence[Unit]) -> None:
        """Add the new text of the field; if parts are missing, let the new ones wait in the ledger."""
        contents = [content for unit in units if (content := self.new.get(unit.key, unit.target))]
        if len(contents) < len(units):
            self.result.waiting += self.new
            self.result.rows += self._part_rows(units)
            return
        try:
            text = self._joined(contents)
        except MarkupError as error:
            what, advice = UNWRITABLE
            self.result.refusals += [
                Refusal(key, str(error) or what, advice, new=text_of(words))
                for key, words in self.new.items()
            ]
            return
        # A text has come as far as the least of its parts.
        state = min(self.submission.state if unit.key in self.submitted else unit.state for unit in units)
        change = Change(self.standing.field, self.standing.field.source.other, text, state)
        self.result.changes.append(change)
        self.result.rows += rows_of([change], self.submission)
        if state < State.TRANSLATED:
            self.result.rows += self._part_rows(units)

    def _joined(self, contents: Sequence[Inlines]) -> str:
        """Return the new text; raise `MarkupError` if it would not have the parts that it is made of."""
        field = self.standing.field
        language = field.source.other
        text = self.in_parts.text(contents)
        if self.in_parts.is_whole:
            parse(text, language, field.id)
        elif len(split(text, language, is_markdown=field.is_markdown)) != len(contents):
            raise MarkupError([])
        return text

    def _part_rows(self, units: Sequence[Unit]) -> Iterator[LedgerRow]:
        """Yield a row for each returned part, for as long as the state of the whole field is unknown."""
        for unit in units:
            if unit.key in self.submitted:
                target = self.new.get(unit.key, unit.target) or ()
                texts = (_markdown(unit.source, unit.language), _markdown(target, unit.language.other))
                yield row_of(self.submission, self.submission.state.word, unit.field, {UNIT: unit.key}, texts)


def _state(unit: Unit, returned: ReturnedUnit) -> str:
    """Return the state that the file gives a unit; of two, the one that it was not sent with."""
    states = returned.state.split()
    new = [state for state in states if state != unit.state.word] if len(states) > 1 else states
    return new[0] if len(new) == 1 else ""


def _refusal(returned: ReturnedUnit, reason: Reason) -> Refusal:
    return Refusal(returned.key, *reason, new=text_of(returned.target or ()), where=returned.where)


def _source_gone(returned: ReturnedUnit, units: Iterable[Unit]) -> Refusal:
    """Return the refusal of a part that the field no longer has, with its source then and now."""
    what, advice = SOURCE_GONE
    old = returned.source or ""
    if old:
        sources = (unit.words for unit in units)
        now = max(sources, key=lambda words: _shared(old, words))
        what = f"{what}: {difference_line(old, now)}"
    return _refusal(returned, (what, advice))


def _shared(old: str, new: str) -> float:
    """Return the share of their words that two sources have in common, from 0 to 1."""
    before, after = old.split(), new.split()
    shared = sum(size for _, _, size in blocks(before, after))
    return 2 * shared / (len(before) + len(after) or 1)


def _markdown(content: Inlines, language: Language) -> str:
    try:
        return to_markdown(content, language)
    except MarkupError:
        return words_of(content)
