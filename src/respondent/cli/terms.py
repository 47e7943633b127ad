"""`respondent terms`: the terms of others into the office's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.translation.import_terms import TermImport
    from respondent.translation.merge_terms import TermConflict

_WORDING = "here stays; put the other into its `variants` if both are right, or give each a scope"
_RECORD = "here stays, and what came is left out: a Welsh word has one record; look which is right"


def terms(
    file: Annotated[Path, typer.Argument(help="TBX, or a table with the columns of terms.csv.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List what would be added; write nothing.")
    ] = False,
) -> None:
    """Add the terms of a file to the terms.csv of the workspace around you.

    Only terms that are not there are added, at its end; no row is ever changed. Where yours has another Welsh
    for a term, both are shown, and yours stays. Terms of a TBX file are unverified until you write otherwise.

    Example:  respondent terms moj.tbx --dry-run
    """
    from respondent.cli.faults import tell
    from respondent.errors import ExitCode
    from respondent.files import workspace
    from respondent.translation.import_terms import take

    taken = take(file, workspace.find(Path.cwd()), is_trial=dry_run)
    tell(taken.problems)
    for line in _lines(taken, dry_run):
        print(line)
    if taken.problems or taken.merge.conflicts:
        raise typer.Exit(ExitCode.FINDINGS)


def _lines(taken: TermImport, is_trial: bool) -> Iterator[str]:
    merge = taken.merge
    for term in merge.added if is_trial else ():
        yield f"to add    {_shown(term.cells['en'])} = {_shown(term.cells['cy'])}"
    for conflict in merge.conflicts:
        yield from _differing(conflict)
    counts = (
        (len(merge.added), "to add" if is_trial else "added", ""),
        (len(merge.unchanged), "unchanged", ""),
        (len(merge.conflicts), "conflict" if len(merge.conflicts) == 1 else "conflicts", ""),
        (taken.skipped, "skipped", " (without Welsh or English)"),
    )
    yield ", ".join(f"{count} {word}{more if count else ''}" for count, word, more in counts)
    if is_trial:
        yield "nothing was written: a dry run"


def _differing(conflict: TermConflict) -> Iterator[str]:
    """Yield a conflict: both terms with their places, and what to do."""
    from respondent.response.terms import AGREED

    is_wording = conflict.column == AGREED
    of, then = ("en", _WORDING) if is_wording else ("cy", _RECORD)
    what = "" if is_wording else f", {conflict.column}"
    yield f"{'conflict':<10}{_shown(conflict.came.cells[of])}{what}"
    for label, term in (("here", conflict.here), ("came", conflict.came)):
        mark = " (not to be used)" if is_wording and term.is_forbidden else ""
        yield f"{'':10}  {label}:  {_shown(term.cells[conflict.column])}{mark}  {term.where}"
    yield f"{'':10}  {then}"


def _shown(text: str) -> str:
    """Return a text as a terminal can show it, whatever it does to terminals."""
    return text if text.isprintable() else ascii(text)
