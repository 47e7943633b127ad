"""Write a file completely or not at all, so that its old content is never lost."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from respondent.errors import FileInUse, OutputError, Problem

_CLOSE = "close it there, or wait until OneDrive has copied it, then try again"
TEMPORARY = ".respondent-"
"""How the names of temporary files begin; they end with ``.tmp``."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_ELSEWHERE = "choose another folder with --out"
_HERE = "check that you have permission to write there, then try again"


def replace(path: Path, data: bytes) -> None:
    """Write `data` to `path` in one step, and create its folder if it is missing; raise `OutputError`."""
    _write(path, data, durably=False)


def replace_durably(path: Path, data: bytes) -> None:
    """Write as `replace` does, and return once the file would survive a power cut; raise `OutputError`."""
    _write(path, data, durably=True)
    sync_folder(path.parent)


def _write(path: Path, data: bytes, *, durably: bool) -> None:
    temporary = path.with_name(f"{TEMPORARY}{os.urandom(8).hex()}.tmp")
    try:
        _fill(temporary, data, durably=durably)
        _move(temporary, path)
    except OSError as error:
        raise unwritable(path, error, _HERE if durably else _ELSEWHERE) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _fill(temporary: Path, data: bytes, *, durably: bool) -> None:
    temporary.parent.mkdir(parents=True, exist_ok=True)
    # `tempfile` would create a file that only its owner may read, and colleagues share these folders.
    with temporary.open("xb") as file:
        file.write(data)
        if durably:
            file.flush()
            os.fsync(file.fileno())


def _move(temporary: Path, path: Path) -> None:
    if os.name != "nt":  # Windows only has a read-only flag
        with contextlib.suppress(OSError):
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
    try:
        temporary.replace(path)
    except PermissionError as error:
        # The temporary file could be written to the folder, so another program must hold the file itself.
        problem = Problem(str(path), "the file is open in another program (Word?)", _CLOSE)
        raise FileInUse(problem) from error


def sync_folder(folder: Path) -> None:
    """Return once the names of the files in `folder` would survive a power cut, if the system can do that."""
    if os.name == "nt":  # Windows cannot open a folder, and NTFS journals renames
        return
    # Some network drives refuse to sync a folder. The file itself has been written.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def unwritable(path: Path, error: OSError, advice: str = _HERE) -> OutputError:
    """Return the error to raise where `path` cannot be written, with `advice` if access is denied."""
    if error.errno in _FULL:
        return OutputError(Problem(str(path), "the disk is full", "free some space on it, then try again"))
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        what = "the folder cannot be written to"
        return OutputError(Problem(str(path.parent), what, advice))
    what = f"the file cannot be written ({error.strerror})"
    return OutputError(Problem(str(path), what, advice))
