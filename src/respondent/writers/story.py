"""Write blocks of the tree as WordprocessingML, for the body of a document, a header or a footer.

ISO/IEC 29500-1, chapter 17, fixes the order of the elements in ``pPr`` and ``rPr``. Word refuses files with
another order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest
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
from respondent.document.walk import Node, children, text
from respondent.files.xml_text import escape
from respondent.language import Language
from respondent.writers.bookmarks import DraftBookmarks
from respondent.writers.columns import LINE, WIDE, WIDE_LINE, shares
from respondent.writers.drawing import drawing, media
from respondent.writers.hanging import hanging
from respondent.writers.line_ends import joined, whole_pieces

STYLES: Mapping[str, str] = {
    "letterhead": "Letterhead",
    "continuation": "Continuation",
    "addressee": "Addressee",
    "date": "Date",
    "reference": "Reference",
    "salutation": "Salutation",
    "notice": "Notice",
    "sign-off": "Closing",
    "signature": "Signature",
    "copies": "Copies",
    "recommendation": "Label",
    "closing": "ClosingWords",
    "annex": "Annex",
    "annex-wide": "Annex",
    "availability": "Availability",
    "foot": "FooterNotice",
}
"""The paragraph styles of sections, by name. Other sections have the style around them."""

TOGETHER = frozenset({"Salutation", "Closing", "Signature", "SignaturePicture", "SignatureName"})
"""The styles of paragraphs that stay with the next, whatever the styles of a letterhead say."""

BULLETS = 9001
"""The `w:num` of bullets in the stationery. Each numbered list has one of the next."""

NUMBERS = 9002
"""The `w:abstractNum` of numbered lists in the stationery."""

STEP = 425
"""The indent of a list or a quotation, in twentieths of a point, as in the stationery."""

ANNEXES = frozenset({"annex", WIDE})
"""The sections that begin a new page."""

_WHOLE = 5000
"""The width of the text, in fiftieths of a per cent (ST_MeasurementOrPercent)."""

IDS = 1_000
"""The limit of lists or pictures in a story, beyond which ids would clash with those of the next story."""

DEEPEST = 8
"""The deepest level of a list, from 0: Word has nine. Deeper lists are moved up to it."""

LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

_CELLS = ("TableHead", "TableText", "AnnexHead", "AnnexText")
"""The styles of cells, those of an annex last."""

_SHORT = 8
"""The most rows of a table that stays on one page. More could leave a page half empty."""

_SPACED = TOGETHER | {"ClosingWords", *(f"Heading{level}" for level in range(1, 7))}
"""The styles with more space before them than a paragraph below a table needs."""

_END_OF_TABLE = "</w:tbl>"


@dataclass(frozen=True, slots=True)
class ParagraphSetting:
    """The setting of a paragraph, which depends on the blocks around it."""

    style: str = "BodyText"
    level: int = -1
    """The level of the list around it, from 0, or -1."""

    number: int = 0
    """The `w:num` of the list, for the first paragraph of an item, or 0."""

    inset: int = 0
    """The number of quotations around it."""

    keep: bool = False
    """Whether it stays on one page with the next paragraph."""

    line: int = LINE
    """About how many letters a line holds."""

    breaks: bool = False
    """Whether it begins a new page."""

    is_last_item: bool = False
    alignment: Alignment = "left"
    holder: Node | None = None
    """The section or quotation in which it directly stands."""


class ListStart(NamedTuple):
    """The start of a numbered list."""

    level: int
    """From 0."""

    number: int
    """The number of its first item."""

    numbering: str
    """Its `List.numbering`."""

    pattern: str = ""
    """How Word prints its numbers if they are those of sections or paragraphs: ``%1.``, ``2.%1``."""


@dataclass(slots=True)
class Story:
    """One story of a package (body, header or footer) as XML, with its relationships."""

    language: Language
    """The language of the package. Runs in the other language are marked."""

    pictures: Mapping[str, Image]
    relations: dict[tuple[str, str], str] = field(default_factory=dict)
    """The id of each relationship, by type and target."""

    number: int = 0
    """Its number in the package, which keeps the ids of lists and pictures unique."""

    starts: dict[int, ListStart] = field(default_factory=dict)
    """The start of each numbered list, by its `w:num`."""

    counted: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The `w:num` and the last number of the paragraphs of each section of a statement, and of the sections
    themselves under an empty key."""

    drawings: int = 0
    """The number of its pictures."""

    marks: DraftBookmarks | None = None
    """The bookmarks of a draft, or None if it is not a draft that will be imported again."""

    xml: list[str] = field(default_factory=list)

    def blocks(self, blocks: tuple[Block, ...], setting: ParagraphSetting) -> None:
        """Write blocks in order."""
        for block, following in zip_longest(blocks, blocks[1:]):
            keep = setting.keep if following is None else _leads_in(block, following, setting)
            self.block(block, replace(setting, keep=keep))
            setting = replace(setting, breaks=False)

    def block(self, block: Block, setting: ParagraphSetting) -> None:  # noqa: C901 - one case for each kind of block
        """Write one block."""
        match block:
            case Paragraph():
                self.paragraph(block.inlines, self._numbered(block, setting), block.id)
            case Heading():
                heading = ParagraphSetting(f"Heading{block.level}", keep=True, breaks=setting.breaks)
                self.paragraph(block.inlines, self._numbered(block, heading), block.id)
            case Section():
                style, breaks = _style(block, setting), block.name in ANNEXES
                line = WIDE_LINE if block.name == WIDE else setting.line
                self.blocks(
                    block.blocks,
                    ParagraphSetting(style, keep=setting.keep, line=line, breaks=breaks, holder=block),
                )
            case Quotation():
                self.blocks(
                    block.blocks,
                    ParagraphSetting(
                        "Quote", setting.level, inset=setting.inset + 1, keep=setting.keep, holder=block
                    ),
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
        """Write an empty paragraph after a table at the end, without which Word refuses the file."""
        if self._is_below_table():
            self.xml.append("<w:p/>")

    def paragraph(self, inlines: Inlines, setting: ParagraphSetting, id: str = "") -> None:
        """Write one paragraph, with a bookmark in a draft if it has the id of a block."""
        before, behind = self.marks.around(id, inlines) if self.marks and id else ("", "")
        inlines = _ends(setting.style)(inlines)
        parts = hanging(inlines, setting.holder)
        self.xml.append(f"{self._start(setting, parts.indent if parts else 0)}{before}")
        if parts:
            self.inlines(parts.label)
            self.xml.append("<w:r><w:tab/></w:r>")  # read again as a space
        self.inlines(parts.words if parts else inlines)
        self.xml.append(f"{behind}</w:p>")

    def relation(self, kind: str, target: str) -> str:
        """Return the id of the relationship to a target."""
        return self.relations.setdefault((kind, target), f"rIdL{len(self.relations) + 1}")

    def drawing(self) -> int:
        """Return the id of a new picture."""
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

    def _numbered(self, block: Paragraph | Heading, setting: ParagraphSetting) -> ParagraphSetting:
        """Return the setting of a block with its number in a statement, if it has one.

        Word counts, so a number is never part of the words, and one more paragraph numbers the others anew.
        Sections are one list, and the paragraphs of each section another.
        """
        if not block.number:
            return setting
        section, _, last = block.number.removesuffix(".").rpartition(".")
        number, before = self.counted.get(section, (0, 0))
        count = int(last)
        if not number or count != before + 1:  # the other letter in the file begins anew
            number = BULLETS + self._id(len(self.starts) + 1)
            self.starts[number] = ListStart(0, count, "", f"{section}.%1" if section else "%1.")
        self.counted[section] = number, count
        return replace(setting, level=0, number=number)

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
            self._item(item, replace(inside, keep=setting.keep, is_last_item=setting.level < 0))

    def _item(self, item: Item, setting: ParagraphSetting) -> None:
        first = item.blocks[:1]
        below = replace(setting, number=0)
        if not first or not isinstance(first[0], Paragraph):  # the number gets a line of its own
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
            self.xml.append("<w:p/>")  # Word merges adjacent tables
        widths = shares(table, _WHOLE, setting.line)
        grid = "".join(f'<w:gridCol w:w="{2 * width}"/>' for width in widths)
        is_annex = setting.style == "Annex"
        styles = _CELLS[2:] if is_annex else _CELLS[:2]
        self.xml.append(
            '<w:tbl><w:tblPr><w:tblStyle w:val="LetterTable"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            f' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        rows = (table.header, *table.rows)
        for row in rows:
            is_head = row is table.header
            is_kept = setting.keep if row is rows[-1] else len(table.rows) <= _SHORT
            self.xml.append(f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>")
            for cell, width in zip(row.cells, widths, strict=True):
                self._cell(cell, ParagraphSetting(styles[not is_head], keep=is_kept or is_head), width)
            self.xml.append("</w:tr>")
        self.xml.append(_END_OF_TABLE)

    def _cell(self, cell: Cell, setting: ParagraphSetting, width: int) -> None:
        self.xml.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>')
        self.paragraph(cell.inlines, replace(setting, alignment=cell.alignment), cell.id)
        self.xml.append("</w:tc>")

    def _start(self, setting: ParagraphSetting, hang: int = 0) -> str:
        """Return the start of a paragraph, up to its words, which may hang from a label."""
        keep = "<w:keepNext/>" if setting.keep or setting.style in TOGETHER else ""
        keep += "<w:pageBreakBefore/>" if setting.breaks else ""
        number, place = _place(setting, hang)
        # Tables have no space after them, so the next paragraph has it before. Items of lists have little.
        before = ' w:before="120"' if self._is_below_table() and setting.style not in _SPACED else ""
        after = ' w:after="120"' if setting.is_last_item else ""
        space = f"<w:spacing{before}{after}/>" if before or after else ""
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


def _leads_in(block: Block, following: Block, setting: ParagraphSetting) -> bool:
    """Return whether a block stays with the next: a lead-in, a label, one language of a notice."""
    is_label = isinstance(block, Paragraph) and isinstance(following, Quotation)
    return setting.style == "Notice" or is_label or leads_in(block)


def leads_in(block: Block) -> bool:
    """Return whether a block ends with a colon, so that what follows it belongs to it."""
    last = _last_paragraph(block)
    return last is not None and text(last.inlines).endswith(":")


def _last_paragraph(node: Node) -> Paragraph | None:
    """Return the last paragraph of a node. Every block is asked, so the others are not looked at."""
    if isinstance(node, Paragraph):
        return node
    paragraphs = map(_last_paragraph, reversed(children(node)))
    return next((paragraph for paragraph in paragraphs if paragraph), None)


def _ends(style: str) -> Callable[[Inlines], Inlines]:
    """Return what keeps lines whole in a style. In narrow cells, lines end where they must."""
    if style == "Letterhead":
        return whole_pieces
    return tuple if style in _CELLS else joined


def _style(section: Section, setting: ParagraphSetting) -> str:
    """Return the style of a section. A name below a picture of the signature needs no space for a pen."""
    has_picture = any(isinstance(block, Picture) for block in section.blocks)
    if section.name == "signature" and has_picture:
        return "SignatureName"
    return STYLES.get(section.name, setting.style)


def _place(setting: ParagraphSetting, hang: int) -> tuple[str, str]:
    """Return the XML of a paragraph's number in a list, and of its indent."""
    steps = setting.level + 1 + setting.inset
    if hang:
        return "", f'<w:ind w:left="{STEP * steps + hang}" w:hanging="{hang}"/>'
    if setting.number:
        number = f'<w:numPr><w:ilvl w:val="{setting.level}"/><w:numId w:val="{setting.number}"/></w:numPr>'
        return number, f'<w:ind w:left="{STEP * steps}" w:hanging="{STEP}"/>' if setting.inset else ""
    return "", f'<w:ind w:left="{STEP * steps}"/>' if steps > 1 or setting.level >= 0 else ""
