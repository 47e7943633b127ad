"""Remembered translations that match what is sent, as TMX 1.4; the same pairs give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from respondent import __version__
from respondent.files.text import CONTROL
from respondent.language import Language, Pair

_XML = "{http://www.w3.org/XML/1998/namespace}"


@dataclass(frozen=True, slots=True, order=True)
class RememberedPair:
    """A text and its translation, without looks."""

    source: str
    target: str
    origin: str
    """Where it comes from, for the translator."""


def write(pairs: Iterable[RememberedPair], source: Language, tags: Pair[str]) -> bytes:
    """Return the memory of pairs, each once, in the order of their words.

    Args:
        pairs: What is remembered.
        source: The language of the sources.
        tags: The language codes of the file, which are to be those of the XLIFF.
    """
    from lxml import etree

    root = etree.Element("tmx", {"version": "1.4"})
    etree.SubElement(root, "header", _header(tags.in_(source)))
    body = etree.SubElement(root, "body")
    told: set[tuple[str, str]] = set()
    for pair in sorted(pairs):
        if (pair.source, pair.target) in told or CONTROL.search(pair.source + pair.target + pair.origin):
            continue
        told.add((pair.source, pair.target))
        unit = etree.SubElement(body, "tu")
        etree.SubElement(unit, "note").text = pair.origin
        for language, text in ((source, pair.source), (source.other, pair.target)):
            variant = etree.SubElement(unit, "tuv", {f"{_XML}lang": tags.in_(language)})
            etree.SubElement(variant, "seg").text = text
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _header(tag: str) -> dict[str, str]:
    return {
        "creationtool": "respondent",
        "creationtoolversion": __version__,
        "segtype": "block",
        "o-tmf": "respondent",
        "adminlang": "en-GB",
        "srclang": tag,
        "datatype": "plaintext",
    }
