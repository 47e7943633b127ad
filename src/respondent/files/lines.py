"""A file of lines that only grows (to be replaced by the durable one)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def append(path: Path, lines: Sequence[str]) -> None:
    """Append lines."""
    with path.open("ab") as file:
        file.write("".join(f"{line}\n" for line in lines).encode())


def read(path: Path, max_bytes: int = 50_000_000) -> list[tuple[int, bytes]]:
    """Return the lines of a file with their numbers; none where there is no file."""
    if not path.exists():
        return []
    return list(enumerate(path.read_bytes().splitlines(), start=1))
