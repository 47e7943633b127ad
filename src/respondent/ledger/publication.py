"""When a response was published, as the rows of its ledger say that still hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from respondent.language import Language, Pair
from respondent.ledger.row import LedgerRow

KIND = "published"

TAKEN_BACK = "withdrawn"
"""The key of a row that says that a letter was not published at an address after all."""

_BOTH = ("", "both")

_Place: TypeAlias = tuple[str, str, Language]
"""A release, an address, a letter: of each the last row holds, so that a mistake can be corrected."""


class Publication(NamedTuple):
    """A letter of a response on the web."""

    day: date
    address: str
    language: Language


def languages_of(row: LedgerRow) -> tuple[Language, ...]:
    """Return the letters that a row is about: both where it names no language."""
    said = row.more.get("language", "")
    return tuple(one for one in Language if said in (one, *_BOTH))


def publications(rows: Iterable[LedgerRow], since: date) -> tuple[Publication, ...]:
    """Return where and when either letter was published, as far as that still holds.

    Args:
        rows: The rows of the ledger.
        since: The day on which the report was published. What is older is about no response to it: a slip,
            or the ledger of another response.
    """
    return tuple(
        Publication(row.day, address, language)
        for (_, address, language), row in _last(rows, since).items()
        if TAKEN_BACK not in row.more
    )


def first_days(rows: Iterable[LedgerRow], since: date) -> Pair[date | None]:
    """Return the first day on which each letter was published; none while it was not."""
    found = publications(rows, since)
    return Pair.of(lambda language: min((one.day for one in found if one.language is language), default=None))


def published_on(rows: Iterable[LedgerRow], since: date) -> date | None:
    """Return the day from which on the response was published in both languages; none while it was not.

    A pair of which one letter is out is not published: the Welsh one is no less than the English one.
    """
    first = first_days(rows, since)
    return max(first.cy, first.en) if first.cy and first.en else None


def _last(rows: Iterable[LedgerRow], since: date) -> Mapping[_Place, LedgerRow]:
    """Return the last row about each letter of a release at an address, by the times of the rows."""
    told = [row for row in rows if row.kind == KIND and (TAKEN_BACK in row.more or row.day >= since)]
    return {
        (row.more.get("release", ""), row.more.get("address", ""), language): row
        for row in sorted(told, key=lambda one: one.at)
        for language in languages_of(row)
    }
