"""The picture of a timeline: its text alternative, its shapes, and labels that stay apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from statuses import PUBLISHED, RELEASED, status

from respondent.status.clock import Milestone
from respondent.status.timeline import WIDTH, Label, picture, placed
from respondent.status.words import MILESTONES

SVG = "{http://www.w3.org/2000/svg}"

labels = st.lists(
    st.builds(
        Label,
        x=st.floats(0, 800).map(lambda x: round(x, 1)),
        shape=st.just("done"),
        lines=st.lists(st.text("x", min_size=1, max_size=25), min_size=1, max_size=5).map(tuple),
    ),
    max_size=15,
    unique_by=lambda one: one.x,
)


def drawn(today: str, *rows: Mapping[str, str], change: Mapping[str, Any] | None = None) -> etree._Element:
    return etree.fromstring("\n".join(picture(status(today, *rows, change=change), "r1")))


def test_every_milestone_has_a_name() -> None:
    assert set(MILESTONES) == set(Milestone)


def shapes(svg: etree._Element) -> dict[str, int]:
    kinds = ("done", "due", "last", "today")
    return dict(Counter(one.get("class", "") for one in svg.iter() if one.get("class") in kinds))


def texts(svg: etree._Element) -> list[str]:
    return [str(one.text) for one in svg.iter(f"{SVG}text")]


@given(labels)
def test_labels_and_their_lines_do_not_overlap(found: list[Label]) -> None:
    at = placed(found)

    assert [one.x for one in at] == sorted(one.x for one in found)
    for left, right in combinations(at, 2):
        is_apart = left.end <= right.x
        assert is_apart or left.near >= right.far or right.near >= left.far
        # The line to the right one goes from the middle to where its words begin.
        assert is_apart or left.near >= right.near


def test_labels_with_enough_room_share_a_row() -> None:
    ones = [Label(x, "done", ("1 May 2019", "signed off")) for x in (0, 200, 400)]

    assert [one.row for one in placed(ones)] == [0, 0, 0]


def test_text_alternative_lists_every_day() -> None:
    svg = drawn("2019-05-24")
    text = svg.findtext(f"{SVG}desc") or ""

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "r1-title r1-text"
    assert [one.get("id") for one in list(svg)[:2]] == ["r1-title", "r1-text"]
    assert svg.findtext(f"{SVG}title") == "Timeline of 2019-stalking"
    assert text == (
        "Wednesday 10 April 2019: report published (sussex). Friday 12 April 2019: chief officer invited. "
        "Thursday 2 May 2019: comments received. Friday 3 May 2019: comments due. "
        "Tuesday 14 May 2019: date of the letter. Thursday 30 May 2019: sign off by. "
        "Tuesday 4 June 2019: last day to publish (sussex). Today, Friday 24 May 2019: due soon, 11 days."
    )


def test_shapes_distinguish_past_and_planned_events() -> None:
    assert shapes(drawn("2019-05-24")) == {"done": 4, "due": 2, "last": 1, "today": 1}


def test_future_day_is_not_drawn_as_past() -> None:
    assert shapes(drawn("2019-05-10")) == {"done": 3, "due": 3, "last": 1, "today": 1}


def test_events_of_one_day_share_a_label() -> None:
    assert texts(drawn("2019-05-24", RELEASED))[6:9] == ["14 May 2019", "date of the letter,", "released"]


def test_today_is_named_and_drawn_on_its_day() -> None:
    svg = drawn("2019-05-24")

    assert texts(svg)[-2:] != ["24 May 2019", "today"]
    assert texts(svg)[texts(svg).index("24 May 2019") + 1] == "today"


@pytest.mark.parametrize("today", ["2026-11-23", "2012-01-01"])
def test_distant_today_is_not_drawn(today: str) -> None:
    svg = drawn(today)

    assert "today" not in shapes(svg)
    assert "today" not in texts(svg)


def test_timeline_ends_with_publication() -> None:
    assert "today" in shapes(drawn("2019-05-24", PUBLISHED))
    assert "today" not in shapes(drawn("2019-06-24", PUBLISHED))
    assert "today" in shapes(drawn("2019-06-24"))


def test_everything_is_inside_the_picture() -> None:
    svg = drawn("2019-05-24", RELEASED, change={"closing.cy": None})
    height = float((svg.get("viewBox") or "").split()[-1])

    for one in svg.iter(f"{SVG}text"):
        assert 0 < float(one.get("x", "")) < WIDTH - 6 * len(one.text or "")
        assert 0 < float(one.get("y", "")) < height


def test_hostile_names_stay_text() -> None:
    svg = etree.fromstring("\n".join(picture(status("2019-05-24", slug="<script>&</svg>"), "r1")))

    assert svg.findtext(f"{SVG}title") == "Timeline of svg>"  # a name with a slash ends a folder
    assert not list(svg.iter(f"{SVG}script"))
