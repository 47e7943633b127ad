"""The status page in Chromium: accessibility by axe, and layout on screens and paper."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from workspaces import EXAMPLE

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (1280, 400, 320)

ROWS: tuple[Mapping[str, str], ...] = (
    {"kind": "sent-for-translation", "at": "2019-05-06T09:00:00+01:00"},
    {"kind": "released", "at": "2019-05-14T12:00:00+01:00", "release": "1"},
    {"kind": "sent", "at": "2019-05-14T12:00:00+01:00", "to": "home-secretary"},
    {
        "kind": "published",
        "at": "2019-05-16T12:00:00+01:00",
        "address": f"https://example.org/{'long/' * 40}",
    },
)
"""What makes one of the examples published, with an address that is longer than any line."""

BOXES = "all => all.map(one => one.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom])"


@pytest.fixture(scope="module", params=["2019-05-24", "2025-03-10"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the examples on a day with every kind of row."""
    root = tmp_path_factory.mktemp("status")
    shutil.copytree(EXAMPLE, root / "gwent", ignore=shutil.ignore_patterns("drafts"))
    ledger = root / "gwent/responses/2019-stalking-and-harassment-compliant/ledger.jsonl"
    with ledger.open("a", encoding="utf-8") as file:
        file.writelines(f"{json.dumps({'v': 1, 'by': 'A. Reader', **row})}\n" for row in ROWS)
    broken = root / "gwent/responses/broken/response.yaml"
    broken.parent.mkdir()
    broken.write_text("letter: [", encoding="utf-8")
    out = root / "status.html"
    command = [sys.executable, "-m", "respondent", "status", str(root / "gwent"), "--format", "html"]
    done = subprocess.run([*command, "--out", str(out), "--today", request.param], check=False, timeout=120)
    assert done.returncode == 4  # one of them is broken
    return out


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, tab: Page) -> Iterator[str]:
    """The colours that the reader prefers."""
    tab.emulate_media(color_scheme=request.param)
    yield request.param
    tab.emulate_media(color_scheme="light")


@pytest.mark.usefixtures("scheme")
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(axe: Callable[[Path], dict[str, Any]], tab: Page, page: Path, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    report = axe(page)

    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in report["violations"]] == []
    assert {rule["id"] for rule in report["passes"]} >= {
        *("html-has-lang", "document-title", "color-contrast", "svg-img-alt", "heading-order"),
        *("scrollable-region-focusable", "td-headers-attr", "landmark-one-main"),
    } - ({"scrollable-region-focusable"} if width == max(WIDTHS) else set())


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_not_wider_than_the_screen(tab: Page, page: Path, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(page.as_uri())

    assert tab.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_labels_of_a_timeline_neither_overlap_nor_leave_it(tab: Page, page: Path) -> None:
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(page.as_uri())
    pictures = tab.locator("figure svg").all()

    assert len(pictures) == 5
    for picture in pictures:
        boxes = picture.locator("text").evaluate_all(BOXES)
        ((left, top, right, bottom),) = picture.evaluate_all(BOXES)
        assert len(boxes) > 5
        assert all(left <= a and top <= b and c <= right and d <= bottom for a, b, c, d in boxes)
        for box, other in combinations(boxes, 2):
            # Lines of one label touch.
            is_apart = box[2] <= other[0] or other[2] <= box[0]
            assert is_apart or box[3] <= other[1] + 2.5 or other[3] <= box[1] + 2.5


def test_the_page_prints_on_paper_without_losing_its_edges(tab: Page, page: Path) -> None:
    tab.goto(page.as_uri())
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 1000, "height": 700})  # A4 across, without its margins
    width = tab.evaluate("document.scrollingElement.scrollWidth")
    tab.emulate_media(media="screen")

    assert width <= 1000
