from __future__ import annotations

import io
import tracemalloc
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from respondent.files.zip import MAX_MEMBERS, BadZip, compress, read, write

PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": b"<w:p/>" * 500,
    "word/media/llun-ŵ.png": b"",
}


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


def refusal(data: bytes, *, limit: int = 50_000_000) -> str:
    with pytest.raises(BadZip) as raised:
        read(data, limit=limit)
    return raised.value.what


def test_a_package_is_one_that_zipfile_reads() -> None:
    data = write([compress(name, part) for name, part in PARTS.items()])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert package.namelist() == list(PARTS)
        assert {name: package.read(name) for name in PARTS} == PARTS
        for info in package.infolist():
            assert (info.date_time, info.create_system) == ((1980, 1, 1, 0, 0, 0), 0)
            assert (info.external_attr, info.extra, info.compress_type) == (0, b"", zipfile.ZIP_DEFLATED)
            assert bool(info.flag_bits & 0x800) == (not info.filename.isascii())


def test_members_made_once_and_made_again_give_the_same_bytes() -> None:
    once = [compress(name, part) for name, part in PARTS.items()]
    again = [compress(name, part) for name, part in PARTS.items()]
    assert write(once) == write(once) == write(again)


def test_an_empty_package_is_written_and_read() -> None:
    assert read(write([])) == {}


NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\\:\0"), min_size=1).filter(
    lambda name: not name.startswith("/") and not name.endswith("/") and ".." not in name
)


@settings(deadline=None)
@given(st.lists(st.tuples(NAMES, st.binary()), max_size=6, unique_by=lambda part: part[0].lower()))
def test_members_are_read_in_their_order(parts: list[tuple[str, bytes]]) -> None:
    data = write(compress(*part) for part in parts)
    assert list(read(data).items()) == parts
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None


def test_stored_and_deflated_packages_are_read_without_their_folders() -> None:
    with_folder = {"word/": b"", **PARTS}
    assert read(packed(with_folder, zipfile.ZIP_STORED)) == read(packed(with_folder)) == PARTS


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", packed(PARTS)[:-30], b"\xd0\xcf\x11\xe0" * 200])
def test_a_file_that_is_not_a_package_is_refused(data: bytes) -> None:
    assert "not a zip package" in refusal(data)


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_packing_that_word_does_not_use_is_refused(method: int) -> None:
    assert "compressed in a way" in refusal(packed({"a": b"x"}, method))


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../a", "word/../../a", "..", "word\\..\\a", "\\\\server\\a", "C:/a", "c:a"]
)
def test_a_name_that_leads_outside_is_refused(name: str) -> None:
    assert "outside the package" in refusal(write([compress(name, b"x")]))


@pytest.mark.parametrize("names", [("a.xml", "a.xml"), ("a.xml", "A.xml")])
def test_a_duplicate_name_is_refused(names: tuple[str, str]) -> None:
    assert "contains two files" in refusal(write(compress(name, b"x") for name in names))


def test_a_package_with_a_password_is_refused() -> None:
    data = bytearray(packed({"a.xml": b"x"}))
    data[data.index(b"PK\1\2") + 8] |= 1
    assert "password" in refusal(bytes(data))


def test_too_many_members_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    member = compress("a", b"")
    allowed = write(compress(f"{number}", b"") for number in range(MAX_MEMBERS))
    assert len(read(allowed)) == MAX_MEMBERS
    monkeypatch.setattr(zipfile, "ZipFile", None)
    assert "more than 2,000 files" in refusal(write([member] * (MAX_MEMBERS + 1)))


def test_files_that_are_too_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {"a": b"x" * 600, "b": b"x" * 400}
    assert read(packed(parts), limit=1000) == parts
    monkeypatch.setattr(zipfile.ZipFile, "read", None)
    assert "999 byte limit" in refusal(packed(parts), limit=999)


def test_a_package_larger_than_the_limit_is_refused() -> None:
    assert "100 byte limit" in refusal(b"x" * 101, limit=100)


@pytest.mark.parametrize("size", [10, 4_000_000_000])
def test_a_false_size_fills_no_memory(size: int) -> None:
    large = compress("a", b"\0" * 10_000_000)
    data = bytearray(write([large]))
    for offset in (22, data.index(b"PK\1\2") + 24):
        data[offset : offset + 4] = size.to_bytes(4, "little")
    tracemalloc.start()
    try:
        assert refusal(bytes(data), limit=20_000)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_damaged_member_is_refused() -> None:
    data = bytearray(write([compress("a", b"x" * 1000)]))
    data[33] ^= 0xFF
    assert refusal(bytes(data))


@settings(deadline=None)
@given(st.data())
def test_a_package_with_any_bytes_changed_is_read_or_refused(draw: st.DataObject) -> None:
    data = bytearray(packed(PARTS, draw.draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))))
    for _ in range(draw.draw(st.integers(1, 8))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    try:
        parts = read(bytes(data), limit=5000)
    except BadZip as error:
        assert error.what
    else:
        assert sum(map(len, parts.values())) <= 5000


def test_a_member_is_raw_deflate() -> None:
    member = compress("a", b"Gwent " * 100)
    assert zlib.decompress(member.data, -zlib.MAX_WBITS) == b"Gwent " * 100
    assert (member.size, member.crc) == (600, zlib.crc32(b"Gwent " * 100))
