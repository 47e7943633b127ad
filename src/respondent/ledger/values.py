"""Values that wait for somebody's word: marked `unconfirmed: true`, or changed since somebody confirmed them.

A row of the ledger confirms a value under its name, with the words that it had. It lapses when they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from respondent.files.source import Source, ValuePath
from respondent.ledger.row import LedgerRow
from respondent.response.record import is_true

MARK = "unconfirmed"
"""The key of a record that says that nobody has confirmed it."""

CONFIRMED = "confirmed"
"""The kind of row that says that a value is right."""

_BETWEEN = "; "
"""What stands between the words of a record in a row."""


@dataclass(frozen=True, slots=True)
class UnconfirmedValue:
    """A record of a file: what it says, and what was confirmed of it."""

    name: str
    """How people name it: ``people.sajid-javid``."""

    where: str
    """``office.yaml:93: people[4]``."""

    path: ValuePath
    words: str
    """What it says, in one line."""

    is_marked: bool = False
    confirmed: LedgerRow | None = None
    """The last row that says that it is right, as it was then."""

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than what was confirmed."""
        return self.confirmed is not None and _spaced(confirmed_words(self.confirmed)) != _spaced(self.words)


def unconfirmed(source: Source, rows: Iterable[LedgerRow]) -> list[UnconfirmedValue]:
    """Return the values of a file that nobody has confirmed as they stand, in its order.

    Args:
        source: An `office.yaml` or a `response.yaml`.
        rows: Those of the ledger beside it.
    """
    found = _values(source, confirmations(rows), source.value, (), ())
    return [value for value in found if value.is_marked or value.is_changed]


def confirmations(rows: Iterable[LedgerRow]) -> Mapping[str, LedgerRow]:
    """Return the last row that confirms each value, by the name of the value."""
    return {row.field: row for row in rows if row.kind == CONFIRMED}


def confirmation(value: UnconfirmedValue, *, by: str, at: datetime) -> LedgerRow:
    """Return the row that says that a value is right as it stands."""
    return LedgerRow(kind=CONFIRMED, by=by, at=at, field=value.name, more={"value": value.words})


def confirmed_words(row: LedgerRow) -> str:
    """Return what a value said when a row confirmed it."""
    return row.more.get("value", "")


def confirms(row: LedgerRow, word: str) -> bool:
    """Tell whether a word, a day say, was among those that a row confirmed."""
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
    """Yield the plain values in a record, without its id and its mark."""
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
    """Return words as they are compared: line ends and spaces mean nothing in a value."""
    return " ".join(words.split())
