"""What a command prints of its work: the files that it made, a table of many."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    print()
    for line in columns(rows):
        print(line)


def columns(
    rows: Sequence[Sequence[str]], mark: Callable[[int, int, str], str] | None = None
) -> Iterator[str]:
    """Yield rows of equal length as lines, their cells below one another.

    Args:
        rows: The rows, that of the heads among them.
        mark: Returns how a cell is shown, of the numbers of its row and column and its words; as wide as it.
    """
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        shown = [mark(number, column, cell) for column, cell in enumerate(cells)] if mark else cells
        yield "  ".join(shown).rstrip()


def coloured(text: str, colour: str) -> str:
    """Return a text in a colour where a person looks; never what it says hangs on that."""
    import typer

    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    return typer.style(text, fg=colour, bold=True)
