"""Blocks of the tree as WordprocessingML: the body of a document, a header or a footer.

ISO/IEC 29500-1, chapter 17. The order of the elements inside ``pPr`` and ``rPr`` is fixed there; Word refuses others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import assert_never
from xml.sax.saxutils import escape

from respondent.document.tree import (
    Block,
    Break,
    Cell,
    Gap,
    Heading,
    Image,
    Inlines,
    Item,
    List,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Run,
    Section,
    Table,
)
from respondent.language import Language

STYLES: Mapping[str, str] = {
    "letterhead": "Letterhead",
    "addressee": "Addressee",
    "date": "Date",
    "reference": "Reference",
    "salutation": "Salutation",
    "notice": "Notice",
    "sign-off": "Closing",
    "signature": "Signature",
    "copies": "Copies",
    "availability": "Availability",
    "foot": "Footer",
}
"""The paragraph style of each section that has one of its own."""

BULLETS = 9001
"""The `w:num` of bullets in the stationery; numbered lists have those after it, one each."""

EMU = 36_000
"""English metric units in a millimetre."""

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set, from what it stands in."""

    style: str = "BodyText"
    level: int = -1
    """The depth of the list that it stands in; -1 outside lists."""

    number: int = 0
    """The `w:num` of that list, for the first paragraph of an item; else 0."""

    keep: bool = False
    """Whether it stays on the page of what follows it."""


@dataclass(slots=True)
class Story:
    """One story of a package: what it holds in XML, and what that refers to."""

    language: Language
    """The language of the package; runs in the other one are marked."""

    pictures: Mapping[str, Image]
    relations: dict[tuple[str, str], str] = field(default_factory=dict)
    """The id of each (type, target) that the XML refers to."""

    starts: list[int] = field(default_factory=list)
    """The first number of each numbered list."""

    xml: list[str] = field(default_factory=list)

    def blocks(self, blocks: Iterable[Block], look: Look) -> None:
        """Write blocks, one below the other."""
        last: Block | None = None
        for block in blocks:
            if isinstance(block, Table) and isinstance(last, Table):
                self.xml.append("<w:p/>")  # Word makes one table of two neighbours
            self.block(block, look)
            last = block

    def block(self, block: Block, look: Look) -> None:
        """Write one block."""
        match block:
            case Paragraph():
                self.paragraph(block.inlines, look)
            case Heading():
                self.paragraph(block.inlines, Look(f"Heading{block.level}"))
            case Section():
                self.blocks(block.blocks, Look(STYLES.get(block.name, look.style), keep=look.keep))
            case Quotation():
                self.blocks(block.blocks, Look("Quote", look.level))
            case List():
                self._list(block, look)
            case Table():
                self._table(block)
            case Gap():
                self.paragraph(block.label, Look("Gap"))
                self.blocks(block.blocks, Look("Gap"))
            case Picture():
                self._picture(block, look)
            case _:
                assert_never(block)

    def paragraph(self, inlines: Inlines, look: Look) -> None:
        """Write one paragraph."""
        keep = "<w:keepNext/>" if look.keep else ""
        self.xml.append(f'<w:p><w:pPr><w:pStyle w:val="{look.style}"/>{keep}{_place(look)}</w:pPr>')
        self.inlines(inlines)
        self.xml.append("</w:p>")

    def relation(self, kind: str, target: str) -> str:
        """Return the id by which the XML refers to a target."""
        return self.relations.setdefault((kind, target), f"rIdL{len(self.relations) + 1}")

    def inlines(self, inlines: Inlines) -> None:
        """Write the words of one paragraph."""
        for inline in inlines:
            if isinstance(inline, Break):
                self.xml.append("<w:r><w:br/></w:r>")
            elif inline.href:
                id = self.relation(LINK, inline.href)
                self.xml.append(f'<w:hyperlink r:id="{id}">{self._run(inline)}</w:hyperlink>')
            else:
                self.xml.append(self._run(inline))

    def _run(self, run: Run) -> str:
        style = "GapText" if run.gap else "Hyperlink" if run.href else ""
        look = (
            (f'<w:rStyle w:val="{style}"/>' if style else "")
            + ("<w:b/>" if run.strong else "")
            + ("<w:i/>" if run.emphasis else "")
            + (f'<w:lang w:val="{run.language.tag}"/>' if run.language != self.language else "")
        )
        look = f"<w:rPr>{look}</w:rPr>" if look else ""
        return f'<w:r>{look}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'

    def _list(self, block: List, look: Look) -> None:
        number = BULLETS
        if block.start is not None:
            self.starts.append(block.start)
            number = BULLETS + len(self.starts)
        style = "ListBullet" if block.start is None else "ListNumber"
        style = look.style if look.style in ("Quote", "Gap") else style
        for item in block.items:
            self._item(item, Look(style, min(look.level + 1, 8), number))

    def _item(self, item: Item, look: Look) -> None:
        below = Look(look.style, look.level)
        for index, block in enumerate(item.blocks):
            self.block(block, look if index == 0 else below)

    def _table(self, table: Table) -> None:
        width = 5000 // len(table.header.cells)
        grid = "<w:gridCol/>" * len(table.header.cells)
        self.xml.append(
            '<w:tbl><w:tblPr><w:tblStyle w:val="LetterTable"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            f' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        self._row(table.header, "<w:cantSplit/><w:tblHeader/>", "TableHead", width)
        for row in table.rows:
            self._row(row, "<w:cantSplit/>", "TableText", width)
        self.xml.append("</w:tbl>")

    def _row(self, row: Row, properties: str, style: str, width: int) -> None:
        self.xml.append(f"<w:tr><w:trPr>{properties}</w:trPr>")
        for cell in row.cells:
            self.xml.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>')
            self._cell(cell, style)
            self.xml.append("</w:tc>")
        self.xml.append("</w:tr>")

    def _cell(self, cell: Cell, style: str) -> None:
        aligned = "" if cell.alignment == "left" else f'<w:jc w:val="{cell.alignment}"/>'
        self.xml.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{aligned}</w:pPr>')
        self.inlines(cell.inlines)
        self.xml.append("</w:p>")

    def _picture(self, picture: Picture, look: Look) -> None:
        image = self.pictures[picture.name]
        id = self.relation(IMAGE, f"media/{picture.name}.{image.kind}")
        size = f'cx="{round(image.width * EMU)}" cy="{round(image.height * EMU)}"'
        alt = escape(picture.alt, {'"': "&quot;"})
        style = "SignaturePicture" if look.style == "Signature" else look.style
        self.xml.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:drawing>'
            f'<wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent {size}/><wp:docPr id="{len(self.relations)}" name="{picture.name}" descr="{alt}"/>'
            f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr>'
            f'<pic:cNvPr id="0" name="{picture.name}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r></w:p>"
        )


def _place(look: Look) -> str:
    """Return where a paragraph of a list stands: with its number, or below one that has it."""
    if look.number:
        return f'<w:numPr><w:ilvl w:val="{look.level}"/><w:numId w:val="{look.number}"/></w:numPr>'
    if look.level >= 0:
        return f'<w:ind w:left="{425 * (look.level + 1)}"/>'
    return ""
