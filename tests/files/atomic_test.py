"""The tests may run as root, whom no mode stops: what goes wrong is acted."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from respondent.errors import FileInUse, OutputError
from respondent.files.atomic import replace, replace_durably

Write = Callable[[Path, bytes], None]


ELSEWHERE: dict[Write, str] = {
    replace: "choose another folder with --out",
    replace_durably: "check that you have permission to write there",
}
"""Drafts may go into any folder; what is written durably has its own."""


@pytest.fixture(params=[replace, replace_durably])
def write(request: pytest.FixtureRequest) -> Write:
    chosen: Write = request.param
    return chosen


def failing(number: int) -> Callable[..., None]:
    def fail(*_args: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_is_written_with_its_folder_and_nothing_beside_it(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "drafts" / "llythyr-ŵ.docx"
    write(path, b"first")
    write(path, b"second\r\n\x00")
    assert contents(path.parent) == {"llythyr-ŵ.docx": b"second\r\n\x00"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize("umask", [0o022, 0o007])
def test_a_new_file_has_the_mode_that_any_program_gives(tmp_path: Path, write: Write, umask: int) -> None:
    before = os.umask(umask)
    try:
        write(tmp_path / "new", b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o666 & ~umask


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, write: Write) -> None:
    path = tmp_path / "shared"
    path.write_bytes(b"old")
    path.chmod(0o664)
    write(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


@pytest.mark.parametrize(
    ("number", "where", "what", "next_"),
    [
        (errno.ENOSPC, "folder/letter.docx", "the disk is full", "free some space"),
        (errno.EDQUOT, "folder/letter.docx", "the disk is full", "free some space"),
        (errno.EACCES, "folder", "cannot be written to", ""),
        (errno.EROFS, "folder", "cannot be written to", ""),
        (errno.EIO, "folder/letter.docx", "cannot be written (", ""),
    ],
)
@pytest.mark.parametrize("step", ["mkdir", "open"])
def test_a_failure_says_what_to_do_and_loses_nothing(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Write,
    step: str,
    number: int,
    where: str,
    what: str,
    next_: str,
) -> None:
    path = tmp_path / "folder" / "letter.docx"
    write(path, b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, failing(number))
        with pytest.raises(OutputError) as raised:
            write(path, b"new")
    (problem,) = raised.value.problems
    assert not isinstance(raised.value, FileInUse)
    assert problem.where == str(tmp_path / where)
    assert what in problem.what
    assert (next_ or ELSEWHERE[write]) in problem.next
    assert contents(path.parent) == {"letter.docx": b"old"}


def test_a_file_in_use_and_an_unwritable_folder_have_different_messages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing(errno.EACCES))
        with pytest.raises(FileInUse) as raised:
            write(path, b"new")
    assert raised.value.problems[0].where == str(path)
    assert "Word" in raised.value.problems[0].what
    assert contents(tmp_path) == {"letter.docx": b"old"}


def test_a_folder_of_the_same_name_is_not_replaced(tmp_path: Path, write: Write) -> None:
    (tmp_path / "letter.docx").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / "letter.docx", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.docx"]


def test_a_file_where_the_folder_should_be_is_reported(tmp_path: Path, write: Write) -> None:
    (tmp_path / "drafts").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / "drafts" / "letter.docx", b"new")


def test_only_a_durable_write_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda number: synced.append(stat.S_ISDIR(os.fstat(number).st_mode)))
    replace(tmp_path / "draft", b"x")
    assert synced == []
    replace_durably(tmp_path / "response.yaml", b"x")
    assert synced == [False] if os.name == "nt" else [False, True]


def test_a_disk_that_cannot_sync_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "response.yaml"
    path.write_bytes(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing(errno.ENOSPC))
        with pytest.raises(OutputError, match="the disk is full"):
            replace_durably(path, b"new")
    assert contents(tmp_path) == {"response.yaml": b"old"}


def test_windows_has_no_folder_to_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "response.yaml"
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        patch.setattr(os, "open", failing(errno.EACCES))
        replace_durably(path, b"new")
    assert contents(tmp_path) == {"response.yaml": b"new"}


def test_a_network_drive_that_cannot_sync_folders_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(number: int) -> None:
        if stat.S_ISDIR(os.fstat(number).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", refuse)
    replace_durably(tmp_path / "response.yaml", b"new")
    assert contents(tmp_path) == {"response.yaml": b"new"}


def test_an_interruption_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_path: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            replace(tmp_path / "letter.docx", b"new")
    assert contents(tmp_path) == {}
