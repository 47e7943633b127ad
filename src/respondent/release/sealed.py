"""What goes into a release, copied as it stands, and what comes out of these copies."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from respondent import resources
from respondent.document import plain
from respondent.errors import InputError, Problem
from respondent.files import workspace
from respondent.files.text import printable
from respondent.files.workspace import OFFICE, RESPONSE, TERMS, Workspace
from respondent.language import Language
from respondent.ledger import ledger
from respondent.production.letters import final_pair
from respondent.production.office import OfficeContext, load_office, office_file, stationery
from respondent.release import manifest
from respondent.release.layout import INPUTS, LETTERS, TEMPLATES, TREES, sealed_response, sealed_workspace
from respondent.writers.formats import FORMATS


def inputs(file: Path, place: Workspace) -> dict[str, bytes]:
    """Return all that the pair of a response is made from, by the names that it has in a release.

    Raises:
        InputError: if something cannot be read, or has a name that no manifest holds.
    """
    home = f"{INPUTS}/responses/{workspace.slug(file)}"
    found = {f"{INPUTS}/{OFFICE}": _read(place.office_file), f"{home}/{RESPONSE}": _read(file)}
    terms = workspace.inside(place.root, TERMS, TERMS)
    ledgers = (
        (place.root / ledger.FILE, f"{INPUTS}/{ledger.FILE}"),
        (file.parent / ledger.FILE, f"{home}/{ledger.FILE}"),
    )
    for path, name in ((terms, f"{INPUTS}/{TERMS}"), *ledgers):
        if path.exists():
            found[name] = _read(path)
    for name, data in stationery(place, office_file(place)).items():
        found[f"{INPUTS}/{posixpath.normpath(name)}"] = data
    found |= {f"{INPUTS}/{name}": data for name, data in _templates(place.templates_folder)}
    if wrong := [problem for name in found for problem in _name_problems(name)]:
        raise InputError(wrong)
    return found | dict(_templates(resources.templates())) | dict(_looks())


def _name_problems(name: str) -> Iterator[Problem]:
    """Yield why a file could not stand in a release that every system reads, if it could not."""
    try:
        manifest.inside(name)
    except ValueError:
        shown = printable(name.removeprefix(f"{INPUTS}/"))
        what = "a release cannot hold a file or folder of this name"
        yield Problem(shown, what, "call it by letters, figures and hyphens, without : or \\")


def desk(release: Path) -> OfficeContext:
    """Return what the sealed copies of a release say of the office."""
    return load_office(sealed_workspace(release), release / TEMPLATES)


def outputs(release: Path, slug: str, at: OfficeContext, day: date) -> dict[str, bytes]:
    """Return the letters and trees that the sealed copies of a release make, by their names in it.

    Raises:
        InputError: with everything that is wrong with the copies.
    """
    final = final_pair(sealed_response(release, slug), at, day)
    letters = {f"{LETTERS}/{one.name}": one.data for one in final.files}
    trees = {f"{TREES}/{name}.json": plain.written(one) for name, one in final.documents.items()}
    return letters | trees


def _templates(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the templates of a folder as ``templates/cy/…``, those behind links too: a letter has them."""
    for language in Language:
        for path in sorted(_files(folder / language, frozenset())):
            yield f"{TEMPLATES}/{path.relative_to(folder).as_posix()}", _read(path)


def _files(folder: Path, above: frozenset[str]) -> Iterator[Path]:
    """Yield the files below a folder through links, but not round in circles."""
    real = os.path.realpath(folder)
    if real in above or not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.is_dir():
            yield from _files(path, above | {real})
        elif path.is_file():
            yield path


def _looks() -> Iterator[tuple[str, bytes]]:
    for one in FORMATS.values():
        if one.style_file:
            yield f"{TEMPLATES}/{one.style_file}", resources.style_file(one.style_file)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise InputError(
            Problem(str(path), what, "check that it is there, and that you may open it")
        ) from error
