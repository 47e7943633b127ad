"""Runs the product with real programs. A missing program stops the run with a message that names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from programs import missing
from workspaces import EXAMPLE, SLUG, Drafts, draft

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="session", autouse=True)
def _programs() -> None:
    advice = " ".join(missing())
    if advice:
        pytest.exit(advice, returncode=1)


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    """The drafts of Gwent's letter of 2019."""
    return draft(EXAMPLE / "responses" / SLUG, tmp_path_factory.mktemp("drafts"))


@pytest.fixture(scope="session")
def tab() -> Iterator[Page]:
    """A tab of Chromium."""
    from shutil import which

    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # A container has no user for Chromium's sandbox; the pages are our own.
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.fixture(scope="session")
def axe(tab: Page) -> Callable[[Path], dict[str, Any]]:
    """What axe says of a page in Chromium."""
    from axe_playwright_python.sync_playwright import Axe

    def run(page: Path) -> dict[str, Any]:
        tab.goto(page.as_uri())
        response: dict[str, Any] = Axe().run(tab, options={}).response
        return response

    return run
