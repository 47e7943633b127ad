"""Drafts on disk, and the record that tells a draft that a person changed from one that can be made again.

The record holds digests only and can be thrown away: without it every draft counts as changed, and is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Literal, TypeAlias

from respondent.errors import FileInUse
from respondent.files import atomic
from respondent.produce import Made

RECORD = ".record.json"

Outcome: TypeAlias = Literal["made", "unchanged", "beside"]


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a draft went."""

    path: Path
    outcome: Outcome
    """``beside``: the draft of that name was kept, and this one stands beside it under a name of its own."""

    kept: Path | None = None
    """The draft that was kept."""

    reason: str = ""
    """Why it was kept."""


def save(folder: Path, files: Iterable[Made]) -> list[Saved]:
    """Write drafts into a folder and return where each went.

    A file that is not as we made it is a person's, and stays; the new draft goes beside it.

    Raises:
        OutputError: if the folder cannot be written in; what stood there stands there still.
    """
    digests = _read(folder)
    saved = [_save(folder, file, digests) for file in files]
    atomic.replace(folder / RECORD, _json(digests))
    return saved


def _save(folder: Path, made: Made, digests: dict[str, str]) -> Saved:
    kept: tuple[Path | None, str] = (None, "")
    for path in _names(folder / made.name):
        if path.exists() and digests.get(path.name) != _digest(path.read_bytes()):
            kept = kept if kept[0] else (path, "somebody changed it")
            continue
        try:
            return _put(path, made.data, digests, kept)
        except FileInUse:
            kept = kept if kept[0] else (path, "another program has it open")
    raise AssertionError("names never end")


def _put(path: Path, data: bytes, digests: dict[str, str], kept: tuple[Path | None, str]) -> Saved:
    is_same = path.exists() and path.read_bytes() == data
    if not is_same:
        atomic.replace(path, data)
    digests[path.name] = _digest(data)
    outcome: Outcome = "beside" if kept[0] else "unchanged" if is_same else "made"
    return Saved(path, outcome, *kept)


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
