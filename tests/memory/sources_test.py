from __future__ import annotations

from pathlib import Path

import pytest
from ledger.rows import said
from memory.units import of
from offices import Bench

from respondent.files.workspace import Workspace
from respondent.language import Language
from respondent.ledger import ledger
from respondent.memory.sources import LoadedMemory, load_memory

EN = Language.EN


@pytest.fixture
def folder(bench: Bench) -> Path:
    folder = bench.root / "memory"
    folder.mkdir()
    return folder


def gathered(bench: Bench) -> LoadedMemory:
    return load_memory(Workspace(bench.root.resolve()))


def target(found: LoadedMemory, text: str) -> str | None:
    match = found.memory.exact(text, EN)
    return match.target if match else None


def test_empty_workspace_has_an_empty_memory(bench: Bench) -> None:
    found = gathered(bench)

    assert target(found, "I agree.") is None
    assert (found.problems, found.notes) == ((), ())


def test_memory_combines_all_ledgers_and_files(bench: Bench, folder: Path) -> None:
    ledger.append(bench.response.parent, [said("reviewed", "One", "Un")])
    (folder / "b.TMX").write_text(of(("Dau", "Two"), ("Un b", "One")), encoding="utf-8")
    (folder / "a.tmx").write_text(of(("Dau a", "Two")), encoding="utf-8")
    (folder / "notes.txt").write_text("Three", encoding="utf-8")

    found = gathered(bench)

    assert (target(found, "One"), target(found, "Two")) == ("Un", "Dau a")
    match = found.memory.exact("One", EN)
    assert match
    assert match.origin == "2019-stalking-and-harassment, closing"


def test_an_unreadable_file_is_reported_and_the_others_are_used(bench: Bench, folder: Path) -> None:
    (folder / "a.tmx").write_text("no memory", encoding="utf-8")
    (folder / "b.tmx").write_text(of(("Dau", "Two")) + "junk", encoding="utf-8")
    (folder / "c.tmx").mkdir()
    (bench.response.parent / ledger.FILE).write_text('{"v": 1}\n', encoding="utf-8")

    found = gathered(bench)

    assert target(found, "Two") == "Dau"
    assert [problem.where for problem in found.problems] == [
        "memory/a.tmx:1",
        "responses/2019-stalking-and-harassment/ledger.jsonl:1",
        "memory/b.tmx:2",
    ]
    assert found.unread == 1


def test_withdrawn_approval_is_not_found(bench: Bench) -> None:
    folder = bench.response.parent
    ledger.append(folder, [said("reviewed", "One", "Un")])
    assert target(gathered(bench), "One") == "Un"

    ledger.append(folder, [said("withdrawn", "One", "Un")])
    assert target(gathered(bench), "One") is None
