"""`respondent fill`: fills in missing translations from the translation memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.many import Paths

if TYPE_CHECKING:
    from respondent.memory.sources import LoadedMemory
    from respondent.translation.fill import FilledText, FillResult


def fill(
    paths: Paths = None,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", help="Who fills in.", show_default="your user name")
    ] = "",
    adapted: Annotated[
        bool,
        typer.Option("--adapted", help="Also use texts that differ only in figures or dates."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be filled in without writing it.")
    ] = False,
) -> None:
    """Fill in missing translations that the translation memory has word for word.

    The memory consists of the approved texts of the workspace and of the files in its folder memory (*.tmx).
    The filled-in texts are unapproved: approve them with `respondent approve`.

    Example:  respondent fill responses/2026-custody --dry-run
    """
    from datetime import UTC, datetime

    from respondent.cli.errors import print_problems
    from respondent.cli.many import exit_if_failed, responses_at, run_each, user
    from respondent.cli.report import print_report
    from respondent.translation.fill import FillOptions, Memories
    from respondent.translation.fill import fill as filled

    options = FillOptions(user(by), datetime.now(UTC), takes_adapted=adapted, is_trial=dry_run)
    memories = Memories(tell_memory)
    files, problems = responses_at(paths)
    print_problems(problems)
    outcomes = run_each(
        files,
        lambda file: filled(file, memories.of(file), options),
        lambda file, result: print_report(file.parent, _lines(result, dry_run)),
    )
    exit_if_failed(outcomes, len(problems) + sum(memory.unread for memory in memories.all()))


def tell_memory(memory: LoadedMemory) -> None:
    """Print the problems of a memory, and the notes about it."""
    from respondent.cli.errors import print_problems

    for note in memory.notes:
        print(f"note      {note}")
    print_problems(memory.problems)


def _lines(result: FillResult, is_trial: bool) -> Iterator[str]:
    word = "to fill" if is_trial else "filled"
    for text in result.filled:
        assert text.match is not None
        adapted = "  (figures adapted)" if text.match.is_adapted else ""
        yield f"{word:<9} {text.language}  {text.field.id}  from {text.match.origin}{adapted}"
        if is_trial:
            yield from (f"{'':10}| {line}" for line in text.match.target.strip().splitlines())
    for text in result.missing:
        yield f"missing   {text.language}  {text.field.id}  {_nearest(text)}"
    yield f"{_summary(result)}"
    if is_trial:
        yield "nothing was written: a dry run"


def _nearest(text: FilledText) -> str:
    if text.match is not None and text.objection is not None:
        what, advice = text.objection
        return f"not filled: {what} ({text.match.origin}): {advice}"
    if text.match is not None:
        return f"differs only in figures or dates ({text.match.origin}): use --adapted, then check them"
    return f"best match {text.similarity:.0f} %" if text.similarity else "no match"


def _summary(result: FillResult) -> str:
    if not (result.filled or result.missing):
        return "nothing is missing"
    filled, missing = len(result.filled), len(result.missing)
    approve = ". Check them, then run `respondent approve`" if filled else ""
    has = "has" if filled == 1 else "have"
    return f"{filled} of {filled + missing} missing texts {has} a translation{approve}"
