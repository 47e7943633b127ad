"""Open a DOCX as its parts, within size limits, and parse its XML without entities or network."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from respondent.files.text import over_limit
from respondent.files.xml_text import quoteattr
from respondent.files.zip import BadZip, read

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PROPERTIES: Final = "application/vnd.openxmlformats-package.core-properties+xml"
CUSTOM_PROPERTIES: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
W: Final = f"{{{MAIN}}}"
R: Final = f"{{{RELATIONS}}}"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

DOCUMENT: Final = "word/document.xml"
DOCUMENT_RELATIONS: Final = "word/_rels/document.xml.rels"
NUMBERING: Final = "word/numbering.xml"
SETTINGS: Final = "word/settings.xml"
CORE: Final = "docProps/core.xml"
CUSTOM: Final = "docProps/custom.xml"
STYLES: Final = "word/styles.xml"
TYPES: Final = "[Content_Types].xml"

MAX_DOCUMENT: Final = 20_000_000
"""The size limit of the document part. A letter that answers 40 recommendations has 100 kB."""

MAX_TAGS: Final = 600_000
"""How many tags a part may have. A letter that answers 40 recommendations has 10,000."""

AS_DOCX: Final = "save it in Word as “Word Document (*.docx)”"

_OLE = b"\xd0\xcf\x11\xe0"  # Word's old .doc, and a DOCX behind a password
_PROTECTED = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 2.3.4.4: the stream that holds the DOCX


class BadPackage(Exception):  # noqa: N818 - named as `zipfile` names its own
    """The bytes are not a Word document, or one that we refuse to open."""

    def __init__(self, what: str, advice: str = AS_DOCX) -> None:
        """Store the problem and the advice, each one line without a full stop."""
        self.what, self.advice = what, advice
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship of a part of the package."""

    id: str
    type: str
    target: str
    """The path of a part in the package, or an external address."""

    is_outside: bool = False

    @property
    def kind(self) -> str:
        """The last word of its type: ``header``."""
        return self.type.rpartition("/")[2]

    @property
    def row(self) -> str:
        """The row in XML."""
        target = self.target if self.is_outside else f"/{self.target}"
        outside = ' TargetMode="External"' if self.is_outside else ""
        return f'<Relationship Id="{self.id}" Type="{self.type}" Target={quoteattr(target)}{outside}/>'


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a DOCX by name.

    Raises:
        BadPackage: if it is not a Word document, contains macros, or is in an unsupported form.
    """
    if data.startswith(_OLE):
        raise _old_or_protected(data)
    try:
        members = read(data)
    except BadZip as error:
        raise BadPackage(f"it is not a Word document: {error.what}") from error
    members = _usual_names(members)
    _check(members)
    for name in members:
        if name.endswith(".rels"):
            parse(members[name])
    empty = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
    return {DOCUMENT_RELATIONS: empty, STYLES: f'<w:styles xmlns:w="{MAIN}"/>'.encode()} | members


def _usual_names(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts with the main ones under their usual names too.

    Only relationships say which part is which (ISO/IEC 29500-2, 9.3): Word for the web writes
    ``word/document2.xml``, and ``styles2.xml`` beside it.
    """
    main = next((link.target for link in _links(members, "") if link.kind == "officeDocument"), DOCUMENT)
    if main not in members:
        return dict(members)
    folder, _, name = main.rpartition("/")
    usual = {DOCUMENT: main, DOCUMENT_RELATIONS: f"{folder}/_rels/{name}.rels"}
    kinds = {"styles": STYLES, "numbering": NUMBERING, "settings": SETTINGS}
    usual |= {kinds[link.kind]: link.target for link in _links(members, main) if link.kind in kinds}
    return {**members, **{name: members[target] for name, target in usual.items() if target in members}}


def _links(members: Mapping[str, bytes], part: str) -> tuple[Link, ...]:
    """Return the links of a part of a package that may yet be refused; none where they are damaged."""
    try:
        return links(members, part)
    except BadPackage:
        return ()


def _check(members: Mapping[str, bytes]) -> None:
    """Refuse a package that is not a document, is too large, contains macros, or is in the strict form."""
    if DOCUMENT not in members or TYPES not in members:
        raise BadPackage("it is not a Word document")
    if len(members[DOCUMENT]) > MAX_DOCUMENT:
        raise BadPackage(f"its text is {over_limit(MAX_DOCUMENT)}", "split it into several files")
    if any("vbaproject" in name.lower() for name in members) or b"macroEnabled" in members[TYPES]:
        raise BadPackage("it contains macros")
    if "purl.oclc.org" in parse(members[DOCUMENT]).tag:
        raise BadPackage("it is saved as “Strict Open XML”")


def _old_or_protected(data: bytes) -> BadPackage:
    if _PROTECTED in data:
        advice = "open it in Word, remove the password (File, Info, Protect Document), and save it"
        return BadPackage("it is protected by a password", advice)
    return BadPackage("it is an old Word document (.doc), or protected by a password")


def parse(content: bytes) -> Any:  # noqa: ANN401 - an lxml element, which the stubs make awkward to walk
    """Return the root element of a part, without its comments.

    Raises:
        BadPackage: if it is damaged or declares a document type.
    """
    from lxml import etree

    # Before the tree is made: an element takes some hundred times the memory of its four bytes.
    if content.count(b"<") > MAX_TAGS:
        raise BadPackage(f"it has more than {MAX_TAGS:,} elements", "split it into several files")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root: Any = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadPackage("it is damaged") from error
    if root.getroottree().docinfo.doctype:
        raise BadPackage("it declares a document type, which Word documents never do")
    return root


def xml(element: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return an element as text, without its tail."""
    from lxml import etree

    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def serialised(root: Any) -> bytes:  # noqa: ANN401 - an lxml element
    """Return a part with the XML declaration."""
    return f"{HEAD}{xml(root)}".encode()


def links(members: Mapping[str, bytes], part: str) -> tuple[Link, ...]:
    """Return the links of a part, without those to missing parts of the package."""
    folder, _, name = part.rpartition("/")
    rows = members.get(f"{folder}/_rels/{name}.rels".lstrip("/"))
    all_links = (_link(row, folder) for row in parse(rows)) if rows else ()
    return tuple(link for link in all_links if link.is_outside or link.target in members)


def _link(row: Any, folder: str) -> Link:  # noqa: ANN401 - an lxml element
    target, is_outside = row.get("Target", ""), row.get("TargetMode") == "External"
    inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Link(row.get("Id", ""), row.get("Type", ""), target if is_outside else inside, is_outside)


def reachable(members: Mapping[str, bytes], start: Iterable[Link]) -> Iterator[str]:
    """Yield the names of all parts that links lead to, directly or not, and of their relationship parts."""
    waiting, names = list(start), set[str]()
    while waiting:
        link = waiting.pop()
        if link.is_outside or link.target in names:
            continue
        names.add(link.target)
        yield link.target
        folder, _, name = link.target.rpartition("/")
        if f"{folder}/_rels/{name}.rels" in members:
            yield f"{folder}/_rels/{name}.rels"
            waiting += links(members, link.target)
