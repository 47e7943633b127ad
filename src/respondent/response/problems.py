"""The validator's errors in the words of a person who writes the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

from respondent.errors import Problem
from respondent.files.source import KEY, Source

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

Message: TypeAlias = tuple[str, str]
"""What is wrong, and what to do next."""


def problems(error: ValidationError, source: Source, model: type[BaseModel]) -> list[Problem]:
    """Return every error that the validator found, each with its line and what to write instead."""
    return [_problem(details, source, model) for details in error.errors(include_url=False)]


def nearest(word: str, words: Iterable[str]) -> str:
    """Return ``did you mean `x`? ``, or nothing when no word is near.

    >>> nearest("recomendations", ["reports", "recommendations"])
    'did you mean `recommendations`? '
    """
    near = get_close_matches(word, list(words), n=1)
    return f"did you mean `{near[0]}`? " if near else ""


def _problem(details: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    path = details["loc"]
    if details["type"] == "extra_forbidden":
        return source.problem((*path, KEY), *_unknown_key(path, model))
    return source.problem(path, *_MESSAGES.get(details["type"], _other)(details))


def _unknown_key(path: tuple[str | int, ...], model: type[BaseModel]) -> Message:
    keys = _keys(model, path[:-1])
    wanted = nearest(str(path[-1]), keys)
    return f"unknown key `{path[-1]}`", f"{wanted}the keys here are {', '.join(keys)}"


def _keys(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """Return the keys that the record at `path` may have, read off the model."""
    here: Any = model
    for step in path:
        if isinstance(step, str) and hasattr(here, "model_fields"):
            here = _record(_field(here, step).annotation)
    return sorted(field.alias or name for name, field in here.model_fields.items())


def _field(model: type[BaseModel], key: str) -> Any:  # noqa: ANN401 - pydantic's own FieldInfo
    return next(field for name, field in model.model_fields.items() if key in (name, field.alias))


def _record(annotation: Any) -> Any:  # noqa: ANN401 - a type of any form
    """Return the record type inside an annotation such as ``tuple[Report, ...] | None``."""
    if hasattr(annotation, "model_fields"):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if (record := _record(argument)) is not None:
            return record
    return None


def _missing(details: ErrorDetails) -> Message:
    key = details["loc"][-1]
    return f"`{key}` is missing", f"add a line  {key}: …"


def _empty(details: ErrorDetails) -> Message:
    key = details["loc"][-1]
    return f"`{key}` is empty", "write the value behind the colon, or take the line out if it is optional"


def _text(details: ErrorDetails) -> Message:
    if details["input"] is None:
        return _empty(details)
    return (
        f"expected text, got {_kind(details['input'])}",
        "write it on one line, in quotes if it holds a colon",
    )


def _date(details: ErrorDetails) -> Message:
    return f"expected a date, got {_shown(details['input'])}", "write year, month, day:  2019-05-14"


def _choice(details: ErrorDetails) -> Message:
    expected = str(details.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    wanted = nearest(str(details["input"]), expected.split(", "))
    return f"{_shown(details['input'])} is not one of the values", f"{wanted}write one of {expected}"


def _number(details: ErrorDetails) -> Message:
    return f"expected a number, got {_shown(details['input'])}", "write it in figures:  40"


def _truth(details: ErrorDetails) -> Message:
    return f"expected yes or no, got {_shown(details['input'])}", "write true or false"


def _list(details: ErrorDetails) -> Message:
    if details["input"] is None:
        return _empty(details)
    return f"expected a list, got {_kind(details['input'])}", "begin each item on a line of its own with  - "


def _mapping(details: ErrorDetails) -> Message:
    if details["input"] is None:
        return _empty(details)
    return (
        f"expected keys and values, got {_kind(details['input'])}",
        "write  key: value  lines, indented below it",
    )


def _pattern(details: ErrorDetails) -> Message:
    if "\\n" in str(details.get("ctx", {}).get("pattern")):
        return "the value has several lines", "write it on one line"
    shown = _shown(details["input"])
    return f"{shown} is not an id", "use small letters a to z, figures and hyphens:  record-breaches"


def _too_short(details: ErrorDetails) -> Message:
    return f"`{details['loc'][-1]}` is empty", "give at least one"


def _own(details: ErrorDetails) -> Message:
    """Messages of our own validators hold what is wrong and, after a colon, what to do."""
    what, _, then = details["msg"].removeprefix("Value error, ").partition(": ")
    return (what, then) if then else (what, "mend this value")


def _other(details: ErrorDetails) -> Message:
    return f"{details['msg'].lower()} (got {_shown(details['input'])})", "mend this value"


def _kind(value: object) -> str:
    return {dict: "keys and values", list: "a list", type(None): "nothing"}.get(type(value), "text")


def _shown(value: object) -> str:
    text = str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”" if isinstance(value, str) else _kind(value)


_MESSAGES: Mapping[str, Callable[[ErrorDetails], Message]] = {
    "missing": _missing,
    "string_type": _text,
    "string_too_short": _too_short,
    "too_short": _too_short,
    "string_pattern_mismatch": _pattern,
    "date_type": _date,
    "date_parsing": _date,
    "date_from_datetime_parsing": _date,
    "date_from_datetime_inexact": _date,
    "literal_error": _choice,
    "int_parsing": _number,
    "int_type": _number,
    "float_parsing": _number,
    "float_type": _number,
    "greater_than": _other,
    "less_than_equal": _other,
    "bool_parsing": _truth,
    "bool_type": _truth,
    "tuple_type": _list,
    "list_type": _list,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _mapping,
    "value_error": _own,
}
