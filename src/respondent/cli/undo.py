"""`respondent undo`: undoes the most recent import."""

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
        str, typer.Option("--by", metavar="NAME", help="Who undoes it.", show_default="your user name")
    ] = "",
) -> None:
    """Undo the most recent import: restore the earlier texts, and record in the ledger that it was undone.

    It is refused if a text has changed since the import.

    Example:  respondent undo responses/2026-custody
    """
    from datetime import UTC, datetime

    from respondent.changes.undo import last_take, undo_import
    from respondent.cli.errors import print_problems
    from respondent.cli.many import exit_if_failed, responses_at, run_each, user

    name, now = user(by), datetime.now(UTC)
    responses, problems = responses_at(paths)
    print_problems(problems)
    takes = run_each(responses, last_take, lambda file, take: None)
    # The ids begin with the time, and one import may have changed several responses.
    latest = max((take.value for take in takes if take.value), default="")
    files = [take.file for take in takes if latest and take.value == latest]
    if not files:
        if not problems:
            print("there is no import to undo")
        exit_if_failed(takes, len(problems))
        return
    outcomes = run_each(files, lambda file: undo_import(file, latest, by=name, at=now), _print)
    exit_if_failed(outcomes, len(problems) + sum(1 for take in takes if take.problems))


def _print(file: Path, result: UndoneImport) -> None:
    from respondent.cli.report import path_text

    print(f"{path_text(file.parent)}: import of {result.at:%Y-%m-%d %H:%M}, handed in by {result.by}")
    for field in result.fields:
        print(f"  restored  {field}")
    if not result.fields:
        print("  withdrawn: parts of texts that were waiting for other parts")
