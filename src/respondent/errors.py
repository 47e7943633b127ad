"""What stops us, each with its exit code.

::

    RespondentError          70  something that we cannot go on from
    ├── UsageError            2  the command was called wrongly
    ├── InputError            3  a file could not be read, or cannot be what it says
    │   ├── DataError            response.yaml, office.yaml: every problem at once
    │   ├── TemplateError        a template of the letter
    │   └── StationeryError      a letterhead, logo or signature file
    └── OutputError           3  a file could not be written; nothing was lost
        ├── FileInUse            it is open in another program, Word say
        └── FileChanged          it is no longer what was read

An *error* means that we cannot go on. A *finding* is the state of a letter and is not raised.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """How a command ends, as the README lists it."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    SOME_FAILED = 4
    OUR_FAULT = 70
    STOPPED = 130


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an input: where, what, and what to do next."""

    where: str
    """The place as a person looks for it: ``response.yaml:14: recommendations[2].number``."""

    what: str
    """What is wrong, in one line, without a full stop."""

    next: str = ""
    """What to do about it, in one line; empty only where `what` says it already."""

    line: int = 0
    """The line of the place, from 1, by which problems of one file are sorted; 0 where there is none."""

    def __str__(self) -> str:
        first = f"{self.where}: {self.what}" if self.where else self.what
        return f"{first}\n  {self.next}" if self.next else first


class RespondentError(Exception):
    """Something that we cannot go on from, as one or more problems."""

    exit_code: ClassVar[ExitCode] = ExitCode.OUR_FAULT

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        """Keep the problems, in the order in which a person would mend them."""
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class UsageError(RespondentError):
    """The command was called wrongly."""

    exit_code = ExitCode.USAGE


class InputError(RespondentError):
    """A file could not be read, or cannot be what it says it is."""

    exit_code = ExitCode.INPUT


class DataError(InputError):
    """`response.yaml` or `office.yaml` is wrong; every problem is listed."""


class TemplateError(InputError):
    """A template of the letter is wrong: file, line and what to write."""


class StationeryError(InputError):
    """A letterhead, logo or signature file cannot be used."""


class OutputError(RespondentError):
    """A file could not be written; what stood there stands there still."""

    exit_code = ExitCode.INPUT


class FileInUse(OutputError):  # noqa: N818 - the state that it is, which callers ask for
    """A file could not be replaced because another program has it open; Word, say."""


class FileChanged(OutputError):  # noqa: N818 - the state that it is, which callers ask for
    """A file was not written because it is no longer what it was when it was read."""
