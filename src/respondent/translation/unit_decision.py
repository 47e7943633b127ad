"""Whether what came back for one unit is taken, and if not, why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from respondent.changes.compare import Comparison, compare
from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.files.text import CONTROL
from respondent.ledger.difference import shown
from respondent.ledger.state import RECORDED
from respondent.translation.consistency import disagreement
from respondent.translation.segments import settled
from respondent.translation.units import ReturnedUnit, Unit, target_digest

Outcome: TypeAlias = Literal["new", "unchanged", "outdated", "empty", "refused"]
"""Outdated: it came back as it went out, and there is a newer one here."""

Reason: TypeAlias = tuple[str, str]
"""What is wrong, and what to do next."""

LOCKED: Reason = (
    "it went along as context, and came back changed",
    "leave it as it is: others have said it, or it is alike in both languages",
)
SOURCE_CELL: Reason = (
    "its source was changed in the file",
    "write into the response what the source is to be; the translation can then be sent again",
)
MEANWHILE: Reason = (
    "the translation was changed here since it was sent",
    "choose between the two, and write that into the response",
)
TRACKED: Reason = (
    "changes are still marked in it",
    "accept or reject them in Word; or take it as it reads, with --accept and its key",
)
SIGN: Reason = ("it holds a sign that no text may hold", "take the sign out, and take the file again")
MEND = "mend it, and take the file again"
MEANT = "mend it, and take the file again; if it is meant, take it with --accept and its key"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a verdict hangs on, beside the unit itself."""

    sent: Mapping[str, frozenset[str]]
    """For each key that was sent the digests of the translations that went along with it."""

    accepted: frozenset[str]
    """Keys that are taken though figures, looks or marked changes speak against it."""

    is_ours: bool
    """Whether the field's translation, as it stands, was taken from a translator."""


@dataclass(frozen=True, slots=True)
class UnitDecision:
    """What becomes of what came back for a unit."""

    outcome: Outcome
    target: Inlines = ()
    """The new words, where they are taken."""

    reason: Reason = ("", "")
    """Why they are not."""


def decide(unit: Unit, one: ReturnedUnit, at: Circumstances) -> UnitDecision:
    """Return what becomes of what came back for a unit."""
    if one.target and one.target == unit.target:
        return UnitDecision("unchanged")
    target = settled(one.target or (), unit.kind)
    if not words_of(target).strip():
        return UnitDecision("unchanged" if unit.is_locked and not unit.target else "empty")
    comparison = _comparison(unit, one, target, at)
    if comparison is Comparison.SAME:
        return UnitDecision("unchanged")
    if comparison is Comparison.OUTDATED:
        return UnitDecision("outdated")
    if _is_untouched_source(unit, one, target):
        return UnitDecision("empty")
    reason = _against(unit, one, target, at, comparison)
    return UnitDecision("refused", reason=reason) if reason else UnitDecision("new", target)


def _is_as_it_stands(unit: Unit, one: ReturnedUnit, target: Inlines) -> bool:
    """Return whether a translation is the one that stands here."""
    here = settled(unit.target or (), unit.kind)
    return target == here or (one.is_plain and words_of(target) == words_of(here))


def _comparison(unit: Unit, one: ReturnedUnit, target: Inlines, at: Circumstances) -> Comparison:
    """Return whether a translation was changed in the file, here, or in both, since it was sent."""
    sent = at.sent.get(unit.key)
    if target_digest(target, unit.kind) in (sent or ()):  # whatever stands here now, the file brings no news
        is_same = _is_as_it_stands(unit, one, target)
        return compare(is_same=is_same, is_edited=False, is_changed_here=True)
    return compare(
        is_same=_is_as_it_stands(unit, one, target),
        is_edited=None if sent is None else True,
        is_changed_here=_is_changed_here(unit, at),
    )


def _is_untouched_source(unit: Unit, one: ReturnedUnit, target: Inlines) -> bool:
    """Return whether it is the source, as programs fill it in, and nobody says that it is meant."""
    is_said = one.state in {state.word for state in RECORDED.values()}
    return not unit.target and not is_said and _plain(words_of(target)) == _plain(unit.words)


def _against(
    unit: Unit, one: ReturnedUnit, target: Inlines, at: Circumstances, comparison: Comparison
) -> Reason | None:
    """Return why a new translation is not taken; none where it is."""
    if one.fault:
        return one.fault, MEND
    if unit.is_locked:
        return LOCKED
    if one.source is not None and _plain(one.source) != _plain(unit.words):
        return f"{SOURCE_CELL[0]}: {shown(_plain(unit.words), _plain(one.source))}", SOURCE_CELL[1]
    if comparison is Comparison.CONFLICT:
        return MEANWHILE
    if CONTROL.search(words_of(target)):
        return SIGN
    return None if one.key in at.accepted else _doubtful(unit, one, target)


def _doubtful(unit: Unit, one: ReturnedUnit, target: Inlines) -> Reason | None:
    """Return what speaks against a new translation, though a person may say that it is meant."""
    if one.is_tracked:
        return TRACKED
    found = disagreement(unit, target)
    return (found, MEANT) if found else None


def _is_changed_here(unit: Unit, at: Circumstances) -> bool:
    """Return whether somebody has written another translation since it was sent, and not by a take."""
    known = at.sent.get(unit.key)
    return known is not None and unit.target_digest not in {"-", *known} and not at.is_ours


def _plain(text: str) -> str:
    return " ".join(text.split())
