from __future__ import annotations

from datetime import UTC, date, datetime

from respondent.language import Language, Pair
from respondent.ledger.publication import first_days, publications, published_on
from respondent.ledger.row import LedgerRow

SINCE = date(2019, 4, 10)
FIRST, LATER = date(2019, 5, 14), date(2019, 5, 20)


def row(day: date, *, hour: int = 9, **more: str) -> LedgerRow:
    at = datetime(2019, 6, 1, hour, tzinfo=UTC)
    values = {"release": "1", "address": "https://a.wales", "day": day.isoformat(), **more}
    return LedgerRow(kind="published", by="Nia", at=at, more=values)


def test_a_row_without_a_language_speaks_of_both_letters() -> None:
    assert published_on([row(FIRST)], SINCE) == FIRST
    assert [one.language for one in publications([row(FIRST)], SINCE)] == [Language.CY, Language.EN]


def test_one_letter_is_not_the_whole_response() -> None:
    assert published_on([row(FIRST, language="en")], SINCE) is None
    assert first_days([row(FIRST, language="en")], SINCE) == Pair(None, FIRST)
    assert published_on([row(FIRST, language="en"), row(LATER, language="cy")], SINCE) == LATER


def test_publication_before_the_report_does_not_count() -> None:
    assert published_on([row(date(1999, 1, 1))], SINCE) is None
    assert published_on([row(SINCE)], SINCE) == SINCE


def test_the_last_row_of_a_publication_counts() -> None:
    wrong, right = row(FIRST, hour=9), row(LATER, hour=10)

    assert published_on([wrong, right], SINCE) == LATER
    assert published_on([right, wrong], SINCE) == FIRST
    assert published_on([wrong, row(LATER, hour=10, language="cy")], SINCE) == LATER
    assert published_on([wrong, row(LATER, hour=10, address="https://b.wales")], SINCE) == FIRST
    assert published_on([wrong, row(LATER, hour=10, release="2")], SINCE) == FIRST


def test_withdrawn_publication_does_not_count() -> None:
    rows = [row(FIRST), row(LATER, hour=10, withdrawn="true")]

    assert publications(rows, SINCE) == ()
    assert published_on([*rows, row(LATER, hour=11)], SINCE) == LATER
