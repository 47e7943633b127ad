"""What a command prints of its work: the files that it made, a table of many."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path


def made(paths: Iterable[Path]) -> None:
    """Print what was made, folders with a bar behind them."""
    for path in paths:
        print(f"made      {shown(path)}{os.sep if path.is_dir() else ''}")


def told(path: Path, lines: Iterable[str]) -> None:
    """Print what became of a file or folder, below its name."""
    print(shown(path))
    for line in lines:
        print(f"  {line}")


def shown(path: Path) -> Path:
    """Return a path as a person standing here would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows of equal length in columns, after an empty line."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    print()
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
