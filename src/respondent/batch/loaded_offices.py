"""Loads the office of each workspace once for all its responses, also if it has errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from respondent.errors import RespondentError
from respondent.files.workspace import Workspace
from respondent.production.office import OfficeContext, load_office, office_file
from respondent.response.reading import OfficeFile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LoadedOffices:
    """The offices that were loaded, or the errors of those that could not be."""

    _contexts: dict[Path, OfficeContext | RespondentError] = field(default_factory=dict)
    _offices: dict[Path, OfficeFile | RespondentError] = field(default_factory=dict)

    def of(self, place: Workspace) -> OfficeContext:
        """Return the office of a workspace with its stationery; raise the errors in its files."""
        return _once(self._contexts, place, load_office)

    def office(self, place: Workspace) -> OfficeFile:
        """Return only the `office.yaml` of a workspace; raise the errors in it."""
        return _once(self._offices, place, office_file)


def _once(loaded: dict[Path, T | RespondentError], place: Workspace, load: Callable[[Workspace], T]) -> T:
    if place.root not in loaded:
        try:
            loaded[place.root] = load(place)
        except RespondentError as error:
            loaded[place.root] = error
    result = loaded[place.root]
    if isinstance(result, RespondentError):
        raise result
    return result
