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

    from respondent.cli.many import exit_code, given
    from respondent.cli.options import day, single

    form = single("--format", format, list(SUFFIXES))
    _refuse_other(out, form)
    on = day("--today", today) if today else date.today()
    files, problems = given(paths)
    is_checked = form != "ics" and (len(files) <= FEW if findings is None else findings)
    results = _results(files, on, is_checked=is_checked)
    _tell(results, problems)
    if form == "text":
        _deliver_lines(_lines(results, is_verbose=verbose, is_coloured=out is None), out)
    else:
        _deliver(_written(form, results, problems, on), out)
    failed = len(problems) + sum(1 for one in results if one.problems)
    if code := exit_code(failed, len(problems) + len(results)):
        raise typer.Exit(code)


def _results(files: Sequence[Path], today: date, *, is_checked: bool) -> list[StatusResult]:
    """Return the status of each response."""
    import gc

    from respondent.batch.status import statuses

    gc.disable()  # everything read is kept to the end: looking for garbage would take a sixth of the time
    try:
        return list(statuses(files, today, is_checked=is_checked))
    finally:
        gc.enable()


def _refuse_other(out: Path | None, form: str) -> None:
    from respondent.errors import Problem, UsageError

    wanted = SUFFIXES[form]
    if out is not None and (out.is_dir() or out.suffix.lower() != wanted):
        what = f"{out} is a folder" if out.is_dir() else f"{out} does not end in {wanted}"
        raise UsageError(Problem("--out", what, f"give the name of a file:  --out status{wanted}"))


def _tell(results: Sequence[StatusResult], problems: Sequence[Problem]) -> None:
    """Print the problems. A problem of an office is printed once for all its responses."""
    from respondent.cli.faults import tell

    tell(problems)
    printed: set[tuple[Path | None, Problem]] = set()
    for result in results:
        found = (*result.problems, *(result.status.progress.problems if result.status else ()))
        tell(problem for problem in found if (result.root, problem) not in printed)
        printed.update((result.root, problem) for problem in found)


def _lines(results: Sequence[StatusResult], *, is_verbose: bool, is_coloured: bool) -> Iterator[str]:
    """Yield the lines about each response if it is the only one or `is_verbose`, and tables of several."""
    from respondent.cli.report import coloured, columns, shown
    from respondent.status import lines

    found = _found(results)
    if is_verbose or len(found) == 1:
        for one in found:
            yield str(shown(one.file.parent))
            yield from lines.of_one(one, is_verbose=is_verbose)
    if len(found) < 2:
        return

    def mark(row: int, column: int, cell: str) -> str:
        is_clock = is_coloured and row and column == lines.CLOCK
        colour = lines.COLOURS.get(found[row - 1].clock.urgency) if is_clock else None
        return coloured(cell, colour) if colour else cell

    yield from ("", *columns(lines.texts_table(found)))
    yield from ("", *columns(lines.clock_table(found), mark))


def _found(results: Sequence[StatusResult]) -> list[Status]:
    from respondent.status.status import by_urgency

    return by_urgency([one.status for one in results if one.status])


def _written(form: str, results: Sequence[StatusResult], problems: Sequence[Problem], today: date) -> str:
    """Return the page, the calendar or the JSON; nothing where a page or a calendar would be empty."""
    import json

    from respondent.status import calendar, page, values

    found = _found(results)
    failed = [(one.file, one.problems) for one in results if one.problems]
    if form == "ics":
        return calendar.calendar(found, today)
    if form == "html":
        if not found:
            return ""
        return page.page(found, [*problems, *(problem for _, wrong in failed for problem in wrong)], today)
    return f"{json.dumps(values.value(found, failed, problems, today), indent=1)}\n"


def _deliver(text: str, out: Path | None) -> None:
    """Write to a file, or the same bytes to the screen: line ends and letters are those of the format."""
    import sys

    from respondent.cli.report import made
    from respondent.files import atomic

    if not text:
        print("nothing to write: no response that can be read, or nothing is due", file=sys.stderr)
        return
    data = text.encode(errors="replace")  # the name of a folder need not be Unicode
    if out is not None:
        atomic.replace(out, data)
        made([out])
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
