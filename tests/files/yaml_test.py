from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from respondent.errors import DataError, Problem
from respondent.files import yaml
from respondent.files.text import CONTROL, cleaned, decode
from respondent.files.yaml import KEY, MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS, ValuePath, load, read

LOADERS = [
    pytest.param(pyyaml.SafeLoader, id="python"),
    pytest.param(pyyaml.CSafeLoader, id="libyaml"),
]


@pytest.fixture(autouse=True, params=LOADERS)
def loader(request: pytest.FixtureRequest) -> Iterator[None]:
    with mock.patch.object(yaml, "_LOADER", request.param):
        yield


def problems(text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(DataError) as raised:
        read(text if isinstance(text, bytes) else text.encode(), "response.yaml")
    assert all(problem.next for problem in raised.value.problems)
    return raised.value.problems


def lines(text: str | bytes) -> list[str]:
    return [f"{problem.where}: {problem.what}" for problem in problems(text)]


def test_all_scalars_are_text() -> None:
    text = "a: no\nb: 1.10\nc: 012\nd: 12:30:45\ne: 2019-05-14\nf: true\ng: 'null'\nh: \"\"\ni: Null\n"
    assert read(text.encode(), "r").value == {
        "a": "no",
        "b": "1.10",
        "c": "012",
        "d": "12:30:45",
        "e": "2019-05-14",
        "f": "true",
        "g": "null",
        "h": "",
        "i": "Null",
    }


def test_plain_nothing_is_none_and_a_key_is_always_text() -> None:
    assert read(b"a:\nb: ~\nnull: null\n", "r").value == {"a": None, "b": None, "null": None}


def test_every_value_and_every_key_has_its_place() -> None:
    text = "# recommendations\nlist:\n  - cy: 'Rhaid: dau'\n    en: |\n      Two\n"
    source = read(text.encode(), "r.yaml")
    places = {path: (mark.line, mark.column, mark.style) for path, mark in source.marks.items()}
    assert places == {
        (): (2, 1, ""),
        ("list", KEY): (2, 1, ""),
        ("list",): (3, 3, ""),
        ("list", 0): (3, 5, ""),
        ("list", 0, "cy", KEY): (3, 5, ""),
        ("list", 0, "cy"): (3, 9, "'"),
        ("list", 0, "en", KEY): (4, 5, ""),
        ("list", 0, "en"): (4, 9, "|"),
    }
    assert source.where(("list", 0, "number")) == "r.yaml:3: list[0].number"


@pytest.mark.parametrize("written", ["plain", "'it''s'", '"a\\tb"', "|\n    two\n    lines\n", "😀"])
@pytest.mark.parametrize("before", ["", "é: 😀\u2028\r\n"])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_marks_say_which_characters_a_scalar_takes(written: str, before: str, mark: bytes) -> None:
    data = mark + f"{before}a:\n  b: {written}\n".encode()
    source = read(data, "r")
    span = source.marks["a", "b"]
    assert decode(data, "r")[span.start : span.end].rstrip() == written.rstrip()


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    text = "a: x\nb: |\n  un\n  dau\nc: >-\n  tri\n  pedwar\n"
    plain = read(text.encode(), "r")
    windows = read(codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode(), "r")
    assert windows.value == plain.value
    assert {p: (m.line, m.column) for p, m in windows.marks.items()} == {
        p: (m.line, m.column) for p, m in plain.marks.items()
    }


@pytest.mark.parametrize(
    "scalar", ["x\u2028y\u2029z", "'x\u2028y\u2029z'", '"x\u2028y\\Pz"', "|-\n  x\u2028y\u2029z"]
)
def test_a_line_separator_ends_no_line_of_the_file(scalar: str) -> None:
    source = read(f"a: {scalar}\nb: c\n".encode(), "r")
    end = "\n" if scalar.startswith("|") else " "
    assert source.value == {"a": f"x{end}y\n\nz", "b": "c"}
    assert source.marks["b",].line == scalar.count("\n") + 2


def test_all_mistakes_are_listed_at_once_in_the_order_of_the_file() -> None:
    text = (
        "a: 1\n"
        "a: 2\n"
        "base: &base\n"
        "  x: 1\n"
        "copy: *base\n"
        "merged:\n"
        "  <<: {x: 1}\n"
        "tagged: !!python/object:os.system x\n"
        'other: [ok, "x\\vy"]\n'
        "raw: x\x0by\n"
        "text: Rhaid: dau\n"
    )
    assert lines(text) == [
        "response.yaml:2: a: this name is used twice, first on line 1",
        "response.yaml:3: base: a value cannot begin with “&”",
        "response.yaml:5: copy: a value cannot begin with “*”",
        "response.yaml:7: merged.<<: entries cannot be merged with “<<”",
        "response.yaml:8: tagged: a value cannot begin with “!”",
        "response.yaml:9: other[1]: a manual line break pasted from Word (U+000B), written with a backslash",
        "response.yaml:10: a manual line break pasted from Word (U+000B) at column 7",
        "response.yaml:11: a colon with a space after it stands inside a text (column 12)",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "response.yaml:1: the file is empty"),
        ("# only a comment\n", "response.yaml:1: the file is empty"),
        ("---\n~\n", "response.yaml:2: the file is empty"),
        ("- a\n", "response.yaml:1: the file must be a mapping: lines of “name: value”"),
        ("words\n", "response.yaml:1: the file must be a mapping: lines of “name: value”"),
        ("a: 1\n---\nb: 1\n", "response.yaml:2: a second document begins at this “---”"),
        ("%YAML 1.1\n---\na: 1\n", "response.yaml:1: a line cannot begin with “%”"),
        ("%TAG ! tag:x,2000:\n---\na: 1\n", "response.yaml:1: a line cannot begin with “%”"),
        ("a:\n  {{ name }}: 1\n", "response.yaml:2: a: a name before a colon must be plain text"),
        ("a: ! x\n", "response.yaml:1: a: a value cannot begin with “!”"),
        ("&a x: y\n", "response.yaml:1: x: a value cannot begin with “&”"),
        ('a: "x\\0y"\n', "response.yaml:1: a: a NUL character (U+0000), written with a backslash"),
        ("a: x\0y\n", "response.yaml:1: a NUL character (U+0000) at column 5"),
    ],
)
def test_yaml_that_is_not_a_response_is_refused(text: str, expected: str) -> None:
    assert lines(text)[-1] == expected


