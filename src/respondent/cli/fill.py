"""`respondent fill`: missing translations from the memory."""

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
        typer.Option("--adapted", help="Fill in, too, where figures or dates alone differ, carried over."),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be filled in; write nothing.")
    ] = False,
) -> None:
    """Fill in missing translations that the memory has word for word.

    The memory is what the ledgers of the workspace approve, and the translation memories in its folder
    memory (*.tmx). What is filled in is a draft: somebody has to approve it.

    Example:  respondent fill responses/2026-custody --dry-run
    """
    from datetime import UTC, datetime

    from respondent.cli.faults import tell
    from respondent.cli.many import given, leave, through, user
    from respondent.cli.report import told
    from respondent.translation.fill import FillOptions, Memories
    from respondent.translation.fill import fill as filled

    wanted = FillOptions(user(by), datetime.now(UTC), takes_adapted=adapted, is_trial=dry_run)
    memories = Memories(tell_memory)
    files, problems = given(paths)
    tell(problems)
    outcomes = through(
        files,
        lambda file: filled(file, memories.of(file), wanted),
        lambda file, result: told(file.parent, _lines(result, dry_run)),
    )
    leave(outcomes, len(problems) + sum(one.unread for one in memories.all()))


def tell_memory(one: LoadedMemory) -> None:
    """Print what is wrong with a memory, and what the office should know of it."""
    from respondent.cli.faults import tell

    for note in one.notes:
        print(f"note      {note}")
    tell(one.problems)


def _lines(result: FillResult, is_trial: bool) -> Iterator[str]:
    word = "to fill" if is_trial else "filled"
    for one in result.filled:
        assert one.match is not None
        marked = "  (figures carried over)" if one.match.is_adapted else ""
        yield f"{word:<9} {one.language}  {one.field.id}  from {one.match.origin}{marked}"
    for one in result.left:
        yield f"missing   {one.language}  {one.field.id}  {_nearest(one)}"
    yield f"{_counted(result)}"
    if is_trial:
        yield "nothing was written: a dry run"


def _nearest(one: FilledText) -> str:
    if one.match is not None:
        return f"alike but for figures or dates ({one.match.origin}): fill with --adapted, and look at them"
    return f"the nearest is {one.nearness:.0f} % alike" if one.nearness else "nothing like it"


def _counted(result: FillResult) -> str:
    if not (result.filled or result.left):
        return "nothing is missing"
    filled, left = len(result.filled), len(result.left)
    approve = "; approve what is right with `respondent approve`" if filled else ""
    return (
        f"{filled} of {filled + left} missing texts {'has' if filled == 1 else 'have'} a translation{approve}"
    )
