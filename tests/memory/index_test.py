from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from respondent.errors import InputError
from respondent.language import Language, Pair
from respondent.memory import index
from respondent.memory.entry import MemoryEntry
from respondent.memory.folding import folded, key, words
from respondent.memory.index import PAIRS_PER_CHUNK, Index, IndexBuilder

EN, CY = Language.EN, Language.CY

some = st.lists(
    st.sampled_from(["y", "Gwent", "heddlu", "dŵr’r", "56", "14", "Mai", "2019", "a", "an"]),
    min_size=1,
    max_size=6,
).map(" ".join)
pairs = st.lists(st.tuples(some, some), max_size=25)


def of(*drawn: tuple[str, str]) -> Index:
    return index.of(MemoryEntry(Pair(*one)) for one in drawn)


def test_a_pair_is_found_from_both_sides() -> None:
    built = of(("Heddlu Gwent", "Gwent Police"), ("tân", "fire"))

    assert built.find(key("words", EN, "fire"), EN)[0].target == "tân"
    assert built.find(key("words", CY, "tân"), CY)[0].target == "fire"
    assert built.find(key("words", EN, "tân"), EN) == []


def test_translations_are_sorted_by_rank() -> None:
    made = [("a", "2", False), ("b", "3", False), ("c", "1", False), ("d", "4", True)]
    built = index.of(
        MemoryEntry(Pair(cy, "word"), rank=rank, is_coded=is_coded) for cy, rank, is_coded in made
    )

    assert [one.target for one in built.find(key("words", EN, "word"), EN)] == ["b", "a", "c", "d"]


def test_of_one_rank_the_last_in_order_comes_first() -> None:
    found = of(("a", "word"), ("b", "word")).find(key("words", EN, "word"), EN)

    assert [one.target for one in found] == ["b", "a"]


def test_duplicate_pair_keeps_its_last_rank() -> None:
    built = index.of(MemoryEntry(Pair("gair", "word"), rank=rank, origin=rank) for rank in ("1", "3", "2"))

    (found,) = built.find(key("words", EN, "word"), EN)
    assert (found.rank, found.origin) == ("3", "3")


@given(pairs)
def test_exactly_the_stored_pairs_are_found(drawn: list[tuple[str, str]]) -> None:
    built = of(*drawn)
    for language, side in ((CY, 0), (EN, 1)):
        for pair in drawn:
            expected = {one[1 - side] for one in drawn if folded(one[side]) == folded(pair[side])}
            found = built.find(key("words", language, folded(pair[side])), language)
            assert {one.target for one in found} == expected


@given(pairs, some, st.sampled_from([0.0, 50.0, 70.0, 95.0]))
def test_similar_texts_sharing_a_word_are_candidates(
    drawn: list[tuple[str, str]], text: str, cutoff: float
) -> None:
    """A plain search of all pairs finds nothing that the index misses."""
    expected = folded(text)
    plain = {
        one
        for one in drawn
        if fuzz.ratio(folded(one[1]), expected) >= cutoff and words(folded(one[1])) & words(expected)
    }

    found = of(*drawn).like(expected, EN, cutoff, 300)

    assert {(one.target, one.source) for one in found} >= plain


def test_words_of_many_pairs_are_kept_in_several_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "PAIRS_PER_CHUNK", 10)
    many = [(f"gair {number}", f"word number{number}") for number in range(95)]

    built = of(*many)

    assert {one.source for one in built.like("word number7", EN, 0, 300)} == {en for _, en in many}
    assert built.like("number93", EN, 0, 5)[0].source == "word number93"


def test_common_words_are_looked_up_in_the_latest_pairs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(index, "MAX_CANDIDATES", 10)

    found = of(*((f"y {number}", f"the {number}") for number in range(50))).like("the 3", EN, 0, 300)

    assert {one.source for one in found} == {f"the {number}" for number in range(40, 50)}


def test_whole_text_is_only_an_exact_match() -> None:
    built = index.of([MemoryEntry(Pair("- un\n- dau", "- one\n- two"), is_field=True)])

    assert built.find(key("field", EN, "- one\n- two"), EN)[0].target == "- un\n- dau"
    assert built.like("one two", EN, 0, 10) == []


def test_a_broken_database_has_a_plain_message() -> None:
    connection = sqlite3.connect(":memory:")
    IndexBuilder(connection).finish({})
    connection.execute("DROP TABLE keys")

    with pytest.raises(InputError, match="its index cannot be read"):
        Index(connection, "memory/a.tmx").find(1, EN)


def test_chunks_have_the_documented_length() -> None:
    assert PAIRS_PER_CHUNK == 50_000
