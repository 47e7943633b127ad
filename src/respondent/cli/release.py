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
    from respondent.cli.faults import tell
    from respondent.cli.many import given, leave, named, through
    from respondent.release import make

    now = datetime.now(UTC)
    reason = " ".join(late_because.split())
    wanted = make.ReleaseOptions(by=named(by), at=now, today=now.astimezone().date(), late_because=reason)
    files, problems = given(paths)
    tell(problems)
    outcomes = through(files, lambda file: make.release(file, wanted, CHECKS), _print)
    leave(outcomes, len(problems))
    if code := _exit_code(outcomes):
        raise typer.Exit(code)


def _print(file: Path, result: ReleaseResult) -> None:
    from respondent.cli.faults import tell
    from respondent.cli.report import told

    told(file.parent, _lines(result))
    tell((*result.refused, *result.problems))


def _lines(result: ReleaseResult) -> Iterator[str]:
    from respondent.cli.report import shown

    for one in result.findings:
        if one.reason and not result.refused:
            yield f"let pass  {one.fact.what} ({one.check} {one.name})"
            yield f"          because: {one.reason}"
    if result.folder is None:
        count = len(result.refused)
        yield f"refused   {count} {'thing keeps' if count == 1 else 'things keep'} it from going out:"
        return
    yield f"released  {shown(result.folder)}"
    yield from (f"          {name}" for name in result.files)
    if counted := _counted(result):
        yield f"noted     {counted} in its manifest"
    yield from (f"note      {note}" for note in result.notes)


def _counted(result: ReleaseResult) -> str:
    """Return how many findings of each severity are not silenced: ``2 warnings, 1 note``."""
    counts = Counter(one.severity.value for one in result.findings if not one.reason)
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for word, count in counts.items())


def _exit_code(outcomes: Sequence[Outcome[ReleaseResult]]) -> int:
    from respondent.errors import ExitCode

    found = [outcome.value for outcome in outcomes if outcome.value is not None]
    if any(one.refused for one in found):
        return ExitCode.FINDINGS
    return ExitCode.INPUT if any(one.problems for one in found) else ExitCode.DONE
