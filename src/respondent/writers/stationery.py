"""Prepare the styles, page, headers and footers of stationery for writing letters.

The shipped stationery has styles and empty headers. An office's own letterhead keeps its headers and footers
with their content. Its body is not used, nor any part to which only the body refers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias

from respondent.files.package import (
    DOCUMENT,
    MAIN,
    NUMBERING,
    RELATIONS,
    SETTINGS,
    STYLES,
    TYPES,
    Link,
    R,
    W,
    links,
    reachable,
    serialised,
    xml,
)
from respondent.files.xml_text import quoteattr
from respondent.writers.package import parse, parts, refused

Kind: TypeAlias = Literal["header", "footer"]
Page: TypeAlias = Literal["first", "default", "even"]

ROOTS: Final[Mapping[Kind, str]] = {"header": "hdr", "footer": "ftr"}
"""The root element of each."""

LANGUAGE: Final = "@language@"
"""The placeholder for the language of a letter in the prepared styles."""

_SHARED = ("styles", "settings", "numbering", "fontTable", "theme", "footnotes", "endnotes")
"""The relationships that every letter takes over, without pictures of the body, comments and custom data."""

_UNWANTED = ("attachedTemplate", "mailMerge", "documentProtection", "writeProtection")
"""Settings that would fetch something from outside, or lock the draft."""

_A4 = {
    "pgSz": '<w:pgSz w:w="11906" w:h="16838"/>',
    "pgMar": '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="709" w:footer="709" w:gutter="0"/>',
}
"""The size and margins of the page for a letterhead without its own."""


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer of the stationery, to which a letter may add content."""

    head: str
    """Its root tag with its namespaces, without the closing ``>``."""

    content: str = ""
    """Its content, which is empty without words or pictures."""

    links: tuple[Link, ...] = ()
    has_page_number: bool = False
    words: str = ""
    """Its words without spaces, to find out which words it already has."""


@dataclass(frozen=True, slots=True)
class PreparedStationery:
    """A DOCX without its body."""

    parts: Mapping[str, bytes]
    """The parts that are copied into every letter."""

    styles: str
    """The styles, with `LANGUAGE` in place of the document's language."""

    numbering: str
    """The lists."""

    margins: Mapping[tuple[Kind, Page], Margin]
    """The headers and footers. The first page always has its own."""

    page: str
    """The size and margins of the page, in XML."""

    types: str
    """The rows of the content types."""

    relations: str
    """The rows of the document's relationships, without headers and footers."""

    def has_page_number(self, page: Page) -> bool:
        """Return whether the header or footer of a page already has a page number."""
        return any(self.margins[kind, page].has_page_number for kind in ROOTS)


@lru_cache(maxsize=16)
def prepare(data: bytes) -> PreparedStationery:
    """Return stationery ready for writing.

    Raises:
        StationeryError: if the bytes are not a usable DOCX file.
    """
    members = parts(data)
    section = parse(members[DOCUMENT]).find(f".//{W}sectPr")
    if section is None:
        raise refused("it has no page setup")
    members[SETTINGS], has_even_pages = _settings(members[SETTINGS])
    members.pop("word/_rels/settings.xml.rels", None)
    shared = tuple(link for link in links(members, DOCUMENT) if link.kind in _SHARED)
    margins = _margins(members, section, has_even_pages)
    names = set(
        reachable(members, (*shared, *(link for margin in margins.values() for link in margin.links)))
    )
    return PreparedStationery(
        parts={name: members[name] for name in sorted(names - {STYLES, NUMBERING})},
        styles=_without_language(members[STYLES]),
        numbering=members[NUMBERING].decode(),
        margins=margins,
        page="".join(_set_up(section, name) for name in _A4),
        types="".join(_types(members[TYPES], names)),
        relations="".join(link.row for link in shared),
    )


