"""Saves drafts, and records their digests to recognise drafts that nobody has edited.

The record can be deleted: without it every draft counts as edited, and is kept.
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

SaveOutcome: TypeAlias = Literal["made", "unchanged", "beside"]


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a draft was saved."""

    path: Path
    outcome: SaveOutcome
    """``beside``: an edited draft was kept, and this one was saved beside it under another name."""

    kept: Path | None = None
    """The draft that was kept."""

    reason: str = ""
    """Why it was kept."""


def save(folder: Path, files: Iterable[OutputFile]) -> list[Saved]:
    """Write drafts into a folder and return where each went.

    An edited draft is kept, and the new draft is saved beside it.

    Raises:
        OutputError: if the folder cannot be written to. Files in it stay unchanged.
    """
    digests = _read(folder)
    try:
        return [_save(folder, file, digests) for file in files]
    finally:  # after an error too: the drafts before it are written and recognised as ours
        if digests:
            atomic.replace(folder / RECORD, _json(digests))


class _KeptError(Exception):
    """An existing file has to be kept, with the reason."""


def _save(folder: Path, draft: OutputFile, digests: dict[str, str]) -> Saved:
    edited: tuple[Path | None, str] = (None, "")
    for path in _names(folder / draft.name):
        try:
            outcome = _put(path, draft.data, digests)
        except _KeptError as error:
            edited = edited if edited[0] else (path, str(error))
        else:
            return Saved(path, "beside" if edited[0] else outcome, *edited)
    raise AssertionError("names never end")


def _put(path: Path, data: bytes, digests: dict[str, str]) -> Literal["made", "unchanged"]:
    present = _existing(path)
    if present != data:
        if present is not None and digests.get(path.name) != _digest(present):
            raise _KeptError("somebody changed it")
        _replace(path, data, is_there=present is not None)
    digests[path.name] = _digest(data)
    return "unchanged" if present == data else "made"


def _existing(path: Path) -> bytes | None:
    """Return the bytes of the file at `path`, if there is one."""
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
        if not is_there:  # a missing file cannot be open: the folder is read-only
            raise
        raise _KeptError("another program has it open") from error


def _names(path: Path) -> Iterator[Path]:
    """Yield the names to try: ``letter.cy.docx``, then ``letter.cy (2).docx``, and so on."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _read(folder: Path) -> dict[str, str]:
    try:
        record = json.loads((folder / RECORD).read_bytes())
    except (OSError, ValueError):
        return {}  # lost or damaged: every draft then counts as changed
    return {str(key): str(value) for key, value in record.items()} if isinstance(record, dict) else {}


def _json(digests: dict[str, str]) -> bytes:
    return (json.dumps(digests, indent=1, sort_keys=True) + "\n").encode()


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
