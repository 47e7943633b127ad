"""Values of a file as read, found by a path with stars: ``evidence.*.answers.*``.

For what is looked at before validation, so that its mistakes are listed together with all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from respondent.files.source import ValuePath


def found(value: object, pattern: str) -> Iterator[tuple[ValuePath, object]]:
    """Yield each value at a path, with its own path; what has another shape is passed over.

    >>> list(found({"evidence": [{"answers": ["a", "b"]}, "?"]}, "evidence.*.answers.*"))
    [(('evidence', 0, 'answers', 0), 'a'), (('evidence', 0, 'answers', 1), 'b')]
    """
    step, _, rest = pattern.partition(".")
    for key, inner in _entries(value):
        if step in ("*", str(key)):
            if rest:
                yield from (((key, *path), one) for path, one in found(inner, rest))
            else:
                yield (key,), inner


def words(value: object, pattern: str) -> Iterator[tuple[ValuePath, str]]:
    """Yield each text at a path, with its own path."""
    return ((path, one) for path, one in found(value, pattern) if isinstance(one, str))


def _entries(value: object) -> Iterable[tuple[str | int, object]]:
    match value:
        case dict():
            return value.items()
        case list():
            return enumerate(value)
        case _:
            return ()
