"""The Word letter: the tree written into prepared stationery.

What does not change between letters is compressed once; the body alone is written each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from respondent.document.tree import Block, Document, Image, Inlines, Part, Run
from respondent.document.walk import runs
from respondent.files.zip import Member, compress
from respondent.files.zip import write as write_zip
from respondent.language import Language
from respondent.writers.package import (
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    MAIN,
    NUMBERING,
    PACKAGE,
    RELATIONS,
    STYLES,
    TYPES,
)
from respondent.writers.stationery import LANGUAGE, Kind, Margin, Page, Stationery, prepare
from respondent.writers.story import BULLETS, LINK, Look, Story

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_ROOT = f'{HEAD}<w:document xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"><w:body>'
_END_OF_PART = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>{}</w:pPr></w:p>'
)


def write(document: Document, looks: bytes) -> bytes:
    """Return the document as DOCX; `looks` is the stationery, shipped or an office's own made fit by `with_styles`.

    Raises:
        StationeryError: if the stationery is no DOCX that we can use.
    """
    stationery = prepare(looks)
    body = Story(document.language, document.pictures)
    body.xml.append(_ROOT)
    margins: list[_Margin] = []
    for index, part in enumerate(document.parts):
        ours = _part_margins(stationery, document, part, len(margins))
        margins += ours
        _part(body, part)
        section = _section(stationery, ours, body, is_first=index == 0)
        is_last = index == len(document.parts) - 1
        body.xml.append(section if is_last else _END_OF_PART.format(section))
    body.xml.append("</w:body></w:document>")
    return write_zip(_members(stationery, document, body, margins))


@dataclass(frozen=True, slots=True)
class _Margin:
    """A header or footer of this letter."""

    kind: Kind
    page: Page
    name: str
    """Its file: ``header1.xml``."""

    members: tuple[Member, ...]


def _members(
    stationery: Stationery, document: Document, body: Story, margins: list[_Margin]
) -> Iterator[Member]:
    names = tuple(margin.name for margin in margins)
    images = tuple(sorted((name, image.kind) for name, image in document.pictures.items()))
    yield _types(stationery.types, names, tuple(sorted({kind for _, kind in images})))
    yield _package_relations()
    yield from (_unchanged(name, part) for name, part in stationery.parts.items())
    yield _styles(stationery.styles, document.language)
    yield _numbering(stationery.numbering, tuple(body.starts))
    yield compress(DOCUMENT, "".join(body.xml).encode())
    yield compress(DOCUMENT_RELATIONS, _relations(stationery.relations, body.relations).encode())
    for margin in margins:
        yield from margin.members
    for name, kind in images:
        yield _image(name, document.pictures[name])
    yield compress(CORE, _properties(document).encode())


def _part(body: Story, part: Part) -> None:
    """Write one letter; the text before the sign-off stays on its page, so that no signature stands alone."""
    for block, following in zip(part.blocks, (*part.blocks[1:], None), strict=True):
        is_before_end = following is not None and getattr(following, "name", "") == "sign-off"
        body.block(block, Look(keep=is_before_end))


def _section(stationery: Stationery, margins: list[_Margin], body: Story, *, is_first: bool) -> str:
    references = "".join(
        f'<w:{margin.kind}Reference w:type="{margin.page}" r:id="{body.relation(_type(margin.kind), margin.name)}"/>'
        for margin in margins
    )
    turn = "" if is_first else '<w:type w:val="nextPage"/>'
    return f'<w:sectPr>{references}{turn}{stationery.page}<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'


def _type(kind: str) -> str:
    return f"{RELATIONS}/{kind}"


def _part_margins(stationery: Stationery, document: Document, part: Part, before: int) -> list[_Margin]:
    found: list[_Margin] = []
    for (kind, page), margin in sorted(stationery.margins.items()):
        name = f"{kind}{before + len(found) + 1}.xml"
        blocks = _own(kind, page, part, margin, stationery)
        label = part.page_label if kind == "footer" and not margin.has_page_number else ""
        mark = document.mark if kind == "header" else ()
        pictures = tuple(sorted(document.pictures.items())) if blocks and kind == "header" else ()
        written = _Margins(margin, kind, blocks, mark, label, part.language, document.language, pictures)
        found.append(_Margin(kind, page, name, _margin_members(written, name)))
    return found


def _own(kind: Kind, page: Page, part: Part, margin: Margin, stationery: Stationery) -> tuple[Block, ...]:
    """Return what the letter puts into a margin of the first page, unless the letterhead has it already."""
    if page != "first":
        return ()
    if kind == "header":
        return () if stationery.has_letterhead else part.letterhead
    words = " ".join(run.text for run in runs(part.foot))
    return () if " ".join(words.split()) in margin.words else part.foot


@dataclass(frozen=True, slots=True)
class _Margins:
    """Everything that one header or footer is made of."""

    margin: Margin
    kind: Kind
    blocks: tuple[Block, ...]
    mark: Inlines
    label: str
    language: Language
    main: Language
    pictures: tuple[tuple[str, Image], ...]


@lru_cache(maxsize=256)
def _margin_members(written: _Margins, name: str) -> tuple[Member, ...]:
    story = Story(written.main, dict(written.pictures))
    if written.mark:
        story.paragraph(written.mark, Look("DraftMark"))
    story.xml.append(written.margin.content)
    if written.blocks and written.kind == "footer":
        story.paragraph((), Look("FooterStart"))
    story.blocks(written.blocks, Look("Header" if written.kind == "header" else "Footer"))
    if written.blocks and written.kind == "header":
        story.paragraph((), Look("LetterheadEnd"))
    if written.label:
        story.xml.append(_page_number(written))
    if not any(story.xml):
        story.paragraph((), Look("Header" if written.kind == "header" else "Footer"))
    name_of_root = written.margin.head.split(maxsplit=1)[0].removeprefix("<")
    text = f"{HEAD}{written.margin.head}>{''.join(story.xml)}</{name_of_root}>"
    members = [compress(f"word/{name}", text.encode())]
    if written.margin.relations or story.relations:
        links = _relations(written.margin.relations, story.relations)
        members.append(compress(f"word/_rels/{name}.rels", links.encode()))
    return tuple(members)


def _page_number(written: _Margins) -> str:
    """Return the line that numbers the page, its words in the letter's language."""
    story = Story(written.main, {})
    story.xml.append('<w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>')
    for index, piece in enumerate(re.split(r"\{(pages?)\}", written.label)):
        if index % 2:
            field = _FIELDS[piece]
            story.xml.append(f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        elif piece:
            story.inlines((Run(piece, written.language),))
    story.xml.append("</w:p>")
    return "".join(story.xml)


def _relations(rows: str, ours: Mapping[tuple[str, str], str]) -> str:
    found = [rows]
    for (kind, target), id in ours.items():
        outside = ' TargetMode="External"' if kind == LINK else ""
        found.append(f'<Relationship Id="{id}" Type="{kind}" Target={quoteattr(target)}{outside}/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(found)}</Relationships>'


@lru_cache(maxsize=1)
def _package_relations() -> Member:
    rows = (
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="{DOCUMENT}"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="{CORE}"/>'
    )
    text = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'
    return compress("_rels/.rels", text.encode())


@lru_cache(maxsize=64)
def _types(stationery_types: str, names: tuple[str, ...], pictures: tuple[str, ...]) -> Member:
    found = [stationery_types]
    for kind in pictures:
        if f'Extension="{kind}"' not in stationery_types:
            found.append(f'<Default Extension="{kind}" ContentType="image/{kind}"/>')
    for name in names:
        kind = name.rstrip("0123456789.xml")
        found.append(f'<Override PartName="/word/{name}" ContentType="{WORD}.{kind}+xml"/>')
    found.append(f'<Override PartName="/{CORE}" ContentType="{PROPERTIES}"/>')
    return compress(TYPES, f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{"".join(found)}</Types>'.encode())


@lru_cache(maxsize=32)
def _styles(styles: str, language: Language) -> Member:
    return compress(STYLES, f"{HEAD}{styles.replace(LANGUAGE, language.tag)}".encode())


@lru_cache(maxsize=64)
def _numbering(numbering: str, starts: tuple[int, ...]) -> Member:
    """Return the lists, with one more for each numbered list of the letter, so that each begins anew."""
    numbers = "".join(
        f'<w:num w:numId="{BULLETS + index}"><w:abstractNumId w:val="{BULLETS + 1}"/>'
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        for index, start in enumerate(starts, start=1)
    )
    before, end, after = numbering.rpartition("</w:numbering>")
    return compress(NUMBERING, f"{before}{numbers}{end}{after}".encode())


@lru_cache(maxsize=512)
def _unchanged(name: str, content: bytes) -> Member:
    return compress(name, content)


@lru_cache(maxsize=16)
def _image(name: str, image: Image) -> Member:
    return compress(f"word/media/{name}.{image.kind}", image.data)


def _properties(document: Document) -> str:
    """Return title, author, language and the letter's own day: never the clock's, so that bytes repeat."""
    day = f"{document.dated.isoformat()}T00:00:00Z"
    moment = 'xsi:type="dcterms:W3CDTF"'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title)}</dc:title><dc:creator>{escape(document.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(document.author)}</cp:lastModifiedBy>"
        f"<dcterms:created {moment}>{day}</dcterms:created><dcterms:modified {moment}>{day}</dcterms:modified>"
        f"<dc:language>{document.language.tag}</dc:language></cp:coreProperties>"
    )
