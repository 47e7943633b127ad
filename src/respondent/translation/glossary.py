"""The agreed terms that occur in a text: what a translator is told of them, and the table that goes along."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from respondent.files.table import defused
from respondent.grammar.welsh.terms import shipped_rows
from respondent.language import Language, Pair
from respondent.response.terms import COLUMNS, Term

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPEN = "…"
"""What stands in a term for words that are to be filled in: nothing to look for."""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term, by the columns of `terms.csv`."""

    cells: Mapping[str, str]

    @property
    def words(self) -> Pair[str]:
        """The term in both languages."""
        return Pair(self.cells["cy"], self.cells["en"])


class Glossary:
    """Terms, found in texts of either language by their words."""

    def __init__(self, entries: Iterable[GlossaryEntry]) -> None:
        """Take the entries, of which the first for an English term counts."""
        found: dict[tuple[str, str], GlossaryEntry] = {}
        for entry in entries:
            found.setdefault((entry.words.en.casefold(), entry.cells.get("scope", "")), entry)
        self._by_first = Pair.of(lambda language: _by_first(found.values(), language))

    def occurring(self, text: str, language: Language) -> list[GlossaryEntry]:
        """Return the terms that stand in a text as they are, the longest at each place, each once.

        Capitals count where the term has them; plurals and mutated forms are not looked for.
        """
        spans = [match.span() for match in _WORD.finditer(text)]
        words = [text[start:end].casefold() for start, end in spans]
        found: dict[int, GlossaryEntry] = {}
        at, by_first = 0, self._by_first.in_(language)
        while at < len(words):
            step = 1
            for wanted, entry in by_first.get(words[at], ()):
                end = at + len(wanted)
                if tuple(words[at:end]) == wanted and _is_meant(
                    entry.words.in_(language), text[spans[at][0] : spans[end - 1][1]]
                ):
                    found.setdefault(id(entry), entry)
                    step = len(wanted)
                    break
            at += step
        return list(found.values())


def glossary(office: Iterable[Term]) -> Glossary:
    """Return the terms of an office, then those that are shipped."""
    shipped = (GlossaryEntry(dict.fromkeys(COLUMNS, "") | dict(row)) for row in shipped_rows())
    return Glossary([*(GlossaryEntry(term.cells) for term in office), *shipped])


def terms_note(entries: Iterable[GlossaryEntry], source: Language) -> str:
    """Return terms in one line: ``Home Secretary = Ysgrifennydd Cartref; …``."""
    return "; ".join(
        f"{entry.words.in_(source)} = {entry.words.in_(source.other)}{_gender(entry)}" for entry in entries
    )


def table(entries: Iterable[GlossaryEntry]) -> bytes:
    """Return terms as `terms.csv` in UTF-8 that Excel opens; no cell of it is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([defused(entry.cells[column]) for column in COLUMNS] for entry in entries)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _by_first(
    entries: Iterable[GlossaryEntry], language: Language
) -> Mapping[str, list[tuple[tuple[str, ...], GlossaryEntry]]]:
    """Return entries by the first word of their term, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], GlossaryEntry]]] = defaultdict(list)
    for entry in entries:
        words = tuple(_words(entry.words.in_(language)))
        if words and _OPEN not in entry.words.in_(language):
            found[words[0]].append((words, entry))
    return {first: sorted(ones, key=lambda one: -len(one[0])) for first, ones in found.items()}


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(text))


def _is_meant(term: str, text: str) -> bool:
    """Return whether words are the term: a term with capitals is no common word, as *Home Office* is none."""
    return term == term.lower() or not text.islower()


def _gender(entry: GlossaryEntry) -> str:
    gender = entry.cells.get("gender", "")
    return f" ({gender})" if gender else ""
