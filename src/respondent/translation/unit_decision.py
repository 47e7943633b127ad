"""Whether the returned translation of a unit is imported, and if not, why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from respondent.changes.compare import Comparison, compare
from respondent.changes.guards import BULLET_ADVICE, Reason, doubt, objection
from respondent.changes.typography import as_before, loose
from respondent.document.tree import Break, Inlines
from respondent.document.walk import text as words_of
from respondent.language import NAMES
from respondent.ledger.difference import difference_line
from respondent.ledger.state import RECORDED
from respondent.translation.consistency import disagreement
from respondent.translation.segments import settled, text_of
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
EMPTIED: Reason = (
    "its translation was deleted in the file",
    "to remove the text from the letter, delete it in the response",
)
MEANWHILE: Reason = (
    "the translation has changed in the response since it was sent",
    "write the version you want into the response",
)
TRACKED: Reason = (
    "it contains tracked changes",
    "accept or reject them in Word, or import it with all accepted: --accept and its key",
)
# The marker of an item, as a list of Word is read in a cell.
_ITEM = re.compile(r"^(?:-|\d{1,3}\.) ", re.MULTILINE)

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
    target = settled(as_before(returned.target or (), unit.target or ()), unit.kind)
    if not words_of(target).strip():
        return _empty(unit, returned, circumstances)
    if returned.language not in (None, unit.language.other):
        name = NAMES.in_(unit.language)
        what = f"the file is a translation into {name}, and this text is one from {name}"
        return UnitDecision("refused", reason=(what, "hand in the file of the other direction"))
    comparison = _comparison(unit, returned, target, circumstances)
    if comparison is Comparison.SAME:
        return UnitDecision("unchanged")
    if comparison is Comparison.OUTDATED:
        return UnitDecision("outdated")
    if _is_untouched_source(unit, returned, target):
        return UnitDecision("unchanged" if unit.target else "empty")
    reason = _objection(unit, returned, target, comparison)
    if reason is None and unit.key not in circumstances.accepted:
        reason = _doubt(unit, returned, target)
    return UnitDecision("refused", reason=reason) if reason else UnitDecision("new", target)


def mended_source(unit: Unit, returned: ReturnedUnit) -> str:
    """Return how the source of a unit was changed in the file; empty if it was not."""
    if returned.source is None or loose(returned.source) == loose(unit.words):
        return ""
    return f"{SOURCE_CHANGED[0]}: {difference_line(_plain(unit.words), _plain(returned.source))}"


def _empty(unit: Unit, returned: ReturnedUnit, circumstances: Circumstances) -> UnitDecision:
    """Return the decision about a unit without words: it was sent without any, or somebody deleted them."""
    if returned.fault:
        return UnitDecision("refused", reason=(returned.fault, CORRECT))
    if unit.is_locked and not unit.target:
        return UnitDecision("unchanged")
    is_emptied = unit.target_digest in circumstances.sent.get(unit.key, frozenset()) - {"-"}
    return UnitDecision("refused", reason=EMPTIED) if is_emptied else UnitDecision("empty")


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
    return not is_confirmed and loose(words_of(target)) == loose(unit.words)


def _objection(unit: Unit, returned: ReturnedUnit, target: Inlines, comparison: Comparison) -> Reason | None:
    """Return why a new translation cannot be imported; None if it can."""
    if returned.fault:
        return returned.fault, CORRECT
    if unit.is_locked:
        return LOCKED
    if what := mended_source(unit, returned):
        return what, SOURCE_CHANGED[1]
    if comparison is Comparison.CONFLICT:
        return MEANWHILE
    return objection(words_of(target), unit.language.other)


def _doubt(unit: Unit, returned: ReturnedUnit, target: Inlines) -> Reason | None:
    """Return why a new translation is imported only if a person accepts it."""
    if returned.is_tracked:
        return TRACKED
    if what := disagreement(unit, target):
        return what, CORRECT_OR_ACCEPT
    if not unit.is_whole and _ITEM.search(text_of(target)) and not _ITEM.search(text_of(unit.source)):
        return "it is an item of a list, and its source is not", f"{BULLET_ADVICE}. {ACCEPT}"
    reason = doubt(words_of(target), unit.language.other, is_markdown=unit.is_whole)
    return (reason[0], f"{reason[1]}. {ACCEPT}") if reason else None


def added_lines(unit: Unit, returned: ReturnedUnit) -> str:
    """Return what becomes of paragraphs that a part has more of than its source; empty if it has none.

    A part is one paragraph, heading or cell, and stays one.
    """
    lines = _lines(returned.target or ())
    if unit.is_whole or lines <= max(_lines(unit.source), _lines(unit.target or ())):
        return ""
    return (
        f"it has {lines} lines or paragraphs, taken as lines of one, and its source has {_lines(unit.source)}"
    )


def _lines(content: Inlines) -> int:
    return 1 + sum(isinstance(inline, Break) for inline in content)


def _plain(text: str) -> str:
    return " ".join(text.split())
