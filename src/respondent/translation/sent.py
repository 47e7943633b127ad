"""What was sent for translation, by the ledger: keys, each with the digest of the translation sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from respondent.ledger.row import LedgerRow

SENT = "sent-for-translation"
KEYS = "keys"
"""The key in a row's `more` for the keys that were sent."""


def sent_keys(rows: Iterable[LedgerRow]) -> Mapping[str, frozenset[str]]:
    """Return the digests of the translations that were sent, by the key of their unit."""
    digests_by_key: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for key, target in _pairs(row):
            digests_by_key[key].add(target)
    return MappingProxyType({key: frozenset(digests) for key, digests in digests_by_key.items()})


def sent_and_open(rows: Sequence[LedgerRow], keys: set[str]) -> Iterator[tuple[LedgerRow, list[str]]]:
    """Yield each hand-over, newest first, with those of some open keys that were last sent in it."""
    waiting = set(keys)
    for row in reversed(rows):
        if own := [key for key, _ in _pairs(row) if key in waiting]:
            yield row, own
            waiting.difference_update(own)


def absent(rows: Sequence[LedgerRow], returned: Iterable[str]) -> Iterator[str]:
    """Yield the keys that were sent together with returned ones most recently, but were not returned."""
    returned_keys = set(returned)
    for row in reversed(rows):
        sent = [key for key, _ in _pairs(row)]
        if returned_keys.intersection(sent):
            yield from (key for key in sent if key not in returned_keys)
            return


def _pairs(row: LedgerRow) -> Iterator[tuple[str, str]]:
    """Yield the keys of a row, each with the digest of the translation that was sent."""
    for pair in row.more.get(KEYS, "").split() if row.kind == SENT else ():
        key, _, target = pair.partition("=")
        yield key, target
