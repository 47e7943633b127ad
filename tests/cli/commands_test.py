"""The command lines that findings and lists print work when they are pasted."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal

from respondent.ledger import ledger

SLUG = "2019-stalking-and-harassment"


def commands(out: str, word: str) -> list[list[str]]:
    """Return the arguments of each command of some output."""
    found = [
        line.partition("  respondent ")[2] for line in out.splitlines() if f"  respondent {word}" in line
    ]
    return [shlex.split(line.replace("NAME", '"Nia Rhys"')) for line in found]


@pytest.fixture(params=["root", "above", "inside", "elsewhere"])
def place(request: pytest.FixtureRequest, bench: Bench, tmp_path: Path) -> tuple[Path, list[Path]]:
    """Return where somebody stands, and what they name."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    return {
        "root": (bench.root, []),
        "above": (tmp_path, [Path("gwent")]),
        "inside": (bench.response.parent, [Path()]),
        "elsewhere": (elsewhere, [bench.response]),
    }[str(request.param)]


@pytest.mark.parametrize("check", ["D201", "D204"])
def test_advice_of_a_finding_approves_its_texts(
    terminal: Terminal, place: tuple[Path, list[Path]], check: str
) -> None:
    at, paths = place
    (command,) = commands(terminal.run("check", *paths, "--select", check, at=at).out, "approve")

    assert terminal.run(*command, at=at).code == 0
    assert terminal.run("check", *paths, "--select", check, at=at).out.endswith("  no findings\n")


def test_advice_of_a_finding_confirms_its_values(
    terminal: Terminal, bench: Bench, place: tuple[Path, list[Path]]
) -> None:
    at, paths = place
    bench.change(
        bench.response, "    published: 2019-04-10\n", "    published: 2019-04-10\n    unconfirmed: yes\n"
    )
    bench.change(bench.response, "closing:\n", "closing:\n  unconfirmed: true\n")
    found = terminal.run("check", *paths, "--select", "D301,S406", at=at)

    assert found.code == 1
    for command in commands(found.out, "confirm"):
        assert terminal.run(*command, at=at).code == 0
    assert terminal.run("check", *paths, "--select", "D301,S406", at=at).out.endswith("  no findings\n")
    assert {row.field for row in ledger.read(bench.response.parent).rows} == {"reports.sussex", "closing"}


def test_advice_of_a_finding_approves_only_its_stale_text(terminal: Terminal, bench: Bench) -> None:
    terminal.run("approve", "--by", "Nia", "--language", "cy", at=bench.root)
    bench.change(bench.response, "the best service possible", "the best support possible")
    (command,) = commands(terminal.run("check", "--select", "D202", at=bench.root).out, "approve")
    before = len(ledger.read(bench.response.parent).rows)

    terminal.run(*command, at=bench.root)

    assert len(ledger.read(bench.response.parent).rows) == before + 1
    assert "no findings" in terminal.run("check", "--select", "D202", at=bench.root).out


def test_a_folder_with_a_space_in_its_name_is_quoted(terminal: Terminal, bench: Bench) -> None:
    shutil.move(bench.response.parent, bench.root / "responses" / "a b")
    (command,) = commands(terminal.run("check", "--select", "D204", at=bench.root).out, "approve")

    assert terminal.run(*command, at=bench.root).code == 0


def test_refused_release_names_the_original_file(terminal: Terminal, bench: Bench) -> None:
    ran = terminal.run("release", f"responses/{SLUG}", "--by", "Nia", at=bench.root)

    found = commands(ran.err, "approve")
    assert found
    assert all(terminal.run(*command, at=bench.root).code == 0 for command in found)
