"""The state of each text of a response, worked out from the texts and the ledger and stored nowhere.

One truth table. A row is about a source and a target. For a field with this source and this target:

==================================================  ================================================
there is no text                                    missing
a row for this source and this target               the state it records, the highest of several
rows for this target, but for another source        stale
any other row, or none                              unapproved
==================================================  ================================================

An original has no source: its rows have a text and no target. Rows are found by their texts, and the id of
the field only chooses among several. So an item that is moved, inserted or renamed keeps its approvals.
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
    """The state of a field's text in one language."""

    field: Field
    language: Language
    state: State

    row: LedgerRow | None = None
    """The row that records the state, if any. For a stale text, the last row about its target."""

    is_asked: bool = True
    """Whether the text needs approval. Quotations do not, nor texts that are the same in both languages."""

    @property
    def is_original(self) -> bool:
        """Whether it is the original, not the translation."""
        return self.language == self.field.source

    @property
    def text(self) -> str:
        """The text; empty if it is missing."""
        return self.field.in_(self.language) or ""

    @property
    def old_source(self) -> str:
        """The source from which a stale translation was made; otherwise empty."""
        return self.row.source if self.state is State.STALE and self.row else ""


class Approvals:
    """The rows of a ledger that record states, found by their texts."""

    def __init__(self, rows: Iterable[LedgerRow]) -> None:
        """Index rows, which are in the order of their times, as `ledger.read` returns them."""
        self._rows: dict[tuple[Language, str, str], list[LedgerRow]] = defaultdict(list)
        self._of_target: dict[tuple[Language, str], list[LedgerRow]] = defaultdict(list)
        for row in rows:
            self._add(row)

    def _add(self, row: LedgerRow) -> None:
        if row.source_language is None:
            return
        key = (row.source_language, _trimmed(row.source), _trimmed(row.target))
        if row.kind == WITHDRAWN:
            self._rows.pop(key, None)
        elif row.kind in RECORDED:
            self._rows[key].append(row)
            if row.target:
                self._of_target[key[0], key[2]].append(row)

    def of(
        self, language: Language, source: str, target: str, field: str = ""
    ) -> tuple[State, LedgerRow | None]:
        """Return the state of a translation from `language`, or of an original if `target` is empty.

        The highest recorded state counts: a translation that is handed in again keeps its review.
        """
        key = (language, _trimmed(source), _trimmed(target))
        if rows := self._rows.get(key):
            row = _last_best(rows, lambda row: (RECORDED[row.kind], row.field == field))
            return RECORDED[row.kind], row
        candidates = [row for row in self._of_target.get((language, key[2]), ()) if self._counts(row)]
        if target and candidates:
            return State.STALE, _last_best(candidates, lambda row: (row.field == field,))
        return State.UNAPPROVED, None

    def of_translations(self) -> Iterator[Sequence[LedgerRow]]:
        """Yield for each source with its translation the rows about them that are not withdrawn."""
        return (rows for (_, source, target), rows in self._rows.items() if source and target)

    def _counts(self, row: LedgerRow) -> bool:
        """Return whether a row is not withdrawn."""
        assert row.source_language is not None
        return bool(self._rows.get((row.source_language, _trimmed(row.source), _trimmed(row.target))))


def standings(fields: Iterable[Field], rows: Iterable[LedgerRow]) -> Mapping[str, Pair[Standing]]:
    """Return for each field, by its id, the states of both of its texts."""
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


def _last_best(rows: Sequence[LedgerRow], key: Callable[[LedgerRow], tuple[int, ...]]) -> LedgerRow:
    """Return the last of the rows with the highest key: `max` returns the first of equals."""
    return max(reversed(rows), key=key)


def _trimmed(text: str) -> str:
    """Return a text as approvals compare it: spaces and line breaks around it do not change a letter."""
    return text.strip()
