from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pytest

from respondent.errors import FileInUse, OutputError
from respondent.files.lock import LOCK, exclusive

HOLDER = """
import sys, time
from pathlib import Path
from respondent.files.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_is_acquired_and_released(tmp_path: Path) -> None:
    for _ in range(2):
        with exclusive(tmp_path, wait=0):
            pass
    assert [path.name for path in tmp_path.iterdir()] == [LOCK]
    assert (tmp_path / LOCK).read_bytes() == b""


def test_a_second_process_is_refused_after_a_while(tmp_path: Path) -> None:
    with exclusive(tmp_path), pytest.raises(FileInUse) as raised, exclusive(tmp_path, wait=0.1):
        raise AssertionError
    (problem,) = raised.value.problems
    assert problem.where == str(tmp_path)
    assert problem.what == "another program is still writing in this folder after 0.1 seconds"
    assert problem.next


def test_a_waiting_process_gets_the_released_lock(tmp_path: Path) -> None:
    inside = threading.Event()
    done: list[str] = []

    def other() -> None:
        with exclusive(tmp_path):
            inside.set()
            time.sleep(0.1)
            done.append("first")

    thread = threading.Thread(target=other)
    thread.start()
    inside.wait()
    with exclusive(tmp_path):
        done.append("second")
    thread.join()
    assert done == ["first", "second"]


def test_an_exception_releases_the_lock_and_propagates(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(BlockingIOError), exclusive(tmp_path, wait=0):
            raise BlockingIOError(errno.EAGAIN, "the caller's own")


def test_the_lock_of_a_dead_process_is_released(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, tmp_path], stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline().split() == [b"held"]
        with pytest.raises(FileInUse), exclusive(tmp_path, wait=0):
            raise AssertionError
        holder.kill()
        with exclusive(tmp_path):
            pass


@pytest.mark.skipif(os.name == "nt", reason="Windows gives children no open files")
def test_a_child_process_does_not_inherit_the_lock(tmp_path: Path) -> None:
    copies: list[int] = []
    real = os.open

    def with_a_copy(path: Path, flags: int, mode: int) -> int:
        descriptor = real(path, flags, mode)
        copies.append(os.dup(descriptor))
        return descriptor

    with mock.patch.object(os, "open", with_a_copy), exclusive(tmp_path):
        pass
    with exclusive(tmp_path, wait=0):
        os.close(copies[0])


@pytest.mark.skipif(os.name == "nt", reason="acts the errors of POSIX")
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_drive_without_locks_is_reported(tmp_path: Path, number: int) -> None:
    failure = OSError(number, os.strerror(number))
    with (
        mock.patch("fcntl.flock", side_effect=failure),
        pytest.raises(OutputError) as raised,
        exclusive(tmp_path),
    ):
        raise AssertionError
    (problem,) = raised.value.problems
    assert not isinstance(raised.value, FileInUse)
    assert problem.where == str(tmp_path)
    assert "does not support file locks" in problem.what
    assert "a drive of this computer" in problem.next


def test_a_missing_or_unwritable_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written") as raised, exclusive(tmp_path / "no"):
        raise AssertionError
    assert raised.value.problems[0].next
    denied = PermissionError(errno.EACCES, "Permission denied")
    with (
        mock.patch.object(os, "open", side_effect=denied),
        pytest.raises(OutputError, match="the folder cannot be written to"),
        exclusive(tmp_path),
    ):
        raise AssertionError


def test_a_read_only_lock_file_is_enough(tmp_path: Path) -> None:
    real = os.open

    def read_only(path: Path, flags: int, mode: int) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path, flags, mode)

    with mock.patch.object(os, "open", read_only), exclusive(tmp_path):
        pass


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes, and seldom links")
def test_the_lock_file_has_an_ordinary_mode_and_is_never_a_link(tmp_path: Path) -> None:
    with exclusive(tmp_path):
        pass
    assert (tmp_path / LOCK).stat().st_mode & 0o111 == 0
    (tmp_path / LOCK).unlink()
    (tmp_path / LOCK).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError), exclusive(tmp_path):
        raise AssertionError
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("held", [0, 2])
def test_windows_locks_the_first_byte(tmp_path: Path, held: int) -> None:
    calls: list[tuple[str, int]] = []

    def locking(descriptor: int, mode: str, count: int) -> None:
        assert os.lseek(descriptor, 0, os.SEEK_CUR) == 0
        calls.append((mode, count))
        if len(calls) <= held:
            raise PermissionError(errno.EACCES, "Permission denied")

    msvcrt = SimpleNamespace(locking=locking, LK_NBLCK="take", LK_UNLCK="let go")
    with (
        mock.patch.object(sys, "platform", "win32"),
        mock.patch.dict(sys.modules, {"msvcrt": msvcrt}),
        exclusive(tmp_path),
    ):
        calls.append(("inside", 0))
    assert calls == [*[("take", 1)] * (held + 1), ("inside", 0), ("let go", 1)]
