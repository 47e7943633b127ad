"""The same work for many responses: one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from respondent.errors import Problem, RespondentError, UsageError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What became of one response: a value, or what was wrong."""

    file: Path
    value: T | None = None
    problems: tuple[Problem, ...] = ()


def each(files: Iterable[Path], work: Callable[[Path], T]) -> Iterator[Outcome[T]]:
    """Do the work for each file and yield what became of it, in the order given.

    Raises:
        UsageError: since a command that is called wrongly is wrong for all.
    """
    for file in files:
        try:
            yield Outcome(file, work(file))
        except UsageError:
            raise
        except RespondentError as error:
            yield Outcome(file, problems=error.problems)
