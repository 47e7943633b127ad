"""Approving texts of a response: a Welsh reader's word on a translation, a Commissioner's on an original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path

from respondent.errors import InputError, Problem, UsageError
from respondent.files import yaml
from respondent.language import Language
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.ledger.standing import Standing, standings
from respondent.ledger.state import State
from respondent.response.fields import fields
from respondent.response.problems import nearest
from respondent.response.reading import read_facts

SHOWN = 8
"""How many of the known ids a message lists."""


@dataclass(frozen=True, slots=True)
class Approval:
    """What somebody says of which texts."""

    by: str
    at: datetime
    state: State
    """Reviewed or final."""

    languages: Sequence[Language]
    patterns: Sequence[str] = ()
    """Ids of fields, their beginnings, or patterns with stars; none for all."""

    takes_stale: bool = False
    """Whether stale texts are meant that no pattern names."""

    note: str = ""


@dataclass(slots=True)
class ApprovalResult:
    """What an approval did."""

    approved: list[Standing] = field(default_factory=list)
    """As they stood before."""

    already: list[Standing] = field(default_factory=list)
    stale: list[Standing] = field(default_factory=list)
    """Translations whose source has changed since; somebody has to mean them."""

    missing: list[Standing] = field(default_factory=list)
    """Texts that are not there, or whose source is not."""


def approve(file: Path, wanted: Approval, *, is_trial: bool = False) -> ApprovalResult:
    """Write into the ledger that somebody approves texts as they stand now.

    Args:
        file: The `response.yaml`.
        wanted: Who says what of which texts.
        is_trial: Whether nothing is to be written.

    Raises:
        InputError: if the response or its ledger cannot be read.
    """
    facts = read_facts(yaml.load(file, str(file)))
    found = standings(fields(facts), ledger.read(file.parent).rows)
    result = ApprovalResult()
    for pair in found.values():
        for language, standing in pair.items():
            if standing.is_asked and language in wanted.languages and _matches(standing, wanted.patterns):
                _sorted_into(result, standing, wanted)
    if not is_trial:
        ledger.append(file.parent, [row_for(standing, wanted) for standing in result.approved])
    return result


def row_for(standing: Standing, wanted: Approval) -> LedgerRow:
    """Return the row that says what `wanted` says of a text as it stands."""
    source = standing.text if standing.is_original else standing.field.in_(standing.field.source)
    return LedgerRow(
        kind=wanted.state.word,
        by=wanted.by,
        at=wanted.at,
        field=standing.field.id,
        source_language=standing.field.source,
        source=(source or "").strip(),
        target="" if standing.is_original else standing.text.strip(),
        note=wanted.note,
    )


def refuse_unknown(patterns: Sequence[str], files: Sequence[Path]) -> None:
    """Raise `UsageError` if a pattern names no text of any response; one that cannot be read may have it."""
    if not (patterns and files):
        return
    try:
        known = [field.id for file in files for field in fields(read_facts(yaml.load(file, str(file))))]
    except InputError:  # told when the file's turn comes
        return
    if problems := list(_unknown(patterns, list(dict.fromkeys(known)))):
        raise UsageError(problems)


def _sorted_into(result: ApprovalResult, standing: Standing, wanted: Approval) -> None:
    has_source = standing.field.in_(standing.field.source) is not None
    if standing.state is State.MISSING or not has_source:
        result.missing.append(standing)
    elif standing.state >= wanted.state:
        result.already.append(standing)
    elif standing.state is State.STALE and not (wanted.takes_stale or wanted.patterns):
        result.stale.append(standing)
    else:
        result.approved.append(standing)


def _matches(standing: Standing, patterns: Sequence[str]) -> bool:
    return not patterns or any(_names(pattern, standing.field.id) for pattern in patterns)


def _names(pattern: str, id: str) -> bool:
    return fnmatchcase(id, pattern) or id.startswith(f"{pattern}.")


def _unknown(patterns: Iterable[str], known: Sequence[str]) -> Iterator[Problem]:
    for pattern in patterns:
        if not any(_names(pattern, id) for id in known):
            listed = ", ".join((*known[:SHOWN], *(["…"] if len(known) > SHOWN else [])))
            then = f"{nearest(pattern, known)}the texts are {listed}"
            yield Problem("--field", f"no text is called {pattern}", then)
