"""The index of a TMX file, stored next to it and made again when the file changes.

The index of `memory/public.tmx` is `memory/.public.tmx.index`. It can be deleted at any time.
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

VERSION = f"2 {sys.byteorder}"
"""The version of the tables. An index of another version is made again, as is one from a machine that stores
the bytes of numbers in the other order."""


@dataclass(frozen=True, slots=True)
class CachedMemory:
    """The index of a TMX file, ready for look-ups."""

    index: Index
    problems: tuple[Problem, ...] = ()
    """What is wrong with parts of the file. The rest is used."""

    notes: tuple[str, ...] = ()


def opened(file: Path, name: str) -> CachedMemory:
    """Return the memory of a TMX file, and make its index if there is none.

    Args:
        file: The TMX file.
        name: The name of the file in messages.

    Raises:
        InputError: if the file cannot be read or is not a translation memory.
        OutputError: if there is no disk space for an index.
    """
    digest = _digest(file, name)
    index_file = file.with_name(f".{file.name}.index")
    index = _stored(index_file, name, digest)
    notes: tuple[str, ...] = ()
    if index is None:
        index, notes = _made(file, name, digest, index_file)
    facts = index.facts()
    problems = tuple(Problem(*values) for values in json.loads(facts["problems"]))
    return CachedMemory(index, problems, (*json.loads(facts["notes"]), *notes))


def _digest(file: Path, name: str) -> str:
    """Return the digest of the whole file: its time and size can stay the same when its content changes."""
    try:
        with file.open("rb") as data:
            return file_digest(data, "blake2b").hexdigest()
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise InputError(Problem(name, what, "check that you may open it")) from error


def _stored(index_file: Path, name: str, digest: str) -> Index | None:
    """Return the index of a file; none if it is missing, damaged, or belongs to other content."""
    if not index_file.is_file():
        return None
    connection: sqlite3.Connection | None = None
    try:
        # An index is replaced, never changed. So it needs no lock, which network drives often cannot give.
        connection = sqlite3.connect(f"{index_file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
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


def _made(file: Path, name: str, digest: str, index_file: Path) -> tuple[Index, tuple[str, ...]]:
    """Return a new index, stored next to the file if possible, otherwise only until the program ends."""
    temporary = index_file.with_name(f".respondent-{os.urandom(8).hex()}.tmp")
    try:
        with contextlib.closing(sqlite3.connect(temporary)) as connection:
            _write(connection, file, name, digest)
        temporary.replace(index_file)
    except (sqlite3.OperationalError, OSError) as error:
        note = f"{name}: its index cannot be stored next to it ({error}), so it is made again each time"
        return _temporary(file, name, digest), (note,)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return _stored(index_file, name, digest) or _temporary(file, name, digest), ()


def _temporary(file: Path, name: str, digest: str) -> Index:
    """Return a new index in a temporary file, which SQLite deletes when it is closed."""
    connection = sqlite3.connect("")
    index = Index(connection, name)
    try:
        _write(connection, file, name, digest)
    except sqlite3.OperationalError as error:
        what = f"there is no disk space for its index ({error})"
        raise OutputError(Problem(name, what, "free some disk space, then try again")) from error
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
