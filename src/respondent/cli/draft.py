"""`respondent draft`: the pair of letters, as drafts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.many import LANGUAGES, Paths
from respondent.writers.formats import FORMATS

if TYPE_CHECKING:
    from respondent.batch.run import DraftOptions, DraftResult
    from respondent.errors import ExitCode, Problem
    from respondent.production.saved_drafts import Saved

_DESCRIPTIONS = ", ".join(f"{name} ({row.description})" for name, row in FORMATS.items())

DATE = "letter.date"
"""The gap of a letter that has no date yet: no missing text."""


def draft(
    paths: Paths = None,
    format: Annotated[
        str, typer.Option("--format", metavar="LIST", help=f"Formats, separated by commas: {_DESCRIPTIONS}.")
    ] = ",".join(FORMATS),
    language: Annotated[
        str, typer.Option("--language", metavar="LIST", help="Languages, separated by commas.")
    ] = ",".join(LANGUAGES),
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="FOLDER", help="One folder for all drafts.", show_default="drafts, beside each"
        ),
    ] = None,
    today: Annotated[
        str,
        typer.Option(
            "--today", metavar="DATE", help="The date of letters that have none.", show_default="today"
        ),
    ] = "",
) -> None:
    """Make the pair of letters, as drafts.

    Lists what is missing. A draft that somebody changed is kept, and the new one goes beside it.

    Example:  respondent draft responses/2026-custody --format docx
    """
    from respondent.cli.errors import print_problems
    from respondent.cli.many import responses_at

    options = _options(format, language, out, today)
    files, problems = responses_at(paths)
    print_problems(problems)
    results = list(_print_each(files, options))
    if len(results) > 1:
        _print_table(results)
    if code := _exit_code(len(problems), results):
        raise typer.Exit(code)


def _options(format: str, language: str, out: Path | None, today: str) -> DraftOptions:
    from datetime import date

    from respondent.batch.run import DraftOptions
    from respondent.cli.options import chosen, day
    from respondent.errors import Problem, UsageError
    from respondent.language import Language

    if out is not None and out.exists() and not out.is_dir():
        raise UsageError(Problem("--out", f"{out} is a file", "give the name of a folder"))
    return DraftOptions(
        formats=chosen("--format", format, list(FORMATS)),
        languages=[Language(name) for name in chosen("--language", language, list(LANGUAGES))],
        today=day("--today", today) if today else date.today(),
        out=out,
    )


def _print_each(files: Sequence[Path], options: DraftOptions) -> Iterator[DraftResult]:
    """Print and yield each result. A problem of several responses is printed once."""
    from respondent.batch.run import drafts
    from respondent.cli.errors import print_problems

    printed: set[tuple[Path | None, Problem]] = set()
    for result in drafts(files, options):
        fresh = [problem for problem in result.problems if (result.root, problem) not in printed]
        for line in _lines(result, is_told=not fresh):
            print(line)
        print_problems(fresh)
        printed.update((result.root, problem) for problem in fresh)
        yield result


def _lines(result: DraftResult, *, is_told: bool) -> Iterator[str]:
    from respondent.cli.report import path_text

    yield path_text(result.file.parent)
    for note in result.notes:
        yield f"  note      {note}"
    if result.problems:
        yield "  not made  for the reason above" if is_told else "  not made, because:"
        return
    for saved in result.saved:
        yield from _outcome(saved)
    if DATE in (*result.gaps.cy, *result.gaps.en):
        yield "  date      provisional: write one under `letter` before the letter is sent"
    yield from _missing(result)
    for problem in result.damage:
        yield f"  damaged   {problem.where}: {problem.what}"
        yield f"            {problem.next}"


def _outcome(saved: Saved) -> Iterator[str]:
    from respondent.cli.report import path_text

    if saved.kept is not None:
        yield f"  kept      {path_text(saved.kept)}: {saved.reason}"
    outcome = {"beside": "made"}.get(saved.outcome, saved.outcome)
    yield f"  {outcome:<9} {path_text(saved.path)}{' beside it' if saved.kept else ''}"


def _missing(result: DraftResult) -> Iterator[str]:
    lists = {language: _texts(gaps) for language, gaps in result.gaps.items()}
    for language, texts in lists.items():
        if texts:
            count = "1 text" if len(texts) == 1 else f"{len(texts)} texts"
            yield f"  missing   {count} in {LANGUAGES[language]}:"
            yield from (f"              {text}" for text in texts)
    if not any(lists.values()):
        yield "  nothing is missing"


def _texts(gaps: Sequence[str]) -> list[str]:
    return [gap for gap in gaps if gap != DATE]


def _print_table(results: Sequence[DraftResult]) -> None:
    from respondent.cli.report import print_table

    rows = [("response", "files", *(f"missing in {name}" for name in LANGUAGES.values()), "")]
    for result in results:
        missing = [str(len(_texts(gaps))) for _, gaps in result.gaps.items()]
        if result.problems:
            rows.append((result.slug, "0", "", "", "not made"))
        else:
            rows.append((result.slug, str(len(result.saved)), *missing, ""))
    print_table(rows)


def _exit_code(unusable: int, results: Sequence[DraftResult]) -> ExitCode:
    from respondent.cli.many import exit_code

    return exit_code(unusable + sum(1 for result in results if result.problems), unusable + len(results))
