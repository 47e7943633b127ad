"""One response to its files: the flow of the house on one page.

read → compose → render → write. Files are read at the beginning; what comes out is names and bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from respondent import resources
from respondent.checks.case import Case
from respondent.document.tree import Document, Image
from respondent.document.walk import gaps
from respondent.errors import InputError, Problem, StationeryError
from respondent.files import workspace, yaml
from respondent.files.workspace import Workspace
from respondent.language import Language, Pair
from respondent.ledger import ledger
from respondent.letter.assemble import Assembly
from respondent.letter.compose import compose, names_of
from respondent.letter.naming import Names
from respondent.letter.template import Wording, wording
from respondent.response.office import Picture
from respondent.response.reading import OfficeFile, ResponseFile, read_office, read_response
from respondent.response.terms import office_terms
from respondent.writers.formats import FORMATS
from respondent.writers.letterhead import has_body, with_styles

MAX_PICTURE = 5_000_000
"""The largest logo or signature, in bytes."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What all letters of an office share, read once: names, wording, stationery."""

    workspace: Workspace
    office: OfficeFile
    names: Names
    wording: Wording
    looks: Mapping[str, bytes]
    """For each format the file that gives it its looks."""

    pictures: Mapping[str, Image]
    notes: tuple[str, ...]
    """What the office should know, though it stops nothing."""


