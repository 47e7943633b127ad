"""How a command ends when something is wrong: an exit code and what to do next, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from io import TextIOWrapper

from respondent.errors import ExitCode, Problem, RespondentError


def guarded(command: Callable[[], object]) -> None:
    """Run a command and leave with its exit code."""
    _show_what_can_be_shown()
    try:
        command()
    except SystemExit as leaving:
        if leaving.code == ExitCode.STOPPED:
            print("interrupted (Ctrl+C): files that were already written are kept", file=sys.stderr)
        raise
    except RespondentError as error:
        tell(error.problems)
        sys.exit(error.exit_code)
    except Exception as error:
        _report(error)
        sys.exit(ExitCode.OUR_FAULT)


def tell(problems: Iterable[Problem]) -> None:
    """Print problems, one below the other."""
    for problem in problems:
        print(problem, file=sys.stderr)


def _show_what_can_be_shown() -> None:
    """Print each line at once, and ? for a letter that the console lacks, such as ŵ."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace", line_buffering=True)


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
