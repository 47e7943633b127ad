"""A DOCX opened as its parts: read within bounds, its XML parsed without entities or network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from respondent.errors import Problem, StationeryError
from respondent.files.zip import BadZip, read

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
W: Final = f"{{{MAIN}}}"
R: Final = f"{{{RELATIONS}}}"

DOCUMENT: Final = "word/document.xml"
DOCUMENT_RELATIONS: Final = "word/_rels/document.xml.rels"
NUMBERING: Final = "word/numbering.xml"
CORE: Final = "docProps/core.xml"
STYLES: Final = "word/styles.xml"
TYPES: Final = "[Content_Types].xml"


def refused(what: str, then: str = "save it in Word as “Word Document (*.docx)”") -> StationeryError:
    """Return the error that says why a letterhead cannot be used; who knows the file puts its name to it."""
    return StationeryError(Problem("letterhead", what, then))


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a DOCX by name.

    Raises:
        StationeryError: if it is no Word document, carries macros, or is saved in a form that we do not read.
    """
    try:
        found = read(data)
    except BadZip as error:
        raise refused(f"it is no Word document: {error.what}") from error
    if DOCUMENT not in found or TYPES not in found:
        raise refused("it is no Word document")
    if any("vbaProject" in name for name in found):
        raise refused("it carries macros")
    if "purl.oclc.org" in parse(found[DOCUMENT]).tag:
        raise refused("it is saved as “Strict Open XML”")
    empty = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
    return {DOCUMENT_RELATIONS: empty, STYLES: f'<w:styles xmlns:w="{MAIN}"/>'.encode()} | found


def parse(content: bytes) -> Any:  # noqa: ANN401 - an lxml element, which the stubs make awkward to walk
    """Return the root element of a part.

    Raises:
        StationeryError: if it is damaged or declares a document type.
    """
    from lxml import etree

    try:
        root = etree.fromstring(
            content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        )
    except etree.XMLSyntaxError as error:
        raise refused("it is damaged") from error
    if root.getroottree().docinfo.doctype:
        raise refused("it declares a document type, as no Word document does")
    return root


def xml(element: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return an element as text, without what follows it."""
    from lxml import etree

    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def rows(content: bytes, keep: Callable[[Mapping[str, str]], bool]) -> str:
    """Return the rows of a part of relationships or content types that `keep` wants, by their attributes."""
    return "".join(_row(element) for element in parse(content) if keep(element.attrib))


def relations(found: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Yield id, type (its last word) and target of the document's relationships."""
    for element in parse(found[DOCUMENT_RELATIONS]):
        kind = element.get("Type", "").rpartition("/")[2]
        yield element.get("Id", ""), kind, element.get("Target", "").removeprefix("/word/")


def _row(element: Any) -> str:  # noqa: ANN401 - an lxml element
    from xml.sax.saxutils import quoteattr

    name = element.tag.rpartition("}")[2]
    return f"<{name} {' '.join(f'{key}={quoteattr(value)}' for key, value in element.attrib.items())}/>"
