"""Confirming values of a file: a person says that they are right as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from respondent.errors import Problem, UsageError
from respondent.files import rewrite, workspace, yaml
from respondent.ledger import ledger
from respondent.ledger.values import MARK, UnconfirmedValue, confirmation, waiting
from respondent.response.problems import nearest


def confirm(file: Path, names: Sequence[str], *, by: str, at: datetime) -> list[UnconfirmedValue]:
    """Write into the ledger beside a file who says that values are right, and take the marks off them.

    Args:
        file: An `office.yaml` or a `response.yaml`.
        names: What `UnconfirmedValue.name` gives, or the beginnings of such names.
        by: Who says so.
        at: When.

    Raises:
        InputError: if the file or its ledger cannot be read.
        UsageError: if a name is not among the values that wait for somebody's word.
        OutputError: if either cannot be written, or somebody has changed the file meanwhile.
    """
    workspace.find(file.parent)  # which refuses a sealed release, before anything is written
    before = file.read_bytes()
    values = waiting(yaml.read(before, file.name), ledger.read(file.parent).rows)
    _refuse_unknown(names, values)
    wanted = [value for value in values if any(_is_in(name, value.name) for name in names)]
    edits = {(*value.path, MARK): "false" for value in wanted if value.is_marked}
    rewrite.rewritten(before, file.name, edits)  # refuses what cannot be written while nothing is yet
    # Who says so comes first: a mark that stays is asked about again, a row that is lost never is.
    ledger.append(file.parent, [confirmation(value, by=by, at=at) for value in wanted])
    rewrite.write(file, before, edits, file.name)
    return wanted


def _is_in(name: str, whole: str) -> bool:
    return name in (whole, "all") or whole.startswith(f"{name}.")


def _refuse_unknown(names: Sequence[str], values: Sequence[UnconfirmedValue]) -> None:
    known = [value.name for value in values]
    wrong = [name for name in names if not any(_is_in(name, one) for one in known)]
    if wrong:
        raise UsageError(
            Problem("confirm", f"{name} is not among the unconfirmed values", _advice(name, known))
            for name in wrong
        )


def _advice(name: str, known: Sequence[str]) -> str:
    if not known:
        return "there are none: every value of the file is confirmed"
    return f"{nearest(name, known)}`respondent confirm` without a name lists them"
