from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

import docx
import pytest
from hypothesis import given
from lxml import etree
from packages import RELATIONS, SHIPPED, R, W, letterhead, rows, unpacked, words, xml
from packages import paragraph as xml_paragraph
from strategies import documents, unhurried

from respondent.document.tree import (
    Block,
    Break,
    Document,
    Heading,
    Image,
    Item,
    List,
    Paragraph,
    Part,
    Picture,
    Run,
    Section,
)
from respondent.document.walk import runs
from respondent.files.zip import MAX_MEMBERS
from respondent.language import Language
from respondent.writers.docx import write
from respondent.writers.letterhead import with_styles

CY, EN = Language.CY, Language.EN

NOTICE = "Croesawn ohebiaeth yn Gymraeg."


def message(text: str, language: Language = EN, id: str = "p") -> Paragraph:
    return Paragraph(id, language, (Run(text, language),))


def section(name: str, *blocks: Block) -> Section:
    return Section(name, EN, name, blocks)


def part(language: Language, *blocks: Block) -> Part:
    return Part(
        language=language,
        blocks=blocks or (message("Words", language),),
        letterhead=(section("letterhead", message("Office of the Commissioner")),),
        foot=(section("foot", message(NOTICE, CY), message("We welcome letters in Welsh.")),),
        page_label="Page {page} of {pages}",
    )


def letter(*blocks: Block, language: Language = EN) -> Document:
    mark = (Run("DRAFFT", CY), Run(" / DRAFT", EN))
    return Document("Response", (part(language, *blocks),), "Gwent", date(2019, 5, 14), mark)


def written(document: Document, own: bytes | None = None) -> bytes:
    return write(document, SHIPPED if own is None else with_styles(own, SHIPPED))


def margins(data: bytes) -> dict[str, list[str]]:
    """Return the words of the headers and footers by kind and page, one for each section."""
    targets = {one.get("Id"): one.get("Target") for one in xml(data, "word/_rels/document.xml.rels")}
    found: dict[str, list[str]] = {}
    for reference in xml(data, "word/document.xml").iter(f"{W}headerReference", f"{W}footerReference"):
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        name = f"{kind} {reference.get(f'{W}type')}"
        target = targets[reference.get(f"{R}id")].removeprefix("/")
        found.setdefault(name, []).append(words(xml(data, target)))
    return found


