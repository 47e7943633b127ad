"""Reads `terms.csv`, an office's agreed terms: every mistake at once, then terms that can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from respondent.errors import DataError, Problem
from respondent.files import table, workspace
from respondent.files.source import place
from respondent.files.table import MAX_PROBLEMS, TableRow
from respondent.files.workspace import Workspace
from respondent.grammar.welsh.noun import Noun
from respondent.grammar.welsh.terms import FIELDS, Terms, key, of_rows

if TYPE_CHECKING:
    from respondent.grammar.welsh.terms import NounFields
    from respondent.response.office import Office


class Column(NamedTuple):
    """A column of a table of terms."""

    about: str
    values: Mapping[str, str] = {}
    """What may stand in it, with what that means to the grammar; any text where empty."""


COLUMNS: Mapping[str, Column] = {
    "en": Column("The English"),
    "cy": Column("The Welsh, unmutated"),
    "part_of_speech": Column("`noun`, `name`, `verb-noun`, `adjective`, `phrase`, `abbreviation`"),
    "gender": Column(
        "The gender of the Welsh noun; for a phrase, the gender of its head", {"m": "m", "f": "f"}
    ),
    "number": Column(
        "A plural does not soften after the article", {"singular": "singular", "plural": "plural"}
    ),
    "plural": Column("The Welsh plural, for *28 o ddiwrnodau*"),
    "mutates": Column(
        "`no` for personal and foreign names and for acronyms; `soft-only` for words with no other mutation",
        {"yes": "yes", "no": "no", "soft-only": "soft-only"},
    ),
    "initial_sound": Column(
        "The sound it begins with, if the spelling does not show it: acronyms",
        {"auto": "auto", "vowel": "vowel", "consonant": "consonant"},
    ),
    "article": Column(
        "`with`: used with the article; `built-in`: the term contains it",
        {"none": "none", "with": "with", "y": "with", "built-in": "built-in"},
    ),
    "variants": Column("Other Welsh wordings in use, separated by `|`; `!` before one forbids it"),
    "scope": Column("Where the term applies, if not everywhere: an office, a kind of letter"),
    "status": Column(
        "`verified`, `unverified`, or `forbidden` (this Welsh must not be used for this English)"
    ),
    "source": Column("Where the term was published"),
    "note": Column("Anything else to know about the term"),
}
"""Every column that a table of terms may have; only `en` and `cy` must be there."""

NEEDED = ("en", "cy")
"""The columns that every row fills in."""

AGREED = "cy"
"""The column on which all rows of an English term agree."""

FORBIDDEN = "forbidden"
"""The status of a row whose Welsh is not to be used for its English."""

WELSH = ("cy", "plural", "variants")
"""The columns that hold Welsh."""

_FORMULA = re.compile(r"=|#(NAME|REF|VALUE|N/A|DIV/0|NUM|NULL)\b", re.IGNORECASE)
"""How a formula begins, or what Excel prints where one has failed."""

_LOST = re.compile(r"\?\w|\b[Tt]\?")
"""A question mark where a letter was, as in *gw?yn*, *t?*: what Excel's plain CSV makes of ŵ and ŷ."""

