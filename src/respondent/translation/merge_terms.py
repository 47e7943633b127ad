"""Comparing the terms of a file with those of an office: new terms, known terms and conflicts.

The office's terms take precedence. A term is identified by its English, its part of speech and its scope. An
empty part of speech fits any. A term is known if the office has its Welsh for it, also among the variants.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from respondent.grammar.welsh.mutation import nfc
from respondent.response.terms import AGREED, Term, TermAgreement


@dataclass(frozen=True, slots=True)
class TermConflict:
    """A term that contradicts an earlier one."""

    column: str
    """The column in which they differ: ``cy``, ``gender``."""

    new: Term
    present: Term
    """A term of the office, or an earlier one of the file."""


@dataclass(frozen=True, slots=True)
class TermMerge:
    """The result of comparing the terms of a file."""

    added: tuple[Term, ...]
    """In their order."""

    unchanged: tuple[Term, ...]
    conflicts: tuple[TermConflict, ...]


def merge(ours: Iterable[Term], theirs: Iterable[Term]) -> TermMerge:
    """Return the result of comparing terms; our terms and the added ones do not contradict each other."""
    known = _KnownTerms()
    for term in ours:
        known.add(term)
    added, unchanged, conflicts = list[Term](), list[Term](), list[TermConflict]()
    for term in theirs:
        if known.has(term):
            unchanged.append(term)
        elif conflict := next(known.conflicts(term), None):
            conflicts.append(conflict)
        else:
            known.add(term)
            added.append(term)
    return TermMerge(tuple(added), tuple(unchanged), tuple(conflicts))


class _KnownTerms:
    """The known terms, indexed by what they are compared by: term bases have tens of thousands of terms."""

    def __init__(self) -> None:
        self._agreement = TermAgreement()
        self._agreed: dict[tuple[str, ...], list[Term]] = defaultdict(list)
        self._by_wording: dict[tuple[str, ...], list[Term]] = defaultdict(list)

    def add(self, term: Term) -> None:
        self._agreement.take(term)
        if not term.is_forbidden:
            self._agreed[_key(term)].append(term)
        variants = (text.removeprefix("!").strip() for text in _variants(term))
        for wording in {_plain(term.cells["cy"]), *variants}:
            self._by_wording[(*_key(term), wording)].append(term)

    def has(self, term: Term) -> bool:
        """Return whether a known term agrees: it allows an agreed term, or forbids a forbidden one."""
        return any(_allows(known, term) is not term.is_forbidden for known in self._about(term))

    def conflicts(self, term: Term) -> Iterator[TermConflict]:
        """Yield the conflicts of a new term with known ones."""
        agreed = [] if term.is_forbidden else self._agreed.get(_key(term), [])
        for known in (*self._about(term), *(known for known in agreed if _is_same_part(known, term))):
            yield TermConflict(AGREED, term, known)
        for column, known in self._agreement.against(term):
            yield TermConflict(column, term, known)

    def _about(self, term: Term) -> Iterator[Term]:
        """Yield the known terms with its English that allow or forbid its Welsh."""
        namesakes = self._by_wording.get((*_key(term), _plain(term.cells["cy"])), [])
        yield from (known for known in namesakes if _is_same_part(known, term))


def _is_same_part(one: Term, other: Term) -> bool:
    parts = {term.cells["part_of_speech"] for term in (one, other)} - {""}
    return len(parts) < 2


def _allows(known: Term, term: Term) -> bool:
    """Return whether a known term allows the Welsh of another, which is its own or one of its variants."""
    wording = _plain(term.cells["cy"])
    forbidden = {text[1:].strip() for text in _variants(known) if text.startswith("!")}
    is_variant = wording != _plain(known.cells["cy"])
    return not known.is_forbidden and not (is_variant and wording in forbidden)


def _variants(term: Term) -> Iterator[str]:
    """Yield the variants in the form in which they are compared; forbidden ones begin with `!`."""
    parts = (part.strip() for part in term.cells["variants"].split("|"))
    yield from (_plain(part) for part in parts if part)


def _key(term: Term) -> tuple[str, ...]:
    return _plain(term.cells["en"]), _plain(term.cells["scope"])


def _plain(text: str) -> str:
    """Return a text in the form in which it is compared: capitals and kinds of apostrophe do not count."""
    return nfc(text).replace("’", "'").casefold()
