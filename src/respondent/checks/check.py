"""A check: a small function with an id and a severity. Its manual is `manual/ID.md`, one page a check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from respondent.checks.case import Case
from respondent.checks.finding import Fact, Severity
from respondent.errors import InputError, Problem

MANUAL = Path(__file__).parent / "manual"
"""The folder of the manual pages."""

_CASES = "\n## Cases\n"
"""Ends the part of a page for people; the cases below it are run by the tests."""

Search: TypeAlias = Callable[[Case], Iterator[Fact]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check. Its name says what is in order when it is quiet: ``recommendation-answered``."""

    id: str
    """A letter for its family and three digits: ``S201``."""

    severity: Severity
    """How much a finding weighs unless the office sets another severity."""

    search: Search
    """Yields the facts that it finds."""

    is_duty: bool = False
    """Whether the law itself requires it: an office cannot lower its severity."""

    @property
    def name(self) -> str:
        """The name of its function, as people write it: ``recommendation-answered``."""
        return self.search.__name__.replace("_", "-")

    @property
    def family(self) -> str:
        """The letter of its family."""
        return self.id[0]

    @property
    def page(self) -> str:
        """Its whole manual page. Only what prints a manual reads it: a run of the checks does not."""
        try:
            return (MANUAL / f"{self.id}.md").read_text(encoding="utf-8")
        except FileNotFoundError as error:
            advice = f"write checks/manual/{self.id}.md as docs/architecture.md describes"
            raise InputError(Problem(self.id, f"the check {self.name} has no manual page", advice)) from error

    @property
    def manual(self) -> str:
        """The page below its title, without the cases: what is checked, why, the source, how to fix it."""
        return self.page.partition("\n")[2].partition(_CASES)[0].strip()

    @property
    def cases(self) -> str:
        """The cases of the page, each a heading and a block of YAML."""
        return self.page.partition(_CASES)[2]

    @property
    def source(self) -> str:
        """The rule that it enforces: an Act, a standard, a style guide, plain sense."""
        return self.manual.partition("\n## Source\n\n")[2].partition("\n\n")[0].replace("\n", " ").rstrip(".")

    def manual_with(self, heading: str) -> str:
        """Return the manual, each heading before its first paragraph: ``{}: `` gives ``Why: An answer``."""
        return re.sub(
            r"^## (.+)\n\n", lambda match: heading.format(match[1]), self.manual, flags=re.MULTILINE
        )


def check(id: str, severity: Severity, *, is_duty: bool = False) -> Callable[[Search], Check]:
    """Return a decorator that makes a check of a function; the function's name becomes the check's."""
    return lambda search: Check(id, severity, search, is_duty)
