"""`respondent init`: a workspace to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="The folder to make; it may be there already.")],
    office: Annotated[
        str,
        typer.Option(
            "--office", metavar="NAME", help="gwent, north-wales, dyfed-powys, south-wales, or blank."
        ),
    ] = "blank",
) -> None:
    """Make a workspace for an office.

    It gets an office.yaml, with a note at each value, an empty terms.csv for the office's agreed terms, and a
    folder for responses. What is there stays.

    Example:  respondent init gwent --office gwent
    """
    from respondent.cli.report import made
    from respondent.files.beginning import begin_office

    made(begin_office(folder, office))
    print(f"\nNow look through {folder / 'office.yaml'}: its notes say what to fill in and what to confirm.")
    print("Then, in that folder, begin a response:  respondent new 2026-custody")
