"""Family P, what both letters of a pair have alike: each room of it has one subject, and this is the list."""

from __future__ import annotations

from respondent.checks import claims, figures, languages, names, outline, paragraphs

CHECKS = (
    *outline.CHECKS,
    *paragraphs.CHECKS,
    *figures.CHECKS,
    *names.CHECKS,
    *claims.CHECKS,
    *languages.CHECKS,
)
"""The checks of the pair, in the order of their ids."""
