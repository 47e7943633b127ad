"""Where things lie: the releases of a response, and the parts of a release."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from respondent.errors import Problem, RespondentError
from respondent.files import workspace
from respondent.files.workspace import Workspace
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.release import manifest

RELEASED = "released"
"""The folder of a response that holds its releases, each called by its number."""

LETTERS, TREES, INPUTS, TEMPLATES = "letters", "trees", "inputs", "templates"
"""The folders of a release: the pair in every format; its trees; a workspace with this one response and the
ledgers as they stood; the shipped templates and looks."""

MAKING = ".making-"
"""How the folder of a release begins that is being made, or whose making was cut short."""

KIND = "released"
"""The kind of row that names a release and the digest of its manifest."""

_PASSED_OVER = (RELEASED, "drafts")


def sealed_workspace(release: Path) -> Workspace:
    """Return the workspace that is sealed in a release."""
    return Workspace(Path(os.path.realpath(release / INPUTS)))


def sealed_response(release: Path, slug: str) -> Path:
    """Return the `response.yaml` that is sealed in a release."""
    return sealed_workspace(release).responses_folder / slug / workspace.RESPONSE


def releases_of(folder: Path) -> dict[int, Path]:
    """Return the releases of a response's folder by number, the first one first."""
    home = folder / RELEASED
    found = {int(one.name): one for one in _visible(home) if one.name.isascii() and one.name.isdigit()}
    return dict(sorted(found.items()))


def is_called(folder: Path, slug: str) -> bool:
    """Return whether the folder of a response has its short name, however a system writes its accents."""
    return unicodedata.normalize("NFC", folder.name) == unicodedata.normalize("NFC", slug)


def next_number(folder: Path, rows: Iterable[LedgerRow]) -> int:
    """Return the number of the next release: no number is given twice, even where a release was lost."""
    return 1 + max((*releases_of(folder), *_said(rows)), default=0)


def row_of(rows: Iterable[LedgerRow], number: int) -> LedgerRow | None:
    """Return the row of the ledger that names a release; none where there is none."""
    found = [row for row in rows if row.kind == KIND and row.more.get("release") == str(number)]
    return found[0] if found else None


def leftovers(folder: Path) -> Iterator[Path]:
    """Yield the folders of releases of a response whose making was cut short."""
    yield from sorted((folder / RELEASED).glob(f"{MAKING}*"))


def releases(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the folders of the releases that `paths` are or hold, and what is wrong with the rest.

    A release that the ledger names and that is not there is among them.
    """
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    for path in paths:
        here = list(_releases(Path(os.path.realpath(path))))
        if not here:
            what = "this is no release, and there is none in it or below it"
            then = "give a folder `released/1`, a response or a workspace; `respondent release` makes one"
            problems.append(Problem(str(path), what, then))
        found |= dict.fromkeys(here)
    return list(found), problems


def _releases(place: Path) -> Iterator[Path]:
    if place.is_dir() and ((place / manifest.FILE).is_file() or place.parent.name == RELEASED):
        yield place
    elif place.name in (RELEASED, workspace.RESPONSE):
        yield from _in_response(place.parent)
    else:
        for at, folders, _ in os.walk(place):
            yield from _in_response(Path(at))
            folders[:] = sorted(one for one in folders if not one.startswith(".") and one not in _PASSED_OVER)


def _in_response(folder: Path) -> Iterator[Path]:
    """Yield the releases in the folder of a response, and those that its ledger names and it has not."""
    try:
        rows = ledger.read(folder).rows if (folder / ledger.FILE).is_file() else ()
    except RespondentError:  # each of its releases says so
        rows = ()
    home = folder / RELEASED
    numbered = releases_of(folder)
    lost = {number: home / str(number) for number in _said(rows) if number not in numbered}
    yield from dict(sorted((numbered | lost).items())).values()
    yield from (one for one in _visible(home) if one not in numbered.values())


def _visible(home: Path) -> list[Path]:
    if not home.is_dir():
        return []
    return sorted(one for one in home.iterdir() if one.is_dir() and not one.name.startswith("."))


def _said(rows: Iterable[LedgerRow]) -> Iterator[int]:
    """Yield the numbers of the releases that rows name."""
    for row in rows:
        number = row.more.get("release", "")
        if row.kind == KIND and number.isascii() and number.isdigit():
            yield int(number)
