"""The errors of pydantic as messages for the person who writes the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

from respondent.errors import Problem
from respondent.files.source import KEY, Source, ValuePath
from respondent.response.record import CHECK, ID, ONE_LINE, WEB
from respondent.response.refusals import INCOMPLETE, REFUSED, kind, quoted

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

Message: TypeAlias = tuple[str, str]
"""What is wrong, and what to do next."""


def problems(
    error: ValidationError, source: Source, model: type[BaseModel], known: Iterable[Problem] = ()
) -> Iterator[Problem]:
    """Yield each error of the validator, with its line and what to write instead.

    Args:
        error: The errors.
        source: The file as read.
        model: The model of the file.
        known: Problems listed already. An id that is unknown is not listed as malformed too.
    """
    places = {problem.where for problem in known}
    for details in error.errors(include_url=False):
        problem = _problem(details, source, model)
        is_known = details["type"] == "string_pattern_mismatch" and problem.where in places
        # Pydantic calls a list too short if all its items are wrong; the items have problems of their own.
        is_secondary = details["type"] == "too_short" and details["input"]
        if not (is_known or is_secondary):
            yield problem


def nearest(word: str, words: Iterable[str]) -> str:
    """Return ``did you mean `x`? ``, or nothing when no word is near.

    >>> nearest("recomendations", ["reports", "recommendations"])
    'did you mean `recommendations`? '
    """
    near = meant(word, words)
    return f"did you mean `{near}`? " if near else ""


def meant(word: str, words: Iterable[str]) -> str:
    """Return the word that is nearest; empty where none is near."""
    near = get_close_matches(word.casefold() if word.isupper() else word, list(words), n=1)
    return near[0] if near else ""


def corrected(error: ValidationError, source: Source, model: type[BaseModel]) -> tuple[Source, list[Problem]]:
    """Return a file as it reads with misspelt keys put right, and a problem for each of them.

    What else is wrong is looked for in that: nothing else is said of what a misspelt key has led to.
    """
    problems_: list[Problem] = []
    for details in error.errors(include_url=False):
        path = details["loc"]
        record = source.at(path[:-1])
        key = meant(str(path[-1]), _keys(model, path[:-1])) if details["type"] == "extra_forbidden" else ""
        if key and isinstance(record, dict) and path[-1] in record and record.get(key) is None:
            problems_.append(_problem(details, source, model))
            source = source.renamed(path, key)
    return source, problems_


def _problem(details: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    path, type_ = details["loc"], details["type"]
    if type_ == "extra_forbidden":
        return source.problem((*path, KEY), *_unknown_key(path, model))
    if type_ == "missing":
        return source.problem(path, *_missing(path, source, model))
    if type_ == REFUSED:
        at = details["ctx"]["at"]
        return source.problem((*path, at) if at else path, details["ctx"]["what"], details["ctx"]["next"])
    if type_ == INCOMPLETE:
        missing = details["ctx"]["missing"]
        key = next((key for key in missing if (*path, key, KEY) in source.marks), missing[0])
        return source.problem((*path, key), *_incomplete(details, source))
    if details["input"] is None:
        return source.problem(path, f"{_named(path)} is empty", "write a value, or remove the dash before it")
    if type_ == "model_type":
        return source.problem(path, *_record_expected(details, model))
    return source.problem(path, *_MESSAGES.get(type_, _other)(details))


def _unknown_key(path: ValuePath, model: type[BaseModel]) -> Message:
    keys = _keys(model, path[:-1])
    wanted = nearest(str(path[-1]), keys)
    return f"unknown key `{path[-1]}`", f"{wanted}the keys here are {', '.join(keys)}"


def _missing(path: ValuePath, source: Source, model: type[BaseModel]) -> Message:
    key, field = str(path[-1]), _fields(model, path[:-1])[str(path[-1])]
    words = field.description or ""
    hint = f"  ({words[0].lower()}{words[1:]})" if words else ""
    if (*path, KEY) in source.marks:
        return f"`{key}` is empty", f"write it behind the colon{hint}"
    return f"`{key}` is missing", f"add a line  {key}: …{hint}"


def _incomplete(details: ErrorDetails, source: Source) -> Message:
    path, missing = details["loc"], details["ctx"]["missing"]
    empty = [key for key in missing if (*path, key, KEY) in source.marks]
    absent = [key for key in missing if key not in empty]
    parts = [
        (f"{' and '.join(f'`{key}`' for key in keys)} {'are' if len(keys) > 1 else 'is'} {state}", advice)
        for keys, state, advice in (
            (empty, "empty", f"write the text behind  {': and behind  '.join(empty)}:"),
            (absent, "missing", f"add a line  {': …  and a line  '.join(absent)}: …"),
        )
        if keys
    ]
    what = " and ".join(what for what, _ in parts)
    return f"{what}, and {details['ctx']['what']}", ", and ".join(advice for _, advice in parts)


def _record_expected(details: ErrorDetails, model: type[BaseModel]) -> Message:
    keys = ", ".join(key for key in _keys(model, details["loc"]) if key != "unconfirmed")
    return f"expected keys and values, got {kind(details['input'])}", f"write lines with the keys {keys}"


def _keys(model: type[BaseModel], path: ValuePath) -> list[str]:
    """Return the keys that the record at `path` may have; the one that all records have comes last."""
    return sorted(_fields(model, path), key=lambda key: key == "unconfirmed")


def _fields(model: type[BaseModel], path: ValuePath) -> dict[str, Any]:
    """Return the fields of the record at `path` by their keys, read off the model."""
    here = _by_key(model)
    for step in path:
        # An index, or the name of a label, stands within a list or a mapping of records of one kind.
        if isinstance(step, str) and step in here:
            here = _by_key(_record(here[step].annotation))
    return here


def _by_key(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _record(annotation: Any) -> Any:  # noqa: ANN401 - a type of any form
    """Return the record type inside an annotation such as ``tuple[Report, ...] | None``."""
    if hasattr(annotation, "model_fields"):
        return annotation
    return next(filter(None, map(_record, getattr(annotation, "__args__", ()))), None)


def _named(path: ValuePath) -> str:
    return "this item of the list" if isinstance(path[-1], int) else f"`{path[-1]}`"


def _text(details: ErrorDetails) -> Message:
    advice = "write it behind the colon, on one line; a text that begins with [ or { goes in quotation marks"
    return f"expected text, got {kind(details['input'])}", advice


def _choice(details: ErrorDetails) -> Message:
    expected = str(details["ctx"]["expected"]).replace(" or ", ", ").replace("'", "").split(", ")
    words = [word for word in expected if word]
    advice = f"{nearest(str(details['input']), words)}write one of {', '.join(words)}"
    return f"{quoted(details['input'])} is not one of the choices", advice


def _number(details: ErrorDetails) -> Message:
    return f"expected a number, got {quoted(details['input'])}", "write it in figures:  40"


def _range(details: ErrorDetails) -> Message:
    bounds = {"ge": "at least", "gt": "more than", "le": "at most"}
    (bound,) = (f"{words} {details['ctx'][key]:g}" for key, words in bounds.items() if key in details["ctx"])
    return f"the number is {details['input']}", f"write {bound}"


def _truth(details: ErrorDetails) -> Message:
    return f"expected yes or no, got {quoted(details['input'])}", "write true or false"


def _list(details: ErrorDetails) -> Message:
    return (
        f"expected a list, got {kind(details['input'])}",
        "begin each item on a line of its own with a dash",
    )


def _mapping(details: ErrorDetails) -> Message:
    return f"expected keys and values, got {kind(details['input'])}", "write  key: value  lines below it"


def _pattern(details: ErrorDetails) -> Message:
    if details["ctx"]["pattern"] == ONE_LINE:
        return "the value has several lines", "write it on one line"
    if details["ctx"]["pattern"] == WEB:
        return (
            f"{quoted(details['input'])} is not a web address",
            "start it with https:// and leave no spaces",
        )
    if details["ctx"]["pattern"] == CHECK:
        return f"{quoted(details['input'])} is not the id of a check", "write an id, such as  P301: warning"
    assert details["ctx"]["pattern"] == ID
    advice = "use small letters a to z and figures, with hyphens between:  record-breaches"
    return f"{quoted(details['input'])} cannot be an id", advice


def _too_long(details: ErrorDetails) -> Message:
    return f"{quoted(details['input'])} is too long", f"use {details['ctx']['max_length']} characters at most"


def _empty(details: ErrorDetails) -> Message:
    return f"{_named(details['loc'])} is empty", "write a value, or remove the key if it is optional"


def _empty_list(details: ErrorDetails) -> Message:
    return f"{_named(details['loc'])} is empty", "write at least one item, on a line of its own with a dash"


def _other(details: ErrorDetails) -> Message:
    return f"{quoted(details['input'])} is not allowed here", "correct this value"


_MESSAGES: Mapping[str, Callable[[ErrorDetails], Message]] = {
    "string_type": _text,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "too_short": _empty_list,
    "literal_error": _choice,
    "int_parsing": _number,
    "int_type": _number,
    "float_parsing": _number,
    "float_type": _number,
    "greater_than": _range,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "bool_parsing": _truth,
    "bool_type": _truth,
    "tuple_type": _list,
    "dict_type": _mapping,
}
