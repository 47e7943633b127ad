"""The desks of workspaces: what the responses of each share is read once, and once only if it is wrong."""

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
    """The desks and offices that have been asked for."""

    _desks: dict[Path, OfficeContext | RespondentError] = field(default_factory=dict)
    _offices: dict[Path, OfficeFile | RespondentError] = field(default_factory=dict)

    def of(self, place: Workspace) -> OfficeContext:
        """Return the desk of a workspace; raise what is wrong with its files."""
        return _once(self._desks, place, load_office)

    def office(self, place: Workspace) -> OfficeFile:
        """Return the office of a workspace alone; raise what is wrong with its file."""
        return _once(self._offices, place, office_file)


def _once(known: dict[Path, T | RespondentError], place: Workspace, read: Callable[[Workspace], T]) -> T:
    if place.root not in known:
        try:
            known[place.root] = read(place)
        except RespondentError as error:
            known[place.root] = error
    found = known[place.root]
    if isinstance(found, RespondentError):
        raise found
    return found
