"""What commands that go through many responses share: which ones, whose word, how to end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

if TYPE_CHECKING:
    from respondent.batch.each import Outcome
    from respondent.errors import ExitCode

T = TypeVar("T")

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Files, folders or whole workspaces; none: the workspace around you.", show_default=False
    ),
]

LANGUAGES = {"cy": "Welsh", "en": "English"}


def through(paths: Sequence[Path] | None, work: Callable[[Path], T]) -> tuple[list[Outcome[T]], int]:
    """Do the work for each response that `paths` are or hold; return the outcomes and how many paths failed.

    What is wrong is printed.
    """
    from respondent.batch.each import each
    from respondent.batch.run import responses
    from respondent.cli.faults import tell
    from respondent.files import workspace

    files, problems = responses(paths or [workspace.find(Path.cwd()).root])
    tell(problems)
    outcomes = []
    for outcome in each(files, work):
        tell(outcome.problems)
        outcomes.append(outcome)
    return outcomes, len(problems)


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
        raise UsageError(Problem("--by", "nobody is named", 'say whose word it is:  --by "Nia Rhys"'))
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
