"""`respondent take`: imports what translators and readers return."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from respondent.ledger.state import FOR_SUBMISSION, State, listed
from respondent.translation.formats import returned_titles

if TYPE_CHECKING:
    from respondent.changes.submission import Change, ImportResult, Refusal, Submission
    from respondent.readers.paragraphs import TrackedChange
    from respondent.take import Responses
    from respondent.translation.returned_files import ReturnedFile


def take(
    files: Annotated[
        list[Path],
        typer.Argument(help=f"Returned files, oldest first: {returned_titles()}; a folder or a .zip."),
    ],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who handed them in.")] = "",
    state: Annotated[
        str, typer.Option("--state", metavar="STATE", help=f"{listed(FOR_SUBMISSION)}.")
    ] = FOR_SUBMISSION[0].word,
    response: Annotated[
        Path | None,
        typer.Option(
            "--response",
            metavar="FOLDER",
            help="The response they belong to.",
            show_default="found by their content",
        ),
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option("--accept", metavar="KEY", help="Import this text in spite of differences."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change without writing it.")
    ] = False,
) -> None:
    """Import what a translator or reader returns.

    Changed texts are written into the response, and the ledger records who handed them in. A unit that cannot
    be imported is listed with its key and the reason. `respondent undo` undoes the most recent import.

    In a draft, an edited translation counts as reviewed, and an edited original makes its translation stale.

    Example:  respondent take 2026-custody.en-cy.xlf --by "Nia Rhys" --dry-run
    """
    from datetime import UTC, datetime

    from respondent.changes.submission import Submission
    from respondent.cli.errors import print_problems
    from respondent.cli.many import exit_code, required_name
    from respondent.cli.options import chosen
    from respondent.errors import ExitCode
    from respondent.take import Responses, take_id
    from respondent.translation import returned_files

    name, now = required_name(by), datetime.now(UTC)
    chosen_state = State[chosen("--state", state, [state.word for state in FOR_SUBMISSION])[0].upper()]
    handed_in = returned_files.read(files)
    returned, problems = handed_in.files, handed_in.problems
    print_problems(problems)
    if handed_in.passed_over:
        print(f"passed over: {', '.join(handed_in.passed_over)}")
    submission = Submission(name, now, "", take_id(now, returned), chosen_state, frozenset(accept or ()))
    candidates = _candidates(response) if returned else []
    # One response takes all files. Among several, each file has to say which it belongs to.
    places = candidates[0] if len(candidates) == 1 else Responses(candidates)
    results = [_import(file, places, submission, dry_run) for file in returned]
    failed = len(problems) + sum(result is None for result in results)
    if code := exit_code(failed, len(problems) + len(returned)):
        raise typer.Exit(code)
    if any(result and result.refusals for result in results):
        raise typer.Exit(ExitCode.FINDINGS)


def _candidates(response: Path | None) -> list[Path]:
    """Return the responses that the files may belong to."""
    from respondent.cli.many import settle
    from respondent.errors import InputError
    from respondent.files import workspace

    responses, problems = workspace.responses([response or workspace.find(Path.cwd()).root])
    if problems and not responses:
        raise InputError(problems)
    settle(responses)
    return responses


def _import(
    returned: ReturnedFile, places: Path | Responses, submission: Submission, is_trial: bool
) -> ImportResult | None:
    """Import a file and print the result; return None if nothing could be imported."""
    from dataclasses import replace
    from datetime import date

    from respondent import take
    from respondent.cli.errors import print_problems
    from respondent.cli.report import display_path, path_text
    from respondent.errors import InternalProblem, RespondentError
    from respondent.translation.edited_draft.draft_paragraphs import EditedDraft

    submission = replace(submission, origin=returned.origin)
    content, tracked = returned.content, []
    try:
        file = places if isinstance(places, Path) else places.of(returned)
        if isinstance(content, EditedDraft):
            imported = take.take_draft(file, content, submission, date.today(), is_trial=is_trial)
            result, tracked = imported.result, list(map(_tracked, imported.tracked))
        else:
            result = take.take(file, content, submission, is_trial=is_trial)
    except RespondentError as error:
        print_problems(error.problems)
        return None
    except Exception as error:  # one file must not cost the others, whatever it holds
        print_problems([InternalProblem.of(returned.name, error)])
        return None
    print(f"{returned.name}: {path_text(file.parent)}")
    for line in (*_lines(result, display_path(file.parent), is_trial), *tracked):
        print(f"  {line}")
    return result


def _tracked(place_and_change: tuple[str, TrackedChange]) -> str:
    place, change = place_and_change
    text = f" “{change.text}”" if change.text else ""
    return f"{'tracked':<10}{place}: {change.kind}{text}{f', {change.by}' if change.by else ''}"


def _lines(result: ImportResult, folder: Path, is_trial: bool) -> Iterator[str]:
    from respondent.cli.beside import beside

    word = "to take" if is_trial else "taken"
    for change in result.changes:
        yield from _changed(change, word)
        if is_trial:
            yield from beside(change.old, change.new)
    yield from _refused(result.refusals)
    lists = (
        ("waiting", ((key, "will be written with the other parts of its text") for key in result.waiting)),
        ("remark", result.remarks),
        ("left out", result.left_out),
        ("cleaned", result.cleaned),
        ("still out", ((key, "was sent, but is not in the file") for key in result.absent)),
    )
    for label, lines in lists:
        yield from (f"{label:<10}{key}: {text}" for key, text in dict.fromkeys(lines))
    if result.remarks:
        yield f"{'':10}  answer or close remarks with  respondent note {folder}"
    for field, state in result.verdicts:
        yield f"{'verdict':<10}{field.id}: {state.word}; nothing is approved yet. To approve it:"
        approve = f"respondent approve {folder} --field {field.id} --language {field.source.other}"
        yield f"{'':10}  {approve} --state {state.word} --by NAME"
    counts = ((len(result.unchanged), "unchanged"), (len(result.empty), "without a translation"))
    yield ", ".join(
        [f"{len(result.changes)} {word}", *(f"{count} {label}" for count, label in counts if count)]
    )
    if is_trial:
        yield "nothing was written: a dry run"


def _changed(change: Change, word: str) -> Iterator[str]:
    from respondent.ledger.difference import difference_line

    effect = "" if change.state >= State.TRANSLATED else "  (some paragraphs are not yet approved)"
    if change.language == change.field.source:
        effect = f"  ({_other_figures(change)}check the other language)"
    yield f"{word:<10}{change.language}  {change.field.id}{effect}"
    yield f"{'':10}{difference_line(change.old, change.new)}"


def _other_figures(change: Change) -> str:
    """Return the figures that an edited original has lost and gained; empty if they are the same."""
    from respondent.translation.consistency import different_figures

    figures = different_figures(change.old, change.new)
    return f"{figures}; " if figures else ""


def _refused(refusals: Sequence[Refusal]) -> Iterator[str]:
    """Yield what was not taken, with each advice once: many refusals of one file have the same."""
    given: set[str] = set()
    for refusal in refusals:
        position = f" ({refusal.where})" if refusal.where else ""
        key = refusal.key if refusal.key.isprintable() else ascii(refusal.key)
        yield f"{'not taken':<10}{key}{position}: {refusal.what}"
        if refusal.advice not in given:
            yield f"{'':10}  {refusal.advice}"
        given.add(refusal.advice)
        for label, text in (("response", refusal.old), ("returned", refusal.new)):
            if text:
                yield f"{'':10}  {f'{label}:':<10}{' '.join(text.split())}"
