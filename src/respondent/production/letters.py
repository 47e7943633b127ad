"""Makes the files of one response: read, compose, render, write.

All files are read first. The result is names and bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import assert_never

from respondent.changes.guards import damage_problems
from respondent.document.paragraph_numbers import numbered
from respondent.document.tree import Document
from respondent.document.walk import gaps
from respondent.errors import Problem
from respondent.files import workspace, yaml
from respondent.language import Language, Pair
from respondent.letter.assemble import Assembly
from respondent.letter.compose import compose
from respondent.production.office import OfficeContext
from respondent.response.kinds import Arrangement
from respondent.response.reading import ResponseFile, read_response
from respondent.response.texts import bullet_notes
from respondent.writers.formats import FORMATS


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of a letter."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class FinalPair:
    """The final pair, without the draft mark, in every format."""

    documents: Mapping[str, Document]
    """By the names of their files, without suffixes."""

    files: tuple[OutputFile, ...]


@dataclass(frozen=True, slots=True)
class DraftPair:
    """The draft letters of one response."""

    slug: str
    files: tuple[OutputFile, ...]
    gaps: Pair[tuple[str, ...]]
    """The fields that are missing, per language."""

    damage: tuple[Problem, ...] = ()
    """The damaged values of the response and of the office, with their places."""

    notes: tuple[str, ...] = ()
    """What was read in another way than it was typed, with its places."""


def load_response(file: Path, office: OfficeContext) -> ResponseFile:
    """Return the response of a file.

    Raises:
        DataError: with everything that is wrong with it.
    """
    root = office.workspace.root
    name = file.resolve().relative_to(root).as_posix() if file.resolve().is_relative_to(root) else str(file)
    return read_response(yaml.load(file, name), office.office)


def assemble(
    response: ResponseFile, slug: str, office: OfficeContext, today: date, *, is_draft: bool = True
) -> Assembly:
    """Return both letters of a response, rendered, as drafts or final."""
    letters = compose(response, office.names, today)
    sections = office.wording.render(letters)
    has_numbers = response.facts.letter.form == "statement" and office.office.facts.paragraph_numbers
    return Assembly(
        slug=slug,
        letters=letters,
        sections=sections.map(numbered) if has_numbers else sections,
        dated=response.facts.letter.date or today,
        is_draft=is_draft,
        pictures=office.pictures,
    )


def documents(assembly: Assembly, arrangement: Arrangement) -> dict[str, Document]:
    """Return the documents of a response by the names of their files, without suffixes."""
    match arrangement:
        case "two-files":
            return dict(assembly.two_files())
        case "one-file":
            return dict(assembly.one_file())
        case _:
            assert_never(arrangement)


def draft_pair(
    file: Path, office: OfficeContext, today: date, *, formats: Sequence[str], languages: Sequence[Language]
) -> DraftPair:
    """Return the draft pair of a response.

    Args:
        file: The `response.yaml`.
        office: The loaded office.
        today: The date of a letter that has none yet.
        formats: Names of `FORMATS`.
        languages: The languages to make. If both letters share one file, it is made for either language.

    Raises:
        InputError: with everything that is wrong with the response or a template.
    """
    return draft_letters(
        load_response(file, office), workspace.slug(file), office, today, (formats, languages)
    )


def draft_letters(
    response: ResponseFile,
    slug: str,
    office: OfficeContext,
    today: date,
    selection: tuple[Sequence[str], Sequence[Language]],
) -> DraftPair:
    """Return the draft pair of a response that has been read, in a selection of formats and languages."""
    formats, languages = selection
    assembly = assemble(response, slug, office, today)
    parts = documents(assembly, response.facts.letter.arrangement)
    files = tuple(_output_files(parts, office, formats, languages))
    notes = (*office.office.source.noted, *response.source.noted, *bullet_notes(response.source))
    return DraftPair(assembly.slug, files, _gaps(assembly), tuple(_damage(response, office)), notes)


def _damage(response: ResponseFile, office: OfficeContext) -> Iterator[Problem]:
    labels = {key: label.pair for key, label in office.office.facts.labels.items()}
    for source in (response.source, office.office.source):
        yield from damage_problems(source, labels)


def final_pair(file: Path, office: OfficeContext, day: date) -> FinalPair:
    """Return the final pair of a response, in every format that the office has.

    Args:
        file: The `response.yaml`.
        office: The loaded office.
        day: The date of the letter, which its file gives.

    Raises:
        InputError: with everything that is wrong with the response or a template.
    """
    response = load_response(file, office)
    assembly = assemble(response, workspace.slug(file), office, day, is_draft=False)
    parts = documents(assembly, response.facts.letter.arrangement)
    files = tuple(_output_files(parts, office, list(office.style_files), list(Language)))
    return FinalPair(documents=parts, files=files)


def _gaps(assembly: Assembly) -> Pair[tuple[str, ...]]:
    fields = {document.language: tuple(gaps(document)) for _, document in assembly.two_files()}
    return Pair.of(lambda language: fields[language])


def _output_files(
    documents: Mapping[str, Document],
    office: OfficeContext,
    formats: Sequence[str],
    languages: Sequence[Language],
) -> Iterator[OutputFile]:
    for name, document in documents.items():
        if any(part.language in languages for part in document.parts):
            for format_ in formats:
                suffix = FORMATS[format_].suffix
                yield OutputFile(
                    f"{name}.{suffix}", FORMATS[format_].write(document, office.style_files[format_])
                )
