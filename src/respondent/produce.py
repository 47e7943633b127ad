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
from respondent.letter.overrides import Override, overrides
from respondent.letter.template import Wording, wording
from respondent.response.office import Picture
from respondent.response.reading import OfficeFile, ResponseFile, read_office, read_response
from respondent.response.terms import Term, named, nouns
from respondent.response.terms import load as load_terms
from respondent.writers.formats import FORMATS
from respondent.writers.letterhead import has_body, with_styles

LABELS = "labels.yaml"
"""The small fixed words of a language, among its templates."""

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

    terms: tuple[Term, ...] = ()
    """The rows of the office's `terms.csv`."""

    overrides: tuple[Override, ...] = ()
    """The office's own templates."""


@dataclass(frozen=True, slots=True)
class Made:
    """One file of a letter."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Final:
    """The pair as it goes out: without the draft mark, in every format."""

    documents: Mapping[str, Document]
    """By the names of their files, without suffixes."""

    files: tuple[Made, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What one response makes."""

    slug: str
    files: tuple[Made, ...]
    gaps: Pair[tuple[str, ...]]
    """The fields that are missing, per language."""


def desk(place: Workspace, shipped: Path | None = None) -> Desk:
    """Return what the letters of a workspace share.

    Args:
        place: The workspace.
        shipped: A folder of templates and looks as they were shipped once; none for those of today.

    Raises:
        InputError: with everything that is wrong with the office's files.
    """
    labels = labels_in(shipped) if shipped else shipped_labels()
    shipped = shipped or resources.templates()
    office = read_office(yaml.load(place.office_file), labels.en)
    files = stationery(place, office)
    terms = load_terms(place)
    own = place.templates_folder if place.templates_folder.is_dir() else None
    looks = {name: (shipped / one.looks).read_bytes() if one.looks else b"" for name, one in FORMATS.items()}
    notes: tuple[str, ...] = ()
    letterhead = office.facts.stationery.letterhead
    if letterhead:
        looks["docx"], notes = _letterhead(letterhead, files[letterhead], looks["docx"])
    return Desk(
        workspace=place,
        office=office,
        names=names_of(office, labels),
        wording=wording(shipped, own, named(office.facts).over(nouns(terms))),
        looks=looks,
        pictures=dict(_pictures(office, files)),
        notes=notes,
        terms=terms,
        overrides=overrides(place.templates_folder, shipped),
    )


def office_of(place: Workspace) -> OfficeFile:
    """Return the office of a workspace; raise `DataError` with everything that is wrong with its file."""
    return read_office(yaml.load(place.office_file), shipped_labels().en)


@cache
def shipped_labels() -> Pair[Mapping[str, str]]:
    """Return the small fixed words of both languages."""
    return labels_in(resources.templates())


def labels_in(shipped: Path) -> Pair[Mapping[str, str]]:
    """Return the small fixed words of both languages from a folder of templates."""
    return Pair.of(lambda language: _labels(shipped / language / LABELS))


def _labels(file: Path) -> Mapping[str, str]:
    source = yaml.load(file)
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


def assemble(response: ResponseFile, slug: str, at: Desk, today: date, *, is_draft: bool = True) -> Assembly:
    """Return both letters of a response, rendered, as drafts or as they go out."""
    letters = compose(response, at.names, today)
    return Assembly(
        slug=slug,
        letters=letters,
        sections=at.wording.render(letters),
        dated=response.facts.letter.date or today,
        is_draft=is_draft,
        pictures=at.pictures,
    )


def case(file: Path, at: Desk, today: date, *, original: Path | None = None) -> Case:
    """Return all that checks look at, of one response on a day.

    Args:
        file: The `response.yaml`.
        at: What the office's letters share.
        today: The day.
        original: The file that people know, where `file` is a sealed copy of it.

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
        office_ledger=ledger.read(at.workspace.root),
        letters=assembly.letters,
        documents=Pair.of(lambda language: by_language[language]),
        today=today,
        terms=at.terms,
        overrides=at.overrides,
        file=original or file,
        office_file=_office_file(original or file),
    )


def _office_file(file: Path) -> Path:
    """Return the `office.yaml` above a response, as whoever wrote the path of that would write it."""
    root = workspace.find(file.parent).root
    return next((above for above in file.parents if above.resolve() == root), root) / workspace.OFFICE


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
    files = tuple(_written(found, at, formats, languages))
    return Draft(slug=assembly.slug, files=files, gaps=_gaps(assembly))


def final(file: Path, at: Desk, day: date) -> Final:
    """Return the pair of a response as it goes out, in every format.

    Args:
        file: The `response.yaml`.
        at: What the office's letters share.
        day: The date of the letter, which its file gives.

    Raises:
        InputError: with everything that is wrong with the response or a template.
    """
    response = read(file, at)
    assembly = assemble(response, workspace.slug(file), at, day, is_draft=False)
    found = documents(assembly, response.facts.letter.arrangement)
    files = tuple(_written(found, at, list(FORMATS), list(Language)))
    return Final(documents=found, files=files)


def _gaps(assembly: Assembly) -> Pair[tuple[str, ...]]:
    found = {document.language: tuple(gaps(document)) for _, document in assembly.two_files()}
    return Pair.of(lambda language: found[language])


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


def stationery(place: Workspace, office: OfficeFile) -> dict[str, bytes]:
    """Return the files that an office names for its looks, by the names that it gives them.

    Raises:
        InputError: if one cannot be read, or lies outside the workspace.
    """
    looks = office.facts.stationery
    named: dict[tuple[str, ...], str | None] = {("letterhead",): looks.letterhead}
    named |= {(key, "file"): one.file if one else None for key, one in _pictures_of(office).items()}
    return {
        name: _stationery_file(place, name, office.source.where(("stationery", *path)))
        for path, name in named.items()
        if name
    }


def _pictures_of(office: OfficeFile) -> Mapping[str, Picture | None]:
    return {"logo": office.facts.stationery.logo, "signature": office.facts.stationery.signature}


def _pictures(office: OfficeFile, files: Mapping[str, bytes]) -> Iterator[tuple[str, Image]]:
    for name, picture in _pictures_of(office).items():
        if picture is not None:
            yield name, _image(picture, files[picture.file])


def _stationery_file(place: Workspace, name: str, where: str) -> bytes:
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
