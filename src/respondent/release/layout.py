"""Where releases are stored, and how a release is laid out."""

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
"""The folder of a response that holds its releases. Each has a number as its name."""

LETTERS, TREES, INPUTS, TEMPLATES = "letters", "trees", "inputs", "templates"
"""The folders of a release: the pair in every format, its trees, a workspace with only this response and its
ledgers, and the shipped templates and style files."""

MAKING = ".making-"
"""The prefix of a folder while its release is made. An interruption leaves such a folder behind."""

KIND = "released"
"""The kind of row that names a release and the digest of its manifest."""

_PASSED_OVER = (RELEASED, "drafts")
"""Folders that hold no responses, so that a search for releases need not enter them."""


def sealed_workspace(release: Path) -> Workspace:
    """Return the workspace that is sealed in a release."""
    return Workspace(Path(os.path.realpath(release / INPUTS)))


def sealed_response(release: Path, slug: str) -> Path:
    """Return the `response.yaml` that is sealed in a release."""
    return sealed_workspace(release).responses_folder / slug / workspace.RESPONSE


def releases_of(folder: Path) -> dict[int, Path]:
    """Return the releases of a response's folder by number, lowest first."""
    home = folder / RELEASED
    releases = {
        int(path.name): path for path in _visible(home) if path.name.isascii() and path.name.isdigit()
    }
    return dict(sorted(releases.items()))


def is_called(folder: Path, slug: str) -> bool:
    """Return whether a folder has the name of a response. macOS stores accents as separate characters."""
    return unicodedata.normalize("NFC", folder.name) == unicodedata.normalize("NFC", slug)


def next_number(folder: Path, rows: Iterable[LedgerRow]) -> int:
    """Return the number of the next release. The number of a lost release is not used again."""
    return 1 + max((*releases_of(folder), *_numbers(rows)), default=0)


def rows_of(rows: Iterable[LedgerRow], number: int) -> list[LedgerRow]:
    """Return the rows of the ledger that record a release: one, or several that must agree."""
    return [row for row in rows if row.kind == KIND and row.more.get("release") == str(number)]


def row_of(rows: Iterable[LedgerRow], number: int) -> LedgerRow | None:
    """Return the first row of the ledger that records a release, if there is one."""
    return next(iter(rows_of(rows, number)), None)


def leftovers(folder: Path) -> Iterator[Path]:
    """Yield the folders that interrupted releases of a response left behind."""
    yield from sorted((folder / RELEASED).glob(f"{MAKING}*"))


def releases(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the folders of the releases at or below `paths`, and a problem for each path without a release.

    Releases that are recorded in the ledger but missing are included.
    """
    folders: dict[Path, None] = {}
    problems: list[Problem] = []
    for path in paths:
        below = list(_releases(Path(os.path.realpath(path))))
        if not below:
            fault = "there is no release at or below this path"
            advice = "give the folder of a release (`released/1`), a response or a workspace"
            problems.append(Problem(str(path), fault, advice))
        folders |= dict.fromkeys(below)
    return list(folders), problems


def _releases(place: Path) -> Iterator[Path]:
    if place.is_dir() and ((place / manifest.FILE).is_file() or place.parent.name == RELEASED):
        yield place
    elif place.name in (RELEASED, workspace.RESPONSE):
        yield from _in_response(place.parent)
    else:
        for parent, folders, _ in os.walk(place):
            yield from _in_response(Path(parent))
            folders[:] = sorted(
                name for name in folders if not name.startswith(".") and name not in _PASSED_OVER
            )


def _in_response(folder: Path) -> Iterator[Path]:
    """Yield the releases in the folder of a response, and those in its ledger that are missing."""
    try:
        rows = ledger.read(folder).rows if (folder / ledger.FILE).is_file() else ()
    except RespondentError:  # reported for each of its releases
        rows = ()
    home = folder / RELEASED
    numbered = releases_of(folder)
    lost = {number: home / str(number) for number in _numbers(rows) if number not in numbered}
    yield from dict(sorted((numbered | lost).items())).values()
    yield from (path for path in _visible(home) if path not in numbered.values())


def _visible(home: Path) -> list[Path]:
    if not home.is_dir():
        return []
    return sorted(path for path in home.iterdir() if path.is_dir() and not path.name.startswith("."))


def _numbers(rows: Iterable[LedgerRow]) -> Iterator[int]:
    """Yield the numbers of the releases that rows record."""
    for row in rows:
        number = row.more.get("release", "")
        if row.kind == KIND and number.isascii() and number.isdigit():
            yield int(number)
