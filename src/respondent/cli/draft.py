"""`respondent draft`: the pair of letters, as drafts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.batch.run import Result
    from respondent.record import Saved

FORMATS = ("docx", "html", "txt")
LANGUAGES = ("cy", "en")


def draft(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Files, folders or whole workspaces; none: the workspace around you.", show_default=False
        ),
    ] = None,
    format: Annotated[str, typer.Option("--format", help="Formats, parted by commas.")] = ",".join(FORMATS),
    language: Annotated[str, typer.Option("--language", help="Languages, parted by commas.")] = "cy,en",
    out: Annotated[
        Path | None,
        typer.Option("--out", help="A folder for all drafts.", show_default="drafts beside each response"),
    ] = None,
    today: Annotated[
        datetime | None,
        typer.Option("--today", help="The date for letters without one.", formats=["%Y-%m-%d"], show_default="today"),
    ] = None,
) -> None:
    """Make the draft letters, Welsh and English, and list what is missing.

    A draft that somebody changed is kept, and the new one goes beside it.

    Example:  respondent draft responses/2019-stalking-and-harassment --format docx
    """
    from respondent.batch.run import Wanted, drafts
    from respondent.cli.faults import tell
    from respondent.errors import ExitCode
    from respondent.files import workspace
    from respondent.language import Language

    wanted = Wanted(
        formats=_chosen("--format", format, FORMATS),
        languages=[Language(one) for one in _chosen("--language", language, LANGUAGES)],
        today=today.date() if today else date.today(),
        out=out,
    )
    files, problems = workspace.responses(paths or [workspace.find(Path.cwd()).root])
    tell(problems)
    results = []
    for result in drafts(files, wanted):
        results.append(result)
        _print(result)
    if len(results) > 1:
        _print_table(results)
    failed = len(problems) + sum(1 for result in results if result.problems)
    if failed:
        is_all = failed == len(results) + len(problems)
        raise typer.Exit(ExitCode.INPUT if is_all else ExitCode.SOME_FAILED)


def _chosen(option: str, text: str, known: Sequence[str]) -> list[str]:
    from respondent.errors import Problem, UsageError

    chosen = list(dict.fromkeys(filter(None, (piece.strip().lower() for piece in text.split(",")))))
    wrong = [piece for piece in chosen if piece not in known]
    if wrong or not chosen:
        what = f"{', '.join(wrong) or 'nothing'} cannot be made"
        raise UsageError(Problem(option, what, f"write one or more of {','.join(known)}, parted by commas"))
    return chosen


def _print(result: Result) -> None:
    from respondent.cli.faults import tell

    typer.echo(result.slug)
    for note in result.notes:
        typer.echo(f"  note      {note}")
    for saved in result.saved:
        typer.echo(f"  {_outcome(saved)}")
    for language, missing in result.gaps.items():
        for field in missing:
            typer.echo(f"  missing   {_LANGUAGES[language]}: {field}")
    if result.saved and not any((result.gaps.cy, result.gaps.en)):
        typer.echo("  nothing is missing")
    tell(result.problems)


_LANGUAGES = {"cy": "Welsh", "en": "English"}


def _outcome(saved: Saved) -> str:
    path = _shown(saved.path)
    if saved.kept is not None:
        return f"made      {path}\n            beside {saved.kept.name}, which is kept: {saved.reason}"
    return f"{saved.outcome:<9} {path}"


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _print_table(results: Iterable[Result]) -> None:
    rows = [("response", "files", "missing cy", "missing en", "")]
    rows += [
        (
            result.slug,
            str(len(result.saved)),
            str(len(result.gaps.cy)),
            str(len(result.gaps.en)),
            "could not be made" if result.problems else "",
        )
        for result in results
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    typer.echo()
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
