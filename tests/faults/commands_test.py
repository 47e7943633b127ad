"""Stopped at any operation, or refused by the disk, a command that writes two files is done once repeated."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from faults.layer import FAULTS, Stopped, failing
from offices import Bench

from respondent import take as taking
from respondent.changes.confirm import confirm
from respondent.changes.submission import Submission
from respondent.changes.undo import last_take, undo_import
from respondent.errors import RespondentError
from respondent.files import journal, yaml
from respondent.files.workspace import Workspace
from respondent.language import Language
from respondent.ledger import ledger
from respondent.ledger.state import State
from respondent.memory.sources import load_memory
from respondent.response.reading import read_facts
from respondent.translation.fill import FillOptions, fill
from respondent.translation.segments import lines_of
from respondent.translation.units import ReturnedUnit, ReturnedUnits, units

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
EVERY = int(os.environ.get("FAULTS_EVERY", "4"))
"""Of how many operations one is disturbed; all of them: make soak PART=faults."""


def take(bench: Bench) -> None:
    """Take two changed translations and a remark."""
    facts = read_facts(yaml.load(bench.response))
    closing = [unit for unit in units(facts, ()) if unit.field.id in ("closing", "opening")]
    returned = tuple(
        ReturnedUnit(key=unit.key, target=lines_of("Geiriau newydd.", Language.CY), comment="Ai dyna ydyw?")
        for unit in closing
    )
    submission = Submission("Nia", NOON, "xliff", "take-1", State.TRANSLATED)
    taking.take(bench.response, ReturnedUnits("", returned), submission)


def undo(bench: Bench) -> None:
    if last_take(bench.response) == "take-1":
        undo_import(bench.response, "take-1", by="Ann", at=NOON)


def fill_in(bench: Bench) -> None:
    memory = load_memory(Workspace(bench.root)).memory
    fill(bench.response, memory, FillOptions("Ann", NOON))


def confirm_values(bench: Bench) -> None:
    with suppress(RespondentError):  # that there is nothing to confirm any more
        confirm(bench.root / "office.yaml", ["all"], by="Ann", at=NOON)


def unfilled(bench: Bench) -> None:
    """Put one translation into a memory, and take it out of the response."""
    bench.change(
        bench.response, "opening:\n", "commitments:\n  - id: new\n    text:\n      en: Agreed.\nopening:\n"
    )
    bench.write(
        "memory/own.tmx",
        '<tmx version="1.4"><header srclang="en" segtype="sentence" adminlang="en" datatype="plaintext"'
        ' creationtool="x" creationtoolversion="1" o-tmf="x"/><body><tu><tuv xml:lang="en"><seg>Agreed.</seg></tuv>'
        '<tuv xml:lang="cy"><seg>Cytunwyd.</seg></tuv></tu></body></tmx>',
    )
    load_memory(Workspace(bench.root))  # makes its index, which is no part of the fact


COMMANDS: dict[str, tuple[Callable[[Bench], None], Callable[[Bench], None]]] = {
    "take": (lambda bench: None, take),
    "undo": (take, undo),
    "fill": (unfilled, fill_in),
    "confirm": (lambda bench: None, confirm_values),
}
"""By the command what is done before it, and the command."""


@cache
def example() -> Path:
    folder = Path(mkdtemp())
    Bench.of_example("gwent", folder)
    return folder


def fresh(name: str) -> Bench:
    """Return a workspace in which a command is to be run."""
    folder = Path(mkdtemp())
    shutil.copytree(example(), folder, dirs_exist_ok=True)
    bench = Bench(
        folder / "gwent", next((folder / "gwent").rglob("2019-stalking-and-harassment/response.yaml"))
    )
    COMMANDS[name][0](bench)
    return bench


def facts(bench: Bench) -> tuple[object, ...]:
    """Return everything that a command may have said: texts, rows, and files that should not be there."""
    folders = (bench.response.parent, bench.root)
    rows = [
        (row.kind, row.field, row.by, row.source, row.target, row.note)
        for folder in folders
        for row in ledger.read(folder).rows
    ]
    left = [
        file.name
        for folder in folders
        for file in folder.glob(".respondent*")
        if file.name != ".respondent.lock"
    ]
    return bench.response.read_bytes(), (bench.root / "office.yaml").read_bytes(), rows, left


@cache
def undisturbed(name: str) -> tuple[tuple[object, ...], int]:
    """Return what a command leaves behind, and how many operations it takes."""
    bench = fresh(name)
    with failing(-1, "stopped") as layer:
        COMMANDS[name][1](bench)
    return facts(bench), layer.done


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_disturbed_and_repeated_leaves_what_it_leaves_undisturbed(name: str) -> None:
    whole, count = undisturbed(name)
    assert count >= 8
    for fault in FAULTS:
        for at in range(0, count, EVERY):
            bench = fresh(name)
            with failing(at, fault) as layer, suppress(Stopped, RespondentError):
                COMMANDS[name][1](bench)
            assert layer.has_failed
            for folder in (bench.response.parent, bench.root):
                journal.interrupted(folder)
            COMMANDS[name][1](bench)
            for file in bench.root.rglob(".respondent-*.tmp"):  # the next holder of the lock clears it, later
                file.unlink()
            assert facts(bench) == whole, f"{fault} at operation {at}"
            shutil.rmtree(bench.root.parent)
