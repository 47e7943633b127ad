"""The desks of workspaces: what the responses of each share is read once, and once only if it is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from respondent import produce
from respondent.errors import RespondentError
from respondent.files.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Desks:
    """The desks that have been asked for."""

    _known: dict[Path, produce.Desk | RespondentError] = field(default_factory=dict)

    def of(self, place: Workspace) -> produce.Desk:
        """Return the desk of a workspace; raise what is wrong with its files."""
        if place.root not in self._known:
            try:
                self._known[place.root] = produce.desk(place)
            except RespondentError as error:
                self._known[place.root] = error
        found = self._known[place.root]
        if isinstance(found, RespondentError):
            raise found
        return found
