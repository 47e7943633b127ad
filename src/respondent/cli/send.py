"""`respondent send`: what is to be translated, in one folder to hand over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.many import LANGUAGES, Paths
from respondent.translation import formats

if TYPE_CHECKING:
    from respondent.language import Pair
    from respondent.translation.send import Handover, Sender, SendOptions

CODES = "cy-GB,en-GB"


def send(
    paths: Paths = None,
    form: Annotated[str, typer.Option("--as", metavar="FORMAT", help=f"{formats.sent_titles()}.")] = "xliff",
    program: Annotated[
        str, typer.Option("--for", metavar="PROGRAM", help="omegat: empty targets hold the source.")
    ] = "",
    all: Annotated[bool, typer.Option("--all", help="Also what is translated already.")] = False,
    review: Annotated[
        bool, typer.Option("--review", help="Only what is translated and not approved, for a reader.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="Where to.", show_default="sent, beside each response"),
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="Whom it is for.")] = "",
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Who sends.", show_default="your user name")
    ] = "",
    due: Annotated[
        str,
        typer.Option(
            "--due", metavar="DATE", help="When it is due.", show_default="10 days before the last day"
        ),
    ] = "",
    codes: Annotated[
        str, typer.Option("--codes", metavar="LIST", help="Language codes, Welsh first.")
    ] = CODES,
) -> None:
    """Make a folder to hand over to a translator.

    It holds what is missing, unapproved or stale, with the rest as context, the memory that matches,
    the terms that occur, the letter as it stands, and a cover note. The ledger keeps what was sent to whom.

    Example:  respondent send responses/2026-custody --to "Cyfieithu Cymru"
    """
    from dataclasses import replace

    from respondent.cli.errors import print_problems
    from respondent.cli.many import exit_if_failed, responses_at, run_each
    from respondent.cli.report import print_report

    order = _order(form, program, to, by, due, codes)
    order = replace(order, is_all=all, is_review=review)
    post = _Post(order, out)
    files, problems = responses_at(paths)
    print_problems(problems)
    outcomes = run_each(files, post.send, lambda file, sent: print_report(file.parent, _lines(*sent)))
    exit_if_failed(outcomes, len(problems) + sum(memory.unread for memory in post.memories.all()))


def _order(form: str, program: str, to: str, by: str, due: str, codes: str) -> SendOptions:
    from datetime import UTC, date, datetime

    from respondent.cli.many import user
    from respondent.cli.options import chosen, day, single
    from respondent.translation.send import SendOptions

    return SendOptions(
        by=user(by),
        contact=" ".join(by.split()),
        at=datetime.now(UTC),
        today=date.today(),
        to=" ".join(to.split()),
        form=single("--as", form, list(formats.sent_formats())),
        is_filled=bool(program) and bool(chosen("--for", program, ["omegat"])),
        tags=_tags(codes),
        due=day("--due", due) if due else None,
    )


def _tags(codes: str) -> Pair[str]:
    """Return the language codes of the files; raise `UsageError`."""
    import re

    from respondent.errors import Problem, UsageError
    from respondent.language import Pair

    tags = [code.strip() for code in codes.split(",")]
    patterns = (r"cy(-[A-Za-z0-9]{2,8})*", r"en(-[A-Za-z0-9]{2,8})*")
    if len(tags) != 2 or not all(map(re.fullmatch, patterns, tags)):
        fault = f"“{codes}” is not a pair of codes for Welsh and English"
        raise UsageError(Problem("--codes", fault, f"separate them with a comma, Welsh first:  {CODES}"))
    return Pair(*tags)


class _Post:
    """Sends response after response; what an office's handovers share is read once."""

    def __init__(self, order: SendOptions, out: Path | None) -> None:
        from respondent.cli.fill import tell_memory
        from respondent.translation.fill import Memories

        self._order, self._out = order, out
        self._senders: dict[Path, Sender] = {}
        self.memories = Memories(tell_memory)

    def send(self, file: Path) -> tuple[Handover, Path | None]:
        """Send one response; return what was sent, and the folder."""
        from respondent.files import workspace
        from respondent.production.office import load_office
        from respondent.translation import send

        place = workspace.find(file.parent)
        if place.root not in self._senders:
            memory = self.memories.of(file)
            self._senders[place.root] = send.Sender(load_office(place), memory)
        return send.send(file, self._senders[place.root], self._order, self._out)


def _lines(result: Handover, folder: Path | None) -> Iterator[str]:
    from respondent.cli.report import path_text

    if folder is None:
        yield "nothing is missing, unapproved or stale: nothing to send"
        return
    for language, count in result.counts.items():
        yield f"{LANGUAGES[language]} into {LANGUAGES[language.other]}: {count}"
    yield from (f"made      {path_text(folder / file.name)}" for file in result.files)
    if result.due:
        yield f"due       {result.due}"
    yield from (f"warning   {warning}" for warning in result.warnings)
