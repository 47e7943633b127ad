"""Write a document as a Word file on prepared stationery.

Parts that do not change between letters are compressed once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from respondent.document import list_markers
from respondent.document.tree import Block, Document, Image, Part, Section
from respondent.files.package import (
    CORE,
    CUSTOM,
    CUSTOM_PROPERTIES,
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
from respondent.language import Language
from respondent.writers.bookmarks import DraftBookmarks
from respondent.writers.columns import WIDE
from respondent.writers.drawing import media
from respondent.writers.hanging import NUMBER_WIDTH
from respondent.writers.margins import WrittenMargin, relations, story_links, write_margins
from respondent.writers.stationery import LANGUAGE, PreparedStationery, prepare
from respondent.writers.story import ANNEXES, NUMBERS, STEP, ListStart, ParagraphSetting, Story, leads_in

_ROOT = f'{HEAD}<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"><w:body>'
_PAGE_SIZE = re.compile(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"[^>]*/>')
"""The size of an upright page in twentieths of a point (ISO/IEC 29500-1, 17.6.13)."""

_ENDING = frozenset({"sign-off", "signature", "copies", "availability", "notice"})
"""The sections at the end of a letter."""

_NEXT_PAGE = '<w:type w:val="nextPage"/>'

_END_OF_PART = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{}</w:pPr></w:p>'
)


def write(document: Document, style_file: bytes) -> bytes:
    """Return the document as DOCX.

    Args:
        document: The letter, or both letters.
        style_file: The shipped stationery, or an office's own letterhead after `with_styles`.

    Raises:
        StationeryError: if the stationery is not a usable DOCX file.
    """
    stationery = prepare(style_file)
    marks = DraftBookmarks(document.origin, document.language) if document.origin else None
    body = Story(document.language, document.pictures, marks=marks)
    body.xml.append(_ROOT)
    margins: list[WrittenMargin] = []
    for index, part in enumerate(document.parts):
        margins_of_part = tuple(write_margins(stationery, document, part, len(margins)))
        margins += margins_of_part
        if marks:
            marks.language = part.language
        references = _references(margins_of_part, body)
        sections = _Sections(
            letter=_letter(references, stationery.page, is_first=index == 0),
            on_its_side=_following(references, _on_its_side(stationery.page)),
            upright=_following(references, stationery.page),
        )
        section = _part(body, part, sections)
        is_last = index == len(document.parts) - 1
        body.xml.append(section if is_last else _END_OF_PART.format(section))
    body.xml.append("</w:body></w:document>")
    return write_zip(_members(stationery, document, body, margins))


class _Sections(NamedTuple):
    """The sections of one letter, in XML."""

    letter: str
    on_its_side: str
    """For the pages of wide annexes."""

    upright: str
    """For what follows a wide annex."""

    def following(self, section: str, block: Block) -> str:
        """Return the section of a block behind one in `section`."""
        if _name(block) == WIDE:
            return self.on_its_side
        return self.upright if section is self.on_its_side else section


def _part(body: Story, part: Part, sections: _Sections) -> str:
    """Write one letter, and return the section of its last pages."""
    section = sections.letter
    last = next((block for block in reversed(part.blocks) if _name(block) not in ANNEXES), None)
    for block, following in zip(part.blocks, (*part.blocks[1:], None), strict=True):
        own = sections.following(section, block)
        if own is not section:
            body.xml.append(_END_OF_PART.format(section))
            section = own
        body.block(block, ParagraphSetting(keep=_is_end(block, following, last) or leads_in(block)))
    body.end()
    return section


def _is_end(block: Block, following: Block | None, last: Block | None) -> bool:
    """Return whether two blocks share the last page, so that no signature or notice stands alone on it."""
    is_below = following is last or _name(block) in _ENDING
    return _name(following) == "sign-off" or (is_below and _name(following) in _ENDING)


def _name(block: Block | None) -> str:
    return block.name if isinstance(block, Section) else ""


def _references(margins: tuple[WrittenMargin, ...], body: Story) -> str:
    """Return the references of a section to its headers and footers."""
    return "".join(
        f'<w:{margin.kind}Reference w:type="{margin.page}"'
        f' r:id="{body.relation(_type(margin.kind), margin.name)}"/>'
        for margin in margins
    )


def _letter(references: str, page: str, *, is_first: bool) -> str:
    """Return the section of a letter, whose pages count from 1 and begin with the letterhead."""
    turn = "" if is_first else _NEXT_PAGE
    return f'<w:sectPr>{references}{turn}{page}<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'


def _following(references: str, page: str) -> str:
    """Return a section behind that of the letter. It goes on counting pages, and has no letterhead."""
    return f"<w:sectPr>{references}{_NEXT_PAGE}{page}</w:sectPr>"


def _on_its_side(page: str) -> str:
    return _PAGE_SIZE.sub(r'<w:pgSz w:w="\2" w:h="\1" w:orient="landscape"/>', page)


def _type(kind: str) -> str:
    return f"{RELATIONS}/{kind}"


def _members(
    stationery: PreparedStationery, document: Document, body: Story, margins: list[WrittenMargin]
) -> Iterator[Member]:
    kinds = tuple(sorted({image.kind for image in document.pictures.values()}))
    properties = tuple(body.marks.properties()) if body.marks else ()
    names = tuple((margin.kind, margin.name) for margin in margins)
    yield _types(stationery.types, names, kinds, bool(properties))
    yield _package_relations(bool(properties))
    yield from (_unchanged(name, part) for name, part in stationery.parts.items())
    yield _styles(stationery.styles, document.language)
    starts = (*body.starts.items(), *(start for margin in margins for start in margin.starts))
    yield _numbering(stationery.numbering, starts)
    yield compress(DOCUMENT, "".join(body.xml).encode())
    yield _unchanged(DOCUMENT_RELATIONS, relations(stationery.relations, story_links(body)))
    for margin in margins:
        yield from margin.members
    for name, image in sorted(document.pictures.items()):
        yield _image(name, image)
    yield compress(CORE, _properties(document).encode())
    if properties:
        yield compress(CUSTOM, _custom(properties).encode())


@lru_cache(maxsize=2)
def _package_relations(has_custom: bool) -> Member:
    properties = f"{PACKAGE}/relationships/metadata/core-properties"
    links = [Link("rId1", _type("officeDocument"), DOCUMENT), Link("rId2", properties, CORE)]
    links += [Link("rId3", _type("custom-properties"), CUSTOM)] if has_custom else []
    return compress("_rels/.rels", relations("", iter(links)))


@lru_cache(maxsize=64)
def _types(
    rows: str, margins: tuple[tuple[str, str], ...], pictures: tuple[str, ...], has_custom: bool
) -> Member:
    """Return the content types. A letterhead may be a template, but the letter is always a document."""
    known = rows.lower()  # extensions are case-insensitive (ISO/IEC 29500-2)
    endings = [
        f'<Default Extension="{kind}" ContentType="image/{kind}"/>'
        for kind in pictures
        if f'extension="{kind}"' not in known
    ]
    parts = {
        DOCUMENT: f"{WORD}.document.main+xml",
        STYLES: f"{WORD}.styles+xml",
        NUMBERING: f"{WORD}.numbering+xml",
        CORE: PROPERTIES,
    } | {f"word/{name}": f"{WORD}.{kind}+xml" for kind, name in margins}
    parts |= {CUSTOM: CUSTOM_PROPERTIES} if has_custom else {}
    overrides = [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()]
    text = f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{rows}{"".join(endings + overrides)}</Types>'
    return compress(TYPES, text.encode())


@lru_cache(maxsize=32)
def _styles(styles: str, language: Language) -> Member:
    return compress(STYLES, f"{HEAD}{styles.replace(LANGUAGE, language.tag)}".encode())


@lru_cache(maxsize=64)
def _numbering(numbering: str, starts: tuple[tuple[int, ListStart], ...]) -> Member:
    """Return the lists with one more for each numbered list of the letter, so that each counts by itself."""
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{_abstract(number, start)}"/>'
        f'<w:lvlOverride w:ilvl="{start.level}"><w:startOverride w:val="{start.number}"/>{_level(start)}'
        "</w:lvlOverride></w:num>"
        for number, start in starts
    )
    # Lists of one abstract list share a counter, so the numbers of sections and paragraphs have their own.
    own = "".join(
        f'<w:abstractNum w:abstractNumId="{_abstract(number, start)}">'
        f'<w:multiLevelType w:val="singleLevel"/>{_level(start)}</w:abstractNum>'
        for number, start in starts
        if start.pattern
    )
    before, end, after = numbering.rpartition("</w:numbering>")
    before = _FIRST_LIST.sub(rf"{own}\g<0>", before, count=1)
    return compress(NUMBERING, f"{before}{numbers}{end}{after}".encode())


def _abstract(number: int, start: ListStart) -> int:
    return _OWN + number if start.pattern else NUMBERS


_FIRST_LIST = re.compile("<w:num[ >]")
"""The first list, before which all abstract lists stand (ISO/IEC 29500-1, 17.9.16)."""

_OWN = 100_000
"""Beyond the ids of the abstract lists of any stationery."""

_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
"""The number formats of Word (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59)."""


def _level(start: ListStart) -> str:
    """Return the level (``lvl``) of a list with other numbers than those of the stationery.

    The numbers of paragraphs hang in the margin, so that their words begin where all others do.
    """
    kind, text, left, hanging = "decimal", start.pattern, 0, NUMBER_WIDTH
    if start.numbering:
        own = list_markers.numbering(start.numbering)
        kind, text = _FORMATS[own.kind], f"{own.prefix}%{start.level + 1}{own.suffix}"
        left, hanging = STEP * (start.level + 1), STEP
    return text and (
        f'<w:lvl w:ilvl="{start.level}"><w:start w:val="{start.number}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


@lru_cache(maxsize=512)
def _unchanged(name: str, content: bytes) -> Member:
    return compress(name, content)


@lru_cache(maxsize=16)
def _image(name: str, image: Image) -> Member:
    return compress(f"word/{media(name, image)}", image.data)


def _properties(document: Document) -> str:
    """Return title, author, language and date. The letter's own date makes the bytes reproducible."""
    day = f"{document.dated.isoformat()}T00:00:00Z"
    moment = 'xsi:type="dcterms:W3CDTF"'
    author = escape(document.author)
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<dcterms:created {moment}>{day}</dcterms:created>"
        f"<dcterms:modified {moment}>{day}</dcterms:modified>"
        f"<dc:language>{document.language.tag}</dc:language></cp:coreProperties>"
    )


def _custom(properties: tuple[tuple[str, str], ...]) -> str:
    """Return the custom properties of the file (ISO/IEC 29500-1, 22.3)."""
    # The format id is that of user-defined properties, whose numbers begin with 2 (MS-OLEPS).
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(properties, start=2)
    )
    space = RELATIONS.replace("relationships", "custom-properties")
    return f'{HEAD}<Properties xmlns="{space}" xmlns:vt="{types}">{rows}</Properties>'
