"""What commands that go through many responses share: which ones, whose word, how to end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
"""The names of the languages by their codes in options."""


def responses_at(paths: Sequence[Path] | None) -> tuple[list[Path], list[Problem]]:
    """Return the responses at or below `paths`, or in the current workspace, and the problems of the rest."""
    from respondent.batch.run import responses
    from respondent.cli.report import display_path
    from respondent.files import workspace

    files, problems = responses(paths or [workspace.find(Path.cwd()).root])
    settle(files)
    return files if paths else [display_path(file) for file in files], problems


def single_response(path: Path | None) -> Path:
    """Return the only response at or around a path, or raise `UsageError` if it is not exactly one."""
    from respondent.errors import Problem, UsageError
    from respondent.files import workspace

    start = path or Path.cwd()
    files, problems = workspace.responses([start])
    if problems:
        raise UsageError(problems)
    if len(files) > 1:
        names = ", ".join(workspace.slug(file) for file in files)
        raise UsageError(Problem(str(start), "there is more than one response here", f"give one of {names}"))
    settle(files)
    return files[0]


def settle(files: Iterable[Path]) -> None:
    """Finish or forget what stopped commands were writing beside these files, and say so."""
    import sys

    from respondent.cli.errors import print_problems
    from respondent.cli.report import path_text
    from respondent.errors import RespondentError
    from respondent.files import journal

    for folder in {file.parent: None for file in files}:
        try:
            if told := journal.interrupted(folder):
                print(f"{path_text(folder)}: {told}", file=sys.stderr)
        except RespondentError as error:
            print_problems(error.problems)


def run_each(
    files: Sequence[Path], work: Callable[[Path], T], show: Callable[[Path, T], object]
) -> list[Outcome[T]]:
    """Do the work for each response and return the outcomes.

    Each outcome is printed at once, so that a user who interrupts the command sees what was done.
    """
    from respondent.batch.each import each
    from respondent.cli.errors import print_problems

    outcomes = []
    for outcome in each(files, work):
        print_problems(outcome.problems)
        if outcome.value is not None:
            show(outcome.file, outcome.value)
        outcomes.append(outcome)
    return outcomes


def exit_if_failed(outcomes: Sequence[Outcome[T]], unusable: int) -> None:
    """Exit with the code for some or all failed responses, if any failed."""
    failed = unusable + sum(1 for outcome in outcomes if outcome.problems)
    if code := exit_code(failed, unusable + len(outcomes)):
        raise typer.Exit(code)


def exit_code(failed: int, total: int) -> ExitCode:
    """Return the exit code for a number of failures out of a total; a fault of the program goes first."""
    from respondent.cli.errors import internal_errors
    from respondent.errors import ExitCode

    if internal_errors:
        return ExitCode.OUR_FAULT
    if not failed:
        return ExitCode.DONE
    return ExitCode.INPUT if failed == total else ExitCode.SOME_FAILED


def required_name(by: str) -> str:
    """Return a name without extra spaces, or raise `UsageError` if it is empty."""
    from respondent.errors import Problem, UsageError

    if not by.strip():
        raise UsageError(Problem("--by", "no name is given", 'give your name:  --by "Nia Rhys"'))
    return " ".join(by.split())


def user(by: str) -> str:
    """Return the name given, or else the name of the user who is logged in."""
    import getpass

    if by:
        return required_name(by)
    try:
        return required_name(getpass.getuser())
    except (OSError, KeyError, ImportError):  # a container without users, or Windows without its variables
        return required_name("")
