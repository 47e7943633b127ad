"""When and where a response was published, by the rows of its ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from respondent.language import Language, Pair
from respondent.ledger.row import LedgerRow

KIND = "published"

NOT_PUBLISHED = "withdrawn"
"""The key of a row that corrects an earlier one: the letter was not published at this address."""

_BOTH = ("", "both")

_Place: TypeAlias = tuple[str, str, Language]
"""A release, an address and a letter. For each the last row counts, so that mistakes can be corrected."""


class Publication(NamedTuple):
    """The publication of one of the two letters on the web."""

    day: date
    address: str
    language: Language


def languages_of(row: LedgerRow) -> tuple[Language, ...]:
    """Return the letters that a row is about: both if it names no language."""
    named = row.more.get("language", "")
    return tuple(language for language in Language if named in (language, *_BOTH))


def publications(rows: Iterable[LedgerRow], since: date) -> tuple[Publication, ...]:
    """Return where and when each letter was published, without publications that were withdrawn.

    Args:
        rows: The rows of the ledger.
        since: The day on which the report was published. Older rows are mistakes, or from the ledger of
            another response.
    """
    return tuple(
        Publication(row.day, address, language)
        for (_, address, language), row in _last_rows(rows, since).items()
        if NOT_PUBLISHED not in row.more
    )


def first_days(rows: Iterable[LedgerRow], since: date) -> Pair[date | None]:
    """Return the first day on which each letter was published, or none."""
    published = publications(rows, since)
    return Pair.of(
        lambda language: min((day for day, _, letter in published if letter is language), default=None)
    )


def published_on(rows: Iterable[LedgerRow], since: date) -> date | None:
    """Return the day on which the response was first published in both languages, or none.

    One letter is not enough: Welsh must be treated no less favourably than English (Welsh Language (Wales)
    Measure 2011).
    """
    first = first_days(rows, since)
    return max(first.cy, first.en) if first.cy and first.en else None


def _last_rows(rows: Iterable[LedgerRow], since: date) -> Mapping[_Place, LedgerRow]:
    """Return the last row about each letter of a release at an address, in the order of the ledger."""
    of_report = [row for row in rows if row.kind == KIND and (NOT_PUBLISHED in row.more or row.day >= since)]
    return {
        (row.more.get("release", ""), row.more.get("address", ""), language): row
        for row in of_report
        for language in languages_of(row)
    }
