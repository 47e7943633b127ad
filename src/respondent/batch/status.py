"""Where many responses stand: one that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from respondent.batch.loaded_offices import LoadedOffices
from respondent.errors import Problem, RespondentError
from respondent.files import workspace
from respondent.status import progress
from respondent.status.clock import clock
from respondent.status.status import Status

if TYPE_CHECKING:
    from respondent.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class StatusResult:
    """What became of one response."""

    file: Path
    """The `response.yaml`."""

    root: Path | None = None
    """Its workspace; none where it lies in none."""

    status: Status | None = None
    problems: tuple[Problem, ...] = ()
    """Why nothing can be said of it."""


def statuses(files: Sequence[Path], today: date, *, is_checked: bool) -> Iterator[StatusResult]:
    """Yield where each response stands on a day, in the order given.

    Args:
        files: The responses.
        today: The day.
        is_checked: Whether the checks look at them too, for which both letters of each are rendered.
    """
    desks = LoadedOffices()
    found = _found(files, today) if is_checked else {}
    for file in files:
        yield _result(file, today, desks, found.get(file))


def _result(
    file: Path, today: date, desks: LoadedOffices, findings: tuple[Finding, ...] | None
) -> StatusResult:
    root: Path | None = None
    try:
        place = workspace.find(file.parent)
        root = place.root
        office = desks.office(place).facts
        facts, said = progress.read(file)
    except RespondentError as error:
        return StatusResult(file, root, problems=error.problems)
    status = Status(
        office=office.names[-1].area.pair.en,
        overview=progress.overview(file, facts, said),
        clock=clock(facts, office, said.rows, today),
        findings=findings,
    )
    return StatusResult(file, root, status)


def _found(files: Sequence[Path], today: date) -> dict[Path, tuple[Finding, ...]]:
    """Return what was found in each response; not in those at which no check can look."""
    from respondent.batch.check import check
    from respondent.checks.known import CHECKS

    return {one.file: one.findings for one in check(files, CHECKS, today) if not one.problems}
