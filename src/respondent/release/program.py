"""Identifies the program that makes the letters: its version and code, Python and the libraries."""

from __future__ import annotations

import platform
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import MappingProxyType
from typing import Final

import respondent

LIBRARIES: Final = ("babel", "jinja2", "lxml", "markdown-it-py", "pydantic", "python-docx", "pyyaml")
"""The libraries whose version can change the bytes of a release."""

_NO_CODE = ("templates", "__pycache__")
"""Folders left out of the digest of the code. Templates are sealed with each release instead."""


@cache
def program() -> Mapping[str, str]:
    """Return the parts of the program by name. With equal parts, equal inputs make equal bytes."""
    parts = {
        "respondent": respondent.__version__,
        "code": _digest_of_code(),
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{name: _version(name) for name in LIBRARIES},
    }
    return MappingProxyType(parts)


def differences(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the differences between two programs, in words.

    >>> differences({"python": "3.11.2", "code": "a1"}, {"python": "3.12.0", "code": "b2"})
    ['python 3.11.2, now 3.12.0', 'different code of respondent']
    """
    changed = [name for name in {**now, **before} if before.get(name) != now.get(name)]
    return [_difference(name, before.get(name, "none"), now.get(name, "none")) for name in changed]


def _difference(name: str, before: str, now: str) -> str:
    return "different code of respondent" if name == "code" else f"{name} {before}, now {now}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # installed without its metadata
        return ""


def _digest_of_code() -> str:
    """Return a digest of all code and data of the package. A checkout has no version of its own."""
    package = Path(respondent.__file__).parent
    digest = sha256()
    for name, path in sorted(_code(package)):
        digest.update(f"{name}\n{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _code(package: Path) -> Iterator[tuple[str, Path]]:
    for path in package.rglob("*"):
        name = path.relative_to(package)
        if path.is_file() and not set(_NO_CODE) & set(name.parts):
            yield name.as_posix(), path
