"""How a command ends when something is wrong: what to do next, an exit code, no traceback for bad input."""

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
            print("stopped; what was made so far stays", file=sys.stderr)
        raise
    except RespondentError as error:
        tell(error.problems)
        sys.exit(error.exit_code)
    except Exception as error:
        print(f"a fault of ours, not of your files: {type(error).__name__}: {error}", file=sys.stderr)
        print("  nothing was lost; please send us what stands below\n", file=sys.stderr)
        _trace(error)
        sys.exit(ExitCode.OUR_FAULT)


def tell(problems: Iterable[Problem]) -> None:
    """Print problems, one below the other."""
    for problem in problems:
        print(problem, file=sys.stderr)


def _show_what_can_be_shown() -> None:
    """Show each line at once, and ? for what the console lacks, ŵ say; that touches no file."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace", line_buffering=True)


def _trace(error: Exception) -> None:
    from traceback import print_exception

    print_exception(error)
