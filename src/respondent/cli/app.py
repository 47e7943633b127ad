"""The command line as a whole: its commands, its version, its way out."""

from __future__ import annotations

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
    new,
    record,
    release,
    schema,
    send,
    silence,
    status,
    take,
    terms,
    undo,
    verify,
    welsh,
)
from respondent.cli.faults import guarded

app = typer.Typer(
    name="respondent",
    help="Welsh and English letters of response to police inspection reports, made as one pair.",
    epilog="Begin with:  respondent init gwent --office gwent",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("init")(init.init)
app.command("new")(new.new)
app.command("draft")(draft.draft)
app.command("check")(check.check)
app.command("silence")(silence.silence)
app.command("fill")(fill.fill)
app.command("status")(status.status)
app.command("approve")(approve.approve)
app.command("log")(log.log)
app.command("confirm")(confirm.confirm)
app.command("release")(release.release)
app.command("verify")(verify.verify)
app.add_typer(record.record, name="record")
app.command("send")(send.send)
app.command("take")(take.take)
app.command("undo")(undo.undo)
app.command("terms")(terms.terms)
app.command("schema")(schema.schema)
app.command("welsh")(welsh.welsh)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"respondent {__version__}")
        raise typer.Exit


@app.callback()
def respondent(
    version: bool = typer.Option(
        False, "--version", help="Print the version and stop.", callback=_version, is_eager=True
    ),
) -> None:
    """Welsh and English letters of response to police inspection reports, made as one pair."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    guarded(lambda: app(prog_name="respondent"))
