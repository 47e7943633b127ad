from __future__ import annotations

import pytest
from lxml import etree
from packages import MAIN, SHIPPED, W, letterhead, packed, paragraph, rows, unpacked, xml

from respondent.errors import StationeryError
from respondent.writers.letterhead import has_body, with_styles
from respondent.writers.story import BULLETS


def styles(inside: str) -> dict[str, bytes | str]:
    return {
        "word/styles.xml": f'<w:styles xmlns:w="{MAIN}">{inside}</w:styles>',
        "word/_rels/document.xml.rels": rows(("styles", "styles", "styles.xml")),
    }


def style(id: str, name: str, more: str = "", kind: str = "paragraph", default: bool = False) -> str:
    is_default = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{is_default} w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>'


def fitted(more: dict[str, bytes | str]) -> dict[str, etree._Element]:
    """Return the styles of a letterhead made fit, by id."""
    root = xml(with_styles(letterhead(more=more), SHIPPED), "word/styles.xml")
    return {one.get(f"{W}styleId"): one for one in root.iter(f"{W}style")}


def value(element: etree._Element, name: str) -> str | None:
    found = element.find(f".//{W}{name}")
    return None if found is None else found.get(f"{W}val")


def shipped_ids() -> set[str | None]:
    return {one.get(f"{W}styleId") for one in xml(SHIPPED, "word/styles.xml").iter(f"{W}style")}


def test_a_letterhead_without_styles_gets_all_of_them_and_its_parts_are_declared() -> None:
    data = with_styles(letterhead(header=paragraph("Swyddfa")), SHIPPED)
    assert {one.get(f"{W}styleId") for one in xml(data, "word/styles.xml").iter(f"{W}style")} == shipped_ids()
    assert xml(data, "word/styles.xml")[0].tag == f"{W}docDefaults"
    links = {one.get("Target") for one in xml(data, "word/_rels/document.xml.rels")}
    names = {one.get("PartName") for one in xml(data, "[Content_Types].xml")}
    for name in ("styles", "settings", "numbering"):
        assert f"{name}.xml" in links
        assert f"/word/{name}.xml" in names


def test_a_letterhead_keeps_its_own_styles() -> None:
    found = fitted(styles(style("Quote", "Quote", '<w:rPr><w:color w:val="FF0000"/></w:rPr>')))
    assert value(found["Quote"], "color") == "FF0000"
    assert shipped_ids() <= set(found)


def test_a_style_of_the_same_name_and_another_id_stands_beside_ours() -> None:
    found = fitted(styles(style("TextBody", "Body Text")))
    assert value(found["TextBody"], "name") == "Body Text"
    assert value(found["BodyText"], "name") == "Letter body text"


def test_our_styles_are_based_on_its_default() -> None:
    found = fitted(styles(style("Standard", "Normal", default=True)))
    assert value(found["BodyText"], "basedOn") == "Standard"
    assert "Normal" not in found
    defaults = [
        id for id, one in found.items() if one.get(f"{W}default") and one.get(f"{W}type") == "paragraph"
    ]
    assert defaults == ["Standard"]


def test_the_base_of_every_style_exists() -> None:
    for more in ({}, styles(style("Standard", "Normal", default=True))):
        found = fitted(more)
        assert {value(one, "basedOn") for one in found.values()} - {None} <= set(found)


def test_it_keeps_its_lists_and_has_ours_once() -> None:
    lists = (
        f'<w:numbering xmlns:w="{MAIN}"><w:abstractNum w:abstractNumId="0"/>'
        '<w:abstractNum w:abstractNumId="9002"/>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="{BULLETS + 1}"><w:abstractNumId w:val="9002"/></w:num>'
        '<w:numIdMacAtCleanup w:val="1"/></w:numbering>'
    )
    more: dict[str, bytes | str] = {
        "word/numbering.xml": lists,
        "word/_rels/document.xml.rels": rows(("n", "numbering", "numbering.xml")),
    }
    root = xml(with_styles(letterhead(more=more), SHIPPED), "word/numbering.xml")
    assert [
        (one.tag.removeprefix(W), one.get(f"{W}abstractNumId") or one.get(f"{W}numId")) for one in root
    ] == [
        ("abstractNum", "0"),
        ("abstractNum", "9001"),
        ("abstractNum", "9002"),
        ("num", "1"),
        ("num", str(BULLETS)),
    ]


def test_styles_under_an_unusual_name_are_refused() -> None:
    more: dict[str, bytes | str] = {
        "word/styles2.xml": f'<w:styles xmlns:w="{MAIN}"/>',
        "word/_rels/document.xml.rels": rows(("s", "styles", "styles2.xml")),
    }
    with pytest.raises(StationeryError, match="unusual name"):
        with_styles(letterhead(more=more), SHIPPED)


@pytest.mark.parametrize("part", ["styles", "numbering", "settings"])
def test_a_damaged_part_is_refused(part: str) -> None:
    from respondent.writers.stationery import prepare

    more: dict[str, bytes | str] = {
        f"word/{part}.xml": "<w:styles",
        "word/_rels/document.xml.rels": rows((part, part, f"{part}.xml")),
    }
    with pytest.raises(StationeryError, match="damaged"):
        prepare(with_styles(letterhead(more=more), SHIPPED))


def test_adding_styles_is_idempotent() -> None:
    once = with_styles(letterhead(header=paragraph("Swyddfa")), SHIPPED)
    assert unpacked(with_styles(once, SHIPPED)) == unpacked(once)


def test_a_body_with_words_or_a_picture_is_noticed() -> None:
    assert not has_body(letterhead())
    assert not has_body(letterhead(body=paragraph(" ")))
    assert has_body(letterhead(body=paragraph("Dear Sir")))
    assert has_body(letterhead(body="<w:p><w:r><w:drawing/></w:r></w:p>"))


def test_a_file_that_is_not_a_zip_is_refused() -> None:
    with pytest.raises(StationeryError, match="not a Word document"):
        with_styles(b"Swyddfa", SHIPPED)
    with pytest.raises(StationeryError, match="not a Word document"):
        has_body(packed({}))
