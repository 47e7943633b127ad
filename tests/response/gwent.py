"""The example of Gwent, changed in one place; and a model asked what is wrong with a few lines of YAML."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest
from pydantic import BaseModel, ValidationError

from respondent.errors import DataError, Problem
from respondent.files.yaml import read
from respondent.response.problems import problems
from respondent.response.reading import OfficeFile, ResponseFile, read_office, read_response

_FOLDER = Path(__file__).parents[2] / "examples" / "gwent"

OFFICE = (_FOLDER / "office.yaml").read_text(encoding="utf-8")
RESPONSE = (_FOLDER / "responses/2019-stalking-and-harassment/response.yaml").read_text(encoding="utf-8")

LABELS = MappingProxyType(
    {"page": "Page {page} of {pages}", "draft": "DRAFT", "email": "Email", "copy": "Copy", "copies": "Copies"}
)
OWN_LABELS = "labels: {copy: {cy: Copi at, en: Cc}, copies: {cy: Copïau at, en: Cc}}"
"""The labels that the example words itself."""
"""Some of the shipped labels."""


def changed(text: str, *changes: tuple[str, str]) -> str:
    """Return the text with each `old` once replaced by its `new`."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def office(*changes: tuple[str, str]) -> OfficeFile:
    """Return the example's office, changed."""
    return read_office(read(changed(OFFICE, *changes).encode(), "office.yaml"), LABELS)


def response(*changes: tuple[str, str]) -> ResponseFile:
    """Return the example's response, changed."""
    return read_response(read(changed(RESPONSE, *changes).encode(), "response.yaml"), office())


def line_of(text: str, words: str) -> int:
    """Return the line, from 1, on which the words first stand."""
    return text[: text.index(words)].count("\n") + 1


def office_problems(*changes: tuple[str, str]) -> list[Problem]:
    """Return what is wrong with the example's office, changed."""
    with pytest.raises(DataError) as raised:
        office(*changes)
    return _sound(raised.value.problems)


def response_problems(*changes: tuple[str, str]) -> list[Problem]:
    """Return what is wrong with the example's response, changed."""
    with pytest.raises(DataError) as raised:
        response(*changes)
    return _sound(raised.value.problems)


def mistakes(model: type[BaseModel], text: str) -> list[str]:
    """Return what a model says of a YAML text: ``2: to: it ends …; mend …``."""
    source = read(text.encode(), "x")
    with pytest.raises(ValidationError) as raised:
        model.model_validate(source.value)
    found = _sound(tuple(problems(raised.value, source, model)))
    return [f"{one.where.removeprefix('x:')}: {one.what}; {one.next}" for one in found]


INTERNALS = (
    "pydantic",
    "value error",
    "input should",
    "literal[",
    "function-",
    "[key]",
    "constrained",
    "none is",
)
"""What only a programmer could read."""


def _sound(found: tuple[Problem, ...]) -> list[Problem]:
    assert found
    assert [one.line for one in found] == sorted(one.line for one in found)
    for one in found:
        assert one.what
        assert one.next
        assert not any(word in str(one).lower() for word in INTERNALS), str(one)
    return list(found)
