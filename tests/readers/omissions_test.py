from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from packages import MAIN
from readers.word_test import found, gone, p, r

from respondent.readers.paragraphs import WordParagraph

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
ELEMENTS = yaml.safe_load((Path(__file__).parent / "elements.yaml").read_text(encoding="utf-8"))
WORD = "gair"
INNER = p(r(WORD))
WHO = 'w:id="1" w:author="Nia" w:date="2026-05-14T09:00:00Z"'

# How an element of a run holds a word, where it is not empty; the character that it stands for.
RUNS = {
    "t": f"<w:t>{WORD}</w:t>",
    "delText": f"<w:delText>{WORD}</w:delText>",
    "sym": '<w:t>a</w:t><w:sym w:font="Wingdings" w:char="F0FC"/>',
    "ruby": f"<w:ruby><w:rt>{r('read')}</w:rt><w:rubyBase>{r(WORD)}</w:rubyBase></w:ruby>",
    "footnoteReference": '<w:footnoteReference w:id="2"/>',
    "commentReference": '<w:commentReference w:id="7"/>',
    "drawing": f"<w:drawing><w:txbxContent>{INNER}</w:txbxContent></w:drawing>",
    "pict": "<w:pict><w:shape/></w:pict>",
    "object": "<w:object/>",
}
CHARACTERS = {
    "br": "",
    "cr": "",
    "tab": "\t",
    "ptab": "\t",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
MATHS = f'<m:r xmlns:m="{MATH}"><m:t>{WORD}</m:t></m:r>'
PARAGRAPHS = {
    "sdt": f"<w:sdt><w:sdtContent>{r(WORD)}</w:sdtContent></w:sdt>",
    "r": r(WORD),
    "subDoc": '<w:subDoc r:id="out"/>',
    "del": gone(WORD),
    "ins": f"<w:ins {WHO}>{r(WORD)}</w:ins>",
    "moveTo": f"<w:moveTo {WHO}>{r(WORD)}</w:moveTo>",
    "moveFrom": f"<w:moveFrom {WHO}>{r(WORD)}</w:moveFrom>",
    "commentRangeStart": '<w:commentRangeStart w:id="7"/>',
    "oMath": f'<m:oMath xmlns:m="{MATH}">{MATHS}</m:oMath>',
    "oMathPara": f'<m:oMathPara xmlns:m="{MATH}"><m:oMath>{MATHS}</m:oMath></m:oMathPara>',
    **{
        name: f"<w:{name}>{r(WORD)}</w:{name}>"
        for name in ("customXml", "smartTag", "dir", "bdo", "hyperlink")
    },
    "fldSimple": f'<w:fldSimple w:instr=" TITLE ">{r(WORD)}</w:fldSimple>',
}


def of(name: str, place: str) -> WordParagraph:
    """Return a paragraph with an element in it, between two words."""
    inner = (RUNS if place == "run" else PARAGRAPHS).get(name, f"<w:{name}/>")
    inner = f"<w:r>{inner}</w:r>" if place == "run" else inner
    (paragraph,) = found(p(r("un"), inner, r("dau")))
    return paragraph


def outcomes(paragraph: WordParagraph, character: str) -> Iterator[str]:
    """Yield what became of an element between two words."""
    if paragraph.words not in ("undau", "unadau"):
        assert character in paragraph.words
        yield "words"
    if paragraph.omissions:
        yield "reported"
    if paragraph.comments or paragraph.tracked:
        yield "listed"


@pytest.mark.parametrize(
    ("place", "name", "outcome"),
    [(place, name, outcome) for place, names in ELEMENTS.items() for name, outcome in names.items()],
)
def test_every_element_of_a_paragraph_is_read_or_reported(place: str, name: str, outcome: str) -> None:
    character = CHARACTERS.get(name, WORD if outcome == "words" else "")

    assert next(outcomes(of(name, place), character), "silent") == outcome


OMISSIONS = [
    (r("geiriau", "<w:strike/>"), "", "words struck through: “geiriau”"),
    (r("gei", "<w:dstrike/>") + r("riau", "<w:strike/>"), "", "words struck through: “geiriau”"),
    (r("geiriau", '<w:strike w:val="0"/>'), "geiriau", ""),
    (r("geiriau", "<w:vanish/>"), "", "hidden words: “geiriau”"),
    (r("geiriau", '<w:highlight w:val="yellow"/>'), "geiriau", "highlighted: “geiriau”"),
    (r("geiriau", '<w:shd w:val="clear" w:fill="FFFF00"/>'), "geiriau", "highlighted: “geiriau”"),
    (r("geiriau", '<w:shd w:val="clear" w:fill="auto"/>'), "geiriau", ""),
    (r("geiriau", '<w:u w:val="single"/>'), "geiriau", "underlined: “geiriau”"),
    (r("2", '<w:vertAlign w:val="superscript"/>'), "2", "superscript: “2”"),
    (r("2", '<w:vertAlign w:val="subscript"/>'), "2", "subscript: “2”"),
    (r("28") + r("th", '<w:vertAlign w:val="superscript"/>'), "28th", ""),
    (
        f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>93</m:t></m:r><m:r><m:t>%</m:t></m:r></m:oMath>', "93%", ""
    ),
    (
        f'<m:oMath xmlns:m="{MATH}"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>'
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
        "",
        "equation: “12”",
    ),
    (
        '<w:r><w:drawing><wp:docPr xmlns:wp="x" id="1" name="1" descr="Llun o’r ddalfa"/></w:drawing></w:r>',
        "",
        "picture: “Llun o’r ddalfa”",
    ),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>', "•", ""),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words", "omission"), OMISSIONS)
def test_what_is_not_among_the_words_is_named_with_them(body: str, words: str, omission: str) -> None:
    (paragraph,) = found(p(body))

    assert paragraph.words == words
    assert "; ".join(map(str, paragraph.omissions)) == omission


def test_a_document_within_the_document_is_an_omission_of_its_own() -> None:
    before, embedded, _ = found(f'{p(r("a"))}<w:altChunk xmlns:w="{MAIN}"/>{p(r("b"))}')

    assert (before.words, embedded.words) == ("a", "")
    assert list(map(str, embedded.omissions)) == ["part of another document"]
