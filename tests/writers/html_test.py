from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

import lxml.html
from hypothesis import given
from lxml.etree import _Element
from strategies import documents, pictures, unhurried

from respondent.document.tree import (
    Block,
    Break,
    Cell,
    Document,
    Gap,
    Heading,
    Image,
    Inlines,
    Item,
    List,
    Paragraph,
    Part,
    Picture,
    Quotation,
    Row,
    Run,
    Section,
    Table,
)
from respondent.document.walk import runs
from respondent.language import Language
from respondent.writers import html

CY, EN = Language.CY, Language.EN


def document(*blocks: Block) -> Document:
    return Document("Response", (Part(EN, blocks),), "Gwent", date(2019, 5, 14))


def paragraph(*inlines: Run | Break, id: str = "p") -> Paragraph:
    return Paragraph(id, EN, inlines)


def words(text: str, language: Language = EN) -> Inlines:
    return (Run(text, language),)


def page(written: Document, looks: bytes = b"") -> str:
    return html.write(written, looks).decode()


def main(*blocks: Block) -> list[str]:
    """Return the lines inside the main landmark, without their common indent."""
    lines = page(document(*blocks)).split("\n")
    return [line[2:] for line in lines[lines.index("<main>") + 1 : lines.index("</main>")]]


def parsed(written: Document) -> _Element:
    return lxml.html.document_fromstring(
        html.write(written, b""), parser=lxml.html.HTMLParser(encoding="utf-8")
    )


def spoken(element: _Element, around: str) -> Iterator[tuple[str, str]]:
    """Yield every letter below `element` that is no space, with the language it is spoken in."""
    language = element.get("lang", around)
    yield from ((letter, language) for letter in element.text or "" if not letter.isspace())
    for child in element:
        yield from spoken(child, language)
        yield from ((letter, language) for letter in child.tail or "" if not letter.isspace())


def test_a_page_has_every_element() -> None:
    letter = replace(document(paragraph(Run("Dear Minister", EN))), mark=words("DRAFT"), twin="llythyr")
    assert page(letter, b"p { margin: 0 }\n") == (
        "<!DOCTYPE html>\n"
        '<html lang="en-GB">\n'
        "<head>\n"
        '<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>Response</title>\n"
        '<meta name="author" content="Gwent">\n'
        '<meta name="dcterms.date" content="2019-05-14">\n'
        '<meta name="robots" content="noindex">\n'
        '<link rel="alternate" hreflang="cy-GB" href="llythyr.html">\n'
        "<style>\n"
        "p { margin: 0 }\n"
        "</style>\n"
        "</head>\n"
        '<body class="draft">\n'
        "<header>\n"
        '  <p class="mark">DRAFT</p>\n'
        "</header>\n"
        "<main>\n"
        '  <p id="p">Dear Minister</p>\n'
        "</main>\n"
        "</body>\n"
        "</html>\n"
    )


def test_a_final_letter_is_indexable_and_has_no_mark() -> None:
    sent = page(document(paragraph(Run("Words", EN))))
    assert "noindex" not in sent
    assert "draft" not in sent
    assert "alternate" not in sent


def test_the_name_of_the_twin_is_quoted_as_an_address() -> None:
    assert 'href="llythyr%20t%C5%B7.html"' in page(replace(document(), twin="llythyr tŷ"))


def test_a_style_sheet_cannot_close_its_element() -> None:
    assert page(document(), b'q { content: "</style><b>" }').count("</style>") == 1


def test_invalid_bytes_in_a_style_sheet_are_replaced() -> None:
    assert "/* \ufffd */" in page(document(), b"/* \xe2 */")


def test_the_foot_of_the_first_sheet_is_left_out() -> None:
    notice = (paragraph(Run("We welcome Welsh.", EN)),)
    letter = replace(document(), parts=(Part(EN, notice, foot=notice),))
    assert page(letter).count("We welcome Welsh.") == 1


