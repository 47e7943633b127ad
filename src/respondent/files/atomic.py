"""Write a file whole or not at all, so that what stood there is never lost."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from respondent.errors import FileInUse, OutputError, Problem

_CLOSE = "close it there, or wait until OneDrive has copied it, then try again"
_FULL = {errno.ENOSPC, errno.EDQUOT}
_ELSEWHERE = "choose another folder with --out"
_HERE = "check that you have permission to write there, then try again"


def replace(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step, making its folder if need be; raise `OutputError`."""
    _write(path, data, durably=False)


def replace_durably(path: Path, data: bytes) -> None:
    """Write as `replace` does, and return only when it would survive a power cut; raise `OutputError`."""
    _write(path, data, durably=True)
    sync_folder(path.parent)


def _write(path: Path, data: bytes, *, durably: bool) -> None:
    temporary = path.with_name(f".respondent-{os.urandom(8).hex()}.tmp")
    try:
        _fill(temporary, data, durably=durably)
        _take_place(temporary, path)
    except OSError as error:
        raise unwritable(path, error, _HERE if durably else _ELSEWHERE) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _fill(temporary: Path, data: bytes, *, durably: bool) -> None:
    temporary.parent.mkdir(parents=True, exist_ok=True)
    # Opened by name and not by tempfile, whose files only their owner may read.
    with temporary.open("xb") as file:
        file.write(data)
        if durably:
            file.flush()
            os.fsync(file.fileno())


def _take_place(temporary: Path, path: Path) -> None:
    if os.name != "nt":  # Windows has no mode but read-only
        with contextlib.suppress(OSError):
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
    try:
        temporary.replace(path)
    except PermissionError as error:
        # The folder let us write beside it, so it is the file itself that is held.
        problem = Problem(str(path), "the file is open in another program (Word?)", _CLOSE)
        raise FileInUse(problem) from error


def sync_folder(folder: Path) -> None:
    """Return when the names of the files in `folder` would survive a power cut, where that can be had."""
    if os.name == "nt":  # which has no way to open a folder; its renames are journalled
        return
    # Some network drives refuse; the file itself has been written.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def unwritable(path: Path, error: OSError, then: str = _HERE) -> OutputError:
    """Return what to raise where `path` could not be written; `then` is what to do if its folder refuses."""
    if error.errno in _FULL:
        return OutputError(Problem(str(path), "the disk is full", "free some space on it, then try again"))
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        what = "the folder cannot be written to"
        return OutputError(Problem(str(path.parent), what, then))
    what = f"the file cannot be written ({error.strerror})"
    return OutputError(Problem(str(path), what, then))
