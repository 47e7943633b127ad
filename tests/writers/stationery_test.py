from __future__ import annotations

import pytest
from lxml import etree
from packages import MAIN, SHIPPED, R, W, letterhead, paragraph, rows, unpacked

from respondent.errors import StationeryError
from respondent.writers.letterhead import with_styles
from respondent.writers.stationery import LANGUAGE, Margin, PreparedStationery, prepare

NUMBERED = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
COUNTED = '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
BEGUN = "".join(
    f"<w:r><w:{tag}</w:r>"
    for tag in (
        'fldChar w:fldCharType="begin"/>',
        "instrText> PA</w:instrText>",
        "instrText>GE </w:instrText>",
    )
)
LOGO = "<w:p><w:r><w:drawing/></w:r></w:p>"


def prepared(data: bytes) -> PreparedStationery:
    return prepare(with_styles(data, SHIPPED))


def settings(inside: str) -> dict[str, bytes | str]:
    return {
        "word/settings.xml": f'<w:settings xmlns:w="{MAIN}">{inside}</w:settings>',
        "word/_rels/document.xml.rels": rows(
            ("header", "header", "header9.xml"), ("settings", "settings", "settings.xml")
        ),
    }


def test_the_shipped_stationery_has_empty_margins_and_no_language() -> None:
    found = prepare(SHIPPED)
    assert set(found.margins) == {
        ("header", "first"), ("header", "default"), ("footer", "first"), ("footer", "default"),
    }  # fmt: skip
    assert not any(margin.content for margin in found.margins.values())
    assert found.styles.count("<w:lang ") == found.styles.count(LANGUAGE) == 1


def test_a_letterhead_without_a_first_page_stands_on_every_page() -> None:
    found = prepared(letterhead(header=paragraph("Swyddfa"))).margins
    assert "Swyddfa" in found["header", "first"].content
    assert found["header", "first"] is found["header", "default"]


@pytest.mark.parametrize("switch", ['w:val="0"', 'w:val="false"', 'w:val="off"'])
def test_a_first_page_that_is_switched_off_is_ignored(switch: str) -> None:
    found = prepared(letterhead(header=paragraph("First"), page="first", section=f"<w:titlePg {switch}/>"))
    assert found.margins["header", "first"].content == ""


def test_a_first_page_of_its_own_is_not_repeated() -> None:
    found = prepared(letterhead(header=paragraph("First"), page="first", section="<w:titlePg/>")).margins
    assert "First" in found["header", "first"].content
    assert found["header", "default"].content == ""


def test_left_and_right_pages_that_differ_all_have_a_head_and_a_foot() -> None:
    data = letterhead(header=paragraph("Swyddfa"), more=settings("<w:evenAndOddHeaders/>"))
    found = prepared(data).margins
    assert found["header", "even"].content == found["footer", "even"].content == ""


def test_the_page_setup_is_the_current_one_of_the_first_section() -> None:
    before = '<w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr>'
    change = f'<w:sectPrChange w:id="1" w:author="a">{before}</w:sectPrChange>'
    found = prepared(letterhead(section=f'<w:pgSz w:w="300" w:h="400"/>{change}'))
    assert found.page.startswith('<w:pgSz w:w="300" w:h="400"/>')


def test_a_page_without_a_size_is_a4() -> None:
    assert '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar ' in prepared(letterhead()).page


def test_a_document_without_a_section_is_refused() -> None:
    bare = f'<w:document xmlns:w="{MAIN}"><w:body/></w:document>'
    with pytest.raises(StationeryError, match="page setup"):
        prepared(letterhead(more={"word/document.xml": bare}))


def test_a_missing_header_is_refused_as_damage() -> None:
    data = letterhead(header=paragraph("x"), more={"word/_rels/document.xml.rels": rows()})
    with pytest.raises(StationeryError, match="a header is missing"):
        prepared(data)


@pytest.mark.parametrize(
    ("content", "has_number"),
    [(NUMBERED, True), (COUNTED, False), (f"<w:p>{BEGUN}</w:p>", True), (paragraph("PAGE"), False)],
)
def test_a_page_number_is_recognised_in_each_form(content: str, has_number: bool) -> None:
    assert prepared(letterhead(header=content)).has_page_number("default") is has_number


def test_a_header_with_a_picture_is_not_empty() -> None:
    assert prepared(letterhead(header=LOGO)).margins["header", "default"].content
    assert not prepared(letterhead(header=paragraph("  "))).margins["header", "default"].content


def test_words_are_recognised_across_paragraphs() -> None:
    margin: Margin = prepared(letterhead(footer=paragraph("Croesawn") + paragraph("ohebiaeth  yn"))).margins[
        "footer", "default"
    ]
    assert margin.words == "Croesawnohebiaethyn"


def test_only_parts_that_letters_use_are_copied() -> None:
    data = letterhead(
        header=paragraph("Swyddfa"),
        more={
            "word/_rels/document.xml.rels": rows(
                ("header", "header", "header9.xml"),
                ("c", "comments", "comments.xml"),
                ("x", "customXml", "../customXml/item1.xml"),
                ("p", "image", "media/body.png"),
            ),
            "word/_rels/header9.xml.rels": rows(("l", "image", "media/logo.png")),
            "word/media/logo.png": "logo",
            "word/media/body.png": "body",
            "word/comments.xml": "who said what",
            "customXml/item1.xml": "<who/>",
            "docProps/app.xml": "<who/>",
        },
    )
    found = prepared(data)
    assert set(found.parts) == {"word/settings.xml", "word/media/logo.png"}
    assert "comments" not in found.relations + found.types
    assert [link.target for link in found.margins["header", "default"].links] == ["word/media/logo.png"]


def test_settings_that_fetch_or_lock_are_removed() -> None:
    unwanted = (
        '<w:attachedTemplate r:id="t" xmlns:r="x"/><w:mailMerge/><w:documentProtection w:edit="readOnly"/>'
        '<w:writeProtection/><w:defaultTabStop w:val="720"/>'
    )
    more = settings(unwanted) | {"word/_rels/settings.xml.rels": rows(("t", "attachedTemplate", "x.dotx"))}
    found = prepared(letterhead(header=paragraph("x"), more=more))
    (kept,) = etree.fromstring(found.parts["word/settings.xml"])
    assert kept.tag == f"{W}defaultTabStop"
    assert "word/_rels/settings.xml.rels" not in found.parts


def test_a_header_declares_the_namespace_that_a_letter_adds_to_it() -> None:
    plain = f'<w:hdr xmlns:w="{MAIN}"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:hdr>'
    margin = prepared(letterhead(header="x", more={"word/header9.xml": plain})).margins["header", "default"]
    root = etree.fromstring(f'{margin.head}>{margin.content}<w:p r:id="a"/></w:hdr>')
    assert root[-1].get(f"{R}id") == "a"


def test_a_styles_part_with_languages_of_its_own_gets_that_of_the_letter_alone() -> None:
    styles = (
        f'<w:styles xmlns:w="{MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:lang w:val="de-DE"/><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style></w:styles>'
    )
    found = prepared(letterhead(more={"word/styles.xml": styles})).styles
    (language,) = etree.fromstring(found).iter(f"{W}lang")
    assert language.get(f"{W}val") == LANGUAGE
    assert [one.tag for one in language.itersiblings(preceding=True)] == [f"{W}sz"]


def test_the_same_letterhead_is_prepared_once() -> None:
    data = with_styles(letterhead(header=paragraph("Swyddfa")), SHIPPED)
    assert prepare(data) is prepare(bytes(bytearray(data)))
    assert unpacked(data)["word/header9.xml"]
