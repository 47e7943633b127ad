from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from respondent.errors import FileInUse, OutputError
from respondent.files import folder


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "_PAUSES", (0.0, 0.0))


def made(parent: Path) -> Path:
    folder.write(parent / ".making", {"a/b/one.txt": b"one", "two.txt": b"two"})
    return parent / ".making"


def test_files_are_written_below_a_folder_to_be_read_only(tmp_path: Path) -> None:
    making = made(tmp_path)

    assert folder.files_below(making) == {
        "a/b/one.txt": making / "a/b/one.txt",
        "two.txt": making / "two.txt",
    }
    assert (making / "a/b/one.txt").read_bytes() == b"one"
    assert not (making / "two.txt").stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    making = made(tmp_path)

    with pytest.raises(OutputError):
        folder.write(making, {"two.txt": b"three"})
    assert (making / "two.txt").read_bytes() == b"two"


def test_a_folder_gets_its_name_in_one_step(tmp_path: Path) -> None:
    folder.place(made(tmp_path), tmp_path / "1")

    assert [one.name for one in tmp_path.iterdir()] == ["1"]
    assert (tmp_path / "1" / "a/b/one.txt").read_bytes() == b"one"


@pytest.mark.parametrize("is_empty", [True, False])
def test_an_existing_folder_is_not_replaced(tmp_path: Path, is_empty: bool) -> None:
    target = tmp_path / "1"
    target.mkdir()
    if not is_empty:
        (target / "mine.txt").write_text("mine")

    with pytest.raises(OutputError) as raised:
        folder.place(made(tmp_path), target)

    (problem,) = raised.value.problems
    assert problem.what == "there is already a file or folder of this name"
    assert len(list(target.iterdir())) == (not is_empty)


class Held:
    """Renames as they are on Windows while another program, OneDrive say, holds a file in a folder."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, times: int) -> None:
        self.times = times
        self.real = os.rename
        monkeypatch.setattr(os, "rename", self)

    def __call__(self, source: str, target: str) -> None:
        self.times -= 1
        if self.times >= 0:
            raise PermissionError(13, "Access is denied", source)
        self.real(source, target)


def test_a_file_released_in_time_causes_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    making = made(tmp_path)
    Held(monkeypatch, times=2)

    folder.place(making, tmp_path / "1")

    assert (tmp_path / "1" / "two.txt").exists()


def test_a_file_in_use_for_long_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    making = made(tmp_path)
    Held(monkeypatch, times=3)

    with pytest.raises(FileInUse):
        folder.place(making, tmp_path / "1")
    assert not (tmp_path / "1").exists()


def test_other_failures_to_rename_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    making = made(tmp_path)
    monkeypatch.setattr(os, "rename", full)

    with pytest.raises(OutputError) as raised:
        folder.place(making, tmp_path / "1")
    assert raised.value.problems[0].what == "the disk is full"


def test_a_folder_with_read_only_files_is_deleted(tmp_path: Path) -> None:
    folder.discard(made(tmp_path))
    folder.discard(tmp_path / "never there")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets few people make links")
def test_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    making = made(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.txt").write_text("x")
    (making / "link").symlink_to(tmp_path / "elsewhere")

    assert list(folder.files_below(making)) == ["a/b/one.txt", "link", "two.txt"]
