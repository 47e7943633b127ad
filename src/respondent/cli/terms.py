"""`respondent terms`: imports terms into the office's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.translation.import_terms import TermImport
    from respondent.translation.merge_terms import TermConflict

_WORDING = "yours is kept. If both are right, put the other into `variants`, or give each a scope"
_RECORD = "yours is kept: a Welsh word has one record. Check which is right"


def terms(
    file: Annotated[Path, typer.Argument(help="A TBX file, or a table with the columns of terms.csv.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List what would be added without writing it.")
    ] = False,
) -> None:
    """Import terms into the terms.csv of the workspace of the current folder.

    New terms are added at its end, and no row is changed. Where your translation differs, both are listed and
    yours is kept. Terms of a TBX file are unverified until you change that.

    Example:  respondent terms moj.tbx --dry-run
    """
    from respondent.cli.errors import print_problems
    from respondent.errors import ExitCode
    from respondent.files import workspace
    from respondent.translation.import_terms import import_terms

    result = import_terms(file, workspace.find(Path.cwd()), is_trial=dry_run)
    print_problems(result.problems)
    for line in _lines(result, dry_run):
        print(line)
    if result.problems or result.merge.conflicts:
        raise typer.Exit(ExitCode.FINDINGS)


def _lines(result: TermImport, is_trial: bool) -> Iterator[str]:
    merge = result.merge
    for term in merge.added if is_trial else ():
        yield f"to add    {_cell(term.cells['en'])} = {_cell(term.cells['cy'])}"
    for conflict in merge.conflicts:
        yield from _conflict(conflict)
    counts = (
        (len(merge.added), "to add" if is_trial else "added", ""),
        (len(merge.unchanged), "unchanged", ""),
        (len(merge.conflicts), "conflict" if len(merge.conflicts) == 1 else "conflicts", ""),
        (result.skipped, "skipped", " (without Welsh or English)"),
    )
    yield ", ".join(f"{count} {word}{more if count else ''}" for count, word, more in counts)
    if is_trial:
        yield "nothing was written: a dry run"


def _conflict(conflict: TermConflict) -> Iterator[str]:
    """Yield both terms of a conflict with their places, and what to do."""
    from respondent.response.terms import AGREED

    is_wording = conflict.column == AGREED
    language, advice = ("en", _WORDING) if is_wording else ("cy", _RECORD)
    column = "" if is_wording else f", {conflict.column}"
    yield f"{'conflict':<10}{_cell(conflict.new.cells[language])}{column}"
    for label, term in (("yours", conflict.present), ("new", conflict.new)):
        mark = " (forbidden)" if is_wording and term.is_forbidden else ""
        yield f"{'':10}  {f'{label}:':<7}{_cell(term.cells[conflict.column])}{mark}  {term.where}"
    yield f"{'':10}  {advice}"


def _cell(text: str) -> str:
    """Return a text without control characters, which could change what a terminal shows."""
    return text if text.isprintable() else ascii(text)
