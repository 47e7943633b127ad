from __future__ import annotations

from typing import Any

from lxml import etree
from packages import MAIN, RELATIONS, R, W, words

from respondent.document.tree import (
    Block,
    Break,
    Cell,
    Gap,
    Heading,
    Image,
    Item,
    List,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Run,
    Section,
    Table,
)
from respondent.language import Language
from respondent.writers.story import BULLETS, ListStart, ParagraphSetting, Story

CY, EN = Language.CY, Language.EN

LOGO = Image(b"\x89PNG", "png", width=40.0, height=12.5)


def paragraph(text: str, id: str = "p", language: Language = EN) -> Paragraph:
    return Paragraph(id, language, (Run(text, language),))


def table(*rows: tuple[str, ...]) -> Table:
    found = [
        Row("r", EN, tuple(Cell("c", EN, (Run(text, EN),) if text else ()) for text in row)) for row in rows
    ]
    return Table("t", EN, found[0], tuple(found[1:]))


def items(*blocks: Block, start: int | None = None) -> List:
    return List("l", EN, tuple(Item("i", EN, (block,)) for block in blocks), start)


def output(*blocks: Block, setting: ParagraphSetting | None = None) -> tuple[Any, Story]:
    """Return the body that a story of blocks makes, and the story."""
    story = Story(EN, {"logo": LOGO})
    story.blocks(blocks, setting or ParagraphSetting())
    text = f'<w:body xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{"".join(story.xml)}</w:body>'
    return etree.fromstring(text), story