def _settings(content: bytes) -> tuple[bytes, bool]:
    """Return the settings for letters, and whether left and right pages differ."""
    root = parse(content)
    for name in _UNWANTED:
        for setting in root.findall(f"{W}{name}"):
            root.remove(setting)
    return serialised(root), _is_on(root.find(f"{W}evenAndOddHeaders"))


def _margins(
    members: Mapping[str, bytes],
    section: Any,  # noqa: ANN401 - an lxml element
    has_even_pages: bool,
) -> dict[tuple[Kind, Page], Margin]:
    targets = {link.id: link.target for link in links(members, DOCUMENT)}
    has_first_page = _is_on(section.find(f"{W}titlePg"))
    margins: dict[tuple[Kind, Page], Margin] = {}
    for kind in ROOTS:
        for reference in section.findall(f"{W}{kind}Reference"):
            target = targets.get(reference.get(f"{R}id"))
            if target is None:
                raise refused(f"it is damaged: a {kind} is missing")
            margins[kind, reference.get(f"{W}type", "default")] = _margin(members, target)
        blank = Margin(f'<w:{ROOTS[kind]} xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"')
        margins.setdefault((kind, "default"), blank)
        if has_even_pages:
            margins.setdefault((kind, "even"), blank)
        # Without `titlePg`, the first page has the header of the other pages.
        if not has_first_page or (kind, "first") not in margins:
            margins[kind, "first"] = margins[kind, "default"]
    return margins


def _margin(members: Mapping[str, bytes], part: str) -> Margin:
    root = parse(members[part])
    fields = "".join(field.text or "" for field in root.iter(f"{W}instrText"))
    fields += " ".join(field.get(f"{W}instr", "") for field in root.iter(f"{W}fldSimple"))
    words = "".join("".join(root.itertext()).split())
    has_pictures = any(True for _ in root.iter(f"{W}drawing", f"{W}pict", f"{W}object"))
    if not words and not has_pictures:
        return Margin(_head(root))
    return Margin(
        head=_head(root),
        content="".join(xml(child) for child in root),
        links=links(members, part),
        has_page_number=bool(re.search(r"\bPAGE\b", fields)),
        words=words,
    )


def _head(root: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the start tag of a header or footer, which declares the namespace of relationships."""
    start = xml(root).partition(">")[0].removesuffix("/")
    return start if ' xmlns:r="' in start else f'{start} xmlns:r="{RELATIONS}"'


def _set_up(section: Any, name: str) -> str:  # noqa: ANN401 - an lxml element
    """Return the size or margins of the page, without namespaces, which the letter's root declares."""
    element = section.find(f"{W}{name}")
    return _A4[name] if element is None else re.sub(r' xmlns:\w+="[^"]*"', "", xml(element))


def _types(content: bytes, names: set[str]) -> Iterator[str]:
    """Yield the rows of the content types for the named parts and for extensions."""
    for row in parse(content):
        name = row.get("PartName")
        if name is None or name.removeprefix("/") in names:
            attributes = " ".join(f"{key}={quoteattr(value)}" for key, value in row.attrib.items())
            yield f"<{row.tag.rpartition('}')[2]} {attributes}/>"


def _is_on(switch: Any) -> bool:  # noqa: ANN401 - an lxml element
    return switch is not None and switch.get(f"{W}val", "1") not in ("0", "false", "off")


def _without_language(content: bytes) -> str:
    """Return the styles without any language but a placeholder for that of the letter."""
    root = parse(content)
    for language in list(root.iter(f"{W}lang")):
        language.getparent().remove(language)
    element = root
    for step in ("docDefaults", "rPrDefault", "rPr"):
        element = _child(element, f"{W}{step}")
    _child(element, f"{W}lang").set(f"{W}val", LANGUAGE)
    return xml(root)


def _child(parent: Any, tag: str) -> Any:  # noqa: ANN401 - an lxml element
    """Return the child of a name. A new one is put first, or a language last, as the schema requires."""
    from lxml import etree

    child = parent.find(tag)
    if child is None:
        child = etree.Element(tag)
        parent.insert(len(parent) if tag.endswith("lang") else 0, child)
    return child
