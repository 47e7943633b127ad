"""`respondent confirm`: values marked `unconfirmed: true` that a person says are right."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def confirm(
    values: Annotated[
        list[str] | None,
        typer.Argument(help="Names of values, or `all`; none: list them.", show_default=False),
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who says that they are right.")] = "",
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="A response.yaml.", show_default="office.yaml"),
    ] = None,
) -> None:
    """Confirm values of office.yaml that are marked unconfirmed.

    Without names they are listed. With names their marks are taken off, and the ledger keeps who said so.

    Example:  respondent confirm

    Example:  respondent confirm people.jane-mudd --by "Swyddfa Gwent"
    """
    from datetime import UTC, datetime

    from respondent import confirmation
    from respondent.cli.many import named
    from respondent.cli.report import shown
    from respondent.files import workspace, yaml

    target = file or workspace.find(Path.cwd()).office_file
    target = target / workspace.RESPONSE if target.is_dir() else target
    if not values:
        found = confirmation.unconfirmed(yaml.load(target))
        for value in found:
            print(f"{value.name}\n  {value.where}\n  {value.words}")
        print(f"{shown(target)}: {len(found) or 'no'} unconfirmed value{'' if len(found) == 1 else 's'}")
        return
    yaml.load(target)
    for value in confirmation.confirm(target, values, by=named(by), at=datetime.now(UTC)):
        print(f"confirmed {value.name}")
