"""How far the force has come, in words, as JSON and in the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from offices import ROOT
from statuses import status

from respondent.files import yaml
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
        "► 1 under way, as the force said on 1 June 2019",
        "next: recommendation 1, due by the force 30 September 2019",
    ]


def test_what_is_overdue_is_told_after_its_day() -> None:
    lines = list(words.progress(seen("2019-10-11")))

    assert lines[1:] == [
        "! overdue: recommendation 1, due by the force 30 September 2019",
        "! overdue: recommendations 1 and 2, due by the report 10 October 2019",
    ]


def test_many_overdue_days_are_counted() -> None:
    one = seen("2020-01-01")
    first = one.recommendations[0]
    many = [replace(first, id=str(n), number=str(n), force_due=date(2019, 6, n)) for n in range(1, 8)]
    lines = list(words.progress(replace(one, recommendations=tuple(many))))

    assert lines[0].startswith("► 7 under way")
    assert [line for line in lines if line.startswith("! overdue: recommendation ")] == lines[1:5]
    assert lines[5:] == ["! overdue: more from 4 other days"]


def test_recommendations_of_several_reports_are_named_with_them() -> None:
    first, *_ = seen("2019-07-01").recommendations
    others = [replace(first, report="b", number=number) for number in ("1", "2", "3")]

    assert words.named([first, *others]) == "recommendation 1 of sussex and recommendations 1 to 3 of b"


def test_marks_are_those_of_the_letter() -> None:
    labels = yaml.load(ROOT / "templates" / "en" / "labels.yaml", "labels.yaml").value

    assert isinstance(labels, dict)
    for key, (mark, word) in words.PROGRESS.items():
        assert str(labels[f"status-{key}"]).casefold() == f"{mark} {word}"


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
    assert "DESCRIPTION:Stalking and harassment" in text
    assert "\\n► under way\\, on 1 June 2019" in text.replace("\r\n ", "")
    assert "due by the" not in calendar.calendar([after], after.clock.today)
