"""`respondent release`: makes the final pair of letters and seals it with everything it was made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.batch.each import Outcome
    from respondent.release.make import ReleaseResult

RUNS = Annotated[list[Path], typer.Argument(help="Responses, or folders of them.", show_default=False)]


def release(
    paths: RUNS,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who releases it.")] = "",
    late_because: Annotated[
        str,
        typer.Option(
            "--late-because", metavar="TEXT", help="Why it is released after the last lawful day. Recorded."
        ),
    ] = "",
) -> None:
    """Release the pair of letters, in both languages and every format, under the next number.

    All checks run first. If there is an error, the release is refused and nothing is written. The folders
    released/1, 2, 3 … are never overwritten. Each contains sealed copies of everything that the letters were
    made from, so that `respondent verify` can prove them.

    Example:  respondent release responses/2026-custody --by "J. Cuthbert"
    """
    from datetime import UTC, datetime

    from respondent.checks.known import CHECKS
    from respondent.cli.errors import print_problems
    from respondent.cli.many import exit_if_failed, required_name, responses_at, run_each
    from respondent.release import make

    now = datetime.now(UTC)
    reason = " ".join(late_because.split())
    options = make.ReleaseOptions(
        by=required_name(by), at=now, today=now.astimezone().date(), late_because=reason
    )
    files, problems = responses_at(paths)
    print_problems(problems)
    outcomes = run_each(files, lambda file: make.release(file, options, CHECKS), _print)
    exit_if_failed(outcomes, len(problems))
    if code := _exit_code(outcomes):
        raise typer.Exit(code)


def _print(file: Path, result: ReleaseResult) -> None:
    from respondent.cli.errors import print_problems
    from respondent.cli.report import print_report

    print_report(file.parent, _lines(result))
    print_problems((*result.refused, *result.problems))


def _lines(result: ReleaseResult) -> Iterator[str]:
    from respondent.cli.report import path_text
    from respondent.release.proof import short

    for finding in result.findings:
        if finding.reason and not result.refused:
            yield f"let pass  {finding.fact.what} ({finding.check} {finding.name})"
            yield f"          because: {finding.reason}"
    if result.folder is None:
        count = len(result.refused)
        yield f"refused   {count} {'thing keeps' if count == 1 else 'things keep'} it from going out:"
        return
    yield f"released  {path_text(result.folder)}"
    yield from (f"          {name}" for name in result.files)
    yield f"digest    {short(result.digest)}  (keep it elsewhere: in the minutes, in the email)"
    if counted := _counted(result):
        yield f"noted     {counted} in its manifest"
    yield from (f"note      {note}" for note in result.notes)


def _counted(result: ReleaseResult) -> str:
    """Return how many findings of each severity are not silenced: ``2 warnings, 1 note``."""
    counts = Counter(finding.severity.value for finding in result.findings if not finding.reason)
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for word, count in counts.items())


def _exit_code(outcomes: Sequence[Outcome[ReleaseResult]]) -> int:
    from respondent.errors import ExitCode

    results = [outcome.value for outcome in outcomes if outcome.value is not None]
    if any(result.refused for result in results):
        return ExitCode.FINDINGS
    return ExitCode.INPUT if any(result.problems for result in results) else ExitCode.DONE
