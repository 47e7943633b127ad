"""DOCX files taken apart and put together, for the tests that read Word letters back or give letterheads."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

from respondent import resources

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = f"{{{MAIN}}}"
R = f"{{{RELATIONS}}}"

SHIPPED = resources.style_file("stationery.docx")
"""The shipped stationery."""


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a DOCX by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """Return a zip package of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def xml(data: bytes, name: str) -> Any:  # noqa: ANN401 - an lxml element
    """Return the root of a part of a DOCX."""
    return etree.fromstring(unpacked(data)[name])


def words(element: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the words at and below an element, a line break as a new line, no-break spaces as spaces."""
    texts = ("\n" if one.tag == f"{W}br" else one.text or "" for one in element.iter(f"{W}t", f"{W}br"))
    return "".join(texts).replace("\xa0", " ")


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph in XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def rows(*links: tuple[str, str, str]) -> str:
    """Return a part of relationships: id, last word of the type, target."""
    found = "".join(
        f'<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for id, kind, target in links
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{found}</Relationships>'


def letterhead(
    *,
    header: str = "",
    footer: str = "",
    page: str = "default",
    section: str = "",
    body: str = "<w:p/>",
    more: Mapping[str, bytes | str] | None = None,
) -> bytes:
    """Return a letterhead as an office might have it: a header, a footer, and none of our styles.

    Args:
        header: What stands in the header, in XML; empty for no header.
        footer: What stands in the footer.
        page: The pages that they are for.
        section: More of the page's set-up: ``<w:titlePg/>``.
        body: What stands in the body.
        more: Parts in place of these, or beside them.
    """
    names = [name for name, content in (("header", header), ("footer", footer)) if content]
    references = "".join(f'<w:{name}Reference w:type="{page}" r:id="{name}"/>' for name in names)
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((f"{name}9", name) for name in names))
    )
    spaces = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": rows(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}<w:sectPr>{references}{section}</w:sectPr>"
        "</w:body></w:document>",
        "word/_rels/document.xml.rels": rows(*((name, name, f"{name}9.xml") for name in names)),
        "word/header9.xml": f"<w:hdr {spaces}>{header}</w:hdr>",
        "word/footer9.xml": f"<w:ftr {spaces}>{footer}</w:ftr>",
    }
    return packed(parts | dict(more or {}))
