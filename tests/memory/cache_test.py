from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from memory.units import memory, of, unit

from respondent.errors import InputError, OutputError
from respondent.language import Language
from respondent.memory import cache
from respondent.memory.cache import CachedMemory, opened
from respondent.memory.memory import Memory

EN = Language.EN


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a b#%.tmx"
    file.write_text(of(("tân", "fire")), encoding="utf-8")
    return file


@pytest.fixture
def place(file: Path) -> Path:
    return file.with_name(".a b#%.tmx.index")


def target(found: CachedMemory, text: str = "fire") -> str | None:
    match = Memory([found.index]).exact(text, EN)
    found.index.close()
    return match.target if match else None


def test_index_is_made_once(file: Path, place: Path) -> None:
    assert target(opened(file, "memory/a.tmx")) == "tân"
    made = place.stat()
    assert target(opened(file, "memory/a.tmx")) == "tân"

    assert place.stat().st_mtime_ns == made.st_mtime_ns
    assert place.stat().st_ino == made.st_ino
    assert {one.name for one in file.parent.iterdir()} == {file.name, place.name}


def test_index_is_rebuilt_if_only_the_content_changed(file: Path) -> None:
    target(opened(file, "a"))
    before = file.stat()
    file.write_text(of(("tên", "fire")), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size

    assert target(opened(file, "a")) == "tên"


def test_index_is_not_rebuilt_for_a_new_timestamp(file: Path, place: Path) -> None:
    target(opened(file, "a"))
    made = place.stat().st_ino
    os.utime(file, (1, 1))

    assert target(opened(file, "a")) == "tân"
    assert place.stat().st_ino == made


@pytest.mark.parametrize(
    "damage", ["empty", "junk", "cut", "hole", "version", "other", "no tables", "folder"]
)
def test_damaged_index_is_rebuilt(file: Path, place: Path, damage: str) -> None:
    file.write_text(of(*((f"gair {n}", f"word {n}") for n in range(300)), ("tân", "fire")), encoding="utf-8")
    target(opened(file, "a"))
    data = place.read_bytes()
    if damage in ("empty", "junk", "cut", "hole"):
        middle = data[:8192] + bytes(len(data) - 8192)
        place.write_bytes(
            {"empty": b"", "junk": b"x" * 9000, "cut": data[: len(data) // 2], "hole": middle}[damage]
        )
    elif damage == "folder":
        place.unlink()
        place.mkdir()
    else:
        statement = {
            "version": "UPDATE facts SET value = '0 little' WHERE name = 'version'",
            "other": "UPDATE facts SET value = 'x' WHERE name = 'digest'",
            "no tables": "DROP TABLE facts",
        }[damage]
        with sqlite3.connect(place) as connection:
            connection.execute(statement)
        connection.close()

    assert target(opened(file, "a")) == "tân"
    assert target(opened(file, "a")) == "tân"


def test_an_unwritable_folder_is_reported_and_the_memory_is_used(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    found = opened(file, "memory/a.tmx")

    assert found.notes[0].startswith("memory/a.tmx: its index cannot be stored next to it")
    assert target(found) == "tân"
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_full_disk_is_reported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(cache, "_write", refuse)

    with pytest.raises(OutputError, match="there is no disk space for its index"):
        opened(file, "a")


def test_problems_of_a_file_are_reported_each_time(file: Path) -> None:
    file.write_text(
        memory(unit("tân", "fire"), unit("a&#x90;b", "c"), unit("d", "e"))[:-40], encoding="utf-8"
    )

    for _ in range(2):
        found = opened(file, "memory/a.tmx")
        assert found.problems[0].where == "memory/a.tmx:2"
        assert found.notes == (
            "memory/a.tmx: 1 of its 2 units contain characters that a letter cannot hold, and are left out",
        )
        found.index.close()


@pytest.mark.parametrize("text", ["", "no XML", '<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>'])
def test_a_file_that_is_not_a_memory_creates_no_index(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")

    with pytest.raises(InputError):
        opened(file, "a")
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the file cannot be read"):
        opened(tmp_path / "none.tmx", "memory/none.tmx")


def test_a_file_that_changes_during_reading_is_reported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digests = iter("abcdef")
    monkeypatch.setattr(cache, "_digest", lambda *_: next(digests))

    with pytest.raises(InputError, match="changed while it was read"):
        opened(file, "a")
