"""What the tests of the command line share."""

from __future__ import annotations

import pytest
from terminal import Terminal


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """Return the command line inside this process."""
    return Terminal(monkeypatch, capsys)
