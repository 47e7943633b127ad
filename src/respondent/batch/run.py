"""Drafts of many responses: one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from respondent.batch.loaded_offices import LoadedOffices
from respondent.errors import Problem, RespondentError
from respondent.files import workspace
from respondent.language import Language, Pair
from respondent.production import saved_drafts
from respondent.production.letters import draft_pair
from respondent.production.office import load_office
from respondent.production.saved_drafts import Saved


@dataclass(frozen=True, slots=True)
class DraftOptions:
    """What is to be made of each response."""

    formats: Sequence[str]
    languages: Sequence[Language]
    today: date
    """The date of letters that have none yet."""

    out: Path | None
    """The folder for all drafts; none for the `drafts` folder of each response."""


_NO_GAPS: Pair[tuple[str, ...]] = Pair((), ())


@dataclass(frozen=True, slots=True)
class DraftResult:
    """What became of one response."""

    file: Path
    """The `response.yaml`."""

    root: Path | None = None
    """Its workspace; none where it lies in none."""

    saved: tuple[Saved, ...] = ()
    gaps: Pair[tuple[str, ...]] = _NO_GAPS
    """The fields that are missing, per language."""

    problems: tuple[Problem, ...] = ()
    """Why nothing could be made."""

    notes: tuple[str, ...] = ()
    """What the office should know of its stationery."""

    @property
    def slug(self) -> str:
        """The short name of the response."""
        return workspace.slug(self.file)


def responses(paths: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the responses that `paths` are or hold, and what is wrong with the rest.

    Of a workspace without any response its office is read, so that whoever has begun it hears what it lacks.
    """
    files, problems = workspace.responses(paths)
    if files:
        return files, problems
    found = [problem for path in paths for problem in _office_problems(path)]
    return [], found + problems


def _office_problems(path: Path) -> tuple[Problem, ...]:
    try:
        if (path / workspace.OFFICE).is_file():
            load_office(workspace.find(path))
    except RespondentError as error:
        return error.problems
    return ()


def drafts(files: Iterable[Path], wanted: DraftOptions) -> Iterator[DraftResult]:
    """Make the drafts of each response and yield what became of it, in the order given."""
    desks = LoadedOffices()
    taken: dict[str, Path] = {}
    for file in files:
        first = taken.setdefault(workspace.slug(file).casefold(), file)
        if wanted.out is not None and first != file:
            what = f"another response goes by this name too: {first}"
            then = "make it by itself, with another --out"
            yield DraftResult(file, problems=(Problem(str(file), what, then),))
        else:
            yield _result(file, wanted, desks)


def _result(file: Path, wanted: DraftOptions, desks: LoadedOffices) -> DraftResult:
    root: Path | None = None
    try:
        place = workspace.find(file.parent)
        root = place.root
        desk = desks.of(place)
        made = draft_pair(file, desk, wanted.today, formats=wanted.formats, languages=wanted.languages)
        saved = saved_drafts.save(wanted.out or file.parent / "drafts", made.files)
    except RespondentError as error:
        return DraftResult(file, root, problems=error.problems)
    return DraftResult(file, root, tuple(saved), made.gaps, notes=desk.notes)
