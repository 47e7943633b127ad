from __future__ import annotations

from io import BytesIO

from translation.responses import CY, EN

from respondent.language import Pair
from respondent.memory.tmx_reader import TmxContent
from respondent.memory.tmx_writer import RememberedPair, write

TAGS = Pair("cy-GB", "en-GB")
PAIRS = [
    RememberedPair("Two & <three>", "Dau a thri ŵ", "b"),
    RememberedPair("One", "Un", "a"),
    RememberedPair("One", "Un", "c"),
    RememberedPair("Bad\x0b", "Drwg", "d"),
]


def test_pairs_are_written_once_in_order_and_read_back() -> None:
    data = write(PAIRS, EN, TAGS)
    reading = TmxContent(BytesIO(data), "x.tmx")

    assert [(one.texts.en, one.texts.cy) for one in reading.units()] == [
        ("One", "Un"),
        ("Two & <three>", "Dau a thri ŵ"),
    ]
    assert reading.problems == []


def test_equal_pairs_give_equal_bytes() -> None:
    assert write(PAIRS, CY, TAGS) == write(list(reversed(PAIRS)), CY, TAGS)
    assert b'srclang="cy-GB"' in write(PAIRS, CY, TAGS)
