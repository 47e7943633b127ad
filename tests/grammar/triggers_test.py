"""Every small word before every initial: shapes and forms are written by hand in two tables."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from respondent.errors import UsageError
from respondent.grammar.welsh import TRIGGERS, Noun, after
from respondent.grammar.welsh.triggers import ASPIRATED, ROWS, trigger

HERE = Path(__file__).parent

# Words in front of which the conjunction and the others take their shape for vowels.
VOWELS = ("arolygiad", "effaith", "iaith", "ôl", "undeb", "wythnos", "ysgol")

# Not in the table: their shape goes by the mutated word, has a hyphen, or is none. The gold table has them.
OTHERS = {"yn", "is", "cyn.former", "ordinal.f", "ordinal.m", "object", "adverb"}


def table(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


FORMS = table("forms.tsv")
SMALL_WORDS = table("triggers.tsv")


def noun(word: str) -> Noun:
    return Noun(cy=word, gender="m", mutates="no" if word in ("grŵp", "miliwn") else "yes")


def form(row: dict[str, str], causes: str, spares: str) -> str:
    """Return the hand-written form under the first mutation that changes the word."""
    if spares and row["word"].startswith(tuple(spares.split())):
        return row["word"]
    forms = [row[name] for name in causes.split(", else ") if name != "none"]
    return next((found for found in forms if found != row["word"]), row["word"])


@pytest.mark.parametrize("small", SMALL_WORDS, ids=lambda small: str(small["key"]))
def test_a_small_word_before_every_initial(small: dict[str, str]) -> None:
    for row in FORMS:
        shape = small["vowel"] if row["word"] in VOWELS else small["consonant"]

        joined = after(small["key"], noun(row["word"]))

        assert (str(joined), joined.doubt) == (f"{shape} {form(row, small['causes'], small['spares'])}", "")


def test_the_table_has_every_small_word() -> None:
    assert {row["key"] for row in SMALL_WORDS} | OTHERS == set(TRIGGERS)


def test_no_small_word_stands_twice_and_each_names_its_source() -> None:
    assert len(ROWS) == len(TRIGGERS)
    assert all(row.rule.name and row.rule.source for row in ROWS)
    assert all(row.rule.confirmed or row.rule.point for row in ROWS)


def test_rules_without_a_published_source_are_unconfirmed() -> None:
    unpublished = [row for row in ROWS if "no published rule" in row.rule.source]

    assert unpublished
    assert not any(row.rule.confirmed for row in unpublished)


def test_the_shapes_after_and_are_those_of_small_words() -> None:
    assert all(trigger(word).rule.name for word in ASPIRATED if word not in ("gydag", "tuag"))


def test_a_word_with_several_senses_asks_for_one() -> None:
    with pytest.raises(UsageError) as raised:
        after("ei", "llu")

    assert raised.value.problems[0].next == "name the sense that is meant: ei.m, ei.f"


def test_an_unknown_small_word_is_refused_with_a_near_one() -> None:
    with pytest.raises(UsageError, match="gydaa") as raised:
        after("gydaa", "llu")

    assert "gyda" in raised.value.problems[0].next


def test_an_unknown_small_word_like_no_other_points_to_the_list() -> None:
    with pytest.raises(UsageError) as raised:
        after("xyzzy", "llu")

    assert raised.value.problems[0].next == "the words are listed in docs/welsh.md"
