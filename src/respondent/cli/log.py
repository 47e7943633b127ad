"""`respondent log`: shows the ledger in a form for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.ledger.row import LedgerRow


WIDTH = 90
"""How many characters of a value are shown: a digest and a path fit on one line."""


def log(
    path: Annotated[Path, typer.Argument(help="A response, or a workspace for the office's ledger.")],
    field: Annotated[str, typer.Option("--field", metavar="ID", help="Only rows about this text.")] = "",
    texts: Annotated[bool, typer.Option("--texts", help="Show the texts in full.")] = False,
) -> None:
    """Show the ledger of a response: what was recorded about which text, when and by whom.

    Example:  respondent log responses/2026-custody
    """
    from respondent.cli.errors import print_problems
    from respondent.ledger import ledger

    folder = _folder(path)
    content = ledger.read(folder, str(folder / ledger.FILE))
    rows = [row for row in content.rows if field in ("", row.field)]
    for row in rows:
        print("\n".join(_lines(row, texts)))
    if not rows:
        print(_nothing(field, content.rows))
    print_problems(content.problems)


def _folder(path: Path) -> Path:
    """Return the folder of the ledger; raise `UsageError` if the path has none."""
    from respondent.errors import Problem, UsageError
    from respondent.files.workspace import OFFICE, RESPONSE
    from respondent.ledger.ledger import FILE

    names = (RESPONSE, OFFICE, FILE)
    if path.name in names and path.is_file():
        return path.parent
    if not any((path / name).is_file() for name in names):
        advice = "give the folder of a response, or the workspace for confirmed values of the office"
        raise UsageError(Problem(str(path), "this is neither a response nor a workspace", advice))
    return path


def _nothing(field: str, rows: Sequence[LedgerRow]) -> str:
    """Return the message for an empty result; after --field it names texts that have rows."""
    from respondent.response.problems import nearest

    if not (field and rows):
        return "the ledger has no rows yet"
    fields = sorted({row.field for row in rows if row.field})
    advice = f"{nearest(field, fields)}there are rows about {', '.join(fields) or 'no text'}"
    return f"no row is about {field}\n  {advice}"


def _lines(row: LedgerRow, is_full: bool) -> Iterator[str]:
    from respondent.cli.output import one_line
    from respondent.ledger.row import KINDS

    unknown = "" if row.kind in KINDS else "  (of a later version)"
    language = row.target_language if row.target else row.source_language
    head = f"{row.at:%Y-%m-%d %H:%M}  {row.kind:<11} {language or '  '}  {row.field}".rstrip()
    origin = f"  from {row.origin}" if row.origin else ""
    yield one_line(f"{head}  by {row.by}{origin}{unknown}")
    yield from (f"{'':18}{key}: {_short(value)}" for key, value in row.more.items() if value)
    if row.note:
        yield one_line(f"{'':18}note: {row.note}")
    if is_full:
        for text in filter(None, (row.source, row.target)):
            yield from (f"{'':18}| {line}" for line in text.splitlines())


def _short(value: str) -> str:
    """Return a value of a row on one line, shortened."""
    line = " ".join(value.split())
    return line if len(line) <= WIDTH else f"{line[:WIDTH]}…"