_ARTICLE = re.compile(r"yr? ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a table of terms."""

    line: int
    """Where it stands in its file, from 1."""

    cells: Mapping[str, str]
    """What it says, by column, every one of `COLUMNS`; empty where it says nothing."""

    file: str = ""
    """How messages call its file."""

    @property
    def is_forbidden(self) -> bool:
        """Whether its Welsh is not to be used for its English."""
        return self.cells["status"].casefold() == FORBIDDEN

    @property
    def where(self) -> str:
        """Its place as messages print it: ``terms.csv:3``."""
        return place(self.file, self.line, ())


def office_terms(at: Workspace, office: Office) -> Terms:
    """Return what an office has said of Welsh words: in its `office.yaml`, then in its `terms.csv`.

    Raises:
        DataError: with everything that is wrong with `terms.csv`.
        InputError: if it is a link out of the workspace.
    """
    return named(office).over(nouns(load(at)))


def load(at: Workspace) -> tuple[Term, ...]:
    """Return the terms of a workspace; none where it has no `terms.csv`.

    Raises:
        DataError: with everything that is wrong with the file.
        InputError: if it is a link out of the workspace.
    """
    file = workspace.inside(at.root, at.terms_file.name, at.terms_file.name)
    return read(table.load(file, at.terms_file.name), at.terms_file.name) if file.exists() else ()


def read(rows: Sequence[TableRow], name: str) -> tuple[Term, ...]:
    """Return the terms of the rows of a table, of which the first names the columns.

    Raises:
        DataError: with everything that is wrong with them.
    """
    terms, found = _looked_at(rows, name)
    return _sound(terms, [*found, *_disagreements(terms, name)], name)


def offered(rows: Sequence[TableRow], name: str) -> tuple[Term, ...]:
    """Return the terms of a table as `read` does, though rows of it may say different things of one term.

    Raises:
        DataError: with everything else that is wrong with them.
    """
    return _sound(*_looked_at(rows, name), name)


def columns(head: TableRow) -> tuple[str, ...]:
    """Return the names of the columns from the first row of a table."""
    return tuple(cell.casefold().replace(" ", "_") for cell in head.cells)


def problems(term: Term) -> Iterator[Problem]:
    """Yield what is wrong with the cells of a term, whatever the others say."""
    yield from _row_problems(term, tuple(COLUMNS), term.file)


class TermAgreement:
    """What terms have said so far, by which the next one is judged."""

    __slots__ = ("_records", "_wordings")

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._wordings: dict[tuple[str, ...], Term] = {}
        self._records: dict[tuple[str, str], Term] = {}

    def against(self, term: Term) -> Iterator[tuple[str, Term]]:
        """Yield each column in which a term that was taken says something else, with that term.

        An English term has one Welsh term in a scope; a Welsh word has one record, in whatever scope.
        """
        for key_ in self._wording(term):
            if (first := self._wordings.get(key_)) and first.cells["cy"] != term.cells["cy"]:
                yield AGREED, first
        for column, key_ in self._record(term):
            if (first := self._records.get(key_)) and first.cells[column] != term.cells[column]:
                yield column, first

    def take(self, term: Term) -> None:
        """Take what a term says, where none before it has said it."""
        for key_ in self._wording(term):
            self._wordings.setdefault(key_, term)
        for _, record in self._record(term):
            self._records.setdefault(record, term)

    def _wording(self, term: Term) -> Iterator[tuple[str, ...]]:
        cells = term.cells
        if cells["en"] and cells["cy"] and not term.is_forbidden:
            yield cells["en"].casefold(), cells["part_of_speech"], cells["scope"]

    def _record(self, term: Term) -> Iterator[tuple[str, tuple[str, str]]]:
        cells = term.cells
        word = key(cells["cy"], is_name=cells["part_of_speech"] == "name")
        yield from ((column, (word, column)) for column in FIELDS if cells["cy"] and cells[column])


def nouns(terms: Iterable[Term]) -> Terms:
    """Return what terms say to the grammar."""
    return of_rows(term.cells for term in terms)


def named(office: Office) -> Terms:
    """Return the names of `office.yaml` as terms, whatever the days on which they hold.

    A record says everything of its name; only its gender and its plural can be left open.
    """
    return Terms({key(noun.cy, is_name=True): _record(noun) for noun in _names(office)})


def _names(office: Office) -> Iterator[Noun]:
    for names in office.names:
        yield from (name.noun for name in (names.body, names.office, names.area))
    yield from (force.name.noun for force in office.force)
    yield from (person.title.noun for person in office.people if person.title)
    yield from (one.name.noun for inspectorate in office.inspectorates for one in inspectorate.names)


def _record(noun: Noun) -> NounFields:
    said: NounFields = {
        "number": noun.number,
        "mutates": noun.mutates,
        "initial_sound": noun.initial_sound,
        "article": noun.article,
        "forms": noun.forms,
    }
    if noun.gender:
        said["gender"] = noun.gender
    if noun.plural:
        said["plural"] = noun.plural
    return said


def _looked_at(rows: Sequence[TableRow], name: str) -> tuple[tuple[Term, ...], list[Problem]]:
    """Return the terms of rows, and what is wrong with each by itself."""
    if not rows:
        return (), []
    head, *body = rows
    names = columns(head)
    whole = [row for row in body if not any(row.cells[len(names) :])]
    terms = tuple(_term(row, names, name) for row in whole)
    found = [
        *_head_problems(head, names, name),
        *(_long(row, len(names), name) for row in body if any(row.cells[len(names) :])),
        *chain.from_iterable(_row_problems(term, names, name) for term in terms),
    ]
    return terms, found


def _sound(terms: tuple[Term, ...], found: list[Problem], name: str) -> tuple[Term, ...]:
    if found:
        raise DataError(_listed(found, name))
    return terms


def _term(row: TableRow, columns: Sequence[str], name: str) -> Term:
    """Return a row by columns, its values as the grammar names them."""
    cells = dict.fromkeys(COLUMNS, "") | dict(zip(columns, row.cells, strict=False))
    for known, column in COLUMNS.items():
        cells[known] = column.values.get(cells[known].casefold(), cells[known])
    return Term(row.line, cells, name)


def _head_problems(head: TableRow, columns: Sequence[str], name: str) -> Iterator[Problem]:
    """Yield what is wrong with the names of the columns."""
    where = place(name, head.line, ())
    for column in NEEDED:
        if column not in columns:
            what = f"there is no column `{column}`"
            yield Problem(where, what, f"write its name into the first line: {','.join(COLUMNS)}", head.line)
    for index, column in enumerate(columns):
        if column and column in columns[:index]:
            yield Problem(where, f"two columns are called `{column}`", "put them into one", head.line)
        elif column and column not in COLUMNS:
            near = get_close_matches(column, COLUMNS, n=1)
            advice = f"did you mean `{near[0]}`?" if near else f"the columns are {', '.join(COLUMNS)}"
            what = f"there is no column `{head.cells[index]}` in a table of terms"
            yield Problem(where, what, advice, head.line)


def _long(row: TableRow, wanted: int, name: str) -> Problem:
    what = f"the row has {len(row.cells)} cells, and the first line names {wanted} columns"
    advice = "put a text with a comma or semicolon in it into quotation marks"
    return Problem(place(name, row.line, ()), what, advice, row.line)


def _row_problems(term: Term, columns: Sequence[str], name: str) -> Iterator[Problem]:
    """Yield what is wrong with the cells of one row."""
    for column in NEEDED:
        if column in columns and not term.cells[column]:
            advice = "fill it in, or remove the row"
            yield Problem(place(name, term.line, (column,)), "the cell is empty", advice, term.line)
    for column in COLUMNS:
        if wrong := _wrong(column, term):
            yield Problem(place(name, term.line, (column,)), *wrong, term.line)


def _wrong(column: str, term: Term) -> tuple[str, str] | None:
    """Return what is wrong with a cell, and what to do about it."""
    cell, values = term.cells[column], COLUMNS[column].values
    if _FORMULA.match(cell):
        return f"“{cell}” is a formula, and formulas are not calculated", "write the text that it should show"
    if cell and values and cell not in values.values():
        known = ", ".join(dict.fromkeys(values.values()))
        return f"“{cell}” is not one of {known}", "write one of them, or leave the cell empty"
    if column in WELSH and _LOST.search(cell):
        what = f"“{cell}” has a question mark where a letter was: Excel's plain CSV cannot hold ŵ and ŷ"
        return what, f"write the letter again; {table.SAVE}"
    if column == "article" and cell in ("none", "with") and _ARTICLE.match(term.cells["cy"]):
        what = f"“{term.cells['cy']}” begins with the article, and `article` says {cell}"
        return what, "write built-in, or remove the article from `cy`"
    return None


def _disagreements(terms: Iterable[Term], name: str) -> Iterator[Problem]:
    """Yield each cell that says something else than a row before it."""
    agreement = TermAgreement()
    for term in terms:
        for column, first in agreement.against(term):
            what, advice = _told(column, term, first)
            yield Problem(place(name, term.line, (column,)), what, advice, term.line)
        agreement.take(term)


def _told(column: str, term: Term, first: Term) -> tuple[str, str]:
    """Return in what two rows differ, and what to do about it."""
    said, before, cy = term.cells[column], first.cells[column], term.cells["cy"]
    if column == AGREED:
        what = f"“{term.cells['en']}” is “{said}” here and “{before}” in line {first.line}"
        return what, "keep one and put the other into its variants, or give each its scope"
    what = f"“{cy}” has “{said}” here and “{before}” in line {first.line}"
    return what, "keep one of them: a word has one record"


def _listed(found: list[Problem], name: str) -> list[Problem]:
    """Return the problems by line, and no more than a person can use."""
    listed = sorted(found, key=lambda problem: problem.line)
    if len(listed) > MAX_PROBLEMS:
        what = f"{len(listed)} problems were found, and {MAX_PROBLEMS} are listed"
        listed[MAX_PROBLEMS:] = [Problem(name, what, "correct these, then run the command again")]
    return listed
