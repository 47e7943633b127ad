"""The document tree: a letter independent of the formats Word, HTML and text.

Every block has a language and an id, which is the same in both letters of a pair. Every run has a language.
Nodes are immutable. Writers, checks and review tables all use this tree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, TypeAlias

from respondent.language import Language


@dataclass(frozen=True, slots=True)
class Run:
    """Words with the same language and formatting."""

    text: str
    """The words: never empty, and without line breaks."""

    language: Language
    """The language of the words, which may differ from that of the block around them."""

    strong: bool = False
    """Whether they are strongly emphasised (bold)."""

    emphasis: bool = False
    """Whether they are emphasised (italic)."""

    href: str = ""
    """The address of a link: ``https:``, ``mailto:`` or ``tel:``; empty for no link."""

    gap: str = ""
    """The field with the missing text, if these words are the label of a gap."""


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph, as in an address."""

    language: Language


Inline: TypeAlias = Run | Break
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The inline content of a value to merge into a template."""

    inlines: Inlines
    """The content, at least one run."""

    def __str__(self) -> str:
        return "".join(i.text if isinstance(i, Run) else " " for i in self.inlines)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    id: str
    language: Language
    inlines: Inlines
    number: str = ""
    """Its number in a statement, as printed: ``1.2``; empty for most."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. The subject line of a letter has level 1."""

    id: str
    language: Language
    level: int
    """From 1 to 6. A letter never skips a level."""

    inlines: Inlines
    number: str = ""
    """The number of its section in a statement, as printed: ``1.``; empty for most."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    id: str
    language: Language
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class List:
    """A list, with bullets or numbers."""

    id: str
    language: Language
    items: tuple[Item, ...]
    start: int | None = None
    """The number of the first item; None for bullets."""

    numbering: str = ""
    """The marker of a first item, such as ``(a)`` or ``i)``; empty for ``1.``."""


Alignment: TypeAlias = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    id: str
    language: Language
    inlines: Inlines
    alignment: Alignment = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    id: str
    language: Language
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. All rows have as many cells as the header row."""

    id: str
    language: Language
    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, such as the text of a recommendation."""

    id: str
    language: Language
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A named part of the letter: ``addressee``, ``notice``, ``signature``.

    The name is its role, which determines its style. Sections with the same name have different ids, such as
    ``recommendation.record-breaches``.
    """

    id: str
    language: Language
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that is missing in the letter's language, followed by the text that awaits translation."""

    id: str
    """The field: ``evidence.occurrences.text``."""

    language: Language
    label: Inlines
    """The name of the missing text, in the letter's language."""

    blocks: tuple[Block, ...]
    """The text in the other language; empty if it is missing in both."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, such as the logo or signature."""

    id: str
    language: Language
    name: str
    """Its key in `Document.pictures`."""

    alt: str
    """The alternative text, in `language`; never empty."""


Block: TypeAlias = Paragraph | Heading | List | Table | Quotation | Section | Gap | Picture


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a picture and its size on paper."""

    data: bytes
    kind: Literal["png", "jpeg"]
    width: float
    """Millimetres."""

    height: float
    """Millimetres."""


@dataclass(frozen=True, slots=True)
class Part:
    """One letter in one language, with its letterhead and the foot of its first page."""

    language: Language
    blocks: tuple[Block, ...]
    letterhead: tuple[Block, ...] = ()
    foot: tuple[Block, ...] = ()
    page_label: str = "{page} / {pages}"
    """The pattern of page numbers: ``Tudalen {page} o {pages}``."""


@dataclass(frozen=True, slots=True)
class Document:
    """The content of one file: a letter, or the Welsh and then the English letter."""

    title: str
    parts: tuple[Part, ...]
    """At least one."""

    author: str
    dated: date
    """The date in the file's properties. It is the letter's date, so that the bytes are reproducible."""

    mark: Inlines = ()
    """The mark on every page of a draft, in both languages; empty for a final letter."""

    twin: str = ""
    """The file name of the other letter of the pair, without suffix; empty if there is none."""

    origin: str = ""
    """The response of a draft, for importing an edited draft; empty for a final letter."""

    pictures: Mapping[str, Image] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def language(self) -> Language:
        """The language of the document: that of its first part."""
        return self.parts[0].language
