"""Where a response stands: which steps of the plan are still to be taken, and what comes first."""

from __future__ import annotations

from statuses import PUBLISHED, status

from respondent.status.clock import Milestone
from respondent.status.status import Status, by_urgency

SENT = {"kind": "sent-for-translation", "at": "2019-05-06T09:00:00+01:00"}
NO_WELSH = {"closing.cy": None}


def planned(one: Status) -> list[str]:
    return [f"{step.day:%d %b} {step.milestone}" for step in one.planned]


def test_plan_of_untranslated_texts() -> None:
    assert planned(status("2019-05-01", change=NO_WELSH)) == [
        "23 May send-by",
        "24 May translation-by",
        "30 May sign-off-by",
    ]


def test_plan_of_sent_texts() -> None:
    assert planned(status("2019-05-01", SENT, change=NO_WELSH)) == [
        "24 May translation-by",
        "30 May sign-off-by",
    ]


def test_plan_of_translated_texts() -> None:
    assert planned(status("2019-05-01")) == ["30 May sign-off-by"]


def test_plan_of_signed_off_texts() -> None:
    one = status("2019-05-01")
    rows = [
        {"kind": "final", "from": str(standing.language), "source": standing.text}
        for pair in one.progress.standings.values()
        for standing in (pair.cy, pair.en)
        if standing.is_original and standing.is_asked and standing.text
    ]

    assert len(rows) > 5
    assert planned(status("2019-05-01", *rows)) == []
    assert planned(status("2019-05-01", *rows[1:])) == ["30 May sign-off-by"]


def test_a_day_to_publish_by_is_planned_where_the_last_day_is_no_working_day() -> None:
    one = status("2019-05-01", change={"reports.sussex.published": "2019-04-02"})

    assert planned(one)[-1] == "24 May publish-by"
    assert [step.day.isoformat() for step in one.timeline if step.milestone is Milestone.LAST_DAY] == [
        "2019-05-27"
    ]


def test_nothing_is_planned_once_it_is_published() -> None:
    assert planned(status("2019-05-20", PUBLISHED, change=NO_WELSH)) == []


def test_timeline_has_past_and_planned_events_by_day() -> None:
    days = [one.day for one in status("2019-05-01", change=NO_WELSH).timeline]

    assert days == sorted(days)
    assert len(days) == 9


def test_the_most_urgent_comes_first() -> None:
    early, late, done = status("2019-05-01"), status("2019-06-09"), status("2019-06-09", PUBLISHED)

    assert by_urgency([done, early, late]) == [late, early, done]
