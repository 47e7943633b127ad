"""How far the force has come, in words, as JSON and in the calendar."""

from __future__ import annotations

from statuses import status

from respondent.status import calendar, values, words
from respondent.status.status import Status

FIRST, SECOND = "recommendations.record-breaches", "recommendations.wider-pattern"


def seen(day: str, **progress: str) -> Status:
    change = {
        f"{FIRST}.progress": {"status": "under-way", "on": "2019-06-01", "due": "2019-09-30", **progress}
    }
    return status(day, change=change, follows_recommendations=True)


def test_what_is_due_next_is_told_before_its_day() -> None:
    assert list(words.progress(seen("2019-07-01"))) == [
        "1 under way, as the force said on 1 June 2019",
        "next: recommendation 1, due by the force 30 September 2019",
    ]


def test_what_is_overdue_is_told_after_its_day() -> None:
    lines = list(words.progress(seen("2019-10-11")))

    assert "overdue: recommendation 1, due by the force 30 September 2019" in lines
    assert "overdue: recommendation 1, due by the report 10 October 2019" in lines
    assert "overdue: recommendation 2, due by the report 10 October 2019" in lines


def test_nothing_is_due_of_what_is_done_or_for_another_body() -> None:
    for state in ("done", "not-ours"):
        lines = list(words.progress(seen("2019-07-01", status=state)))
        assert not any("recommendation 1" in line for line in lines)


def test_without_progress_past_days_say_nothing() -> None:
    assert list(words.progress(status("2026-11-23", follows_recommendations=True))) == []


def test_json_has_the_days_and_the_state() -> None:
    listed = values.response(seen("2019-07-01"))["recommendations"]

    assert isinstance(listed, list)
    assert listed[0] == {
        "id": "record-breaches",
        "status": "under-way",
        "on": "2019-06-01",
        "due_by_report": "2019-10-10",
        "due_by_force": "2019-09-30",
    }


def test_the_calendar_has_the_days_to_come() -> None:
    before, after = seen("2019-07-01"), seen("2019-10-11")

    text = calendar.calendar([before], before.clock.today)
    assert "SUMMARY:Recommendation 1 due by the force: 2019-stalking (Gwent)" in text
    assert "SUMMARY:Recommendation 2 due by the report: 2019-stalking (Gwent)" in text
    assert "due by the" not in calendar.calendar([after], after.clock.today)
