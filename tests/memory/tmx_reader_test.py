from __future__ import annotations

import tracemalloc
from io import BytesIO
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory.units import HEAD, memory, of, unit

from respondent.errors import InputError
from respondent.language import Pair
from respondent.memory.tmx_reader import _CHUNK, MAX_TEXT, MAX_TOKEN, TmxContent, TmxUnit

PAIR = unit("Heddlu Gwent", "Gwent Police")


def read(data: str | bytes) -> tuple[list[TmxUnit], TmxContent]:
    reading = TmxContent(BytesIO(data if isinstance(data, bytes) else data.encode()), "memory/public.tmx")
    return list(reading.units()), reading


def texts(data: str | bytes) -> list[Pair[str]]:
    units, reading = read(data)
    assert reading.problems == []
    return [one.texts for one in units]


def refusal(data: str | bytes) -> tuple[str, str]:
    with pytest.raises(InputError) as refused:
        read(data)
    (problem,) = refused.value.problems
    assert problem.next
    return problem.where, problem.what


@pytest.mark.parametrize(
    "tags",
    [
        ("cy", "en"),
        ("cy-GB", "en-GB"),
        ("CY", "EN-US"),
        ("cy_GB", "en_us"),
        ("wel", "eng"),
        ("cym", "EN"),
        (" cy", "en "),
    ],
)
def test_language_tags(tags: tuple[str, str]) -> None:
    assert texts(memory(unit("Heddlu", "Police", tags=tags))) == [Pair("Heddlu", "Police")]


def test_the_attribute_of_old_versions_is_read() -> None:
    assert texts(memory(PAIR).replace("xml:lang", "lang")) == [Pair("Heddlu Gwent", "Gwent Police")]


def test_british_english_is_preferred() -> None:
    both = unit("lliw", "color", tags=("cy", "en-US")).replace(
        "</tu>", unit(None, "colour", tags=("cy", "en-GB"))[4:]
    )

    assert texts(memory(both)) == [Pair("lliw", "colour")]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-14", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    name = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(encoding, encoding)
    data = memory(unit("tân", "fire"), head=f'<?xml version="1.0" encoding="{name}"?>').encode(encoding)

    assert texts(data) == [Pair("tân", "fire")]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<!DOCTYPE tmx PUBLIC "-//LISA//DTD" "http://x.invalid/tmx14.dtd">',
    ],
)
def test_external_doctype_is_ignored(doctype: str) -> None:
    assert texts(memory(PAIR, doctype=doctype)) == [Pair("Heddlu Gwent", "Gwent Police")]


@pytest.mark.parametrize(
    ("seg", "words"),
    [
        ("<bpt i='1'>&lt;b></bpt>Gwent<ept i='1'>&lt;/b></ept> Police", "Gwent Police"),
        ("<hi type='bold'>Gwent</hi> Police", "Gwent Police"),
        ("<ph x='0'>&lt;x0/&gt;</ph>Gwent Police", "Gwent Police"),
        ("<it pos='begin'>\\b</it>Gwent <ut>{\\i</ut>Police", "Gwent Police"),
        ("<bpt i='1'>a<sub>footnote<ph>x</ph></sub></bpt>Gwent <hi>Po<hi>li</hi>ce</hi>", "Gwent Police"),
        ("&lt;f0&gt;Gwent&lt;/f0&gt; Police&lt;x1/&gt;", "Gwent Police"),
    ],
)
def test_codes_are_not_words(seg: str, words: str) -> None:
    units, _ = read(memory(unit("Heddlu", seg)))

    assert [(one.texts.en, one.is_coded) for one in units] == [(words, True)]


def test_words_are_kept_except_line_ends() -> None:
    found = texts(memory(unit("dwy&#160;fil &amp; <![CDATA[<b>]]>", "\n  two\r\n\tthousand  ")))

    assert found == [Pair("dwy\u00a0fil & <b>", "two thousand")]


def test_empty_texts_and_other_languages_are_ignored() -> None:
    units, reading = read(
        memory(
            unit("", "a"), unit("b", "  "), unit(None, "c"), unit("d", "d", tags=("cy", "fr")), "<tu/>", PAIR
        )
    )

    assert [(one.number, one.texts.en) for one in units] == [(6, "Gwent Police")]
    assert (reading.problems, reading.notes) == ([], [])


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        (unit("a" * (MAX_TEXT + 1), "a"), "1 of its 2 units are longer than 100,000 characters"),
        (unit("a&#x90;a", "b"), "1 of its 2 units contain characters that a letter cannot hold"),
        (unit("a&#31;b", "c"), "1 of its 2 units contain characters that a letter cannot hold"),
        (unit("a&#xFFFE;b", "c"), "1 of its 2 units contain characters that a letter cannot hold"),
        (unit("a&nbsp;b", "c"), "1 of its 2 units use an entity that the file does not define"),
    ],
)
def test_an_unusable_unit_is_skipped_and_reported(wrong: str, what: str) -> None:
    units, reading = read(memory(wrong, PAIR, doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'))

    assert len(units) == 1
    assert [note.partition(", and")[0] for note in reading.notes] == [what]


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))


