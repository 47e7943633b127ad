"""The checks that there are: a family a file, in the order in which they are read."""

from __future__ import annotations

from respondent.checks import (
    abbreviations,
    approvals,
    characters,
    draft,
    notices,
    overrides,
    parity,
    spelling,
    statements,
    statutory,
    terms,
    timing,
    unconfirmed,
)
from respondent.checks.check import Check

FAMILIES = {
    "S": "statute",
    "N": "notices and language standards",
    "P": "parity of the pair",
    "T": "terms and house style",
    "D": "state of the draft",
}
"""The letter of each family, and what it is about."""

_STATUTE = (*statutory.CHECKS, *timing.CHECKS, *statements.CHECKS)
_TERMS = (*terms.CHECKS, *abbreviations.CHECKS, *characters.CHECKS, *spelling.CHECKS)
_DRAFT = (*draft.CHECKS, *approvals.CHECKS, *unconfirmed.CHECKS, *overrides.CHECKS, *draft.LEDGER_CHECKS)

CHECKS: tuple[Check, ...] = (*_STATUTE, *notices.CHECKS, *parity.CHECKS, *_TERMS, *_DRAFT)
"""Every check."""
