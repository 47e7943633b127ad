"""Drafts made of responses, and changed as people change them in Word: in their XML, with none of our reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from lxml import etree
from offices import ROOT
from packages import MAIN, W, packed, unpacked
from translation.responses import HANDED, document

from respondent.changes.submission import Submission
from respondent.files import rewrite, workspace, yaml
from respondent.language import Language, Pair
from respondent.ledger.row import LedgerRow
from respondent.production.letters import assemble
from respondent.production.office import OfficeContext, load_office
from respondent.response.model import Response
from respondent.response.reading import ResponseFile, read_facts, read_response
from respondent.translation.edited_draft.draft_paragraphs import read
from respondent.translation.edited_draft.import_draft import DraftImport, Letters, import_draft
from respondent.writers.docx import write

Element: TypeAlias = Any
"""An lxml element."""

Edit: TypeAlias = Callable[[Element], None]
"""A change of a document's XML."""

CY, EN = Language.CY, Language.EN
SLUG = "2026-custody"
TODAY = date(2026, 11, 24)
BODY = "word/document.xml"
WHO = f'xmlns:w="{MAIN}" w:id="77" w:author="Nia" w:date="2026-05-14T09:00:00Z"'


@cache
def desk() -> OfficeContext:
    """Return what the letters of Gwent's office share."""
    return load_office(workspace.find(ROOT / "examples/gwent/responses"))


@dataclass(frozen=True)
class Office:
    """A response, its letters and its drafts."""

    body: bytes
    slug: str = SLUG

    @classmethod
    def of(cls, **more: object) -> Office:
        """Return the office of a response that holds `more`."""
        return cls(document(**more).encode())

    @property
    def response(self) -> ResponseFile:
        return read_response(yaml.read(self.body, "response.yaml"), desk().office)

    @property
    def facts(self) -> Response:
        return self.response.facts

    @property
    def letters(self) -> Letters:
        assembly = assemble(self.response, self.slug, desk(), TODAY)
        found = {one.language: one.parts[0] for _, one in assembly.two_files()}
        return Letters(self.slug, Pair.of(lambda language: found[language]))

    def draft(self, language: Language = EN, *, both: bool = False) -> bytes:
        """Return the draft in a language, or both in one file."""
        assembly = assemble(self.response, self.slug, desk(), TODAY)
        found = dict(assembly.one_file() if both else assembly.two_files())
        name = "cy-en" if both else language
        return write(found[f"{self.slug}.{name}"], desk().style_files["docx"])

    def home(
        self,
        data: bytes,
        *,
        rows: Sequence[LedgerRow] = (),
        accepted: Sequence[str] = (),
        handed: Submission = HANDED,
    ) -> DraftImport:
        said = replace(handed, origin="draft", accepted=frozenset(accepted))
        return import_draft(read(data, "drafft.docx"), self.response, rows, self.letters, said)

    def after(self, home: DraftImport) -> Office:
        """Return the office with what came home written into its response."""
        edits = home.result.edits
        body = rewrite.rewritten(self.body, "response.yaml", edits) if edits else self.body
        assert read_facts(yaml.read(body, "response.yaml"))
        return replace(self, body=body)


def edited(data: bytes, *edits: Edit) -> bytes:
    """Return a draft whose XML has been changed."""
    parts = unpacked(data)
    root = etree.fromstring(parts[BODY])
    for edit in edits:
        edit(root)
    return packed({**parts, BODY: etree.tostring(root)})


def words(paragraph: Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))


def find(root: Element, text: str) -> Element:
    """Return the first paragraph in which words stand."""
    return next(one for one in root.iter(f"{W}p") if text in words(one))


def run(text: str, look: str = "") -> Element:
    """Return a run of words."""
    one: Element = etree.fromstring(
        f'<w:r xmlns:w="{MAIN}"><w:rPr>{look}</w:rPr><w:t xml:space="preserve"/></w:r>'
    )
    one.find(f"{W}t").text = text
    return one


def contents(paragraph: Element) -> list[Element]:
    """Return what of a paragraph holds words."""
    return [one for one in paragraph if one.tag in (f"{W}r", f"{W}hyperlink", f"{W}ins", f"{W}del")]


