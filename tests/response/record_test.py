from __future__ import annotations

from datetime import date

import pytest
from pydantic import BaseModel, Field, ValidationError
from response.gwent import mistakes

from respondent.files.yaml import read
from respondent.response.record import Dated, Day, DayOrNone, Id, Line, LongText, Record


class Sample(Record):
    id: Id
    number: Line | None = None
    day: Day | None = None
    received: DayOrNone | None = None
    count: int = Field(default=1, ge=1, le=9)
    tags: tuple[Id, ...] = ()


def sample(text: str) -> Sample:
    return Sample.model_validate(read(text.encode(), "x").value)


def dated(text: str) -> Dated:
    return Dated.model_validate(read(text.encode(), "x").value)


def test_numbers_and_booleans_stay_text() -> None:
    assert sample("id: no\nnumber: 1.10").number == "1.10"
    assert sample("id: no").id == "no"
    assert sample("id: a\nnumber: yes").number == "yes"
    assert sample("id: a\nnumber: ' 007 '").number == "007"


def test_record_is_immutable() -> None:
    record = sample("id: a")
    with pytest.raises(ValidationError):
        record.id = "b"


def test_key_without_value_counts_as_missing() -> None:
    assert sample("id: a\nnumber:\ncount:\ntags:\nunconfirmed:") == Sample(id="a")
    assert mistakes(Sample, "number: 1\nid:") == [
        "2: id: `id` is empty; write it behind the colon  "
        "(your own short name for this item: lower-case letters, digits and hyphens)"
    ]


def test_unknown_key_without_value_is_refused() -> None:
    assert mistakes(Sample, "id: a\nnumer:") == [
        "2: numer: unknown key `numer`; did you mean `number`? "
        "the keys here are id, number, day, received, count, tags, unconfirmed"
    ]


@pytest.mark.parametrize("written", ["true", "yes", "on"])
def test_unconfirmed_values_are_marked(written: str) -> None:
    assert sample(f"id: a\nunconfirmed: {written}").unconfirmed
    assert not sample("id: a\nunconfirmed: no").unconfirmed


@pytest.mark.parametrize("id", ["a", "record-breaches", "case-6", "a1-2b"])
def test_valid_ids(id: str) -> None:
    assert sample(f"id: {id}").id == id


@pytest.mark.parametrize("id", ["Record", "1a", "a_b", "a--b", "-a", "a-", "a b", "ŵyl", "a.b", '"a\\n"'])
def test_other_ids_are_refused(id: str) -> None:
    (mistake,) = mistakes(Sample, f"id: {id}")
    assert mistake.startswith("1: id: “")
    assert mistake.endswith(
        "cannot be an id; use small letters a to z and figures, with hyphens between:  record-breaches"
    )


def test_an_id_is_at_most_sixty_characters_long() -> None:
    assert sample(f"id: {'a' * 60}")
    (mistake,) = mistakes(Sample, f"id: {'a' * 61}")
    assert mistake == f"1: id: “{'a' * 40}…” is too long; use 60 characters at most"


def test_a_line_is_one_line_and_not_blank() -> None:
    assert mistakes(Sample, "id: a\nnumber: |\n  1\n  2\n") == [
        "2: number: the value has several lines; write it on one line"
    ]
    assert mistakes(Sample, "id: a\nnumber: ' '") == [
        "2: number: `number` is empty; write a value, or remove the key if it is optional"
    ]


def test_a_day_is_year_month_day() -> None:
    assert sample("id: a\nday: 2020-02-29").day == date(2020, 2, 29)
    assert Sample(id="a", day=date(2019, 5, 14)).day == date(2019, 5, 14)


@pytest.mark.parametrize(
    "day",
    [
        "2019",
        "86400",
        "May 2019",
        "2019-W20-2",
        "none",
    ],
)
def test_other_date_formats_are_refused(day: str) -> None:
    assert mistakes(Sample, f"id: a\nday: {day}") == [
        f"2: day: expected a date, got “{day}”; write year, month, day:  2019-05-14"
    ]


