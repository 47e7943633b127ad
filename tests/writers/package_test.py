from __future__ import annotations

import pytest
from packages import MAIN, letterhead, packed, paragraph, rows, unpacked

from respondent.errors import StationeryError
from respondent.files.package import Link, links, reachable, serialised
from respondent.writers.package import parse, parts

DOCUMENT = "word/document.xml"


def changed(**parts: bytes | str) -> bytes:
    """Return a letterhead whose document, say, is another one."""
    return letterhead(more={f"word/{name}.xml": content for name, content in parts.items()})


def bomb() -> bytes:
    return packed({"[Content_Types].xml": "<Types/>", DOCUMENT: b"<w:document>" + b" " * 60_000_000})


ENTITIES = (
    '<!DOCTYPE w:document [<!ENTITY a "Gwent"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{MAIN}">&b;</w:document>'
)
OUTSIDE = (
    '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    f'<w:document xmlns:w="{MAIN}">&a;</w:document>'
)
STRICT = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "it is not a Word document"),
        (b"Dear Home Secretary", "it is not a Word document"),
        (b"%PDF-1.7", "it is not a Word document"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "it is an old Word document (.doc), or protected",
        ),
        (letterhead()[:-30], "it is not a Word document"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "it is not a Word document"),
        (bomb(), "it is not a Word document: its unpacked content is larger than"),
        (letterhead(more={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "it contains macros"),
        (changed(document=STRICT), "it is saved as “Strict Open XML”"),
        (changed(document="<w:document"), "it is damaged"),
        (changed(document=""), "it is damaged"),
        (changed(document=ENTITIES), "it declares a document type"),
        (changed(document=OUTSIDE), "it declares a document type"),
        (
            changed(document=f'<x:document xmlns:x="{MAIN}"/>'),
            "it was not saved by a supported word processor",
        ),
    ],
)
def test_unsupported_word_documents_are_refused_with_a_reason(data: bytes, what: str) -> None:
    with pytest.raises(StationeryError) as caught:
        parts(data)
    (problem,) = caught.value.problems
    assert problem.what.startswith(what)
    assert problem.next


def test_a_document_without_styles_is_read() -> None:
    found = parts(letterhead(header=paragraph("Swyddfa")))
    assert parse(found["word/styles.xml"]).tag == f"{{{MAIN}}}styles"


def test_comments_in_the_xml_are_left_out() -> None:
    assert serialised(parse(b"<a><!-- who? --><?b c?><d/></a>")).endswith(b"<a><d/></a>")


def test_links_are_relative_to_their_part_and_lead_to_existing_parts() -> None:
    found = unpacked(
        packed(
            {
                "word/_rels/header1.xml.rels": rows(
                    ("near", "image", "media/logo.png"),
                    ("far", "theme", "../theme/theme1.xml"),
                    ("whole", "image", "/word/media/logo.png"),
                    ("lost", "image", "media/lost.png"),
                ).replace("</Relationships>", '<Relationship Id="out" Type="x/hyperlink" Target="https:'
                "//www.example.cymru/?a=1&amp;b=2\" TargetMode=\"External\"/></Relationships>"),
                "word/media/logo.png": "",
                "theme/theme1.xml": "",
            }
        )
    )  # fmt: skip
    assert [(link.id, link.kind, link.target) for link in links(found, "word/header1.xml")] == [
        ("near", "image", "word/media/logo.png"),
        ("far", "theme", "theme/theme1.xml"),
        ("whole", "image", "word/media/logo.png"),
        ("out", "hyperlink", "https://www.example.cymru/?a=1&b=2"),
    ]


def test_a_row_has_an_absolute_path() -> None:
    inside = Link("a", "x/image", "word/media/logo.png")
    outside = Link("b", "x/hyperlink", "https://www.example.cymru/?a=1&b=2", is_outside=True)
    assert inside.row == '<Relationship Id="a" Type="x/image" Target="/word/media/logo.png"/>'
    assert outside.row == (
        '<Relationship Id="b" Type="x/hyperlink" Target="https://www.example.cymru/?a=1&amp;b=2"'
        ' TargetMode="External"/>'
    )


def test_circular_links_are_followed_once() -> None:
    found = unpacked(
        packed(
            {
                "word/a.xml": "",
                "word/b.xml": "",
                "word/c.xml": "",
                "word/_rels/a.xml.rels": rows(("r", "b", "b.xml")),
                "word/_rels/b.xml.rels": rows(("r", "a", "a.xml")),
            }
        )
    )
    start = (Link("r", "x/a", "word/a.xml"), Link("s", "x/link", "https://www.example.cymru", True))
    assert sorted(reachable(found, start)) == [
        "word/_rels/a.xml.rels",
        "word/_rels/b.xml.rels",
        "word/a.xml",
        "word/b.xml",
    ]
