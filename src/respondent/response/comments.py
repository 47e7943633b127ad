"""Refuses comments behind words: YAML cuts *I asked for plan #2 and for figures* before the #.

Behind a date, an id, a choice, a number or a yes nothing is lost, and a note may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import StringConstraints

from respondent.errors import Problem
from respondent.files.source import Source, ValuePath
from respondent.response.record import CHECK, ID, WEB

if TYPE_CHECKING:
    from pydantic import BaseModel

_NOT_WORDS = frozenset((ID, WEB, CHECK))
"""What such a text is like excludes spaces, so no word of it can stand behind one."""

# Where no model says what a value is: one word in small letters or figures, as ids, dates and choices are.
_NO_WORDS = re.compile(r"[a-z0-9-]*")


def comment_problems(source: Source, model: type[BaseModel]) -> Iterator[Problem]:
    """Yield each comment of a file that stands behind the words of a text, or in their place."""
    for path, comment in source.comments.items():
        value = source.at(path)
        text = value if isinstance(value, str) else ""
        if not _holds_words(model, path, text):
            continue
        shown = comment.text if len(comment.text) <= 40 else f"{comment.text[:40]}…"
        below = comment.line - source.line(path)
        if text:
            what = f"the text ends before “{shown}”, which is read as a comment because of its #"
            advice = 'put the whole text in quotation marks: "…"; if it is a note, put it on the line above'
        else:
            what = f"“{shown}” is read as a comment because of its #, so there is no text"
            advice = 'put the text in quotation marks: "#…"; if it is a note, write a space behind the #'
        yield source.problem(path, what, advice, below=below)


def _holds_words(model: type[BaseModel], path: ValuePath, text: str) -> bool:
    types = [model]
    for step in path:
        types = [inner for type_ in types for inner in _inner(type_, step)]
    if not types:
        return not _NO_WORDS.fullmatch(text)
    return any(_is_words(type_) for type_ in types)


def _inner(type_: Any, step: str | int) -> Iterator[Any]:  # noqa: ANN401 - a type of any form
    """Yield the types of what stands at a key or an index of a value of a type."""
    for plain, _ in _alternatives(type_):
        fields = getattr(plain, "model_fields", None)
        if fields is not None:
            hints = get_type_hints(plain, include_extras=True)
            keys = {field.alias or name: name for name, field in fields.items()}
            # A list in the place of a record is one for both languages: the lines of an address.
            name = keys.get("both" if isinstance(step, int) else step)
            if name and isinstance(step, int):
                yield from _inner(hints[name], step)
            elif name:
                yield hints[name]
        elif get_origin(plain) is tuple and isinstance(step, int):
            yield get_args(plain)[0]
        elif get_origin(plain) is dict and isinstance(step, str):
            yield get_args(plain)[1]


def _alternatives(type_: Any) -> Iterator[tuple[Any, tuple[Any, ...]]]:  # noqa: ANN401 - a type of any form
    """Yield the types that a value of a type may have, each with what is said of it."""
    if get_origin(type_) is Annotated:
        inner, *said = get_args(type_)
        yield from ((plain, (*more, *said)) for plain, more in _alternatives(inner))
    elif get_origin(type_) is not None and get_origin(type_) not in (tuple, dict):
        for inner in get_args(type_):  # a union; the choices of a `Literal` are no types
            yield from _alternatives(inner)
    else:
        yield type_, ()


def _is_words(type_: Any) -> bool:  # noqa: ANN401 - a type of any form
    return any(
        "both" in getattr(plain, "model_fields", ())
        or (
            plain is str
            and not any(isinstance(one, StringConstraints) and one.pattern in _NOT_WORDS for one in said)
        )
        for plain, said in _alternatives(type_)
    )
