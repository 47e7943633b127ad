"""The list of commands in the help: in groups, each summary whole."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Any

from typer.core import TyperGroup

_UNCUT = 1000
"""More characters than any summary has: typer puts … in the place of the rest."""


class CommandGroups(TyperGroup):
    """Lists the commands by their `rich_help_panel`, which typer itself ignores without rich."""

    def format_commands(self, ctx: object, formatter: Any) -> None:  # noqa: ANN401 - a private class of typer
        """Write the list of commands."""
        for panel, commands in groupby(self.commands.values(), key=attrgetter("rich_help_panel")):
            with formatter.section(panel or "Commands"):
                formatter.write_dl(
                    [(command.name, command.get_short_help_str(_UNCUT)) for command in commands]
                )