@pytest.mark.parametrize(
    ("data", "where", "what"),
    [
        (memory(PAIR, doctype='<!DOCTYPE tmx [<!ENTITY x "y">]>\n'), ":2", "declares an entity, “x”"),
        (
            memory(PAIR, doctype=f'<!DOCTYPE tmx [<!ENTITY l0 "lol">{BOMB}]>'),
            ":2",
            "declares an entity, “l0”",
        ),
        (
            memory(PAIR, doctype='<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            ":2",
            "declares an entity",
        ),
        (
            memory(PAIR, doctype='<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://x.invalid/"> %x;]>'),
            ":2",
            "declares an entity",
        ),
        ("", ":1", "not a TMX file: the file is cut off"),
        ("Heddlu Gwent", ":1", "not a TMX file: the line cannot be read"),
        (b"PK\x03\x04\x00\x00", ":1", "not a TMX file"),
        ("<html/>", ":1", "not a TMX file: it begins with <html>"),
        (memory(unit("a", "b"))[:-60], ":2", "not a TMX file: the file is cut off"),
        (f"<tmx>{'<a>' * 100}", ":1", "elements are nested more than 64 deep"),
        ('<?xml version="1.0" encoding="shift-jis"?><tmx/>', "", "its encoding cannot be read"),
        ('<?xml version="1.0" encoding="klingon"?><tmx/>', "", "its encoding cannot be read"),
        (f"<tmx><!-- {'a' * (MAX_TOKEN + 200_000)} --></tmx>", ":1", "a tag or a comment is too long"),
        (memory(PAIR).encode("utf-32"), ":1", "not a TMX file"),
    ],
)
def test_a_file_that_is_not_a_memory_is_refused(data: str | bytes, where: str, what: str) -> None:
    found = refusal(data)

    assert found[0] == f"memory/public.tmx{where}"
    assert what in found[1]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (memory(PAIR, PAIR, PAIR)[:-60], "the file is cut off"),
        (memory(PAIR, PAIR, "<tu></body>"), "the line cannot be read (mismatched tag)"),
        (memory(PAIR, PAIR) + "<tmx/>", "the line cannot be read (junk after document element)"),
        (memory(PAIR, PAIR, "&unknown;"), "the line cannot be read (undefined entity)"),
        (memory(PAIR, PAIR, f"<note a='{'a' * (MAX_TOKEN + 200_000)}'/>"), "a tag or a comment is too long"),
        (memory(PAIR, PAIR).encode() + b"\x00", "the line cannot be read (not well-formed (invalid token))"),
        (
            memory(PAIR, PAIR, "Gwent").encode()[:-16] + b"\xff\xfe",
            "the line cannot be read (not well-formed (invalid token))",
        ),
    ],
)
def test_units_before_the_damage_of_a_file_are_used(data: str | bytes, what: str) -> None:
    units, reading = read(data)

    assert len(units) == 2
    (problem,) = reading.problems
    assert (problem.what, problem.next[:27]) == (what, "its first 2 units are used;")


@pytest.mark.parametrize("before", range(_CHUNK - 400, _CHUNK - 200, 7))
def test_a_reference_that_xml_forbids_costs_no_unit_behind_it_wherever_the_file_is_cut(before: int) -> None:
    units, _ = read(memory("<!-- " + "a" * before + " -->", unit("a&#x1F;b&amp;&#65;", "c"), PAIR, PAIR))

    assert [one.number for one in units] == [2, 3]


def test_memory_without_welsh_names_its_languages() -> None:
    units, reading = read(memory(unit("a", "b", tags=("fr", "en")), unit("c", "d", tags=("de", "en-US"))))

    assert units == []
    assert "its languages: " in reading.problems[0].what
    assert set(reading.problems[0].what.partition("languages: ")[2].split(", ")) == {
        "fr",
        "en",
        "de",
        "en-US",
    }


def test_memory_without_units_is_reported() -> None:
    assert "its languages: none" in read(memory())[1].problems[0].what


plain = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30).filter(
    lambda text: "<" not in text
)


@given(st.lists(st.tuples(plain, plain), min_size=1, max_size=5), st.sampled_from(["utf-8", "utf-16"]))
def test_any_unit_survives_a_round_trip(pairs: list[tuple[str, str]], encoding: str) -> None:
    data = of(*pairs).replace('"UTF-8"', f'"{encoding}"', 1).encode(encoding)

    assert texts(data) == [Pair(*pair) for pair in pairs]


@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_bytes_are_read_or_refused(junk: bytes, position: int) -> None:
    data = of(("Heddlu Gwent", "Gwent Police"), ("tân", "fire")).encode()

    try:
        read(data[:position] + junk + data[position:])
    except InputError as refused:
        assert str(refused)


class _Endless:
    """A file of so many units, made while it is read."""

    def __init__(self, count: int) -> None:
        self.data = iter([HEAD, "<tmx><body>", *([PAIR * 400] * (count // 400)), "</body></tmx>"])

    def read(self, _: int) -> bytes:
        return next(self.data, "").encode()


def test_a_large_file_needs_no_more_memory_than_a_small_one() -> None:
    file: BinaryIO = _Endless(20_000)  # type: ignore[assignment]  # it has all that is asked of it
    tracemalloc.start()
    count = sum(1 for _ in TmxContent(file, "large.tmx").units())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 20_000
    assert peak < 1_000_000