def test_the_letterhead_is_the_banner_of_the_page() -> None:
    head = Section("letterhead", CY, "letterhead", (Paragraph("name", CY, words("Swyddfa", CY)),))
    letter = replace(document(), parts=(Part(EN, (), letterhead=(head,)),))
    assert (
        "<header>\n"
        '  <section class="letterhead" id="letterhead" lang="cy-GB">\n'
        '    <p id="name">Swyddfa</p>\n'
        "  </section>\n"
        "</header>\n"
    ) in page(letter)


def test_two_letters_are_two_articles_whose_ids_differ() -> None:
    parts = tuple(
        Part(language, (Heading("subject", language, 1, words(text, language)),), letterhead=(paragraph(),))
        for language, text in ((CY, "Ymateb"), (EN, "Response"))
    )
    written = page(replace(document(), parts=parts))
    assert '  <article lang="cy-GB">\n    <header>\n      <p id="cy.p" lang="en-GB"></p>\n' in written
    assert '  <article lang="en-GB">\n    <header>\n      <p id="en.p"></p>\n' in written
    assert '<h1 id="cy.subject">Ymateb</h1>' in written
    assert '<h1 id="en.subject">Response</h1>' in written


def test_words_in_the_other_language_have_a_lang_attribute() -> None:
    mixed = paragraph(Run("the ", EN), Run("Senedd", CY, strong=True), Run(" met", EN))
    assert main(mixed) == ['<p id="p">the <span lang="cy-GB"><strong>Senedd</strong></span> met</p>']


def test_a_block_in_the_other_language_has_one_lang_attribute() -> None:
    assert main(Paragraph("p", CY, words("Helo", CY))) == ['<p id="p" lang="cy-GB">Helo</p>']


def test_words_are_strong_stressed_missing_and_broken() -> None:
    content = paragraph(
        Run("a", EN, strong=True, emphasis=True), Break(EN), Run("name missing", EN, gap="recipient.name")
    )
    assert main(content) == [
        '<p id="p"><strong><em>a</em></strong><br><mark class="gap">name missing</mark></p>',
    ]


def test_neighbours_with_one_address_are_one_link() -> None:
    linked = paragraph(
        Run("the ", EN, href="https://a.cymru/?a=1&b"),
        Run("report", EN, emphasis=True, href="https://a.cymru/?a=1&b"),
    )
    assert main(linked) == ['<p id="p"><a href="https://a.cymru/?a=1&amp;b">the <em>report</em></a></p>']


def test_words_that_look_like_markup_stay_words() -> None:
    assert main(paragraph(Run("</p><script> & {{ x }}", EN), id='"p"')) == [
        '<p id="&quot;p&quot;">&lt;/p&gt;&lt;script&gt; &amp; {{ x }}</p>',
    ]


def test_a_quotation_and_a_numbered_list() -> None:
    item = Item("one", EN, (paragraph(Run("x", EN)),))
    assert main(Quotation("q", EN, (List("l", EN, (item,), start=3),))) == [
        '<blockquote id="q">',
        '  <ol start="3" id="l">',
        '    <li id="one">',
        '      <p id="p">x</p>',
        "    </li>",
        "  </ol>",
        "</blockquote>",
    ]


def test_a_list_with_letters_and_full_stops() -> None:
    assert main(List("l", EN, (), 2, "a.")) == ['<ol start="2" type="a" id="l">', "</ol>"]


def test_a_list_with_bullets() -> None:
    assert main(List("l", EN, ())) == ['<ul id="l">', "</ul>"]


def test_a_table_has_heads_for_its_columns() -> None:
    header = Row("h", EN, (Cell("a", EN, ()), Cell("b", EN, words("Number"), "right")))
    row = Row("r", EN, (Cell("c", EN, words("Blwyddyn", CY)), Cell("d", EN, words("20"), "right")))
    assert main(Table("t", EN, header, (row,))) == [
        '<table id="t">',
        '  <colgroup><col style="width: 55%"><col style="width: 45%"></colgroup>',
        "  <thead>",
        '    <tr id="h">',
        '      <td id="a"></td>',
        '      <th scope="col" class="right" id="b">Number</th>',
        "    </tr>",
        "  </thead>",
        "  <tbody>",
        '    <tr id="r">',
        '      <td id="c"><span lang="cy-GB">Blwyddyn</span></td>',
        '      <td class="right" id="d">20</td>',
        "    </tr>",
        "  </tbody>",
        "</table>",
    ]


