from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest

from respondent.errors import FileChanged, OutputError, Problem
from respondent.files import journal, lines, rewrite
from respondent.files.source import ValuePath

BEFORE = b"one:\n  cy: Un\n  en: One\ntwo: 2\n"
EDIT: dict[ValuePath, str] = {("one", "cy"): "Dau"}
GROWN = journal.Lines("log", lambda: ["a", "b"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "x.yaml"
    path.write_bytes(BEFORE)
    return path


def stopped(file: Path, where: object, name: str) -> None:
    """Write, and be stopped at an operation."""
    with mock.patch.object(where, name, side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        journal.write(file, BEFORE, EDIT, GROWN)


def log(file: Path) -> list[str]:
    return [line.decode() for _, line in lines.read(file.parent / "log")]


def test_both_files_are_written_and_nothing_is_left(file: Path) -> None:
    journal.write(file, BEFORE, EDIT, GROWN)

    assert (file.read_bytes(), log(file)) == (BEFORE.replace(b"Un", b"Dau"), ["a", "b"])
    assert not (file.parent / journal.FILE).exists()
    assert journal.interrupted(file.parent) == ""


def test_stopped_before_the_texts_nothing_is_written(file: Path) -> None:
    stopped(file, rewrite, "replace")

    assert journal.interrupted(file.parent).endswith("repeat it")
    assert (file.read_bytes(), log(file)) == (BEFORE, [])


def test_stopped_before_the_lines_the_next_command_adds_them(file: Path) -> None:
    stopped(file, lines, "append")
    file.write_bytes(file.read_bytes().replace(b"two: 2", b"two: 3"))  # somebody goes on in the meantime

    assert "was completed" in journal.interrupted(file.parent)
    assert log(file) == ["a", "b"]


def test_texts_that_somebody_has_taken_back_get_no_lines(file: Path) -> None:
    stopped(file, lines, "append")
    file.write_bytes(BEFORE)

    assert journal.interrupted(file.parent).endswith("repeat it")
    assert log(file) == []


def test_lines_that_were_written_are_not_written_again(file: Path) -> None:
    stopped(file, journal, "_forget")

    assert journal.interrupted(file.parent) == ""
    assert log(file) == ["a", "b"]


def test_where_the_lines_cannot_be_written_the_texts_are_as_before(file: Path) -> None:
    held = OutputError(Problem("log", "the file is open in another program", "close it"))
    with mock.patch.object(lines, "append", side_effect=held), pytest.raises(OutputError):
        journal.write(file, BEFORE, EDIT, GROWN)

    assert (file.read_bytes(), log(file)) == (BEFORE, [])
    assert not (file.parent / journal.FILE).exists()


LEADS_OUT = b'{"file": "x.yaml", "grown": "../log", "after": "", "texts": [[["two"], 2]], "lines": ["a"]}'


@pytest.mark.parametrize("content", [b"", b"[]", b'{"file": 1}', b"\xff", b'{"file": "no.yaml"}', LEADS_OUT])
def test_an_intent_that_cannot_be_read_is_removed_and_told(file: Path, content: bytes) -> None:
    (file.parent / journal.FILE).write_bytes(content)

    assert "could not be read" in journal.interrupted(file.parent)
    assert not (file.parent / journal.FILE).exists()


def test_a_file_that_has_changed_is_refused(file: Path) -> None:
    with pytest.raises(FileChanged):
        journal.write(file, b"one: 1\n", {}, GROWN)
    assert log(file) == []
