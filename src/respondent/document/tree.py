"""The small tree in the middle: what a letter is, before it is Word, HTML or text.

Every block has an id, the same in both letters of a pair, and a language; every run of words has a language.
Nodes are frozen: writers write them, checks compare them, review tables are made from them.
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
    """Words in one language that look alike."""

    text: str
    """The words; never empty, and without line breaks."""

    language: Language
    """The language of the words, which may differ from that of the block around them."""

    strong: bool = False
    """Whether they are of strong importance (bold)."""

    emphasis: bool = False
    """Whether they are stressed (italic)."""

    href: str = ""
    """Where they link to: ``https:``, ``mailto:`` or ``tel:``; empty for no link."""

    gap: str = ""
    """The field whose text is missing, where these words stand for a gap; else empty."""


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph, as in an address."""

    language: Language


Inline: TypeAlias = Run | Break
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Inline content that stands for one plain value: what is merged into a template."""

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


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the subject line of the letter is the one of level 1."""

    id: str
    language: Language
    level: int
    """1 to 6; a letter never skips one on the way down."""

    inlines: Inlines


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
    """The number of the first item; none for bullets."""

    numbering: str = ""
    """How the items are numbered where not as ``1.``: the marker of a first item, ``(a)`` or ``i)``."""


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
    """A table; all its rows have as many cells as its header row."""

    id: str
    language: Language
    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Other people's words: a recommendation, quoted."""

    id: str
    language: Language
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the letter with a name: ``addressee``, ``notice``, ``signature``.

    The name is its role, which gives it its look; the id tells it from others of the same name
    (``recommendation.record-breaches``).
    """

    id: str
    language: Language
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that is missing in the letter's language, with the text that awaits translation below it."""

    id: str
    """The field: ``evidence.occurrences.text``."""

    language: Language
    label: Inlines
    """What is missing, in the letter's language."""

    blocks: tuple[Block, ...]
    """The text in its own language; empty where there is none in either."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: the logo or the signature."""

    id: str
    language: Language
    name: str
    """Its key in `Document.pictures`."""

    alt: str
    """What a person who cannot see it is told, in `language`; never empty."""


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
    """How a page is numbered: ``Tudalen {page} o {pages}``."""


@dataclass(frozen=True, slots=True)
class Document:
    """What becomes one file: a letter, or the Welsh and the English one after the other."""

    title: str
    parts: tuple[Part, ...]
    """At least one."""

    author: str
    dated: date
    """The day that the file gives as its own: the letter's, so that the same letter gives the same bytes."""

    mark: Inlines = ()
    """What stands on every page of a draft, in both languages; empty for a letter to send."""

    twin: str = ""
    """The file of the other letter of the pair, without its suffix; empty where there is none."""

    origin: str = ""
    """The response that a draft is of, so that it finds its way home when it has been edited; empty for a
    letter to send, which says nothing of how it was made."""

    pictures: Mapping[str, Image] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def language(self) -> Language:
        """The language of the document: that of its first part."""
        return self.parts[0].language
