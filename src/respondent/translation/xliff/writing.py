"""Units as an XLIFF 1.2 file, valid by the strict schema; the same units give the same bytes.

Targets hold the translation there is, and are empty where there is none; OmegaT passes over units with empty
targets, so for it they are filled with the source. Bold, italic, links and words of the other language are
pairs of codes (``<g>``), line breaks single ones (``<x>``): a code has the same number in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from respondent.language import Language
from respondent.ledger.difference import difference_line
from respondent.ledger.state import State
from respondent.translation.inline_codes import LINE_BREAK, Coded, Numbers, coded
from respondent.translation.sheet import TranslationSheet
from respondent.translation.units import Unit
from respondent.translation.xliff.states import OUT

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
OURS = "respondent"
"""The value of `from` in our notes, by which they are told from a translator's."""

_XML = "{http://www.w3.org/XML/1998/namespace}"
_STRUCTURE = frozenset(("xliff", "file", "header", "body", "group", "trans-unit"))
_MARKDOWN = (
    "The text as a whole, in Markdown, since the two languages have different paragraphs: "
    "keep the signs at the beginnings of lines (#, -, 1., >, |) and empty lines."
)


def write(units: Sequence[Unit], sheet: TranslationSheet) -> bytes:
    """Return the file of units, at least one, all of one direction."""
    from lxml import etree

    language = units[0].language
    root = etree.Element("xliff", {"version": "1.2"}, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    file = etree.SubElement(root, "file", _file(language, sheet))
    header = etree.SubElement(file, "header")
    etree.SubElement(header, "tool", {"tool-id": OURS, "tool-name": OURS})
    body = etree.SubElement(file, "body")
    for name, ones in groupby(units, key=lambda unit: _item(unit.field.id)):
        group = etree.SubElement(body, "group", {"id": name, "resname": name.split(".")[0]})
        for unit in ones:
            _add(group, unit, sheet)
    _indent(root, 0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _file(language: Language, sheet: TranslationSheet) -> dict[str, str]:
    return {
        "original": sheet.original,
        "source-language": sheet.tags.in_(language),
        "target-language": sheet.tags.in_(language.other),
        "datatype": "plaintext",
        "tool-id": OURS,
    }


def _item(id: str) -> str:
    """Return what a field belongs to: ``evidence.training``, or ``closing``."""
    parts = id.split(".")
    return ".".join(parts[:-1]) or parts[0]


def _add(group: Element, unit: Unit, sheet: TranslationSheet) -> None:
    from lxml import etree

    about = {"id": unit.key, "resname": unit.field.id, "restype": f"x-{unit.kind}"}
    if unit.is_locked:
        about["translate"] = "no"
    if unit.state is State.FINAL and unit.target:
        about["approved"] = "yes"
    element = etree.SubElement(group, "trans-unit", {**about, f"{_XML}space": "preserve"})
    words, numbers = coded(unit.source, unit.language)
    _fill(etree.SubElement(element, "source", {f"{_XML}lang": sheet.tags.in_(unit.language)}), words)
    _add_target(element, unit, sheet, numbers)
    for text in _notes(unit, sheet):
        note = etree.SubElement(element, "note", {"from": OURS, "annotates": "source"})
        note.text = text


def _add_target(element: Element, unit: Unit, sheet: TranslationSheet, numbers: Numbers) -> None:
    from lxml import etree

    if unit.is_locked and not unit.target:
        return  # nothing is to be translated: the other language quotes it as it is
    is_source = sheet.is_filled and not unit.is_locked
    state = State.MISSING if is_source else unit.state
    about = {f"{_XML}lang": sheet.tags.in_(unit.language.other), "state": OUT[state]}
    target = etree.SubElement(element, "target", about)
    content, language = (
        (unit.source, unit.language) if is_source else (unit.target or (), unit.language.other)
    )
    _fill(target, coded(content, language, numbers)[0])


def _notes(unit: Unit, sheet: TranslationSheet) -> Iterable[str]:
    yield unit.place
    if unit.is_whole:
        yield _MARKDOWN
    if unit.old_source:
        source = unit.field.in_(unit.language) or ""
        yield f"The source has changed since it was translated: {difference_line(unit.old_source, source)}"
    if unit.old_target:
        target = unit.field.in_(unit.language.other) or ""
        yield f"Changed since it was approved: {difference_line(unit.old_target, target)}"
    for remark in sheet.answers(unit):
        yield f"Remark: {remark.row.note}"
        if remark.answer and remark.answer.note:
            yield f"Answer: {remark.answer.note}"
    if not unit.is_locked and (terms := sheet.terms(unit)):
        yield f"Terms: {terms}"


def _fill(element: Element, words: Coded) -> None:
    """Put words and their codes into an element."""
    from lxml import etree

    last: Element | None = None
    for piece in words.content:
        if isinstance(piece, Coded):
            assert piece.look
            name = "x" if piece.look == LINE_BREAK else "g"
            about = {"id": str(piece.number), "ctype": piece.look.kind}
            if piece.look.address:
                about["equiv-text"] = piece.look.address
            last = etree.SubElement(element, name, about)
            _fill(last, piece)
        elif last is None:
            element.text = (element.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece


def _indent(element: Element, depth: int) -> None:
    """Put the parts of the file, but not words, on lines of their own."""
    if element.tag not in _STRUCTURE or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * depth
