"""Killed at any moment, a release is there whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from offices import ROOT, Bench

MEMORY = Path("/dev/shm")
"""A disk in memory, where there is one: what is killed here is the program, not the machine."""


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(dir=MEMORY))
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that kills itself forks")
def test_killed_release_is_complete_or_absent(quick_disk: Path) -> None:
    bench = Bench.of_example("gwent", quick_disk)
    killing = [
        sys.executable,
        str(ROOT / "tests/release/killing.py"),
        str(bench.response),
        "14",
        "7",
    ]  # many more: make soak PART=kills
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}

    done = subprocess.run(killing, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    tally = json.loads(done.stdout)
    assert tally["kills"] >= 24
    assert tally["cut"] >= 12, "most were cut short on the way"
    assert tally["without a row"] >= 1, "one was cut short between its name and its row"
