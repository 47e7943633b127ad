"""Approves texts of a response: a Welsh reader translations, the Commissioner or a lawyer originals."""

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

LISTED = 8
"""How many of the known ids a message lists: about one line."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approves which texts."""

    by: str
    at: datetime
    state: State
    """Reviewed or final."""

    languages: Sequence[Language]
    patterns: Sequence[str] = ()
    """Ids of fields, beginnings of ids, or patterns with stars; none for all."""

    takes_stale: bool = False
    """Whether to approve stale texts that no pattern names."""

    note: str = ""


@dataclass(slots=True)
class ApprovalResult:
    """The texts of a response by what an approval did with them, each as it was before."""

    approved: list[Standing] = field(default_factory=list)
    already: list[Standing] = field(default_factory=list)
    stale: list[Standing] = field(default_factory=list)
    """Translations whose source has changed since. They are approved only if the user names them."""

    missing: list[Standing] = field(default_factory=list)
    """Texts that do not exist, or have no source."""


def approve(file: Path, approval: Approval, *, is_trial: bool = False) -> ApprovalResult:
    """Record in the ledger that somebody approves the current texts.

    Args:
        file: The `response.yaml`.
        approval: Who approves which texts.
        is_trial: Whether to write nothing.

    Raises:
        InputError: if the response or its ledger cannot be read.
    """
    facts = read_facts(yaml.load(file, str(file)))
    states = standings(fields(facts), ledger.read(file.parent).rows)
    result = ApprovalResult()
    for pair in states.values():
        for language, standing in pair.items():
            if standing.is_asked and language in approval.languages and _matches(standing, approval.patterns):
                _sort_into(result, standing, approval)
    if not is_trial:
        ledger.append(file.parent, [row_for(standing, approval) for standing in result.approved])
    return result


def row_for(standing: Standing, approval: Approval) -> LedgerRow:
    """Return the row that records the approval of a text."""
    source = standing.text if standing.is_original else standing.field.in_(standing.field.source)
    return LedgerRow(
        kind=approval.state.word,
        by=approval.by,
        at=approval.at,
        field=standing.field.id,
        source_language=standing.field.source,
        source=(source or "").strip(),
        target="" if standing.is_original else standing.text.strip(),
        note=approval.note,
    )


def refuse_unknown(patterns: Sequence[str], files: Sequence[Path]) -> None:
    """Raise `UsageError` if a pattern matches no text of any response.

    If a response cannot be read, every pattern is accepted, since the text may be in that one.
    """
    if not (patterns and files):
        return
    try:
        ids = [field.id for file in files for field in fields(read_facts(yaml.load(file, str(file))))]
    except InputError:  # reported when the file is approved
        return
    if problems := list(_unknown(patterns, list(dict.fromkeys(ids)))):
        raise UsageError(problems)


def _sort_into(result: ApprovalResult, standing: Standing, approval: Approval) -> None:
    has_source = standing.field.in_(standing.field.source) is not None
    if standing.state is State.MISSING or not has_source:
        result.missing.append(standing)
    elif standing.state >= approval.state:
        result.already.append(standing)
    elif standing.state is State.STALE and not (approval.takes_stale or approval.patterns):
        result.stale.append(standing)
    else:
        result.approved.append(standing)


def _matches(standing: Standing, patterns: Sequence[str]) -> bool:
    return not patterns or any(_names(pattern, standing.field.id) for pattern in patterns)


def _names(pattern: str, id: str) -> bool:
    return fnmatchcase(id, pattern) or id.startswith(f"{pattern}.")


def _unknown(patterns: Iterable[str], ids: Sequence[str]) -> Iterator[Problem]:
    for pattern in patterns:
        if not any(_names(pattern, id) for id in ids):
            listed = ", ".join((*ids[:LISTED], *(["…"] if len(ids) > LISTED else [])))
            advice = f"{nearest(pattern, ids)}the texts are {listed}"
            yield Problem("--field", f"no text is called {pattern}", advice)
