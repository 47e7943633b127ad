from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.errors import DataError
from respondent.files.text import cleaned, decode, forbidden, place


def test_utf_8_with_and_without_a_byte_order_mark_is_the_same() -> None:
    data = "Cysylltwch â ŵyr\r\n".encode()
    assert decode(data, "r.yaml") == decode(codecs.BOM_UTF8 + data, "r.yaml") == "Cysylltwch â ŵyr\r\n"


@pytest.mark.parametrize(
    ("data", "where", "what"),
    [
        ("cy: tŷ\nen: Café".encode()[:-1], "r.yaml:2", "not saved as UTF-8: byte C3 at column 8"),
        ("cy: Sul\r\nen: Café".encode("cp1252"), "r.yaml:2", "not saved as UTF-8: byte E9 at column 8"),
        (codecs.BOM_UTF8 + b"\x96", "r.yaml:1", "byte 96 at column 1"),
        ("cy: tŷ".encode("utf-16"), "r.yaml", "UTF-16"),
        (codecs.BOM_UTF16_BE + "cy: tŷ".encode("utf-16-be"), "r.yaml", "UTF-16"),
    ],
)
def test_another_encoding_is_refused_with_its_place_and_how_to_save(
    data: bytes, where: str, what: str
) -> None:
    with pytest.raises(DataError) as raised:
        decode(data, "r.yaml")
    (problem,) = raised.value.problems
    assert problem.where == where
    assert what in problem.what
    assert "UTF-8" in problem.next


@pytest.mark.parametrize(
    ("index", "expected"), [(0, (1, 1)), (2, (1, 3)), (4, (2, 1)), (6, (3, 1)), (8, (4, 1)), (9, (4, 2))]
)
def test_line_ends_of_all_editors_are_read(index: int, expected: tuple[int, int]) -> None:
    assert place("ab\r\nc\rd\n e", index) == expected


def test_every_forbidden_character_is_named_with_its_place() -> None:
    found = list(forbidden("a: x\x0by\nb: \x00\x86", "r.yaml"))
    assert [(line, problem.where) for line, problem in found] == [
        (1, "r.yaml:1"),
        (2, "r.yaml:2"),
        (2, "r.yaml:2"),
    ]
    first, second, third = (problem for _, problem in found)
    assert (first.what, first.next) == (
        "a manual line break pasted from Word (U+000B) at column 5",
        "write a new line",
    )
    assert "NUL character (U+0000) at column 4" in second.what
    assert "(U+0086) at column 5" in third.what
    assert second.next
    assert third.next


def test_tabs_line_ends_and_line_separators_are_text() -> None:
    assert not list(forbidden("a\tb\r\nc\u2028d\u2029e\ufefff\U0001f600", "r.yaml"))


@pytest.mark.parametrize(
    ("text", "clean", "what"),
    [
        ("ad\u00adroddiad", "adroddiad", "a soft hyphen"),
        ("a\u200bb\u200bc", "abc", "2 zero-width spaces"),
        ("un\u2028dau", "un\ndau", "a line separator (U+2028)"),
        ("un\u2029dau", "un\n\ndau", "a paragraph separator (U+2029)"),
        ("dw\u0302r", "dŵr", "an accent typed apart from its letter"),
        ("dw\u0302r a ty\u0302", "dŵr a tŷ", "2 accents typed apart"),
    ],
)
def test_what_nobody_sees_is_taken_out_and_named(text: str, clean: str, what: str) -> None:
    new, cleanings = cleaned(text)

    assert (new, [one.what for one in cleanings]) == (clean, [what])


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once, _ = cleaned(text)

    assert cleaned(once) == (once, ())
