"""Tables as spreadsheets save them."""

from __future__ import annotations

import codecs
import csv
import os
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.errors import DataError
from respondent.files.table import MAX_BYTES, appended, armed, load, read
from respondent.files.text import cleaned

TEXT = "en,cy\r\nplan,cynllun\r\nhouse,tŷ\r\n"
CELLS = [("en", "cy"), ("plan", "cynllun"), ("house", "tŷ")]


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read(data, "terms.csv")]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        ("sep=;\r\n" + TEXT.replace(",", ";")).encode(),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        TEXT.replace("\r\n", "\r\n,,,\r\n \r\n").encode(),
        TEXT.replace("plan,", '"plan" ,').replace('"plan" ', '"plan "').encode(),
    ],
    ids=["utf-8", "mark", "semicolons", "tabs", "sep", "lf", "cr", "empty-rows", "quoted"],
)
def test_one_table_is_read_in_every_way_to_save_it(data: bytes) -> None:
    found = [tuple(cell for cell in row if cell) for row in cells(data)]

    assert found == CELLS


def test_plain_csv_of_excel_on_windows_is_read() -> None:
    assert cells("en;cy\r\nco-operate – “we”;cydweithredu â\r\n".encode("cp1252"))[1] == (
        "co-operate – “we”",
        "cydweithredu â",
    )


def test_a_row_has_the_line_on_which_it_begins() -> None:
    rows = read(b'sep=,\nen,cy\n\n"two\nlines",dwy\nforce,llu\n', "terms.csv")

    assert [(row.line, row.cells) for row in rows] == [
        (2, ("en", "cy")),
        (4, ("two lines", "dwy")),
        (6, ("force", "llu")),
    ]


def test_an_empty_table_has_no_rows() -> None:
    assert read(b"", "terms.csv") == read(b"\r\n;;\r\n", "terms.csv") == ()


@pytest.mark.parametrize(
    ("data", "where", "what"),
    [
        (b"en,cy\nhouse,t\x9d\n", "terms.csv:2", "neither as UTF-8 nor in the Windows encoding"),
        ("en,cy\nwith,gyda â\n".encode("cp850"), "terms.csv:2", "neither as UTF-8"),
        ("en,cy\nnoise,sŵn tân\n".replace("ŵ", "w").encode("mac-roman"), "terms.csv:2", "neither as UTF-8"),
        (TEXT.encode("utf-16"), "terms.csv", "saved as UTF-16"),
        (b"en,cy\nforce,l\x00lu\n", "terms.csv:2", "a NUL character"),
        (b'en,cy\nforce,llu\nplan,"cynllun\nmore,mwy\n', "terms.csv:3", "quotation mark"),
        (b'en,cy\nplan,"cynllun" da\n', "terms.csv:2", "quotation mark"),
        (b"x" * (MAX_BYTES + 1), "terms.csv", "larger than the 5 MB limit"),
    ],
)
def test_invalid_tables_are_reported_with_their_place(data: bytes, where: str, what: str) -> None:
    with pytest.raises(DataError) as raised:
        read(data, "terms.csv")

    (problem,) = raised.value.problems
    assert problem.where == where
    assert what in problem.what
    assert problem.next


def test_a_table_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    with file.open("wb") as opened:
        opened.truncate(MAX_BYTES + 1)

    with pytest.raises(DataError, match="5 MB limit"):
        load(file)


def test_a_folder_is_refused_as_a_table(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"terms\.csv: this is not a file"):
        load(tmp_path, "terms.csv")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="a file that nobody may read")
def test_an_unreadable_table_is_refused_with_advice(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("en,cy")
    file.chmod(0)

    with pytest.raises(DataError, match="close it in Excel"):
        load(file)


WORD = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


@given(st.lists(st.tuples(WORD, WORD), min_size=1), st.sampled_from(",;\t"))
def test_what_was_written_is_read(rows: list[tuple[str, str]], separator: str) -> None:
    out = StringIO()
    csv.writer(out, delimiter=separator).writerows([("en", "cy"), *rows])

    clean = [tuple(cleaned(word)[0] for word in row) for row in rows]  # without ligatures, which nobody types
    assert cells(out.getvalue().encode()) == [("en", "cy"), *clean]


@given(st.binary())
def test_any_bytes_are_rows_or_a_problem(data: bytes) -> None:
    try:
        rows = read(data, "terms.csv")
    except DataError as error:
        assert all(problem.where.startswith("terms.csv") and problem.next for problem in error.problems)
    else:
        assert all(any(row.cells) for row in rows)


@pytest.mark.parametrize(
    ("before", "added"),
    [
        (b"en,cy\r\nforce,llu\r\n", 'tŷ,"a;b,c",\'=1\r\n'.encode()),
        (b"en;cy\nforce;llu", '\ntŷ;"a;b,c";\'=1\n'.encode()),
        (b"en\tcy\r", "tŷ\ta;b,c\t'=1\r".encode()),
        (b"sep=;\r\nen;cy", '\r\ntŷ;"a;b,c";\'=1\r\n'.encode()),
        (codecs.BOM_UTF8 + b"en,cy\n", 'tŷ,"a;b,c",\'=1\n'.encode()),
        (codecs.BOM_UTF8, 'tŷ,"a;b,c",\'=1\n'.encode()),
        (b"", 'tŷ,"a;b,c",\'=1\n'.encode()),
    ],
)
def test_rows_are_added_with_the_separator_and_line_ends_of_the_table(before: bytes, added: bytes) -> None:
    assert appended(before, [("tŷ", "a;b,c", "=1")], "terms.csv") == before + added


def test_a_table_of_windows_keeps_its_encoding_and_what_it_cannot_hold_is_said() -> None:
    before = "en;cy\r\ntower;tâl\r\n".encode("cp1252")

    assert appended(before, [("a", "ê")], "terms.csv") == before + "a;ê\r\n".encode("cp1252")
    with pytest.raises(DataError, match="plain CSV, which cannot contain ŵ, ŷ") as raised:
        appended(before, [("a", "ŵ"), ("ŷ", "ŵ")], "terms.csv")
    assert "CSV UTF-8" in raised.value.problems[0].next
    with pytest.raises(DataError, match="make its encoding ambiguous"):
        appended(before, [("brand", "brand™")], "terms.csv")


def test_no_table_grows_beyond_the_size_limit() -> None:
    with pytest.raises(DataError, match="larger than the 5 MB limit"):
        appended(b"en,cy\n" + (b"a" * 9_998 + b",b\n") * 499, [("force", "llu" * 5_000)], "terms.csv")


cell = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=12).map(
    lambda text: " ".join(cleaned(text)[0].split())
)


@given(
    st.lists(st.lists(cell, min_size=1, max_size=4).filter(any), max_size=4),
    st.lists(st.lists(cell, min_size=1, max_size=4).filter(any), max_size=4),
    st.sampled_from((",", ";", "\t")),
    st.sampled_from(("\n", "\r\n", "\r")),
    st.sampled_from((b"", codecs.BOM_UTF8)),
)
def test_adding_rows_changes_no_byte_and_the_rows_are_read(
    before: list[list[str]], new: list[list[str]], separator: str, end: str, mark: bytes
) -> None:
    out = StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end).writerows([["en", "cy"], *before])
    data = mark + out.getvalue().encode()

    after = appended(data, new, "terms.csv")

    assert after.startswith(data)
    found = [row.cells for row in read(after, "terms.csv")]
    assert found[: len(before) + 1] == [row.cells for row in read(data, "terms.csv")]
    assert [[armed(one) for one in row] for row in found[len(before) + 1 :]] == new
