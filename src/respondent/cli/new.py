"""`respondent new`: a response to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def new(
    name: Annotated[str, typer.Argument(help="A name for the response: 2026-custody")],
) -> None:
    """Make a response.yaml with a comment at each value.

    Example:  respondent new 2026-custody
    """
    from respondent.files.beginning import begin_response
    from respondent.files.workspace import find

    typer.echo(f"made      {begin_response(find(Path.cwd()), name)}")
