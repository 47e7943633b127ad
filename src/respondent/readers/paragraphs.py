"""A Word document as values: paragraphs, tables, comments, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.language import Language
from respondent.readers.formatting import ListMark
from respondent.readers.omissions import Omission


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How a document is read."""

    language: Language
    """The language of words for which the document sets none, or neither Welsh nor English."""

    is_original: bool = False
    """Whether tracked changes are rejected rather than accepted."""

    is_language_styled: bool = False
    """Whether only character styles set a language. Word marks runs with that of the keyboard, unasked."""

    plain: frozenset[str] = frozenset()
    """The names, in lower case, of character styles whose bold and italic are ignored."""


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """A tracked change."""

    kind: str
    """``inserted``, ``deleted``, ``moved here``, ``moved away``, or ``formatted``."""

    text: str
    """The words; empty for a paragraph mark."""

    by: str
    time: str
    """The date and time, as the document writes it."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin."""

    by: str
    time: str
    text: str

    def __str__(self) -> str:
        return f"{self.by}: {self.text}" if self.by else self.text


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph."""

    inlines: Inlines
    style: str = ""
    """The name of its style in lower case: ``list bullet``."""

    level: int = 0
    """The level of a heading, from 1; 0 for running text."""

    mark: ListMark | None = None
    """Its bullet or number."""

    indent: int | None = None
    """Its indent or that of its style, in twentieths of a point."""

    bookmarks: tuple[str, ...] = ()
    """The names of the bookmarks that begin in it."""

    comments: tuple[Comment, ...] = ()
    tracked: tuple[TrackedChange, ...] = ()
    omissions: tuple[Omission, ...] = ()
    """What it holds besides its words."""

    @property
    def words(self) -> str:
        """Its words without formatting, with a space for each line break."""
        return words_of(self.inlines)


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell of a table."""

    blocks: tuple[WordBlock, ...]
    span: int = 1
    """The number of columns that it spans."""

    is_continued: bool = False
    """Whether it continues the cell above."""


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row of a table."""

    cells: tuple[WordCell, ...]
    is_deleted: bool = False
    """Whether a tracked change deletes it in this reading."""


@dataclass(frozen=True, slots=True)
class WordTable:
    """A table."""

    rows: tuple[WordRow, ...]


WordBlock: TypeAlias = WordParagraph | WordTable


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A Word document."""

    blocks: tuple[WordBlock, ...]
    margins: tuple[str, ...]
    """The lines of its headers and footers, each once."""

    properties: tuple[tuple[str, str], ...] = ()
    """The custom properties of the file, by name."""


def paragraphs(blocks: tuple[WordBlock, ...]) -> Iterator[WordParagraph]:
    """Yield every paragraph at and below blocks, those of tables row by row."""
    for block in blocks:
        match block:
            case WordParagraph():
                yield block
            case WordTable():
                for row in (row for row in block.rows if not row.is_deleted):
                    for cell in row.cells:
                        yield from paragraphs(cell.blocks)
            case _:
                assert_never(block)
