"""Drafts of many responses: one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from respondent import produce, record
from respondent.errors import Problem, RespondentError
from respondent.files import workspace
from respondent.files.workspace import Workspace
from respondent.language import Language, Pair
from respondent.record import Saved


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made of each response."""

    formats: Sequence[str]
    languages: Sequence[Language]
    today: date
    """The date of letters that have none yet."""

    out: Path | None
    """The folder for all drafts; none for the `drafts` folder of each response."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one response."""

    slug: str
    saved: tuple[Saved, ...] = ()
    gaps: Pair[tuple[str, ...]] = Pair((), ())
    problems: tuple[Problem, ...] = ()
    """Why nothing could be made."""

    notes: tuple[str, ...] = ()
    """What the office should know of its stationery."""


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
            produce.desk(workspace.find(path))
    except RespondentError as error:
        return error.problems
    return ()


def drafts(files: Iterable[Path], wanted: Wanted) -> Iterator[Result]:
    """Make the drafts of each response and yield what became of it, in the order given."""
    desks: dict[Path, produce.Desk | RespondentError] = {}
    taken: dict[str, Path] = {}
    for file in files:
        slug = workspace.slug(file)
        first = taken.setdefault(slug, file)
        if wanted.out is not None and first != file:
            what = f"another response is called `{slug}` too: {first}"
            yield Result(slug, problems=(Problem(str(file), what, "make it by itself, with another --out"),))
            continue
        yield _result(lambda: _draft(file, slug, wanted, desks), slug)  # noqa: B023 - called at once


def _result(make: Callable[[], Result], slug: str) -> Result:
    try:
        return make()
    except RespondentError as error:
        return Result(slug, problems=error.problems)


def _draft(
    file: Path, slug: str, wanted: Wanted, desks: dict[Path, produce.Desk | RespondentError]
) -> Result:
    desk = _desk(workspace.find(file.parent), desks)
    made = produce.draft(file, desk, wanted.today, formats=wanted.formats, languages=wanted.languages)
    saved = record.save(wanted.out or file.parent / "drafts", made.files)
    return Result(slug, tuple(saved), made.gaps, notes=desk.notes)


def _desk(place: Workspace, desks: dict[Path, produce.Desk | RespondentError]) -> produce.Desk:
    """Return the desk of a workspace; its files are read once, and once only if they are wrong."""
    if place.root not in desks:
        try:
            desks[place.root] = produce.desk(place)
        except RespondentError as error:
            desks[place.root] = error
    found = desks[place.root]
    if isinstance(found, RespondentError):
        raise found
    return found
