"""Which program makes the letters: its own version and code, Python, the libraries."""

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
"""The libraries that have a hand in what a release holds."""

_NO_CODE = ("templates", "__pycache__")
"""Folders of the package that hold no code of it: templates are sealed with each release."""


@cache
def program() -> Mapping[str, str]:
    """Return what makes the letters by name: the same values make the same bytes of the same inputs."""
    found = {
        "respondent": respondent.__version__,
        "code": _digest_of_code(),
        "python": platform.python_version(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        **{name: _version(name) for name in LIBRARIES},
    }
    return MappingProxyType(found)


def differences(made: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return what differs between two programs, as people read it.

    >>> differences({"python": "3.11.2", "code": "a1"}, {"python": "3.12.0", "code": "b2"})
    ['python 3.11.2, now 3.12.0', 'other code of respondent']
    """
    changed = [name for name in {**now, **made} if made.get(name) != now.get(name)]
    return [_difference(name, made.get(name, "none"), now.get(name, "none")) for name in changed]


def _difference(name: str, made: str, now: str) -> str:
    return "other code of respondent" if name == "code" else f"{name} {made}, now {now}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # copied together without its metadata
        return ""


def _digest_of_code() -> str:
    """Return one digest of all code and data of the package: a version alone does not name a checkout."""
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
