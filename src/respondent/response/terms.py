"""Reads `terms.csv`, an office's agreed terms. All problems of a table are listed at once."""

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
    """The values allowed, with the value for the grammar. Empty if any text is allowed."""


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
"""The columns of a table of terms. Only `en` and `cy` are required."""

NEEDED = ("en", "cy")
"""The columns that are required and never empty."""

AGREED = "cy"
"""The column that must be the same in all rows of an English term."""

FORBIDDEN = "forbidden"
"""The status of a row whose Welsh must not be used for its English."""

WELSH = ("cy", "plural", "variants")
"""The columns that hold Welsh."""

_FAILED = re.compile(r"#(NAME|REF|VALUE|N/A|DIV/0|NUM|NULL)\b", re.IGNORECASE)
"""The error values that Excel exports for a failed formula."""

_LOST = re.compile(r"\?\w|\b[Tt]\?")
"""A question mark in place of a letter (*gw?yn*, *t?*). Excel's plain CSV replaces ŵ and ŷ so."""

_ARTICLE = re.compile(r"yr? ", re.IGNORECASE)
"""The Welsh article at the beginning of a term: *y*, *yr*. A contracted *'r* never begins one."""


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a table of terms."""

    line: int
    """Its line in the file, from 1."""

    cells: Mapping[str, str]
    """The texts by column, for each of `COLUMNS`, without the signs of a table. Missing cells are empty."""

    file: str = ""
    """The name of its file in messages."""

    @property
    def is_forbidden(self) -> bool:
        """Whether its Welsh must not be used for its English."""
        return self.cells["status"].casefold() == FORBIDDEN

    @property
    def where(self) -> str:
        """Its position in messages: ``terms.csv:3``."""
        return place(self.file, self.line, ())


def office_terms(place: Workspace, office: Office) -> Terms:
    """Return an office's own Welsh terms: names in `office.yaml` first, then `terms.csv`.

    Raises:
        DataError: with all problems of `terms.csv`.
        InputError: if it is a link out of the workspace.
    """
    return named(office).over(nouns(load(place)))


def load(place: Workspace) -> tuple[Term, ...]:
    """Return the terms of a workspace, or none if it has no `terms.csv`.

    Raises:
        DataError: with all problems of the file.
        InputError: if it is a link out of the workspace.
    """
    file = workspace.inside(place.root, place.terms_file.name, place.terms_file.name)
    return read(table.load(file, place.terms_file.name), place.terms_file.name) if file.exists() else ()


def read(rows: Sequence[TableRow], name: str) -> tuple[Term, ...]:
    """Return the terms of a table, whose first row names the columns.

    Raises:
        DataError: with all problems of the rows.
    """
    terms, faults = _parsed(rows, name)
    return _accepted(terms, [*faults, *_disagreements(terms, name)], name)


def offered(rows: Sequence[TableRow], name: str) -> tuple[Term, ...]:
    """Return the terms of a table like `read`, but allow rows that disagree.

    Raises:
        DataError: with all other problems of the rows.
    """
    return _accepted(*_parsed(rows, name), name)


def columns(head: TableRow) -> tuple[str, ...]:
    """Return the names of the columns from the first row of a table."""
    return tuple(cell.casefold().replace(" ", "_") for cell in head.cells)


def problems(term: Term) -> Iterator[Problem]:
    """Yield the problems of the cells of one term."""
    yield from _row_problems(term, tuple(COLUMNS), term.file)


class TermAgreement:
    """Compares each term with those before it."""

    __slots__ = ("_records", "_wordings")

    def __init__(self) -> None:
        """Begin without terms."""
        self._wordings: dict[tuple[str, ...], Term] = {}
        self._records: dict[tuple[str, str], Term] = {}

    def against(self, term: Term) -> Iterator[tuple[str, Term]]:
        """Yield each column in which an earlier term differs, with that term.

        An English term has one Welsh term in each scope. A Welsh word has one record in all scopes.
        """
        for key_ in self._wording(term):
            if (earlier := self._wordings.get(key_)) and earlier.cells["cy"] != term.cells["cy"]:
                yield AGREED, earlier
        for column, key_ in self._record(term):
            if (earlier := self._records.get(key_)) and earlier.cells[column] != term.cells[column]:
                yield column, earlier

    def take(self, term: Term) -> None:
        """Add a term. Earlier terms take precedence."""
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
    """Return terms as the grammar uses them."""
    return of_rows(term.cells for term in terms)


def named(office: Office) -> Terms:
    """Return the names of `office.yaml` as terms, including those of other days.

    A record gives all fields of its name except, perhaps, gender and plural.
    """
    return Terms({key(noun.cy, is_name=True): _record(noun) for noun in _names(office)})


def _names(office: Office) -> Iterator[Noun]:
    for names in office.names:
        yield from (name.noun for name in (names.body, names.office, names.area))
    yield from (force.name.noun for force in office.force)
    yield from (person.title.noun for person in office.people if person.title)
    yield from (name.name.noun for inspectorate in office.inspectorates for name in inspectorate.names)


def _record(noun: Noun) -> NounFields:
    fields: NounFields = {
        "number": noun.number,
        "mutates": noun.mutates,
        "initial_sound": noun.initial_sound,
        "article": noun.article,
        "forms": noun.forms,
    }
    if noun.gender:
        fields["gender"] = noun.gender
    if noun.plural:
        fields["plural"] = noun.plural
    return fields


def _parsed(rows: Sequence[TableRow], name: str) -> tuple[tuple[Term, ...], list[Problem]]:
    """Return the terms of rows, and the problems of each row by itself."""
    if not rows:
        return (), []
    head, *body = rows
    names = columns(head)
    complete = [row for row in body if not any(row.cells[len(names) :])]
    terms = tuple(_term(row, names, name) for row in complete)
    faults = [
        *_head_problems(head, names, name),
        *(_excess_cells(row, len(names), name) for row in body if any(row.cells[len(names) :])),
        *chain.from_iterable(_formulas(row, names, name) for row in complete),
        *chain.from_iterable(_row_problems(term, names, name) for term in terms),
    ]
    return terms, faults


def _accepted(terms: tuple[Term, ...], faults: list[Problem], name: str) -> tuple[Term, ...]:
    if faults:
        raise DataError(_listed(faults, name))
    return terms


def _term(row: TableRow, columns: Sequence[str], name: str) -> Term:
    """Return a row as a term, with the values for the grammar."""
    cells = dict.fromkeys(COLUMNS, "") | dict(zip(columns, map(table.armed, row.cells), strict=False))
    for field, column in COLUMNS.items():
        cells[field] = column.values.get(cells[field].casefold(), cells[field])
    return Term(row.line, cells, name)


def _head_problems(head: TableRow, columns: Sequence[str], name: str) -> Iterator[Problem]:
    """Yield the problems of the names of the columns."""
    position = place(name, head.line, ())
    for column in NEEDED:
        if column not in columns:
            fault = f"there is no column `{column}`"
            yield Problem(
                position, fault, f"write its name in the first line: {','.join(COLUMNS)}", head.line
            )
    for index, column in enumerate(columns):
        if column and column in columns[:index]:
            yield Problem(position, f"two columns are called `{column}`", "put them into one", head.line)
        elif column and column not in COLUMNS:
            near = get_close_matches(column, COLUMNS, n=1)
            advice = f"did you mean `{near[0]}`?" if near else f"the columns are {', '.join(COLUMNS)}"
            fault = f"there is no column `{head.cells[index]}` in a table of terms"
            yield Problem(position, fault, advice, head.line)


def _excess_cells(row: TableRow, columns: int, name: str) -> Problem:
    fault = f"the row has {len(row.cells)} cells, but the first line names {columns} columns"
    advice = "put quotation marks around a text that contains a comma or semicolon"
    return Problem(place(name, row.line, ()), fault, advice, row.line)


def _formulas(row: TableRow, columns: Sequence[str], name: str) -> Iterator[Problem]:
    for column, cell in zip(columns, row.cells, strict=False):
        if cell.startswith("="):
            yield Problem(place(name, row.line, (column,)), *_formula(cell), row.line)


def _formula(cell: str) -> tuple[str, str]:
    return f"“{cell}” is a formula, but formulas are not calculated", "write the text that it should show"


def _row_problems(term: Term, columns: Sequence[str], name: str) -> Iterator[Problem]:
    """Yield the problems of the cells of one row."""
    for column in NEEDED:
        if column in columns and not term.cells[column]:
            advice = "fill it in, or remove the row"
            yield Problem(place(name, term.line, (column,)), "the cell is empty", advice, term.line)
    for column in COLUMNS:
        if fault := _cell_problem(column, term):
            yield Problem(place(name, term.line, (column,)), *fault, term.line)


def _cell_problem(column: str, term: Term) -> tuple[str, str] | None:
    """Return the fault of a cell and advice, if it has one."""
    cell, values = term.cells[column], COLUMNS[column].values
    if _FAILED.match(cell):
        return _formula(cell)
    if cell and values and cell not in values.values():
        allowed = ", ".join(dict.fromkeys(values.values()))
        return f"“{cell}” is not one of {allowed}", "write one of them, or leave the cell empty"
    if column in WELSH and _LOST.search(cell):
        fault = f"“{cell}” has a question mark where a letter was: Excel's plain CSV cannot hold ŵ and ŷ"
        return fault, f"write the letter again; {table.SAVE}"
    if column == "article" and cell in ("none", "with") and _ARTICLE.match(term.cells["cy"]):
        fault = f"“{term.cells['cy']}” begins with the article, but `article` is {cell}"
        return fault, "write built-in, or remove the article from `cy`"
    return None


def _disagreements(terms: Iterable[Term], name: str) -> Iterator[Problem]:
    """Yield a problem for each cell that differs from an earlier row."""
    agreement = TermAgreement()
    for term in terms:
        for column, earlier in agreement.against(term):
            fault, advice = _disagreement(column, term, earlier)
            yield Problem(place(name, term.line, (column,)), fault, advice, term.line)
        agreement.take(term)


def _disagreement(column: str, term: Term, earlier: Term) -> tuple[str, str]:
    """Return the difference between two rows, and advice."""
    value, earlier_value, cy = term.cells[column], earlier.cells[column], term.cells["cy"]
    if column == AGREED:
        fault = f"“{term.cells['en']}” is “{value}” here and “{earlier_value}” in line {earlier.line}"
        return fault, "keep one and add the other to its variants, or give each its own scope"
    fault = f"“{cy}” has “{value}” here and “{earlier_value}” in line {earlier.line}"
    return fault, "keep one of them, because a word has only one record"


def _listed(faults: list[Problem], name: str) -> list[Problem]:
    """Return the problems by line, up to the limit."""
    listed = sorted(faults, key=lambda problem: problem.line)
    if len(listed) > MAX_PROBLEMS:
        fault = f"{len(listed)} problems were found, but only {MAX_PROBLEMS} are listed"
        listed[MAX_PROBLEMS:] = [Problem(name, fault, "correct these, then run the command again")]
    return listed
