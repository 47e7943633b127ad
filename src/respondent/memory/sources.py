"""The memory of an office, gathered: what its ledgers approve, then the files of `memory/*.tmx`.

Nothing of it is kept but the indexes beside the files: an approval that is taken back is forgotten at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from respondent.errors import Problem, RespondentError
from respondent.files import workspace
from respondent.files.workspace import Workspace
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
"""The folder of the workspace with memories of other programs."""


@dataclass(frozen=True, slots=True)
class LoadedMemory:
    """A memory, and what is wrong with the files that it was gathered from."""

    memory: Memory

    problems: tuple[Problem, ...] = ()
    """Files, or parts of them, that do not serve; the rest does."""

    unread: int = 0
    """How many files do not serve at all."""

    notes: tuple[str, ...] = ()
    """What the office should know, though it stops nothing."""


def load_memory(place: Workspace) -> LoadedMemory:
    """Return the memory of a workspace; files that cannot be read are told of and left out."""
    unread: list[Problem] = []
    ledgers = list(_ledgers(place, unread))
    shelves = list(_shelves(place, unread))
    entries = (entry for name, one in ledgers for entry in entries_of(name, one.rows))
    damaged = (problem for _, one in ledgers for problem in one.problems)
    cut_off = (problem for one in shelves for problem in one.problems)
    return LoadedMemory(
        memory=Memory([index.of(entries), *(one.index for one in shelves)]),
        problems=(*unread, *damaged, *cut_off),
        unread=len(unread),
        notes=tuple(note for one in shelves for note in one.notes),
    )


def entries_of(name: str, rows: Iterable[LedgerRow]) -> Iterator[MemoryEntry]:
    """Yield what a ledger remembers, whole texts and their parts; its response is called `name`."""
    for said in Approvals(rows).of_translations():
        row = max(said, key=_rank)
        origin = f"{name}, {row.field}" if row.field else name
        yield from of_field(MemoryEntry(_texts(row), is_field=True, rank=_rank(row), origin=origin))


def _rank(row: LedgerRow) -> str:
    """Return what sorts rows: what a reader has approved behind what nobody has read, then by time."""
    is_read = RECORDED[row.kind] >= State.REVIEWED
    return f"{is_read:d} {row.at.astimezone(UTC).isoformat()}"


def _texts(row: LedgerRow) -> Pair[str]:
    return Pair.of(lambda one: (row.source if one == row.source_language else row.target).strip())


def _ledgers(place: Workspace, unread: list[Problem]) -> Iterator[tuple[str, Ledger]]:
    """Yield each ledger of the workspace with the name of its response's folder."""
    files, _ = workspace.responses([place.root])
    for folder in (file.parent for file in files):
        name = folder.relative_to(place.root).as_posix()
        try:
            yield name.removeprefix("responses/"), ledger.read(folder, f"{name}/{ledger.FILE}")
        except RespondentError as error:
            unread += error.problems


def _shelves(place: Workspace, unread: list[Problem]) -> Iterator[cache.CachedMemory]:
    for file in _files(place.root / FOLDER):
        try:
            yield cache.opened(file, f"{FOLDER}/{file.name}")
        except RespondentError as error:
            unread += error.problems


def _files(folder: Path) -> list[Path]:
    """Return the TMX files of a folder that need not be there, by their names."""
    if not folder.is_dir():
        return []
    files = (
        file for file in folder.iterdir() if file.suffix.lower() == ".tmx" and not file.name.startswith(".")
    )
    return sorted(file for file in files if file.is_file())
