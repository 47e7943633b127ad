"""Writing what was handed in: the texts into the response, then the rows into its ledger.

In this order: a text without a row is unapproved, a row without its text would be a lie.
"""

from __future__ import annotations

from pathlib import Path

from respondent.changes.submission import ImportResult
from respondent.errors import InputError, Problem
from respondent.files import rewrite, yaml
from respondent.ledger import ledger
from respondent.response.model import Response
from respondent.response.reading import read_facts


def read(file: Path) -> tuple[bytes, Response]:
    """Return the bytes of a response and its facts; raise `InputError`."""
    name = str(file)
    try:
        data = file.read_bytes()
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise InputError(Problem(name, what, "check that it is there, and that you may open it")) from error
    return data, read_facts(yaml.read(data, name))


def write(file: Path, before: bytes, result: ImportResult) -> None:
    """Write into a response and its ledger what is to be done with a submission.

    Raises:
        OutputError: if it cannot be written, or somebody has changed it meanwhile; nothing is lost.
    """
    if result.edits:
        rewrite.write(file, before, result.edits, str(file))
    ledger.append(file.parent, result.rows)
