"""Makes drafts of many responses. One that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from respondent.batch.loaded_offices import LoadedOffices
from respondent.errors import InternalProblem, Problem, RespondentError
from respondent.files import copies, workspace
from respondent.language import Language, Pair
from respondent.production import saved_drafts
from respondent.production.letters import draft_pair
from respondent.production.office import load_office
from respondent.production.saved_drafts import Saved


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """Which drafts to make of each response."""

    formats: Sequence[str]
    languages: Sequence[Language]
    today: date
    """The date for letters that have none yet."""

    out: Path | None
    """The folder for all drafts; none for the `drafts` folder of each response."""


_NO_GAPS: Pair[tuple[str, ...]] = Pair((), ())


@dataclass(frozen=True, slots=True)
class DraftResult:
    """The drafts of one response, or why they could not be made."""

    file: Path
    """The `response.yaml`."""

    root: Path | None = None
    """Its workspace; none if it is outside one."""

    saved: tuple[Saved, ...] = ()
    gaps: Pair[tuple[str, ...]] = _NO_GAPS
    """The missing fields, per language."""

    problems: tuple[Problem, ...] = ()
    damage: tuple[Problem, ...] = ()
    """The damaged texts, with their places: no letter with them is released."""

    notes: tuple[str, ...] = ()
    """Notes about the office's stationery, and about what was read in another way than it was typed."""

    @property
    def slug(self) -> str:
        """The short name of the response."""
        return workspace.slug(self.file)


def responses(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the responses at or below `paths`, and the problems of the other paths.

    In a new workspace without responses the office is read, so that its user learns what is missing there.
    """
    files, problems = workspace.responses(paths)
    if files:
        return files, problems
    return [], [problem for path in paths for problem in _office_problems(path)] + problems


def _office_problems(path: Path) -> tuple[Problem, ...]:
    try:
        if (path / workspace.OFFICE).is_file():
            load_office(workspace.find(path))
    except RespondentError as error:
        return error.problems
    return ()


def drafts(files: Iterable[Path], options: DraftOptions) -> Iterator[DraftResult]:
    """Make the drafts of each response and yield the result, in the order given."""
    offices = LoadedOffices()
    names: dict[str, Path] = {}
    for file in files:
        # Folders of Windows and macOS do not distinguish capitals: Custody would replace custody.
        earlier = names.setdefault(workspace.slug(file).casefold(), file)
        if options.out is not None and earlier != file:
            fault = f"another response has the same name: {earlier}"
            advice = "draft it separately, with another --out"
            yield DraftResult(file, problems=(Problem(str(file), fault, advice),))
        else:
            yield _result(file, options, offices)


def _result(file: Path, options: DraftOptions, offices: LoadedOffices) -> DraftResult:
    root: Path | None = None
    try:
        place = workspace.find(file.parent)
        root = place.root
        context = offices.of(place)
        pair = draft_pair(file, context, options.today, formats=options.formats, languages=options.languages)
        saved = saved_drafts.save(options.out or file.parent / "drafts", pair.files)
    except RespondentError as error:
        return DraftResult(file, root, problems=error.problems)
    except Exception as error:  # one response must not cost the others, whatever it holds
        return DraftResult(file, root, problems=(InternalProblem.of(str(file), error),))
    folders = (file.parent, place.root)
    beside = (problem.what for folder in folders for problem in copies.problems(folder, workspace.TYPED))
    notes = (*context.notes, *pair.notes, *beside)
    return DraftResult(file, root, tuple(saved), pair.gaps, damage=pair.damage, notes=notes)
