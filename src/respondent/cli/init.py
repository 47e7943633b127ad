"""`respondent init`: a workspace to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make the workspace in.")],
    office: Annotated[str, typer.Option("--office", help="gwent, north-wales, dyfed-powys, south-wales or blank.")] = "blank",
) -> None:
    """Make a workspace for an office: office.yaml and a place for responses.

    Example:  respondent init gwent --office gwent
    """
    from respondent.files.beginning import begin_office

    for path in begin_office(folder, office):
        typer.echo(f"made      {path}")
