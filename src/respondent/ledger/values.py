"""Values that need confirmation: marked `unconfirmed: true`, or changed since somebody confirmed them.

A row of the ledger confirms a value by its name and its words. The confirmation lapses when they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from respondent.files.source import Source, ValuePath
from respondent.ledger.row import LedgerRow
from respondent.response.record import is_true

MARK = "unconfirmed"
"""The key that marks a record as unconfirmed."""

CONFIRMED = "confirmed"
"""The kind of row that confirms a value."""

_BETWEEN = "; "
"""Separates the words of a record in a row."""


@dataclass(frozen=True, slots=True)
class UnconfirmedValue:
    """A record of a file that needs confirmation, with its last confirmation."""

    name: str
    """Its name for people: ``people.sajid-javid``."""

    where: str
    """``office.yaml:93: people[4]``."""

    path: ValuePath
    words: str
    """Its plain values, on one line."""

    is_marked: bool = False
    confirmed: LedgerRow | None = None
    """The last row that confirms it, with the words it had then."""

    @property
    def is_changed(self) -> bool:
        """Whether its words differ from those that were confirmed."""
        return self.confirmed is not None and _spaced(confirmed_words(self.confirmed)) != _spaced(self.words)


def unconfirmed(source: Source, rows: Iterable[LedgerRow]) -> list[UnconfirmedValue]:
    """Return the values of a file that need confirmation, in its order.

    Args:
        source: An `office.yaml` or a `response.yaml`.
        rows: The rows of the ledger in the same folder.
    """
    values = _values(source, confirmations(rows), source.value, (), ())
    return [value for value in values if value.is_marked or value.is_changed]


def confirmations(rows: Iterable[LedgerRow]) -> Mapping[str, LedgerRow]:
    """Return the last row that confirms each value, by the name of the value."""
    return {row.field: row for row in rows if row.kind == CONFIRMED}


def confirmation(value: UnconfirmedValue, *, by: str, at: datetime) -> LedgerRow:
    """Return the row that confirms a value with its current words."""
    return LedgerRow(kind=CONFIRMED, by=by, at=at, field=value.name, more={"value": value.words})


def confirmed_words(row: LedgerRow) -> str:
    """Return the words of a value when a row confirmed it."""
    return row.more.get("value", "")


def confirms(row: LedgerRow, word: str) -> bool:
    """Return whether a word, such as a day, is among those that a row confirmed."""
    return word in confirmed_words(row).split(_BETWEEN)


def _values(
    source: Source, rows: Mapping[str, LedgerRow], value: object, path: ValuePath, names: Sequence[str]
) -> Iterator[UnconfirmedValue]:
    if isinstance(value, dict):
        name, words = ".".join(names) or source.name, _BETWEEN.join(_words(value))
        yield UnconfirmedValue(
            name, source.where(path), path, words, is_true(value.get(MARK)), rows.get(name)
        )
        for key, inner in value.items():
            yield from _values(source, rows, inner, (*path, key), (*names, key))
    if isinstance(value, list):
        for index, inner in enumerate(value):
            id = inner.get("id") if isinstance(inner, dict) else None
            yield from _values(source, rows, inner, (*path, index), (*names, id or str(index)))


def _words(value: object) -> Iterator[str]:
    """Yield the plain values of a record, without its id and its mark."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in (MARK, "id"):
                yield from (f"{key} {word}" if key in ("from", "to") else word for word in _words(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif value is not None:
        yield str(value)


def _spaced(words: str) -> str:
    """Return words as they are compared: line breaks and spaces do not change a value."""
    return " ".join(words.split())
