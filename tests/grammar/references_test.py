"""References to the items of a report: what the gold table cannot hold, and both languages side by side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.errors import UsageError
from respondent.grammar import english, welsh
from respondent.grammar.english import EnglishNoun
from respondent.grammar.protocol import Grammar
from respondent.grammar.welsh import Noun
from respondent.language import Language, Pair

GRAMMARS: Pair[Grammar[str]] = Pair(cy=welsh, en=english)
TO = Pair(cy=" i ", en=" to ")
RECOMMENDATION = EnglishNoun(en="recommendation", plural="recommendations")
AREA = EnglishNoun(en="area for improvement", plural="areas for improvement")
ARGYMHELLIAD = Noun(cy="argymhelliad", gender="m", plural="argymhellion")
MAES = Noun(cy="maes i'w wella", gender="m", plural="meysydd i'w gwella")


@pytest.mark.parametrize(
    ("noun", "numbers", "expected"),
    [
        (RECOMMENDATION, "2", "recommendation 2"),
        (RECOMMENDATION, "2,3,7", "recommendations 2, 3 and 7"),
        (RECOMMENDATION, "7,8", "recommendations 7 and 8"),
        (RECOMMENDATION, "2,5,6,7,8,11", "recommendations 2, 5 to 8 and 11"),
        (RECOMMENDATION, "8,7,6", "recommendations 8, 7 and 6"),
        (RECOMMENDATION, "1,1a,2,2.1", "recommendations 1, 1a, 2 and 2.1"),
        (AREA, "1,3", "areas for improvement 1 and 3"),
        (AREA, "AFI 1,AFI 2,AFI 3,AFI 4,AFI 5,AFI 9", "areas for improvement AFI 1 to 5 and 9"),
        (AREA, "R1,R2,R3", "areas for improvement R1, R2 and R3"),
        (AREA, "AFI 1,3", "areas for improvement AFI 1 and 3"),
    ],
)
def test_english_numbers(noun: EnglishNoun, numbers: str, expected: str) -> None:
    assert str(english.numbered(noun, numbers.split(","))) == expected


@pytest.mark.parametrize(
    ("noun", "positions", "total", "expected"),
    [
        (RECOMMENDATION, [1], 1, "the recommendation"),
        (RECOMMENDATION, [1, 2], 2, "both recommendations"),
        (RECOMMENDATION, [1, 2, 3], 3, "the recommendations"),
        (RECOMMENDATION, [3], 4, "the third recommendation"),
        (RECOMMENDATION, [2, 1], 4, "the first two recommendations"),
        (RECOMMENDATION, [4, 2], 4, "the second and fourth recommendations"),
        (RECOMMENDATION, [11], 12, "the 11th recommendation"),
        (AREA, [1, 2, 3], 4, "the first three areas for improvement"),
        (AREA, [1, 3], 3, "the first and third areas for improvement"),
    ],
)
def test_english_positions(noun: EnglishNoun, positions: list[int], total: int, expected: str) -> None:
    assert str(english.by_position(noun, positions, total)) == expected


def test_english_counts_and_capitals() -> None:
    counts = [str(english.counted(n, AREA)) for n in (1, 3, 12)]

    assert counts == ["one area for improvement", "three areas for improvement", "12 areas for improvement"]
    assert [str(english.numeral(n)) for n in (5, 10, 11)] == ["five", "ten", "11"]
    assert str(english.capitalized(english.by_position(AREA, [1], 2))) == "The first area for improvement"


def test_kinds_are_joined_as_other_nouns_are() -> None:
    second, areas = welsh.numbered(ARGYMHELLIAD, ["2"]), welsh.numbered(MAES, ["1", "3"])

    assert str(welsh.join([second, areas])) == "argymhelliad 2 a meysydd 1 a 3 i'w gwella"
    assert str(welsh.join([areas, second])) == "meysydd 1 a 3 i'w gwella ac argymhelliad 2"
    assert (
        str(welsh.after("i", welsh.join([areas, second]))) == "i feysydd 1 a 3 i'w gwella ac argymhelliad 2"
    )


def test_an_unknown_plural_or_gender_is_a_doubt_where_it_would_show() -> None:
    tailed, odd = Noun(cy="gwrthrych i'w ddwtio", gender="m"), Noun(cy="pwdelgraff")

    assert welsh.numbered(odd, ["1", "2"]).doubt == 'the plural of "pwdelgraff" is not known'
    assert welsh.by_position(odd, [1, 2, 3], 3).doubt == 'the plural of "pwdelgraff" is not known'
    assert welsh.counted(2, tailed).doubt == 'the plural of "gwrthrych i\'w ddwtio" is not known'
    assert welsh.counted(1, tailed).certain
    assert welsh.by_position(odd, [3], 4).doubt == 'the gender of "pwdelgraff" is not known'
    assert welsh.by_position(odd, [1, 3], 4).doubt == 'the gender of "pwdelgraff" is not known'
    assert welsh.numbered(odd, ["1"]).certain
    assert english.numbered("issue", ["1", "2"]).doubt == 'the plural of "issue" is not known'


def test_the_gender_of_a_noun_with_a_tail_is_that_of_its_first_word() -> None:
    assert str(welsh.by_position(Noun(cy="rhan i'w hadolygu", plural="rhannau i'w hadolygu"), [3], 4)) == (
        "y drydedd ran i'w hadolygu"
    )


def test_an_adjective_behind_a_plural_is_not_softened() -> None:
    parts = welsh.by_position(Noun(cy="rhan", gender="f", plural="rhannau"), range(1, 12), 20)

    assert str(parts) == "yr 11 o rannau cyntaf"


def test_the_label_of_an_item_never_mutates_and_its_sound_is_not_guessed() -> None:
    joined = welsh.number_list(["7", "C2"])

    assert (str(joined), joined.certain) == ("7 a C2", False)
    assert welsh.number_list(["7", "8"]).certain


def test_beyond_the_ordinals_there_is_a_figure_and_a_doubt() -> None:
    joined = welsh.by_position(ARGYMHELLIAD, [1, 40], 50)

    assert (str(joined), joined.doubt) == (
        "yr argymhelliad cyntaf a'r 40",
        "there is no ordinal for 40: they go from 1 to 31",
    )


@pytest.mark.parametrize("language", list(Language))
def test_no_items_are_refused(language: Language) -> None:
    grammar = GRAMMARS.in_(language)

    with pytest.raises(UsageError, match="empty list"):
        grammar.numbered("argymhelliad", [])
    with pytest.raises(UsageError, match="empty list"):
        grammar.by_position("argymhelliad", [], 4)


@given(st.lists(st.integers(1, 40), min_size=1))
def test_no_number_is_lost_and_none_is_added(numbers: list[int]) -> None:
    for language, grammar in GRAMMARS.items():
        text = grammar.number_list([str(number) for number in numbers]).text

        assert list(read(text, TO.in_(language))) == numbers


@given(st.sets(st.integers(1, 10), min_size=1), st.integers(0, 3))
def test_every_set_of_positions_has_its_own_name_that_joins(positions: set[int], others: int) -> None:
    total = max(positions) + others
    for language, grammar in GRAMMARS.items():
        noun = "argymhelliad" if language is Language.CY else "recommendation"
        name = grammar.by_position(noun, sorted(positions), total)
        smaller = positions - {max(positions)}

        assert name.text.startswith(("y ", "yr ", "the ", "both "))
        assert not smaller or name.text != grammar.by_position(noun, sorted(smaller), total).text


def read(text: str, to: str) -> Iterator[int]:
    """Read the numbers of a list back."""
    for part in text.replace(" and ", ", ").replace(" ac ", ", ").replace(" a ", ", ").split(", "):
        first, _, last = part.partition(to)
        yield from range(int(first), int(last or first) + 1)
