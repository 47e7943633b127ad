"""`respondent take`: what translators hand in, back into the responses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.ledger.state import FOR_SUBMISSION, State, listed
from respondent.translation.formats import returned_titles

if TYPE_CHECKING:
    from respondent.changes.submission import Change, ImportResult, Refusal, Submission
    from respondent.errors import Problem
    from respondent.take import Responses, ReturnedFile


def take(
    files: Annotated[list[Path], typer.Argument(help=f"Returned files, oldest first: {returned_titles()}.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who handed them in.")] = "",
    state: Annotated[
        str, typer.Option("--state", metavar="STATE", help=f"{listed(FOR_SUBMISSION)}.")
    ] = FOR_SUBMISSION[0].word,
    response: Annotated[
        Path | None,
        typer.Option(
            "--response",
            metavar="FOLDER",
            help="The response.",
            show_default="the one that they were sent of",
        ),
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="KEY", help="Take this text though figures or looks differ."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change; write nothing.")
    ] = False,
) -> None:
    """Import what a translator or reader returns.

    What changed is written into the response, and the ledger keeps who said so. What cannot be taken is named
    by its key, with the reason, while all else is taken. `respondent undo` takes the last take back.

    Of a draft, an edited translation counts as reviewed; an edited original makes its translation stale.

    Example:  respondent take 2026-custody.en-cy.xlf --by "Nia Rhys" --dry-run
    """
    from datetime import UTC, datetime

    from respondent.changes.submission import Submission
    from respondent.cli.faults import tell
    from respondent.cli.many import exit_code, named
    from respondent.cli.options import chosen
    from respondent.errors import ExitCode
    from respondent.take import Responses, take_id

    name, at = named(by), datetime.now(UTC)
    word = State[chosen("--state", state, [state.word for state in FOR_SUBMISSION])[0].upper()]
    arrivals, problems = _arrived(files)
    tell(problems)
    said = Submission(name, at, "", take_id(at, arrivals), word, frozenset(accept or ()))
    places = _places(response) if arrivals else []
    among = None if len(places) == 1 else Responses(places)
    results = [_taken(one, among or places[0], said, dry_run) for one in arrivals]
    failed = len(problems) + sum(result is None for result in results)
    if code := exit_code(failed, len(files)):
        raise typer.Exit(code)
    if any(result and result.refusals for result in results):
        raise typer.Exit(ExitCode.FINDINGS)


def _arrived(files: Sequence[Path]) -> tuple[list[ReturnedFile], list[Problem]]:
    from respondent.errors import RespondentError
    from respondent.take import read_returned

    arrivals: list[ReturnedFile] = []
    problems: list[Problem] = []
    for file in files:
        try:
            arrivals.append(read_returned(file))
        except RespondentError as error:
            problems += error.problems
    return arrivals, problems


def _places(response: Path | None) -> list[Path]:
    """Return the responses among which to look."""
    from respondent.errors import InputError
    from respondent.files import workspace

    found, problems = workspace.responses([response or workspace.find(Path.cwd()).root])
    if problems and not found:
        raise InputError(problems)
    return found


def _taken(
    one: ReturnedFile, place: Path | Responses, said: Submission, is_trial: bool
) -> ImportResult | None:
    """Take a file and print what became of it; none where nothing could be taken."""
    from dataclasses import replace

    from respondent.cli.faults import tell
    from respondent.cli.report import shown
    from respondent.errors import RespondentError

    try:
        file = place if isinstance(place, Path) else place.of(one)
        taking, tracked = _home(file, one, replace(said, origin=one.origin), is_trial)
    except RespondentError as error:
        tell(error.problems)
        return None
    print(f"{one.name}: {shown(file.parent)}")
    for line in (*_lines(taking, is_trial), *tracked):
        print(f"  {line}")
    return taking


def _home(file: Path, one: ReturnedFile, said: Submission, is_trial: bool) -> tuple[ImportResult, list[str]]:
    """Take a file; return what became of it, and a line for each change that is still marked in a draft."""
    from datetime import date

    from respondent import take
    from respondent.translation.edited_draft.draft_paragraphs import EditedDraft

    if not isinstance(one.content, EditedDraft):
        return take.take(file, one.content, said, is_trial=is_trial), []
    home = take.take_draft(file, one.content, said, date.today(), is_trial=is_trial)
    return home.result, [
        f"{'tracked':<10}{place}: {change.kind}{f' “{change.text}”' if change.text else ''}"
        f"{f', {change.by}' if change.by else ''}"
        for place, change in home.tracked
    ]


def _lines(taking: ImportResult, is_trial: bool) -> Iterator[str]:
    from respondent.cli.beside import beside

    word = "to take" if is_trial else "taken"
    for change in taking.changes:
        yield from _changed(change, word)
        if is_trial:
            yield from beside(change.old, change.new)
    for key in taking.waiting:
        yield f"{'kept':<10}{key}: written when the other parts of its text come"
    for refused in taking.refusals:
        yield from _refused(refused)
    for key in taking.absent:
        yield f"{'still out':<10}{key}: was sent, and is not in the file"
    counts = ((len(taking.unchanged), "as they were"), (len(taking.empty), "without a translation"))
    yield ", ".join(
        [f"{len(taking.changes)} {word}", *(f"{count} {what}" for count, what in counts if count)]
    )
    if is_trial:
        yield "nothing was written: a dry run"


def _changed(change: Change, word: str) -> Iterator[str]:
    from respondent.ledger.difference import shown

    claim = "" if change.state >= State.TRANSLATED else "  (parts of it still have nobody's word)"
    if change.language == change.field.source:
        claim = "  (the other language is to be looked at)"
    yield f"{word:<10}{change.language}  {change.field.id}{claim}"
    yield f"{'':10}{shown(change.old, change.new)}"
    if change.note:
        yield f"{'':10}note: {change.note}"


def _refused(refused: Refusal) -> Iterator[str]:
    where = f" ({refused.where})" if refused.where else ""
    key = refused.key if refused.key.isprintable() else ascii(refused.key)
    yield f"{'not taken':<10}{key}{where}: {refused.what}"
    yield f"{'':10}  {refused.advice}"
    if refused.old:
        yield f"{'':10}  here:  {' '.join(refused.old.split())}"
    if refused.new:
        yield f"{'':10}  came:  {' '.join(refused.new.split())}"
    if refused.comment:
        yield f"{'':10}  note:  {refused.comment}"
