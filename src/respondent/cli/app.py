"""The command line as a whole: its commands in groups, its version, its exit code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import typer

from respondent import __version__
from respondent.cli import (
    approve,
    check,
    confirm,
    draft,
    fill,
    init,
    log,
    memory,
    new,
    note,
    record,
    release,
    schema,
    send,
    silence,
    status,
    take,
    templates,
    terms,
    undo,
    verify,
    welsh,
)
from respondent.cli.command_groups import CommandGroups
from respondent.cli.errors import guarded

app = typer.Typer(
    name="respondent",
    cls=CommandGroups,
    epilog="To start:  respondent init gwent --office gwent",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_COMMANDS: Mapping[str, Sequence[Callable[..., None] | typer.Typer]] = {
    "Set up": (init.init, new.new, templates.templates, schema.schema),
    "Write and check": (draft.draft, check.check, silence.silence, welsh.welsh),
    "Translate": (send.send, take.take, note.note, undo.undo, fill.fill, memory.memory, terms.terms),
    "Approve": (status.status, approve.approve, confirm.confirm, log.log),
    "Release": (release.release, verify.verify, record.record),
}
"""The commands in the order in which an office comes to them."""

for title, commands in _COMMANDS.items():
    for command in commands:
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=command.info.name, rich_help_panel=title)
        else:
            app.command(command.__name__, rich_help_panel=title)(command)


def _version(is_asked: bool) -> None:
    if is_asked:
        print(f"respondent {__version__}")
        raise typer.Exit


@app.callback()
def respondent(
    version: bool = typer.Option(
        False, "--version", help="Show the version and exit.", callback=_version, is_eager=True
    ),
) -> None:
    """Write Welsh and English letters in response to police inspection reports, as one pair."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    guarded(lambda: app(prog_name="respondent"))
