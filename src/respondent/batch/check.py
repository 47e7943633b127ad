"""Checks many responses. One that cannot be checked does not stop the others."""

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
from respondent.errors import InternalProblem, Problem, RespondentError
from respondent.files import workspace


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The findings of one response, or why it cannot be checked."""

    file: Path
    """The `response.yaml`."""

    root: Path | None = None
    """Its workspace; none if it is outside one."""

    findings: tuple[Finding, ...] = ()
    """Errors first; silenced findings are included."""

    problems: tuple[Problem, ...] = ()

    @property
    def slug(self) -> str:
        """The short name of the response."""
        return workspace.slug(self.file)


def check(files: Iterable[Path], checks: Sequence[Check], today: date) -> Iterator[CheckResult]:
    """Check each response and yield its findings, in the order given."""
    offices = LoadedOffices()
    for file in files:
        yield _checked(file, checks, today, offices)


def _checked(file: Path, checks: Sequence[Check], today: date, offices: LoadedOffices) -> CheckResult:
    root: Path | None = None
    try:
        place = workspace.find(file.parent)
        root = place.root
        context = offices.of(place)
        refuse_wrong(context.office)
        findings = look(load_case(file, context, today), checks)
    except RespondentError as error:
        return CheckResult(file, root, problems=error.problems)
    except Exception as error:  # one response must not cost the others, whatever it holds
        return CheckResult(file, root, problems=(InternalProblem.of(str(file), error),))
    return CheckResult(file, root, tuple(findings))
