"""The same letter made with python-docx and with docxtpl, on the same stationery."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from docxtpl import DocxTemplate


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one look, which may hold line breaks."""

    text: str
    language: str
    """Its BCP 47 tag; empty for that of the document."""

    is_bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    style: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


def lines(letter: bytes) -> tuple[Line, ...]:
    """Return the paragraphs of a Word letter's body."""
    return tuple(
        Line(paragraph.style.name or "" if paragraph.style else "", tuple(_pieces(paragraph)))
        for paragraph in docx.Document(BytesIO(letter)).paragraphs
    )


@dataclass(frozen=True, slots=True)
class Looks:
    """What the peers have ready before the first letter in a language."""

    stationery: bytes
    """A Word letter of ours without its body: styles, letterhead, notice, headers and footers."""

    template: bytes
    """The same with tags in its body, which docxtpl fills in."""


def desk(sample: bytes) -> Looks:
    """Return the looks of all letters like a sample."""
    stationery = _emptied(sample)
    return Looks(stationery, _template(stationery, lines(sample)))


def python_docx(looks: Looks, letter: Sequence[Line]) -> bytes:
    """Return a letter, its paragraphs added to the stationery one by one."""
    document = docx.Document(BytesIO(looks.stationery))
    for line in letter:
        paragraph = document.add_paragraph(style=line.style)
        for piece in line.pieces:
            _add(paragraph, piece, piece.text)
    return _saved(document)


def docxtpl(looks: Looks, values: Mapping[str, Any]) -> bytes:
    """Return a letter, the template filled in."""
    document = DocxTemplate(BytesIO(looks.template))
    document.render(dict(values), autoescape=True)
    return _saved(document)


def _emptied(letter: bytes) -> bytes:
    document = docx.Document(BytesIO(letter))
    for paragraph in document.paragraphs:
        document.element.body.remove(paragraph._element)
    return _saved(document)


# The place in the letter that a paragraph takes its looks from, and what stands in its pieces; a text alone is
# a tag of docxtpl's, which stands in a paragraph of its own.
_TEMPLATE: tuple[tuple[int, tuple[str, ...]] | str, ...] = (
    (0, ("{{ addressee }}",)),
    (1, ("{{ date }}",)),
    (2, ("{{ salutation }}",)),
    (3, ("{{ subject }}",)),
    (4, ("{{ opening[0] }}", "{{ opening[1] }}", "{{ opening[2] }}")),
    "{%p for one in recommendations %}",
    (5, ("{{ one.heading }}",)),
    (6, ("{{ one.quotation }}",)),
    "{%p endfor %}",
    (9, ("{{ evidence[0] }}",)),
    (10, ("{{ notice[0] }}",)),
    (11, ("{{ notice[1] }}",)),
    "{%p for text in evidence[1:] %}",
    (12, ("{{ text }}",)),
    "{%p endfor %}",
    (15, ("{{ closing }}",)),
    (16, ("{{ sign_off }}",)),
    (17, ("{{ holder }}", "\n{{ title }}")),
    (18, ("{{ copies }}",)),
)


def _template(stationery: bytes, sample: Sequence[Line]) -> bytes:
    """Return the template that docxtpl fills in, as a user would make it: once, from the same stationery."""
    document = docx.Document(BytesIO(stationery))
    for row in _TEMPLATE:
        if isinstance(row, str):
            document.add_paragraph(row)
            continue
        place, words = row
        paragraph = document.add_paragraph(style=sample[place].style)
        for piece, text in zip(sample[place].pieces, words, strict=False):
            _add(paragraph, piece, text)
    return _saved(document)


def _named(letter: Sequence[Line]) -> dict[str, Any]:
    """Return the values of a letter by the names that the template has for them."""
    texts = [line.text for line in letter]
    holder, title = letter[17].pieces
    return {
        "addressee": texts[0],
        "date": texts[1],
        "salutation": texts[2],
        "subject": texts[3],
        "opening": [piece.text for piece in letter[4].pieces],
        "recommendations": [{"heading": texts[place], "quotation": texts[place + 1]} for place in (5, 7)],
        "evidence": [texts[9], *texts[12:15]],
        "notice": texts[10:12],
        "closing": texts[15],
        "sign_off": texts[16],
        "holder": holder.text,
        "title": title.text.removeprefix("\n"),
        "copies": texts[18],
    }


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to make a letter."""

    values: Callable[[bytes], Any]
    """Makes of a letter of ours the words that this one begins with; not part of its time."""

    make: Callable[[Looks, Any], bytes]


ENGINES: Mapping[str, Engine] = {
    "python-docx": Engine(lines, python_docx),
    "docxtpl": Engine(lambda letter: _named(lines(letter)), docxtpl),
}


def _pieces(paragraph: Paragraph) -> Iterator[Piece]:
    pieces = [Piece(run.text, _language(run), bool(run.bold)) for run in paragraph.runs]
    for (language, is_bold), same in groupby(pieces, key=lambda piece: (piece.language, piece.is_bold)):
        yield Piece("".join(piece.text for piece in same), language, is_bold)


def _language(run: Run) -> str:
    element = run._element.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    return "" if element is None else element.get(qn("w:val"), "")


def _add(paragraph: Paragraph, piece: Piece, text: str) -> None:
    run = paragraph.add_run(text)
    if piece.is_bold:
        run.bold = True
    if piece.language:
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), piece.language)
        run._element.get_or_add_rPr().append(language)


def _saved(document: Any) -> bytes:  # noqa: ANN401 - a Document of python-docx or of docxtpl
    out = BytesIO()
    document.save(out)
    return out.getvalue()
