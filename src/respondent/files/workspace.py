"""The office's folder: the places of its files, its responses, and nothing outside it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from respondent.errors import InputError, Problem
from respondent.files.text import CONTROL, named, printable

OFFICE = "office.yaml"
RESPONSE = "response.yaml"
TERMS = "terms.csv"

SEAL = "manifest.json.sha256"
"""The file that marks a sealed release, wherever its folder was copied to."""

TYPED = (RESPONSE, OFFICE, TERMS)
"""The files that people write."""

_GENERATED = frozenset({"drafts", "released"})
"""Folders of a response that contain generated files."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that contains `office.yaml`."""

    root: Path
    """Absolute, without links."""

    @property
    def office_file(self) -> Path:
        """Names, people, notices, contacts, house style."""
        return self.root / OFFICE

    @property
    def terms_file(self) -> Path:
        """The office's agreed terms; may be missing."""
        return self.root / TERMS

    @property
    def templates_folder(self) -> Path:
        """The office's own templates, which replace shipped ones file by file; may be missing."""
        return self.root / "templates"

    @property
    def responses_folder(self) -> Path:
        """The folder with a folder for each response."""
        return self.root / "responses"


def around(start: Path) -> Workspace | None:
    """Return the workspace that contains `start`, searched upwards as git does; none without one."""
    place = _real(start)
    return next((Workspace(folder) for folder in (place, *place.parents) if _is_file(folder / OFFICE)), None)


def find(start: Path) -> Workspace:
    """Return the workspace that contains `start`.

    Raises:
        InputError: if there is none, or it is part of a sealed release.
    """
    refuse_sealed(start)
    if problem := _unprintable(start):
        raise InputError(problem)
    if place := around(start):
        return place
    what = f"there is no {OFFICE} here or in any folder above"
    below = _real(start)
    for folder in (below, *below.parents):
        if similar := _similar(folder, OFFICE):
            raise InputError(Problem(str(start), f"{what}, but there is {folder / similar}", _rename(OFFICE)))
    advice = "change to the office's folder, or create one with `respondent init`"
    raise InputError(Problem(str(start), what, advice))


def refuse_sealed(path: Path) -> None:
    """Raise `InputError` for a sealed release or a file in one: only `verify` reads those."""
    if problem := _sealed(path):
        raise InputError(problem)


def _sealed(path: Path) -> Problem | None:
    place = _real(path)
    release = next((folder for folder in (place, *place.parents) if _is_file(folder / SEAL)), None)
    if release is None:
        return None
    advice = "use the response itself; to verify a release, run  respondent verify"
    return Problem(
        str(path), f"this is part of the sealed release {release.name}, which never changes", advice
    )


def slug(response: Path) -> str:
    """Return the short name of a response: the name of its folder."""
    return _real(response).parent.name


def responses(paths: Iterable[Path]) -> tuple[list[Path], list[Problem]]:
    """Return the response files at or below `paths`, sorted, each once, and the problems of the other paths.

    Hidden folders, folders of generated files and sealed releases are not searched.
    """
    by_place: dict[Path, Path] = {}
    problems: list[Problem] = []
    for path in paths:
        files, wrong = _file(path) if _is_file(path) else _folder(path)
        sealed = _sealed(path)
        by_place = {_real(file): file for file in files if not sealed} | by_place
        problems += [sealed] if sealed else wrong
    return [by_place[place] for place in sorted(by_place)], problems


def _file(path: Path) -> tuple[list[Path], list[Problem]]:
    if path.name.casefold() == RESPONSE:
        return [path], []
    advice = f"give the {RESPONSE}, or the folder that it is in"
    if _is_similar(path.name, RESPONSE):
        advice = _rename(RESPONSE)
    return [], [Problem(str(path), f"this is not a {RESPONSE}", advice)]


def _folder(path: Path) -> tuple[list[Path], list[Problem]]:
    files: list[Path] = []
    similar: list[Path] = []
    problems: list[Problem] = []
    for place, folders, names in os.walk(path, onerror=lambda error: problems.append(_unreadable(error))):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _GENERATED]
        if RESPONSE in names:
            files.append(Path(place, RESPONSE))
        else:
            similar += [Path(place, name) for name in sorted(names) if _is_similar(name, RESPONSE)]
    if not files and not problems:
        what = f"there is no {RESPONSE} in this folder or below it"
        advice = "give another folder, or create one with `respondent new`"
        if similar:
            what, advice = f"{what}, but there is {', '.join(map(str, similar[:3]))}", _rename(RESPONSE)
        problems.append(Problem(str(path), what, advice))
    return files, problems


# Notepad and Windows, which hides extensions, make response.yaml.txt; others write .yml, or capitals.
_SIMILAR = re.compile(r"(?P<name>response|office)(?:\.ya?ml)?(?:\.[a-z]{2,5})?", re.IGNORECASE)


def _is_similar(name: str, expected: str) -> bool:
    """Return whether a name of a file was probably meant to be the `expected` one."""
    match = _SIMILAR.fullmatch(name)
    return name != expected and match is not None and expected.startswith(f"{match['name'].lower()}.")


def _similar(folder: Path, expected: str) -> str:
    try:
        names = sorted(file.name for file in folder.iterdir())
    except OSError:
        return ""
    return next((name for name in names if _is_similar(name, expected)), "")


def _rename(expected: str) -> str:
    return f"rename it to {expected}; show file extensions to see the whole name"


def _unprintable(path: Path) -> Problem | None:
    """Return what is wrong with a path that has a control character in it: it would come into the letters."""
    real = printable(str(_real(path)))
    # Line ends and invisible signs are no control characters of a text, and still none of a name.
    sign = next(
        (sign for sign in real if CONTROL.match(sign) or not (sign.isprintable() or sign == "\u00a0")), ""
    )
    if not sign:
        return None
    what = f"the name of a folder contains {named(sign)[0]}"
    return Problem(ascii(str(path))[1:-1], what, "give it another name")


def _unreadable(error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        return Problem(str(error.filename), "there is no such file or folder", "check the name")
    what = f"the folder cannot be read ({error.strerror})"
    return Problem(str(error.filename), what, "check the name, and that you may open it")


def inside(root: Path, name: str, where: str) -> Path:
    """Return the path of the file that `where` names, absolute and without links; raise `InputError`.

    The file must lie in the folder `root`, even after dots and links in its name are followed.
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
    advice = "copy the file into the workspace and give its path from there: stationery/logo.png"
    return InputError(Problem(where, what, advice))


# Unlike the methods of `Path`, these two never raise: not for links in a circle, names that are too long, or
# folders without read permission.
def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - for the reason above


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
