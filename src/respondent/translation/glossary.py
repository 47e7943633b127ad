"""The agreed terms that occur in a text, for notes beside it and for the table sent with it."""

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
"""A word, with the apostrophes inside it: *i'r* and *o'r* are one word each."""

_ELLIPSIS = "…"
"""In a term it stands for words to be filled in, which cannot be searched for."""


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
        """Take the entries. The first for an English term in a scope counts."""
        unique: dict[tuple[str, str], GlossaryEntry] = {}
        for entry in entries:
            unique.setdefault((entry.words.en.casefold(), entry.cells.get("scope", "")), entry)
        self._by_first = Pair.of(lambda language: _by_first(unique.values(), language))

    def occurring(self, text: str, language: Language) -> list[GlossaryEntry]:
        """Return the terms that occur unchanged in a text, the longest at each place, each once.

        Plurals and mutated forms are not found.
        """
        spans = [match.span() for match in _WORD.finditer(text)]
        words = [text[start:end].casefold() for start, end in spans]
        occurring: dict[int, GlossaryEntry] = {}
        start, by_first = 0, self._by_first.in_(language)
        while start < len(words):
            step = 1
            for term, entry in by_first.get(words[start], ()):
                end = start + len(term)
                if tuple(words[start:end]) == term and _has_capitals_of(
                    entry.words.in_(language), text[spans[start][0] : spans[end - 1][1]]
                ):
                    occurring.setdefault(id(entry), entry)
                    step = len(term)
                    break
            start += step
        return list(occurring.values())


def glossary(office: Iterable[Term]) -> Glossary:
    """Return the terms of an office and the shipped ones. The office's take precedence."""
    shipped = (GlossaryEntry(dict.fromkeys(COLUMNS, "") | dict(row)) for row in shipped_rows())
    return Glossary([*(GlossaryEntry(term.cells) for term in office), *shipped])


def terms_note(entries: Iterable[GlossaryEntry], source: Language) -> str:
    """Return terms in one line: ``Home Secretary = Ysgrifennydd Cartref; …``."""
    return "; ".join(
        f"{entry.words.in_(source)} = {entry.words.in_(source.other)}{_gender(entry)}" for entry in entries
    )


def table(entries: Iterable[GlossaryEntry]) -> bytes:
    """Return terms as `terms.csv`, in UTF-8 with a byte order mark for Excel, and without formulas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([defused(entry.cells[column]) for column in COLUMNS] for entry in entries)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _by_first(
    entries: Iterable[GlossaryEntry], language: Language
) -> Mapping[str, list[tuple[tuple[str, ...], GlossaryEntry]]]:
    """Return entries by the first word of their term, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], GlossaryEntry]]] = defaultdict(list)
    for entry in entries:
        words = tuple(_words(entry.words.in_(language)))
        if words and _ELLIPSIS not in entry.words.in_(language):
            by_first[words[0]].append((words, entry))
    return {first: sorted(terms, key=lambda term: -len(term[0])) for first, terms in by_first.items()}


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(text))


def _has_capitals_of(term: str, text: str) -> bool:
    """Return whether words can be the term: *Home Office* is a name, *home office* is not."""
    return term == term.lower() or not text.islower()


def _gender(entry: GlossaryEntry) -> str:
    gender = entry.cells.get("gender", "")
    return f" ({gender})" if gender else ""
