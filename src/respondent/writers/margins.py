"""Write the headers and footers of a Word letter, from those of the stationery and the letter's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, takewhile

from respondent.document.tree import Block, Document, Heading, Image, Inlines, Paragraph, Part, Run, Section
from respondent.document.walk import runs
from respondent.files.package import HEAD, PACKAGE, Link
from respondent.files.zip import Member, compress
from respondent.language import Language
from respondent.writers.stationery import ROOTS, Kind, Margin, Page, PreparedStationery
from respondent.writers.story import LINK, ListStart, ParagraphSetting, Story

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_DRAWING = re.compile(r'(<\w+:docPr\b[^>]*?\sid=")\d+')


@dataclass(frozen=True, slots=True)
class WrittenMargin:
    """A header or footer of this letter."""

    kind: Kind
    page: Page
    name: str
    """Its file: ``header1.xml``."""

    starts: tuple[tuple[int, ListStart], ...]
    """Its numbered lists, from `Story.starts`."""

    members: tuple[Member, ...]


def write_margins(
    stationery: PreparedStationery, document: Document, part: Part, before: int
) -> Iterator[WrittenMargin]:
    """Yield the headers and footers of one part.

    Args:
        stationery: The prepared stationery.
        document: The document of the part.
        part: One letter.
        before: The number of headers and footers already in the package.
    """
    pictures = tuple(sorted(document.pictures.items()))
    for number, ((kind, page), margin) in enumerate(sorted(stationery.margins.items()), start=before + 1):
        is_head = kind == "header"
        blocks = _own(kind, page, part, stationery)
        content = _Content(
            margin=margin,
            kind=kind,
            page=page,
            blocks=blocks,
            mark=document.mark if is_head else (),
            label="" if is_head or stationery.has_page_number(page) else part.page_label,
            language=part.language,
            main=document.language,
            pictures=pictures if blocks else (),
        )
        yield _written(content, number)


def relations(rows: str, ours: Iterator[Link]) -> bytes:
    """Return a part with relationships: the rows of the stationery, then our links."""
    links = "".join(link.row for link in ours)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}{links}</Relationships>'.encode()


def story_links(story: Story) -> Iterator[Link]:
    """Yield the relationships of a story."""
    for (kind, target), id in story.relations.items():
        is_outside = kind == LINK
        yield Link(id, kind, target if is_outside else f"word/{target}", is_outside)


def _own(kind: Kind, page: Page, part: Part, stationery: PreparedStationery) -> tuple[Block, ...]:
    """Return the letter's own content for a margin, unless the letterhead of the office has it."""
    match kind, page:
        case "header", _ if stationery.margins["header", "first"].content:
            return ()
        case "header", "first":
            return part.letterhead
        case "header", _:
            return () if stationery.margins[kind, page].content else _continuation(part)
        case _, "first":
            words = stationery.margins[kind, page].words
            has_all = all("".join(run.text.split()) in words for run in runs(part.foot))
            return () if words and has_all else part.foot
        case _:
            return ()


def _continuation(part: Part) -> tuple[Block, ...]:
    """Return the head of the later pages: to whom the letter goes and when, or the title of a statement."""
    sections = {block.name: block.blocks for block in part.blocks if isinstance(block, Section)}
    who_and_when = (*sections.get("addressee", ()), *sections.get("date", ()))
    pieces = [line for line in map(_first_line, who_and_when or sections.get("subject", ())) if line]
    separator = Run(" · ", part.language)
    inlines = tuple(chain.from_iterable((*piece, separator) for piece in pieces))[:-1]
    paragraph = Paragraph("", part.language, inlines)
    return (Section("", part.language, "continuation", (paragraph,)),) if inlines else ()


def _first_line(block: Block) -> Inlines:
    if not isinstance(block, Paragraph | Heading):
        return ()
    return tuple(takewhile(lambda inline: isinstance(inline, Run), block.inlines))


@dataclass(frozen=True, slots=True)
class _Content:
    """The content of one header or footer."""

    margin: Margin
    kind: Kind
    page: Page
    blocks: tuple[Block, ...]
    mark: Inlines
    label: str
    language: Language
    main: Language
    pictures: tuple[tuple[str, Image], ...]


# Headers and footers repeat in most letters of an office.
@lru_cache(maxsize=256)
def _written(content: _Content, number: int) -> WrittenMargin:
    story = Story(content.main, dict(content.pictures), number=number)
    _fill(story, content)
    name = f"{content.kind}{number}.xml"
    text = f"{HEAD}{content.margin.head}>{''.join(story.xml)}</w:{ROOTS[content.kind]}>"
    members = [compress(f"word/{name}", text.encode())]
    links = (*content.margin.links, *story_links(story))
    if links:
        members.append(compress(f"word/_rels/{name}.rels", relations("", iter(links))))
    return WrittenMargin(content.kind, content.page, name, tuple(story.starts.items()), tuple(members))


def _fill(story: Story, content: _Content) -> None:
    if content.mark:
        story.paragraph(content.mark, ParagraphSetting("DraftMark"))
    # The same header may be written to several parts, and the ids of pictures must differ in a document.
    story.xml.append(_DRAWING.sub(lambda match: f"{match[1]}{story.drawing()}", content.margin.content))
    (_head if content.kind == "header" else _foot)(story, content)
    if content.label:
        _page_number(story, content)
    if not any(story.xml):
        story.paragraph((), ParagraphSetting(content.kind.title()))


def _head(story: Story, content: _Content) -> None:
    story.blocks(content.blocks, ParagraphSetting("Header"))
    if content.blocks and content.page == "first":
        story.paragraph((), ParagraphSetting("LetterheadEnd"))


def _foot(story: Story, content: _Content) -> None:
    if content.blocks:
        story.paragraph((), ParagraphSetting("FooterStart"))
    story.blocks(content.blocks, ParagraphSetting("Footer"))
    story.end()


def _page_number(story: Story, content: _Content) -> None:
    """Write the page number, in the letter's language."""
    story.xml.append('<w:p><w:pPr><w:pStyle w:val="PageNumberLine"/></w:pPr>')
    for index, piece in enumerate(re.split(r"\{(pages?)\}", content.label)):
        if index % 2:
            story.xml.append(f'<w:fldSimple w:instr=" {_FIELDS[piece]} "><w:r><w:t>1</w:t></w:r>')
            story.xml.append("</w:fldSimple>")
        elif piece:
            story.inlines((Run(piece, content.language),))
    story.xml.append("</w:p>")
