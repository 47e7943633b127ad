"""The order of the rows of a ledger: their places in the file, and what each followed when it was written.

Clocks decide nothing: two computers of one office may differ by hours. A row names the last rows that its
writer saw. Two rows that name the same one are a fork: two copies of the file were merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from types import MappingProxyType

from respondent.ledger.row import WITHDRAWN, LedgerRow
from respondent.ledger.state import RECORDED

AFTER = "after"
"""The key in a row's `more` for the digests of the rows that it followed."""

BEHIND = "behind"
"""The key in a row's `more` for how far its clock was behind that of an earlier row."""

_SKEW = timedelta(minutes=5)
"""By how much clocks may differ before a row says so. Computers in one office agree within seconds."""


def digest(line: bytes) -> str:
    """Return the digest by which a row names the line of another. It finds the line, and proves nothing."""
    return sha256(line).hexdigest()[:12]


def linked(rows: Sequence[LedgerRow], known: Sequence[tuple[bytes, LedgerRow]]) -> Iterator[str]:
    """Yield the line of each new row, with what it follows, and whether its clock is behind.

    Args:
        rows: The new rows.
        known: The lines of the file with their rows.
    """
    after = " ".join(digest(known[place][0]) for place in heads(known))
    latest = max((row.at for _, row in known), default=None)
    for row in rows:
        more = dict(row.more)
        if latest and row.at < latest - _SKEW:
            more[BEHIND] = f"{(latest - row.at) // timedelta(minutes=1)} minutes"
        line = replace(row, more=MappingProxyType({**more, **({AFTER: after} if after else {})})).line()
        after = digest(line.encode())
        yield line


def alone(row: LedgerRow) -> LedgerRow:
    """Return a row without the rows that it followed, which say nothing about a text."""
    if AFTER not in row.more:
        return row
    return replace(row, more=MappingProxyType({key: row.more[key] for key in row.more if key != AFTER}))


def parents(known: Sequence[tuple[bytes, LedgerRow]]) -> list[tuple[int, ...]]:
    """Return for each row the places of the rows that it followed: those it names, else the one above it."""
    places = {digest(line): place for place, (line, _) in enumerate(known)}
    followed: list[tuple[int, ...]] = []
    for place, (_, row) in enumerate(known):
        named = tuple(
            places[name] for name in row.more.get(AFTER, "").split() if places.get(name, place) < place
        )
        followed.append(named or ((place - 1,) if place else ()))
    return followed


def heads(known: Sequence[tuple[bytes, LedgerRow]]) -> list[int]:
    """Return the places of the rows that no other row followed: one, or one for each merged copy."""
    followed = {parent for all_of in parents(known) for parent in all_of}
    return [place for place in range(len(known)) if place not in followed]


def contested(known: Sequence[tuple[bytes, LedgerRow]]) -> Iterator[LedgerRow]:
    """Yield a row for each text that one copy of the ledger approved, and another withdrew.

    The row withdraws it: it counts as unapproved until a later row, whose writer saw both, speaks of it.
    """
    if len(heads(known)) < 2 and not any(" " in row.more.get(AFTER, "") for _, row in known):
        return  # nearly always: nothing was ever merged
    seen = _seen(parents(known))
    about: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for place, (_, row) in enumerate(known):
        if row.source_language and (row.kind in RECORDED or row.kind == WITHDRAWN):
            about[row.source_language, row.source.strip(), row.target.strip()].append(place)
    for places in about.values():
        last = [place for place in places if not any(seen[other] >> place & 1 for other in places)]
        kinds = {known[place][1].kind == WITHDRAWN for place in last}
        if len(kinds) == 2:
            row = known[last[-1]][1]
            note = "two copies of the ledger differ"
            yield replace(row, kind=WITHDRAWN, note=note, more=MappingProxyType({}))


def _seen(followed: Sequence[tuple[int, ...]]) -> list[int]:
    """Return for each row all rows before it, as the bits of a number."""
    seen: list[int] = []
    for all_of in followed:
        seen.append(0)
        for parent in all_of:
            seen[-1] |= seen[parent] | 1 << parent
    return seen
