"""Prints paths, reports and tables to the console."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from respondent.cli.output import one_line


def print_created(paths: Iterable[Path]) -> None:
    """Print the path of each new file and folder."""
    for path in paths:
        print(f"made      {path_text(path)}{os.sep if path.is_dir() else ''}")


def print_report(path: Path, lines: Iterable[str]) -> None:
    """Print the path of a file or folder with lines about it below."""
    print(path_text(path))
    for line in lines:
        print(f"  {line}")


def display_path(path: Path) -> Path:
    """Return a path relative to the current folder if it is below that."""
    current = Path.cwd()
    return path.relative_to(current) if path.is_relative_to(current) else path


def path_text(path: Path) -> str:
    """Return a path as `display_path` does, for a line: a name may have a line end in it."""
    return one_line(display_path(path))


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows of equal length in columns, after an empty line."""
    print()
    for line in columns(rows):
        print(line)


def columns(
    rows: Sequence[Sequence[str]], mark: Callable[[int, int, str], str] | None = None
) -> Iterator[str]:
    """Yield rows of equal length as lines with aligned columns.

    Args:
        rows: The rows, including the column heads.
        mark: Returns the printed form of a cell from its row, column and text. It must keep the width.
    """
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        marked = [mark(number, column, cell) for column, cell in enumerate(cells)] if mark else cells
        yield "  ".join(marked).rstrip()


def coloured(text: str, colour: str) -> str:
    """Return a text in a colour on a terminal. It must be understandable without the colour."""
    import typer

    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return text
    return typer.style(text, fg=colour, bold=True)
