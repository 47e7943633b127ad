"""Copies the inputs of a release, and makes its letters from these copies."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
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
from respondent.response.bodies import BODIES
from respondent.writers.formats import FORMATS


def inputs(file: Path, place: Workspace) -> dict[str, bytes]:
    """Return the files from which the pair of a response is made, by their paths in a release.

    Raises:
        InputError: if a file cannot be read, or its name is not allowed in a manifest.
    """
    home = f"{INPUTS}/responses/{workspace.slug(file)}"
    sealed = {f"{INPUTS}/{OFFICE}": _read(place.office_file), f"{home}/{RESPONSE}": _read(file)}
    terms = workspace.inside(place.root, TERMS, TERMS)
    ledgers = (
        (place.root / ledger.FILE, f"{INPUTS}/{ledger.FILE}"),
        (file.parent / ledger.FILE, f"{home}/{ledger.FILE}"),
    )
    for path, name in ((terms, f"{INPUTS}/{TERMS}"), *ledgers):
        if path.exists():
            sealed[name] = _read(path)
    for name, data in stationery(place, office_file(place)).items():
        sealed[f"{INPUTS}/{posixpath.normpath(name)}"] = data
    sealed |= {f"{INPUTS}/{name}": data for name, data in _templates(place.templates_folder)}
    if problems := [problem for name in sealed for problem in _name_problems(name)]:
        raise InputError(problems)
    return sealed | dict(_templates(resources.templates())) | dict(_shared())


def _name_problems(name: str) -> Iterator[Problem]:
    """Yield a problem if the name of a file is not allowed on every system."""
    try:
        manifest.inside(name)
    except ValueError:
        name = printable(name.removeprefix(f"{INPUTS}/"))
        fault = "a release cannot contain a file or folder with this name"
        yield Problem(name, fault, "rename it with letters, digits and hyphens only")


def load_sealed_office(release: Path) -> OfficeContext:
    """Return the office in the sealed inputs of a release."""
    return load_office(sealed_workspace(release), release / TEMPLATES)


def outputs(release: Path, slug: str, office: OfficeContext, day: date) -> dict[str, bytes]:
    """Return the letters and trees made from the sealed inputs of a release, by their paths in it.

    Raises:
        InputError: with all problems of the sealed inputs.
    """
    final = final_pair(sealed_response(release, slug), office, day)
    letters = {f"{LETTERS}/{file.name}": file.data for file in final.files}
    trees = {f"{TREES}/{name}.json": plain.to_json(document) for name, document in final.documents.items()}
    return letters | trees


def written(release: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return files of a release as they are on the disk; raise `InputError` if one cannot be read."""
    return {name: _read(release / name) for name in names}


def _templates(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the templates of a folder as ``templates/cy/…``. Links are followed, as letters do."""
    for language in Language:
        for path in sorted(_files(folder / language, frozenset())):
            yield f"{TEMPLATES}/{path.relative_to(folder).as_posix()}", _read(path)


def _files(folder: Path, above: frozenset[str]) -> Iterator[Path]:
    """Yield the files below a folder. Links are followed, but not in circles."""
    real = os.path.realpath(folder)
    if real in above or not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.is_dir():
            yield from _files(path, above | {real})
        elif path.is_file():
            yield path


def _shared() -> Iterator[tuple[str, bytes]]:
    """Yield what the languages share: the bodies of reports, and the style files."""
    yield f"{TEMPLATES}/{BODIES}", resources.style_file(BODIES)
    for format_ in FORMATS.values():
        if format_.style_file:
            yield f"{TEMPLATES}/{format_.style_file}", resources.style_file(format_.style_file)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        fault = f"the file cannot be read ({error.strerror})"
        raise InputError(
            Problem(str(path), fault, "check that it exists and that you have permission to open it")
        ) from error
