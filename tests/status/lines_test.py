"""Where responses stand, as lines of text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from statuses import PUBLISHED, RELEASED, SLUG, status

from respondent.checks.finding import Fact, Finding, Severity
from respondent.status.lines import clock_table, of_one, texts_table
from respondent.status.progress import AtTranslator
from respondent.status.status import Status


def told(one: Status, head: str) -> list[str]:
    """Return what stands behind a head, and below it."""
    lines = list(of_one(one, is_verbose=False))
    start = next(number for number, line in enumerate(lines) if line.startswith(f"  {head} "))
    end = next((n for n in range(start + 1, len(lines)) if lines[n][2] != " "), len(lines))
    return [line[13:] for line in lines[start:end]]


def finding(severity: Severity, reason: str = "") -> Finding:
    fact = Fact(what="it is wrong", advice="mend it")
    return Finding(check="T101", name="x", severity=severity, where="", line=0, fact=fact, reason=reason)


def test_one_response_in_full() -> None:
    lines = list(of_one(status("2019-05-20", PUBLISHED, RELEASED), is_verbose=False))

    assert [line[:12].strip() for line in lines] == [
        *("Welsh", "English", "report", "last day", "comments", "findings", "released", "published"),
    ]
    assert lines[2].startswith("  report     Stalking and harassment: ")
    assert lines[2].endswith(", published 10 April 2019")
    assert lines[3:] == [
        "  last day   Tuesday 4 June 2019",
        "  comments   invited 12 April 2019, due 3 May 2019, received 2 May 2019",
        "  findings   not counted",
        "  released   2, on 14 May 2019",
        "  published  15 May 2019, in time, at https://example.org/?a=1&b=2",
    ]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2019-05-01", "Tuesday 4 June 2019: 34 days left, 22 of them working days"),
        ("2019-05-21", "Tuesday 4 June 2019, due soon: 14 days left, 9 of them working days"),
        ("2019-06-03", "Tuesday 4 June 2019, due soon: 1 day left, 1 of them a working day"),
        ("2019-06-04", "Tuesday 4 June 2019, due soon: today is the last day"),
        ("2019-06-05", "Tuesday 4 June 2019: late by 1 day"),
    ],
)
def test_last_day_is_printed_with_the_days_left(today: str, words: str) -> None:
    assert told(status(today), "last day") == [words]


@pytest.mark.parametrize(
    ("published", "name", "plan"),
    [
        ("2019-03-24", "a Saturday", "Friday 17 May 2019"),
        ("2019-04-02", "Spring bank holiday", "Friday 24 May 2019"),
    ],
)
def test_last_day_on_a_day_off_is_not_extended(published: str, name: str, plan: str) -> None:
    one = status("2019-05-01", change={"reports.sussex.published": published})

    assert told(one, "last day")[1] == f"that is {name}, which gives no more time: plan for {plan}"


def test_past_last_day_on_a_day_off_needs_no_plan() -> None:
    one = status("2019-06-01", change={"reports.sussex.published": "2019-04-02"})

    assert told(one, "last day") == ["Monday 27 May 2019: late by 5 days"]


def test_planned_steps_that_have_passed_are_marked() -> None:
    one = status("2019-05-27", change={"closing.cy": None})

    assert told(one, "plan") == [
        "send to translator by Thursday 23 May 2019, which has passed",
        "translation back by Friday 24 May 2019, which has passed",
        "sign off by Thursday 30 May 2019",
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"comments": None}, "nothing says that the chief officer was invited"),
        ({"comments.received": None}, "awaited; invited 12 April 2019, due 3 May 2019"),
        (
            {"comments.received": "none", "comments.text": None, "comments.reply": None},
            "none came; invited 12 April 2019, due 3 May 2019",
        ),
    ],
)
def test_comments(change: dict[str, Any], words: str) -> None:
    assert told(status("2019-05-03", change=change), "comments") == [words]


def test_comments_after_their_due_day_are_overdue() -> None:
    (words,) = told(status("2019-05-04", change={"comments.received": None}), "comments")

    assert words.startswith("overdue; ")


def test_texts_at_the_translator_have_the_day_they_were_sent() -> None:
    since = datetime(2019, 5, 6, 9, 0, tzinfo=UTC)
    one = status("2019-05-20")
    sent = replace(
        one.progress, out=(AtTranslator("Cyfieithu", since, 8, 187), AtTranslator("", since, 1, 1_250))
    )

    assert told(replace(one, progress=sent), "translator") == [
        "8 texts (187 words) with Cyfieithu since 6 May 2019",
        "1 text (1,250 words) sent since 6 May 2019",
    ]


def test_letter_published_alone_and_late_pair_are_named() -> None:
    late = {"kind": "published", "day": "2019-06-06", "address": "https://example.org/"}

    assert told(status("2019-07-01", {**late, "language": "en"}), "published") == [
        "no: only one of the two letters is published",
        "6 June 2019, at https://example.org/ (English alone)",
    ]
    assert told(status("2019-07-01", late), "published") == [
        "6 June 2019, late by 2 days, at https://example.org/"
    ]


def test_without_a_period_the_last_day_is_not_known() -> None:
    one = status("2019-05-01", office={"periods.police-act-1996.to": "2018-12-31"})

    assert told(one, "last day") == ["not known: the office has no period for the day of the report"]


def test_several_reports_have_their_last_days() -> None:
    second = {
        "inspectorate": "hmicfrs",
        "title": {"en": "Custody"},
        "published": "2019-05-01",
    }
    one = status("2019-05-01", change={"reports.custody": second})

    assert told(one, "report")[1] == "Custody, published 1 May 2019; last day 25 June 2019"
    assert told(one, "last day")[0].startswith("Tuesday 4 June 2019")


def test_findings_are_counted_by_severity() -> None:
    found = (finding(Severity.ERROR), finding(Severity.NOTE), finding(Severity.WARNING, "as agreed"))
    one = replace(status("2019-05-01"), findings=found)

    assert told(one, "findings") == ["1 error, 1 note; 1 silenced"]


def test_a_table_has_the_clock_of_each() -> None:
    rows = clock_table([status("2019-06-09"), status("2019-06-09", PUBLISHED, RELEASED)])

    assert rows == [
        ("response", "report", "last day", "clock", "comments", "released"),
        (SLUG, "2019-04-10", "2019-06-04", "late, 5 days", "received", ""),
        (SLUG, "2019-04-10", "2019-06-04", "published 2019-05-15", "received", "2"),
    ]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ((), "none"),
        ((Severity.ERROR, Severity.ERROR, Severity.WARNING), "2 errors"),
        ((Severity.WARNING, Severity.NOTE), "1 warning"),
        ((Severity.NOTE,), "1 note"),
    ],
)
def test_table_has_the_most_severe_findings(found: tuple[Severity, ...], words: str) -> None:
    counted = replace(status("2019-06-09"), findings=tuple(map(finding, found)))
    rows = clock_table([counted, status("2019-06-09")])

    assert [row[-1] for row in rows] == ["findings", words, "not counted"]


def test_a_table_has_the_texts_of_each() -> None:
    (head, row) = texts_table([status("2019-05-01", change={"closing.cy": None})])

    assert head == ("response", "Welsh", "English")
    assert row[1].startswith("1 missing, ")
