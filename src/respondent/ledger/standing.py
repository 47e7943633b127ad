"""How far each text of a response has come: computed from the texts and the ledger, kept nowhere.

One truth table. A row speaks of a source and a target. For a field with this source and this target:

==================================================  ================================================
there is no text                                    missing
a row for this source and this target               what it says: translated, reviewed, final
rows for this target, but for another source        stale
any other row, or none                              unapproved
==================================================  ================================================

An original has no source: rows speak of it alone. Rows are found by their texts; the id of the field only
chooses among several, so an item that is moved, inserted or renamed keeps what was said of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from respondent.language import Language, Pair
from respondent.ledger.row import WITHDRAWN, LedgerRow
from respondent.ledger.state import RECORDED, State
from respondent.response.fields import Field


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a text of a field, in one language, has come."""

    field: Field
    language: Language
    state: State

    row: LedgerRow | None = None
    """What says so; none where nothing does. Of a stale text: the last that was said of its target."""

    is_asked: bool = True
    """Whether anybody's word is asked for: not for other people's words, nor for what is alike in both."""

    @property
    def is_original(self) -> bool:
        """Whether it is the text that was written first, and not its translation."""
        return self.language == self.field.source

    @property
    def text(self) -> str:
        """The text; empty where it is missing."""
        return self.field.in_(self.language) or ""

    @property
    def old_source(self) -> str:
        """The source that a stale translation was made of; else empty."""
        return self.row.source if self.state is State.STALE and self.row else ""


class Approvals:
    """What a ledger says of texts, found by the texts."""

    def __init__(self, rows: Iterable[LedgerRow]) -> None:
        """Take the rows in the order of their times, as `ledger.read` gives them."""
        self._said: dict[tuple[Language, str, str], list[LedgerRow]] = defaultdict(list)
        self._of_target: dict[tuple[Language, str], list[LedgerRow]] = defaultdict(list)
        for row in rows:
            self._take(row)

    def _take(self, row: LedgerRow) -> None:
        if row.source_language is None:
            return
        key = (row.source_language, _trimmed(row.source), _trimmed(row.target))
        if row.kind == WITHDRAWN:
            self._said.pop(key, None)
        elif row.kind in RECORDED:
            self._said[key].append(row)
            if row.target:
                self._of_target[key[0], key[2]].append(row)

    def of(
        self, language: Language, source: str, target: str, field: str = ""
    ) -> tuple[State, LedgerRow | None]:
        """Return the state of a translation from `language`, or of an original if `target` is empty.

        The highest that was said counts: a translation that comes in again does not undo its review.
        """
        key = (language, _trimmed(source), _trimmed(target))
        if rows := self._said.get(key):
            row = _last(rows, lambda one: (RECORDED[one.kind], one.field == field))
            return RECORDED[row.kind], row
        others = [row for row in self._of_target.get((language, key[2]), ()) if self._stands(row)]
        if target and others:
            return State.STALE, _last(others, lambda one: (one.field == field,))
        return State.UNAPPROVED, None

    def of_translations(self) -> Iterator[Sequence[LedgerRow]]:
        """Yield for each source with its translation what was said of them and has not been taken back."""
        return (rows for (_, source, target), rows in self._said.items() if source and target)

    def _stands(self, row: LedgerRow) -> bool:
        """Return whether what a row says has not been taken back."""
        assert row.source_language is not None
        return bool(self._said.get((row.source_language, _trimmed(row.source), _trimmed(row.target))))


def standings(fields: Iterable[Field], rows: Iterable[LedgerRow]) -> Mapping[str, Pair[Standing]]:
    """Return for each field, by its id, how far both of its texts have come."""
    approvals = Approvals(rows)
    return {field.id: _both(field, approvals) for field in fields}


def _both(field: Field, approvals: Approvals) -> Pair[Standing]:
    return Pair.of(lambda language: _standing(field, language, approvals))


def _standing(field: Field, language: Language, approvals: Approvals) -> Standing:
    text, is_original = field.in_(language), language == field.source
    if not field.is_asked(language):
        return Standing(field, language, State.FINAL if text else State.MISSING, is_asked=False)
    if not text:
        return Standing(field, language, State.MISSING)
    if is_original:
        return Standing(field, language, *approvals.of(language, text, "", field.id))
    source = field.in_(field.source) or ""
    return Standing(field, language, *approvals.of(field.source, source, text, field.id))


def _last(rows: Sequence[LedgerRow], key: Callable[[LedgerRow], tuple[int, ...]]) -> LedgerRow:
    """Return the last of the rows that stand highest."""
    return max(reversed(rows), key=key)  # of equals `max` takes the first


def _trimmed(text: str) -> str:
    """Return a text as approvals compare it: spaces and line ends around it mean nothing in a letter."""
    return text.strip()
