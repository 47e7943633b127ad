"""An edited draft as a flat sequence of paragraphs, each with the bookmarks that tell its origin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

from respondent.changes.guards import cleaned_words
from respondent.document.list_markers import typed_bullet
from respondent.document.tree import Inlines, Run
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
"""The character styles of gap labels. What people type over a label gets its style, which is no emphasis."""


class Place(NamedTuple):
    """A cell of a table."""

    table: int
    """Which table of the document, from 1."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of an edited draft."""

    word_paragraph: WordParagraph
    inlines: Inlines
    """Its words, tidied."""

    marks: tuple[ParagraphMark, ...]
    """Its bookmarks: several if paragraphs were joined."""

    place: Place | None = None
    """Its cell; None outside tables."""

    cleaned: tuple[str, ...] = ()
    """The invisible characters that were taken out of it."""

    left_out: tuple[str, ...] = ()
    """What it holds and its words do not: pictures, notes, words struck through."""

    has_typed_bullet: bool = False
    """Whether it began with a bullet that somebody typed, in the place of one of Word's own."""

    @property
    def words(self) -> str:
        """Its words, without formatting."""
        return words_of(self.inlines)

    @property
    def content(self) -> ContentDigest:
        """The digest of its words and formatting."""
        return bookmarks.content(self.inlines)

    @property
    def shape(self) -> Shape:
        """Its shape: heading, item, cell, quotation."""
        shape = of_paragraph(self.word_paragraph, is_cell=self.place is not None)
        return replace(shape, is_numbered=False, depth=1) if self.has_typed_bullet else shape

    @property
    def comments(self) -> tuple[Comment, ...]:
        """The comments beside it."""
        return self.word_paragraph.comments

    @property
    def tracked(self) -> tuple[TrackedChange, ...]:
        """The tracked changes in it."""
        return self.word_paragraph.tracked


@dataclass(frozen=True, slots=True)
class EditedDraft:
    """A Word document that may be an edited draft."""

    name: str
    """The name of the file in messages."""

    paragraphs: tuple[DraftParagraph, ...]
    margins: tuple[str, ...]
    """The lines of its headers and footers."""

    properties: tuple[tuple[str, str], ...] = field(default=())

    @property
    def original(self) -> str:
        """The response that it is a draft of, by its properties; empty if they do not say."""
        return dict(self.properties).get(PROPERTY, "")

    @property
    def marks(self) -> tuple[ParagraphMark, ...]:
        """All its bookmarks."""
        return tuple(mark for paragraph in self.paragraphs for mark in paragraph.marks)

    def made_of(self, language: Language) -> dict[str, set[str]] | None:
        """Return by block the words it was made of in a language; None if its properties do not say."""
        return bookmarks.made_of(self.properties, language)


def read(data: bytes, name: str) -> EditedDraft:
    """Return a Word document as an edited draft, with tracked changes accepted.

    Raises:
        InputError: with the reason, if it is not a readable Word document.
    """
    # The language of runs is ignored: Word sets it by the keyboard. That of the text is used instead.
    document = word.read(data, name, ReadingOptions(Language.CY, plain=_GAPS))
    read_paragraphs = tuple(filter(_has_content, _paragraphs(document.blocks)))
    return EditedDraft(name, read_paragraphs, document.margins, document.properties)


def _paragraphs(blocks: tuple[WordBlock, ...]) -> Iterator[DraftParagraph]:
    tables = count(1)
    for block in blocks:
        if isinstance(block, WordParagraph):
            yield _paragraph(block)
        else:
            yield from _cells(block, next(tables))


def _cells(table: WordTable, number: int) -> Iterator[DraftParagraph]:
    for row_number, row in enumerate(table.rows):
        if row.is_deleted:
            words = " | ".join(paragraph.words for cell in row.cells for paragraph in paragraphs(cell.blocks))
            yield DraftParagraph(WordParagraph(()), (), (), left_out=(f"deleted row of a table: “{words}”",))
            continue
        column = 0
        for cell in row.cells:
            for paragraph in paragraphs(cell.blocks):
                yield _paragraph(paragraph, Place(number, row_number, column))
            column += cell.span


def _paragraph(paragraph: WordParagraph, place: Place | None = None) -> DraftParagraph:
    marks = tuple(mark for name in paragraph.bookmarks if (mark := bookmarks.read(name)))
    words, cleaned = cleaned_words(paragraph.inlines)
    content = tidied(words)
    bullet = typed_bullet(words_of(content)) if paragraph.mark is None and place is None else 0
    left_out = tuple(map(str, paragraph.omissions))
    return DraftParagraph(paragraph, _without(content, bullet), marks, place, cleaned, left_out, bool(bullet))


def _without(content: Inlines, count: int) -> Inlines:
    """Return words without so many characters at their beginning, which are those of their first run."""
    match content:
        case (Run() as first, *others) if 0 < count < len(first.text):
            return (replace(first, text=first.text[count:]), *others)
        case _:
            return content


def _has_content(draft: DraftParagraph) -> bool:
    """Return whether a paragraph is more than an empty line. An empty cell is: it keeps its column."""
    has_remarks = draft.comments or draft.tracked or draft.left_out
    return bool(draft.inlines or draft.marks or draft.place or has_remarks)
