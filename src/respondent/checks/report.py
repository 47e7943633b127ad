"""Findings as lines of text for people, and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from respondent.checks.finding import APPROVALS, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from respondent.checks.check import Check

VERSION = 1
"""The version of the JSON: a key may be added to it, none changes its meaning or goes."""

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def lines(
    findings: Sequence[Finding], mark: Callable[[Severity], str] = str, above: Collection[str] = ()
) -> Iterator[str]:
    """Yield the findings of a response as lines of text, silenced ones after all others.

    Texts that nobody has approved are only named by the command that approves them, unless nothing else is
    found.

    Args:
        findings: The findings, in the order in which they are printed.
        mark: Colours the word of a severity; the word alone if not given.
        above: Keys of findings about the office that were printed for another response of it.
    """
    open_ = [finding for finding in findings if not finding.reason]
    known = [finding for finding in open_ if finding.fact.file != "response" and finding.key in above]
    is_brief = any(finding.check not in APPROVALS for finding in open_)
    for group in _groups(finding for finding in open_ if finding not in known):
        yield from _lines(group, mark, is_brief=is_brief and group[0].check in APPROVALS)
    if known:
        yield f"  {_count(len(known), 'finding')} about the office: see above"
    for finding in findings:
        if finding.reason:
            yield f"  silenced {finding.check} {finding.name}: {finding.reason}"
            yield f"             {_placed(finding)}"
    yield f"  {summary(findings)}"


def summary(findings: Sequence[Finding]) -> str:
    """Return how many findings there are, in words: ``2 errors, 1 warning; 1 silenced``."""
    counts = counted(findings)
    counted_words = [_count(counts[severity], severity) for severity in SEVERITIES if counts[severity]]
    silenced = sum(1 for finding in findings if finding.reason)
    return "; ".join(
        filter(None, (", ".join(counted_words) or "no findings", f"{silenced} silenced" if silenced else ""))
    )


def counted(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    """Return how many findings of each severity there are, without those that were silenced."""
    return Counter(finding.severity for finding in findings if not finding.reason)


def value(finding: Finding) -> dict[str, object]:
    """Return a finding as JSON has it; `docs/checks.md` says what each key holds."""
    fact = finding.fact
    return {
        "check": finding.check,
        "name": finding.name,
        "severity": finding.severity.value,
        "key": finding.key,
        "where": finding.where,
        "line": finding.line,
        "block": fact.block,
        "language": fact.language.value if fact.language else "",
        "what": fact.what,
        "next": fact.full_advice,
        "silenced": finding.reason,
    }


KEYS: Mapping[str, str] = {
    "check": "the id of the check: `S201`",
    "name": "its name",
    "severity": "`error`, `warning` or `note`, as the office has set it",
    "key": "eight characters that identify the finding until its words change, for `respondent silence`",
    "where": "the place in a file, `response.yaml:14: recommendations[2]`; empty if the finding has none",
    "line": "the line of that place; 0 if the finding has none",
    "block": "the block of the letter; empty if it is not about a block",
    "language": "`cy` or `en` if it is about one of the letters; otherwise empty",
    "what": "what is wrong, in one line",
    "next": "what to do about it, in one line",
    "silenced": "why it was silenced, by whom and when; empty if it was not",
}
"""What each key of a finding holds in JSON."""


def manual(check: Check) -> str:
    """Return the manual of a check, as text."""
    duty = "; the law requires it, and an office cannot lower it" if check.is_duty else ""
    return f"{check.id} {check.name}: {check.severity}{duty}\n\n{check.manual_with('{}: ')}"


def _groups(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    """Return the findings that say the same of several places together, in the order of the first of each."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        groups.setdefault(
            (finding.severity, finding.check, finding.fact.what, finding.fact.advice), []
        ).append(finding)
    return groups.values()


def _lines(group: Sequence[Finding], mark: Callable[[Severity], str], *, is_brief: bool) -> Iterator[str]:
    """Yield what some findings say, what to do, and unless it is brief their places with their keys."""
    first = group[0]
    gap = " " * (_WIDTH - len(first.severity))
    yield f"  {mark(first.severity)}{gap} {first.check} {first.name}: {first.fact.what}"
    names = dict.fromkeys(finding.fact.names for finding in group)
    yield f"  {' ' * _WIDTH} {' '.join((first.fact.advice, *names)).rstrip()}"
    if not is_brief:
        yield from (f"  {' ' * _WIDTH}   {_placed(finding)}" for finding in group)


def _placed(finding: Finding) -> str:
    """Return the place of a finding, short since its response is known, and its key."""
    block = finding.fact.letter
    file, line, path = (*finding.where.split(":", 2), "", "")[:3]
    where = ":".join(filter(None, (file.rpartition("/")[2], line, "" if block else path)))
    place = ", ".join(filter(None, (where, block)))
    return f"{place}  [{finding.key}]" if finding.can_be_silenced else place


_WIDTH = max(len(severity) for severity in SEVERITIES)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
