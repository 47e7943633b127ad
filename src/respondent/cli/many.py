"""What commands that go through many responses share: which ones, whose word, how to end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from respondent.language import NAMES

if TYPE_CHECKING:
    from respondent.batch.each import Outcome
    from respondent.errors import ExitCode, Problem

T = TypeVar("T")

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Files, folders or whole workspaces; none: the workspace around you.", show_default=False
    ),
]

LANGUAGES = {str(language): name for language, name in NAMES.items()}
"""The languages by what options call them."""


def given(paths: Sequence[Path] | None) -> tuple[list[Path], list[Problem]]:
    """Return the responses that `paths`, or else the workspace around you, hold, and what is wrong."""
    from respondent.batch.run import responses
    from respondent.cli.report import shown
    from respondent.files import workspace

    if paths:
        return responses(paths)
    files, problems = responses([workspace.find(Path.cwd()).root])
    return [shown(file) for file in files], problems


def one(path: Path | None) -> Path:
    """Return the one response that a path is or holds, or around you; raise `UsageError` for none or more."""
    from respondent.errors import Problem, UsageError
    from respondent.files import workspace

    start = path or Path.cwd()
    files, problems = workspace.responses([start])
    if problems:
        raise UsageError(problems)
    if len(files) > 1:
        names = ", ".join(workspace.slug(file) for file in files)
        raise UsageError(Problem(str(start), "there is more than one response here", f"give one of {names}"))
    return files[0]


def through(
    files: Sequence[Path], work: Callable[[Path], T], show: Callable[[Path, T], object]
) -> list[Outcome[T]]:
    """Do the work for each response and return the outcomes.

    Each is shown as soon as it is done, so that nobody who stops the command wonders what became of what.
    """
    from respondent.batch.each import each
    from respondent.cli.faults import tell

    outcomes = []
    for outcome in each(files, work):
        tell(outcome.problems)
        if outcome.value is not None:
            show(outcome.file, outcome.value)
        outcomes.append(outcome)
    return outcomes


def leave(outcomes: Sequence[Outcome[T]], unusable: int) -> None:
    """End the command: with the code for some or for all that failed, if any did."""
    failed = unusable + sum(1 for outcome in outcomes if outcome.problems)
    if code := exit_code(failed, unusable + len(outcomes)):
        raise typer.Exit(code)


def exit_code(failed: int, all_: int) -> ExitCode:
    """Return the code for so many that failed, of so many."""
    from respondent.errors import ExitCode

    if not failed:
        return ExitCode.DONE
    return ExitCode.INPUT if failed == all_ else ExitCode.SOME_FAILED


def named(by: str) -> str:
    """Return whose word it is; raise `UsageError` where that is empty."""
    from respondent.errors import Problem, UsageError

    if not by.strip():
        raise UsageError(Problem("--by", "no name is given", 'give your name:  --by "Nia Rhys"'))
    return " ".join(by.split())


def user(by: str) -> str:
    """Return who does it: what was given, else the name by which the machine knows the user."""
    import getpass

    if by:
        return named(by)
    try:
        return named(getpass.getuser())
    except (OSError, KeyError, ImportError):  # a container without users, or Windows without its variables
        return named("")