def test_words_hang_from_their_label() -> None:
    copies = Section("c", EN, "copies", (paragraph(Run("Cc: A", EN), Break(EN), Run("B", EN)),))
    assert main(copies)[1] == (
        '  <p id="p" class="hanging" style="--indent: 2.00em"><span class="label">Cc: </span>A<br>B</p>'
    )


def test_dates_and_addresses_are_not_parted_at_the_end_of_a_line() -> None:
    line = '<p id="p">On 6\xa0May\xa02025 to <span class="whole">a@b-c.wales</span>.</p>'
    assert main(paragraph(Run("On 6 May 2025 to a@b-c.wales.", EN))) == [line]


def test_a_line_of_the_letterhead_ends_behind_a_contact() -> None:
    contacts = paragraph(Run("Ffôn | Tel: 1 · Gwe | Web: 2", EN))
    names = paragraph(Run("Swyddfa", CY), Run(" | Office", EN))
    lines = main(Section("s", EN, "letterhead", (contacts, names)))
    assert lines[1:3] == [
        '  <p id="p" class="whole">Ffôn | Tel: 1 · <wbr>Gwe | Web: 2</p>',
        '  <p id="p" class="whole"><span lang="cy-GB">Swyddfa</span> | <wbr>Office</p>',
    ]


def test_a_gap_has_its_label_and_the_text_that_awaits_translation() -> None:
    gap = Gap("evidence.cases.text", CY, words("Ar goll", CY), (paragraph(Run("Cases rose", EN)),))
    assert main(gap) == [
        '<div class="gap" role="note" id="evidence.cases.text" lang="cy-GB">',
        '  <p class="label">Ar goll</p>',
        '  <p id="p" lang="en-GB">Cases rose</p>',
        "</div>",
    ]


def test_a_picture_is_embedded_with_its_alternative_text() -> None:
    image = Image(b"GIF", "jpeg", width=25.4, height=12.7)
    letter = replace(document(Picture("logo", CY, "crest", 'Arfbais "Gwent"')), pictures={"crest": image})
    assert (
        '<img id="logo" lang="cy-GB" alt="Arfbais &quot;Gwent&quot;" width="96" height="48"'
        ' src="data:image/jpeg;base64,R0lG">'
    ) in page(letter)


@given(documents())
@unhurried
def test_every_word_is_there_once_in_order_and_in_its_language(letter: Document) -> None:
    shown = [Paragraph("mark", letter.language, letter.mark)]
    expected = chain(runs(shown), *(runs((*part.letterhead, *part.blocks)) for part in letter.parts))
    root = parsed(letter)
    body = root.find("body")
    assert body is not None
    assert list(spoken(body, root.get("lang", ""))) == [
        (character, run.language.tag) for run in expected for character in run.text if not character.isspace()
    ]


@given(documents())
@unhurried
def test_a_page_keeps_its_title_and_its_ids_apart_and_fetches_nothing(letter: Document) -> None:
    root = parsed(letter)
    ids = root.xpath("//@id")
    assert isinstance(ids, list)
    assert len(ids) == len(set(ids))
    assert root.xpath("string(//title)") == letter.title
    assert root.xpath("string(//meta[@name='author']/@content)") == letter.author
    assert root.xpath("//script | //link[@rel != 'alternate']") == []
    assert root.xpath("//@src[not(starts-with(., 'data:image/'))]") == []


@given(documents())
@unhurried
def test_the_same_letter_gives_the_same_bytes(letter: Document) -> None:
    again = replace(letter, pictures=dict(pictures))
    assert html.write(letter, b"") == html.write(again, b"")
    assert html.write(letter, b"").endswith(b"</html>\n")
