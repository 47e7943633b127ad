"""A Word document as values: paragraphs, tables, comments, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.language import Language
from respondent.readers.looks import ListMark


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How a document is read."""

    language: Language
    """The language of words that the document gives none, or one that no letter is in."""

    is_original: bool = False
    """Whether tracked changes are rejected; else they are accepted."""

    is_language_styled: bool = False
    """Whether only a character style tells a language: Word puts one on runs after the keyboard, unasked."""

    plain: frozenset[str] = frozenset()
    """The names, in small letters, of character styles whose bold and italic mean nothing."""


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """A change that Word keeps as such."""

    kind: str
    """``inserted``, ``deleted``, ``moved here``, ``moved away``, or ``formatted``."""

    text: str
    """The words; empty for the end of a paragraph."""

    by: str
    at: str
    """When, as the document has it."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote in the margin."""

    by: str
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph."""

    inlines: Inlines
    style: str = ""
    """The name of its style in small letters: ``list bullet``."""

    level: int = 0
    """The level of a heading, from 1; 0 for running text."""

    mark: ListMark | None = None
    """Its bullet or number."""

    indent: int | None = None
    """How far from the margin it or its style says to be, in twentieths of a point."""

    bookmarks: tuple[str, ...] = ()
    """The names of the bookmarks that begin in it."""

    comments: tuple[Comment, ...] = ()
    tracked: tuple[TrackedChange, ...] = ()

    @property
    def words(self) -> str:
        """Its words without their looks, a line break as a space."""
        return words_of(self.inlines)


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell of a table."""

    blocks: tuple[WordBlock, ...]
    span: int = 1
    """How many columns it goes over."""

    is_continued: bool = False
    """Whether it only goes on with the cell above."""


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row of a table."""

    cells: tuple[WordCell, ...]


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
    """What programs have written into it by names of their own."""


def paragraphs(blocks: tuple[WordBlock, ...]) -> Iterator[WordParagraph]:
    """Yield every paragraph at and below blocks, those of tables row by row."""
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
