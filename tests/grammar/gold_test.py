"""The gold table: what a Welsh reader can check and add to, row by row.

A call reads from right to left: ``after i < article`` is ``after("i", article(input))``. A record stands behind the
input in braces: ``llu {m}``, ``swyddog cefnogi {m, pl=swyddogion cefnogi}``; without braces the input is a plain
string. Attested rows quote printed Welsh, with its address; only the capital of a sentence and the kind of apostrophe
are made alike. The others are written by hand from the rules.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from respondent.grammar import welsh
from respondent.grammar.welsh import Joinable, Mutation, Noun, Phrase
from respondent.grammar.welsh.ordinals import short

HERE = Path(__file__).parent
TEXTS = frozenset(("date", "between", "from_to", "money", "percent", "short", "mutate"))


def rows() -> list[dict[str, str]]:
    with (HERE / "gold.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


GOLD = rows()


def noun(text: str) -> Joinable:
    cy, _, record = text.partition(" {")
    if not record:
        return text
    fields: dict[str, Any] = {"cy": cy}
    for field in record.rstrip("}").split(", "):
        fields |= dict([RECORD[field]] if field in RECORD else [pair(field)])
    return Noun(**fields)


RECORD: dict[str, tuple[str, str]] = {
    "m": ("gender", "m"),
    "f": ("gender", "f"),
    "plural": ("number", "plural"),
    "no": ("mutates", "no"),
    "soft-only": ("mutates", "soft-only"),
    "vowel": ("initial_sound", "vowel"),
    "consonant": ("initial_sound", "consonant"),
    "with": ("article", "with"),
    "built-in": ("article", "built-in"),
}


def pair(field: str) -> tuple[str, Any]:
    name, _, value = field.partition("=")
    return ("plural", value) if name == "pl" else ("forms", {Mutation(name): value})


def call(step: str, value: Joinable) -> Phrase:
    name, _, rest = step.partition(" ")
    match name:
        case "after":
            return welsh.after(rest, value)
        case "article":
            return welsh.article(value)
        case "capitalized":
            return welsh.capitalized(value)
        case "describe":
            return welsh.describe(value, *rest.split())
        case "count":
            return welsh.count(int(rest.split()[0]), value, words=rest.endswith("words"))
        case "ordinal":
            return welsh.ordinal(int(rest.split()[0]), value, words=rest.endswith("words"))
    return reference(name, rest, value)


def reference(name: str, rest: str, value: Joinable) -> Phrase:
    match name:
        case "numbered":
            return welsh.numbered(value, rest.split(","))
        case "by_position":
            positions, _, total = rest.partition(" of ")
            return welsh.by_position(value, [int(position) for position in positions.split(",")], int(total))
        case "counted":
            return welsh.counted(int(rest), value)
        case "number_list":
            return welsh.number_list(str(value).split(","))
        case "numeral":
            return welsh.numeral(int(str(value)), feminine=bool(rest))
    raise AssertionError(f"no such call: {name} {rest}")


def text_of(step: str, value: str) -> str:
    name, _, rest = step.partition(" ")
    match name:
        case "date":
            return welsh.date_text(date.fromisoformat(value), "ordinal" if rest else "plain")
        case "between":
            return str(welsh.between(*map(date.fromisoformat, value.split(".."))))
        case "from_to":
            return str(welsh.from_to(*map(date.fromisoformat, value.split(".."))))
        case "money":
            return welsh.money(Decimal(value))
        case "percent":
            return welsh.per_cent(Decimal(value))
        case "short":
            return short(int(value), feminine=bool(rest))
    return welsh.mutate(value, Mutation(rest))


def cases() -> Iterator[Any]:
    for row in GOLD:
        yield pytest.param(row["call"], row["input"], row["wanted"], id=f"{row['call']}: {row['input']}")


@pytest.mark.parametrize(("steps", "given", "expected"), list(cases()))
def test_every_row_of_the_gold_table_is_right_and_certain(steps: str, given: str, expected: str) -> None:
    first, *others = reversed(steps.split(" < "))
    if first.partition(" ")[0] in TEXTS:
        assert text_of(first, given) == expected
        return

    start = welsh.join(map(noun, given.split("; "))) if first == "join" else call(first, noun(given))
    phrase = reduce(lambda joined, step: call(step, joined), others, start)

    assert (str(phrase), phrase.doubt) == (expected, "")


def test_the_table_has_its_documented_size() -> None:
    kinds = Counter(row["kind"] for row in GOLD)

    assert set(kinds) == {"attested", "derived"}
    assert len(GOLD) >= 700
    assert kinds["attested"] >= 250


def test_every_attested_row_has_an_address_and_no_row_stands_twice() -> None:
    assert all(row["source"].startswith(("http://", "https://")) for row in GOLD if row["kind"] == "attested")
    assert len({(row["call"], row["input"]) for row in GOLD}) == len(GOLD)
