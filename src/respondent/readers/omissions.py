"""What a Word document holds besides the words that are read: pictures, equations, notes, struck words.

A letter keeps words, bold, italic, links, lists, quotations and tables. Whatever else a paragraph holds is no
part of its words. It is read as an omission, so that an import can report it instead of passing over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from respondent.files.package import W
from respondent.readers.formatting import Element, Style, either, switch, value

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@dataclass(frozen=True, slots=True)
class Omission:
    """Something in a paragraph that is not among its words."""

    what: str
    """What it is: ``picture``, ``struck through``."""

    words: str = ""
    """The words in it or with it; empty if it has none."""

    def __str__(self) -> str:
        return f"{self.what}: “{self.words}”" if self.words else self.what


_ELEMENTS: Mapping[str, str] = {
    f"{W}drawing": "picture",
    f"{W}pict": "picture",
    f"{W}object": "embedded object",
    f"{W}contentPart": "drawing in ink",
    f"{W}subDoc": "part of another document",
    f"{W}altChunk": "part of another document",
    f"{W}pgNum": "page number",
    **dict.fromkeys(
        (f"{W}{unit}{form}" for unit in ("day", "month", "year") for form in ("Short", "Long")),
        "field with the date",
    ),
    f"{W}br": "page break",
    f"{W}ruby": "reading above the words",
    f"{MATH}oMath": "equation",
    f"{MATH}oMathPara": "equation",
}
"""Elements of paragraphs and runs that a letter cannot hold (ISO/IEC 29500-1, 17.3.3; 22.1), in words."""

_SILENT = frozenset(
    f"{W}{name}"
    for name in (
        # Properties, which are read for themselves.
        *("rPr", "pPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "sectPr"),
        *("tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr"),
        # Marks of Word for itself: where it broke pages, what its proofing tools say, who may edit.
        *("lastRenderedPageBreak", "proofErr", "permStart", "permEnd"),
        # The signs of notes and comments where these themselves are written.
        *("annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator"),
        # Codes of fields, whose results are read; tracked changes, which are listed as such.
        *("instrText", "delInstrText", "delText", "fldData", "del", "ins", "moveFrom", "moveTo"),
    )
)
_EDGE = re.compile(r"(Start|End)$")
"""The edges of bookmarks, comments and tracked changes."""

# The end of an ordinal, which Word raises by itself: *28th*, *1af*, *2il*, *3ydd*, *4edd*, *11eg*, *12fed*.
_ORDINAL = re.compile(r"st|nd|rd|th|af|ail|il|ydd|edd|ed|eg|fed|ain")


def of_element(element: Element) -> Iterator[Omission]:
    """Yield what an element of a paragraph or a run holds that its words cannot, if it does."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _SILENT or _EDGE.search(tag):
        return  # comments and instructions of XML have no name
    boxes = _boxes(element)
    if boxes:
        yield from (Omission("text box", words_in(box)) for box in boxes)
        return
    what = _ELEMENTS.get(tag) or f"element that is not read, <{tag.split('}')[-1]}>"
    picture = next(element.iter("{*}docPr"), None)
    description = "" if picture is None else picture.get("descr") or picture.get("title") or ""
    yield Omission(what, words_in(element) or " ".join(description.split()))


def of_symbol(element: Element) -> Omission:
    """Return the omission of a character that only its font gives a shape, such as those of Wingdings."""
    font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
    return Omission(f"symbol of the font {font or 'that the document sets'} ({code})")


def of_ruby(element: Element) -> Omission:
    """Return the omission of the reading above the words of a base text."""
    return Omission(_ELEMENTS[f"{W}ruby"], words_in(element.find(f"{W}rt")))


def unread_words(properties: Element | None, styles: tuple[Style, ...]) -> str:
    """Return why the words of a run do not count: hidden or struck through; empty if they do.

    Words that somebody has struck through are deleted by hand, as words of a tracked deletion are by Word.
    """
    if either(switch(properties, "vanish"), *(style.is_hidden for style in styles)):
        return "hidden words"
    struck = (switch(properties, name) for name in ("strike", "dstrike"))
    return "words struck through" if any(struck) or any(style.is_struck for style in styles) else ""


def of_formatting(properties: Element | None, words: str) -> Iterator[Omission]:
    """Yield what the direct formatting of a run says that a letter does not keep."""
    if properties is None or not words.strip():
        return
    marked = value(properties.find(f"{W}highlight")) not in ("", "none")
    shading = properties.find(f"{W}shd")
    filled = "auto" if shading is None else shading.get(f"{W}fill", "auto")
    if marked or filled.lower() not in ("auto", "ffffff"):
        yield Omission("highlighted", words)
    if value(properties.find(f"{W}u")) not in ("", "none"):
        yield Omission("underlined", words)
    raised = value(properties.find(f"{W}vertAlign"))
    if raised == "subscript" or (raised == "superscript" and not _ORDINAL.fullmatch(words.strip())):
        yield Omission(raised, words)


def linear_words(equation: Element) -> str:
    """Return the letters of an equation that is one line of them; empty for one with another structure.

    ``93%`` may be an equation by accident. Of a fraction, its letters alone would be another number.
    """
    runs = equation if equation.tag == f"{MATH}oMath" else equation.iterfind(f"{MATH}oMath/*")
    children = [child for child in runs if child.tag != f"{MATH}oMathParaPr"]
    return "" if any(child.tag != f"{MATH}r" for child in children) else words_in(equation)


def words_in(element: Element | None) -> str:
    """Return all words below an element, whatever they are part of."""
    if element is None:
        return ""
    pieces = (
        " " if piece.tag == f"{W}p" else piece.text or ""
        for piece in element.iter(f"{W}p", f"{W}t", f"{MATH}t")
    )
    return " ".join("".join(pieces).split())


def _boxes(element: Element) -> list[Element]:
    """Return the text boxes in a drawing, without their copies for older programs."""
    boxes = [
        box
        for box in element.iter(f"{W}txbxContent")
        if not any(above.tag == f"{ALTERNATE}Fallback" for above in box.iterancestors())
    ]
    return boxes or list(element.iter(f"{W}txbxContent"))[:1]
