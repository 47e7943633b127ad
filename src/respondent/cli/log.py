"""`respondent log`: the ledger as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.ledger.row import Row


WIDTH = 90
"""How much of a text is shown in a line."""


def log(
    path: Annotated[
        Path, typer.Argument(help="A response, or a workspace for what was confirmed of the office.")
    ],
    field: Annotated[str, typer.Option("--field", metavar="ID", help="Only of this text.")] = "",
    texts: Annotated[bool, typer.Option("--texts", help="The texts in full.")] = False,
) -> None:
    """Show what was said of the texts of a response: when, what, of which text, by whom.

    Example:  respondent log responses/2026-custody
    """
    from respondent.cli.faults import tell
    from respondent.errors import Problem, UsageError
    from respondent.ledger import ledger

    folder = path if path.is_dir() else path.parent
    if not folder.is_dir():
        raise UsageError(Problem(str(path), "there is no such folder", "give the folder of a response"))
    found = ledger.read(folder, str(folder / ledger.FILE))
    rows = [row for row in found.rows if not field or row.field == field]
    for row in rows:
        for line in _lines(row, texts):
            print(line)
    if not rows:
        print("nothing has been said yet")
    tell(found.problems)


def _lines(row: Row, is_full: bool) -> Iterator[str]:
    from respondent.ledger.row import KINDS

    unknown = "" if row.kind in KINDS else "  (of a later version)"
    language = row.target_language if row.target else row.source_language
    head = f"{row.at:%Y-%m-%d %H:%M}  {row.kind:<11} {language or '  '}  {row.field}".rstrip()
    origin = f"  from {row.origin}" if row.origin else ""
    yield f"{head}  by {row.by}{origin}{unknown}"
    yield from (f"{'':18}{key}: {_short(value)}" for key, value in row.more.items() if value)
    if row.note:
        yield f"{'':18}note: {row.note}"
    if is_full:
        for text in filter(None, (row.source, row.target)):
            yield from (f"{'':18}| {line}" for line in text.splitlines())


def _short(value: str) -> str:
    """Return what else a row says in one line that a person can read."""
    line = " ".join(value.split())
    return line if len(line) <= WIDTH else f"{line[:WIDTH]}…"
