"""`respondent approve`: a reader or a signatory approves the current texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.many import LANGUAGES, Paths
from respondent.ledger.state import FOR_APPROVAL, State, listed

if TYPE_CHECKING:
    from respondent.ledger.approve import ApprovalResult
    from respondent.ledger.standing import Standing


def approve(
    paths: Paths = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who approves.")] = "",
    field: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="ID", help="A text, or the beginning of its id. Repeatable."),
    ] = None,
    language: Annotated[str, typer.Option("--language", metavar="LIST", help="cy, en or cy,en.")] = ",".join(
        LANGUAGES
    ),
    state: Annotated[
        str, typer.Option("--state", metavar="STATE", help=f"{listed(FOR_APPROVAL)}.")
    ] = FOR_APPROVAL[0].word,
    stale: Annotated[
        bool,
        typer.Option(
            "--stale", help="Also approve stale translations. Use --field to choose individual texts."
        ),
    ] = False,
    note: Annotated[
        str, typer.Option("--note", metavar="TEXT", help="A remark to record with the approval.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be approved. Writes nothing.")
    ] = False,
) -> None:
    """Approve the current texts.

    An approval is for the exact words. It lapses when they change, and applies again when they change back.
    A translation whose source has changed since it was approved is stale: it is listed, and approved only if
    you name it. A Welsh reader approves translations. The Commissioner or a lawyer signs off originals with
    --state final.

    Example:  respondent approve --by "Nia Rhys" --language cy

    Example:  respondent approve responses/2026-custody --by "J. Cuthbert" --language en --state final
    """
    from datetime import UTC, datetime

    from respondent.cli.faults import tell
    from respondent.cli.many import given, leave, named, through
    from respondent.cli.options import chosen, single
    from respondent.cli.report import told
    from respondent.language import Language
    from respondent.ledger import approve

    wanted = approve.Approval(
        by=named(by),
        at=datetime.now(UTC),
        state=State[single("--state", state, [state.word for state in FOR_APPROVAL]).upper()],
        languages=[Language(one) for one in chosen("--language", language, list(LANGUAGES))],
        patterns=field or (),
        takes_stale=stale,
        note=note,
    )
    files, problems = given(paths)
    approve.refuse_unknown(wanted.patterns, files)
    tell(problems)
    outcomes = through(
        files,
        lambda file: approve.approve(file, wanted, is_trial=dry_run),
        lambda file, result: told(file.parent, _lines(result, wanted.state.word, dry_run)),
    )
    leave(outcomes, len(problems))


def _lines(result: ApprovalResult, word: str, is_trial: bool) -> Iterator[str]:
    for standing in result.approved:
        was = f"  (was {standing.state.word})" if standing.state > State.UNAPPROVED else ""
        was = "  (the source had changed)" if standing.state is State.STALE else was
        yield f"{word:<9} {standing.language}  {standing.field.id}{was}"
    for standing in result.stale:
        yield from _stale(standing)
    for standing in result.missing:
        yield f"missing   {standing.language}  {standing.field.id}"
    if result.already:
        yield f"{len(result.already)} approved already"
    if not (result.approved or result.stale or result.missing or result.already):
        yield "nothing to approve"
    if result.stale:
        yield "look at what is stale; then name it with --field ID, or approve all of it with --stale"
    if is_trial:
        yield "nothing was written: a dry run"


def _stale(standing: Standing) -> Iterator[str]:
    """Yield why a stale text is not approved, with what has changed in its source."""
    from respondent.language import NAMES
    from respondent.ledger.difference import shown

    assert standing.row is not None
    field, row = standing.field, standing.row
    what = f"the {NAMES.in_(field.source)} has changed; last by {row.by} on {row.at:%Y-%m-%d}"
    yield f"stale     {standing.language}  {field.id}  not approved: {what}"
    yield f"              {field.source}: {shown(standing.old_source, field.in_(field.source) or '')}"
