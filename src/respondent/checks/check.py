"""A check: a small function with an id, a severity, a source, and a docstring that is its manual."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from respondent.checks.case import Case
from respondent.checks.finding import Fact, Severity

Look: TypeAlias = Callable[[Case], Iterator[Fact]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check. Its name says what is in order when it is quiet: ``recommendation-answered``."""

    id: str
    """A letter for its family and three figures: ``S201``."""

    name: str
    severity: Severity
    """How much a finding weighs unless the office says otherwise."""

    source: str
    """The rule that it holds: an Act, a standard, a style guide, plain sense."""

    look: Look
    """Yields what it sees."""

    is_duty: bool = False
    """Whether the law itself asks for it: an office cannot lower it."""

    @property
    def manual(self) -> str:
        """What it is about, why, an example, how to mend it: the docstring of its function."""
        return inspect.cleandoc(self.look.__doc__ or "")

    @property
    def family(self) -> str:
        """The letter of its family."""
        return self.id[0]


def check(
    id: str, name: str, severity: Severity, source: str, *, is_duty: bool = False
) -> Callable[[Look], Check]:
    """Return a decorator that makes a check of a function."""
    return lambda look: Check(id, name, severity, source, look, is_duty)
