"""`respondent confirm`: lists values that need confirmation, and confirms them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.ledger.values import UnconfirmedValue


def confirm(
    values: Annotated[
        list[str] | None,
        typer.Argument(help="Names of values, or `all`. Without names, they are listed.", show_default=False),
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who confirms them.")] = "",
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="A response.yaml.", show_default="office.yaml"),
    ] = None,
) -> None:
    """Confirm values that are marked unconfirmed, or have changed since they were confirmed.

    Without names, the values are listed. With names, the confirmation is recorded in the ledger and the marks
    are removed.

    Example:  respondent confirm

    Example:  respondent confirm people.jane-mudd --by "Swyddfa Gwent"
    """
    from datetime import UTC, datetime

    from respondent.changes import confirm
    from respondent.cli.errors import print_problems
    from respondent.cli.many import required_name, settle
    from respondent.cli.report import display_path, path_text
    from respondent.files import workspace, yaml
    from respondent.ledger import ledger
    from respondent.ledger.values import unconfirmed

    target = file or workspace.find(Path.cwd()).office_file
    target = target / workspace.RESPONSE if target.is_dir() else target
    settle([target])
    if not values:
        confirmed_words = ledger.read(target.parent, str(display_path(target.with_name(ledger.FILE))))
        print_problems(confirmed_words.problems)
        listed = unconfirmed(yaml.load(target), confirmed_words.rows)
        for value in listed:
            print("\n  ".join(_lines(value)))
        ending = "" if len(listed) == 1 else "s"
        print(f"{path_text(target)}: {len(listed) or 'no'} unconfirmed value{ending}")
        return
    yaml.load(target)
    for value in confirm.confirm(target, values, by=required_name(by), at=datetime.now(UTC)):
        print(f"confirmed {value.name}")


def _lines(value: UnconfirmedValue) -> Iterator[str]:
    from respondent.ledger.difference import difference_line
    from respondent.ledger.values import confirmed_words

    yield value.name
    yield value.where
    yield value.words
    if value.confirmed and value.is_changed:
        by, day = value.confirmed.by, f"{value.confirmed.at:%Y-%m-%d}"
        change = difference_line(confirmed_words(value.confirmed), value.words)
        yield f"changed since {by} confirmed it on {day}: {change}"
