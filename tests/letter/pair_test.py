"""The pair is one thing: same blocks, same order, right languages, nothing missing in silence."""

from __future__ import annotations

import pytest
from offices import Bench, words

from respondent.document.tree import Gap
from respondent.document.walk import gaps, nodes, outline, runs
from respondent.language import Language

CY, EN = Language.CY, Language.EN


def outlines(bench: Bench) -> list[list[tuple[str, str]]]:
    return [outline(document.parts[0]) for document in bench.documents().values()]


def test_both_letters_have_the_same_blocks_in_the_same_order(bench: Bench) -> None:
    welsh, english = outlines(bench)

    assert welsh == english
    assert len(welsh) > 30


@pytest.mark.parametrize("layout", ["narrative", "by-recommendation"])
@pytest.mark.parametrize("notice", ["top", "end", "after-evidence"])
@pytest.mark.parametrize("introduction", ["standard", "own"])
def test_both_letters_have_the_same_blocks_in_every_layout(
    bench: Bench, layout: str, notice: str, introduction: str
) -> None:
    bench.change(bench.response, "layout: narrative", f"layout: {layout}")
    bench.change(bench.response, "notice: after-evidence", f"notice: {notice}")
    bench.change(bench.response, "introduction: own", f"introduction: {introduction}")
    bench.change(bench.response, "availability: false", "availability: true")

    welsh, english = outlines(bench)

    assert welsh == english


def test_a_block_added_to_one_template_only_breaks_the_pair(bench: Bench) -> None:
    bench.write(
        "templates/en/parts/foot.md.j2", "::: stray\nOne more.\n:::\n::: foot\n{{ foot_notice }}\n:::\n"
    )

    welsh, english = outlines(bench)

    assert welsh != english


def test_ids_are_unique_in_a_letter(bench: Bench) -> None:
    for document in bench.documents().values():
        (part,) = document.parts
        ids = [node.id for node in nodes((*part.letterhead, *part.blocks, *part.foot))]

        assert len(set(ids)) == len(ids)


def test_example_has_no_gaps(bench: Bench) -> None:
    assert [gaps(document) for document in bench.documents().values()] == [[], []]


def test_welsh_letter_has_english_only_in_quotations_notice_and_letterhead(
    bench: Bench,
) -> None:
    (part,) = bench.documents()[CY].parts
    english = [run.text for run in runs(part.blocks) if run.language == EN]

    assert [text[:24] for text in english] == [
        "Stalking and harassment",
        "Within six months chief ",
        "Within six months chief ",
        "We welcome correspondenc",
    ]


def test_notice_is_bilingual_in_body_and_foot(bench: Bench) -> None:
    for document in bench.documents().values():
        body, foot = words(document, "notice").splitlines(), words(document, "foot").splitlines()

        assert body == foot
        assert body[0].startswith("Rydym yn croesawu gohebiaeth yn y Gymraeg, a phan ddaw i law")
        assert body[1].startswith("We welcome correspondence in Welsh and where received")
        assert len(body) == 2


def test_the_notice_is_at_the_foot_only_where_the_office_asks_for_it(bench: Bench) -> None:
    bench.change(bench.office, "notice_in_footer: true", "notice_in_footer: false")

    for document in bench.documents().values():
        assert words(document, "notice")
        assert not document.parts[0].foot


@pytest.mark.parametrize(
    ("notice", "before"), [("top", "subject"), ("end", "copies"), ("after-evidence", "evidence")]
)
def test_place_of_the_notice(bench: Bench, notice: str, before: str) -> None:
    bench.change(bench.response, "notice: after-evidence", f"notice: {notice}")

    for document in bench.documents().values():
        names = [getattr(block, "name", "") for block in document.parts[0].blocks]

        assert names[names.index("notice") - 1] == before
        assert names.count("notice") == 1


def test_a_missing_welsh_text_is_a_named_gap_with_the_english_below_it(bench: Bench) -> None:
    text = bench.response.read_text(encoding="utf-8")
    start = text.index("      cy: >-\n        Rwyf hefyd")
    end = text.index("      en: >-\n        I am also reassured")
    bench.response.write_text(text[:start] + text[end:], encoding="utf-8")

    documents = bench.documents()
    (gap,) = [node for node in nodes(documents[CY].parts[0].blocks) if isinstance(node, Gap)]

    assert gaps(documents[CY]) == ["evidence.training.text"]
    assert gaps(documents[EN]) == []
    assert "".join(run.text for run in runs([gap]) if run.gap) == (
        "Bwlch – mae'r testun Cymraeg ar goll: evidence.training.text"
    )
    assert {run.language for run in runs(gap.blocks)} == {EN}


