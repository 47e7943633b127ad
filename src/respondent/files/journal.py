"""One fact in two files: new texts in a YAML file, and the lines about them in a file that grows beside it.

The intent is written durably first, then the texts, then the lines; then the intent is removed. A command
that was stopped on the way leaves its intent, and the next one that writes in the folder settles it: it adds
the lines if the texts are there, and otherwise forgets the intent, for then nothing was written.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from respondent.errors import InputError, OutputError
from respondent.files import atomic, lines, rewrite, workspace, yaml
from respondent.files.lock import exclusive
from respondent.files.source import ValuePath

FILE = ".respondent.intent"
"""The file with the intent of a command that is writing."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines for the end of a file that only grows."""

    file: str
    """The name of the file, which lies in the folder that is locked."""

    make: Callable[[], Sequence[str]]
    """Returns the lines, once the folder is locked: they may depend on those that are there."""


def write(file: Path, before: bytes, edits: Mapping[ValuePath, str], grown: Lines) -> None:
    """Write texts into a YAML file and lines into the file beside it: both, or neither.

    Args:
        file: The YAML file. Its folder is locked meanwhile, so callers must not hold its lock.
        before: The content for which the edits were made.
        edits: The new texts by their paths.
        grown: The lines.

    Raises:
        InputError: if the file is in a sealed release.
        DataError: if an edit cannot be written.
        FileChanged: if the content is no longer `before`; nothing was written.
        OutputError: if a file cannot be written. The other is then as it was.
    """
    after = rewrite.rewritten(before, str(file), edits) if edits else before
    workspace.refuse_sealed(file)
    with exclusive(file.parent):
        settle(file.parent)
        new = grown.make()
        if after == before:
            rewrite.refuse_changed(file, before)
            lines.append(file.parent / grown.file, new)
            return
        with _intent(file, after, edits, (grown.file, new)):
            rewrite.replace(file, before, after)
            try:
                lines.append(file.parent / grown.file, new)
            except OutputError:
                rewrite.replace(file, after, before)
                raise


@contextmanager
def _intent(
    file: Path, after: bytes, edits: Mapping[ValuePath, str], grown: tuple[str, Sequence[str]]
) -> Iterator[None]:
    """Keep an intent while its two files are written; it stays if the program is stopped."""
    path = file.parent / FILE
    content = {
        "file": file.name,
        "after": sha256(after).hexdigest(),
        "texts": [[list(place), text] for place, text in edits.items()],
        "grown": grown[0],
        "lines": list(grown[1]),
    }
    atomic.replace_durably(path, json.dumps(content).encode())
    try:
        yield
    except OutputError:
        _forget(path)
        raise
    _forget(path)


def _forget(path: Path) -> None:
    # An intent that cannot be removed is settled by the next command: its lines are there, or its texts not.
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
    atomic.sync_folder(path.parent)


def settle(folder: Path) -> str:
    """Finish or forget what a command that was stopped was writing, and say so; empty if there is nothing.

    The caller holds the lock of the folder.

    Raises:
        OutputError: if the missing lines cannot be written.
    """
    path = folder / FILE
    if not path.is_file():
        return ""
    try:
        content = json.loads(path.read_bytes())
        file, grown = (_beside(folder, content[name]) for name in ("file", "grown"))
        written = {line for _, line in lines.read(grown)}
        missing = [line for line in content["lines"] if line.encode() not in written]
        is_there = _has_texts(file, content)
    except (OSError, ValueError, KeyError, TypeError, InputError):
        _forget(path)
        return "the intent of an interrupted command could not be read, and was removed"
    if is_there:
        lines.append(grown, missing)
    _forget(path)
    if not is_there:
        return "a command was interrupted before it wrote anything: repeat it"
    return (
        "an interrupted command was completed: its texts were written, its rows had been missing"
        if missing
        else ""
    )


def _beside(folder: Path, name: str) -> Path:
    """Return a file of the folder; an intent that somebody else has written leads nowhere else."""
    if Path(name).name != name:
        raise ValueError(f"{name} is not a file of this folder")
    return folder / name


def _has_texts(file: Path, content: Mapping[str, object]) -> bool:
    """Return whether a file has the texts of an intent, whatever else somebody has changed in it since."""
    data = file.read_bytes()
    if sha256(data).hexdigest() == content["after"]:
        return True
    texts = content["texts"]
    assert isinstance(texts, list)
    value = yaml.read(data, file.name).value
    # A mark is written as a word and read as a truth value.
    return bool(texts) and all(
        text in (found := _at(value, place), f"{found}".lower()) for place, text in texts
    )


def _at(value: object, place: Sequence[str | int]) -> object:
    """Return the value at a place of a file; none if there is no such place."""
    for step in place:
        try:
            value = value[step]  # type: ignore[index]  # a mapping or a list, or it raises
        except (KeyError, IndexError, TypeError):
            return None
    return value


def interrupted(folder: Path) -> str:
    """Settle what a stopped command has left in a folder, under its lock; return what to tell about it.

    Raises:
        OutputError: if the folder cannot be locked or written.
    """
    if not (folder / FILE).is_file():
        return ""
    with exclusive(folder):
        return settle(folder)
