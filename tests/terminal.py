"""The command line as a person runs it: in a process of its own, or inside this one where that is faster."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from offices import ROOT

TODAY = "2026-11-23"

MODULE = ("-m", "respondent")


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def problems(self) -> list[tuple[str, str]]:
        """What is wrong, each with what to do."""
        lines = self.err.splitlines()
        pairs = [(line, after) for line, after in zip(lines, [*lines[1:], ""], strict=True)]
        return [(line, after.removeprefix("  ")) for line, after in pairs if not line.startswith("  ")]


def run(
    *arguments: str, at: Path, start: Sequence[str] = MODULE, more: Mapping[str, str] | None = None
) -> Ran:
    """Run the command in a folder, in a process of its own, with `more` in its environment."""
    environment = {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8", **(more or {})}
    done = subprocess.run(
        [sys.executable, *start, *arguments],
        cwd=at,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )
    out, err = (text.decode(environment["PYTHONIOENCODING"]) for text in (done.stdout, done.stderr))
    return Ran(done.returncode, out.replace("\r\n", "\n"), err.replace("\r\n", "\n"))


@dataclass(frozen=True)
class Terminal:
    """Runs the command inside this process."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def run(self, *arguments: str | Path, at: Path) -> Ran:
        """Run the command in a folder; no bad input may end in a traceback."""
        from respondent.cli.app import main

        self.monkeypatch.chdir(at)
        self.monkeypatch.setattr(sys, "argv", ["respondent", *map(str, arguments)])
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as leaving:
            main()
        captured = self.capsys.readouterr()
        assert "Traceback" not in captured.err
        code = leaving.value.code
        return Ran(code if isinstance(code, int) else 0, captured.out, captured.err)

    def draft(self, *arguments: str | Path, at: Path) -> Ran:
        """Make drafts of one day, as text alone."""
        return self.run("draft", *arguments, "--today", TODAY, "--format", "txt", at=at)


def line_of(file: Path, text: str) -> int:
    """Return the line on which a text stands, which stands on one."""
    lines = file.read_text(encoding="utf-8").split("\n")
    (number,) = [number for number, line in enumerate(lines, start=1) if text in line]
    return number
