"""Writes remembered translations that match the texts sent as TMX 1.4. The same pairs give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from respondent import __version__
from respondent.files.text import CONTROL
from respondent.language import Language, Pair

_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True, order=True)
class RememberedPair:
    """A text and its translation, without formatting."""

    source: str
    target: str
    origin: str
    """Where it comes from, for the translator."""


def write(
    pairs: Iterable[RememberedPair], source: Language, tags: Pair[str], tool: str = "respondent"
) -> bytes:
    """Return the TMX file of `pairs`, each once, sorted.

    Args:
        pairs: The remembered pairs.
        source: The language of the sources.
        tags: The language codes of the file. Use those of the XLIFF, or CAT tools find no match.
        tool: The program whose memory it is; its own, in a project of OmegaT.
    """
    from lxml import etree

    root = etree.Element("tmx", {"version": "1.4"})
    etree.SubElement(root, "header", _header(tags.in_(source), tool))
    body = etree.SubElement(root, "body")
    written: set[tuple[str, str]] = set()
    for pair in sorted(pairs):
        # XML 1.0 cannot hold control characters: one such pair would spoil the whole file.
        if (pair.source, pair.target) in written or CONTROL.search(pair.source + pair.target + pair.origin):
            continue
        written.add((pair.source, pair.target))
        unit = etree.SubElement(body, "tu")
        if pair.origin:
            etree.SubElement(unit, "note").text = pair.origin
        for language, text in ((source, pair.source), (source.other, pair.target)):
            variant = etree.SubElement(unit, "tuv", {f"{_XML}lang": tags.in_(language)})
            etree.SubElement(variant, "seg").text = text
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _header(tag: str, tool: str) -> dict[str, str]:
    return {
        "creationtool": tool,
        "creationtoolversion": __version__,
        "segtype": "block",
        "o-tmf": tool,
        "adminlang": "en-GB",
        "srclang": tag,
        "datatype": "plaintext",
    }
