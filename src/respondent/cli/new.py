"""`respondent new`: a response to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new(
    name: Annotated[str, typer.Argument(help="A short name for the response, which its folder gets.")],
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="The title of the report.")] = "",
    published: Annotated[
        str, typer.Option("--published", metavar="DATE", help="The day it was published: 2019-04-10.")
    ] = "",
    recommendations: Annotated[
        int,
        typer.Option(
            "--recommendations", metavar="NUMBER", min=0, max=200, help="How many recommendations it makes."
        ),
    ] = 1,
    kind: Annotated[
        str,
        typer.Option(
            "--kind", metavar="KIND", help="report, letter, thematic, peel, joint, revisit or other."
        ),
    ] = "report",
    web: Annotated[str, typer.Option("--web", metavar="ADDRESS", help="Its web address.")] = "",
) -> None:
    """Make a response to begin with.

    Its response.yaml has a note at each value. What you give here is filled in.

    Example:  respondent new 2026-custody --title "Custody" --recommendations 3
    """
    from typing import get_args

    from respondent.cli.options import chosen, day
    from respondent.cli.report import made, shown
    from respondent.files.beginning import ReportDetails, begin_response
    from respondent.files.workspace import find
    from respondent.response.model import ReportKind

    given = ReportDetails(
        title=title,
        published=day("--published", published) if published else None,
        web=web,
        kind=chosen("--kind", kind, get_args(ReportKind))[0],
        recommendations=recommendations,
    )
    file = begin_response(find(Path.cwd()), name, given)
    made([file])
    print(f"\nNow write into {shown(file)}, then make the letters:")
    print(f"  respondent draft {_quoted(str(shown(file.parent)))}")


def _quoted(path: str) -> str:
    """Return a path as a command line takes it."""
    return f'"{path}"' if " " in path else path
