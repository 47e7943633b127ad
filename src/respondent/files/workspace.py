"""The office's folder: where its files lie, which responses are in it, and nothing outside it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from respondent.errors import InputError, Problem

OFFICE = "office.yaml"
RESPONSE = "response.yaml"
TERMS = "terms.csv"

SEAL = "manifest.json.sha256"
"""The file by which a sealed release is known, wherever its folder was copied to."""

_MADE = frozenset({"drafts", "released"})
"""Folders of a response that hold what was made from it."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds `office.yaml`."""

    root: Path
    """Absolute, without links."""

    @property
    def office_file(self) -> Path:
        """Names, people, notices, contacts, house style."""
        return self.root / OFFICE

    @property
    def terms_file(self) -> Path:
        """The office's agreed terms; need not be there."""
        return self.root / TERMS

    @property
    def templates_folder(self) -> Path:
        """The office's own wording, file by file over the shipped one; need not be there."""
        return self.root / "templates"

    @property
    def responses_folder(self) -> Path:
        """A folder for each response."""
        return self.root / "responses"


def around(start: Path) -> Workspace | None:
    """Return the workspace that `start` is or lies in, as git finds its own; none where there is none."""
    place = _real(start)
    return next((Workspace(at) for at in (place, *place.parents) if _is_file(at / OFFICE)), None)


def find(start: Path) -> Workspace:
    """Return the workspace that `start` is or lies in.

    Raises:
        InputError: if there is none, or it is sealed in a release, where nothing is made.
    """
    refuse_sealed(start)
    if found := around(start):
        return found
    what = f"there is no {OFFICE} here or in any folder above"
    next_ = "change to the office's folder, or create one with `respondent init`"
    raise InputError(Problem(str(start), what, next_))


def refuse_sealed(path: Path) -> None:
    """Raise `InputError` for what is or lies in a sealed release: that is read by `verify` alone."""
    if problem := _sealed(path):
        raise InputError(problem)


def _sealed(path: Path) -> Problem | None:
    place = _real(path)
    release = next((at for at in (place, *place.parents) if _is_file(at / SEAL)), None)
    if release is None:
        return None
    then = "use the response itself; to verify a release, run  respondent verify"
    return Problem(str(path), f"this is part of the sealed release {release.name}, which never changes", then)


def slug(response: Path) -> str:
    """Return the short name of a response, which is that of its folder."""
    return _real(response).parent.name


def responses(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the response files that `paths` are or hold, sorted, each once, and what is wrong with the rest.

    Hidden folders, and those of what was made from a response, are not looked into; what lies in a sealed
    release is none.
    """
    found: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        files, wrong = _file(path) if _is_file(path) else _folder(path)
        sealed = _sealed(path)
        found = {_real(file): file for file in files if not sealed} | found
        problems += [sealed] if sealed else wrong
    return [found[place] for place in sorted(found)], problems


def _file(path: Path) -> tuple[list[Path], list[Problem]]:
    if path.name.casefold() == RESPONSE:
        return [path], []
    next_ = f"give the {RESPONSE}, or the folder that it is in"
    return [], [Problem(str(path), f"this is not a {RESPONSE}", next_)]


def _folder(path: Path) -> tuple[list[Path], list[Problem]]:
    files: list[Path] = []
    problems: list[Problem] = []
    for place, folders, names in os.walk(path, onerror=lambda error: problems.append(_unreadable(error))):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _MADE]
        if RESPONSE in names:
            files.append(Path(place, RESPONSE))
    if not files and not problems:
        what = f"there is no {RESPONSE} in this folder or below it"
        problems.append(Problem(str(path), what, "give another folder, or create one with `respondent new`"))
    return files, problems


def _unreadable(error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(str(error.filename), "there is no such file or folder", "check the name")
    what = f"the folder cannot be read ({error.strerror})"
    return Problem(str(error.filename), what, "check the name, and that you may open it")


def inside(root: Path, name: str, where: str) -> Path:
    """Return the path of the file that `where` names, absolute and without links; raise `InputError`.

    It must lie in the folder `root`, whatever dots and links its name goes through.
    """
    if ":" in name or name.startswith(("/", "\\")):
        raise _outside(where, f"“{name}” names a place outside the workspace")
    if "\\" in name:
        forward = name.replace("\\", "/")
        raise InputError(Problem(where, f"“{name}” contains a backslash", f"write {forward}"))
    base = _real(root)
    path = _real(base / name)
    if base not in path.parents:
        raise _outside(where, f"“{name}” is not the name of a file in the workspace")
    return path


def _outside(where: str, what: str) -> InputError:
    next_ = "copy the file into the workspace and give its path from there: stationery/logo.png"
    return InputError(Problem(where, what, next_))


# Unlike the methods of `Path`, these two answer also where links go in circles, names are too long,
# or a folder may not be looked into.
def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - for the reason above


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
