"""The errors of the program, each with its exit code.

::

    RespondentError          70  the command cannot continue
    ├── UsageError            2  the command was called wrongly
    ├── InputError            3  a file cannot be read, or is not what it claims to be
    │   ├── DataError            response.yaml, office.yaml: with every problem
    │   ├── TemplateError        a template of the letter
    │   └── StationeryError      a letterhead, logo or signature file
    └── OutputError           3  a file cannot be written; its old content is intact
        ├── FileInUse            another program, such as Word, has it open
        └── FileChanged          it has changed since it was read

An *error* means that the command cannot continue. A *finding* describes a letter and is not raised.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """The exit codes of commands, as the README lists them."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    SOME_FAILED = 4
    UNPROVEN = 5
    OUR_FAULT = 70
    STOPPED = 130


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input: where it is, what is wrong, and what to do next."""

    where: str
    """The place as a person would look for it: ``response.yaml:14: recommendations[2].number``."""

    what: str
    """What is wrong, in one line, without a full stop."""

    next: str = ""
    """What to do about it, in one line; empty only where `what` already says so."""

    line: int = 0
    """The line of the place, from 1, which sorts the problems of a file; 0 where there is none."""

    def __str__(self) -> str:
        where = " ".join(self.where.splitlines())  # a file may have a line end in its name
        first = f"{where}: {self.what}" if where else self.what
        return f"{first}\n  {self.next}" if self.next else first


@dataclass(frozen=True, slots=True)
class InternalProblem(Problem):
    """An error of the program itself that one response has met; the others go on."""

    error: Exception | None = None

    @classmethod
    def of(cls, where: str, error: Exception) -> InternalProblem:
        """Return the problem of an error."""
        return cls(where, f"internal error ({type(error).__name__})", error=error)


class RespondentError(Exception):
    """The command cannot continue, for one or more problems."""

    exit_code: ClassVar[ExitCode] = ExitCode.OUR_FAULT

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        """Keep the problems, in the order in which a person would fix them."""
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class UsageError(RespondentError):
    """The command was called wrongly."""

    exit_code = ExitCode.USAGE


class InputError(RespondentError):
    """A file cannot be read, or is not what it claims to be."""

    exit_code = ExitCode.INPUT


class DataError(InputError):
    """`response.yaml` or `office.yaml` is wrong; every problem is listed."""


class TemplateError(InputError):
    """A template of the letter is wrong: file, line and what to write."""


class StationeryError(InputError):
    """A letterhead, logo or signature file cannot be used."""


class OutputError(RespondentError):
    """A file cannot be written; its old content is intact."""

    exit_code = ExitCode.INPUT


class FileInUse(OutputError):  # noqa: N818 - callers test for this state of a file
    """A file cannot be replaced because another program, such as Word, has it open."""


class FileChanged(OutputError):  # noqa: N818 - callers test for this state of a file
    """A file was not written because it has changed since it was read."""
