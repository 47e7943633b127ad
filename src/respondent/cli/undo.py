"""`respondent undo`: the last take, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.many import Paths

if TYPE_CHECKING:
    from respondent.changes.undo import UndoneImport


def undo(
    paths: Paths = None,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Who takes it back.", show_default="your user name")
    ] = "",
) -> None:
    """Take the last take back: the texts stand again as before, and the ledger says that it was undone.

    It is refused where a text has been changed since.

    Example:  respondent undo responses/2026-custody
    """
    from datetime import UTC, datetime

    from respondent.changes.undo import last_take, undo_import
    from respondent.cli.faults import tell
    from respondent.cli.many import given, leave, through, user

    name, at = user(by), datetime.now(UTC)
    every, problems = given(paths)
    tell(problems)
    unusable = len(problems)
    takes = through(every, last_take, lambda file, take: None)
    last = max((one.value for one in takes if one.value), default="")
    files = [one.file for one in takes if last and one.value == last]
    if not files:
        if not unusable:
            print("nothing has been taken that could be taken back")
        leave(takes, unusable)
        return
    outcomes = through(files, lambda file: undo_import(file, last, by=name, at=at), _print)
    leave(outcomes, unusable + sum(1 for one in takes if one.problems))


def _print(file: Path, result: UndoneImport) -> None:
    from respondent.cli.report import shown

    print(f"{shown(file.parent)}: what {result.by} handed in, taken on {result.at:%Y-%m-%d %H:%M}")
    for field in result.fields:
        print(f"  put back  {field}")
    if not result.fields:
        print("  withdrawn: parts of texts that were waiting for the others")
