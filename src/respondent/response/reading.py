"""Reads `office.yaml` and `response.yaml`. All problems of a file are listed at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from respondent.errors import DataError, Problem
from respondent.files.source import Source
from respondent.files.yaml import MAX_PROBLEMS
from respondent.response.comments import comment_problems
from respondent.response.labels import label_problems
from respondent.response.model import Response
from respondent.response.office import Office
from respondent.response.periods import period_problems
from respondent.response.problems import corrected, problems
from respondent.response.references import office_problems, response_problems
from respondent.response.texts import Texts, read_texts

ModelT = TypeVar("ModelT", bound=BaseModel)


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

    texts: Texts


def read_office(source: Source, labels: Mapping[str, str]) -> OfficeFile:
    """Return the office.

    Args:
        source: The file as read.
        labels: The shipped labels, of which the office may change some.

    Raises:
        DataError: with all problems of the file.
    """

    def faults(source: Source) -> Iterator[Problem]:
        return chain(office_problems(source), label_problems(source, labels), period_problems(source))

    return OfficeFile(source, _validated(source, Office, faults))


def read_response(source: Source, office: OfficeFile) -> ResponseFile:
    """Return the response.

    Raises:
        DataError: with all problems of the file.
    """
    texts: Texts = {}

    def faults(source: Source) -> Iterator[Problem]:
        nonlocal texts
        texts, unprintable = read_texts(source)
        return chain(response_problems(source, office.source), unprintable)

    facts = _validated(source, Response, faults)
    if unprinted := list(_unprinted(source, facts)):
        raise _refused(source, unprinted)
    return ResponseFile(source, facts, texts)


def read_facts(source: Source) -> Response:
    """Return the facts of a response only. This is quick: no ids are looked up, no Markdown is parsed.

    Raises:
        DataError: with all problems that the models find.
    """
    return _validated(source, Response, lambda _: ())


def _validated(source: Source, model: type[ModelT], faults: Callable[[Source], Iterable[Problem]]) -> ModelT:
    """Return the facts of a file; raise `DataError` with what the model refuses and all `faults` find."""
    cut = list(comment_problems(source, model))
    try:
        facts = model.model_validate(source.value)
    except ValidationError as error:
        source, misspelt = corrected(error, source, model)
        listed = [*cut, *misspelt, *islice(faults(source), MAX_PROBLEMS)]
        raise _refused(source, [*listed, *_model_problems(source, model, listed)]) from None
    if listed := [*cut, *islice(faults(source), MAX_PROBLEMS)]:
        raise _refused(source, listed)
    return facts


def _model_problems(source: Source, model: type[BaseModel], known: Sequence[Problem]) -> list[Problem]:
    """Return what the model refuses, but for the places of which enough has been said."""
    try:
        model.model_validate(source.value)
    except ValidationError as error:
        return list(problems(error, source, model, known=known))
    return []


def _refused(source: Source, faults: Iterable[Problem]) -> DataError:
    listed = sorted(faults, key=lambda problem: problem.line)[:MAX_PROBLEMS]
    if len(listed) == MAX_PROBLEMS:
        fault = f"only {MAX_PROBLEMS} problems are listed"
        listed.append(
            Problem(source.name, fault, "correct these, then run the command again", listed[-1].line)
        )
    return DataError(listed)


def _unprinted(source: Source, response: Response) -> Iterator[Problem]:
    """Yield each answer that no letter prints, because none of its recommendations applies to us."""
    ours = {item.id for item in response.recommendations if item.applies}
    for index, answer in enumerate(response.answers):
        if ours.isdisjoint(answer.recommendations):
            fault = "none of the recommendations that this answers applies to us"
            advice = "remove  applies: false  from one of them, or remove the answer"
            yield source.problem(("answers", index, "recommendations"), fault, advice)
