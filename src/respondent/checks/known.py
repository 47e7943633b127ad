"""The checks that there are: a family a file, in the order in which they are read."""

from __future__ import annotations

from respondent.checks import notices, statements, statutory, timing
from respondent.checks.check import Check

FAMILIES = {
    "S": "statute",
    "N": "notices and language standards",
    "P": "parity of the pair",
    "T": "terms and house style",
    "D": "state of the draft",
}
"""The letter of each family, and what it is about."""

CHECKS: tuple[Check, ...] = (
    *statutory.CHECKS,
    *timing.CHECKS,
    *statements.CHECKS,
    *notices.CHECKS,
)
"""Every check."""
