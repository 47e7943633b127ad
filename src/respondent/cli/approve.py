"""`respondent approve`: a reader's or a signatory's word on texts as they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.many import LANGUAGES, Paths

if TYPE_CHECKING:
    from respondent.approval import Approved

STATES = ("reviewed", "final")


def approve(
    paths: Paths = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Whose word it is.")] = "",
    field: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="ID", help="One text, or the beginning of its id; again for more."),
    ] = None,
    language: Annotated[
        str, typer.Option("--language", metavar="LIST", help="cy, en, or both with a comma between.")
    ] = ",".join(LANGUAGES),
    state: Annotated[
        str, typer.Option("--state", metavar="STATE", help="reviewed, or final: of an original, signed off.")
    ] = "reviewed",
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="A remark to keep with it.")] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be approved; write nothing.")
    ] = False,
) -> None:
    """Approve texts as they stand now.

    The ledger keeps the words themselves: when they change, the approval lapses; when they change back, it
    holds again. A Welsh reader approves translations; the Commissioner or a lawyer signs originals off
    with --state final.

    Example:  respondent approve --by "Nia Rhys" --language cy

    Example:  respondent approve responses/2026-custody --by "J. Cuthbert" --language en --state final
    """
    from datetime import UTC, datetime

    from respondent import approval
    from respondent.cli.many import leave, named, through
    from respondent.cli.options import chosen
    from respondent.language import Language
    from respondent.ledger.row import State

    wanted = approval.Approval(
        by=named(by),
        at=datetime.now(UTC),
        state=State[chosen("--state", state, STATES)[0].upper()],
        languages=[Language(one) for one in chosen("--language", language, list(LANGUAGES))],
        patterns=field or (),
        note=note,
    )
    outcomes, unusable = through(paths, lambda file: approval.approve(file, wanted, is_trial=dry_run))
    for outcome in outcomes:
        if outcome.value is not None:
            _print(outcome.file, outcome.value, wanted.state.word, dry_run)
    leave(outcomes, unusable)


def _print(file: Path, result: Approved, word: str, is_trial: bool) -> None:
    from respondent.cli.report import shown
    from respondent.ledger.row import State

    print(shown(file.parent))
    for standing in result.approved:
        was = f"  (was {standing.state.word})" if standing.state > State.UNAPPROVED else ""
        was = "  (the source had changed)" if standing.state is State.STALE else was
        print(f"  {word:<9} {standing.language}  {standing.field.id}{was}")
    for standing in result.missing:
        print(f"  missing   {standing.language}  {standing.field.id}")
    if result.already:
        print(f"  {len(result.already)} approved already")
    if not (result.approved or result.missing or result.already):
        print("  nothing to approve")
    if is_trial:
        print("  nothing was written: a dry run")
