"""A file of lines that only grows, and loses no line to a power cut."""

from __future__ import annotations

import codecs
import contextlib
import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from respondent.errors import InputError, OutputError, Problem
from respondent.files.atomic import sync_folder, unwritable
from respondent.files.text import AS_UTF16, is_utf16, over_limit

MAX_BYTES = 50_000_000
"""The size limit of a file. A ledger of 20 years has less than 1 MB; files of lines are read whole."""

CUT = ".cut"
"""What is added to the name of a file for the lines that were cut off in it."""

_FLAGS = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)


def append(path: Path, lines: Sequence[str]) -> None:
    """Add lines, given without line ends, to a file; return once they would survive a power cut.

    A missing file is created, a missing folder is not. If the last line was cut off, it is ended first.
    The caller must hold the lock of the folder: after a failure the file is cut back to its old length.

    Raises:
        ValueError: if a line contains a line end or a lone surrogate; nothing was written.
        OutputError: if the lines could not all be written, or the file is in UTF-16; it is unchanged.
    """
    data = _encoded(lines)
    if not data:
        return
    try:
        descriptor = os.open(path, _FLAGS, 0o666)
        try:
            if is_utf16(_head(descriptor)):
                raise OutputError(Problem(str(path), *AS_UTF16))
            is_new = _append(descriptor, data)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise unwritable(path, error) from error
    if is_new:
        sync_folder(path.parent)


def set_aside(path: Path, is_whole: Callable[[bytes], bool]) -> None:
    """Move a last line that was cut off into a file beside it, so that it is no damage of the file for ever.

    The caller must hold the lock of the folder.

    Args:
        path: The file.
        is_whole: Whether a last line without a line end was written whole, by hand perhaps.

    Raises:
        OutputError: if it cannot be moved; it then stays where it is.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise unwritable(path, error) from error
    end = data.rfind(b"\n") + 1
    if end == len(data) or is_utf16(data) or is_whole(data[end:]):
        return
    try:
        with path.with_name(f"{path.name}{CUT}").open("ab") as beside:
            beside.write(data[end:] + b"\n")
            beside.flush()
            os.fsync(beside.fileno())
        os.truncate(path, end)
    except OSError as error:
        raise unwritable(path, error) from error


def _encoded(lines: Sequence[str]) -> bytes:
    for line in lines:
        if "\n" in line or "\r" in line:
            raise ValueError(f"a line with a line end in it: {line!r}")
    return b"".join(line.encode() + b"\n" for line in lines)


def _append(descriptor: int, data: bytes) -> bool:
    """Write all of `data` or none of it, and return whether the file was empty before."""
    length = os.lseek(descriptor, 0, os.SEEK_END)
    if length and not _is_ended(descriptor):
        data = b"\n" + data
    try:
        while data:  # mostly once: only a full disk or a signal splits a write
            data = data[os.write(descriptor, data) :]
        os.fsync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, length)
        raise
    return length == 0


def _head(descriptor: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 2)


def _is_ended(descriptor: int) -> bool:
    os.lseek(descriptor, -1, os.SEEK_END)
    return os.read(descriptor, 1) == b"\n"


def read(path: Path, *, max_bytes: int = MAX_BYTES) -> list[tuple[int, bytes]]:
    """Return the lines of a file, each with its number from 1 and without its line end.

    A missing file has no lines. Blank lines are left out. The last line may have been cut off anywhere.

    Raises:
        InputError: if it is not a file, cannot be read, is in UTF-16, or is larger than `max_bytes`.
    """
    data = _bytes(path, max_bytes).removeprefix(codecs.BOM_UTF8)
    if is_utf16(data):
        raise InputError(Problem(str(path), *AS_UTF16))
    lines = ((number, line.removesuffix(b"\r")) for number, line in enumerate(data.split(b"\n"), start=1))
    return [(number, line) for number, line in lines if line.strip()]


def _bytes(path: Path, max_bytes: int) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(Problem(str(path), "this is not a file", "move it out of the way"))
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise InputError(Problem(str(path), what, "check that you have permission to open it")) from error
    if len(data) > max_bytes:
        what = f"the file is {over_limit(max_bytes)}"
        raise InputError(Problem(str(path), what, "check that it is the right file"))
    return data
