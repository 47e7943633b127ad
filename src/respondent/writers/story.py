"""Blocks of the tree as WordprocessingML: the body of a document, a header or a footer.

ISO/IEC 29500-1, chapter 17, fixes the order of the elements inside ``pPr`` and ``rPr``; Word refuses others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, assert_never

from respondent.document.tree import (
    Alignment,
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
    Run,
    Section,
    Table,
)
from respondent.files.xml_text import escape
from respondent.language import Language
from respondent.writers.bookmarks import DraftBookmarks
from respondent.writers.drawing import drawing, media

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
    "foot": "FooterNotice",
}
"""The paragraph style of each section that has one of its own."""

TOGETHER = frozenset({"Salutation", "Closing", "Signature", "SignaturePicture", "SignatureName"})
"""The styles whose paragraphs stay on the page of the next, whatever a letterhead makes of them."""

BULLETS = 9001
"""The `w:num` of bullets in the stationery; numbered lists have those after it, one each."""

NUMBERS = 9002
"""The `w:abstractNum` of numbered lists in the stationery."""

STEP = 425
"""The indent of a list or a quotation, in twentieths of a point, as in the stationery."""

IDS = 1_000
"""How many lists or pictures a story may have before its ids would be those of the next."""

DEEPEST = 8
"""The deepest level of a list, from 0; what lies deeper stands there too."""

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

_END_OF_TABLE = "</w:tbl>"


@dataclass(frozen=True, slots=True)
class ParagraphSetting:
    """How a paragraph is set, from what it stands in."""

    style: str = "BodyText"
    level: int = -1
    """The depth of the list that it stands in; -1 outside lists."""

    number: int = 0
    """The `w:num` of that list, for the first paragraph of an item; else 0."""

    inset: int = 0
    """In how many quotations it stands."""

    keep: bool = False
    """Whether its last lines stay on the page of what follows it."""

    alignment: Alignment = "left"


class ListStart(NamedTuple):
    """Where a numbered list begins."""

    level: int
    """From 0."""

    number: int
    """That of its first item."""

    numbering: str
    """How its items are numbered, as `List.numbering` has it."""


@dataclass(slots=True)
class Story:
    """One story of a package: what it holds in XML, and what that refers to."""

    language: Language
    """The language of the package; runs in the other one are marked."""

    pictures: Mapping[str, Image]
    relations: dict[tuple[str, str], str] = field(default_factory=dict)
    """The id of each (type, target) that the XML refers to."""

    number: int = 0
    """Its number in the package, so that no list or picture has the id of one in another story."""

    starts: dict[int, ListStart] = field(default_factory=dict)
    """Where each numbered list begins, by its `w:num`."""

    drawings: int = 0
    """How many pictures it has."""

    marks: DraftBookmarks | None = None
    """The bookmarks of a draft; none for what is not to be found again."""

    xml: list[str] = field(default_factory=list)

    def blocks(self, blocks: tuple[Block, ...], setting: ParagraphSetting) -> None:
        """Write blocks, one below the other."""
        if len(blocks) > 1:
            # The languages of a notice stay together.
            before = replace(setting, keep=setting.style == "Notice")
            for block in blocks[:-1]:
                self.block(block, before)
        for block in blocks[-1:]:
            self.block(block, setting)

    def block(self, block: Block, setting: ParagraphSetting) -> None:  # noqa: C901 - one case for each kind of block
        """Write one block."""
        match block:
            case Paragraph():
                self.paragraph(block.inlines, setting, block.id)
            case Heading():
                self.paragraph(block.inlines, ParagraphSetting(f"Heading{block.level}"), block.id)
            case Section():
                self.blocks(block.blocks, ParagraphSetting(_style(block, setting), keep=setting.keep))
            case Quotation():
                self.blocks(
                    block.blocks,
                    ParagraphSetting("Quote", setting.level, inset=setting.inset + 1, keep=setting.keep),
                )
            case List():
                self._list(block, setting)
            case Table():
                self._table(block, setting)
            case Gap():
                self._gap(block, setting)
            case Picture():
                self._picture(block, setting)
            case _:
                assert_never(block)

    def end(self) -> None:
        """Write the paragraph without which Word takes no table for the last thing of a story."""
        if self._is_below_table():
            self.xml.append("<w:p/>")

    def paragraph(self, inlines: Inlines, setting: ParagraphSetting, id: str = "") -> None:
        """Write one paragraph; that of a block, of which the id is given, can be found again in a draft."""
        before, behind = self.marks.around(id, inlines) if self.marks and id else ("", "")
        self.xml.append(f"{self._start(setting)}{before}")
        self.inlines(inlines)
        self.xml.append(f"{behind}</w:p>")

    def relation(self, kind: str, target: str) -> str:
        """Return the id by which the XML refers to a target."""
        return self.relations.setdefault((kind, target), f"rIdL{len(self.relations) + 1}")

    def drawing(self) -> int:
        """Return the id of one more picture."""
        self.drawings += 1
        return self._id(self.drawings)

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

    def _id(self, count: int) -> int:
        return IDS * self.number + count

    def _run(self, run: Run) -> str:
        style = "GapText" if run.gap else "Hyperlink" if run.href else ""
        formatting = (
            (f'<w:rStyle w:val="{style}"/>' if style else "")
            + ("<w:b/>" if run.strong else "")
            + ("<w:i/>" if run.emphasis else "")
            + (f'<w:lang w:val="{run.language.tag}"/>' if run.language != self.language else "")
        )
        formatting = f"<w:rPr>{formatting}</w:rPr>" if formatting else ""
        return f'<w:r>{formatting}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'

    def _list(self, block: List, setting: ParagraphSetting) -> None:
        number, level = BULLETS, min(setting.level + 1, DEEPEST)
        if block.start is not None:
            number = BULLETS + self._id(len(self.starts) + 1)
            self.starts[number] = ListStart(level, block.start, block.numbering)
        style = "ListBullet" if block.start is None else "ListNumber"
        style = setting.style if setting.style in ("Quote", "Gap") else style
        inside = ParagraphSetting(style, level, number, setting.inset)
        for item in block.items[:-1]:
            self._item(item, inside)
        for item in block.items[-1:]:
            self._item(item, replace(inside, keep=setting.keep))

    def _item(self, item: Item, setting: ParagraphSetting) -> None:
        first = item.blocks[:1]
        below = replace(setting, number=0)
        if not first or not isinstance(first[0], Paragraph):  # its number stands alone then
            self.paragraph((), replace(setting, keep=setting.keep or bool(first)))
            self.blocks(item.blocks, below)
        else:
            only = replace(setting, keep=setting.keep and len(item.blocks) == 1)
            self.paragraph(first[0].inlines, only, first[0].id)
            self.blocks(item.blocks[1:], below)

    def _gap(self, gap: Gap, setting: ParagraphSetting) -> None:
        self.paragraph(gap.label, ParagraphSetting("Gap", keep=setting.keep or bool(gap.blocks)), gap.id)
        self.blocks(gap.blocks, ParagraphSetting("Gap", keep=setting.keep))

    def _table(self, table: Table, setting: ParagraphSetting) -> None:
        if self._is_below_table():
            self.xml.append("<w:p/>")  # Word makes one table of two neighbours
        width = 5000 // len(table.header.cells)
        grid = "<w:gridCol/>" * len(table.header.cells)
        self.xml.append(
            '<w:tbl><w:tblPr><w:tblStyle w:val="LetterTable"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            f' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        rows = (table.header, *table.rows)
        for row in rows:
            is_head, is_kept = row is table.header, setting.keep and row is rows[-1]
            self.xml.append(f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>")
            for cell in row.cells:
                self._cell(
                    cell, ParagraphSetting("TableHead" if is_head else "TableText", keep=is_kept), width
                )
            self.xml.append("</w:tr>")
        self.xml.append(_END_OF_TABLE)

    def _cell(self, cell: Cell, setting: ParagraphSetting, width: int) -> None:
        self.xml.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>')
        self.paragraph(cell.inlines, replace(setting, alignment=cell.alignment), cell.id)
        self.xml.append("</w:tc>")

    def _start(self, setting: ParagraphSetting) -> str:
        """Return a paragraph as far as its words."""
        keep = "<w:keepNext/>" if setting.keep or setting.style in TOGETHER else ""
        number, place = _place(setting)
        # A table has no space of its own below it.
        space = (
            '<w:spacing w:before="120"/>' if self._is_below_table() and setting.style not in TOGETHER else ""
        )
        aligned = "" if setting.alignment == "left" else f'<w:jc w:val="{setting.alignment}"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="{setting.style}"/>{keep}{number}{space}{place}{aligned}</w:pPr>'

    def _is_below_table(self) -> bool:
        return bool(self.xml) and self.xml[-1] == _END_OF_TABLE

    def _picture(self, picture: Picture, setting: ParagraphSetting) -> None:
        image = self.pictures[picture.name]
        embed = self.relation(IMAGE, media(picture.name, image))
        style = "SignaturePicture" if setting.style == "SignatureName" else setting.style
        self.xml.append(self._start(replace(setting, style=style)))
        self.xml.append(drawing(picture, image, embed, self.drawing()))
        self.xml.append("</w:p>")


def _style(section: Section, setting: ParagraphSetting) -> str:
    """Return the style of a section; the name below a picture of the signature leaves no room for a pen."""
    has_picture = any(isinstance(block, Picture) for block in section.blocks)
    if section.name == "signature" and has_picture:
        return "SignatureName"
    return STYLES.get(section.name, setting.style)


def _place(setting: ParagraphSetting) -> tuple[str, str]:
    """Return the number of a paragraph in a list, and how far from the margin it or one below it stands."""
    steps = setting.level + 1 + setting.inset
    if setting.number:
        number = f'<w:numPr><w:ilvl w:val="{setting.level}"/><w:numId w:val="{setting.number}"/></w:numPr>'
        return number, f'<w:ind w:left="{STEP * steps}" w:hanging="{STEP}"/>' if setting.inset else ""
    return "", f'<w:ind w:left="{STEP * steps}"/>' if steps > 1 or setting.level >= 0 else ""
