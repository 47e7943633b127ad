from __future__ import annotations

import pytest
from hypothesis import given
from packages import MAIN, RELATIONS, W, letterhead, packed, rows, unpacked, xml
from strategies import documents, unhurried

from respondent import resources
from respondent.document.inlines import merged
from respondent.document.tree import Break, Document, Inlines, Run
from respondent.document.walk import inlines, nodes
from respondent.errors import InputError
from respondent.files.package import MAX_TAGS
from respondent.language import Language
from respondent.readers.formatting import ListMark
from respondent.readers.paragraphs import (
    Comment,
    ReadingOptions,
    TrackedChange,
    WordParagraph,
    WordTable,
    paragraphs,
)
from respondent.readers.word import read
from respondent.writers.docx import write

CY, EN = Language.CY, Language.EN
WHO = 'w:id="1" w:author="Nia" w:date="2026-05-14T09:00:00Z"'


def r(text: str, properties: str = "") -> str:
    """Return a run in XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    """Return a paragraph in XML."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def gone(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def new(text: str) -> str:
    return f"<w:ins {WHO}>{r(text)}</w:ins>"


STYLES = f"""<w:styles xmlns:w="{MAIN}">
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="cy-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Pennawd2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Pennawd2"/></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style>
<w:style w:type="paragraph" w:styleId="Bwled"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr><w:ind w:left="850"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Cryf"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Cudd"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Saesneg"><w:name w:val="English"/>
<w:rPr><w:lang w:val="en-GB"/></w:rPr></w:style>
</w:styles>"""

NUMBERING = f"""<w:numbering xmlns:w="{MAIN}">
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>
</w:numbering>"""

COMMENTS = f"""<w:comments xmlns:w="{MAIN}"><w:comment w:id="7" w:author="Nia" w:date="2026-05-14T09:00:00Z">
<w:p><w:r><w:t>Ai dyma’r </w:t></w:r><w:r><w:t>ffigur?</w:t></w:r></w:p><w:p><w:r><w:t>Gofynnwch.</w:t></w:r></w:p>
</w:comment></w:comments>"""

NOTES = f"""<w:footnotes xmlns:w="{MAIN}"><w:footnote w:id="2">{p(r("Gweler yr atodiad."))}</w:footnote></w:footnotes>"""


def document(body: str) -> bytes:
    """Return a DOCX with a body."""
    links = rows(
        ("a", "styles", "styles.xml"),
        ("b", "numbering", "numbering.xml"),
        ("c", "comments", "comments.xml"),
        ("d", "footnotes", "footnotes.xml"),
    ).replace(
        "</Relationships>",
        f'<Relationship Id="out" Type="{RELATIONS}/hyperlink" Target="https://a.cymru/?a=1&amp;b=2"'
        ' TargetMode="External"/></Relationships>',
    )
    more = {
        "word/_rels/document.xml.rels": links,
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/comments.xml": COMMENTS,
        "word/footnotes.xml": NOTES,
    }
    return letterhead(body=body, more=more)


def found(body: str, *, original: bool = False, styled: bool = False) -> list[WordParagraph]:
    """Return the paragraphs of a body."""
    reading = ReadingOptions(CY, is_original=original, is_language_styled=styled)
    return list(paragraphs(read(document(body), "llythyr.docx", reading).blocks))


def lines(body: str, *, original: bool = False) -> list[str]:
    return [one.words for one in found(body, original=original)]


TRACKED = [
    # what stands there, accepted, rejected
    (p(r("a"), new("b"), r("c")), ["abc"], ["ac"]),
    (p(r("a"), gone("b"), r("c")), ["ac"], ["abc"]),
    (p(gone("O fewn "), new("Cyn pen ")), ["Cyn pen "], ["O fewn "]),
    (
        p(f"<w:ins {WHO}><w:del {WHO}><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>", r("y")),
        ["y"],
        ["y"],
    ),
    (
        p(f"<w:moveFrom {WHO}>{r('x')}</w:moveFrom>", r("y"), f"<w:moveTo {WHO}>{r('x')}</w:moveTo>"),
        ["yx"],
        ["xy"],
    ),
    (p(f"<w:sdt><w:sdtContent>{new('b')}{gone('c')}</w:sdtContent></w:sdt>"), ["b"], ["c"]),
    # the end of a paragraph
    (p(r("a"), properties=f"<w:rPr><w:ins {WHO}/></w:rPr>") + p(r("b")), ["a", "b"], ["ab"]),
    (p(r("a"), properties=f"<w:rPr><w:del {WHO}/></w:rPr>") + p(r("b")), ["ab"], ["a", "b"]),
    (p(gone("a"), properties=f"<w:rPr><w:del {WHO}/></w:rPr>") + p(r("b")), ["b"], ["a", "b"]),
    (p(new("a"), properties=f"<w:rPr><w:ins {WHO}/></w:rPr>") + p(r("b")), ["a", "b"], ["b"]),
    (p(r("a")) + p(r("b"), properties=f"<w:rPr><w:del {WHO}/></w:rPr>"), ["a", "b"], ["a", "b"]),
    (p(r("a")) + p(gone("b"), properties=f"<w:rPr><w:moveFrom {WHO}/></w:rPr>"), ["a", ""], ["a", "b"]),
    # rows of tables
    (
        f"<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc>{p(gone('a'))}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:ins {WHO}/></w:trPr><w:tc>{p(new('b'))}</w:tc></w:tr></w:tbl>",
        ["b"],
        ["a"],
    ),
]


