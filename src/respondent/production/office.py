"""The office of a workspace, loaded once for all its letters: names, wording, terms, stationery."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from respondent import resources
from respondent.document.tree import Image
from respondent.errors import InputError, Problem, StationeryError
from respondent.files import workspace, yaml
from respondent.files.text import over_limit
from respondent.files.workspace import Workspace
from respondent.letter.compose import names_of
from respondent.letter.naming import LetterNames
from respondent.letter.overrides import Override, overrides
from respondent.letter.template import Wording, wording
from respondent.response.bodies import bodies_in
from respondent.response.labels import labels_in, shipped_labels
from respondent.response.office import PictureFile
from respondent.response.reading import OfficeFile, read_office
from respondent.response.terms import Term, named, nouns
from respondent.response.terms import load as load_terms
from respondent.writers.formats import FORMATS
from respondent.writers.letterhead import has_body, with_styles

MAX_PICTURE = 5_000_000
"""The size limit of a logo or signature, in bytes: each letter, each draft and each release contains both."""


@dataclass(frozen=True, slots=True)
class OfficeContext:
    """What all letters of an office share: names, wording, terms and stationery, read once."""

    workspace: Workspace
    office: OfficeFile
    names: LetterNames
    wording: Wording
    style_files: Mapping[str, bytes]
    """The stationery or style sheet by format; empty if the format needs none.

    A release has no style files of formats that were added after it. Its letters are not made in these.
    """

    pictures: Mapping[str, Image]
    notes: tuple[str, ...]
    """Remarks for the office that stop nothing."""

    terms: tuple[Term, ...] = ()
    """The rows of the office's `terms.csv`."""

    overrides: tuple[Override, ...] = ()
    """The office's own templates."""


def load_office(place: Workspace, shipped: Path | None = None) -> OfficeContext:
    """Load what the letters of a workspace share.

    Args:
        place: The workspace.
        shipped: A folder of templates and style files, as a release sealed them; by default the shipped ones.

    Raises:
        InputError: with everything that is wrong with the office's files.
    """
    labels = labels_in(shipped) if shipped else shipped_labels()
    shipped = shipped or resources.templates()
    office = read_office(yaml.load(place.office_file), labels.en)
    files = stationery(place, office)
    terms = load_terms(place)
    templates = place.templates_folder if place.templates_folder.is_dir() else None
    style_files = {
        name: (shipped / format_.style_file).read_bytes() if format_.style_file else b""
        for name, format_ in FORMATS.items()
        if not format_.style_file or (shipped / format_.style_file).is_file()
    }
    notes: tuple[str, ...] = ()
    letterhead = office.facts.stationery.letterhead
    if letterhead:
        style_files["docx"], notes = _letterhead(letterhead, files[letterhead], style_files["docx"])
    return OfficeContext(
        workspace=place,
        office=office,
        names=replace(names_of(office, labels), shipped=bodies_in(shipped)),
        wording=wording(shipped, templates, named(office.facts).over(nouns(terms))),
        style_files=style_files,
        pictures=dict(_pictures(office, files)),
        notes=notes,
        terms=terms,
        overrides=overrides(place.templates_folder, shipped),
    )


def office_file(place: Workspace) -> OfficeFile:
    """Return the office of a workspace, or raise `DataError` with all problems of its file."""
    return read_office(yaml.load(place.office_file), shipped_labels().en)


def _letterhead(name: str, data: bytes, shipped: bytes) -> tuple[bytes, tuple[str, ...]]:
    try:
        note = f"{name}: only its header and footer are used; text and pictures in its body are left out"
        return with_styles(data, shipped), (note,) if has_body(data) else ()
    except StationeryError as error:
        raise StationeryError(replace(problem, where=name) for problem in error.problems) from error


def stationery(place: Workspace, office: OfficeFile) -> dict[str, bytes]:
    """Return the contents of the letterhead, logo and signature that `office.yaml` names, by file name.

    Raises:
        InputError: if one cannot be read, or lies outside the workspace.
    """
    names: dict[tuple[str, ...], str | None] = {("letterhead",): office.facts.stationery.letterhead}
    for key, picture in _pictures_of(office).items():
        names[key, "file"] = picture.file if picture else None
    return {
        name: _stationery_file(place, name, office.source.where(("stationery", *path)))
        for path, name in names.items()
        if name
    }


def _pictures_of(office: OfficeFile) -> Mapping[str, PictureFile | None]:
    return {"logo": office.facts.stationery.logo, "signature": office.facts.stationery.signature}


def _pictures(office: OfficeFile, files: Mapping[str, bytes]) -> Iterator[tuple[str, Image]]:
    for name, picture in _pictures_of(office).items():
        if picture is not None:
            yield name, _image(picture, files[picture.file])


def _stationery_file(place: Workspace, name: str, source: str) -> bytes:
    file = workspace.inside(place.root, name, source)
    try:
        return file.read_bytes()
    except OSError as error:
        fault = f"“{name}” cannot be read ({error.strerror})"
        raise InputError(
            Problem(source, fault, "copy the file into the workspace, or correct its name")
        ) from error


def _image(picture: PictureFile, data: bytes) -> Image:
    from docx.image.exceptions import (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image as Header

    try:
        header = Header.from_blob(data)
        kind: Literal["png", "jpeg"] = {"image/png": "png", "image/jpeg": "jpeg"}[header.content_type]  # type: ignore[assignment]  # the two values of the map
        height = picture.width * header.px_height / header.px_width
    except (
        KeyError,
        ZeroDivisionError,
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    ) as error:
        problem = Problem(picture.file, "the file is not a PNG or JPEG picture", "save it as PNG")
        raise StationeryError(problem) from error
    if len(data) > MAX_PICTURE:
        problem = Problem(picture.file, f"the picture is {over_limit(MAX_PICTURE)}", "make it smaller")
        raise StationeryError(problem)
    return Image(data, kind, picture.width, height)