@pytest.mark.parametrize(
    "day",
    [
        "14/05/2019",
        "14.5.19",
        "05/14/2019",
        "14-05-2019",
        "14 May 2019",
        "14th of May, 2019",
        "May 14, 2019",
        "14 Mai 2019",
        "14eg o Fai 2019",
        "Dydd Mawrth 14 Mai 2019",
        "2019-5-14",
        "2019/05/14",
        "20190514",
    ],
)
def test_a_day_in_another_form_is_written_out_as_it_was_probably_meant(day: str) -> None:
    assert mistakes(Sample, f"id: a\nday: {day}") == [
        f"2: day: “{day}” is not written as year-month-day; if it is 14 May 2019, write 2019-05-14"
    ]


@pytest.mark.parametrize(
    ("day", "words"),
    [("2025-02-30", "30 February 2025"), ("31/4/2025", "31 April 2025")],
)
def test_a_day_that_no_month_has_is_named(day: str, words: str) -> None:
    assert mistakes(Sample, f"id: a\nday: {day}") == [
        f"2: day: there is no such day: {words}; correct the day or the month"
    ]


def test_a_month_that_there_is_not_is_named() -> None:
    assert mistakes(Sample, "id: a\nday: 2025-13-01") == [
        "2: day: there is no month 13; correct the month: write year, month, day"
    ]


def test_list_is_not_a_day() -> None:
    (mistake,) = mistakes(Sample, "id: a\nday: [2019-05-14]")
    assert mistake.startswith("2: day: expected a date, got a list; ")


def test_day_or_none() -> None:
    assert sample("id: a\nreceived: none").received == "none"
    assert sample("id: a\nreceived: 2019-05-14").received == date(2019, 5, 14)
    assert mistakes(Sample, "id: a\nreceived: soon") == [
        "2: received: expected a date or none, got “soon”; write year, month, day:  2019-05-14"
    ]


def test_numbers_have_bounds() -> None:
    assert sample("id: a\ncount: 9").count == 9
    assert mistakes(Sample, "id: a\ncount: 0") == ["2: count: the number is 0; write at least 1"]
    assert mistakes(Sample, "id: a\ncount: 10") == ["2: count: the number is 10; write at most 9"]
    assert mistakes(Sample, "id: a\ncount: two") == [
        "2: count: expected a number, got “two”; write it in figures:  40"
    ]


@pytest.mark.parametrize(
    ("text", "first", "last", "period"),
    [
        ("{}", date.min, date.max, "from the beginning on"),
        ("from: 2016-05-12", date(2016, 5, 12), date.max, "from 2016-05-12 on"),
        ("to: 2016-05-12", date.min, date(2016, 5, 12), "from the beginning to 2016-05-12"),
        (
            "from: 2016-05-12\nto: 2016-05-12",
            date(2016, 5, 12),
            date(2016, 5, 12),
            "from 2016-05-12 to 2016-05-12",
        ),
    ],
)
def test_period_without_a_day_is_open(text: str, first: date, last: date, period: str) -> None:
    record = dated(text)
    assert (record.first, record.last, record.period) == (first, last, period)


def test_period_includes_both_days() -> None:
    record = dated("from: 2016-05-12\nto: 2024-05-08")
    held = [record.holds_on(date.fromisoformat(day)) for day in ("2016-05-11", "2016-05-12", "2024-05-08")]
    assert held == [False, True, True]
    assert not record.holds_on(date(2024, 5, 9))


def test_a_period_does_not_end_before_it_begins() -> None:
    assert mistakes(Dated, "from: 2019-05-15\nto: 2019-05-14") == [
        "2: to: it ends on 2019-05-14, before it begins on 2019-05-15; correct one of the two dates"
    ]


@pytest.mark.parametrize("year", ["0001", "1899", "2200", "9999"])
@pytest.mark.parametrize("key", ["day", "received"])
def test_implausible_year_is_refused(key: str, year: str) -> None:
    assert mistakes(Sample, f"id: x\n{key}: {year}-12-31") == [
        f"2: {key}: the year {year} cannot be meant; write year, month, day:  2019-05-14"
    ]


def test_a_period_may_end_at_the_end_of_time() -> None:
    assert dated("from: 0001-01-01\nto: 9999-12-31").holds_on(date(2019, 5, 14))


def test_the_schema_lets_text_look_like_a_number() -> None:
    class Open(BaseModel):
        line: Line
        written: LongText

    properties = Open.model_json_schema()["properties"]
    assert properties["line"]["type"] == properties["written"]["type"] == ["string", "number"]
    assert Dated.model_json_schema(by_alias=True)["properties"]["from"]["anyOf"][0]["format"] == "date"
