"""Read zip packages (DOCX) within size limits, and write them reproducibly."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from respondent.files.text import over_limit

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MAX_MEMBERS = 2_000
"""The limit of members in a package. A Word document has 10 to 30."""

# APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20  # 2.0 is the first version with deflate; a high byte of 0 means MS-DOS, without permissions
_DEFLATE = 8
_UTF8 = 0x800
_SMALL, _SMALL_WINDOW = 32_768, 13
_LEVEL = 3  # makes a letter 3 % larger than level 6, in half the time
_DAY = 1 << 5 | 1  # 1 January 1980, the earliest date in a zip


class BadZip(Exception):  # noqa: N818 - named as zipfile names its own
    """The bytes are not a zip package, or one that we refuse to open."""

    def __init__(self, what: str) -> None:
        """Store the problem, one line without a full stop."""
        self.what = what
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Member:
    """A compressed file of a package, which can be written any number of times."""

    name: str
    """Its path in the package, with ``/``."""

    crc: int
    """CRC-32 of the bytes before compression."""

    size: int
    """The number of bytes before compression."""

    data: bytes
    """The compressed bytes: raw deflate."""


def compress(name: str, data: bytes) -> Member:
    """Return the member `name` that holds `data`."""
    # A window of 8 kB halves the time for a small part, most of which is memory allocation.
    window = _SMALL_WINDOW if len(data) <= _SMALL else zlib.MAX_WBITS
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, -window)
    return Member(name, zlib.crc32(data), len(data), compressor.compress(data) + compressor.flush())


def write(members: Iterable[Member]) -> bytes:
    """Return a package of `members` in their order. Their names must differ."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        name = member.name.encode()
        flags = 0 if member.name.isascii() else _UTF8
        sizes = (member.crc, len(member.data), member.size, len(name), 0)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, flags, _DEFLATE, 0, _DAY, *sizes)
        central = _CENTRAL.pack(
            b"PK\1\2", _VERSION, _VERSION, flags, _DEFLATE, 0, _DAY, *sizes, 0, 0, 0, 0, offset
        )
        parts += (local, name, member.data)
        directory += (central, name)
        offset += len(local) + len(name) + len(member.data)
    count, size = len(directory) // 2, sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, offset, 0)
    return b"".join((*parts, *directory, end))


# 50 MB is ten times the largest letter, whose logo and signature have limits of their own.
def read(data: bytes, *, limit: int = 50_000_000) -> dict[str, bytes]:
    """Return the files of a package by name; raise `BadZip` if they have more than `limit` bytes together."""
    import zipfile

    if len(data) > limit:
        raise BadZip(f"it is {over_limit(limit)}")
    # Counted by signature, before zipfile creates an object for each member.
    if data.count(b"PK\1\2") > MAX_MEMBERS:
        raise BadZip(f"it contains more than {MAX_MEMBERS:,} files")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _read(package, limit)
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OSError) as error:
        raise BadZip(f"it is not a zip package, or it is damaged ({error})") from error
    except (NotImplementedError, RuntimeError, OverflowError) as error:
        raise BadZip(f"it is a zip package of an unsupported kind ({error})") from error


def _read(package: ZipFile, limit: int) -> dict[str, bytes]:
    members = [info for info in package.infolist() if not info.filename.endswith("/")]
    names: set[str] = set()
    for info in members:
        _check(info, names)
        names.add(info.filename.lower())
    if sum(info.file_size for info in members) > limit:
        raise BadZip(f"its unpacked content is {over_limit(limit)}")
    return {info.filename: _contents(package, info) for info in members}


def _contents(package: ZipFile, info: ZipInfo) -> bytes:
    # A member may unpack to more than the directory says (a zip bomb). Given a number of bytes, zipfile
    # unpacks no more than that and still checks the CRC. Without one, it would unpack everything.
    with package.open(info) as file:
        return file.read(info.file_size + 1)


def _check(info: ZipInfo, names: set[str]) -> None:
    """Refuse a member that is encrypted, in another compression, unsafely named, or duplicated."""
    name = info.filename
    if info.flag_bits & 1:
        raise BadZip(f"its file “{name}” is protected by a password")
    if info.compress_type not in {0, _DEFLATE}:
        raise BadZip(f"its file “{name}” is compressed in a way that Word does not use")
    if not name or name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        raise BadZip(f"the path of its file “{name}” leads outside the package")
    if name.lower() in names:
        raise BadZip(f"it contains two files “{name}”")
