"""What was sent for translation, as the ledger keeps it: keys, each with the translation that went along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from respondent.ledger.row import LedgerRow

SENT = "sent-for-translation"
KEYS = "keys"
"""What a row about a sending calls the keys that were sent."""


def sent_keys(rows: Iterable[LedgerRow]) -> Mapping[str, frozenset[str]]:
    """Return for each key that was sent the digests of the translations that went along with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for key, target in _pairs(row):
            found[key].add(target)
    return MappingProxyType({key: frozenset(digests) for key, digests in found.items()})


def absent(rows: Sequence[LedgerRow], returned: Iterable[str]) -> Iterator[str]:
    """Yield the keys of the last sending that shares some with what came back, and did not come back."""
    came = set(returned)
    for row in reversed(rows):
        went = [key for key, _ in _pairs(row)]
        if came.intersection(went):
            yield from (key for key in went if key not in came)
            return


def _pairs(row: LedgerRow) -> Iterator[tuple[str, str]]:
    """Yield the keys of a row about a sending, each with the digest of the translation that went along."""
    for pair in row.more.get(KEYS, "").split() if row.kind == SENT else ():
        key, _, target = pair.partition("=")
        yield key, target
