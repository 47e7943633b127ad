from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from respondent.document.markup import MarkupError, parse
from respondent.document.segments import Segment, join, split
from respondent.document.tree import Inlines, Run
from respondent.document.walk import inlines, nodes
from respondent.document.written import tidied
from respondent.language import Language

EN, CY = Language.EN, Language.CY

printable = st.characters(codec="utf-8", exclude_categories=["C"])

PIECES = (
    *(
        "Gwent Police",
        "**bold** words",
        "*italic*",
        "[a link](https://a.b)",
        "[gair](lang:cy)",
        "1\\. x",
        "a \\* b",
    ),
    "[Heddlu Gwent](lang:cy)\\\nPontypool",
    *("first line\nsecond line", "one\\\ntwo", "50 %", "it's", "Ŵyl"),
)

ROWS = ("| 1 |  |", "| {line} | {line} |", "| {line} |", "|", "||", "{line}", "a | b")
"""Rows of a table of two columns: whole, too short, and lines of text right below one."""


@st.composite
def markdown(draw: DrawFn, depth: int = 2) -> str:
    """Draw a Markdown text of the subset, its blocks parted as people part them."""
    blocks = [draw(block(depth)) for _ in range(draw(st.integers(1, 4)))]
    end = draw(st.sampled_from(("", "\n", "\n\n")))
    return "\n\n".join(blocks) + end


@st.composite
def block(draw: DrawFn, depth: int) -> str:
    kind = draw(st.sampled_from(("paragraph", "heading", "list", "numbers", "quotation", "table")))
    piece = draw(st.sampled_from(PIECES))
    line = piece.split("\n")[0].rstrip("\\")
    if kind == "heading":
        return f"{'#' * draw(st.integers(1, 4))} {line}{draw(st.sampled_from(('', ' ##')))}"
    if kind == "table":
        rows = draw(st.lists(st.sampled_from(ROWS), max_size=4))
        return "\n".join((f"| {line} | a \\| b |\n|---|:-:|", *(row.format(line=line) for row in rows)))
    if kind == "paragraph" or depth == 0:
        return piece
    inner = draw(markdown(depth - 1)).rstrip("\n")
    if kind == "quotation":
        return "\n".join(f"> {one}".rstrip() for one in inner.split("\n"))
    sign = "- " if kind == "list" else "1. "
    indent = " " * len(sign)
    return "\n".join(
        f"{sign if number == 0 else indent}{one}".rstrip() for number, one in enumerate(inner.split("\n"))
    )


def contents(text: str) -> list[Inlines]:
    """Return the words of each paragraph, heading and cell of a text, by the way that letters go."""
    return [found for node in nodes(parse(text, EN, "x")) if (found := inlines(node))]


@given(markdown())
@settings(max_examples=200)
def test_the_segments_are_the_paragraphs_headings_and_cells_of_the_tree(text: str) -> None:
    assert [segment.content for segment in split(text, EN)] == contents(text)


@given(markdown())
def test_joining_unchanged_segments_gives_the_same_text(text: str) -> None:
    segments = split(text, EN)

    assert join(text, segments, [None] * len(segments), EN) == text


@given(markdown(), st.data())
@settings(max_examples=200)
def test_new_words_replace_the_old_and_nothing_else_changes(text: str, data: st.DataObject) -> None:
    segments = split(text, EN)
    chosen = st.sampled_from(("new words", "# 1. *odd* | - words", "a_b_c", "ŵ \\ ]", "**"))
    news = [
        (Run(data.draw(chosen), EN, strong=data.draw(st.booleans())),) if data.draw(st.booleans()) else None
        for _ in segments
    ]

    joined = join(text, segments, news, EN)

    assert contents(joined) == [
        segment.content if new is None else tidied(new, EN)
        for segment, new in zip(segments, news, strict=True)
    ]
    assert shape(joined) == shape(text)


def shape(text: str) -> list[tuple[str, str]]:
    return [(type(node).__name__, node.id) for node in nodes(parse(text, EN, "x"))]


@given(st.text(printable | st.sampled_from("\n\r*_[]()|#->`1. "), max_size=60))
@settings(max_examples=200)
def test_any_text_is_split_and_joined_without_loss_or_refused(text: str) -> None:
    try:
        expected, segments = contents(text), split(text, EN)
    except MarkupError:
        return

    assert join(text, segments, [None] * len(segments), EN) == text
    assert [segment.content for segment in segments] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("| a | b |\n|---|---|\n| c |", ["a", "b", "c"]),
        ("| a | b |\n|---|---|\nright below", ["a", "b", "right below"]),
    ],
)
def test_a_row_with_too_few_cells_has_the_segments_of_the_tree(text: str, words: list[str]) -> None:
    assert [segment.words for segment in split(text, EN)] == words
    assert [segment.content for segment in split(text, EN)] == contents(text)


def test_a_plain_text_is_one_segment_without_its_edges() -> None:
    (segment,) = split("  Adroddiad *arbennig* ", CY, is_markdown=False)

    assert segment == Segment((Run("Adroddiad *arbennig*", CY),), 2, 22, "paragraph")


def test_a_plain_text_takes_new_words_between_its_edges() -> None:
    text = " old "
    segments = split(text, EN, is_markdown=False)

    assert join(text, segments, [(Run("new *words*", EN),)], EN, is_markdown=False) == " new *words* "


def test_other_numbers_of_contents_and_segments_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        join("a", split("a", EN), [], EN)


def test_equal_segments_have_one_digest_and_others_another() -> None:
    one, two, three = split("same\n\nsame\n\n**same**", EN)

    assert one.digest == two.digest != three.digest


@pytest.mark.parametrize("text", ["![x](y)", "a <b>c</b>", "[x](javascript:y)"])
def test_unsupported_markdown_is_refused(text: str) -> None:
    with pytest.raises(MarkupError):
        split(text, EN)
