from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from offices import EXAMPLES, ROOT
from terminal import Terminal

TODAY = "2025-03-20"
"""A day on which one of the examples is due soon; findings have golden cases of their own."""

MADE = ("json", "html")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


def test_how_far_the_examples_have_come(
    terminal: Terminal, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples", ignore=shutil.ignore_patterns("drafts"))

    for form, more in {"txt": ("--verbose",), **{form: ("--format", form) for form in MADE}}.items():
        ran = terminal.run("status", "examples", "--today", TODAY, "--no-findings", *more, at=tmp_path)
        golden(f"status.{form}", ran.out)


def test_the_calendar_of_the_examples(
    terminal: Terminal, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    file = tmp_path / "status.ics"
    terminal.run("status", ".", "--today", TODAY, "--format", "ics", "--out", file, at=EXAMPLES)

    # Git may change line ends; `tests/status` holds that they are CRLF.
    golden("status.ics.txt", file.read_bytes().decode().replace("\r\n", "\n"))


def test_the_readme_shows_what_the_command_prints(terminal: Terminal) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme[readme.index("$ respondent status examples/gwent") :].split("```")[0]
    for part in re.split(r"\n\n(?=\$ )", block.strip()):
        command, *lines = part.splitlines()
        out = terminal.run(*command.split()[2:], at=ROOT).out
        assert "\n".join(lines) in out, command


def test_the_ledgers_of_the_examples_are_those_of_their_script(tmp_path: Path) -> None:
    import runpy

    script = runpy.run_path(str(ROOT / "scripts" / "make_ledgers.py"))
    shutil.copytree(EXAMPLES / "gwent", tmp_path / "gwent", ignore=shutil.ignore_patterns("drafts"))
    folder = tmp_path / "gwent" / "responses"
    made = script["ledgers"](folder)

    assert made
    for file in made:
        assert (
            file.read_bytes()
            == (EXAMPLES / "gwent" / "responses" / file.parent.name / file.name).read_bytes()
        )
