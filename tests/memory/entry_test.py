from __future__ import annotations

import pytest

from respondent.language import Pair
from respondent.memory.entry import MemoryEntry, of_field, of_words


def cut(cy: str, en: str) -> list[tuple[str, str]]:
    return [
        (one.texts.cy, one.texts.en)
        for one in of_field(MemoryEntry(Pair(cy, en), is_field=True))
        if not one.is_field
    ]


def wholes(cy: str, en: str) -> int:
    return sum(one.is_field for one in of_field(MemoryEntry(Pair(cy, en), is_field=True)))


def test_a_field_gives_its_segments_and_their_sentences() -> None:
    found = cut("Un. Dau.\n\n- tri\n- *pedwar*\n", "One. Two.\n\n- three\n- *four*\n")

    assert found == [
        ("Un. Dau.", "One. Two."),
        ("Un.", "One."),
        ("Dau.", "Two."),
        ("tri", "three"),
        ("pedwar", "four"),
    ]
    assert wholes("Un. Dau.\n\n- tri", "One. Two.\n\n- three") == 1


def test_one_plain_paragraph_is_not_kept_twice() -> None:
    assert wholes("Un", "One") == 0
    assert wholes("*Un*", "*One*") == 1


@pytest.mark.parametrize(
    ("cy", "en"),
    [
        ("Un\n\nDau", "One"),
        ("# Un", "One"),
        ("Un ![llun](a.png)", "One"),
        ("", "One"),
    ],
)
def test_texts_with_different_structure_are_not_cut(cy: str, en: str) -> None:
    assert (cut(cy, en), wholes(cy, en)) == ([], 1)


def test_formatting_missing_on_one_side_is_recorded() -> None:
    (segment,) = (
        one for one in of_field(MemoryEntry(Pair("**Un** dau", "One two"), is_field=True)) if not one.is_field
    )

    assert segment.is_coded
    assert segment.formatting.cy
    assert not segment.formatting.en


def test_units_are_split_unless_codes_were_left_out() -> None:
    both = MemoryEntry(Pair("Un. Dau.", "One. Two."), rank="1")

    assert [one.texts.en for one in of_words(both)] == ["One. Two.", "One.", "Two."]
    assert [one.texts.en for one in of_words(MemoryEntry(both.texts, is_coded=True))] == ["One. Two."]
    assert [one.texts.en for one in of_words(MemoryEntry(Pair("Un, dau.", "One. Two.")))] == ["One. Two."]
