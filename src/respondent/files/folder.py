"""A folder that appears completely or not at all: filled under a hidden name, then renamed in one step."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from respondent.errors import FileInUse, OutputError, Problem
from respondent.files.atomic import sync_folder, unwritable

_READ_ONLY = ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)

_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts to rename: on Windows, virus scanners hold new files for a moment."""

_HELD = "wait until OneDrive or the virus scanner has finished, then try again"


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder, by their paths with ``/``, durably and read-only.

    Raises:
        OutputError: if one cannot be written.
    """
    for name, data in files.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            path.chmod(stat.S_IMODE(path.stat().st_mode) & _READ_ONLY)
        except OSError as error:
            raise unwritable(path, error) from error


def place(made: Path, target: Path) -> None:
    """Rename a finished folder to `target`, which lies in the same folder, in one step and durably.

    Raises:
        FileInUse: if another program holds a file in it; `target` then does not exist.
        OutputError: if it cannot be renamed, or `target` exists.
    """
    for folder, _, _ in os.walk(made, topdown=False):
        sync_folder(Path(folder))
    if os.path.lexists(target):  # a rename would silently replace an empty folder
        raise OutputError(
            Problem(
                str(target), "there is already a file or folder of this name", "move it away, then try again"
            )
        )
    _rename(made, target)
    sync_folder(target.parent)
    sync_folder(target.parent.parent)  # the folder around `target` may be new too


def discard(folder: Path) -> None:
    """Delete a folder with its content, as far as other programs allow."""
    shutil.rmtree(folder, onerror=_writable)


def files_below(folder: Path) -> dict[str, Path]:
    """Return the files and links below a folder, by their paths with ``/``; links are not followed."""
    files: dict[str, Path] = {}
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        paths = [Path(parent, name) for name in (*names, *links)]
        files |= {path.relative_to(folder).as_posix(): path for path in paths}
    return dict(sorted(files.items()))


def _rename(made: Path, target: Path) -> None:
    pauses = iter(_PAUSES)
    while True:
        try:
            made.rename(target)
        except PermissionError as error:
            pause = next(pauses, None)
            if pause is None:
                what = "another program is using a file in this folder, so the folder cannot be renamed"
                raise FileInUse(Problem(str(made), what, _HELD)) from error
            time.sleep(pause)
        except OSError as error:
            raise unwritable(target, error) from error
        else:
            return


def _writable(remove: Callable[..., object], path: str, _: object) -> None:
    """Delete a read-only file, which Windows refuses at first; leave what another program holds."""
    with contextlib.suppress(OSError):
        Path(path).chmod(stat.S_IRWXU)
        remove(path)