@pytest.mark.parametrize(("body", "accepted", "rejected"), TRACKED)
def test_tracked_changes_are_read_as_accepted_and_as_rejected(
    body: str, accepted: list[str], rejected: list[str]
) -> None:
    assert lines(body) == accepted
    assert lines(body, original=True) == rejected
    assert any(one.tracked for one in found(body)) or any(one.tracked for one in found(body, original=True))


READ = [
    # what stands there, its words
    (p(r("a"), f'<w:hyperlink r:id="out">{r("b")}</w:hyperlink>'), "ab"),
    (p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r('b')}</w:sdtContent></w:sdt>"), "b"),
    (p(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Click')}</w:sdtContent></w:sdt>"), ""),
    (p(f"<w:smartTag>{r('Gwent')}</w:smartTag>", f"<w:customXml>{r(' x')}</w:customXml>"), "Gwent x"),
    (f"<w:sdt><w:sdtContent>{p(r('block'))}</w:sdtContent></w:sdt>", "block"),
    (p("<w:r><w:t>chwe</w:t><w:noBreakHyphen/><w:t>mis</w:t></w:r>"), "chwe\u2011mis"),
    (p("<w:r><w:t>heddwas</w:t><w:softHyphen/><w:tab/></w:r>"), "heddwas\u00ad\t"),
    (p(r("a"), r("HIDDEN", "<w:vanish/>"), r("b", '<w:vanish w:val="0"/>')), "ab"),
    (p(r("HIDDEN", '<w:rStyle w:val="Cudd"/>'), r("b")), "b"),
    (p(r("a"), '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
       '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("3"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "a3"),
    (p(f'<w:fldSimple w:instr=" PAGE ">{r("3")}</w:fldSimple>'), "3"),
    (p('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:char="0175"/><w:sym w:char="x"/></w:r>'), "•ŵ"),
    (p('<w:r><w:br/><w:t>a</w:t><w:br w:type="page"/><w:cr/><w:t>b</w:t></w:r>'), " a b"),
    (p("<w:proofErr/><w:bookmarkEnd/>", r("a"), "<w:lastRenderedPageBreak/>"), "a"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words"), READ)
def test_visible_text_is_read_and_hidden_text_is_not(body: str, words: str) -> None:
    assert lines(body) == [words]


def test_bold_italic_and_links_are_read_from_runs_and_character_styles_alone() -> None:
    body = p(
        r("b", "<w:b/>"),
        r("off", '<w:b w:val="0"/><w:i/>'),
        r("s", '<w:rStyle w:val="Cryf"/>'),
        f'<w:hyperlink r:id="out">{r("l")}</w:hyperlink>',
        properties='<w:pStyle w:val="Own"/>',
    )
    (one,) = found(body)

    assert one.inlines == (
        Run("b", CY, strong=True),
        Run("off", CY, emphasis=True),
        Run("s", CY, strong=True),
        Run("l", CY, href="https://a.cymru/?a=1&b=2"),
    )
    assert (one.style, one.level) == ("own", 2)


def test_formatting_of_plain_styles_is_ignored() -> None:
    data = document(p(r("s", '<w:rStyle w:val="Cryf"/>'), r("b", '<w:rStyle w:val="Cryf"/><w:b/>')))
    (one,) = paragraphs(read(data, "x", ReadingOptions(CY, plain=frozenset({"strong"}))).blocks)

    assert one.inlines == (Run("s", CY), Run("b", CY, strong=True))


def test_a_link_that_is_a_field_is_a_link() -> None:
    marks = ['<w:r><w:fldChar w:fldCharType="' + kind + '"/></w:r>' for kind in ("begin", "separate", "end")]
    code = '<w:r><w:instrText> HYPERLINK "https://b.cymru" \\o "x" </w:instrText></w:r>'
    (one,) = found(p(r("a"), marks[0], code, marks[1], r("b"), marks[2], r("c")))

    assert one.inlines == (Run("a", CY), Run("b", CY, href="https://b.cymru"), Run("c", CY))


def test_languages_are_those_of_runs_or_where_asked_those_of_styles() -> None:
    body = p(
        r("a"),
        r("b", '<w:lang w:val="en-US"/>'),
        r("c", '<w:rStyle w:val="Saesneg"/>'),
        r("d", '<w:lang w:val="de"/>'),
    )

    assert found(body)[0].inlines == (Run("a", CY), Run("bc", EN), Run("d", CY))
    assert found(body, styled=True)[0].inlines == (Run("ab", CY), Run("c", EN), Run("d", CY))


def test_tracked_formatting_is_read_as_accepted_and_as_rejected() -> None:
    body = p(r("a", f"<w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange>"))

    assert found(body)[0].inlines == (Run("a", CY, strong=True),)
    assert found(body, original=True)[0].inlines == (Run("a", CY),)
    assert found(body)[0].tracked == (TrackedChange("formatted", "a", "Nia", "2026-05-14T09:00:00Z"),)


def test_letters_with_a_full_stop_belong_to_ordinary_lists_below_the_first_level() -> None:
    own = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr>'
    body = p(r("a"), properties=own.format(0)) + p(r("b"), properties=own.format(1))

    assert [one.mark for one in found(body)] == [ListMark(True, 0, "7", "a."), ListMark(True, 1, "7", "")]


def test_bullets_and_numbers_come_from_the_paragraph_or_its_style() -> None:
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    body = (
        p(r("a"), properties='<w:pStyle w:val="Bwled"/>')
        + p(r("b"), properties=own.format(6))
        + p(r("c"), properties='<w:pStyle w:val="Bwled"/>' + own.format(0))
        + p(r("d"), properties='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="6"/></w:numPr>')
    )

    assert [one.mark for one in found(body)] == [ListMark(False, 1, "5"), ListMark(True, 0, "6"), None, None]
    assert [one.indent for one in found(body)] == [850, None, 850, None]


def test_styles_that_are_based_on_themselves_are_read() -> None:
    assert found(p(r("a"), properties='<w:pStyle w:val="Round"/>'))[0].style == "round"


def test_bookmarks_belong_to_the_paragraph_in_which_they_begin() -> None:
    between = '<w:bookmarkStart w:id="1" w:name="_r_one"/>'
    inside = '<w:bookmarkStart w:id="2" w:name="_r_two"/>'
    body = between + p(r("a")) + p(inside, r("b"), between) + p(r("c"))

    assert [one.bookmarks for one in found(body)] == [("_r_one",), ("_r_two", "_r_one"), ()]


def test_a_deleted_paragraph_has_no_bookmark() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="{}"/>'
    end = f"<w:rPr><w:del {WHO}/></w:rPr>"
    deleted = p(mark.format("_r_one"), gone("a"), properties=end) + p(mark.format("_r_two"), r("b"))
    joined = p(mark.format("_r_one"), r("a"), properties=end) + p(mark.format("_r_two"), r("b"))

    assert [one.bookmarks for one in found(deleted)] == [("_r_two",)]
    assert [one.bookmarks for one in found(joined)] == [("_r_one", "_r_two")]


def test_comments_belong_to_their_paragraph_once() -> None:
    start, end = '<w:commentRangeStart w:id="7"/>', '<w:r><w:commentReference w:id="7"/></w:r>'
    one, other = found(p(start, r("a"), end) + p(r("b")))

    assert one.comments == (Comment("Nia", "2026-05-14T09:00:00Z", "Ai dyma’r ffigur? Gofynnwch."),)
    assert other.comments == ()


def test_footnotes_and_text_boxes_are_no_words_of_their_paragraph_and_are_named_once() -> None:
    space = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent xmlns:mc="{space}"><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = p(r("a"), '<w:r><w:footnoteReference w:id="2"/></w:r>', f"<w:r>{both}</w:r>") + p(r("b"))

    assert lines(body) == ["a", "b"]
    assert list(map(str, found(body)[0].omissions)) == ["footnote: “Gweler yr atodiad.”", "text box: “boxed”"]


def test_tables_have_rows_and_cells_and_tables_in_cells() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('in'))}</w:tc></w:tr></w:tbl>"
    body = (
        "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
        f"{p(r('a'))}{inner}{p()}</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p(r('b'))}</w:tc></w:tr></w:tbl>"
    )
    (table,) = read(document(body), "t.docx", ReadingOptions(EN)).blocks

    assert isinstance(table, WordTable)
    (row,) = table.rows
    assert [(one.span, one.is_continued) for one in row.cells] == [(2, False), (1, True)]
    assert [one.words for one in paragraphs((table,))] == ["a", "in", "", "b"]


REFUSED = [
    (b"", "it is not a Word document", "save it in Word"),
    (b"%PDF-1.7", "it is not a Word document", "save it in Word"),
    (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "it is an old Word document (.doc)", "save it in Word"),
    (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "it is protected by a password", "open it in Word, remove the password"),
    (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "it is not a Word document", "save it in Word"),
    (letterhead(more={"word/vbaProject.bin": b"x"}), "it contains macros", "save it in Word"),
    (letterhead(body="<w:p>"), "it is damaged", "save it in Word"),
    (packed({"[Content_Types].xml": "<Types/>", "word/document.xml": b"<w>" + b" " * 60_000_000}),
     "it is not a Word document: its unpacked content is larger than the 50 MB limit", "save it in Word"),
    (packed({"[Content_Types].xml": "<Types/>",
             "word/document.xml": b"<w:d xmlns:w='w'>" + b"<w:p/>" * 3_500_000 + b"</w:d>"}),
     "its text is larger than the 20 MB limit", "split it"),
    (letterhead(more={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
     "it declares a document type", "save it in Word"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "what", "advice"), REFUSED, ids=[one[1] for one in REFUSED])
def test_a_file_that_is_not_a_word_document_is_refused_with_advice(
    data: bytes, what: str, advice: str
) -> None:
    with pytest.raises(InputError) as caught:
        read(data, "drafft.docx", ReadingOptions(CY))

    (problem,) = caught.value.problems
    assert problem.where == "drafft.docx"
    assert problem.what.startswith(what)
    assert problem.next.startswith(advice)


def test_a_macro_file_without_macros_is_refused() -> None:
    types = unpacked(letterhead())["[Content_Types].xml"].decode()
    macro = types.replace(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(InputError, match="macros"):
        read(letterhead(more={"[Content_Types].xml": macro}), "a.docm", ReadingOptions(CY))


def test_a_document_without_a_body_has_no_blocks() -> None:
    data = letterhead(more={"word/document.xml": f'<w:document xmlns:w="{MAIN}"/>'})

    assert read(data, "a.docx", ReadingOptions(CY)).blocks == ()


def test_headers_and_footers_are_read_by_line() -> None:
    data = letterhead(header=p(r("Swyddfa  y Comisiynydd")) + p(), footer=p(r("Elusen")))

    assert read(data, "a.docx", ReadingOptions(CY)).margins == ("Swyddfa y Comisiynydd", "Elusen")


def bare(content: Inlines) -> Inlines:
    """Return words as Word shows them, which knows no gaps: those are bold by their style."""
    return merged(
        Run(one.text, one.language, one.strong or bool(one.gap), one.emphasis, one.href)
        if isinstance(one, Run)
        else Break(CY)
        for one in content
    )


@unhurried
@given(documents())
def test_written_letters_survive_a_round_trip(letter: Document) -> None:
    data = write(letter, resources.style_file("stationery.docx"))
    output = (bare(inlines(node)) for part in letter.parts for node in nodes(part.blocks))
    read_back = paragraphs(read(data, "a.docx", ReadingOptions(CY)).blocks)

    assert [one for one in (bare(one.inlines) for one in read_back) if one] == [one for one in output if one]
    assert len(xml(data, "word/document.xml").findall(f".//{W}body")) == 1


def test_the_parts_of_word_for_the_web_are_found_by_their_relationships() -> None:
    parts = unpacked(document(p(r("a", '<w:rStyle w:val="Cryf"/>'))))
    for old, new in [("document.xml", "document2.xml"), ("styles.xml", "styles2.xml")]:
        parts[f"word/{new}"] = parts.pop(f"word/{old}")
        for name in ("_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml"):
            parts[name] = parts[name].replace(old.encode(), new.encode())
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")

    (paragraph,) = paragraphs(read(packed(parts), "llythyr.docx", ReadingOptions(CY)).blocks)

    assert paragraph.inlines == (Run("a", CY, strong=True),)


def test_a_part_with_too_many_elements_is_refused_before_it_is_read() -> None:
    data = document("<w:p/>" * (MAX_TAGS + 1))

    with pytest.raises(InputError) as caught:
        read(data, "llythyr.docx", ReadingOptions(CY))
    assert "more than 600,000 elements" in str(caught.value)
