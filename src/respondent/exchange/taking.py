"""What came back from a translator, against the response and its ledger as they are now.

`taken` sorts what came back into values to write, rows for the ledger, and what is not taken, each with its
key and the reason; it writes nothing. `Taking.edits` go to `files.rewrite.write`, then `Taking.rows` to
`ledger.append`, in this order: a value without a row is unapproved, a row without its value would be a lie.

A translation that came back as it went out is no news: it writes nothing and claims nothing, whatever state
the file gives it. A field is written when all its parts are there; parts that come in before the others are
kept in the ledger, each as a row of its own with the unit's key in `more`.

Edited drafts come home by the same rows: make a `Change` for each text that was edited, in either language,
and ask `rows_of` for what the ledger is to hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from difflib import SequenceMatcher
from types import MappingProxyType

from respondent.document.faults import MarkupError
from respondent.document.markup import parse
from respondent.document.segments import split
from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.document.written import tidied, written
from respondent.exchange.parts import Parts, text_of
from respondent.exchange.units import UNIT, Returned, Unit, field_of, open_fields, units, units_of
from respondent.exchange.verdict import MEND, Circumstances, verdict
from respondent.files.source import ValuePath
from respondent.language import Language
from respondent.ledger.difference import shown
from respondent.ledger.row import SAYS_STATE, Origin, Row, State
from respondent.ledger.state import Standing
from respondent.response.fields import Field
from respondent.response.model import Response

SENT = "sent-for-translation"
NOTED = "noted"
TAKE, WAS, KEYS = "take", "was", "keys"
"""What rows call the take that they are of, the text that stood there before, the keys that were sent."""

UNKNOWN = ("the response has no such text", "look which text it was, and write it there by hand")
TWICE = ("the key is there twice, with different words", "leave one of the two, and take the file again")
GONE = (
    "its source has changed since it was sent",
    "look whether the translation still holds; `respondent send` sends the text as it is now",
)
UNWRITABLE = ("no Markdown says the same", "write it into the response by hand")


@dataclass(frozen=True, slots=True)
class Handed:
    """Who handed in what came back, when, and what it counts for."""

    by: str
    at: datetime
    origin: Origin
    take: str
    """What all rows of this take have in common."""

    state: State = State.TRANSLATED
    """Translated or reviewed."""

    accepted: frozenset[str] = frozenset()
    """Keys that are taken though figures, looks or marked changes speak against it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A text of a field that is to be written."""

    field: Field
    language: Language
    new: str
    state: State = State.UNAPPROVED
    """How far it has then come; below translated the ledger claims nothing for it."""

    note: str = ""

    @property
    def old(self) -> str:
        """What stands there; empty for nothing."""
        return self.field.in_(self.language) or ""


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that was not taken."""

    key: str
    what: str
    next: str
    old: str = ""
    """What stands here now."""

    new: str = ""
    """What came back, so that nothing is lost."""

    comment: str = ""
    """What the translator wrote beside it."""

    where: str = ""
    """Its place in the file."""


@dataclass(slots=True)
class Taking:
    """What is to be done with what came back."""

    changes: list[Change] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Keys of parts that wait in the ledger for the others of their field."""

    refused: list[Refused] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    """Keys that came back as they stand, or as they went out."""

    empty: list[str] = field(default_factory=list)
    """Keys that came back without a translation."""

    absent: list[str] = field(default_factory=list)
    """Keys that went out with the others, are open still, and not in the file."""

    rows: list[Row] = field(default_factory=list)

    @property
    def edits(self) -> Mapping[ValuePath, str]:
        """What is to be written, by place."""
        return {one.field.place(one.language): one.new for one in self.changes}


def taken(response: Response, rows: Sequence[Row], returned: Sequence[Returned], handed: Handed) -> Taking:
    """Return what is to be done with what came back for a response.

    Args:
        response: The facts as they are now.
        rows: The rows of its ledger.
        returned: What came back, in any order, with keys that may be unknown or there twice.
        handed: Who handed it in, and what it counts for.
    """
    result = Taking()
    sent = sent_keys(rows)
    by_field: dict[str, list[Returned]] = defaultdict(list)
    for one in _once(returned, result):
        by_field[field_of(one.key)].append(one)
    texts = {row.target.strip() for row in rows if TAKE in row.more}
    for standing, in_parts in open_fields(response, rows):
        if came := by_field.pop(standing.field.id, []):
            at = Circumstances(sent, handed.accepted, is_ours=standing.text.strip() in texts)
            _Field(standing, in_parts, at, handed, result).take(came)
    unknown = (one for ones in by_field.values() for one in ones)
    result.refused += [_refused(one, (one.fault, MEND) if one.fault else UNKNOWN) for one in unknown]
    result.rows = [row for row in result.rows if not _is_noted(row, rows)]
    if absent := list(_absent(rows, returned)):
        waiting = {unit.key for unit in units(response, rows) if not unit.is_locked}
        result.absent = [key for key in absent if key in waiting]
    return result


def sent_keys(rows: Iterable[Row]) -> Mapping[str, frozenset[str]]:
    """Return for each key that was sent the digests of the translations that went along with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for key, target in _pairs(row):
            found[key].add(target)
    return MappingProxyType({key: frozenset(digests) for key, digests in found.items()})


