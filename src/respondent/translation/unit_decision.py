"""Whether the returned translation of a unit is imported, and if not, why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from respondent.changes.compare import Comparison, compare
from respondent.changes.guards import Reason, doubt, objection
from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.ledger.difference import difference_line
from respondent.ledger.state import RECORDED
from respondent.translation.consistency import disagreement
from respondent.translation.segments import settled
from respondent.translation.units import ReturnedUnit, Unit, target_digest

Outcome: TypeAlias = Literal["new", "unchanged", "outdated", "empty", "refused"]
"""Outdated: it is the translation that was sent, and the response has a newer one."""

LOCKED: Reason = (
    "it was sent as context only, and was changed",
    "leave it as it is: it is a quotation, or the same in both languages",
)
SOURCE_CHANGED: Reason = (
    "its source was changed in the file",
    "correct the source in the response, then send the text again",
)
MEANWHILE: Reason = (
    "the translation has changed in the response since it was sent",
    "write the version you want into the response",
)
TRACKED: Reason = (
    "it contains tracked changes",
    "accept or reject them in Word, or import it with all accepted: --accept and its key",
)
CORRECT = "correct it, and import the file again"
ACCEPT = "If it is intended, use --accept and its key"
CORRECT_OR_ACCEPT = f"{CORRECT}. {ACCEPT}"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a decision depends on besides the unit."""

    sent: Mapping[str, frozenset[str]]
    """By key the digests of the translations that were sent."""

    accepted: frozenset[str]
    """Keys of units to import in spite of doubts about figures, formatting or tracked changes."""

    is_imported: bool
    """Whether the present translation of the field comes from an import."""


@dataclass(frozen=True, slots=True)
class UnitDecision:
    """The decision about a returned unit."""

    outcome: Outcome
    target: Inlines = ()
    """The new words, if they are imported."""

    reason: Reason = ("", "")
    """Why they are not."""


def decide(unit: Unit, returned: ReturnedUnit, circumstances: Circumstances) -> UnitDecision:
    """Return the decision about a returned unit."""
    if returned.target and returned.target == unit.target:
        return UnitDecision("unchanged")
    target = settled(returned.target or (), unit.kind)
    if not words_of(target).strip():
        return UnitDecision("unchanged" if unit.is_locked and not unit.target else "empty")
    comparison = _comparison(unit, returned, target, circumstances)
    if comparison is Comparison.SAME:
        return UnitDecision("unchanged")
    if comparison is Comparison.OUTDATED:
        return UnitDecision("outdated")
    if _is_untouched_source(unit, returned, target):
        return UnitDecision("empty")
    reason = _objection(unit, returned, target, comparison)
    if reason is None and unit.key not in circumstances.accepted:
        reason = _doubt(unit, returned, target)
    return UnitDecision("refused", reason=reason) if reason else UnitDecision("new", target)


def _comparison(
    unit: Unit, returned: ReturnedUnit, target: Inlines, circumstances: Circumstances
) -> Comparison:
    """Return whether a translation has changed in the file, in the response, or in both, since sending."""
    sent = circumstances.sent.get(unit.key)
    present = settled(unit.target or (), unit.kind)
    is_same = target == present or (returned.is_plain and words_of(target) == words_of(present))
    if sent is None:
        return compare(is_same=is_same, is_edited=None, is_changed_here=False)
    if target_digest(target, unit.kind) in sent:
        # It was returned as it was sent, so that the response is right, whatever it has now.
        return compare(is_same=is_same, is_edited=False, is_changed_here=True)
    # A second return may correct the first: a translation that was imported is not a change by the office.
    is_changed_here = unit.target_digest not in {"-", *sent} and not circumstances.is_imported
    return compare(is_same=is_same, is_edited=True, is_changed_here=is_changed_here)


def _is_untouched_source(unit: Unit, returned: ReturnedUnit, target: Inlines) -> bool:
    """Return whether the target is a copy of the source that nobody has confirmed.

    Some programs fill empty targets with the source. A state such as `translated` confirms the copy: names
    and headings may be the same in both languages.
    """
    is_confirmed = returned.state in {state.word for state in RECORDED.values()}
    return not unit.target and not is_confirmed and _plain(words_of(target)) == _plain(unit.words)


def _objection(unit: Unit, returned: ReturnedUnit, target: Inlines, comparison: Comparison) -> Reason | None:
    """Return why a new translation cannot be imported; None if it can."""
    if returned.fault:
        return returned.fault, CORRECT
    if unit.is_locked:
        return LOCKED
    if returned.source is not None and _plain(returned.source) != _plain(unit.words):
        what, advice = SOURCE_CHANGED
        return f"{what}: {difference_line(_plain(unit.words), _plain(returned.source))}", advice
    if comparison is Comparison.CONFLICT:
        return MEANWHILE
    return objection(words_of(target), unit.language.other)


def _doubt(unit: Unit, returned: ReturnedUnit, target: Inlines) -> Reason | None:
    """Return why a new translation is imported only if a person accepts it."""
    if returned.is_tracked:
        return TRACKED
    if what := disagreement(unit, target):
        return what, CORRECT_OR_ACCEPT
    reason = doubt(words_of(target), unit.language.other, is_markdown=unit.is_whole)
    return (reason[0], f"{reason[1]}. {ACCEPT}") if reason else None


def _plain(text: str) -> str:
    return " ".join(text.split())
