from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from respondent.document.markup import MarkupError
from respondent.document.tree import Break, Inline, Inlines, Run
from respondent.document.written import from_markdown, tidied, to_markdown
from respondent.language import Language

EN, CY = Language.EN, Language.CY

SIGNS = (
    *(
        "*",
        "_",
        "**",
        "[",
        "](",
        "\\",
        "`",
        "<b>",
        "<!--",
        "&amp;",
        "|",
        "#",
        "- ",
        "+ ",
        "> ",
        "1. ",
        "12) ",
    ),
    *(
        "---",
        "![",
        "  ",
        "Ŵ ŷ",
        "it's",
        "“quoted”",
        "https://www.example.cymru/",
        "{{ x }}",
        "::: notice",
        "=",
    ),
)

printable = st.characters(codec="utf-8", exclude_categories=["C"])

words: SearchStrategy[str] = st.lists(
    st.sampled_from(SIGNS) | st.text(printable, max_size=8),
    min_size=1,
    max_size=5,
).map("".join)

hrefs = st.sampled_from(("", "", "", "https://www.example.cymru/a?b=1&c=(d)", "mailto:swyddfa@example.cymru"))

runs: SearchStrategy[Inline] = st.builds(
    Run, words, st.sampled_from((EN, EN, EN, CY)), st.booleans(), st.booleans(), hrefs
)

contents: SearchStrategy[Inlines] = st.lists(
    runs | st.just(Break(EN)) | runs | runs, min_size=1, max_size=5
).map(tuple)


@given(words)
def test_any_plain_words_survive_a_round_trip(text: str) -> None:
    content = tidied((Run(text, EN),), EN)

    assert from_markdown(to_markdown(content, EN), EN) == content


@given(contents)
@settings(max_examples=250)
def test_any_content_survives_a_round_trip_or_is_refused(content: Inlines) -> None:
    expected = tidied(content, EN)
    try:
        text = to_markdown(expected, EN)
    except MarkupError:
        return

    assert from_markdown(text, EN) == expected


@given(
    st.lists(
        st.tuples(st.sampled_from(("one", "two words", "tri")), st.booleans(), st.booleans()), max_size=6
    )
)
def test_whole_words_in_any_emphasis_are_never_refused(drawn: list[tuple[str, bool, bool]]) -> None:
    runs = [run for text, strong, em in drawn for run in (Run(text, EN, strong, em), Run(" ", EN))]
    content = tidied(tuple(runs), EN)

    assert from_markdown(to_markdown(content, EN), EN) == content


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ((Run("plain words, 50 %", EN),), "plain words, 50 %"),
        ((Run("1. not a list", EN),), "1\\. not a list"),
        ((Run("# no heading", EN),), "\\# no heading"),
        ((Run("- no bullet", EN),), "\\- no bullet"),
        ((Run("2 * 3 * 4", EN),), "2 * 3 * 4"),
        ((Run("a*b*c", EN),), "a\\*b\\*c"),
        ((Run("the ", EN), Run("whole", EN, strong=True), Run(" force", EN)), "the **whole** force"),
        ((Run("the", EN), Run(" whole ", EN, emphasis=True), Run("force", EN)), "the *whole* force"),
        ((Run("a", EN, strong=True), Run("b", EN, emphasis=True)), "**a***b*"),
        ((Run("Stalking", EN),), "[Stalking](lang:en)"),
        ((Run("one", CY), Break(CY), Run("two", CY)), "one\\\ntwo"),
        ((Run("web", EN, href="https://a.b/c"),), "[web](https://a.b/c)"),
        ((Run("web", EN, href="https://a.b/(c)"),), "[web](<https://a.b/(c)>)"),
    ],
)
def test_words_are_written_in_usual_markdown(content: Inlines, text: str) -> None:
    is_welsh = text.startswith(("[Stalking", "one"))

    assert to_markdown(content, CY if is_welsh else EN) == text


@pytest.mark.parametrize("text", ["[Heddlu Gwent](lang:cy)\\\nCroesyceiliog", "a\\\n[b](lang:cy)\\\nc"])
def test_words_of_the_other_language_stand_beside_line_breaks(text: str) -> None:
    content = from_markdown(text, EN)

    assert content
    assert to_markdown(content, EN) == text


def test_a_bar_in_a_cell_is_escaped() -> None:
    assert to_markdown((Run("a|b", EN),), EN, is_cell=True) == "a\\|b"
