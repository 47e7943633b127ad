"""Reading a returned table in Word.

People sort, paste and split rows, move columns, track changes and add comments. So rows are found by their
key and columns by their heading, in all tables of the document. Rows with no key, or with two, are reported
with their text, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from respondent.changes.typography import loose
from respondent.document.inlines import merged
from respondent.document.tree import Break, Inline, Inlines, Run
from respondent.document.walk import text as words_of
from respondent.errors import InputError, Problem
from respondent.files.package import DOCUMENT, BadPackage, parts
from respondent.language import Language
from respondent.readers.paragraphs import (
    ReadingOptions,
    WordBlock,
    WordCell,
    WordDocument,
    WordParagraph,
    WordRow,
    WordTable,
    paragraphs,
)
from respondent.readers.word import (
    read as read_word,
)
from respondent.translation.segments import text_of
from respondent.translation.table import words
from respondent.translation.units import KEY, ReturnedUnit, ReturnedUnits

_KEY_IN_XML = re.compile(rb">[\w.-]+~[0-9a-f]{12}(?:~\d+)?<")
"""A key as the only text of an element."""

_SPACE = re.compile(r"[\s\u00ad\u200b\u200c\u200d\u2060\ufeff]+")
"""Spaces, soft hyphens and invisible characters, which Word inserts where it breaks a long key."""

_WORD = re.compile(r"[^\W\d_]+")
_ORDER = tuple(words.COLUMNS)
_RESPONSE = re.compile(
    "(?:{0} / {1}|{1} / {0}): *(\\S+)".format(*(re.escape(label) for label in words.RESPONSE.values()))
)
_AGAIN = "take the file that was sent, and copy the translations into it"

_MERGED = "two rows were merged, so it is unknown which words belong to which key"
_DELETED = "its row was deleted with tracked changes"
_NO_KEY = "the row has no key, so it is unknown which text its words belong to"

_LONGEST_HEADING = 6
"""A cell with more words is a text that happens to contain the name of a column."""

Columns = Mapping[str, int]
"""The number of each column, from 0, by its name."""


def is_table(data: bytes) -> bool:
    """Return whether a file is a Word document with a row of our table, or with its heading."""
    try:
        # Quick. It fails only if a program has split a key into several runs.
        if _KEY_IN_XML.search(parts(data)[DOCUMENT]):
            return True
        document = read_word(data, "", ReadingOptions(Language.CY))
    except (BadPackage, InputError):
        return False
    return any(
        _columns(row) or KEY.search("".join(_words(row)))
        for table in _tables(document.blocks)
        for row in table.rows
    )


def read(data: bytes, name: str) -> ReturnedUnits:
    """Return the units of a table.

    Raises:
        InputError: if it cannot be read, or a necessary column is missing.
    """
    reading = ReadingOptions(Language.CY, is_language_styled=True)
    document = read_word(data, name, reading)
    language = _language(document) or reading.language
    if language != reading.language:
        document = read_word(data, name, replace(reading, language=language))
    rows = _Rows(name, language)
    for table in _tables(document.blocks):
        rows.add(table)
    if not rows.has_heading and not rows.returned:
        raise InputError(Problem(name, "there is no table with keys and translations in it", _AGAIN))
    return ReturnedUnits(_original(document), tuple(rows.returned), tuple(_outside(document)))


def _outside(document: WordDocument) -> Iterator[str]:
    """Yield what somebody has written above or below the table."""
    titles = (" / ".join(order) for order in permutations(words.TITLE.values()))
    ours = {loose(text) for text in (*words.HELP.values(), *titles)}
    place = "above the table"
    for block in document.blocks:
        if isinstance(block, WordTable):
            place = "below the table"
            continue
        if block.words.strip() and loose(block.words) not in ours and not _RESPONSE.search(block.words):
            yield f"{place}: {block.words.strip()}"
        yield from (f"{place}: {remark}" for remark in (*block.comments, *block.omissions))


@dataclass(slots=True)
class _Rows:
    """The rows of a document, one after the other."""

    name: str
    language: Language
    columns: Columns = field(default_factory=lambda: {name: number for number, name in enumerate(_ORDER)})
    """Those of the last heading row; before it, the order in which they are sent."""

    has_heading: bool = False
    number: int = 0
    returned: list[ReturnedUnit] = field(default_factory=list)

    def add(self, table: WordTable) -> None:
        """Add the units of a table."""
        for row in table.rows:
            self.number += 1
            if columns := _columns(row):
                self._check(columns)
                self.columns, self.has_heading = columns, True
            else:
                self.returned += self._row(row)

    def _check(self, columns: Columns) -> None:
        """Refuse a table without a column of keys or of translations."""
        for column in ("key", "target"):
            if column not in columns:
                what = f"the column “{words.COLUMNS[column].en}” is missing from the table"
                raise InputError(Problem(self.name, what, _AGAIN))

    def _row(self, row: WordRow) -> Iterator[ReturnedUnit]:
        """Yield the unit of a row; several where rows were merged, each with the fault."""
        cells = _Cells(row, self.columns)
        keys = list(dict.fromkeys(_keys(cells.blocks("key"))))
        target = _content(cells.blocks("target"), self.language)
        comment = _comment(cells, row)
        if not (keys or words_of(target).strip() or (comment and self.has_heading)):
            return
        for key in keys or [f"(row {self.number})"]:
            yield ReturnedUnit(
                key=key,
                target=target or None,
                source=words_of(_content(cells.blocks("source"), self.language))
                if "source" in self.columns
                else None,
                state=_state(cells.words("state"))[0],
                comment=comment,
                is_tracked=any(paragraph.tracked for paragraph in paragraphs(cells.blocks("target"))),
                fault=_fault(row, keys),
                where=f"row {self.number}",
                left_out=tuple(
                    str(omission)
                    for paragraph in paragraphs(_blocks(row))
                    for omission in paragraph.omissions
                ),
            )


def _fault(row: WordRow, keys: Sequence[str]) -> str:
    if row.is_deleted:
        return _DELETED
    return _MERGED if len(keys) > 1 else "" if keys else _NO_KEY


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a row, by column."""

    row: WordRow
    columns: Columns

    def blocks(self, column: str) -> tuple[WordBlock, ...]:
        """Return the blocks of a column; none if the row lacks it, or continues the cell above."""
        number, first = self.columns.get(column, -1), 0
        for cell in self.row.cells:
            if first <= number < first + cell.span:
                return () if cell.is_continued else cell.blocks
            first += cell.span
        return ()

    def words(self, column: str) -> str:
        """Return the words of a column, one line for each paragraph."""
        return "\n".join(paragraph.words for paragraph in paragraphs(self.blocks(column)))


