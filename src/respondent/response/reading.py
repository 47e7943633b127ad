"""Reads `office.yaml` and `response.yaml`: every mistake at once, then facts that can be trusted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from respondent.document.markup import MarkupError, parse
from respondent.document.tree import Block
from respondent.errors import DataError, Problem
from respondent.files.source import Source
from respondent.language import Language, Pair
from respondent.response.fields import Field, fields
from respondent.response.model import Response
from respondent.response.office import Office
from respondent.response.periods import period_problems
from respondent.response.problems import problems
from respondent.response.references import office_problems, response_problems

ModelT = TypeVar("ModelT", bound=BaseModel)

BELOW_THE_TEMPLATE = 3
"""How many levels the headings of a text are moved down, so that they stand below those of the template."""


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """An `office.yaml` that has been read."""

    source: Source
    facts: Office


@dataclass(frozen=True, slots=True)
class ResponseFile:
    """A `response.yaml` that has been read, its texts parsed to blocks."""

    source: Source
    facts: Response

    texts: Mapping[str, Pair[tuple[Block, ...]]]
    """For each Markdown field its blocks in both languages; empty where the text is missing."""


def read_office(source: Source, labels: Mapping[str, str]) -> OfficeFile:
    """Return the office.

    Args:
        source: The file as read.
        labels: The shipped labels, of which the office may change some.

    Raises:
        DataError: with everything that is wrong with the file.
    """
    found = list(office_problems(source, labels))
    facts = _validated(source, Office, found)
    found += period_problems(source, facts)
    _raise(found)
    return OfficeFile(source, facts)


def read_response(source: Source, office: OfficeFile) -> ResponseFile:
    """Return the response.

    Raises:
        DataError: with everything that is wrong with the file.
    """
    found = [*response_problems(source, office.source)]
    facts = _validated(source, Response, found)
    found += _placement_problems(source, facts)
    texts = {field.id: _texts(source, field, found) for field in fields(facts) if field.is_markdown}
    _raise(found)
    return ResponseFile(source, facts, texts)


def _validated(source: Source, model: type[ModelT], found: list[Problem]) -> ModelT:
    try:
        return model.model_validate(source.value)
    except ValidationError as error:
        _raise([*problems(error, source, model), *found])
        raise


def _raise(found: list[Problem]) -> None:
    if found:
        raise DataError(sorted(found, key=lambda problem: problem.line))


def _texts(source: Source, field: Field, found: list[Problem]) -> Pair[tuple[Block, ...]]:
    return Pair.of(lambda language: _blocks(source, field, language, found))


def _blocks(source: Source, field: Field, language: Language, found: list[Problem]) -> tuple[Block, ...]:
    text = field.in_(language)
    if text is None:
        return ()
    try:
        return parse(text, language, field.id, deepen=BELOW_THE_TEMPLATE)
    except MarkupError as error:
        path = field.path_in(language)
        found += [
            source.problem(path, fault.what, fault.next, below=source.text_line(path, fault.line))
            for fault in error.faults
        ]
        return ()


def _placement_problems(source: Source, response: Response) -> Iterator[Problem]:
    letter = response.letter
    if letter.notice == "after-evidence" and not letter.notice_after:
        what = "the notice is to stand after some evidence, but not after which"
        yield source.problem(("letter", "notice"), what, "add  notice_after:  and the id of the evidence")
