"""Convert the concepts of a term base to rows of `terms.csv`.

Each English term in use becomes a row. Its Welsh is the preferred or else the first term. Other Welsh terms
become variants, and deprecated ones become forbidden variants. Short forms are paired with short forms, and
plurals with plurals. Statements without a column go into the note. All rows are `unverified`, because nobody
in the office has agreed to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from respondent.errors import Problem
from respondent.files.text import CONTROL, named
from respondent.response.terms import COLUMNS, FORBIDDEN, Term, problems
from respondent.translation.tbx import categories
from respondent.translation.tbx.categories import Rank, plain
from respondent.translation.tbx.reading import Concept, TbxTerm, TermFact

MAX_CELL = 2_000
"""The limit of characters in a cell. Longer notes and sources are cut, and longer terms are left out."""

MAX_WORDS = 100
"""The limit of terms of one language in a concept. More are an error of the exporting program."""

_UNVERIFIED = "unverified"
_PLACED = (
    ("partOfSpeech", categories.PARTS),
    ("grammaticalGender", categories.GENDERS),
    ("grammaticalNumber", categories.NUMBERS),
)
"""The categories that have a column, with the values that it accepts."""

_REMARKS = {plain(category): category for category in categories.REMARKS}
_UNLABELLED = ("definition", "note")


@dataclass(frozen=True, slots=True)
class Rows:
    """The terms of a term base."""

    terms: tuple[Term, ...]
    skipped: int
    """The number of concepts without Welsh, or without English that may be used."""

    problems: tuple[Problem, ...]
    """The problems of terms that are left out."""


def rows(concepts: Iterable[Concept], name: str) -> Rows:
    """Return the terms of the concepts in the file `name`."""
    skipped, terms, refused = 0, list[Term](), list[Problem]()
    for concept in concepts:
        if max(len(concept.words.cy), len(concept.words.en)) > MAX_WORDS:
            refused.append(_crowded(concept, name))
            continue
        candidates = [_term(concept, cells, name) for cells in _cells(concept)]
        skipped += not candidates
        for term in candidates:
            faults = [*_unwritable(term), *problems(term)]
            refused += faults
            if not faults:
                terms.append(term)
    return Rows(tuple(terms), skipped, tuple(refused))


def _term(concept: Concept, cells: Mapping[str, str], name: str) -> Term:
    return Term(concept.line, {column: cells.get(column, "") for column in COLUMNS}, name)


def _crowded(concept: Concept, name: str) -> Problem:
    what = f"a concept has more than {MAX_WORDS} terms in one language"
    return Problem(f"{name}:{concept.line}", what, "check the export", concept.line)


def _cells(concept: Concept) -> Iterator[dict[str, str]]:
    """Yield the cells of each row of a concept."""
    if concept.words.cy:
        yield from (_row(en, concept) for en in concept.words.en if en.rank < Rank.NEVER)


def _row(en: TbxTerm, concept: Concept) -> dict[str, str]:
    used, never = _welsh(en, concept)
    first, *alternatives = used or never
    plural = _plural(first, used)
    more = [
        word for word in (*alternatives, *(never if used else ())) if word.text not in (first.text, plural)
    ]
    mark = _marked if used else _unmarked
    odd = (f"also: {mark(word)}" for word in more if not _is_variant(word))
    notes = dict.fromkeys((*_remarks(en, first), *_remarks_on(more, en, first), *odd, *_never(concept)))
    return {
        "en": en.text,
        "cy": first.text,
        "part_of_speech": _part(en, first),
        "gender": _value(categories.GENDERS, first, "grammaticalGender"),
        "number": _value(categories.NUMBERS, first, "grammaticalNumber"),
        "plural": plural,
        "variants": "|".join(mark(word) for word in more if _is_variant(word)),
        "status": _UNVERIFIED if used else FORBIDDEN,
        "source": _cut("; ".join(_sources(en, first))),
        "note": _cut("; ".join(notes)),
    }


def _welsh(en: TbxTerm, concept: Concept) -> tuple[list[TbxTerm], list[TbxTerm]]:
    """Return the Welsh terms for an English term, the best first, and those that must not be used.

    Welsh short forms are left to the English short form if there is one. A singular may translate a plural,
    because Welsh has the singular after a number.
    """
    taken = {word.short for word in concept.words.en if word.rank < Rank.NEVER} - {en.short}
    alike = [word for word in concept.words.cy if word.short not in taken] or list(concept.words.cy)
    alike.sort(key=lambda word: (word.short != en.short, word.is_plural != en.is_plural, word.rank))
    used = [word for word in alike if word.rank < Rank.NEVER]
    return used, [word for word in alike if word.rank is Rank.NEVER]


def _plural(first: TbxTerm, used: list[TbxTerm]) -> str:
    """Return the plural of a Welsh term: from its own statements, or another term that is a plural."""
    if first.is_plural:
        return ""
    return first.text_of(*categories.PLURALS) or next((word.text for word in used if word.is_plural), "")


def _part(en: TbxTerm, cy: TbxTerm) -> str:
    """Return the part of speech. An abbreviation is always one, whatever the file gives besides."""
    texts = [*(text for word in (cy, en) for text in word.texts("termType", "partOfSpeech"))]
    parts = [categories.PARTS[plain(text)] for text in texts if plain(text) in categories.PARTS]
    return "abbreviation" if "abbreviation" in parts else next(iter(parts), "")


def _value(table: dict[str, str], word: TbxTerm, category: str) -> str:
    return table.get(plain(word.text_of(category)), "")


def _sources(*words: TbxTerm) -> Iterator[str]:
    yield from dict.fromkeys(chain.from_iterable(word.texts(*categories.SOURCES) for word in words))


def _remarks(en: TbxTerm, cy: TbxTerm) -> Iterator[str]:
    """Yield the statements without a column: remarks, and values that no column accepts."""
    yield from filter(None, map(_remark, (*en.facts, *cy.facts)))
    for category, values in _PLACED:
        text = cy.text_of(category)
        if text and plain(text) not in values:
            yield f"{_spaced(category)}: {text}"


def _never(concept: Concept) -> Iterator[str]:
    """Yield a remark on each English term that must not be used."""
    yield from (f"not to be used in English: {en.text}" for en in concept.words.en if en.rank is Rank.NEVER)


def _remarks_on(words: Iterable[TbxTerm], *main: TbxTerm) -> Iterator[str]:
    """Yield the remarks on alternative terms that do not repeat remarks on the main ones."""
    for word in words:
        remarks = (_remark(fact) for fact in word.facts if not any(fact in term.facts for term in main))
        yield from (f"{word.text}: {remark}" for remark in remarks if remark)


def _remark(fact: TermFact) -> str:
    """Return a remark with its label, unless the label is obvious; empty for other facts."""
    label = _REMARKS.get(plain(fact.category))
    if label is None or label in _UNLABELLED:
        return fact.text if label else ""
    return f"{_spaced(label)}: {fact.text}"


def _spaced(category: str) -> str:
    """Return a category in words: *part of speech*."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", category).lower()


def _marked(word: TbxTerm) -> str:
    """Return a wording for the column `variants`, where `!` forbids it."""
    return f"!{word.text}" if word.rank is Rank.NEVER else word.text


def _unmarked(word: TbxTerm) -> str:
    """Return a wording for the column `variants` of a forbidden row, which needs no marks."""
    return word.text


def _is_variant(word: TbxTerm) -> bool:
    """Return whether a wording can be a variant: `|` separates variants and `!` forbids one."""
    return "|" not in word.text and not word.text.startswith("!")


def _cut(text: str) -> str:
    return text if len(text) <= MAX_CELL else f"{text[: MAX_CELL - 2]} …"


def _unwritable(term: Term) -> Iterator[Problem]:
    """Yield the reasons why a table cannot contain a term."""
    en = CONTROL.sub("?", term.cells["en"][:60])
    for column, text in term.cells.items():
        if match := CONTROL.search(text):
            what, advice = named(match.group())
            yield Problem(term.where, f"`{column}` of “{en}” contains {what}", advice, term.line)
        elif len(text) > MAX_CELL:
            what = f"`{column}` of “{en}” has {len(text):,} characters"
            yield Problem(term.where, what, f"shorten it to {MAX_CELL:,}, or leave it out", term.line)
