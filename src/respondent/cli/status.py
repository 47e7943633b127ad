"""`respondent status`: shows the texts and the clock of each response."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.many import Paths

if TYPE_CHECKING:
    from datetime import date

    from respondent.batch.status import StatusResult
    from respondent.errors import Problem
    from respondent.status.status import Status

SUFFIXES = {"text": ".txt", "json": ".json", "html": ".html", "ics": ".ics"}
"""The suffix of a file by format. Required, so that a wrong --out cannot overwrite a file of another kind."""

FEW = 20
"""Up to how many responses are checked by default: the checks render every letter, 50 milliseconds each."""


def status(
    paths: Paths = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Name each open text, and what changed.")
    ] = False,
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, json, html (a page) or ics (a calendar).")
    ] = "text",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write to this file.", show_default="the screen"),
    ] = None,
    findings: Annotated[
        bool | None,
        typer.Option(
            "--findings/--no-findings",
            help="Count findings; takes about 50 milliseconds a response.",
            show_default=f"on for up to {FEW} responses",
        ),
    ] = None,
    today: Annotated[
        str,
        typer.Option("--today", metavar="DATE", help="Show the status on this day.", show_default="today"),
    ] = "",
) -> None:
    """Show the status of each response: texts, clock, findings, releases and publication.

    Counts the texts and words that are missing, unapproved, stale (the source has changed), translated,
    reviewed or final, in both languages. Quotations, such as recommendations, are not counted. The most
    urgent response comes first: late ones, then the fewest days left.

    Example:  respondent status --verbose

    Example:  respondent status --format html --out status.html

    Example:  respondent status --format ics --out responses.ics
    """
    from datetime import date

    from respondent.cli.many import exit_code, responses_at
    from respondent.cli.options import day, single

    form = single("--format", format, list(SUFFIXES))
    _refuse_other(out, form)
    on = day("--today", today) if today else date.today()
    files, problems = responses_at(paths)
    is_checked = form != "ics" and (len(files) <= FEW if findings is None else findings)
    results = _results(files, on, is_checked=is_checked)
    _print_problems(results, problems)
    if form == "text":
        _deliver_lines(_lines(results, is_verbose=verbose, is_coloured=out is None), out)
    else:
        _deliver(_text(form, results, problems, on), out)
    failed = len(problems) + sum(1 for result in results if result.problems)
    if code := exit_code(failed, len(problems) + len(results)):
        raise typer.Exit(code)


def _results(files: Sequence[Path], today: date, *, is_checked: bool) -> list[StatusResult]:
    """Return the status of each response."""
    import gc

    from respondent.batch.status import statuses

    gc.disable()  # all data is used until the end, and collecting garbage takes a sixth of the time
    try:
        return list(statuses(files, today, is_checked=is_checked))
    finally:
        gc.enable()


def _refuse_other(out: Path | None, form: str) -> None:
    from respondent.errors import Problem, UsageError

    suffix = SUFFIXES[form]
    if out is not None and (out.is_dir() or out.suffix.lower() != suffix):
        fault = f"{out} is a folder" if out.is_dir() else f"{out} does not end in {suffix}"
        raise UsageError(Problem("--out", fault, f"give the name of a file:  --out status{suffix}"))


def _print_problems(results: Sequence[StatusResult], problems: Sequence[Problem]) -> None:
    """Print the problems. A problem of an office is printed once for all its responses."""
    from respondent.cli.errors import print_problems

    print_problems(problems)
    printed: set[tuple[Path | None, Problem]] = set()
    for result in results:
        listed = (*result.problems, *(result.status.progress.problems if result.status else ()))
        print_problems(problem for problem in listed if (result.root, problem) not in printed)
        printed.update((result.root, problem) for problem in listed)


def _lines(results: Sequence[StatusResult], *, is_verbose: bool, is_coloured: bool) -> Iterator[str]:
    """Yield the lines about each response if it is the only one or `is_verbose`, and tables of several."""
    from respondent.cli.report import coloured, columns, path_text
    from respondent.status import lines

    statuses = _sorted_statuses(results)
    if is_verbose or len(statuses) == 1:
        for status in statuses:
            yield path_text(status.file.parent)
            yield from lines.of_one(status, is_verbose=is_verbose)
    if len(statuses) < 2:
        return

    def mark(row: int, column: int, cell: str) -> str:
        is_clock = is_coloured and row and column == lines.CLOCK
        colour = lines.COLOURS.get(statuses[row - 1].clock.urgency) if is_clock else None
        return coloured(cell, colour) if colour else cell

    yield from ("", *columns(lines.texts_table(statuses)))
    yield from ("", *columns(lines.clock_table(statuses), mark))


def _sorted_statuses(results: Sequence[StatusResult]) -> list[Status]:
    from respondent.status.status import by_urgency

    return by_urgency([result.status for result in results if result.status])


def _text(form: str, results: Sequence[StatusResult], problems: Sequence[Problem], today: date) -> str:
    """Return the page, the calendar or the JSON. An empty page or calendar is not written."""
    import json

    from respondent.status import calendar, page, values

    statuses = _sorted_statuses(results)
    failed = [(result.file, result.problems) for result in results if result.problems]
    if form == "ics":
        return calendar.calendar(statuses, today)
    if form == "html":
        if not statuses:
            return ""
        return page.page(
            statuses, [*problems, *(problem for _, faults in failed for problem in faults)], today
        )
    return f"{json.dumps(values.value(statuses, failed, problems, today), indent=1)}\n"


def _deliver(text: str, out: Path | None) -> None:
    """Write to a file, or the same bytes to standard output, without changing line ends or encoding."""
    import sys

    from respondent.cli.report import print_created
    from respondent.files import atomic

    if not text:
        print("nothing to write: no response that can be read, or nothing is due", file=sys.stderr)
        return
    data = text.encode(errors="replace")  # a folder name may not be valid Unicode
    if out is not None:
        atomic.replace(out, data)
        print_created([out])
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _deliver_lines(lines: Iterator[str], out: Path | None) -> None:
    if out is not None:
        _deliver("".join(f"{line}\n" for line in lines), out)
        return
    for line in lines:
        print(line)
