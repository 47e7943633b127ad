"""Ends a failed command with an exit code and advice instead of a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from respondent.cli import output
from respondent.errors import ExitCode, InternalProblem, Problem, RespondentError

internal_errors: list[Exception] = []
"""The errors of the program itself that single responses have met in this command."""


def guarded(command: Callable[[], object]) -> None:
    """Run a command and leave with its exit code."""
    output.configure()
    internal_errors.clear()
    try:
        command()
    except SystemExit as exit_:
        if exit_.code == ExitCode.STOPPED:
            print("interrupted (Ctrl+C): files that were already written are kept", file=sys.stderr)
        raise
    except RespondentError as error:
        print_problems(error.problems)
        sys.exit(error.exit_code)
    except Exception as error:
        _report(error)
        sys.exit(ExitCode.OUR_FAULT)


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, one per line."""
    for problem in problems:
        print(problem, file=sys.stderr)
        if isinstance(problem, InternalProblem) and problem.error:
            _report(problem.error)
            internal_errors.append(problem.error)


def _report(error: Exception) -> None:
    """Write the log of an internal error and print its path; without a log, print the traceback."""
    from traceback import print_exception

    from respondent.cli.crash_log import write_log

    log = write_log(error)
    if log:
        print(f"internal error: send the log to the maintainers of respondent: {log}", file=sys.stderr)
    else:
        print("internal error: send these lines to the maintainers of respondent", file=sys.stderr)
        print_exception(error)
