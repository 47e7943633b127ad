"""The severities that an office sets in `office.yaml`: of known checks, where the law allows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from respondent.checks.check import Check
from respondent.checks.known import CHECKS
from respondent.errors import DataError, Problem
from respondent.files.source import KEY, Source
from respondent.response.reading import OfficeFile


def refuse_wrong(office: OfficeFile) -> None:
    """Raise `DataError` with each setting of an office that would have no effect: somebody relies on it."""
    if wrong := list(setting_problems(office.source, office.facts.checks)):
        raise DataError(wrong)


def setting_problems(source: Source, severities: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each setting under `checks` of an `office.yaml` that would have no effect."""
    known = {check.id: check for check in CHECKS}
    for id, severity in severities.items():
        path = ("checks", id, KEY)
        check = known.get(id)
        if check is None:
            yield source.problem(path, f"there is no check {id}", meant(id, CHECKS))
        elif check.is_duty and severity != check.severity:
            what = f"{id} {check.name} stays an {check.severity}, because the law requires it"
            yield source.problem(path, what, "remove this line")


def meant(text: str, checks: Sequence[Check]) -> str:
    """Return what to do where there is no check of an id or a name: the nearest, or where they are listed.

    >>> meant("agreed-term-used", CHECKS)
    'did you mean T101 agreed-terms-used? docs/checks.md lists them all'
    """
    names = {**{check.id: check for check in checks}, **{check.name: check for check in checks}}
    near = get_close_matches(text.upper(), names, n=1) or get_close_matches(text.lower(), names, n=1)
    if not near:
        return "docs/checks.md lists them all"
    check = names[near[0]]
    return f"did you mean {check.id} {check.name}? docs/checks.md lists them all"