def spoken(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Yield every letter of a part that is no space with the language that Word gives it."""
    (default,) = xml(data, "word/styles.xml").iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    for run in xml(data, name).iter(f"{W}r"):
        own = run.find(f"{W}rPr/{W}lang")
        language = (default if own is None else own).get(f"{W}val")
        text = "".join(one.text or "" for one in run.iter(f"{W}t"))
        yield from ((sign, language) for sign in text if not sign.isspace())


def meant(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Yield every letter of the tree with its language."""
    for run in runs(blocks):
        yield from ((sign, run.language.tag) for sign in run.text if not sign.isspace())


@unhurried
@given(documents())
def test_words_and_languages_are_those_of_the_tree(document: Document) -> None:
    data = write(document, SHIPPED)
    body = [block for part in document.parts for block in part.blocks]
    assert list(spoken(data, "word/document.xml")) == list(meant(body))


@unhurried
@given(documents())
def test_words_around_the_page_are_those_of_the_tree(document: Document) -> None:
    found = {name: list(map(bare, texts)) for name, texts in margins(write(document, SHIPPED)).items()}
    mark = "".join(run.text for run in document.mark if isinstance(run, Run))
    for index, part in enumerate(document.parts):
        head, foot = ("".join(run.text for run in runs(blocks)) for blocks in (part.letterhead, part.foot))
        assert found["header first"][index] == bare(mark + head)
        assert found["header default"][index].startswith(bare(mark))
        assert found["footer first"][index].startswith(bare(foot))


def bare(text: str) -> str:
    """Return a text without its spaces, which can be tabs or no-break spaces in Word."""
    return "".join(text.split())


@unhurried
@given(documents())
def test_word_processors_can_open_any_letter(document: Document) -> None:
    data = write(document, SHIPPED)
    opened = docx.Document(io.BytesIO(data))
    assert opened.core_properties.title == document.title
    assert len(opened.sections) == len(document.parts)
    parts = unpacked(data)
    assert len(parts) < MAX_MEMBERS
    roots = [etree.fromstring(content) for name, content in parts.items() if name.endswith((".xml", ".rels"))]
    targets = {
        str(one.get("Target")).removeprefix("/")
        for root in roots
        for one in root.iter("{*}Relationship")
        if one.get("TargetMode") != "External"
    }
    assert targets <= set(parts)


@unhurried
@given(documents())
def test_every_style_and_list_of_a_letter_exists(document: Document) -> None:
    data = write(document, SHIPPED)
    ids = {one.get(f"{W}styleId") for one in xml(data, "word/styles.xml").iter(f"{W}style")}
    lists = {one.get(f"{W}numId") for one in xml(data, "word/numbering.xml").iter(f"{W}num")}
    for name in unpacked(data):
        if name.startswith("word/") and name.endswith(".xml"):
            root = xml(data, name)
            named = {one.get(f"{W}val") for one in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
            assert named <= ids
            assert {one.get(f"{W}val") for one in root.iter(f"{W}numId")} <= lists


def test_a_package_has_author_title_date_and_language() -> None:
    properties = docx.Document(io.BytesIO(written(letter(language=CY)))).core_properties
    assert (properties.title, properties.author, properties.language) == ("Response", "Gwent", "cy-GB")
    assert properties.created is not None
    assert properties.created.date() == date(2019, 5, 14)


def test_the_first_page_has_letterhead_and_notice_and_every_page_mark_and_number() -> None:
    found = margins(written(letter()))
    assert found == {
        "header first": ["DRAFFT / DRAFTOffice of the Commissioner"],
        "header default": ["DRAFFT / DRAFT"],
        "footer first": [f"{NOTICE}We welcome letters in Welsh.Page 1 of 1"],
        "footer default": ["Page 1 of 1"],
    }
    fields = [
        one.get(f"{W}instr") for one in xml(written(letter()), "word/footer1.xml").iter(f"{W}fldSimple")
    ]
    assert fields == [" PAGE ", " NUMPAGES "]


def test_a_final_letter_has_no_mark() -> None:
    found = margins(written(replace(letter(), mark=())))
    assert found["header first"] == ["Office of the Commissioner"]
    assert found["header default"] == [""]


def test_later_pages_say_to_whom_the_letter_goes_and_when_or_what_a_statement_is() -> None:
    address = Paragraph("a", EN, (Run("Jane Hutt MS", EN), Break(EN), Run("Cardiff", EN)))
    sent = (section("addressee", address), section("date", message("14 May 2019")), message("Words"))
    title = section("subject", Heading("h", EN, 1, (Run("A title", EN),)))
    own = letterhead(header=xml_paragraph("Our own"), page="first", section="<w:titlePg/>")

    assert margins(written(replace(letter(*sent), mark=())))["header default"] == [
        "Jane Hutt MS · 14 May 2019"
    ]
    assert margins(written(replace(letter(title), mark=())))["header default"] == ["A title"]
    assert margins(written(replace(letter(*sent), mark=()), own))["header default"] == [""]


def test_a_wide_annex_lies_on_its_side_and_what_follows_is_upright() -> None:
    def annex(name: str, title: str) -> Section:
        return section(name, Heading("h", EN, 2, (Run(title, EN),)))

    wide = (annex("annex-wide", "A"), annex("annex-wide", "B"))
    body = xml(written(letter(message("Words"), *wide, annex("annex", "C"))), "word/document.xml")
    sections = list(body.iter(f"{W}sectPr"))
    sizes = [{key.removeprefix(W): value for key, value in one.find(f"{W}pgSz").items()} for one in sections]
    upright = {"w": "11906", "h": "16838"}

    assert sizes == [upright, {"w": "16838", "h": "11906", "orient": "landscape"}, upright]
    assert [one.find(f"{W}titlePg") is not None for one in sections] == [True, False, False]
    assert [one.find(f"{W}pgNumType") is not None for one in sections] == [True, False, False]
    assert len(list(body.iter(f"{W}pageBreakBefore"))) == 3


def test_words_around_the_page_have_their_languages() -> None:
    data = written(letter(language=CY))
    assert ("D", "cy-GB") in spoken(data, "word/header3.xml")
    assert ("/", "en-GB") in spoken(data, "word/header3.xml")
    assert ("C", "cy-GB") in spoken(data, "word/footer2.xml")


def test_both_letters_in_one_file_each_have_their_pages() -> None:
    document = replace(letter(), parts=(part(CY), part(EN)))
    data = written(document)
    assert {name: len(found) for name, found in margins(data).items()} == dict.fromkeys(
        ("header first", "header default", "footer first", "footer default"), 2
    )
    sections = list(xml(data, "word/document.xml").iter(f"{W}sectPr"))
    assert [one.find(f"{W}pgNumType").get(f"{W}start") for one in sections] == ["1", "1"]
    assert [one.find(f"{W}type") is not None for one in sections] == [False, True]
    assert all(one.find(f"{W}titlePg") is not None for one in sections)


def numbers(data: bytes) -> dict[str, list[tuple[str, str]]]:
    """Return level and first number that each list of the numbering part sets."""
    return {
        one.get(f"{W}numId"): [
            (over.get(f"{W}ilvl"), over.find(f"{W}startOverride").get(f"{W}val"))
            for over in one.iter(f"{W}lvlOverride")
        ]
        for one in xml(data, "word/numbering.xml").iter(f"{W}num")
    }


def test_a_numbered_list_begins_with_its_own_number() -> None:
    lists = [List("l", EN, (Item("i", EN, (message("x"),)),), start) for start in (1, 5)]
    assert numbers(written(letter(*lists))) == {"9001": [], "9002": [("0", "1")], "9003": [("0", "5")]}


@pytest.mark.parametrize(
    ("numbering", "kind", "marker"),
    [("a.", "lowerLetter", "%1."), ("I.", "upperRoman", "%1."), ("(i)", "lowerRoman", "(%1)")],
)
def test_a_list_has_its_own_numbers(numbering: str, kind: str, marker: str) -> None:
    data = written(letter(List("l", EN, (Item("i", EN, (message("x"),)),), 1, numbering)))

    (level,) = xml(data, "word/numbering.xml").iterfind(f"{W}num/{W}lvlOverride/{W}lvl")
    assert level.find(f"{W}numFmt").get(f"{W}val") == kind
    assert level.find(f"{W}lvlText").get(f"{W}val") == marker


def test_a_nested_numbered_list_counts_by_itself() -> None:
    inner = List("l", EN, (Item("i", EN, (message("x"),)),), 3)
    outer = List("l", EN, (Item("i", EN, (message("x"), inner)),))
    assert numbers(written(letter(outer))) == {"9001": [], "9002": [("1", "3")]}


def kept(data: bytes) -> list[str]:
    body = xml(data, "word/document.xml")
    return [words(one) for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}keepNext") is not None]


def test_no_signature_and_no_notice_stands_alone_on_its_page() -> None:
    blocks = (
        section("closing", message("First."), message("Last.")),
        section("sign-off", message("Yours sincerely")),
        section("signature", message("Name")),
        section("copies", message("Cc")),
    )
    assert kept(written(letter(*blocks))) == ["Last.", "Yours sincerely", "Name"]
    notice = section("notice", message("Notice"))
    assert kept(written(letter(*blocks, notice))) == ["Last.", "Yours sincerely", "Name", "Cc"]
    assert kept(written(letter(message("Words"), notice, *blocks)))[0] == "Last."
    annex = section("annex", message("Annex"))
    assert kept(written(letter(message("Words"), notice, annex))) == ["Words"]


def test_pictures_of_letter_and_letterhead_are_both_included() -> None:
    image = Image(b"\x89PNG", "png", 20, 10)
    document = replace(
        letter(section("signature", Picture("signature", EN, "signature", "Signature"))),
        pictures={"signature": image},
    )
    own = letterhead(
        header=xml_paragraph("Swyddfa"),
        more={
            "word/_rels/header9.xml.rels": rows(("rIdL1", "image", "media/signature.png")),
            "word/media/signature.png": b"theirs",
        },
    )
    parts = unpacked(written(document, own))
    assert parts["word/media/signature.png"] == b"theirs"
    assert parts["word/media/letter-signature.png"] == image.data


def test_an_extension_declared_in_capitals_is_not_declared_again() -> None:
    document = replace(letter(), pictures={"logo": Image(b"\x89PNG", "png", 20, 10)})
    types = unpacked(letterhead())["[Content_Types].xml"].decode()
    known = types.replace("<Override", '<Default Extension="PNG" ContentType="image/png"/><Override', 1)
    data = written(document, letterhead(more={"[Content_Types].xml": known}))
    endings = [one.get("Extension", "").lower() for one in xml(data, "[Content_Types].xml")]
    assert endings.count("png") == 1


def test_a_template_makes_a_document() -> None:
    types = unpacked(letterhead())["[Content_Types].xml"].decode()
    template = types.replace("document.main", "template.main")
    data = written(letter(), letterhead(more={"[Content_Types].xml": template}))
    kinds = {one.get("PartName"): one.get("ContentType") for one in xml(data, "[Content_Types].xml")}
    assert kinds["/word/document.xml"].endswith("document.main+xml")
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "Words"


def test_a_letterhead_is_kept_and_ours_left_out() -> None:
    own = letterhead(header=xml_paragraph("Swyddfa"), footer=xml_paragraph("Elusen"))
    found = margins(written(letter(), own))
    assert found["header first"] == found["header default"] == ["DRAFFT / DRAFTSwyddfa"]
    assert found["footer first"] == [f"Elusen{NOTICE}We welcome letters in Welsh.Page 1 of 1"]
    assert found["footer default"] == ["ElusenPage 1 of 1"]


def test_a_notice_in_the_letterhead_is_not_repeated() -> None:
    own = letterhead(footer=xml_paragraph(NOTICE) + xml_paragraph("We welcome  letters in Welsh."))
    (found,) = margins(written(letter(), own))["footer first"]
    assert found.count("Croesawn") == 1


def test_page_numbers_of_a_letterhead_are_not_repeated() -> None:
    number = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    found = margins(written(letter(), letterhead(header=number)))
    assert "Page 1 of 1" not in "".join(text for texts in found.values() for text in texts)


def test_the_body_of_a_letterhead_is_not_used() -> None:
    own = letterhead(header=xml_paragraph("Swyddfa"), body=xml_paragraph("Annwyl"))
    assert words(xml(written(letter(), own), "word/document.xml")) == "Words"


def test_a_header_keeps_the_pictures_that_it_refers_to() -> None:
    picture = f'<w:p><w:r><w:drawing r:embed="p" xmlns:r="{RELATIONS}"/></w:r></w:p>'
    own = letterhead(
        header=picture,
        more={
            "word/_rels/header9.xml.rels": rows(("p", "image", "media/logo.png")),
            "word/media/logo.png": b"logo",
        },
    )
    parts = unpacked(written(letter(), own))
    assert parts["word/media/logo.png"] == b"logo"
    (row,) = etree.fromstring(parts["word/_rels/header3.xml.rels"])
    assert (row.get("Id"), row.get("Target")) == ("p", "/word/media/logo.png")


def test_a_picture_of_a_header_that_stands_in_two_files_has_two_ids() -> None:
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    picture = f'<w:p><w:r><w:drawing><wp:docPr xmlns:wp="{drawing}" name="a" id="1"/></w:drawing></w:r></w:p>'
    data = written(letter(), letterhead(header=picture))
    ids = [
        one.get("id")
        for name in unpacked(data)
        if name.startswith("word/header")
        for one in xml(data, name).iter(f"{{{drawing}}}docPr")
    ]
    assert len(set(ids)) == len(ids) == 2


def test_a_footer_with_only_spaces_is_empty() -> None:
    spaces = part(EN)
    document = replace(letter(), parts=(replace(spaces, foot=(section("foot", message(" ")),)),))
    assert margins(written(document))["footer first"] == [" Page 1 of 1"]


MAKE = """
import sys
from datetime import date
from respondent import resources
from respondent.document.tree import Document, Paragraph, Part, Run
from respondent.language import Language
from respondent.writers.docx import write
run = Run("Dŵr a thân", Language.CY, href="https://www.example.cymru")
part = Part(Language.CY, (Paragraph("p", Language.CY, (run,)),), page_label="Tudalen {page}")
document = Document("Llythyr", (part, part), "Gwent", date(2019, 5, 14), mark=(run,))
sys.stdout.buffer.write(write(document, resources.style_file("stationery.docx")))
"""


def made(seed: str) -> str:
    command = [sys.executable, "-c", MAKE]
    environment: dict[str, Any] = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
    return sha256(
        subprocess.run(command, capture_output=True, check=True, env=environment).stdout
    ).hexdigest()


def test_the_same_letter_gives_the_same_bytes_in_every_process() -> None:
    assert made("1") == made("2")


@unhurried
@given(documents())
def test_the_same_letter_gives_the_same_bytes_again(document: Document) -> None:
    assert write(document, SHIPPED) == write(replace(document), SHIPPED)
