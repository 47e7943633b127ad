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

    from respondent.cli.errors import print_problems
    from respondent.cli.many import exit_if_failed, required_name, responses_at, run_each
    from respondent.cli.options import chosen, single
    from respondent.cli.report import print_report
    from respondent.language import Language
    from respondent.ledger import approve

    approval = approve.Approval(
        by=required_name(by),
        at=datetime.now(UTC),
        state=State[single("--state", state, [state.word for state in FOR_APPROVAL]).upper()],
        languages=[Language(name) for name in chosen("--language", language, list(LANGUAGES))],
        patterns=field or (),
        takes_stale=stale,
        note=note,
    )
    files, problems = responses_at(paths)
    approve.refuse_unknown(approval.patterns, files)
    print_problems(problems)
    outcomes = run_each(
        files,
        lambda file: approve.approve(file, approval, is_trial=dry_run),
        lambda file, result: print_report(file.parent, _lines(result, approval.state.word, dry_run)),
    )
    exit_if_failed(outcomes, len(problems))


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
        yield "check the stale texts. Then approve them with --stale, or single ones with --field ID"
    if is_trial:
        yield "nothing was written: a dry run"


def _stale(standing: Standing) -> Iterator[str]:
    """Yield why a stale text is not approved, with what has changed in its source."""
    from respondent.language import NAMES
    from respondent.ledger.difference import difference_line

    assert standing.row is not None
    field, row = standing.field, standing.row
    reason = f"the {NAMES.in_(field.source)} has changed, last by {row.by} on {row.at:%Y-%m-%d}"
    difference = difference_line(standing.old_source, field.in_(field.source) or "")
    yield f"stale     {standing.language}  {field.id}  not approved: {reason}"
    yield f"              {field.source}: {difference}"
