"""The sources of an office's memory: translations approved in its ledgers, then the files of `memory/*.tmx`.

Only the indexes of the files are stored. The ledgers are read each time, so that a withdrawn approval no
longer counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from respondent.errors import Problem, RespondentError
from respondent.files.workspace import Workspace, responses
from respondent.language import Pair
from respondent.ledger import ledger
from respondent.ledger.ledger import Ledger
from respondent.ledger.row import LedgerRow
from respondent.ledger.standing import Approvals
from respondent.ledger.state import RECORDED, State
from respondent.memory import cache, index
from respondent.memory.entry import MemoryEntry, of_field
from respondent.memory.memory import Memory

FOLDER = "memory"
"""The folder of a workspace for memories from other programs."""


@dataclass(frozen=True, slots=True)
class LoadedMemory:
    """A memory, and the problems of the files that it was read from."""

    memory: Memory

    problems: tuple[Problem, ...] = ()
    """Files, or parts of them, that cannot be used. The rest is used."""

    unread: int = 0
    """How many files cannot be used at all."""

    notes: tuple[str, ...] = ()
    """Notes for the office that need no action."""


def load_memory(workspace: Workspace) -> LoadedMemory:
    """Return the memory of a workspace; files that cannot be read are reported and left out."""
    unread: list[Problem] = []
    ledgers = list(_ledgers(workspace, unread))
    files = list(_tmx_memories(workspace, unread))
    entries = (entry for name, ledger in ledgers for entry in entries_of(name, ledger.rows))
    damaged = (problem for _, ledger in ledgers for problem in ledger.problems)
    cut_off = (problem for file in files for problem in file.problems)
    return LoadedMemory(
        memory=Memory([index.of(entries), *(file.index for file in files)]),
        problems=(*unread, *damaged, *cut_off),
        unread=len(unread),
        notes=tuple(note for file in files for note in file.notes),
    )


def entries_of(name: str, rows: Iterable[LedgerRow]) -> Iterator[MemoryEntry]:
    """Yield the translations of a ledger, whole and in parts; its response is called `name`."""
    for translation_rows in Approvals(rows).of_translations():
        row = max(translation_rows, key=_rank)
        origin = f"{name}, {row.field}" if row.field else name
        yield from of_field(MemoryEntry(_texts(row), is_field=True, rank=_rank(row), origin=origin))


def _rank(row: LedgerRow) -> str:
    """Return what sorts rows: translations that a reader approved are highest, then the latest."""
    is_read = RECORDED[row.kind] >= State.REVIEWED
    return f"{is_read:d} {row.at.astimezone(UTC).isoformat()}"


def _texts(row: LedgerRow) -> Pair[str]:
    return Pair.of(lambda language: (row.source if language == row.source_language else row.target).strip())


def _ledgers(workspace: Workspace, unread: list[Problem]) -> Iterator[tuple[str, Ledger]]:
    """Yield each ledger of the workspace with the name of its response's folder."""
    files, _ = responses([workspace.root])
    for folder in (file.parent for file in files):
        name = folder.relative_to(workspace.root).as_posix()
        try:
            yield name.removeprefix("responses/"), ledger.read(folder, f"{name}/{ledger.FILE}")
        except RespondentError as error:
            unread += error.problems


def _tmx_memories(workspace: Workspace, unread: list[Problem]) -> Iterator[cache.CachedMemory]:
    for file in _files(workspace.root / FOLDER):
        try:
            yield cache.opened(file, f"{FOLDER}/{file.name}")
        except RespondentError as error:
            unread += error.problems


def _files(folder: Path) -> list[Path]:
    """Return the TMX files of a folder by name; none if there is no folder.

    Hidden files are left out: macOS puts `._name.tmx` beside files on network drives.
    """
    if not folder.is_dir():
        return []
    files = (
        file for file in folder.iterdir() if file.suffix.lower() == ".tmx" and not file.name.startswith(".")
    )
    return sorted(file for file in files if file.is_file())
