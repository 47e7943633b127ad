"""`respondent status`: how far each response has come, in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.cli.many import LANGUAGES, Paths

if TYPE_CHECKING:
    from respondent.ledger.state import Standing
    from respondent.overview import Overview, Tally


def status(
    paths: Paths = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Name each text that is open, and what changed.")
    ] = False,
) -> None:
    """Say how far each response has come.

    Texts and words that are missing, unapproved, stale (the source changed since), translated, reviewed or
    final, in both languages. Other people's words, as of a recommendation, are not counted.

    Example:  respondent status --verbose
    """
    from respondent.cli.faults import tell
    from respondent.cli.many import given, leave, through
    from respondent.overview import overview

    files, problems = given(paths)
    tell(problems)
    is_table = len(files) > 1

    def show(_: Path, one: Overview) -> None:
        tell(one.problems)
        if verbose or not is_table:
            _print(one, verbose)

    outcomes = through(files, overview, show)
    found = [outcome.value for outcome in outcomes if outcome.value is not None]
    if is_table and found:
        _print_table(found)
    leave(outcomes, len(problems))


def _print(one: Overview, is_verbose: bool) -> None:
    from respondent.cli.report import shown
    from respondent.language import Language

    print(shown(one.file.parent))
    for language, name in LANGUAGES.items():
        print(f"  {name:<8}{_counts(one.tallies.in_(Language(language)))}")
        if is_verbose:
            for standing in one.asked(Language(language)):
                for line in _lines(standing):
                    print(f"            {line}")


def _counts(tally: Tally) -> str:
    """Return the texts and words of each state there is: ``3 missing (210 words), 9 final (800)``."""
    parts = [
        f"{count} {state.word} ({tally.words[state]:,} words)" for state, count in sorted(tally.texts.items())
    ]
    return ", ".join(parts) or "no texts"


def _lines(standing: Standing) -> Iterator[str]:
    """Yield what is open about a text, and of a stale one what has changed in its source."""
    from respondent.ledger.difference import shown
    from respondent.ledger.row import State

    if standing.state >= State.REVIEWED:
        return
    said = f", last by {standing.row.by} on {standing.row.at:%Y-%m-%d}" if standing.row else ""
    yield f"{standing.state.word:<11}{standing.field.id}{said}"
    if standing.state is State.STALE:
        source = standing.field.in_(standing.field.source) or ""
        yield f"           {standing.field.source}: {shown(standing.old_source, source)}"


def _print_table(found: Sequence[Overview]) -> None:
    from respondent.cli.report import table
    from respondent.files import workspace
    from respondent.language import Language

    rows: list[tuple[str, ...]] = [("response", *LANGUAGES.values())]
    for one in found:
        cells = (_states(one.tallies.in_(Language(code))) for code in LANGUAGES)
        rows.append((workspace.slug(one.file), *cells))
    table(rows)


def _states(tally: Tally) -> str:
    """Return the texts of each state there is: ``3 missing, 9 final``."""
    return ", ".join(f"{count} {state.word}" for state, count in sorted(tally.texts.items())) or "no texts"
