"""Does the same work for many responses. One that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from respondent.errors import InternalProblem, Problem, RespondentError, UsageError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The result of one response: a value or problems."""

    file: Path
    value: T | None = None
    problems: tuple[Problem, ...] = ()


def each(files: Iterable[Path], work: Callable[[Path], T]) -> Iterator[Outcome[T]]:
    """Do the work for each file and yield its outcome, in the order given.

    Raises:
        UsageError: a wrong option is wrong for every file.
    """
    for file in files:
        try:
            yield Outcome(file, work(file))
        except UsageError:
            raise
        except RespondentError as error:
            yield Outcome(file, problems=error.problems)
        except Exception as error:  # one response must not cost the others, whatever it holds
            yield Outcome(file, problems=(InternalProblem.of(str(file), error),))
