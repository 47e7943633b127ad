"""The clock of a response: what has happened, what is to come, how many days are left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from checks.cases import case

from respondent.status.clock import Clock, CommentStatus, Event, Milestone, Urgency, clock


def at(today: str, *rows: Mapping[str, str], **change: Any) -> Clock:  # noqa: ANN401  # values of YAML
    found = case({"today": today, "ledger": rows, "change": change})
    return clock(found.facts, found.rules, found.ledger.rows, found.today)


ROWS = (
    {"kind": "sent-for-translation", "at": "2019-05-06T09:00:00+01:00"},
    {"kind": "translated", "at": "2019-05-08T16:00:00+01:00", "from": "en", "source": "A", "target": "B"},
    {"kind": "translated", "at": "2019-05-09T16:00:00+01:00", "from": "en", "source": "C", "target": "D"},
    {"kind": "final", "at": "2019-05-13T10:00:00+01:00", "from": "en", "source": "A"},
    {"kind": "final", "at": "2019-05-14T10:00:00+01:00", "from": "en", "source": "A", "target": "B"},
    {"kind": "released", "at": "2019-05-14T12:00:00+01:00", "release": "1"},
    {"kind": "sent", "at": "2019-05-16T12:00:00+01:00", "day": "2019-05-14", "to": "home-secretary"},
    {
        "kind": "published",
        "at": "2019-05-16T12:00:00+01:00",
        "day": "2019-05-15",
        "address": "https://example.org/",
    },
)


def test_a_timeline_has_every_day_that_is_known_in_order() -> None:
    assert [
        f"{one.day:%d %b} {one.milestone} {one.about}".strip() for one in at("2019-05-20", *ROWS).events
    ] == [
        "10 Apr publication sussex",
        "12 Apr invitation",
        "02 May comments-received",
        "03 May comments-due",
        "06 May translation-sent",
        "09 May translation-returned",
        "13 May sign-off",
        "14 May letter",
        "14 May released 1",
        "14 May sent home-secretary",
        "15 May published https://example.org/",
        "04 Jun last-day sussex",
    ]


def test_days_left_before_publication() -> None:
    found = at("2019-05-24")

    assert (found.report, found.last_day, found.day_number) == ("sussex", date(2019, 6, 4), 45)
    assert (found.days_left, found.working_days_left, found.is_late) == (11, 6, False)


def test_the_last_day_is_not_late_and_the_next_is() -> None:
    assert [(one.days_left, one.is_late) for one in (at("2019-06-04"), at("2019-06-05"))] == [
        (0, False),
        (-1, True),
    ]


def test_publication_stops_the_clock() -> None:
    found = at("2026-11-23", *ROWS)

    assert (found.published, found.days_left, found.working_days_left) == (date(2019, 5, 15), None, None)
    assert not found.is_late


def test_publication_after_the_last_day_stays_late() -> None:
    assert at("2026-11-23", {"kind": "published", "day": "2019-06-05"}).is_late


def test_row_without_a_day_is_about_the_day_it_was_recorded() -> None:
    assert at("2019-06-01", {"kind": "published"}).published == date(2019, 5, 13)


def test_early_or_single_publication_does_not_stop_the_clock() -> None:
    assert at("2026-11-23", {"kind": "published", "day": "1999-01-01"}).published is None
    one_letter = at("2026-11-23", {"kind": "published", "day": "2019-05-20", "language": "en"})
    assert (one_letter.published, one_letter.is_late) == (None, True)


def test_plan_for_a_last_day_at_a_weekend_or_on_a_holiday() -> None:
    saturday = at("2019-05-01", **{"reports.sussex.published": "2019-03-24"})
    holiday = at("2019-05-01", **{"reports.sussex.published": "2019-04-02"})

    assert (saturday.falls_on, saturday.plan_by) == ("weekend", date(2019, 5, 17))
    assert (holiday.falls_on, holiday.plan_by) == ("Spring bank holiday", date(2019, 5, 24))
    assert (at("2019-05-01").falls_on, at("2019-05-01").plan_by) == ("", date(2019, 6, 4))


def test_published_responses_are_least_urgent() -> None:
    late, near, far, done = at("2019-06-09"), at("2019-06-01"), at("2019-05-01"), at("2019-06-09", *ROWS)

    assert sorted([done, far, late, near], key=lambda one: one.order) == [late, near, far, done]


def test_a_response_without_a_period_has_no_last_day() -> None:
    found = case({"office": {"periods.police-act-1996.to": "2018-12-31"}})
    told = clock(found.facts, found.rules, (), found.today + timedelta(days=400))

    assert (told.last_day, told.days_left, told.is_late, told.report, told.day_number) == (
        None,
        None,
        False,
        "",
        0,
    )
    assert (told.plan_by, told.falls_on, told.working_days_left) == (None, "", None)


def test_urgency_depends_on_the_last_day() -> None:
    days = ("2019-05-20", "2019-05-21", "2019-06-04", "2019-06-05")

    assert [at(day).urgency for day in days] == [Urgency.OPEN, Urgency.SOON, Urgency.SOON, Urgency.LATE]
    assert at("2019-06-05", *ROWS).urgency is Urgency.PUBLISHED
    assert at("2019-06-09", {"kind": "published", "day": "2019-06-05"}).urgency is Urgency.PUBLISHED_LATE


def test_the_plan_counts_back_from_the_last_day_to_working_days() -> None:
    found = at("2019-05-01", **{"reports.sussex.published": "2019-04-02"})

    assert [f"{one.day:%a %d %b} {one.milestone}" for one in found.plan] == [
        "Thu 16 May send-by",
        "Fri 17 May translation-by",
        "Wed 22 May sign-off-by",
        "Fri 24 May publish-by",
    ]
    assert at("2019-05-20", *ROWS).plan == ()


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"comments": None}, CommentStatus.NOT_INVITED),
        ({"comments.received": None}, CommentStatus.AWAITED),
        ({"comments.received": None, "comments.due": "2019-05-02"}, CommentStatus.OVERDUE),
        ({"comments.received": None, "comments.due": None}, CommentStatus.AWAITED),
        ({"comments.received": "none", "comments.text": None, "comments.reply": None}, CommentStatus.NONE),
        ({}, CommentStatus.RECEIVED),
    ],
)
def test_status_of_comments_follows_from_their_days(change: dict[str, Any], status: CommentStatus) -> None:
    assert at("2019-05-03", **change).comment_status is status


def test_due_days_are_distinguished_from_past_events() -> None:
    assert [one.value for one in Milestone if one.is_due] == [
        "comments-due",
        "send-by",
        "translation-by",
        "sign-off-by",
        "publish-by",
        "last-day",
        "due-by-report",
        "due-by-force",
    ]


def test_letter_published_alone_is_named() -> None:
    found = at("2019-05-20", {"kind": "published", "day": "2019-05-15", "language": "en"})

    assert found.last(Milestone.PUBLISHED) == Event(date(2019, 5, 15), Milestone.PUBLISHED, "", "en")
    assert found.day(Milestone.RELEASED) is None
