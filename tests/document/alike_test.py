from __future__ import annotations

from collections.abc import Hashable

from hypothesis import given
from hypothesis import strategies as st

from respondent.document import alike
from respondent.document.alike import blocks


@given(st.text("ab|", max_size=60), st.text("ab|", max_size=60))
def test_common_parts_are_the_same_in_both_and_in_order(one: str, other: str) -> None:
    place = place_other = 0
    for start, start_other, size in blocks(one, other):
        assert one[start : start + size] == other[start_other : start_other + size]
        assert start >= place and start_other >= place_other and size > 0
        place, place_other = start + size, start_other + size


@given(st.text("abc", max_size=40))
def test_equal_sequences_are_one_part(text: str) -> None:
    assert list(blocks(text, text)) == ([(0, 0, len(text))] if text else [])


class Counted(str):
    """A word that counts how often it is compared with another."""

    compared = 0
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return str.__eq__(self, str(other))

    def __hash__(self) -> int:
        return str.__hash__(self)


def comparisons(count: int) -> int:
    """Return how many comparisons two tables of so many rows take, which share nothing but their bars."""
    one: list[Hashable] = [Counted(word) for row in range(count) for word in ("|", f"a{row}", "|", "-")]
    other: list[Hashable] = [Counted(word) for row in range(count) for word in ("|", f"b{row}", "|", "-")]
    Counted.compared = 0
    list(blocks(one, other))
    return Counted.compared


def test_tables_are_compared_in_time_that_grows_with_their_length() -> None:
    small, twice, four_times = comparisons(100), comparisons(200), comparisons(400)

    assert twice <= 3 * small and four_times <= 3 * twice


def test_what_nobody_would_read_is_not_compared() -> None:
    words = [f"{number % 400}" for number in range(16_000)]
    assert alike.OFTEN > 40 * 40
    assert alike.MOST < 400 * 40 * 40

    assert sum(size for _, _, size in blocks(words, sorted(words))) <= 2
