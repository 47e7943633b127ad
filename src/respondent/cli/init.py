"""`respondent init`: creates a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="The folder of the workspace. It may already exist.")],
    office: Annotated[
        str,
        typer.Option(
            "--office",
            metavar="NAME",
            help="The office to start from: gwent, north-wales, dyfed-powys, south-wales or blank.",
        ),
    ] = "blank",
) -> None:
    """Create a workspace for an office.

    A workspace has an office.yaml with a note at each value, an empty terms.csv for the terms that the office
    has agreed, and a folder for responses. Existing files are never overwritten.

    Example:  respondent init gwent --office gwent
    """
    from respondent.cli.report import print_created
    from respondent.files.beginning import begin_office

    print_created(begin_office(folder, office))
    print(f"\nNext, read {folder / 'office.yaml'}. Its notes say what to fill in and what to confirm.")
    print("Then, in that folder, create a response:  respondent new 2026-custody")
