"""A folder that appears whole or not at all: made under a hidden name, then renamed in one step."""

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
"""How long to wait for another program, a virus scanner say, to let go of a file just written."""

_HELD = "wait until OneDrive or the virus scanner has finished, then try again"


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder, by their paths with ``/``, each durably and to be read only.

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
    """Give a folder that was made beside it the name of `target`, in one step and durably.

    Raises:
        FileInUse: if another program holds a file in it; nothing stands at `target` then.
        OutputError: if that cannot be done, or something stands there already.
    """
    for at, _, _ in os.walk(made, topdown=False):
        sync_folder(Path(at))
    if os.path.lexists(target):  # an empty folder would be replaced in silence
        raise OutputError(
            Problem(
                str(target), "there is already a file or folder of this name", "move it away, then try again"
            )
        )
    _rename(made, target)
    sync_folder(target.parent)
    sync_folder(target.parent.parent)  # where the folder of both may be new


def discard(folder: Path) -> None:
    """Take a folder away with all that is in it, as far as that can be done now."""
    shutil.rmtree(folder, onerror=_writable)


def files_below(folder: Path) -> dict[str, Path]:
    """Return all that stands below a folder but folders, by its path with ``/``; links are not followed."""
    found: dict[str, Path] = {}
    for at, folders, names in os.walk(folder):
        links = [name for name in folders if Path(at, name).is_symlink()]
        found |= {Path(at, name).relative_to(folder).as_posix(): Path(at, name) for name in (*names, *links)}
    return dict(sorted(found.items()))


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
    """Remove what Windows keeps because it is to be read only; leave what another program holds."""
    with contextlib.suppress(OSError):
        Path(path).chmod(stat.S_IRWXU)
        remove(path)