def retype(paragraph: Element, text: str, *, tracked: bool = False) -> None:
    """Put other words into a paragraph, marked as a change where that is asked."""
    old, new = contents(paragraph), run(text)
    place = paragraph.index(old[0]) if old else len(paragraph) - bool(paragraph.findall(f"{W}bookmarkEnd"))
    if not tracked:
        for one in old:
            paragraph.remove(one)
        paragraph.insert(place, new)
        return
    deleted, inserted = (etree.fromstring(f"<w:{name} {WHO}/>") for name in ("del", "ins"))
    paragraph.insert(place, deleted)
    for one in old:
        for piece in [*one] if one.tag == f"{W}hyperlink" else [one]:
            deleted.append(piece)
        if one.getparent() is paragraph:
            paragraph.remove(one)
    for piece in deleted.iter(f"{W}t"):
        piece.tag = f"{W}delText"
    inserted.append(new)
    deleted.addnext(inserted)


def typed(old: str, new: str, *, tracked: bool = False) -> Edit:
    """Return an edit that puts other words into the paragraph in which some stand."""
    return lambda root: retype(find(root, old), new, tracked=tracked)


def fresh(paragraph: Element, text: str, *, tracked: bool = False) -> Element:
    """Return a new paragraph behind another, set like it, as Enter makes it."""
    new: Element = etree.Element(f"{W}p")
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        new.append(deepcopy(properties))
    new.append(run(text))
    paragraph.addnext(new)
    if tracked:
        mark(new, "ins")
        inserted: Element = etree.fromstring(f"<w:ins {WHO}/>")
        inserted.append(new.find(f"{W}r"))
        new.append(inserted)
    return new


def mark(paragraph: Element, kind: str) -> None:
    """Mark the end of a paragraph as inserted or deleted."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    runs = properties.find(f"{W}rPr")
    if runs is None:
        runs = etree.SubElement(properties, f"{W}rPr")
    runs.insert(0, etree.fromstring(f"<w:{kind} {WHO}/>"))


def added(behind: str, text: str, *, tracked: bool = False) -> Edit:
    """Return an edit that writes a new paragraph behind the one in which words stand."""

    def edit(root: Element) -> None:
        fresh(find(root, behind), text, tracked=tracked)

    return edit


def deleted(text: str, *, tracked: bool = False) -> Edit:
    """Return an edit that deletes the paragraph in which words stand."""

    def edit(root: Element) -> None:
        remove(find(root, text), tracked=tracked)

    return edit


def remove(paragraph: Element, *, tracked: bool = False) -> None:
    if not tracked:
        paragraph.getparent().remove(paragraph)
        return
    mark(paragraph, "del")
    for one in contents(paragraph):
        gone = etree.fromstring(f"<w:del {WHO}/>")
        one.addprevious(gone)
        for piece in [*one] if one.tag == f"{W}hyperlink" else [one]:
            gone.append(piece)
        if one.getparent() is paragraph:
            paragraph.remove(one)
        for piece in gone.iter(f"{W}t"):
            piece.tag = f"{W}delText"


def split(at: str) -> Edit:
    """Return an edit that presses Enter before some words, in a paragraph of one run."""

    def edit(root: Element) -> None:
        paragraph = find(root, at)
        first, second = words(paragraph).split(at, 1)
        retype(paragraph, first)
        end = paragraph.find(f"{W}bookmarkEnd")
        new = fresh(paragraph, at + second)
        if end is not None:
            new.append(end)

    return edit


def unmarked(root: Element) -> None:
    """Take away all bookmarks."""
    for one in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        one.getparent().remove(one)


def without_properties(data: bytes) -> bytes:
    """Return a document without the properties that say what it was made of."""
    parts = unpacked(data)
    del parts["docProps/custom.xml"]
    for name, row in (("[Content_Types].xml", "Override"), ("_rels/.rels", "Relationship")):
        root = etree.fromstring(parts[name])
        for one in list(root):
            if "custom" in str(sorted(one.attrib.values())) and one.tag.endswith(row):
                root.remove(one)
        parts[name] = etree.tostring(root)
    return packed(parts)


def marked(root: Element) -> Iterator[Element]:
    """Yield the paragraphs that have a bookmark of ours, in the order of the letter."""
    for one in root.iter(f"{W}p"):
        if one.find(f"{W}bookmarkStart") is not None:
            yield one
