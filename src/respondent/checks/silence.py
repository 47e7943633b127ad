"""A person says that a finding stays as it is, with a reason; or takes that back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from respondent.checks.engine import SILENCED
from respondent.checks.finding import Finding
from respondent.errors import Problem, UsageError
from respondent.ledger.row import LedgerRow

_MOST_LISTED = 20


def silencing(finding: Finding, *, by: str, recorded_at: datetime, reason: str) -> LedgerRow:
    """Return the row of the ledger that silences a finding; without a reason, that takes it back.

    It lapses by itself: the key is made of the words that the finding hangs on.
    """
    more = {"finding": finding.key, "check": finding.check}
    return LedgerRow(kind=SILENCED, by=by, at=recorded_at, note=reason, more=more)


def found(findings: Sequence[Finding], key: str, where: str) -> Finding:
    """Return the finding with a key.

    Args:
        findings: What was found in the response.
        key: The eight figures that `respondent check` prints.
        where: The response, for messages.

    Raises:
        UsageError: if there is none, with the keys that there are.
    """
    digits = key.strip().strip("[]").lower()
    match = next((finding for finding in findings if finding.key == digits), None)
    if match is None:
        raise UsageError(Problem(where, f"there is no finding with the key {key}", _keys(findings)))
    return match


def refused(finding: Finding, where: str) -> UsageError:
    """Return why a finding cannot be silenced."""
    what = f"{finding.check} {finding.name} cannot be silenced: the law asks for what is missing"
    return UsageError(Problem(where, what, finding.fact.advice))


def not_silenced(finding: Finding, where: str) -> UsageError:
    """Return why a silence cannot be taken back."""
    what = f"{finding.check} {finding.name} is not silenced"
    return UsageError(Problem(where, what, "nothing needs doing: respondent check tells it as it is"))


def _keys(findings: Sequence[Finding]) -> str:
    """Return the keys that there are, in one message."""
    if not findings:
        return "nothing was found in this response"
    listed = list(
        dict.fromkeys(f"{finding.key}  {finding.check}  {finding.fact.what}" for finding in findings)
    )
    more = [f"and {len(listed) - _MOST_LISTED} more"] if len(listed) > _MOST_LISTED else []
    return "\n  ".join(["these are the keys, errors first:", *listed[:_MOST_LISTED], *more])
