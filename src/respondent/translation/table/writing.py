"""Units as a table in a Word document; the same units give the same bytes.

Each run says its language, and so does each empty cell, so that spelling checkers know what is typed there.
Words of the other language have a character style, `Cymraeg` or `English`, which tells them apart when the
document comes back: Word itself changes the language of runs by the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from respondent import resources
from respondent.document.tree import Break, Inline, Inlines, Run
from respondent.files.package import (
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    HEAD,
    MAIN,
    NUMBERING,
    PACKAGE,
    PROPERTIES,
    RELATIONS,
    STYLES,
    TYPES,
    WORD,
    Link,
)
from respondent.files.xml_text import escape
from respondent.files.zip import Member, compress
from respondent.files.zip import write as write_zip
from respondent.language import Language, Pair
from respondent.ledger.difference import difference_line
from respondent.translation.sheet import TranslationSheet
from respondent.translation.table import words
from respondent.translation.table.styles import STYLED, styles
from respondent.translation.units import Unit
from respondent.writers.stationery import PreparedStationery, prepare

_WIDTHS = {"key": 2350, "source": 4900, "target": 4900, "state": 1300, "note": 1688}
"""The width of each column, in twentieths of a point. Together they fill the page between its margins."""

_PAGE = (
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="454" w:footer="454"'
    ' w:gutter="0"/>'
)
_INK, _GREY = "1F3864", "EDEDED"
_FOOTER = "word/footer1.xml"


def write(units: Sequence[Unit], sheet: TranslationSheet) -> bytes:
    """Return a document with a table of one or more units, all in the same direction."""
    stationery = prepare(resources.style_file("stationery.docx"))
    body = _Body(units[0].language)
    body.write(units, sheet)
    return write_zip(_members(stationery, body, sheet))


@dataclass(slots=True)
class _Body:
    """The body of the document, with its links."""

    source: Language
    links: dict[str, str] = field(default_factory=dict)
    """The relationship id of each address."""

    xml: list[str] = field(default_factory=list)

    @property
    def target(self) -> Language:
        return self.source.other

    @property
    def order(self) -> tuple[Language, Language]:
        """The languages, that of the translator first."""
        return self.target, self.source

    def write(self, units: Sequence[Unit], sheet: TranslationSheet) -> None:
        """Write the help, the table and the page setup."""
        self.xml.append(f'{HEAD}<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"><w:body>')
        self._paragraph("Heading1", self._both(words.TITLE))
        response = (*self._both(words.RESPONSE), Run(f": {sheet.original}", self.target))
        self._paragraph("ReviewHelp", response)
        for language in self.order:
            self._paragraph("ReviewHelp", (Run(words.HELP.in_(language), language),))
        self._table(units, sheet)
        self.xml.append(
            f'<w:p/><w:sectPr><w:footerReference w:type="default" r:id="rIdFoot"/>{_PAGE}</w:sectPr>'
            "</w:body></w:document>"
        )

    def _table(self, units: Iterable[Unit], sheet: TranslationSheet) -> None:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS.values())
        self.xml.append(
            '<w:tbl><w:tblPr><w:tblStyle w:val="LetterTable"/>'
            f'<w:tblW w:w="{sum(_WIDTHS.values())}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            f' w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        self._header()
        for unit in units:
            self._row(unit, sheet)
        self.xml.append("</w:tbl>")

    def _header(self) -> None:
        self.xml.append("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        languages = {"source": self.source, "target": self.target}
        for column, name in words.COLUMNS.items():
            self._cell(column, _INK)
            if column in languages:
                language = languages[column]
                own = Run(words.LANGUAGES[language].in_(language), language)
                self._paragraph("ReviewHead", (own,))
                self._paragraph("ReviewColumn", self._both(name))
            else:
                for style, language in zip(("ReviewHead", "ReviewColumn"), self.order, strict=True):
                    self._paragraph(style, (Run(name.in_(language), language),))
            self.xml.append("</w:tc>")
        self.xml.append("</w:tr>")

    def _row(self, unit: Unit, sheet: TranslationSheet) -> None:
        fill = _GREY if unit.is_locked else ""
        style = "ReviewWhole" if unit.is_whole else "ReviewText"
        self.xml.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        self._cell("key", fill)
        self._about(unit, sheet)
        self.xml.append("</w:tc>")
        for column, content, language in (
            ("source", unit.source, self.source),
            ("target", unit.target or (), self.target),
        ):
            self._cell(column, fill)
            self._paragraph(style, content, language)
            self.xml.append("</w:tc>")
        self._cell("state", fill)
        for language in self.order:
            self._paragraph("ReviewState", (Run(words.STATES[unit.state].in_(language), language),))
        self.xml.append("</w:tc>")
        self._cell("note", fill)
        self._paragraph("ReviewText", (), self.target)
        self.xml.append("</w:tc></w:tr>")

    def _about(self, unit: Unit, sheet: TranslationSheet) -> None:
        """Write the identification of a row: the place of its text, what helps with it, the key."""
        self._paragraph("ReviewPlace", (Run(unit.place, Language.EN),))
        if unit.is_whole:
            for language in self.order:
                self._paragraph("ReviewPlace", (Run(words.WHOLE.in_(language), language),))
        if unit.old_source:
            self._help(words.CHANGED, difference_line(unit.old_source, _now(unit)), unit.language)
        if unit.old_target:
            now = unit.field.in_(self.target) or ""
            self._help(words.APPROVED, difference_line(unit.old_target, now), self.target)
        for remark in sheet.answers(unit):
            self._help(words.REMARK, remark.row.note, self.target)
            if remark.answer and remark.answer.note:
                self._help(words.ANSWER, remark.answer.note, self.target)
        if not unit.is_locked and (terms := sheet.terms(unit)):
            self._help(words.TERMS, terms, self.target)
        self._paragraph("ReviewKey", (Run(unit.key, Language.EN),))

    def _help(self, name: Pair[str], text: str, language: Language) -> None:
        self._paragraph("ReviewPlace", (*self._both(name), Run(f": {text}", language)))

    def _cell(self, column: str, fill: str) -> None:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
        self.xml.append(f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTHS[column]}" w:type="dxa"/>{shade}</w:tcPr>')

    def _paragraph(self, style: str, content: Inlines, language: Language | None = None) -> None:
        """Write a paragraph. `language` is the language for text that somebody types there."""
        typed = f'<w:rPr><w:lang w:val="{language.tag}"/></w:rPr>' if language else ""
        self.xml.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{typed}</w:pPr>')
        self.xml += (self._inline(inline, language) for inline in content)
        self.xml.append("</w:p>")

    def _inline(self, inline: Inline, column: Language | None) -> str:
        if isinstance(inline, Break):
            return "<w:r><w:br/></w:r>"
        is_foreign = column is not None and inline.language != column
        style = STYLED.in_(inline.language) if is_foreign else "Hyperlink" if inline.href else ""
        formatting = (
            (f'<w:rStyle w:val="{style}"/>' if style else "")
            + ("<w:b/>" if inline.strong else "")
            + ("<w:i/>" if inline.emphasis else "")
            + f'<w:lang w:val="{inline.language.tag}"/>'
        )
        text = f'<w:t xml:space="preserve">{escape(inline.text)}</w:t>'
        run = f"<w:r><w:rPr>{formatting}</w:rPr>{text}</w:r>"
        return f'<w:hyperlink r:id="{self._link(inline.href)}">{run}</w:hyperlink>' if inline.href else run

    def _link(self, address: str) -> str:
        return self.links.setdefault(address, f"rIdL{len(self.links) + 1}")

    def _both(self, pair: Pair[str]) -> Inlines:
        """Return words in both languages, that of the translator first."""
        first, second = self.order
        return (
            Run(pair.in_(first), first),
            Run(" / ", first),
            Run(pair.in_(second), second),
        )


def _now(unit: Unit) -> str:
    return unit.field.in_(unit.language) or ""


def _members(stationery: PreparedStationery, body: _Body, sheet: TranslationSheet) -> Iterator[Member]:
    main = f"{RELATIONS}/officeDocument"
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    yield compress(TYPES, _types(stationery).encode())
    yield compress("_rels/.rels", _relations((Link("rId1", main, DOCUMENT), Link("rId2", core, CORE))))
    yield from (compress(name, data) for name, data in stationery.parts.items())
    yield compress(STYLES, styles(stationery.styles, body.target).encode())
    yield compress(NUMBERING, stationery.numbering.encode())
    yield compress(DOCUMENT, "".join(body.xml).encode())
    foot = Link("rIdFoot", f"{RELATIONS}/footer", _FOOTER)
    links = (Link(id, f"{RELATIONS}/hyperlink", address, True) for address, id in body.links.items())
    yield compress(DOCUMENT_RELATIONS, _relations((foot, *links), stationery.relations))
    yield compress(_FOOTER, _footer(body).encode())
    yield compress(CORE, _properties(body, sheet).encode())


def _types(stationery: PreparedStationery) -> str:
    parts = {
        DOCUMENT: f"{WORD}.document.main+xml",
        STYLES: f"{WORD}.styles+xml",
        NUMBERING: f"{WORD}.numbering+xml",
        _FOOTER: f"{WORD}.footer+xml",
        CORE: PROPERTIES,
    }
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{stationery.types}{rows}</Types>'


def _relations(links: Iterable[Link], rows: str = "") -> bytes:
    ours = "".join(link.row for link in links)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}{ours}</Relationships>'.encode()


def _footer(body: _Body) -> str:
    page, pages = (
        f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for name in ("PAGE", "NUMPAGES")
    )
    label = "".join(body._inline(inline, None) for inline in (*body._both(words.PAGE), Run(" ", body.target)))
    return (
        f'{HEAD}<w:ftr xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"><w:p><w:pPr><w:pStyle w:val="PageNumberLine"/>'
        f'</w:pPr>{label}{page}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{pages}</w:p></w:ftr>'
    )


def _properties(body: _Body, sheet: TranslationSheet) -> str:
    """Return title, language and date. The date of the table makes the bytes reproducible."""
    day, moment = f"{sheet.dated.isoformat()}T00:00:00Z", 'xsi:type="dcterms:W3CDTF"'
    title = f"{words.TITLE.in_(body.target)}: {sheet.original}"
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        f"<dcterms:created {moment}>{day}</dcterms:created>"
        f"<dcterms:modified {moment}>{day}</dcterms:modified>"
        f"<dc:language>{body.target.tag}</dc:language></cp:coreProperties>"
    )
