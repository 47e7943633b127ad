"""Writing what was handed in: the texts into the response, and the rows into its ledger."""

from __future__ import annotations

from pathlib import Path

from respondent.changes.submission import ImportResult
from respondent.errors import InputError, Problem
from respondent.files import yaml
from respondent.files.source import Source
from respondent.ledger import ledger


def read(file: Path) -> tuple[bytes, Source]:
    """Return the bytes of a response, and their values; raise `InputError`."""
    name = str(file)
    try:
        data = file.read_bytes()
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise InputError(Problem(name, what, "check that it exists, and that you may open it")) from error
    return data, yaml.read(data, name)


def write(file: Path, before: bytes, result: ImportResult) -> None:
    """Write the result of an import into a response and its ledger.

    Raises:
        OutputError: if it cannot be written, or has changed in the meantime. Nothing is lost.
    """
    if result.edits or result.rows:
        ledger.write(file, before, result.edits, result.rows)
