"""Family D, templates: the office's own are as new as the shipped ones that they replace, and are used."""

from __future__ import annotations

from collections.abc import Iterator

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.finding import Fact, Severity
from respondent.letter.overrides import Override

_MOST = 6
"""Differences that one message lists: the message stays a line, and the first few show what changed."""


@check("D401", Severity.WARNING)
def templates_current(case: Case) -> Iterator[Fact]:
    """A template of the office is no older than the shipped one that it replaces."""
    for override in case.overrides:
        if override.shipped is not None and override.made_from and override.made_from != override.digest:
            yield _about(
                override,
                f"the template was made from an older shipped template{_what_lacks(override)}",
                f"copy what you need, then add  {{# made from {override.digest} #}}",
            )


@check("D402", Severity.NOTE)
def templates_compared(case: Case) -> Iterator[Fact]:
    """A template of the office says from which shipped one it was made."""
    for override in case.overrides:
        if override.shipped is not None and not override.made_from:
            yield _about(
                override,
                f"the template does not say from which shipped template it was made{_what_lacks(override)}",
                f"compare the two, then add  {{# made from {override.digest} #}}  at the top of yours",
            )


@check("D403", Severity.WARNING)
def templates_used(case: Case) -> Iterator[Fact]:
    """A template of the office is used in its letters."""
    included = {(override.language, name) for override in case.overrides for name in override.includes}
    for override in case.overrides:
        if override.shipped is None and (override.language, override.name) not in included:
            what = "the template is not used: no shipped template has its name, and none of yours includes it"
            yield _about(
                override,
                what,
                "give it the name of a shipped template, include it in one of yours, or delete it",
            )


def _about(override: Override, what: str, advice: str) -> Fact:
    return Fact(
        what=what,
        advice=advice,
        block=override.where,
        about=f"{override.where} {override.digest} {override.text}",
    )


def _what_lacks(override: Override) -> str:
    """Return what an override lacks of the shipped template, in words."""
    lacking = override.lacking
    more = f" and {len(lacking) - _MOST} more" if len(lacking) > _MOST else ""
    return f", which also has {', '.join(lacking[:_MOST])}{more}" if lacking else ""
