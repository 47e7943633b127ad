"""The calendar: what is due, in a form that a strict reader takes."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from status.calendars import Component, read, unescaped, unfolded
from statuses import PUBLISHED, SLUG, status
from strategies import HOSTILE

from respondent.status.calendar import calendar, escaped, folded
from respondent.status.status import Status

TODAY = date(2019, 5, 1)

any_text = st.text(st.characters(exclude_categories=()), max_size=200) | st.lists(
    st.sampled_from([*HOSTILE, "\\", ";", ",", "\n", "\r\n", "\u2028", "ŵ", "🏴", "\\n"]), max_size=30
).map("".join)


def events(*found: Status, today: date = TODAY) -> list[Component]:
    return read(calendar(found, today)).inner


def told(event: Component) -> str:
    return f"{event.values['DTSTART']} {event.values['SUMMARY']}"


def test_a_response_has_its_last_day_and_the_steps_that_are_to_be_taken() -> None:
    one = status("2019-05-01", change={"closing.cy": None, "comments.received": None})

    assert [told(event) for event in events(one)] == [
        f"20190503 Comments due: {SLUG} (Gwent)",
        f"20190523 Send to translator by: {SLUG} (Gwent)",
        f"20190524 Translation back by: {SLUG} (Gwent)",
        f"20190530 Sign off by: {SLUG} (Gwent)",
        f"20190604 Last day to publish: {SLUG} (Gwent)",
    ]


def test_received_comments_are_not_due() -> None:
    assert not any("Comments" in told(event) for event in events(status("2019-05-01")))


def test_a_last_day_reminds_two_weeks_and_three_days_before_in_the_morning() -> None:
    *others, last = events(status("2019-05-01"))

    # From midnight, at which a day begins, to nine o'clock 14 days before are 13 days and 15 hours.
    assert [one.values["TRIGGER"] for one in last.inner] == ["-P13DT15H", "-P2DT15H"]
    assert [one.values["DESCRIPTION"] for one in last.inner] == [
        f"14 days left to publish: {SLUG}",
        f"3 days left to publish: {SLUG}",
    ]
    assert not any(one.inner for one in others)


def test_event_is_all_day_and_shows_as_free() -> None:
    last = events(status("2019-05-01"))[-1]

    assert (last.values["DTSTART"], last.values["DTEND"]) == ("20190604", "20190605")
    assert last.values["TRANSP"] == "TRANSPARENT"
    assert last.values["DTSTAMP"] == "20190501T000000Z"
    assert "Weekends and bank holidays do not extend the period." in last.values["DESCRIPTION"]


def test_moved_event_keeps_its_uid() -> None:
    first, moved = (
        events(status("2019-05-01", change={"reports.sussex.published": day}))[-1]
        for day in ("2019-04-10", "2019-04-11")
    )

    assert first.values["UID"] == moved.values["UID"]
    assert first.values["DTSTART"] != moved.values["DTSTART"]


def test_uids_are_unique() -> None:
    ones = [status("2019-05-01", slug=slug, change={"closing.cy": None}) for slug in ("a", "b")]
    uids = [event.values["UID"] for event in events(*ones)]

    assert len(uids) == len(set(uids)) == 8


def test_published_response_has_no_reminder() -> None:
    (last,) = events(status("2019-05-20", PUBLISHED, change={"closing.cy": None}), today=date(2019, 5, 20))

    assert told(last) == f"20190604 Published. Last day to publish: {SLUG} (Gwent)"
    assert last.inner == []


def test_a_calendar_without_events_is_not_made() -> None:
    assert calendar([status("2019-06-05", PUBLISHED)], date(2019, 6, 5)) == ""
    assert calendar([], TODAY) == ""


@pytest.mark.parametrize("slug", [*HOSTILE, "a\nBEGIN:VEVENT", "x" * 300, "ŵ" * 200, "bad\udcff"])
def test_hostile_name_stays_on_its_line(slug: str) -> None:
    for event in events(status("2019-05-01", slug=slug.replace("/", "-").strip() or "x")):
        assert set(event.values)


@given(any_text)
def test_text_round_trip_without_control_characters(text: str) -> None:
    lines = (
        "".join(
            letter for letter in line if letter == "\t" or unicodedata.category(letter) not in ("Cc", "Cs")
        )
        for line in text.splitlines()
    )

    assert unescaped(escaped(text)) == "\n".join(lines)


@given(any_text)
def test_folded_line_round_trip(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"

    assert unfolded(f"{folded(line)}\r\n") == [line]


@pytest.mark.parametrize("length", [66, 67, 68, 141, 142])
def test_lines_are_folded_at_75_octets_and_not_before(length: int) -> None:
    line = f"SUMMARY:{'x' * length}"
    physical = folded(line).split("\r\n")

    assert all(len(piece) == 75 for piece in physical[:-1])
    assert len(physical) == {66: 1, 67: 1, 68: 2, 141: 2, 142: 3}[length]
