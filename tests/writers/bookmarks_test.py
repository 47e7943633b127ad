from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from packages import SHIPPED, W, unpacked, xml
from strategies import documents, unhurried

from respondent.document.tree import Break, Document, Inlines, Run
from respondent.document.walk import nodes
from respondent.language import Language
from respondent.writers import bookmarks
from respondent.writers.bookmarks import ContentDigest, DraftBookmarks, ParagraphMark, content, made_of, read
from respondent.writers.docx import write

CY, EN = Language.CY, Language.EN


def plain(text: str) -> Inlines:
    return (Run(text, EN),)


@given(st.text("0123456789abcdef", min_size=31, max_size=31), st.integers(1, 999))
def test_a_name_reads_back_and_is_short_enough_for_word(figures: str, turn: int) -> None:
    mark = ParagraphMark(figures[:7], figures[7:16], ContentDigest(figures[16:26], figures[26:31]), turn)

    assert read(mark.name) == mark
    assert len(mark.name) <= 40


@pytest.mark.parametrize("name", ["_GoBack", "_Toc123", "_r", "one", "_r1234567_123456789_1234567890_1234"])
def test_bookmarks_of_other_programs_are_ignored(name: str) -> None:
    assert read(name) is None


ALIKE = [
    (plain("a"), (Run("a", CY),)),
    (plain("a b"), (Run("a ", EN), Run("b", CY))),
    (plain("a\tb"), plain("a b")),
    (plain("6\xa0May"), plain("6 May")),
    (plain(" a "), plain("a")),
    ((Run("a ", EN, strong=True), Run("b", EN)), (Run("a", EN, strong=True), Run(" b", EN))),
    ((Run("a", EN, strong=True), Run("b", CY, strong=True)), (Run("ab", EN, strong=True),)),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_equal_words_and_formatting_have_the_same_digests(one: Inlines, other: Inlines) -> None:
    assert content(one) == content(other)


OTHER = [
    ((Run("a", EN, strong=True),), (Run("a", EN, emphasis=True),)),
    ((Run("a", EN, href="https://a.cymru"),), (Run("a", EN, href="https://b.cymru"),)),
    ((Run("a", EN, strong=True), Run(" b", EN)), (Run("a b", EN, strong=True),)),
]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other_formatting_changes_only_the_digest_of_formatting(one: Inlines, other: Inlines) -> None:
    assert content(one).words == content(other).words
    assert content(one).formatting != content(other).formatting


def test_other_words_have_another_digest() -> None:
    words = {
        content(one).words for one in (plain("a"), plain("b"), (*plain("a"), Break(EN), *plain("b")), ())
    }

    assert len(words) == 4


def test_the_properties_have_the_digests_of_a_draft() -> None:
    marks = DraftBookmarks("2026-custody", CY)
    for number in range(25):
        marks.around(f"opening.{number}", plain(f"Words {number}"))
    marks.language = EN
    marks.around("opening.1", plain("Words"))
    properties = list(marks.properties())

    assert properties[0] == ("respondent", "2026-custody")
    assert all(len(value) <= 255 for _, value in properties)
    made = made_of(properties, CY)
    assert made is not None
    assert made[bookmarks.block("opening.7")] == {content(plain("Words 7")).words}
    assert len(made) == 25
    assert made_of([], CY) is None


@unhurried
@given(documents())
def test_every_paragraph_of_a_draft_has_a_bookmark_of_its_own(letter: Document) -> None:
    from dataclasses import replace

    data = write(replace(letter, origin="2026-custody"), SHIPPED)
    root = xml(data, "word/document.xml")
    names = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
    ids = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart")]

    assert ids == [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd")]
    assert len(set(names)) == len(set(ids)) == len(names)
    blocks = {bookmarks.block(node.id) for part in letter.parts for node in nodes(part.blocks)}
    found = [read(name) for name in names]
    assert all(mark and mark.block in blocks for mark in found)


@unhurried
@given(documents())
def test_a_final_letter_has_no_bookmarks_or_properties(letter: Document) -> None:
    data = write(letter, SHIPPED)

    assert b"bookmark" not in unpacked(data)["word/document.xml"]
    assert "docProps/custom.xml" not in unpacked(data)


def test_a_draft_opens_in_other_programs() -> None:
    from datetime import date

    from respondent.document.tree import Paragraph, Part

    letter = Document(
        "x", (Part(EN, (Paragraph("p", EN, plain("Words")),)),), "Gwent", date(2026, 1, 1), origin="a & b"
    )

    assert docx.Document(io.BytesIO(write(letter, SHIPPED))).paragraphs[0].text == "Words"
