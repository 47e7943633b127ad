from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger.rows import NOON, said

from respondent.language import Language
from respondent.ledger.row import KINDS, OWN_KEYS, LedgerRow, row_of

any_text = st.text(st.characters(codec="utf-8"), max_size=40)
names = st.text(st.characters(codec="ascii", categories=["L"]), min_size=1, max_size=8).filter(
    lambda name: name not in OWN_KEYS
)

rows = st.builds(
    LedgerRow,
    kind=st.sampled_from(sorted(KINDS)) | names,
    by=any_text.filter(bool),
    at=st.datetimes(datetime(2012, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)).map(
        lambda time: time.replace(microsecond=0)
    ),
    field=any_text,
    source_language=st.sampled_from(Language),
    source=any_text,
    target=any_text,
    origin=any_text,
    note=any_text,
    more=st.dictionaries(names, any_text.filter(bool), max_size=3),
)


@given(rows)
def test_row_round_trip_in_one_line_of_ascii(row: LedgerRow) -> None:
    line = row.line()

    assert line.isascii()
    assert len(line.splitlines()) == 1
    assert row_of(json.loads(line)) == row


def test_empty_values_are_not_written() -> None:
    line = LedgerRow(kind="confirmed", by="Nia", at=NOON, field="names.a").line()

    assert json.loads(line) == {
        "v": 1,
        "kind": "confirmed",
        "field": "names.a",
        "by": "Nia",
        "at": "2026-11-24T12:00:00+00:00",
    }


def test_a_time_keeps_its_zone() -> None:
    at = datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=1)))

    assert row_of(json.loads(LedgerRow(kind="x", by="Nia", at=at).line())).at == at


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"kind": None}, "`kind` is not a text"),
        ({"by": 3}, "`by` is not a text"),
        ({"by": ""}, "`by` is missing"),
        ({"at": "yesterday"}, "“yesterday” is not a time"),
        ({"at": "2026-11-24T12:00:00"}, "“2026-11-24T12:00:00” has no time zone"),
        (
            {"at": "0001-01-01T00:00:00+14:00"},
            "“0001-01-01T00:00:00+14:00” is not between the years 1900 and 2999",
        ),
        (
            {"at": "9999-12-31T23:59:59-12:00"},
            "“9999-12-31T23:59:59-12:00” is not between the years 1900 and 2999",
        ),
        ({"kind": "published", "day": "nonsense"}, "`day`: “nonsense” is not a day"),
        ({"kind": "sent", "day": "9999-12-31"}, "`day`: “9999-12-31” is not a day"),
        (
            {"kind": "released", "release": "9" * 5000},
            f"`release`: “{'9' * 40}” is not the number of a release",
        ),
        ({"kind": "published", "release": "one"}, "`release`: “one” is not the number of a release"),
        ({"kind": "sent", "release": "²"}, "`release`: “²” is not the number of a release"),
        ({"from": "de"}, "“de” is not a language of a letter"),
        ({"source": ["a"]}, "`source` is not a text"),
    ],
)
def test_wrong_row_is_explained(change: dict[str, object], wrong: str) -> None:
    values = json.loads(said("reviewed", "One", "Un").line()) | change

    with pytest.raises(ValueError, match=f"^{re.escape(wrong)}$"):
        row_of(values)


@pytest.mark.parametrize("values", [[], "text", None, 3])
def test_row_must_be_a_mapping(values: object) -> None:
    with pytest.raises(ValueError, match="not a row of a ledger"):
        row_of(values)


def test_row_of_a_later_version_is_kept() -> None:
    values = {"v": 2, "kind": "blessed", "by": "Nia", "at": NOON.isoformat(), "weight": 7, "tags": ["a"]}

    row = row_of(values)

    assert (row.kind, dict(row.more)) == ("blessed", {"weight": "7", "tags": '["a"]'})


def test_unknown_kind_keeps_days_and_releases() -> None:
    values = {
        "v": 2,
        "kind": "blessed",
        "by": "Nia",
        "at": NOON.isoformat(),
        "day": "Whit Monday",
        "release": "2a",
    }

    assert dict(row_of(values).more) == {"day": "Whit Monday", "release": "2a"}
