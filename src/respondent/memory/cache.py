"""A translation memory on disk with its index beside it: made once, made again when the file changes.

The index of `memory/public.tmx` is `memory/.public.tmx.index`. It holds nothing that the file does not
hold, and can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import sys
from dataclasses import astuple, dataclass
from hashlib import file_digest
from pathlib import Path

from respondent.errors import InputError, OutputError, Problem
from respondent.memory.entry import MemoryEntry, of_words
from respondent.memory.index import Index, IndexBuilder
from respondent.memory.tmx_reader import TmxContent

VERSION = f"1 {sys.byteorder}"
"""The version of the tables; an index of another is made again."""


@dataclass(frozen=True, slots=True)
class CachedMemory:
    """A memory that can be looked up."""

    index: Index
    problems: tuple[Problem, ...] = ()
    """What is wrong with its file, though the rest of it serves."""

    notes: tuple[str, ...] = ()


def opened(file: Path, name: str) -> CachedMemory:
    """Return the memory of a TMX file, its index made if need be.

    Args:
        file: The TMX file.
        name: How messages call it.

    Raises:
        InputError: if it cannot be read, or is no translation memory.
        OutputError: if there is no room for an index anywhere.
    """
    digest = _digest(file, name)
    place = file.with_name(f".{file.name}.index")
    index = _there(place, name, digest)
    notes: tuple[str, ...] = ()
    if index is None:
        index, notes = _made(file, name, digest, place)
    facts = index.facts()
    problems = tuple(Problem(*values) for values in json.loads(facts["problems"]))
    return CachedMemory(index, problems, (*json.loads(facts["notes"]), *notes))


def _digest(file: Path, name: str) -> str:
    """Return what tells the file from every other: all its bytes, since times and sizes can stay the same."""
    try:
        with file.open("rb") as data:
            return file_digest(data, "blake2b").hexdigest()
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise InputError(Problem(name, what, "check that you may open it")) from error


def _there(place: Path, name: str, digest: str) -> Index | None:
    """Return the index beside a file; none where it is missing, damaged, or of something else."""
    if not place.is_file():
        return None
    connection: sqlite3.Connection | None = None
    try:
        # Nobody changes an index, a new one takes its place: so nothing is locked, on network drives neither.
        connection = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        index = Index(connection, name)
        is_whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        facts = index.facts() if is_whole else {}
        if (facts.get("version"), facts.get("digest")) == (VERSION, digest):
            return index
    except (sqlite3.DatabaseError, InputError):
        pass
    if connection is not None:
        connection.close()
    return None


def _made(file: Path, name: str, digest: str, place: Path) -> tuple[Index, tuple[str, ...]]:
    """Return a new index, beside the file if that can be, else in a place that vanishes with the program."""
    temporary = place.with_name(f".respondent-{os.urandom(8).hex()}.tmp")
    try:
        with contextlib.closing(sqlite3.connect(temporary)) as connection:
            _write(connection, file, name, digest)
        temporary.replace(place)
    except (sqlite3.OperationalError, OSError) as error:
        note = f"{name}: its index cannot be kept beside it ({error}), so it is made again each time"
        return _private(file, name, digest), (note,)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    index = _there(place, name, digest)
    return (index, ()) if index else (_private(file, name, digest), ())


def _private(file: Path, name: str, digest: str) -> Index:
    """Return a new index in a temporary file of the database's own."""
    connection = sqlite3.connect("")
    index = Index(connection, name)
    try:
        _write(connection, file, name, digest)
    except sqlite3.OperationalError as error:
        problem = Problem(
            name, f"there is no room for its index ({error})", "make room on the disk, then try again"
        )
        raise OutputError(problem) from error
    return index


def _write(connection: sqlite3.Connection, file: Path, name: str, digest: str) -> None:
    """Write the units of a file into an empty database."""
    builder = IndexBuilder(connection)
    with file.open("rb") as data:
        reading = TmxContent(data, name)
        for unit in reading.units():
            entry = MemoryEntry(
                unit.texts, is_coded=unit.is_coded, rank=unit.changed, origin=f", unit {unit.number}"
            )
            for part in of_words(entry):
                builder.add(part)
    if _digest(file, name) != digest:
        raise InputError(Problem(name, "the file changed while it was read", "try again"))
    problems = json.dumps([astuple(problem) for problem in reading.problems])
    notes = json.dumps([f"{name}: {note}" for note in reading.notes])
    builder.finish({"version": VERSION, "digest": digest, "problems": problems, "notes": notes})
