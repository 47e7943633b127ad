"""One writer at a time in a folder: a lock of the operating system, which ends with its process."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from respondent.errors import FileInUse, OutputError, Problem
from respondent.files.atomic import TEMPORARY, unwritable

LOCK = ".respondent.lock"
"""The file that is locked. It is empty and is never deleted, for a waiting process may have it open."""

# Seconds between attempts: neither system waits for a lock with a limit of time.
_PAUSE = 0.02

# How a held lock is reported: EAGAIN or EACCES under POSIX, EACCES or EDEADLK under Windows.
_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
# Seconds after which a temporary file belongs to nobody: writing one takes less than a second.
_LEFT_BEHIND = 60

_FLAGS = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)

_LOCAL = "move the folder to a drive of this computer, or to a folder that OneDrive synchronises"


@contextmanager
def exclusive(folder: Path, *, wait: float = 10.0) -> Iterator[None]:
    """Keep other writers out of `folder`, which must exist; wait up to `wait` seconds for them to finish.

    The lock is not re-entrant: a second call by its holder fails. Readers need no lock, because files are
    replaced in one step. On a drive without locks this fails. A marker file would outlive a power cut, and
    another machine could not find out whether its owner is still running.

    Raises:
        FileInUse: if another program still holds the lock.
        OutputError: if the folder cannot be written to, or its drive has no locks.
    """
    descriptor = _opened(folder / LOCK)
    try:
        _wait(descriptor, folder, wait)
        _clear(folder)
        try:
            yield
        finally:
            _unlock(descriptor)
    finally:
        os.close(descriptor)


def _clear(folder: Path) -> None:
    """Remove the temporary files that programs have left which were stopped, here and one folder below."""
    for pattern in (f"{TEMPORARY}*.tmp", f"*/{TEMPORARY}*.tmp"):
        for file in folder.glob(pattern):
            with contextlib.suppress(OSError):
                if time.time() - file.stat().st_mtime > _LEFT_BEHIND:
                    file.unlink()


def _opened(path: Path) -> int:
    try:
        try:
            return os.open(path, os.O_RDWR | _FLAGS, 0o666)
        except PermissionError:  # a colleague owns it; to lock it, read access is enough
            return os.open(path, os.O_RDONLY | _FLAGS, 0o666)
    except OSError as error:
        raise unwritable(path, error) from error


def _wait(descriptor: int, folder: Path, wait: float) -> None:
    deadline = time.monotonic() + wait
    while not _is_taken(descriptor, folder):
        if time.monotonic() >= deadline:
            what = f"another program is still writing in this folder after {wait:g} seconds"
            raise FileInUse(
                Problem(str(folder), what, "wait until it has finished, or close it, then try again")
            )
        time.sleep(_PAUSE)


def _is_taken(descriptor: int, folder: Path) -> bool:
    try:
        _lock(descriptor)
    except OSError as error:
        if error.errno in _HELD:
            return False
        what = f"the drive of this folder does not support file locks ({error.strerror})"
        raise OutputError(Problem(str(folder), what, _LOCAL)) from error
    return True


def _lock(descriptor: int) -> None:
    """Take the lock, or raise `OSError` at once."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _unlock(descriptor: int) -> None:
    """Release the lock. Closing the file would not while a child process has it open, and late on Windows."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_UN)
