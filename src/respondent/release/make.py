"""Releases the pair of letters of a response, completely or not at all.

A release is made in a hidden folder, under the lock of the response's folder, and renamed in one step. It is
checked and made from the sealed copies of its inputs only, so it can be made again from these alone.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from respondent.checks import engine
from respondent.checks.case import Case, load_case
from respondent.checks.check import Check
from respondent.checks.draft import LACKING
from respondent.checks.finding import Finding, reason
from respondent.checks.known import CHECKS
from respondent.checks.settings import refuse_wrong
from respondent.errors import OutputError, Problem
from respondent.files import folder, workspace
from respondent.files.lock import exclusive
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.letter.choice import choose
from respondent.release import manifest, proofreading, recovery, sealed
from respondent.release.layout import LETTERS, MAKING, RELEASED, leftovers, next_number, sealed_response
from respondent.release.manifest import Manifest, digest
from respondent.release.program import program

LATE = "published-in-time"
"""The check whose error does not stop a release with a reason: the duty outlasts its deadline (S403)."""


@dataclass(frozen=True, slots=True)
class ReleaseOptions:
    """Who releases, and when."""

    by: str
    at: datetime
    """With its time zone."""

    today: date
    """The day that the checks assume as today."""

    late_because: str = ""
    """Why the letter is published after the statutory deadline."""


@dataclass(frozen=True, slots=True)
class ReleaseResult:
    """The outcome of a release."""

    findings: tuple[Finding, ...]
    """The findings of the checks, including silenced ones."""

    refused: tuple[Problem, ...] = ()
    """Why the pair cannot be released. If there is a reason, nothing is written."""

    folder: Path | None = None
    """The folder of the release, unless it is refused."""

    files: tuple[str, ...] = ()
    """The letters, by their paths in the release."""

    digest: str = ""
    """The digest of its manifest, to be kept outside the folder."""

    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why the ledger does not record the release yet, although the release is complete."""


def release(file: Path, options: ReleaseOptions, checks: Sequence[Check] = CHECKS) -> ReleaseResult:
    """Release the pair of a response under the next number, or return why it cannot be released.

    Args:
        file: The `response.yaml`.
        options: Who releases, and when.
        checks: The checks that it has to pass.

    Raises:
        InputError: with everything that is wrong with the inputs.
        OutputError: if the release cannot be written. In that case there is no release.
    """
    place = workspace.find(file.parent)
    home = file.parent / RELEASED
    with exclusive(file.parent):
        recovery.complete(file.parent, options.at)
        for leftover in leftovers(file.parent):
            folder.discard(leftover)
        making = home / f"{MAKING}{os.urandom(4).hex()}"
        try:
            folder.write(making, sealed.inputs(file, place))
            return _PendingRelease(file, making, options, checks).finish()
        finally:
            folder.discard(making)
            with contextlib.suppress(OSError):  # not empty: it holds releases
                home.rmdir()


@dataclass(frozen=True, slots=True)
class _PendingRelease:
    """A release whose inputs are sealed, and whose letters are not made yet."""

    file: Path
    folder: Path
    options: ReleaseOptions
    checks: Sequence[Check]

    def finish(self) -> ReleaseResult:
        office = sealed.load_sealed_office(self.folder)
        refuse_wrong(office.office)
        response = sealed_response(self.folder, self.slug)
        case = load_case(response, office, self.options.today, original=self.file)
        findings = tuple(
            _excuse_lateness(finding, self.options) for finding in engine.look(case, self.checks)
        )
        refused = [_problem(finding, self.file) for finding in engine.errors(findings)] or list(
            _lacking(case)
        )
        day = case.facts.letter.date
        if refused or day is None:
            return ReleaseResult(findings, tuple(refused))
        outputs = sealed.outputs(self.folder, self.slug, office, day)
        folder.write(self.folder, outputs)
        if unreadable := tuple(proofreading.problems(sealed.written(self.folder, outputs))):
            return ReleaseResult(findings, unreadable)
        described = self._manifest(case, findings, day).written()
        folder.write(self.folder, {manifest.FILE: described, manifest.SEAL: manifest.seal(described)})
        row = recovery.row(described)  # reads the manifest back, so an unreadable one is never released
        target = self.file.parent / RELEASED / str(self.number)
        folder.place(self.folder, target)
        letters = tuple(name for name in outputs if name.startswith(f"{LETTERS}/"))
        return ReleaseResult(
            findings,
            folder=target,
            files=letters,
            digest=manifest.digest(described),
            notes=self._notes(findings),
            problems=self._append(row),
        )

    @property
    def slug(self) -> str:
        return workspace.slug(self.file)

    @property
    def number(self) -> int:
        return next_number(self.file.parent, ledger.read(self.file.parent).rows)

    def _manifest(self, case: Case, findings: Sequence[Finding], day: date) -> Manifest:
        letter = case.facts.letter
        files = {name: digest(path.read_bytes()) for name, path in folder.files_below(self.folder).items()}
        return Manifest(
            release=self.number,
            response=self.slug,
            by=self.options.by,
            at=self.options.at,
            late_because=self.options.late_because if _is_late(findings) else "",
            date=day,
            arrangement=letter.arrangement,
            reports=[report.id for report in case.facts.reports],
            recipients=letter.recipients,
            copies=choose(case.response, case.office, day).copies,
            program=program(),
            checks=[check.id for check in self.checks],
            findings=[manifest.finding_record(finding) for finding in findings if not finding.reason],
            silenced=[manifest.finding_record(finding) for finding in findings if finding.reason],
            files=files,
        )

    def _append(self, row: LedgerRow) -> tuple[Problem, ...]:
        """Record the release in the ledger, or return why this failed. The release is complete without it."""
        try:
            ledger.append_held(self.file.parent, [row])
        except OutputError as error:
            advice = (
                "the release is complete. The next `respondent release` or `respondent record` adds its row"
            )
            return (*error.problems, Problem(ledger.FILE, "the release is not recorded here yet", advice))
        return ()

    def _notes(self, findings: Sequence[Finding]) -> tuple[str, ...]:
        if self.options.late_because and not _is_late(findings):
            return ("the letter is not late, so the reason for lateness was not recorded",)
        return ()


def _excuse_lateness(finding: Finding, options: ReleaseOptions) -> Finding:
    """Return a finding. The finding of lateness gets the reason why the letter is still published."""
    if finding.name != LATE or not options.late_because:
        return finding
    return replace(finding, reason=reason(options.late_because, options.by, options.at))


def _is_late(findings: Sequence[Finding]) -> bool:
    return any(finding.name == LATE for finding in findings)


def _problem(finding: Finding, file: Path) -> Problem:
    advice = finding.fact.full_advice
    if finding.name == LATE:
        advice = 'the duty to publish remains. Release it with a reason:  --late-because "…"'
    place = finding.place or file.name
    return Problem(place, f"{finding.fact.what} ({finding.check} {finding.name})", advice, finding.line)


def _lacking(case: Case) -> Iterator[Problem]:
    """Yield what every letter needs, whatever the office has set or silenced."""
    for check in LACKING:
        for fact in check.search(case):
            place, line = engine.place_of(case, fact)
            yield Problem(place or fact.letter, f"{fact.what} ({check.id} {check.name})", fact.advice, line)
