"""The list of all checks, collected from the modules that define them."""

from __future__ import annotations

from respondent.checks import (
    abbreviations,
    approvals,
    characters,
    claims,
    damage,
    draft,
    figures,
    languages,
    names,
    notices,
    outline,
    overrides,
    paragraphs,
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

_MODULES = (
    *(statutory, timing, statements, notices),
    *(outline, paragraphs, figures, names, claims, languages),
    *(terms, abbreviations, characters, spelling),
    *(draft, approvals, unconfirmed, overrides, damage),
)

CHECKS: tuple[Check, ...] = tuple(
    sorted(
        (value for module in _MODULES for value in vars(module).values() if isinstance(value, Check)),
        key=lambda check: (list(FAMILIES).index(check.family), check.id),
    )
)
"""Every check, by family and id."""
