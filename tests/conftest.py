"""What all tests share: the example workspace to change at will, and golden files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from offices import Bench

# Time is measured in `benchmarks/`: a busy machine fails no test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the golden files")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Return a copy of the example workspace."""
    return Bench.of_example("gwent", tmp_path)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a check that a text is what the golden file of a name holds; `--accept` writes it instead."""

    def check(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--accept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        golden_text = file.read_text(encoding="utf-8") if file.is_file() else None
        assert golden_text == text, (
            f"{name} {'is missing' if golden_text is None else 'differs'}: make accept, and read the difference"
        )

    return check