def test_a_missing_subject_is_a_gap_inside_its_line(bench: Bench) -> None:
    bench.change(bench.response, "    cy: Arolygiad HMICFRS o Heddlu Sussex – Stelcian ac aflonyddu\n", "")

    (gap, between, other) = list(
        runs([b for b in bench.documents()[CY].parts[0].blocks if b.id == "subject"])
    )

    assert gap.text == "Bwlch – mae'r testun Cymraeg ar goll: letter.subject"
    assert (between.text, other.language, other.gap) == (" ", EN, "letter.subject")


def test_an_undated_letter_shows_its_date_as_provisional(bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14\n", "")

    documents = bench.documents()

    assert words(documents[CY], "date") == "23 Tachwedd 2026"
    assert gaps(documents[EN]) == ["letter.date"]


def test_names_are_those_of_the_date_of_the_letter(bench: Bench) -> None:
    assert "Jeff Cuthbert" in words(bench.documents()[EN], "signature")
    bench.change(bench.response, "  date: 2019-05-14\n", "  date: 2025-05-14\n")

    documents = bench.documents()

    assert words(documents[CY], "signature") == "Jane MuddComisiynydd yr Heddlu a Throsedd Gwent"
    assert "Llantarnam" in words(documents[EN], "letterhead")
    assert words(documents[EN], "notice").endswith("please email commissioner@gwent.police.uk.")


def test_an_official_welsh_text_is_quoted_in_welsh_without_a_remark(bench: Bench) -> None:
    old = "        when victims report breaches of orders.\n      welsh: none\n"
    new = "        when victims report breaches of orders.\n      cy: Geiriau swyddogol.\n      welsh: official\n"
    bench.change(bench.response, old, new)

    document = bench.documents()[CY]

    assert words(document, "group").splitlines()[0] == "Argymhelliad 1:"
    assert words(document, "recommendation").splitlines()[0] == "Geiriau swyddogol."


def test_office_translation_of_a_quotation_is_marked(bench: Bench) -> None:
    old = "        when victims report breaches of orders.\n      welsh: none\n"
    new = "        when victims report breaches of orders.\n      cy: Ein geiriau ni.\n      welsh: office\n"
    bench.change(bench.response, old, new)

    document = bench.documents()[CY]

    assert words(document, "group").splitlines()[0] == "Argymhelliad 1 (cyfieithiad y swyddfa hon):"
    assert words(document, "recommendation").splitlines()[0] == "Ein geiriau ni."


def test_one_file_has_a_part_for_each_language(bench: Bench) -> None:
    ((name, document),) = bench.assembly().one_file()

    assert name == "2019-stalking-and-harassment.cy-en"
    assert [part.language for part in document.parts] == [CY, EN]
    assert [part.page_label for part in document.parts] == ["Tudalen {page}", "Page {page}"]
    assert all(part.letterhead and part.foot for part in document.parts)


ENDED = (
    "\nanswers:\n  - {id: a, recommendations: [record-breaches], action_taken: {cy: Gwnaed., en: Done.}}\n"
)


def test_closing_has_a_heading_only_where_the_office_words_it(bench: Bench) -> None:
    text = bench.response.read_text(encoding="utf-8")
    bench.response.write_text(text + ENDED + "commitments: [{id: b, text: c}]\n", encoding="utf-8")

    assert words(bench.documents()[EN], "commitments") == "What happens next\nc"
    assert words(bench.documents()[EN], "closing").startswith("I can confirm")

    own = "headings:\n  closing: {cy: I gloi, en: In closing}\n  commitments: off\n"
    bench.office.write_text(bench.office.read_text(encoding="utf-8") + own, encoding="utf-8")

    assert words(bench.documents()[EN], "commitments") == "c"
    assert words(bench.documents()[EN], "closing").startswith("In closing\nI can confirm")
    assert words(bench.documents()[CY], "closing").startswith("I gloi\nGallaf gadarnhau")


def test_each_source_of_evidence_has_its_heading(bench: Bench) -> None:
    bench.change(bench.response, "layout: narrative", "layout: by-recommendation")

    lines = words(bench.documents()[EN], "evidence").splitlines()

    assert [line for line in lines if len(line) < 40] == [
        "The Chief Constable's response",
        "Gwent Police's response",
        "Good practice",
    ]
