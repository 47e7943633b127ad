"""The rows of `terms.csv` that the concepts of a term base become.

Each English term in use becomes a row. Its Welsh is the preferred one, else the first; the others are its
variants, and those that are not to be used are forbidden ones. A short form goes with a short form, a plural
with a plural. What has no column stands in the note. Nobody here has agreed to any of it: it is `unverified`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from respondent.errors import Problem
from respondent.files.table import defused
from respondent.files.text import CONTROL, named
from respondent.response.terms import COLUMNS, FORBIDDEN, Term, problems
from respondent.translation.tbx import categories
from respondent.translation.tbx.categories import Rank, plain
from respondent.translation.tbx.reading import Concept, TbxTerm, TermFact

MAX_CELL = 2_000
"""The longest text of a cell; notes and sources are cut there, a longer term is not taken."""

MAX_WORDS = 100
"""How many terms of one language a concept may have; more are a mistake of some program."""

_UNVERIFIED = "unverified"
_PLACED = (
    ("partOfSpeech", categories.PARTS),
    ("grammaticalGender", categories.GENDERS),
    ("grammaticalNumber", categories.NUMBERS),
)
"""The categories with a column of their own, and the values that fit into it."""

_REMARKS = {plain(one): one for one in categories.REMARKS}
_UNLABELLED = ("definition", "note")


@dataclass(frozen=True, slots=True)
class Rows:
    """What a term base says, as terms."""

    terms: tuple[Term, ...]
    skipped: int
    """How many concepts have no Welsh, or no English that may be used."""

    problems: tuple[Problem, ...]
    """What is wrong with the terms that are left out."""


def rows(concepts: Iterable[Concept], name: str) -> Rows:
    """Return the terms of concepts, which stand in the file of a name."""
    skipped, terms, found = 0, list[Term](), list[Problem]()
    for concept in concepts:
        if max(len(concept.words.cy), len(concept.words.en)) > MAX_WORDS:
            found.append(_crowded(concept, name))
            continue
        ones = [_term(concept, cells, name) for cells in _cells(concept)]
        skipped += not ones
        for term in ones:
            wrong = [*_unwritable(term), *problems(term)]
            found += wrong
            if not wrong:
                terms.append(term)
    return Rows(tuple(terms), skipped, tuple(found))


def _term(concept: Concept, cells: Mapping[str, str], name: str) -> Term:
    """Return a row as a table holds it: what a spreadsheet would take for a formula is none."""
    return Term(concept.line, {column: defused(cells.get(column, "")) for column in COLUMNS}, name)


def _crowded(concept: Concept, name: str) -> Problem:
    what = f"a concept has more than {MAX_WORDS} terms in one language"
    return Problem(f"{name}:{concept.line}", what, "look whether it was exported well", concept.line)


def _cells(concept: Concept) -> Iterator[dict[str, str]]:
    """Yield the cells of each row of a concept."""
    if concept.words.cy:
        yield from (_row(en, concept) for en in concept.words.en if en.rank < Rank.NEVER)


def _row(en: TbxTerm, concept: Concept) -> dict[str, str]:
    used, never = _welsh(en, concept)
    first, *others = used or never
    plural = _plural(first, used)
    more = [word for word in (*others, *(never if used else ())) if word.text not in (first.text, plural)]
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
    """Return the Welsh for an English term, the best first, and that which is not to be used.

    Short forms that have a fellow in English are left to it. A singular serves for a plural too, since it
    is what follows a number in Welsh.
    """
    taken = {one.short for one in concept.words.en if one.rank < Rank.NEVER} - {en.short}
    alike = [word for word in concept.words.cy if word.short not in taken] or list(concept.words.cy)
    alike.sort(key=lambda word: (word.short != en.short, word.is_plural != en.is_plural, word.rank))
    used = [word for word in alike if word.rank < Rank.NEVER]
    return used, [word for word in alike if word.rank is Rank.NEVER]


def _plural(first: TbxTerm, used: list[TbxTerm]) -> str:
    """Return the plural of a Welsh term: as it says itself, else another term that is one."""
    if first.is_plural:
        return ""
    return first.said(*categories.PLURALS) or next((word.text for word in used if word.is_plural), "")


def _part(en: TbxTerm, cy: TbxTerm) -> str:
    """Return the part of speech; an abbreviation is one, whatever else it is."""
    said = [*(text for word in (cy, en) for text in word.all_said("termType", "partOfSpeech"))]
    parts = [categories.PARTS[plain(text)] for text in said if plain(text) in categories.PARTS]
    return "abbreviation" if "abbreviation" in parts else next(iter(parts), "")


def _value(table: dict[str, str], word: TbxTerm, category: str) -> str:
    return table.get(plain(word.said(category)), "")


def _sources(*words: TbxTerm) -> Iterator[str]:
    yield from dict.fromkeys(chain.from_iterable(word.all_said(*categories.SOURCES) for word in words))


def _remarks(en: TbxTerm, cy: TbxTerm) -> Iterator[str]:
    """Yield what is said of a term and has no column: remarks, and values that fit into none."""
    yield from filter(None, map(_remark, (*en.facts, *cy.facts)))
    for category, values in _PLACED:
        text = cy.said(category)
        if text and plain(text) not in values:
            yield f"{_spaced(category)}: {text}"


def _never(concept: Concept) -> Iterator[str]:
    """Yield a remark on each English term that is not to be used."""
    yield from (f"not to be used in English: {en.text}" for en in concept.words.en if en.rank is Rank.NEVER)


def _remarks_on(words: Iterable[TbxTerm], *others: TbxTerm) -> Iterator[str]:
    """Yield the remarks on other wordings that are not remarks on these."""
    for word in words:
        remarks = (_remark(fact) for fact in word.facts if not any(fact in one.facts for one in others))
        yield from (f"{word.text}: {remark}" for remark in remarks if remark)


def _remark(fact: TermFact) -> str:
    """Return a remark with what it is, unless that is plain; empty for a fact that is none."""
    label = _REMARKS.get(plain(fact.category))
    if label is None or label in _UNLABELLED:
        return fact.text if label else ""
    return f"{_spaced(label)}: {fact.text}"


def _spaced(category: str) -> str:
    """Return a category in words: *part of speech*."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", category).lower()


def _marked(word: TbxTerm) -> str:
    """Return a wording as variants have it."""
    return f"!{word.text}" if word.rank is Rank.NEVER else word.text


def _unmarked(word: TbxTerm) -> str:
    """Return a wording as the variants of a row have it that forbids them all."""
    return word.text


def _is_variant(word: TbxTerm) -> bool:
    """Tell whether a wording can stand among variants, where `|` parts them and `!` forbids one."""
    return "|" not in word.text and not word.text.startswith("!")


def _cut(text: str) -> str:
    return text if len(text) <= MAX_CELL else f"{text[: MAX_CELL - 2]} …"


def _unwritable(term: Term) -> Iterator[Problem]:
    """Yield why a term cannot stand in a table of terms."""
    en = CONTROL.sub("?", term.cells["en"][:60])
    for column, text in term.cells.items():
        if match := CONTROL.search(text):
            what, then = named(match.group())
            yield Problem(term.where, f"`{column}` of “{en}” has {what} in it", then, term.line)
        elif len(text) > MAX_CELL:
            what = f"`{column}` of “{en}” has {len(text):,} characters"
            yield Problem(term.where, what, f"shorten it to {MAX_CELL:,}, or leave it out", term.line)
