"""What is wrong with many responses: one that cannot be looked at does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from respondent.batch.loaded_offices import LoadedOffices
from respondent.checks.case import load_case
from respondent.checks.check import Check
from respondent.checks.engine import look
from respondent.checks.finding import Finding
from respondent.checks.settings import refuse_wrong
from respondent.errors import Problem, RespondentError
from respondent.files import workspace


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was found in one response."""

    file: Path
    """The `response.yaml`."""

    root: Path | None = None
    """Its workspace; none where it lies in none."""

    findings: tuple[Finding, ...] = ()
    """Errors first, silenced ones among them."""

    problems: tuple[Problem, ...] = ()
    """Why it could not be looked at."""

    @property
    def slug(self) -> str:
        """The short name of the response."""
        return workspace.slug(self.file)


def check(files: Iterable[Path], checks: Sequence[Check], today: date) -> Iterator[CheckResult]:
    """Look at each response and yield what was found, in the order given."""
    desks = LoadedOffices()
    for file in files:
        yield _checked(file, checks, today, desks)


def _checked(file: Path, checks: Sequence[Check], today: date, desks: LoadedOffices) -> CheckResult:
    root: Path | None = None
    try:
        place = workspace.find(file.parent)
        root = place.root
        desk = desks.of(place)
        refuse_wrong(desk.office)
        found = look(load_case(file, desk, today), checks)
    except RespondentError as error:
        return CheckResult(file, root, problems=error.problems)
    return CheckResult(file, root, tuple(found))
