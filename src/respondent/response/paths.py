"""Values found by a path with stars: ``evidence.*.answers.*``, in a file as read or in its records.

Most callers look at the file before validation, so that their problems are listed together with all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from respondent.files.source import ValuePath
from respondent.response.record import Record


def values_at(value: object, pattern: str) -> Iterator[tuple[ValuePath, object]]:
    """Yield each value at a path with stars, with its own path. Values of another shape are left out.

    >>> list(values_at({"evidence": [{"answers": ["a", "b"]}, "?"]}, "evidence.*.answers.*"))
    [(('evidence', 0, 'answers', 0), 'a'), (('evidence', 0, 'answers', 1), 'b')]
    """
    step, _, rest = pattern.partition(".")
    for key, inner in _entries(value, step):
        if rest:
            yield from (((key, *path), part) for path, part in values_at(inner, rest))
        else:
            yield (key,), inner


def texts_at(value: object, pattern: str) -> Iterator[tuple[ValuePath, str]]:
    """Yield each text at a path with stars, with its own path."""
    return ((path, part) for path, part in values_at(value, pattern) if isinstance(part, str))


def _entries(value: object, step: str) -> Iterable[tuple[str | int, object]]:
    match value:
        case Record():
            return [(step, getattr(value, step))] if step in type(value).model_fields else []
        case dict():
            items: Iterable[tuple[str | int, object]] = value.items()
        case list() | tuple():
            items = enumerate(value)
        case _:
            return []
    return ((key, inner) for key, inner in items if step in ("*", str(key)))
