"""Terms from outside beside those of an office: which are new, which are known, which say something else.

What a person wrote counts. A term is known by its English, its part of speech and its scope; an empty part of
speech is any. It says nothing new where the office has its Welsh for it, be it among the variants.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from respondent.files.table import armed, defused
from respondent.grammar.welsh.mutation import nfc
from respondent.response.terms import AGREED, Term, TermAgreement


@dataclass(frozen=True, slots=True)
class TermConflict:
    """A term that says something else than one that was there before it."""

    column: str
    """In what they differ: ``cy``, ``gender``."""

    came: Term
    here: Term
    """A row of the office, or one that came before it."""


@dataclass(frozen=True, slots=True)
class TermMerge:
    """What became of terms from outside."""

    added: tuple[Term, ...]
    """In their order, as they can be written: no cell is a formula."""

    unchanged: tuple[Term, ...]
    conflicts: tuple[TermConflict, ...]


def merge(ours: Iterable[Term], theirs: Iterable[Term]) -> TermMerge:
    """Return what is to be done with terms from outside; with what is added, ours agree with one another."""
    known = _Known()
    for term in ours:
        known.take(term)
    added, unchanged, conflicts = list[Term](), list[Term](), list[TermConflict]()
    for came in theirs:
        term = replace(came, cells={column: defused(cell) for column, cell in came.cells.items()})
        if known.says(term):
            unchanged.append(term)
        elif conflict := next(known.against(term), None):
            conflicts.append(conflict)
        else:
            known.take(term)
            added.append(term)
    return TermMerge(tuple(added), tuple(unchanged), tuple(conflicts))


class _Known:
    """The terms there are, so kept that what speaks of a new one is looked up and not searched for."""

    def __init__(self) -> None:
        self._agreement = TermAgreement()
        self._agreed: dict[tuple[str, ...], list[Term]] = defaultdict(list)
        self._speaking: dict[tuple[str, ...], list[Term]] = defaultdict(list)

    def take(self, term: Term) -> None:
        self._agreement.take(term)
        if not term.is_forbidden:
            self._agreed[_key(term)].append(term)
        others = (text.removeprefix("!").strip() for text in _variants(term))
        for wording in {_plain(term.cells["cy"]), *others}:
            self._speaking[(*_key(term), wording)].append(term)

    def says(self, term: Term) -> bool:
        """Tell whether a term is there already: its Welsh allowed, or forbidden, as it has it."""
        return any(_allows(one, term) is not term.is_forbidden for one in self._about(term))

    def against(self, term: Term) -> Iterator[TermConflict]:
        """Yield in what terms that are there contradict one that says something new."""
        others = [] if term.is_forbidden else self._agreed.get(_key(term), [])
        for one in (*self._about(term), *(one for one in others if _is_same_part(one, term))):
            yield TermConflict(AGREED, term, one)
        for column, one in self._agreement.against(term):
            yield TermConflict(column, term, one)

    def _about(self, term: Term) -> Iterator[Term]:
        """Yield the terms with its English that allow or forbid its Welsh."""
        found = self._speaking.get((*_key(term), _plain(term.cells["cy"])), [])
        yield from (one for one in found if _is_same_part(one, term))


def _is_same_part(one: Term, other: Term) -> bool:
    parts = {term.cells["part_of_speech"] for term in (one, other)} - {""}
    return len(parts) < 2


def _allows(one: Term, other: Term) -> bool:
    """Return whether a term allows the Welsh of another, of which it speaks, and does not forbid it."""
    wanted = _plain(other.cells["cy"])
    if wanted == _plain(one.cells["cy"]):
        return not one.is_forbidden
    never = {text[1:].strip() for text in _variants(one) if text.startswith("!")}
    return wanted not in never and not one.is_forbidden


def _variants(term: Term) -> Iterator[str]:
    """Yield other wordings as they are compared, those that are forbidden with their mark."""
    parts = (part.strip() for part in armed(term.cells["variants"]).split("|"))
    yield from (_plain(part) for part in parts if part)


def _key(term: Term) -> tuple[str, ...]:
    return _plain(term.cells["en"]), _plain(term.cells["scope"])


def _plain(text: str) -> str:
    """Return a text as it is compared: without regard to capitals and to the kind of apostrophe."""
    return nfc(armed(text)).replace("’", "'").casefold()
