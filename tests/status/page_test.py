"""The page of responses: what a screen reader needs, and nothing that runs or is fetched."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from statuses import PUBLISHED, SLUG, status
from strategies import HOSTILE

from respondent.errors import Problem
from respondent.status.page import HEADS, page
from respondent.status.status import Status

TODAY = date(2019, 5, 24)


def read(*found: Status, problems: tuple[Problem, ...] = ()) -> html.HtmlElement:
    return html.fromstring(page(found, problems, TODAY).encode())


def every(at: html.HtmlElement, path: str) -> list[Any]:
    """Return what an XPath finds."""
    found: Any = at.xpath(path)
    return list(found)


def test_page_has_language_title_and_day() -> None:
    root = read(status("2019-05-24"))

    assert root.get("lang") == "en-GB"
    assert root.findtext(".//title") == root.findtext(".//h1")
    assert root.findtext(".//h1") == "Responses to inspection reports on 24 May 2019"


def test_heading_levels_are_not_skipped() -> None:
    levels = [int(one.tag[1]) for one in every(read(status("2019-05-24")), "//h1|//h2|//h3|//h4")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_table_has_a_caption_and_scopes_and_cells_for_every_head() -> None:
    (table,) = every(read(status("2019-05-24"), status("2019-05-24", PUBLISHED)), "//table")

    assert table.findtext("caption") == "All responses, the most urgent first"
    assert [one.text for one in every(table, "thead//th[@scope='col']")] == list(HEADS)
    for row in every(table, "tbody/tr"):
        assert row[0].get("scope") == "row"
        assert len(row) == len(HEADS)


def test_colours_are_repeated_in_words() -> None:
    words = [
        one.text
        for one in every(read(status("2019-06-09"), status("2019-05-24")), "//*[contains(@class, 'urgency')]")
    ]

    assert words == ["late, 5 days", "due soon, 11 days"] * 2


def test_the_first_paragraph_counts() -> None:
    found = (
        status("2019-06-09"),
        status("2019-05-24"),
        status("2019-05-01"),
        status("2019-05-24", PUBLISHED),
    )

    assert read(*found).findtext(".//p") == "1 late, 1 due soon, 1 in time, 1 published."


def test_links_lead_to_the_response_and_ids_are_unique() -> None:
    root = read(status("2019-05-24"), status("2019-05-24"))
    ids = every(root, "//@id")

    assert len(ids) == len(set(ids))
    assert [one.removeprefix("#") for one in every(root, "//a/@href")] == every(root, "//section/@id")
    named = {name for one in every(root, "//@aria-labelledby") for name in one.split()}
    assert named <= set(ids)


def test_every_day_of_the_picture_is_in_a_list_as_well() -> None:
    days = [one.text for one in every(read(status("2019-05-24")), "//details//li")]

    assert len(days) == 7
    assert days[0] == "Wednesday 10 April 2019: report published (sussex)"
    assert days[5] == "Thursday 30 May 2019: sign off by, planned"


def test_each_response_has_one_picture_with_a_text() -> None:
    pictures = every(read(status("2019-05-24")), "//figure/svg[@role='img']")

    assert len(pictures) == 1
    assert every(pictures[0], "desc")[0].text.startswith("Wednesday 10 April 2019: report published")


def test_unreadable_files_are_listed() -> None:
    problem = Problem("a/response.yaml:3: letter", "expected a mapping, got “<b>”", "mend it")
    root = read(status("2019-05-24"), problems=(problem,))

    assert every(root, "//section[@aria-labelledby='unread']//li/text()") == [
        "a/response.yaml:3: letter: expected a mapping, got “<b>”: mend it"
    ]


def test_page_has_no_script_and_no_external_resource() -> None:
    text = page([status("2019-05-24", PUBLISHED)], [], TODAY)
    root = html.fromstring(text.encode())

    assert (
        every(root, "//script|//link|//img|//iframe|//object|//@style|//@src|//@*[starts-with(name(), 'on')]")
        == []
    )
    assert all(one.startswith("#") for one in every(root, "//@href"))
    assert not re.search(r"url\(|@import|@font-face", text)
    (policy,) = every(root, "//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    told = {**PUBLISHED, "address": text}
    one = status("2019-05-24", told, slug=text.replace("/", "-").strip() or "x")
    root = read(one)

    assert root.findtext(".//h3") == one.slug
    assert any(text.strip() in (cell.text or "") for cell in every(root, "//dd"))
    assert every(root, "//script") == []


def test_style_sheet_has_no_closing_tag() -> None:
    from respondent.status import page as module

    looks = Path(str(module.__file__)).with_name("page.css").read_text("utf-8")
    assert "</" not in looks


def test_page_of_one_response_repeats_its_name() -> None:
    assert [one.text for one in every(read(status("2019-05-24")), "//th/a|//h3")] == [SLUG, SLUG]
