"""`respondent memory`: finds words in earlier texts, with both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from respondent.memory.match import MemoryMatch

MOST = 20
"""How many sentences are shown: a screen full."""


def memory(
    words: Annotated[list[str], typer.Argument(help="The words to find, in Welsh or English.")],
    path: Annotated[
        Path | None,
        typer.Option("--in", metavar="PATH", help="The workspace.", show_default="the current folder"),
    ] = None,
    most: Annotated[
        int, typer.Option("--most", metavar="NUMBER", min=1, help="How many sentences to show.")
    ] = MOST,
) -> None:
    """Find words in earlier texts, and show how they were translated.

    The memory consists of the approved texts of the workspace and of the files in its folder memory (*.tmx).
    Sentences that have the words one after the other come first. Small and capital letters are the same.

    Example:  respondent memory front-line officers

    Example:  respondent memory "rheng flaen"
    """
    from respondent.cli.fill import tell_memory
    from respondent.errors import ExitCode
    from respondent.files import workspace
    from respondent.language import Language
    from respondent.memory.sources import load_memory

    loaded = load_memory(workspace.find(path or Path.cwd()))
    tell_memory(loaded)
    text = " ".join(words)
    found = {language: loaded.memory.containing(text, language, most) for language in Language}
    lines = [line for language, matches in found.items() for line in _lines(language, matches)]
    print("\n".join(lines) or f"no earlier text has the words “{text}”")
    if loaded.unread:
        raise typer.Exit(ExitCode.SOME_FAILED)


def _lines(language: str, matches: Sequence[MemoryMatch]) -> Iterator[str]:
    for match in matches:
        yield f"{language}  {' '.join(match.source.split())}"
        yield f"    {' '.join(match.target.split())}"
        yield f"    from {match.origin}"
