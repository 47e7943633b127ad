"""Silences: a person accepts a finding, with a reason, or withdraws that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from respondent.checks.engine import SILENCED
from respondent.checks.finding import Finding
from respondent.errors import Problem, UsageError
from respondent.ledger.row import LedgerRow

_MOST_LISTED = 20
"""Keys that one message lists, so that the first fits on a screen."""


def silencing(finding: Finding, *, by: str, recorded_at: datetime, reason: str) -> LedgerRow:
    """Return the row of the ledger that silences a finding, or withdraws a silence if there is no reason.

    A silence lapses by itself: the key depends on the words that the finding is about.
    """
    more = {"finding": finding.key, "check": finding.check}
    return LedgerRow(kind=SILENCED, by=by, at=recorded_at, note=reason, more=more)


def finding_with_key(findings: Sequence[Finding], key: str, where: str) -> Finding:
    """Return the finding with a key.

    Args:
        findings: The findings of the response.
        key: The key that `respondent check` prints.
        where: The response, for messages.

    Raises:
        UsageError: if no finding has it, with the keys of the findings.
    """
    wanted_key = key.strip().strip("[]").lower()
    match = next((finding for finding in findings if finding.key == wanted_key), None)
    if match is None:
        raise UsageError(Problem(where, f"no finding has the key {key}", _keys(findings)))
    return match


def refused(finding: Finding, where: str) -> UsageError:
    """Return the error that a finding cannot be silenced."""
    what = f"{finding.check} {finding.name} cannot be silenced: the law requires what is missing"
    return UsageError(Problem(where, what, finding.fact.advice))


def not_silenced(finding: Finding, where: str) -> UsageError:
    """Return the error that a finding has no silence to withdraw."""
    what = f"{finding.check} {finding.name} is not silenced"
    return UsageError(Problem(where, what, "you need do nothing: respondent check already reports it"))


def _keys(findings: Sequence[Finding]) -> str:
    """Return the keys of some findings, in one message."""
    if not findings:
        return "this response has no findings"
    listed = list(
        dict.fromkeys(f"{finding.key}  {finding.check}  {finding.fact.what}" for finding in findings)
    )
    more = [f"and {len(listed) - _MOST_LISTED} more"] if len(listed) > _MOST_LISTED else []
    return "\n  ".join(["the keys are, errors first:", *listed[:_MOST_LISTED], *more])