def test_two_odd_keys_do_not_hide_each_other() -> None:
    assert lines("{[a]: b, '?': c}\n") == [
        "response.yaml:1: a name before a colon must be plain text",
        "response.yaml:1: ?: this name is used twice, first on line 1",
    ]


def test_a_duplicate_key_in_two_mappings_is_none() -> None:
    assert read(b"a: {x: 1}\nb: {x: 1}\n", "r").value == {"a": {"x": "1"}, "b": {"x": "1"}}


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{"])
def test_a_hundred_thousand_brackets_are_refused(opening: str) -> None:
    (problem,) = problems(opening * 100_000)
    assert f"more than {MAX_DEPTH} levels deep" in problem.what


def test_the_deepest_file_allowed_is_read() -> None:
    inner = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    read(f"a: {inner}".encode(), "r")
    problems(f"a: [{inner}]")


def test_a_bomb_of_aliases_is_not_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert len(problems(bomb)) == 9 + 16


def test_the_number_of_listed_problems_is_limited() -> None:
    found = problems("a: 1\n" * 1000)
    assert len(found) == MAX_PROBLEMS + 1
    assert found[-1].what == f"only {MAX_PROBLEMS} problems are listed"
    assert len(problems("a: " + "\x0b" * 1000)) == MAX_PROBLEMS + 1


def test_a_file_that_is_too_large_is_refused_before_it_is_parsed() -> None:
    with mock.patch.object(yaml, "_Reader", side_effect=AssertionError):
        (problem,) = problems(b"a: b\n" * 4_000_000)
    assert problem.what == "the file is larger than the 2 MB limit"


def test_a_file_is_loaded_under_its_own_name_or_another(tmp_path: Path) -> None:
    path = tmp_path / "response.yaml"
    path.write_bytes(b"a: b\n")
    assert load(path).value == {"a": "b"}
    assert load(path).name == "response.yaml"
    assert load(path, "2019/response.yaml").where(("a",)) == "2019/response.yaml:1: a"


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "response.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with (
        mock.patch.object(Path, "open", side_effect=AssertionError),
        pytest.raises(DataError, match="2 MB limit"),
    ):
        load(path)


def test_a_path_that_is_not_a_file_is_refused_with_advice(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
    for path in (tmp_path, tmp_path / "missing.yaml", tmp_path / ("x" * 300), pipe):
        with pytest.raises(DataError) as raised:
            load(path)
        (problem,) = raised.value.problems
        assert problem.where == str(path)
        assert problem.next


def test_an_unreadable_file_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "response.yaml"
    path.write_bytes(b"a: b\n")
    denied = PermissionError(13, "Permission denied")
    with mock.patch.object(Path, "open", side_effect=denied), pytest.raises(DataError) as raised:
        load(path)
    assert raised.value.problems[0].what == "the file cannot be read (Permission denied)"


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t")).filter(
    lambda text: not CONTROL.search(text) and cleaned(text) == (text, ())
)
VALUES = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4)
)


def paths(value: object, path: ValuePath = ()) -> Iterator[ValuePath]:
    yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key, KEY)
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*path, index))


@settings(deadline=None)
@given(st.dictionaries(TEXT, VALUES, max_size=4))
def test_quoted_text_reads_back_the_same_with_a_mark_for_every_path(value: dict[str, object]) -> None:
    data = pyyaml.safe_dump(value, default_style='"', allow_unicode=True, encoding="utf-8", width=10**9)
    source = read(data, "r")
    assert source.value == value
    assert set(source.marks) == set(paths(value))
    text = decode(data, "r")
    for mark in source.marks.values():
        if mark.style:
            scalar = text[mark.start : mark.end]
            assert scalar[0] == scalar[-1] == mark.style == '"'


@settings(deadline=None)
@given(st.text("ab:-?[]{},'\"|>&*!%#@`<~\\\t\n \x0b\u2028\u2029\ufeffé😀0") | st.text())
def test_any_text_is_read_or_refused_with_its_place(text: str) -> None:
    try:
        source = read(text.encode("utf-8", "replace"), "r.yaml")
    except DataError as error:
        assert all(p.where.startswith("r.yaml:") and p.what and p.next for p in error.problems)
        assert all("\n" not in p.where + p.what for p in error.problems)
    else:
        assert isinstance(source.value, dict)


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read(data, "r.yaml")
    except DataError as error:
        assert error.problems
