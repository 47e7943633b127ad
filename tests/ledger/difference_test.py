from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.ledger.difference import difference, difference_line


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("by 31 May", "by 30 May", "by [-31-]{+30+} May"),
        ("the force", "the whole force", "the {+whole +}force"),
        ("the whole force", "the force", "the [-whole -]force"),
        ("One. Two.", "One. Two.", "One. Two."),
        ("", "New", "{+New+}"),
        (
            "the Chief Constable's view",
            "the chief constable's view",
            "the [-Chief-]{+chief+} [-Constable's-]{+constable's+} view",
        ),
        ("a" * 100 + " x", "a" * 100 + " y", "…" + "a" * 39 + " [-x-]{+y+}"),
    ],
)
def test_the_difference_is_shown_word_by_word(old: str, new: str, line: str) -> None:
    assert difference_line(old, new) == line


@given(st.text(), st.text())
def test_pieces_add_up_to_both_texts(old: str, new: str) -> None:
    pieces = difference(old, new)

    assert "".join(piece.text for piece in pieces if piece.change != "new") == old
    assert "".join(piece.text for piece in pieces if piece.change != "old") == new