def rows_of(changes: Iterable[Change], handed: Handed) -> Iterator[Row]:
    """Yield what the ledger is to hold of texts that are written."""
    for change in changes:
        one = change.field
        is_original = change.language == one.source
        source = change.new if is_original else one.in_(one.source) or ""
        kind = change.state.word if change.state in SAYS_STATE.values() else "imported"
        texts = (source.strip(), "" if is_original else change.new.strip())
        yield replace(_row(handed, kind, one, {WAS: change.old}, texts), note=change.note)


@dataclass(slots=True)
class _Field:
    """One field, and what becomes of what came back for its parts."""

    standing: Standing
    in_parts: Parts
    at: Circumstances
    handed: Handed
    result: Taking
    new: dict[str, Inlines] = field(default_factory=dict)
    """The words that are taken, by key."""

    handed_in: set[str] = field(default_factory=set)
    """Keys of which somebody has handed in the words, new or as they stood."""

    notes: dict[str, str] = field(default_factory=dict)

    def take(self, came: Sequence[Returned]) -> None:
        """Sort what came back for the parts of the field, and say what is to be written of it."""
        units = {unit.key: unit for unit in units_of(self.standing, self.in_parts, is_all=True)}
        for one in came:
            if one.comment.strip():
                self.notes[one.key] = " ".join(one.comment.split())
            if one.key in units:
                self._sort(units[one.key], one)
            else:
                self.result.refused.append(_gone(one, units.values()))
        if self.new:
            self._write(list(units.values()))
        else:
            self.result.rows += [
                replace(_row(self.handed, NOTED, self.standing.field, {UNIT: key}), note=note)
                for key, note in self.notes.items()
            ]

    def _sort(self, unit: Unit, one: Returned) -> None:
        found = verdict(unit, one, self.at)
        if found.outcome == "refused":
            old = text_of(unit.target or ())
            self.result.refused.append(replace(_refused(one, found.reason), old=old))
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
            self.result.kept += self.new
            self.result.rows += self._part_rows(units)
            return
        try:
            text = self._joined(whole)
        except MarkupError as error:
            what = str(error) or UNWRITABLE[0]
            refused = (Refused(key, what, UNWRITABLE[1], new=text_of(new)) for key, new in self.new.items())
            self.result.refused += refused
            return
        state = min(self.handed.state if unit.key in self.handed_in else unit.state for unit in units)
        note = "; ".join(dict.fromkeys(self.notes.values()))
        change = Change(self.standing.field, self.standing.field.source.other, text, state, note)
        self.result.changes.append(change)
        self.result.rows += rows_of([change], self.handed)
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

    def _part_rows(self, units: Sequence[Unit]) -> Iterator[Row]:
        """Yield a row for each part that was handed in, while nothing can be said of the field as a whole."""
        for unit in units:
            if unit.key in self.handed_in:
                target = self.new.get(unit.key, unit.target) or ()
                texts = (_markdown(unit.source, unit.language), _markdown(target, unit.language.other))
                row = _row(self.handed, self.handed.state.word, unit.field, {UNIT: unit.key}, texts)
                yield replace(row, note=self.notes.get(unit.key, ""))


def _row(
    handed: Handed, kind: str, about: Field, more: Mapping[str, str], texts: tuple[str, str] | None = None
) -> Row:
    """Return a row about a field, with the source and the target that it speaks of, if any."""
    source, target = texts or ("", "")
    return Row(
        kind=kind,
        by=handed.by,
        at=handed.at,
        field=about.id,
        source_language=about.source if texts else None,
        source=source,
        target=target,
        origin=handed.origin,
        more=MappingProxyType({TAKE: handed.take, **more}),
    )


def _once(returned: Sequence[Returned], result: Taking) -> Iterator[Returned]:
    """Yield what came back for each key; a key with several translations is refused, all of them."""
    by_key: dict[str, list[Returned]] = defaultdict(list)
    for one in returned:
        by_key[one.key].append(one)
    for ones in by_key.values():
        if len({(one.target, one.source) for one in ones}) == 1:
            yield ones[0]
        else:
            result.refused += [_refused(one, TWICE) for one in ones]


def _refused(one: Returned, reason: tuple[str, str]) -> Refused:
    new, comment = text_of(one.target or ()), " ".join(one.comment.split())
    return Refused(one.key, *reason, new=new, comment=comment, where=one.where)


def _gone(one: Returned, units: Iterable[Unit]) -> Refused:
    """Return why a part that the field has no more is not taken, with its source then and now."""
    old = one.source or ""
    now = max((unit.words for unit in units), key=lambda words: SequenceMatcher(None, old, words).ratio())
    what = f"{GONE[0]}: {shown(old, now)}" if old else GONE[0]
    return _refused(one, (what, GONE[1]))


def _is_noted(row: Row, rows: Iterable[Row]) -> bool:
    """Return whether a remark beside a text that stays is in the ledger already."""
    return row.kind == NOTED and any(one.note == row.note and one.field == row.field for one in rows)


def _markdown(content: Inlines, language: Language) -> str:
    try:
        return written(tidied(content), language)
    except MarkupError:
        return words_of(content)


def _pairs(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the keys of a row about a sending, each with the digest of the translation that went along."""
    for pair in row.more.get(KEYS, "").split() if row.kind == SENT else ():
        key, _, target = pair.partition("=")
        yield key, target


def _absent(rows: Sequence[Row], returned: Sequence[Returned]) -> Iterator[str]:
    """Yield the keys of the last sending that shares some with what came back, and did not come back."""
    came = {one.key for one in returned}
    for row in reversed(rows):
        went = [key for key, _ in _pairs(row)]
        if came.intersection(went):
            yield from (key for key in went if key not in came)
            return
