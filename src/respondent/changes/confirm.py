"""Confirming values of a file: a person states that they are right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from respondent.errors import Problem, UsageError
from respondent.files import workspace, yaml
from respondent.ledger import ledger
from respondent.ledger.values import MARK, UnconfirmedValue, confirmation, unconfirmed
from respondent.response.problems import nearest


def confirm(file: Path, names: Sequence[str], *, by: str, at: datetime) -> list[UnconfirmedValue]:
    """Record in the ledger that values are right, and remove their marks from the file.

    Args:
        file: An `office.yaml` or a `response.yaml`.
        names: Names or beginnings of names of unconfirmed values, or `all`.
        by: Who confirms them.
        at: When.

    Raises:
        InputError: if the file or its ledger cannot be read.
        UsageError: if a name is not among the unconfirmed values.
        OutputError: if either file cannot be written, or has changed in the meantime.
    """
    workspace.find(file.parent)  # refuses a sealed release before anything is written
    before = file.read_bytes()
    values = unconfirmed(yaml.read(before, file.name), ledger.read(file.parent).rows)
    _refuse_unknown(names, values)
    confirmed = [value for value in values if any(_is_named(name, value.name) for name in names)]
    edits = {(*value.path, MARK): "false" for value in confirmed if value.is_marked}
    ledger.write(file, before, edits, [confirmation(value, by=by, at=at) for value in confirmed])
    return confirmed


def _is_named(name: str, value: str) -> bool:
    return name in (value, "all") or value.startswith(f"{name}.")


def _refuse_unknown(names: Sequence[str], values: Sequence[UnconfirmedValue]) -> None:
    known = [value.name for value in values]
    unknown = [name for name in names if not any(_is_named(name, value) for value in known)]
    if unknown:
        raise UsageError(
            Problem("confirm", f"{name} is not among the unconfirmed values", _advice(name, known))
            for name in unknown
        )


def _advice(name: str, known: Sequence[str]) -> str:
    if not known:
        return "every value of the file is confirmed"
    return f"{nearest(name, known)}`respondent confirm` without a name lists them"
