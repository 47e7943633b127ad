"""Drafts on disk, and the record of which drafts nobody has changed, so that they can be replaced.

The record holds digests only and can be thrown away: without it every draft counts as changed, and is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Literal, TypeAlias

from respondent.errors import FileInUse
from respondent.files import atomic
from respondent.production.letters import OutputFile

RECORD = ".record.json"

Outcome: TypeAlias = Literal["made", "unchanged", "beside"]


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a draft was saved."""

    path: Path
    outcome: Outcome
    """``beside``: the draft of that name was kept, and this one stands beside it under a name of its own."""

    kept: Path | None = None
    """The draft that was kept."""

    reason: str = ""
    """Why it was kept."""


def save(folder: Path, files: Iterable[OutputFile]) -> list[Saved]:
    """Write drafts into a folder and return where each went.

    A file that is not as we made it is a person's, and stays; the new draft goes beside it.

    Raises:
        OutputError: if the folder cannot be written to; what stood there stands there still.
    """
    digests = _read(folder)
    try:
        return [_save(folder, file, digests) for file in files]
    finally:  # where one could not be written, those before it are still ours
        if digests:
            atomic.replace(folder / RECORD, _json(digests))


class _KeptError(Exception):
    """What stands there stays; says why."""


def _save(folder: Path, made: OutputFile, digests: dict[str, str]) -> Saved:
    kept: tuple[Path | None, str] = (None, "")
    for path in _names(folder / made.name):
        try:
            outcome = _put(path, made.data, digests)
        except _KeptError as error:
            kept = kept if kept[0] else (path, str(error))
        else:
            return Saved(path, "beside" if kept[0] else outcome, *kept)
    raise AssertionError("names never end")


def _put(path: Path, data: bytes, digests: dict[str, str]) -> Literal["made", "unchanged"]:
    there = _standing(path)
    if there != data:
        if there is not None and digests.get(path.name) != _digest(there):
            raise _KeptError("somebody changed it")
        _replace(path, data, is_there=there is not None)
    digests[path.name] = _digest(data)
    return "unchanged" if there == data else "made"


def _standing(path: Path) -> bytes | None:
    """Return the bytes of what stands at `path`; none for nothing."""
    try:
        return path.read_bytes()
    except OSError as error:
        if os.path.lexists(path):
            raise _KeptError("it cannot be read") from error
        return None


def _replace(path: Path, data: bytes, *, is_there: bool) -> None:
    try:
        atomic.replace(path, data)
    except FileInUse as error:
        if not is_there:  # no program holds what is not there: the folder takes no name at all
            raise
        raise _KeptError("another program has it open") from error


def _names(path: Path) -> Iterator[Path]:
    """Yield the names to try: ``letter.cy.docx``, then ``letter.cy (2).docx``, and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _read(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / RECORD).read_bytes())
    except (OSError, ValueError):
        return {}  # lost or damaged: every draft then counts as changed
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _json(digests: dict[str, str]) -> bytes:
    return (json.dumps(digests, indent=1, sort_keys=True) + "\n").encode()


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
