from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.errors import InputError, OutputError
from respondent.files.lines import append, read


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.jsonl"


def test_lines_are_read_in_order_with_their_numbers(path: Path) -> None:
    append(path, ["un", "dau ŵ"])
    append(path, [])
    append(path, ["tri\u2028pedwar\x85\x0b"])
    assert path.read_bytes() == "un\ndau ŵ\ntri\u2028pedwar\x85\x0b\n".encode()
    assert read(path) == [(1, b"un"), (2, "dau ŵ".encode()), (3, "tri\u2028pedwar\x85\x0b".encode())]


def test_a_missing_file_has_no_lines_and_no_lines_create_no_file(path: Path) -> None:
    append(path, [])
    assert not path.exists()
    assert read(path) == []


@pytest.mark.parametrize("line", ["un\ndau", "\n", "un\r", "un\r\n", "\ud800"])
def test_a_line_has_no_line_end_in_it(path: Path, line: str) -> None:
    with pytest.raises(ValueError):
        append(path, ["well", line])
    assert not path.exists()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", []),
        (b"\xef\xbb\xbf", []),
        (b"\xef\xbb\xbfun\r\ndau\r\n", [(1, b"un"), (2, b"dau")]),
        (b"un\n\n \r\ndau", [(1, b"un"), (4, b"dau")]),
        (b"un\n\xc5", [(1, b"un"), (2, b"\xc5")]),
    ],
)
def test_line_ends_and_marks_of_other_programs_are_read(
    path: Path, data: bytes, expected: list[tuple[int, bytes]]
) -> None:
    path.write_bytes(data)
    assert read(path) == expected
    append(path, ["newydd"])
    assert [line for _, line in read(path)] == [*[line for _, line in expected], b"newydd"]


@given(
    st.binary(max_size=40).map(lambda data: data.replace(b"\r", b"")),
    st.lists(st.text("aŵ{} \u2028", min_size=1)),
)
def test_existing_lines_are_kept_and_a_cut_line_is_ended(
    tmp_path_factory: pytest.TempPathFactory, before: bytes, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("lines") / "ledger.jsonl"
    path.write_bytes(before)
    append(path, lines)
    after = path.read_bytes()
    added = "".join(line + "\n" for line in lines).encode()
    between = b"\n" if lines and before and not before.endswith(b"\n") else b""
    assert after == before + between + added


def test_a_power_cut_at_any_byte_costs_the_last_line_at_most(path: Path) -> None:
    lines = ["un", "dau ŵ", "tri"]
    append(path, lines)
    whole = path.read_bytes()
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        append(path, ["newydd"])
        *found, last = [line for _, line in read(path)]
        complete = [line.encode() for line in lines][: whole[:cut].count(b"\n")]
        assert found[: len(complete)] == complete
        assert len(found) <= len(complete) + 1
        assert last == b"newydd"


def test_a_full_disk_does_not_change_the_file(path: Path) -> None:
    path.write_bytes(b"un\ncut of")
    real = os.write
    written: list[int] = []

    def short(descriptor: int, data: bytes) -> int:
        if written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(real(descriptor, data[:5]))
        return written[0]

    with mock.patch.object(os, "write", short), pytest.raises(OutputError) as raised:
        append(path, ["dau", "tri"])
    (problem,) = raised.value.problems
    assert (problem.where, problem.what) == (str(path), "the disk is full")
    assert written == [5]
    assert path.read_bytes() == b"un\ncut of"


def test_a_write_in_pieces_is_whole(path: Path) -> None:
    real = os.write
    with mock.patch.object(os, "write", lambda descriptor, data: real(descriptor, data[:2])):
        append(path, ["un", "dau"])
    assert path.read_bytes() == b"un\ndau\n"


@pytest.mark.parametrize("failure", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
def test_a_line_that_is_not_synced_is_removed(path: Path, failure: BaseException) -> None:
    append(path, ["un"])
    with (
        mock.patch.object(os, "fsync", side_effect=failure),
        pytest.raises(OutputError if isinstance(failure, OSError) else KeyboardInterrupt),
    ):
        append(path, ["dau"])
    assert path.read_bytes() == b"un\n"


def test_a_line_is_on_the_disk_and_a_new_file_in_its_folder(path: Path) -> None:
    synced: list[bool] = []
    with mock.patch.object(os, "fsync", lambda number: synced.append(stat.S_ISDIR(os.fstat(number).st_mode))):
        append(path, ["un"])
        append(path, ["dau"])
    assert synced == ([False, False] if os.name == "nt" else [False, True, False])


def test_an_unwritable_folder_is_reported(path: Path, tmp_path: Path) -> None:
    denied = PermissionError(errno.EACCES, "Permission denied")
    with mock.patch.object(os, "open", side_effect=denied), pytest.raises(OutputError) as raised:
        append(path, ["un"])
    (problem,) = raised.value.problems
    assert (problem.where, problem.what) == (str(tmp_path), "the folder cannot be written to")
    assert problem.next == "check that you have permission to write there, then try again"
    for wrong in (tmp_path, tmp_path / "no" / "ledger.jsonl"):
        with pytest.raises(OutputError, match="cannot be written"):
            append(wrong, ["un"])


def test_a_folder_or_a_large_file_is_refused(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"12345")
    assert read(path, max_bytes=5) == [(1, b"12345")]
    for wrong, limit, what in (
        (path, 4, "4 byte limit"),
        (tmp_path, 4, "not a file"),
        (path / "x", 4, "cannot be read"),
    ):
        with pytest.raises(InputError, match=what) as raised:
            read(wrong, max_bytes=limit)
        assert raised.value.problems[0].next
