from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.language import Language
from respondent.memory.folding import folded, folded_lines, key, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Heddlu’r De", "Heddlu'r De"),
        ("“Cyflawn”", '"Cyflawn"'),
        ("56\u00a0days ", " 56  days"),
        ("dw\u0302r", "dŵr"),
        ("co\u00adoperate", "cooperate"),
        ("six\u2011month", "six-month"),
        ("a\nb", "a b"),
    ],
)
def test_texts_that_look_the_same_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mai", "mai"), ("56 days", "57 days"), ("a, b", "a b"), ("dwr", "dŵr")]
)
def test_texts_that_differ_for_a_reader_are_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_the_lines_of_markdown_count() -> None:
    assert folded_lines("- a  \r\n- b\n") == folded_lines("- a\n- b")
    assert folded_lines("- a\n- b") != folded_lines("- a - b")


def test_key_depends_on_kind_and_language() -> None:
    keys = {
        key(kind, language, "Gwent")
        for kind in ("words", "field", "formatting", "shape")
        for language in Language
    }

    assert len(keys) == 8
    assert all(-(2**63) <= one < 2**63 for one in keys)


@given(st.text(max_size=80))
def test_folding_is_idempotent(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded_lines(folded_lines(text)) == folded_lines(text)


def test_index_words_contain_no_figures() -> None:
    assert words(folded("Erbyn 14 Mai 2019, erbyn S3C")) == {"erbyn", "mai", "s3c"}
