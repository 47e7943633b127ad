"""The status of many responses. One that cannot be read does not stop the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from respondent.batch.loaded_offices import LoadedOffices
from respondent.errors import InternalProblem, Problem, RespondentError
from respondent.files import workspace
from respondent.ledger.remarks import open_remarks
from respondent.status import progress
from respondent.status.clock import clock
from respondent.status.recommendations import recommendations
from respondent.status.status import Status

if TYPE_CHECKING:
    from respondent.checks.finding import Finding
    from respondent.ledger.ledger import Ledger
    from respondent.response.model import Response
    from respondent.response.office import Office


@dataclass(frozen=True, slots=True)
class StatusResult:
    """The status of one response, or why it cannot be read."""

    file: Path
    """The `response.yaml`."""

    root: Path | None = None
    """Its workspace; none if it is outside one."""

    status: Status | None = None
    problems: tuple[Problem, ...] = ()


def statuses(files: Sequence[Path], today: date, *, is_checked: bool) -> Iterator[StatusResult]:
    """Yield the status of each response on a day, in the order given.

    Args:
        files: The responses.
        today: The day.
        is_checked: Whether to run the checks, which renders both letters of each response.
    """
    offices = LoadedOffices()
    findings = _findings(files, today) if is_checked else {}
    for file in files:
        yield _result(file, today, offices, findings.get(file))


def _result(
    file: Path, today: date, offices: LoadedOffices, findings: tuple[Finding, ...] | None
) -> StatusResult:
    root: Path | None = None
    try:
        place = workspace.find(file.parent)
        root = place.root
        office = offices.office(place).facts
        status = _status(file, office, today, *progress.read(file))
    except RespondentError as error:
        return StatusResult(file, root, problems=error.problems)
    except Exception as error:  # one response must not cost the others, whatever it holds
        return StatusResult(file, root, problems=(InternalProblem.of(str(file), error),))
    return StatusResult(file, root, replace(status, findings=findings))


def _status(file: Path, office: Office, today: date, facts: Response, ledger: Ledger) -> Status:
    texts = progress.progress(file, facts, ledger)
    return Status(
        office=office.names[-1].area.pair.en,
        progress=texts,
        clock=clock(facts, office, ledger.rows, today, texts.words_to_translate),
        recommendations=recommendations(facts),
        remarks=open_remarks(ledger.rows),
    )


def _findings(files: Sequence[Path], today: date) -> dict[Path, tuple[Finding, ...]]:
    """Return the findings of each response, except of those that cannot be checked."""
    from respondent.batch.check import check
    from respondent.checks.known import CHECKS

    return {result.file: result.findings for result in check(files, CHECKS, today) if not result.problems}
