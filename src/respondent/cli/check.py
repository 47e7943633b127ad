"""`respondent check`: report problems in responses, and what to do about each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from respondent.cli.many import Paths

if TYPE_CHECKING:
    from respondent.batch.check import CheckResult
    from respondent.checks.check import Check
    from respondent.checks.finding import Severity
    from respondent.errors import ExitCode, Problem

FORMATS = ("text", "json")


def check(
    paths: Paths = None,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")] = "text",
    select: Annotated[
        str,
        typer.Option(
            "--select", metavar="LIST", help="Families, ids or names of checks.", show_default="all"
        ),
    ] = "",
    explain: Annotated[
        str, typer.Option("--explain", metavar="ID", help="Print the manual of a check, and stop.")
    ] = "",
    today: Annotated[
        str,
        typer.Option(
            "--today",
            metavar="DATE",
            help="Check as on this day.",
            show_default="today",
        ),
    ] = "",
) -> None:
    """Check responses against the law, the language standards and house style.

    Each finding says where the problem is and what to do. To accept a finding, give the key after it to
    respondent silence.

    Example:  respondent check responses/2026-custody

    Example:  respondent check --select P,T --format json

    Example:  respondent check --explain T101
    """
    from datetime import date

    from respondent.batch import check as batch
    from respondent.cli.many import responses_at
    from respondent.cli.options import day, single

    if explain:
        _explain(explain)
        return
    form = single("--format", format, FORMATS)
    checks = _selected(select, "--select")
    day_of_check = day("--today", today) if today else date.today()
    files, problems = responses_at(paths)
    results = batch.check(files, checks, day_of_check)
    checked = _as_json(results, problems, day_of_check) if form == "json" else _as_text(results, problems)
    if code := _exit_code(len(problems), checked):
        raise typer.Exit(code)


def _explain(text: str) -> None:
    from respondent.checks.report import manual

    for check in _selected(text, "--explain"):
        print(f"{manual(check)}\n")


def _selected(text: str, option: str) -> Sequence[Check]:
    from respondent.checks.engine import chosen
    from respondent.checks.known import CHECKS, FAMILIES
    from respondent.checks.settings import meant
    from respondent.errors import Problem, UsageError

    names = [piece.strip() for piece in text.split(",") if piece.strip()]
    for name in names:
        if not chosen(CHECKS, [name]):
            advice = f"{meant(name, CHECKS)}; the families are {', '.join(FAMILIES)}"
            raise UsageError(Problem(option, f"there is no check {name}", advice))
    return chosen(CHECKS, names)


def _as_text(results: Iterator[CheckResult], problems: Sequence[Problem]) -> list[CheckResult]:
    """Print the findings of each response as soon as they are known, then a table if there are several."""
    from collections import defaultdict

    from respondent.checks.report import lines
    from respondent.cli.errors import print_problems
    from respondent.cli.report import path_text

    print_problems(problems)
    checked: list[CheckResult] = []
    reported: set[tuple[Path | None, Problem]] = set()
    of_office: defaultdict[Path | None, set[str]] = defaultdict(set)
    for result in results:
        print(path_text(result.file.parent))
        fresh = [problem for problem in result.problems if (result.root, problem) not in reported]
        reported.update((result.root, problem) for problem in fresh)
        if result.problems:
            print("  not checked, because:" if fresh else "  not checked, for the reason above")
            print_problems(fresh)
        else:
            print("\n".join(lines(result.findings, _marked, of_office[result.root])))
            of_office[result.root].update(finding.key for finding in result.findings)
        checked.append(result)
    if len(checked) > 1:
        _print_table(checked)
    return checked


def _marked(severity: Severity) -> str:
    """Return the word of a severity, in colour on a terminal."""
    from respondent.cli.report import coloured

    match severity:
        case severity.ERROR:
            colour = "red"
        case severity.WARNING:
            colour = "yellow"
        case severity.NOTE | severity.OFF:
            colour = "cyan"
        case _:
            assert_never(severity)
    return coloured(str(severity), colour)


def _print_table(results: Sequence[CheckResult]) -> None:
    from respondent.checks.report import SEVERITIES, counted
    from respondent.cli.report import print_table

    rows = [("response", *(f"{severity}s" for severity in SEVERITIES), "silenced", "")]
    for result in results:
        counts = counted(result.findings)
        silenced = sum(1 for finding in result.findings if finding.reason)
        if result.problems:
            rows.append((result.slug, *[""] * (len(SEVERITIES) + 1), "not checked"))
        else:
            rows.append((result.slug, *(str(counts[severity]) for severity in SEVERITIES), str(silenced), ""))
    print_table(rows)


def _as_json(results: Iterator[CheckResult], problems: Sequence[Problem], today: object) -> list[CheckResult]:
    """Print the findings as one JSON value, in ASCII."""
    import json

    from respondent.checks.report import VERSION, value

    checked = list(results)
    responses = [
        {
            "response": result.slug,
            "file": result.file.as_posix(),
            "findings": [value(finding) for finding in result.findings],
            "problems": [_problem(problem) for problem in result.problems],
        }
        for result in checked
    ]
    listed = [_problem(problem) for problem in problems]
    report = {"version": VERSION, "today": str(today), "responses": responses, "problems": listed}
    print(json.dumps(report, indent=1))
    return checked


def _problem(problem: Problem) -> dict[str, object]:
    return {"where": problem.where, "what": problem.what, "next": problem.next, "line": problem.line}


def _exit_code(unusable: int, results: Sequence[CheckResult]) -> ExitCode:
    from respondent.checks.engine import errors
    from respondent.cli.many import exit_code
    from respondent.errors import ExitCode

    failed = unusable + sum(1 for result in results if result.problems)
    if code := exit_code(failed, unusable + len(results)):
        return code
    return ExitCode.FINDINGS if any(errors(result.findings) for result in results) else ExitCode.DONE