def _tables(blocks: tuple[WordBlock, ...]) -> Iterator[WordTable]:
    yield from (block for block in blocks if isinstance(block, WordTable))


def _blocks(row: WordRow) -> tuple[WordBlock, ...]:
    return tuple(block for cell in row.cells for block in cell.blocks)


def _columns(row: WordRow) -> Columns | None:
    """Return the columns that a heading row names; None for any other row."""
    columns: dict[str, int] = {}
    number = 0
    for cell in row.cells:
        if name := _column(cell):
            columns.setdefault(name, number)
        number += cell.span
    return columns if len(columns) > 1 and not KEY.search("".join(_words(row))) else None


def _column(cell: WordCell) -> str:
    """Return the column that a heading cell names; empty for any other cell."""
    text = " ".join(paragraph.words for paragraph in paragraphs(cell.blocks))
    heading = {word.casefold() for word in _WORD.findall(text)}
    for column, names in words.COLUMNS.items():
        if heading & {name.casefold() for name in names.values()} and len(heading) <= _LONGEST_HEADING:
            return column
    return ""


def _words(row: WordRow) -> Iterator[str]:
    yield from (paragraph.words for paragraph in paragraphs(_blocks(row)))


def _language(document: WordDocument) -> Language | None:
    """Return the language of the translations, by the heading of their column."""
    for table in _tables(document.blocks):
        for row in table.rows:
            columns = _columns(row)
            if columns and "target" in columns:
                heading = _Cells(row, columns).words("target")
                for language, names in words.LANGUAGES.items():
                    if any(name in heading for name in names.values()):
                        return language
    return None


def _original(document: WordDocument) -> str:
    """Return the name of the response, which stands above the table."""
    for block in document.blocks:
        if isinstance(block, WordParagraph) and (match := _RESPONSE.search(block.words)):
            return match[1]
    return ""


def _keys(blocks: tuple[WordBlock, ...]) -> Iterator[str]:
    """Yield the keys in a cell. Each has a line of its own, unless somebody has joined the lines."""
    for paragraph in paragraphs(blocks):
        for line in text_of(paragraph.inlines).split("\n"):
            keys = [piece for piece in map(_bare, line.split()) if KEY.fullmatch(piece)]
            yield from keys or filter(KEY.fullmatch, (_bare(line),))


def _bare(text: str) -> str:
    """Return a text without spaces and invisible break characters."""
    return _SPACE.sub("", text)


def _content(blocks: tuple[WordBlock, ...], language: Language) -> Inlines:
    """Return the words of a cell, with a break between its paragraphs."""
    content: list[Inline] = []
    for index, paragraph in enumerate(paragraphs(blocks)):
        content += [Break(language)] if index else []
        if paragraph.mark is not None:  # Word makes a list of a line that begins with a hyphen
            content.append(Run("1. " if paragraph.mark.is_numbered else "- ", language))
        content += paragraph.inlines
    while content and isinstance(content[-1], Break):
        content.pop()
    while content and isinstance(content[0], Break):
        content.pop(0)
    return merged(content)


def _state(text: str) -> tuple[str, str]:
    """Return the state that a cell names, and any other text in it; both states where its lines name two.

    The cell is sent with one line in each language, and people change one of them.
    """
    parts = {_plain(part) for part in re.split(r"[\n/,;]", text)} - {""}
    states = {
        state.word
        for state, names in words.STATES.items()
        if parts & {_plain(name) for name in names.values()}
    }
    known = {_plain(name) for names in words.STATES.values() for name in names.values()}
    lines = [_state(line)[0] for line in text.split("\n") if line.strip()] if "\n" in text else []
    if len(lines) == 2 and all(lines) and parts <= known:
        return " ".join(dict.fromkeys(lines)), ""
    if len(states) == 1 and parts <= known:
        return states.pop(), ""
    return "", " ".join(text.split())


def _plain(text: str) -> str:
    return " ".join(text.replace("'", "’").casefold().split())


def _comment(cells: _Cells, row: WordRow) -> str:
    """Return the remarks about a row: its note, text in the cell of the state, comments."""
    note = " ".join(cells.words("note").split())
    other = _state(cells.words("state"))[1]
    remarks = (str(comment) for paragraph in paragraphs(_blocks(row)) for comment in paragraph.comments)
    return "; ".join(filter(None, (note, f"state: {other}" if other else "", *remarks)))