@dataclass(frozen=True, slots=True)
class Made:
    """One file of a letter."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """What one response makes."""

    slug: str
    files: tuple[Made, ...]
    gaps: Pair[tuple[str, ...]]
    """The fields that are missing, per language."""


def desk(place: Workspace) -> Desk:
    """Return what the letters of a workspace share.

    Raises:
        InputError: with everything that is wrong with the office's files.
    """
    labels = shipped_labels()
    office = office_of(place)
    own = place.templates_folder if place.templates_folder.is_dir() else None
    looks = {name: resources.looks(one.looks) if one.looks else b"" for name, one in FORMATS.items()}
    notes: tuple[str, ...] = ()
    letterhead = office.facts.stationery.letterhead
    if letterhead:
        data = _stationery_file(place, office, ("stationery", "letterhead"), letterhead)
        looks["docx"], notes = _letterhead(letterhead, data, looks["docx"])
    return Desk(
        workspace=place,
        office=office,
        names=names_of(office, labels),
        wording=wording(resources.templates(), own, office_terms(place, office.facts)),
        looks=looks,
        pictures=dict(_pictures(place, office)),
        notes=notes,
    )


def office_of(place: Workspace) -> OfficeFile:
    """Return the office of a workspace; raise `DataError` with everything that is wrong with its file."""
    return read_office(yaml.load(place.office_file), shipped_labels().en)


@cache
def shipped_labels() -> Pair[Mapping[str, str]]:
    """Return the small fixed words of both languages."""
    return Pair.of(_labels)


def _labels(language: Language) -> Mapping[str, str]:
    source = yaml.load(resources.templates() / language / "labels.yaml")
    assert isinstance(source.value, dict)  # the shipped file; a test holds its shape
    return {str(key): str(value) for key, value in source.value.items()}


def read(file: Path, at: Desk) -> ResponseFile:
    """Return the response of a file.

    Raises:
        DataError: with everything that is wrong with it.
    """
    root = at.workspace.root
    name = file.resolve().relative_to(root).as_posix() if file.resolve().is_relative_to(root) else str(file)
    return read_response(yaml.load(file, name), at.office)


def assemble(response: ResponseFile, slug: str, at: Desk, today: date) -> Assembly:
    """Return both letters of a response, rendered, as a draft."""
    letters = compose(response, at.names, today)
    return Assembly(
        slug=slug,
        letters=letters,
        sections=at.wording.render(letters),
        dated=response.facts.letter.date or today,
        is_draft=True,
        pictures=at.pictures,
    )


def case(file: Path, at: Desk, today: date) -> Case:
    """Return all that checks look at, of one response on a day.

    Raises:
        InputError: with everything that is wrong with the response, its ledger or a template.
    """
    response = read(file, at)
    assembly = assemble(response, workspace.slug(file), at, today)
    by_language = {document.language: document for _, document in assembly.two_files()}
    return Case(
        response=response,
        office=at.office,
        ledger=ledger.read(file.parent),
        letters=assembly.letters,
        documents=Pair.of(lambda language: by_language[language]),
        today=today,
    )


def documents(assembly: Assembly, arrangement: Literal["two-files", "one-file"]) -> dict[str, Document]:
    """Return the documents of a response by the names of their files, without suffixes."""
    return dict(assembly.two_files() if arrangement == "two-files" else assembly.one_file())


def draft(
    file: Path, at: Desk, today: date, *, formats: Sequence[str], languages: Sequence[Language]
) -> Draft:
    """Return the draft pair of a response.

    Args:
        file: The `response.yaml`.
        at: What the office's letters share.
        today: The date of a letter that has none yet.
        formats: Names of `FORMATS`.
        languages: The languages wanted; two letters in one file come together.

    Raises:
        InputError: with everything that is wrong with the response or a template.
    """
    return drafted(read(file, at), workspace.slug(file), at, today, (formats, languages))


def drafted(
    response: ResponseFile,
    slug: str,
    at: Desk,
    today: date,
    wanted: tuple[Sequence[str], Sequence[Language]],
) -> Draft:
    """Return the draft pair of a response that has been read, in the wanted formats and languages."""
    formats, languages = wanted
    assembly = assemble(response, slug, at, today)
    found = documents(assembly, response.facts.letter.arrangement)
    missing = {
        language: gaps(document)
        for document in dict(assembly.two_files()).values()
        for language in (document.language,)
    }
    return Draft(
        slug=assembly.slug,
        files=tuple(_written(found, at, formats, languages)),
        gaps=Pair.of(lambda language: tuple(missing[language])),
    )


def _written(
    found: Mapping[str, Document], at: Desk, formats: Sequence[str], languages: Sequence[Language]
) -> Iterator[Made]:
    for name, document in found.items():
        if any(part.language in languages for part in document.parts):
            for format_ in formats:
                suffix = FORMATS[format_].suffix
                yield Made(f"{name}.{suffix}", FORMATS[format_].write(document, at.looks[format_]))


def _letterhead(name: str, data: bytes, shipped: bytes) -> tuple[bytes, tuple[str, ...]]:
    try:
        note = f"{name}: only its header and footer are used; words or pictures in its body are left out"
        return with_styles(data, shipped), (note,) if has_body(data) else ()
    except StationeryError as error:
        raise StationeryError(replace(problem, where=name) for problem in error.problems) from error


def _pictures(place: Workspace, office: OfficeFile) -> Iterator[tuple[str, Image]]:
    named = {"logo": office.facts.stationery.logo, "signature": office.facts.stationery.signature}
    for name, picture in named.items():
        if picture is not None:
            path = ("stationery", name, "file")
            yield name, _image(picture, _stationery_file(place, office, path, picture.file))


def _stationery_file(place: Workspace, office: OfficeFile, path: tuple[str, ...], name: str) -> bytes:
    where = office.source.where(path)
    file = workspace.inside(place.root, name, where)
    try:
        return file.read_bytes()
    except OSError as error:
        what = f"“{name}” cannot be read ({error.strerror})"
        raise InputError(
            Problem(where, what, "copy the file into the workspace, or mend its name")
        ) from error


def _image(picture: Picture, data: bytes) -> Image:
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
        problem = Problem(picture.file, "this is no PNG or JPEG picture", "save it as PNG")
        raise StationeryError(problem) from error
    if len(data) > MAX_PICTURE:
        problem = Problem(picture.file, f"the picture has {len(data):,} bytes", "make it smaller than 5 MB")
        raise StationeryError(problem)
    return Image(data, kind, picture.width, height)
