"""An edited draft as a flat row of paragraphs, each with what is known of where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from respondent.document.tree import Inlines
from respondent.document.walk import text as words_of
from respondent.document.written import tidied
from respondent.language import Language
from respondent.readers import word
from respondent.readers.paragraphs import (
    Comment,
    ReadingOptions,
    TrackedChange,
    WordBlock,
    WordParagraph,
    WordTable,
    paragraphs,
)
from respondent.translation.edited_draft.shapes import Shape, of_paragraph
from respondent.writers import bookmarks
from respondent.writers.bookmarks import PROPERTY, ContentDigest, ParagraphMark

_GAPS = frozenset(("gap text", "letter gap text"))
"""The style of the words that tell of a gap, which is what is typed over them; beside a letterhead's own."""


class Place(NamedTuple):
    """A cell of a table."""

    table: int
    """Which table of the document, from 1."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of an edited draft."""

    paragraph: WordParagraph
    inlines: Inlines
    """Its words as a text can hold them."""

    marks: tuple[ParagraphMark, ...]
    """What its bookmarks say: several where paragraphs were made one."""

    place: Place | None = None
    """The cell that it is; none outside tables."""

    @property
    def words(self) -> str:
        """Its words, without looks."""
        return words_of(self.inlines)

    @property
    def content(self) -> ContentDigest:
        """Its words and looks in figures."""
        return bookmarks.content(self.inlines)

    @property
    def shape(self) -> Shape:
        """What it is among others."""
        return of_paragraph(self.paragraph, is_cell=self.place is not None)

    @property
    def comments(self) -> tuple[Comment, ...]:
        """What was written beside it."""
        return self.paragraph.comments

    @property
    def tracked(self) -> tuple[TrackedChange, ...]:
        """The changes that are still marked in it."""
        return self.paragraph.tracked


@dataclass(frozen=True, slots=True)
class EditedDraft:
    """A Word document that may be an edited draft."""

    name: str
    """How messages call the file."""

    pieces: tuple[DraftParagraph, ...]
    margins: tuple[str, ...]
    """The lines of its headers and footers."""

    properties: tuple[tuple[str, str], ...] = field(default=())

    @property
    def original(self) -> str:
        """The response that it says it is a draft of; empty where it does not say."""
        return dict(self.properties).get(PROPERTY, "")

    @property
    def marks(self) -> tuple[ParagraphMark, ...]:
        """All that its bookmarks say."""
        return tuple(mark for piece in self.pieces for mark in piece.marks)

    def made_of(self, language: Language) -> dict[str, set[str]] | None:
        """Return by block what it was made of, in a language; none where nothing says so."""
        return bookmarks.made_of(self.properties, language)


def read(data: bytes, name: str) -> EditedDraft:
    """Return a Word document as an edited draft: changes that are tracked in it are read as accepted.

    Raises:
        InputError: with the reason, if it is no Word document that can be read.
    """
    # Languages are those of the texts: Word changes them by the keyboard.
    found = word.read(data, name, ReadingOptions(Language.CY, plain=_GAPS))
    pieces = tuple(one for one in _pieces(found.blocks) if _counts(one))
    return EditedDraft(name, pieces, found.margins, found.properties)


def _pieces(blocks: tuple[WordBlock, ...]) -> Iterator[DraftParagraph]:
    tables = count(1)
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield _piece(block)
        else:
            yield from _cells(block, next(tables))


def _cells(table: WordTable, number: int) -> Iterator[DraftParagraph]:
    for row_number, row in enumerate(table.rows):
        at = 0
        for cell in row.cells:
            for one in paragraphs(cell.blocks):
                yield _piece(one, Place(number, row_number, at))
            at += cell.span


def _piece(paragraph: WordParagraph, place: Place | None = None) -> DraftParagraph:
    marks = tuple(mark for name in paragraph.bookmarks if (mark := bookmarks.read(name)))
    return DraftParagraph(paragraph, tidied(paragraph.inlines), marks, place)


def _counts(piece: DraftParagraph) -> bool:
    """Return whether a paragraph is more than space on the page."""
    return bool(piece.inlines or piece.marks or piece.place or piece.comments or piece.tracked)
