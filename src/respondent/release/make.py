"""Releases the pair of a response: checked, made from sealed copies of its inputs, there whole or not at all.

The release is made in a hidden folder beside its place, under the lock of the response's folder, and gets its
name in one step. What is checked and made is what was sealed, so that it can be made again from that alone.
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
from respondent.release import manifest, recovery, sealed
from respondent.release.layout import LETTERS, MAKING, RELEASED, leftovers, next_number, sealed_response
from respondent.release.manifest import Manifest, digest
from respondent.release.program import program

LATE = "published-in-time"
"""The check whose finding a release takes with a reason: the duty does not lapse with the last lawful day."""


@dataclass(frozen=True, slots=True)
class ReleaseOptions:
    """Who releases, and when."""

    by: str
    at: datetime
    """With its time zone."""

    today: date
    """The day that the checks go by."""

    late_because: str = ""
    """Why the letter goes out after the last lawful day."""


@dataclass(frozen=True, slots=True)
class ReleaseResult:
    """What became of a release."""

    findings: tuple[Finding, ...]
    """What the checks found, silenced findings among them."""

    refused: tuple[Problem, ...] = ()
    """What keeps the pair from going out; nothing was written then."""

    folder: Path | None = None
    """The release; none where it was refused."""

    files: tuple[str, ...] = ()
    """The letters, by their paths in it."""

    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why the ledger does not name the release yet, though that is whole."""


def release(file: Path, wanted: ReleaseOptions, checks: Sequence[Check] = CHECKS) -> ReleaseResult:
    """Release the pair of a response as its next number, or say what keeps it from going out.

    Args:
        file: The `response.yaml`.
        wanted: Who releases, and when.
        checks: What looks at it first.

    Raises:
        InputError: with everything that is wrong with the inputs.
        OutputError: if the release could not be written; then there is none.
    """
    place = workspace.find(file.parent)
    home = file.parent / RELEASED
    with exclusive(file.parent):
        recovery.complete(file.parent, wanted.at)
        for left in leftovers(file.parent):
            folder.discard(left)
        making = home / f"{MAKING}{os.urandom(4).hex()}"
        try:
            folder.write(making, sealed.inputs(file, place))
            return _Making(file, making, wanted, checks).released()
        finally:
            folder.discard(making)
            with contextlib.suppress(OSError):  # it stays where a release is in it
                home.rmdir()


@dataclass(frozen=True, slots=True)
class _Making:
    """A release on its way, its inputs sealed already."""

    file: Path
    folder: Path
    wanted: ReleaseOptions
    checks: Sequence[Check]

    def released(self) -> ReleaseResult:
        desk = sealed.desk(self.folder)
        refuse_wrong(desk.office)
        response = sealed_response(self.folder, self.slug)
        case = load_case(response, desk, self.wanted.today, original=self.file)
        findings = tuple(_let_pass(one, self.wanted) for one in engine.look(case, self.checks))
        refused = [_problem(one, self.file) for one in engine.errors(findings)] or list(_lacking(case))
        day = case.facts.letter.date
        if refused or day is None:
            return ReleaseResult(findings, tuple(refused))
        made = sealed.outputs(self.folder, self.slug, desk, day)
        folder.write(self.folder, made)
        described = self._manifest(case, findings, day).written()
        folder.write(self.folder, {manifest.FILE: described, manifest.SEAL: manifest.seal(described)})
        row = recovery.row(described)  # reads the manifest: what cannot be read again is not placed
        target = self.file.parent / RELEASED / str(self.number)
        folder.place(self.folder, target)
        letters = tuple(name for name in made if name.startswith(f"{LETTERS}/"))
        return ReleaseResult(
            findings,
            folder=target,
            files=letters,
            notes=self._notes(findings),
            problems=self._said(row),
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
            by=self.wanted.by,
            at=self.wanted.at,
            late_because=self.wanted.late_because if _is_late(findings) else "",
            date=day,
            arrangement=letter.arrangement,
            reports=[report.id for report in case.facts.reports],
            recipients=letter.recipients,
            copies=choose(case.response, case.office, day).copies,
            program=program(),
            checks=[one.id for one in self.checks],
            findings=[manifest.found(one) for one in findings if not one.reason],
            silenced=[manifest.found(one) for one in findings if one.reason],
            files=files,
        )

    def _said(self, row: LedgerRow) -> tuple[Problem, ...]:
        """Write the row of the release; return why that could not be done. The release is whole without."""
        try:
            ledger.append_held(self.file.parent, [row])
        except OutputError as error:
            then = "the release is whole; the next `respondent release` or `respondent record` adds its row"
            return (*error.problems, Problem(ledger.FILE, "it does not name the release yet", then))
        return ()

    def _notes(self, findings: Sequence[Finding]) -> tuple[str, ...]:
        if self.wanted.late_because and not _is_late(findings):
            return ("the letter is not late, so the reason for that was not recorded",)
        return ()


def _let_pass(finding: Finding, wanted: ReleaseOptions) -> Finding:
    """Return a finding; that of lateness with the reason why the letter goes out all the same."""
    if finding.name != LATE or not wanted.late_because:
        return finding
    return replace(finding, reason=reason(wanted.late_because, wanted.by, wanted.at))


def _is_late(findings: Sequence[Finding]) -> bool:
    return any(one.name == LATE for one in findings)


def _problem(finding: Finding, file: Path) -> Problem:
    then = finding.fact.full_advice
    if finding.name == LATE:
        then = 'the duty does not lapse: release it with the reason, which is kept:  --late-because "…"'
    where = finding.place or file.name
    return Problem(where, f"{finding.fact.what} ({finding.check} {finding.name})", then, finding.line)


def _lacking(case: Case) -> Iterator[Problem]:
    """Yield what no letter goes out without, however the office weighs its checks, silenced or not."""
    for check in LACKING:
        for fact in check.look(case):
            where, line = engine.place_of(case, fact)
            yield Problem(where or fact.letter, f"{fact.what} ({check.id} {check.name})", fact.advice, line)
