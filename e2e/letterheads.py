"""Letterheads as an office might make them in LibreOffice. None has our styles."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from programs import converted
from workspaces import picture

NAME = "Swyddfa’r Comisiynydd · Commissioner’s Office"
BOX = "Ffoniwch ni | Call us"
ADDRESS = ("Pencadlys yr Heddlu", "Police Headquarters")
CHARITY = "Cofrestrwyd yn y DU | Registered in the UK"
CONTINUED = "Llythyr y Comisiynydd | The Commissioner’s letter"

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)

_AUTOMATIC = """\
<style:page-layout style:name="page">
 <style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="12mm"
  fo:margin-bottom="12mm" fo:margin-left="22mm" fo:margin-right="22mm"/>
 <style:header-style><style:header-footer-properties fo:min-height="30mm" fo:margin-bottom="6mm"/></style:header-style>
 <style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style>
</style:page-layout>
<style:style style:name="logo" style:family="graphic"><style:graphic-properties
  style:vertical-pos="from-top" style:vertical-rel="paragraph" style:horizontal-pos="from-left"
  style:horizontal-rel="paragraph" style:wrap="run-through"/></style:style>
<style:style style:name="box" style:family="graphic"><style:graphic-properties draw:fill="none"
  fo:border="0.5pt solid #1f3864" fo:padding="1mm"/></style:style>
<style:style style:name="right" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="big" style:family="paragraph"><style:paragraph-properties fo:margin-left="20mm"/>
 <style:text-properties fo:font-size="13pt" fo:font-weight="bold" fo:color="#1f3864"/></style:style>
<style:style style:name="table" style:family="table"><style:table-properties style:width="100mm"
  table:align="left" fo:margin-left="20mm"/></style:style>
"""


def whole() -> str:
    """Return a letterhead for every page: logo, text box, table, footer; no separate first page."""
    return _document(f"<style:header>{_letterhead()}</style:header><style:footer>{_foot()}</style:footer>")


def first_page() -> str:
    """Return a letterhead for the first page, and a line for those after it."""
    return _document(
        f"<style:header><text:p>{CONTINUED}</text:p></style:header>"
        f"<style:header-first>{_letterhead()}</style:header-first>"
        f"<style:footer>{_foot()}</style:footer><style:footer-first>{_foot()}</style:footer-first>"
    )


def as_word(letterhead: str, folder: Path, name: str) -> Path:
    """Return the DOCX that LibreOffice makes of a letterhead."""
    source = folder / f"{name}.fodt"
    source.write_text(letterhead, "utf-8")
    return converted([source], "docx", folder)[source]


def _letterhead() -> str:
    logo = b64encode(picture(100, 100)).decode()
    cells = "".join(f"<table:table-cell><text:p>{address}</text:p></table:table-cell>" for address in ADDRESS)
    return (
        '<text:p text:style-name="big">'
        '<draw:frame draw:style-name="logo" draw:name="logo" text:anchor-type="paragraph" svg:x="0mm" svg:y="0mm"'
        ' svg:width="16mm" svg:height="16mm"><draw:image><office:binary-data>'
        f"{logo}</office:binary-data></draw:image><svg:title>Logo</svg:title></draw:frame>"
        f"{NAME}</text:p>"
        '<text:p text:style-name="right"><draw:frame draw:style-name="box" draw:name="box"'
        ' text:anchor-type="as-char" svg:width="44mm" svg:height="8mm"><draw:text-box>'
        f"<text:p>{BOX}</text:p></draw:text-box></draw:frame></text:p>"
        '<table:table table:style-name="table"><table:table-column table:number-columns-repeated="2"/>'
        f"<table:table-row>{cells}</table:table-row></table:table><text:p/>"
    )


def _foot() -> str:
    return f"<text:p>{CHARITY}</text:p>"


def _document(margins: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:automatic-styles>{_AUTOMATIC}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">'
        f"{margins}</style:master-page></office:master-styles>"
        "<office:body><office:text><text:p/></office:text></office:body></office:document>"
    )
