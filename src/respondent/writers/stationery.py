"""The DOCX that a letter is written into: its styles, its page, its headers and footers, prepared once.

The shipped stationery has styles and empty headers. An office's own letterhead keeps its headers and footers, with
what stands in them; its body is not used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias

from respondent.writers.package import (
    CORE,
    DOCUMENT,
    DOCUMENT_RELATIONS,
    MAIN,
    NUMBERING,
    R,
    RELATIONS,
    STYLES,
    TYPES,
    W,
    parse,
    parts,
    refused,
    relations,
    rows,
    xml,
)

Kind: TypeAlias = Literal["header", "footer"]
Page: TypeAlias = Literal["first", "default", "even"]

ROOTS: Final[Mapping[Kind, str]] = {"header": "hdr", "footer": "ftr"}
"""The root element of each."""

LANGUAGE: Final = "@language@"
"""What stands in the prepared styles for the language of a letter."""

# What each letter has of its own, or what would fetch something from outside.
_LEFT_OUT = ("/header", "/footer", "/attachedTemplate", "/customXml", "/glossaryDocument", "/comments")


@dataclass(frozen=True, slots=True)
class Margin:
    """A header or footer of the stationery, open at both ends for what a letter adds."""

    head: str
    """The start of its root tag, with the namespaces that it declares, without the closing ``>``."""

    content: str
    """What stands in it; empty where it holds neither words nor pictures."""

    relations: str
    """The rows of its relationships."""

    has_page_number: bool
    words: str
    """Its words, which tell what it says already."""


@dataclass(frozen=True, slots=True)
class Stationery:
    """A DOCX without its body."""

    parts: Mapping[str, bytes]
    """The parts that go into every letter as they are."""

    styles: str
    """The styles, with `LANGUAGE` where the document's language goes."""

    numbering: str
    """The lists."""

    margins: Mapping[tuple[Kind, Page], Margin]
    """The headers and footers; the first page always has its own."""

    page: str
    """Size and margins of the page, in XML."""

    types: str
    """The rows of the content types."""

    relations: str
    """The rows of the document's relationships, headers and footers left out."""

    @property
    def has_letterhead(self) -> bool:
        """Whether the head of the first page says something already, so that ours is not wanted."""
        return bool(self.margins["header", "first"].content)


@lru_cache(maxsize=16)
def prepare(data: bytes) -> Stationery:
    """Return stationery ready for writing.

    Raises:
        StationeryError: if the bytes are no DOCX that we can use.
    """
    found = parts(data)
    sections = list(parse(found[DOCUMENT]).iter(f"{W}sectPr"))
    if not sections:
        raise refused("it has no page set-up")
    own = {DOCUMENT, DOCUMENT_RELATIONS, TYPES, STYLES, NUMBERING, CORE}
    return Stationery(
        parts={name: content for name, content in found.items() if name not in own and not _is_margin(name)},
        styles=_without_language(found[STYLES]),
        numbering=found[NUMBERING].decode(),
        margins=_margins(found, sections[-1]),
        page="".join(_bare(xml(child)) for child in sections[-1] if child.tag in (f"{W}pgSz", f"{W}pgMar")),
        types=rows(found[TYPES], _is_kept),
        relations=rows(found[DOCUMENT_RELATIONS], lambda row: not row["Type"].endswith(_LEFT_OUT)),
    )


def _is_kept(row: Mapping[str, str]) -> bool:
    name = row.get("PartName", "").removeprefix("/")
    return name != CORE and not _is_margin(name)


def _is_margin(name: str) -> bool:
    return bool(re.match(r"word/(_rels/)?(header|footer)\d*\.xml", name))


def _margins(
    found: Mapping[str, bytes],
    section: Any,  # noqa: ANN401 - an lxml element
) -> dict[tuple[Kind, Page], Margin]:
    targets = {id: target for id, _, target in relations(found)}
    margins: dict[tuple[Kind, Page], Margin] = {}
    for kind in ROOTS:
        for reference in section.iter(f"{W}{kind}Reference"):
            margins[kind, reference.get(f"{W}type", "default")] = _margin(
                found, targets[reference.get(f"{R}id")]
            )
        blank = f'<w:{ROOTS[kind]} xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
        margins.setdefault((kind, "default"), Margin(blank, "", "", has_page_number=False, words=""))
        # Without a first page of its own the letterhead stands on every page, the first one too.
        if section.find(f"{W}titlePg") is None or (kind, "first") not in margins:
            margins[kind, "first"] = margins[kind, "default"]
    return margins


def _margin(found: Mapping[str, bytes], target: str) -> Margin:
    root = parse(found[f"word/{target}"])
    fields = [one.text or "" for one in root.iter(f"{W}instrText")]
    fields += [one.get(f"{W}instr", "") for one in root.iter(f"{W}fldSimple")]
    words = "".join(root.itertext())
    is_empty = not words.strip() and not any(True for _ in root.iter(f"{W}drawing", f"{W}pict", f"{W}object"))
    links = found.get(f"word/_rels/{target}.rels")
    return Margin(
        head=_head(root),
        content="" if is_empty else "".join(xml(child) for child in root),
        relations=rows(links, lambda row: True) if links and not is_empty else "",
        has_page_number=any(re.search(r"\bPAGE\b", field) for field in fields),
        words=" ".join(words.split()),
    )


def _head(root: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the start tag of a header or footer, with our two prefixes declared whatever its own are."""
    start = xml(root).partition(">")[0].removesuffix("/")
    for prefix, namespace in (("w", MAIN), ("r", RELATIONS)):
        if f'xmlns:{prefix}="' not in start:
            start += f' xmlns:{prefix}="{namespace}"'
    return start


def _bare(text: str) -> str:
    """Return an element without the namespaces that lxml repeats in it; the letter's root declares what it uses."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", text)


def _without_language(content: bytes) -> str:
    """Return the styles with every language taken out and one place left for the letter's."""
    root = parse(content)
    for language in list(root.iter(f"{W}lang")):
        language.getparent().remove(language)
    here = root
    for step in ("docDefaults", "rPrDefault", "rPr"):
        here = _child(here, f"{W}{step}")
    _child(here, f"{W}lang").set(f"{W}val", LANGUAGE)
    return xml(root)


def _child(parent: Any, tag: str) -> Any:  # noqa: ANN401 - an lxml element
    """Return the child of a name; a new one stands first, but a language last (ISO/IEC 29500-1, 17.3.2.28)."""
    from lxml import etree

    child = parent.find(tag)
    if child is None:
        child = etree.Element(tag)
        parent.insert(len(parent) if tag.endswith("lang") else 0, child)
    return child
