"""Runs checks on a case: applies the office's severities and silences, and puts the findings in order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import assert_never

from respondent.checks.case import Case
from respondent.checks.check import Check
from respondent.checks.finding import APPROVALS, Fact, File, Finding, Severity, reason
from respondent.files.source import Source
from respondent.language import Language
from respondent.ledger.ledger import FILE as LEDGER
from respondent.ledger.row import LedgerRow

_ORDER = {severity: place for place, severity in enumerate(Severity)}

SILENCED = "silenced"


def look(case: Case, checks: Iterable[Check]) -> list[Finding]:
    """Return what the checks find, in the order of weight.

    Errors come first, and of these what the law requires; within each, the order of the file and of the
    checks. What waits only for somebody's approval comes last. Silenced findings are among them, with the
    reason.
    """
    silences = _silenced(case.ledger.rows)
    findings = [finding for check in checks for finding in _findings(case, check)]
    with_reasons = [_with_reason(finding, silences) for finding in findings]
    return sorted(with_reasons, key=_weight)


def _weight(finding: Finding) -> tuple[object, ...]:
    return (
        finding.check in APPROVALS,
        _ORDER[finding.severity],
        not finding.is_duty,
        finding.line,
        finding.check,
    )


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that keep a letter from being released."""
    return [finding for finding in findings if finding.severity is Severity.ERROR and not finding.reason]


def chosen(checks: Sequence[Check], select: Iterable[str]) -> list[Check]:
    """Return the checks whose id begins with one of `select`, or whose name is one; all for none."""
    names = tuple(select)
    if not names:
        return list(checks)
    prefixes = tuple(name.upper() for name in names)
    return [check for check in checks if check.id.startswith(prefixes) or check.name in names]


def _with_reason(finding: Finding, silences: Mapping[str, LedgerRow]) -> Finding:
    """Return a finding with the reason why it was silenced, if it was and could be."""
    row = silences.get(finding.key)
    if row is None or not finding.can_be_silenced:
        return finding
    return replace(finding, reason=reason(row.note, row.by, row.at))


def _findings(case: Case, check: Check) -> Iterator[Finding]:
    severity = _severity(case.rules.checks, check)
    if severity is Severity.OFF:
        return
    for fact in check.search(case):
        where, line = place_of(case, fact)
        yield Finding(
            check=check.id,
            name=check.name,
            severity=severity,
            where=where,
            line=line,
            fact=fact,
            words=_words(case, fact),
            is_duty=check.is_duty,
        )


def _severity(own: Mapping[str, str], check: Check) -> Severity:
    return Severity(own.get(check.id, check.severity)) if not check.is_duty else check.severity


def _words(case: Case, fact: Fact) -> str:
    """Return what stands where a fact is: no silence outlives the words that it was given for."""
    languages = [fact.language] if fact.language else Language
    texts = [case.pair.words_of(fact.block, language) for language in languages]
    if any(texts):
        return "\x1f".join(texts)
    source = _source(case, fact.file)
    return json.dumps(source.at(fact.path)) if source and fact.path else ""


def place_of(case: Case, fact: Fact) -> tuple[str, int]:
    """Return the place of a fact in a file, and its line; empty and 0 if it is in no file."""
    if not fact.path and fact.file == "response":
        return "", 0
    source = _source(case, fact.file)
    if source is None:
        line = next((step for step in fact.path if isinstance(step, int)), 0)
        return f"{LEDGER}:{line}" if line else LEDGER, line
    return source.where(fact.path), source.line(fact.path)


def _source(case: Case, file: File) -> Source | None:
    """Return the YAML of a file; none for the ledger, which is read row by row."""
    match file:
        case "response":
            return case.response.source
        case "office":
            return case.office.source
        case "ledger":
            return None
        case _:
            assert_never(file)


def _silenced(rows: Iterable[LedgerRow]) -> Mapping[str, LedgerRow]:
    """Return the last row about each finding, by its key; one without a reason takes the silence back."""
    last = {row.more.get("finding", ""): row for row in rows if row.kind == SILENCED}
    return {key: row for key, row in last.items() if row.note}
