"""`respondent record published` and `respondent record sent`: where a release was published or sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.command_groups import CommandGroups
from respondent.cli.many import LANGUAGES

if TYPE_CHECKING:
    from respondent.release.publication_record import PublicationResult, PublicationStatement

record = typer.Typer(
    name="record",
    cls=CommandGroups,
    help="Record where a release was published and to whom it was sent.",
    no_args_is_help=True,
)

One = Annotated[
    Path | None, typer.Argument(help="A response. Default: the one that you are in.", show_default=False)
]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day on which it happened.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who records it.")]
Number = Annotated[
    int | None, typer.Option("--release", metavar="N", help="Which release.", show_default="the latest")
]
Language_ = Annotated[str, typer.Option("--language", metavar="LIST", help="cy or en, if only one letter.")]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="A remark to record with it.")]

BOTH = ",".join(LANGUAGES)


@record.command("published")
def published(
    path: One = None,
    on: On = "",
    at: Annotated[
        list[str] | None,
        typer.Option("--at", metavar="ADDRESS", help="The web address. Repeatable."),
    ] = None,
    by: By = "",
    release: Number = None,
    language: Language_ = BOTH,
    note: Note = "",
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Correct the record: it was not published there.")
    ] = False,
) -> None:
    """Record that the response was published, on a day at a web address.

    A later record for the same release, address and language replaces the earlier one.

    Example:  respondent record published --on 2026-05-20 --at https://www.example.cymru/a --by "Nia Rhys"
    """
    from respondent.cli.many import single_response
    from respondent.release import publication_record

    statement = _statement(on, by, release, language, note, is_dated=not withdraw)
    write = publication_record.withdrawn if withdraw else publication_record.published
    _print(write(single_response(path), statement, at or ()))


@record.command("sent")
def sent(
    path: One = None,
    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="ROLE", help="A recipient or copy of the letter. Repeatable."),
    ] = None,
    other: Annotated[
        list[str] | None, typer.Option("--other", metavar="NAME", help="Another recipient, by name.")
    ] = None,
    on: On = "",
    by: By = "",
    release: Number = None,
    language: Language_ = BOTH,
    note: Note = "",
) -> None:
    """Record to whom the letter was sent, and on which day.

    Example:  respondent record sent --to home-secretary --to inspector --on 2026-05-20 --by "Nia Rhys"
    """
    from respondent.cli.many import single_response
    from respondent.release import publication_record

    statement = _statement(on, by, release, language, note)
    _print(publication_record.sent(single_response(path), statement, to or (), other or ()))


def _statement(
    on: str, by: str, release: int | None, language: str, note: str, *, is_dated: bool = True
) -> PublicationStatement:
    from datetime import UTC, datetime

    from respondent.cli.many import required_name
    from respondent.cli.options import chosen, day
    from respondent.language import Language
    from respondent.release.publication_record import PublicationStatement

    now = datetime.now(UTC)
    return PublicationStatement(
        by=required_name(by),
        at=now,
        today=now.astimezone().date(),
        on=day("--on", on) if is_dated else now.astimezone().date(),
        release=release,
        languages=[Language(name) for name in chosen("--language", language, list(LANGUAGES))],
        note=note,
    )


def _print(result: PublicationResult) -> None:
    for row in result.rows:
        about = row.more.get("address") or row.more.get("to", "")
        letter = LANGUAGES.get(row.more.get("language", ""), "")
        kind = f"{'not ' if 'withdrawn' in row.more else ''}{row.kind}"
        print(f"recorded  release {result.release}: {kind} {row.more['day']}  {about}  {letter}".rstrip())
    for note in result.notes:
        print(f"note      {note}")