def styles(body: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - an lxml element
    """Return the style and the words of each paragraph."""
    return [(one.find(f".//{W}pStyle").get(f"{W}val"), words(one)) for one in body.iter(f"{W}p")]


def numbered(body: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401 - an lxml element
    """Return list, level and words of each paragraph that has a number."""
    return [
        (one.find(f".//{W}numId").get(f"{W}val"), one.find(f".//{W}ilvl").get(f"{W}val"), words(one))
        for one in body.iter(f"{W}p")
        if one.find(f".//{W}numId") is not None
    ]


def kept(body: Any) -> list[str]:  # noqa: ANN401 - an lxml element
    """Return the words of the paragraphs that stay with the next."""
    return [words(one) for one in body.iter(f"{W}p") if one.find(f".//{W}keepNext") is not None]


def test_each_section_has_its_style_and_an_unknown_one_that_of_body_text() -> None:
    body, _ = output(
        Section("date", EN, "date", (paragraph("14 May 2019"),)),
        Section("scope", EN, "scope", (paragraph("Scope"),)),
        Heading("h", EN, 2, (Run("Recommendation 1", EN),)),
        Quotation("q", EN, (paragraph("Within six months"),)),
    )
    assert styles(body) == [
        ("Date", "14 May 2019"),
        ("BodyText", "Scope"),
        ("Heading2", "Recommendation 1"),
        ("Quote", "Within six months"),
    ]


def test_a_run_has_its_formatting_and_other_language() -> None:
    text = (Run("a", EN, strong=True), Run("b", CY, emphasis=True), Break(EN), Run("c", EN, gap="x"))
    body, _ = output(Paragraph("p", EN, text))
    formats = [[one.tag.removeprefix(W) for one in run.iterfind(f"{W}rPr/*")] for run in body.iter(f"{W}r")]
    assert formats == [["b"], ["i", "lang"], [], ["rStyle"]]
    assert words(body) == "ab\nc"


def test_a_link_is_one_external_relationship() -> None:
    link = Run("site", EN, href="https://www.example.cymru/?a=1&b=2")
    body, story = output(Paragraph("p", EN, (link, Run(" or ", EN), link)))
    ids = {one.get(f"{R}id") for one in body.iter(f"{W}hyperlink")}
    assert ids == {"rIdL1"} == set(story.relations.values())


def test_xml_syntax_in_words_is_escaped() -> None:
    body, _ = output(paragraph("&amp; <w:p/> ]]> \"'"))
    assert words(body) == "&amp; <w:p/> ]]> \"'"


def test_each_numbered_list_counts_by_itself_and_bullets_share_one() -> None:
    one, two = paragraph("one"), paragraph("two")
    body, story = output(items(one, two, start=1), items(one), items(two, start=7), items(one))
    first, second = str(BULLETS + 1), str(BULLETS + 2)
    assert numbered(body) == [
        (first, "0", "one"),
        (first, "0", "two"),
        (str(BULLETS), "0", "one"),
        (second, "0", "two"),
        (str(BULLETS), "0", "one"),
    ]
    assert list(story.starts.values()) == [ListStart(0, 1, ""), ListStart(0, 7, "")]


def test_a_nested_list_is_deeper_and_counts_by_itself() -> None:
    inner = items(paragraph("inner"), start=3)
    outer = List("l", EN, (Item("i", EN, (paragraph("outer"), inner, paragraph("below"))),))
    body, story = output(outer)
    assert numbered(body) == [(str(BULLETS), "0", "outer"), (str(BULLETS + 1), "1", "inner")]
    assert list(story.starts.values()) == [ListStart(1, 3, "")]
    below = body[-1]
    assert words(below) == "below"
    assert below.find(f".//{W}ind").get(f"{W}left") == "425"


def test_lists_below_the_deepest_level_of_word_stay_on_it() -> None:
    block: Block = paragraph("deep")
    for _ in range(12):
        block = items(block)
    body, _ = output(block)
    assert numbered(body)[-1] == (str(BULLETS), "8", "deep")


def test_an_item_that_does_not_begin_with_words_keeps_its_bullet() -> None:
    body, _ = output(items(Quotation("q", EN, (paragraph("quoted"),))))
    assert numbered(body) == [(str(BULLETS), "0", "")]
    assert styles(body) == [("ListBullet", ""), ("Quote", "quoted")]


def test_words_missing_in_a_list_stand_below_their_label() -> None:
    body, _ = output(Gap("g", EN, (Run("[Gap]", EN, gap="g"),), (items(paragraph("testun", language=CY)),)))
    assert styles(body) == [("Gap", "[Gap]"), ("Gap", "testun")]
    assert kept(body) == ["[Gap]"]


def test_a_table_repeats_its_head_and_breaks_no_row() -> None:
    body, _ = output(table(("Force", "Cases"), ("Gwent", "")))
    assert [one.find(f".//{W}tblHeader") is not None for one in body.iter(f"{W}tr")] == [True, False]
    assert len(list(body.iter(f"{W}cantSplit"))) == 2
    assert styles(body) == [
        ("TableHead", "Force"),
        ("TableHead", "Cases"),
        ("TableText", "Gwent"),
        ("TableText", ""),
    ]
    assert len(list(body.iter(f"{W}gridCol"))) == 2


def test_a_cell_is_aligned() -> None:
    cells = (Cell("a", EN, (Run("a", EN),)), Cell("b", EN, (Run("1", EN),), "right"))
    body, _ = output(Table("t", EN, Row("r", EN, cells), ()))
    aligned = [one.find(f".//{W}jc") for one in body.iter(f"{W}p")]
    assert [None if one is None else one.get(f"{W}val") for one in aligned] == [None, "right"]


def test_two_tables_stay_two_even_in_two_sections() -> None:
    body, _ = output(
        Section("a", EN, "evidence", (table(("one",)),)), Section("b", EN, "evidence", (table(("two",)),))
    )
    assert [one.tag.removeprefix(W) for one in body] == ["tbl", "p", "tbl"]


def test_a_story_ends_with_a_paragraph() -> None:
    for block, last in ((table(("one",)), ["tbl", "p"]), (paragraph("x"), ["p"])):
        _, story = output(block)
        story.end()
        body = etree.fromstring(f'<w:body xmlns:w="{MAIN}">{"".join(story.xml)}</w:body>')
        assert [one.tag.removeprefix(W) for one in body] == last


def test_only_the_last_lines_before_a_sign_off_stay_with_it() -> None:
    one, two = paragraph("one"), paragraph("two")
    for blocks in (
        (one, two),
        (items(one, two, start=1),),
        (Quotation("q", EN, (one, two)),),
        (Section("s", EN, "closing", (one, two)),),
        (Gap("g", EN, (Run("label", EN),), (one, two)),),
        (List("l", EN, (Item("i", EN, (one, two)),)),),
    ):
        body, _ = output(*blocks, setting=ParagraphSetting(keep=True))
        assert kept(body)[-1] == "two"
        assert "one" not in kept(body)


def test_a_short_table_stays_whole_and_the_head_of_a_long_one_with_its_first_row() -> None:
    for count, last in ((8, 7), (9, 0)):
        rows = [(str(number),) for number in range(count + 1)]
        body, _ = output(table(*rows))
        assert kept(body) == [str(number) for number in range(last + 1)]
        below, _ = output(table(*rows), setting=ParagraphSetting(keep=True))
        assert kept(below)[-1] == str(count)


def test_words_hang_from_their_label() -> None:
    number = Paragraph("p", EN, (Run("1", EN, strong=True), Run(" ", EN), Run("Do it.", CY)))
    copies = Section(
        "copies", EN, "copies", (Paragraph("c", EN, (Run("Copies to: A", EN), Break(EN), Run("B", EN))),)
    )
    body, _ = output(Quotation("q", EN, (number,)), copies, number)
    assert [words(one) for one in body.iter(f"{W}p")] == ["1Do it.", "Copies to:A\nB", "1 Do it."]
    assert [len(one.findall(f"{W}r/{W}tab")) for one in body.iter(f"{W}p")] == [1, 1, 0]
    indents = [(one.get(f"{W}left"), one.get(f"{W}hanging")) for one in body.iter(f"{W}ind")]
    assert indents == [("850", "425"), ("1320", "1320")]


def test_the_last_item_of_a_list_has_the_space_of_a_paragraph_after_it() -> None:
    inner = items(paragraph("inner"))
    body, _ = output(items(paragraph("first"), inner, paragraph("last")))
    spaced = [words(one) for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}spacing") is not None]
    assert spaced == ["last"]


def test_a_heading_below_a_table_keeps_its_own_space() -> None:
    body, _ = output(table(("one",)), Heading("h", EN, 2, (Run("Next", EN),)))
    assert body.find(f".//{W}spacing") is None


def test_the_languages_of_a_notice_stay_together() -> None:
    notice = Section("notice", EN, "notice", (paragraph("cy", language=CY), paragraph("en")))
    body, _ = output(notice, paragraph("after"))
    assert kept(body) == ["cy"]


def test_a_quotation_in_a_list_and_a_list_in_a_quotation_stand_deeper() -> None:
    quoted = Quotation("q", EN, (items(paragraph("item")),))
    listed = List("l", EN, (Item("i", EN, (paragraph("first"), Quotation("q", EN, (paragraph("inner"),)))),))
    body, _ = output(quoted, listed, Quotation("q", EN, (Quotation("r", EN, (paragraph("twice"),)),)))
    lefts = {words(one): one.find(f".//{W}ind") for one in body.iter(f"{W}p")}
    found = {text: None if one is None else one.get(f"{W}left") for text, one in lefts.items()}
    assert found == {"item": "850", "first": None, "inner": "850", "twice": "850"}


def test_a_paragraph_below_a_table_has_space_before() -> None:
    body, _ = output(table(("one",)), paragraph("below"), paragraph("further"))
    spaced = [words(one) for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}spacing") is not None]
    assert spaced == ["below"]


def test_the_name_below_a_picture_of_the_signature_has_no_space_above() -> None:
    with_picture = Section(
        "signature", EN, "signature", (Picture("logo", EN, "logo", "Signature"), paragraph("Name"))
    )
    without = Section("signature", EN, "signature", (paragraph("Name"),))
    body, _ = output(with_picture, without)
    assert [style for style, _ in styles(body)] == ["SignaturePicture", "SignatureName", "Signature"]


def test_ids_of_lists_and_pictures_differ_between_stories() -> None:
    found = []
    for number in (0, 1, 2):
        story = Story(EN, {"logo": LOGO}, number=number)
        story.blocks((items(paragraph("x"), start=1), Picture("p", EN, "logo", "Logo")), ParagraphSetting())
        found += [*story.starts, story.drawing()]
    assert len(set(found)) == len(found)


def test_salutation_and_signature_stay_with_what_follows_whatever_the_letterhead_says() -> None:
    body, _ = output(
        Section("salutation", EN, "salutation", (paragraph("Dear"),)),
        Section("sign-off", EN, "sign-off", (paragraph("Yours"),)),
        Section("signature", EN, "signature", (Picture("logo", EN, "logo", "Signature"), paragraph("Name"))),
        Section("copies", EN, "copies", (paragraph("Cc"),)),
    )
    assert kept(body) == ["Dear", "Yours", "", "Name"]


def test_a_picture_has_alternative_text_and_size() -> None:
    body, story = output(Picture("p", CY, "logo", 'Draig "goch" & gwyn'), Picture("q", EN, "logo", "again"))
    drawings = [one for one in body.iter() if one.tag.endswith("}docPr")]
    assert [one.get("descr") for one in drawings] == ['Draig "goch" & gwyn', "again"]
    assert [one.get("id") for one in drawings] == ["1", "2"]
    extents = [(one.get("cx"), one.get("cy")) for one in body.iter() if one.tag.endswith("}extent")]
    assert extents == [("1440000", "450000")] * 2
    assert [target for _, target in story.relations] == ["media/letter-logo.png"]


def test_an_annex_begins_a_page_and_its_table_is_small() -> None:
    heading = Heading("h", EN, 2, (Run("Annex", EN),))
    body, _ = output(Section("annex", EN, "annex", (heading, table(("No.", "Words"), ("1", "Do it.")))))

    breaks = [words(one) for one in body.iter(f"{W}p") if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert breaks == ["Annex"]
    assert [style for style, _ in styles(body)] == ["Heading2", *["AnnexHead"] * 2, *["AnnexText"] * 2]


def test_a_lead_in_and_a_label_stay_with_what_follows() -> None:
    label = Section(
        "recommendation", EN, "recommendation", (paragraph("First"), Quotation("q", EN, (paragraph("Do."),)))
    )
    body, _ = output(paragraph("As follows:"), label, paragraph("End."))

    assert kept(body) == ["As follows:", "First"]
