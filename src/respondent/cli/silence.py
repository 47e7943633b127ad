"""`respondent silence`: accept a finding, with a reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.checks.finding import Finding


def silence(
    path: Annotated[Path, typer.Argument(help="The folder of the response, or its file.")],
    key: Annotated[str, typer.Argument(help="The key that respondent check prints after the finding.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who accepts it.")] = "",
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is accepted.")] = "",
    again: Annotated[bool, typer.Option("--again", help="Withdraw a silence.")] = False,
) -> None:
    """Accept a finding, with a reason.

    The ledger records the silence. It lapses when the words that the finding is about change. Errors that the
    law requires you to correct cannot be silenced.

    Example:  respondent silence responses/2026-custody 3f2a9c1b --by "A. Jones" --reason "its name"
    """
    from datetime import UTC, datetime

    from respondent.checks import silence as rows
    from respondent.cli.many import required_name, single_response
    from respondent.cli.report import path_text
    from respondent.ledger import ledger

    file = single_response(path)
    finding = rows.finding_with_key(_findings(file), key, path_text(file))
    _refuse_without_reason(reason, is_again=again)
    if again and not finding.reason:
        raise rows.not_silenced(finding, path_text(file))
    if not (again or finding.can_be_silenced):
        raise rows.refused(finding, path_text(file))
    now = datetime.now(UTC).astimezone()
    row = rows.silencing(
        finding, by=required_name(by), recorded_at=now, reason="" if again else reason.strip()
    )
    ledger.append(file.parent, [row])
    outcome = "reported again" if again else "silenced"
    print(f"{outcome}  {finding.check} {finding.name}, {finding.place}: {finding.fact.what}")


def _findings(file: Path) -> tuple[Finding, ...]:
    from datetime import date

    from respondent.batch.check import check
    from respondent.checks.known import CHECKS
    from respondent.errors import DataError

    (result,) = check([file], CHECKS, date.today())
    if result.problems:
        raise DataError(result.problems)
    return result.findings


def _refuse_without_reason(reason: str, *, is_again: bool) -> None:
    from respondent.errors import Problem, UsageError

    if not is_again and not reason.strip():
        advice = 'give the reason:  --reason "…", or use  --again  to withdraw a silence'
        raise UsageError(Problem("--reason", "no reason is given", advice))
