"""The JSON: all there is, in a shape that its page describes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from offices import ROOT
from statuses import PUBLISHED, RELEASED, SLUG, status

from respondent.errors import Problem
from respondent.ledger.state import State
from respondent.status.clock import CommentStatus, Milestone, Urgency
from respondent.status.values import Value, response, value


def test_what_waits() -> None:
    found = response(status("2019-05-24", change={"comments.received": None}))

    assert (found["response"], found["office"], found["urgency"]) == (SLUG, "Gwent", "due soon")
    assert (found["report"], found["last_day"], found["day_number"]) == ("sussex", "2019-06-04", 45)
    assert (found["days_left"], found["working_days_left"]) == (11, 6)
    assert found["comments"] == {
        "state": "overdue",
        "invited": "2019-04-12",
        "due": "2019-05-03",
        "received": None,
    }
    assert (found["findings"], found["released"], found["published"]) == (None, None, None)


def test_what_is_published() -> None:
    found = response(status("2019-05-24", RELEASED, PUBLISHED))

    assert (found["urgency"], found["days_left"], found["working_days_left"]) == ("published", None, None)
    assert found["released"] == {"release": "2", "day": "2019-05-14"}
    assert found["published"] == {
        "day": "2019-05-15",
        "is_late": False,
        "places": [{"day": "2019-05-15", "address": PUBLISHED["address"], "language": ""}],
    }


def test_findings_are_counted_where_they_were_looked_for() -> None:
    found = response(replace(status("2019-05-24"), findings=()))

    assert found["findings"] == {"errors": 0, "warnings": 0, "notes": 0, "silenced": 0}


def test_a_last_day_off_is_named() -> None:
    found = response(status("2019-05-01", change={"reports.sussex.published": "2019-04-02"}))

    assert (found["falls_on"], found["plan_by"]) == ("Spring bank holiday", "2019-05-24")


def test_unreadable_responses_are_included() -> None:
    problem = Problem("response.yaml:1", "it is no mapping", "mend it", 1)
    found = value([], [(Path("a/response.yaml"), [problem])], [problem], date(2019, 5, 24))
    told = {"where": "response.yaml:1", "what": "it is no mapping", "next": "mend it", "line": 1}

    assert found == {
        "version": 1,
        "today": "2019-05-24",
        "responses": [],
        "failed": [{"file": "a/response.yaml", "problems": [told]}],
        "problems": [told],
    }


def test_the_page_about_it_names_every_key() -> None:
    page = (ROOT / "docs" / "status.md").read_text("utf-8")
    found = value(
        [replace(status("2019-05-24", RELEASED, PUBLISHED), findings=())],
        [(Path("a"), [Problem("", "", "")])],
        [],
        date(2019, 5, 24),
    )
    keys = set(_keys(json.loads(json.dumps(found))))

    assert len(keys) > 40
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


def test_the_page_about_it_names_every_word_that_is_a_value() -> None:
    page = (ROOT / "docs" / "status.md").read_text("utf-8")
    values = [*Urgency, *CommentStatus, *Milestone, *(state.word for state in State)]

    assert [one for one in values if f"`{one}`" not in page] == []


def _keys(found: object) -> Iterator[str]:
    match found:
        case dict():
            for key, inner in found.items():
                yield key
                yield from _keys(inner)
        case list():
            for inner in found:
                yield from _keys(inner)


def test_it_is_json() -> None:
    found: Value = value([status("2019-05-24")], [], [], date(2019, 5, 24))

    assert json.loads(json.dumps(found)) == found
