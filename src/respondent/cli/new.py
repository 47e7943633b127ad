"""`respondent new`: creates a response."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from respondent.response.kinds import ReportKind

KINDS = get_args(ReportKind)


def new(
    name: Annotated[str, typer.Argument(help="A short name for the response. Its folder gets this name.")],
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="The title of the report, in English.")
    ] = "",
    published: Annotated[
        str,
        typer.Option(
            "--published", metavar="DATE", help="The day the report was published, such as 2019-04-10."
        ),
    ] = "",
    recommendations: Annotated[
        int,
        typer.Option(
            "--recommendations",
            metavar="NUMBER",
            min=0,
            max=200,
            help="How many recommendations the report makes.",
        ),
    ] = 1,
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND", help=f"What the report is: {', '.join(KINDS)}."),
    ] = "report",
    web: Annotated[str, typer.Option("--web", metavar="ADDRESS", help="The web address of the report.")] = "",
) -> None:
    """Create a response.

    The new response.yaml has a note at each value. The details that you give as options are filled in.

    Example:  respondent new 2026-custody --title "Custody" --recommendations 3
    """
    from respondent.cli.options import day, single
    from respondent.cli.report import path_text, print_created
    from respondent.files.beginning import ReportDetails, begin_response
    from respondent.files.workspace import find

    details = ReportDetails(
        title=title,
        published=day("--published", published) if published else None,
        web=web,
        kind=single("--kind", kind, KINDS),
        recommendations=recommendations,
    )
    file = begin_response(find(Path.cwd()), name, details)
    print_created([file])
    print(f"\nNext, complete {path_text(file)}. Then draft the letters:")
    print(f"  respondent draft {_quoted(path_text(file.parent))}")


def _quoted(path: str) -> str:
    """Return a path as it is typed on a command line."""
    return f'"{path}"' if " " in path else path
