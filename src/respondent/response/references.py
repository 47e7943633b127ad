"""Ids that must be unique, and ids that must be known.

Works on the values as read, before validation, so that these mistakes are listed together with all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from respondent.errors import Problem
from respondent.files.source import KEY, Source
from respondent.response.fields import Path
from respondent.response.problems import nearest

_RESPONSE_LISTS = (
    "reports.*.id",
    "recommendations.*.id",
    "evidence.*.id",
    "answers.*.id",
    "commitments.*.id",
)

_OFFICE_LISTS = (
    "names.*.id",
    "force.*.id",
    "contacts.*.id",
    "people.*.id",
    "inspectorates.*.id",
    "periods.*.id",
    "statutory_sentences.*.id",
    "notices.*.id",
)

_WITHIN_RESPONSE: Mapping[str, tuple[str, str]] = {
    "recommendations.*.report": ("reports.*.id", "report"),
    "recommendations.*.cause_of_concern": ("recommendations.*.id", "cause of concern"),
    "evidence.*.answers.*": ("recommendations.*.id", "recommendation"),
    "answers.*.recommendations.*": ("recommendations.*.id", "recommendation"),
    "letter.notice_after": ("evidence.*.id", "evidence"),
}

_TO_OFFICE: Mapping[str, tuple[str, str]] = {
    "reports.*.inspectorate": ("inspectorates.*.id", "inspectorate"),
    "letter.recipients.*": ("people.*.role", "recipient"),
    "letter.copies.*": ("people.*.role", "recipient"),
}


def response_problems(source: Source, office: Source) -> Iterator[Problem]:
    """Yield each id of `response.yaml` that stands twice or names nothing."""
    yield from _doubles(source, _RESPONSE_LISTS)
    for pattern, (target, kind) in _WITHIN_RESPONSE.items():
        yield from _unknown(source, pattern, _values(source.value, target), kind)
    for pattern, (target, kind) in _TO_OFFICE.items():
        yield from _unknown(source, pattern, _values(office.value, target), f"{kind} of {office.name}")


def office_problems(source: Source, labels: Iterable[str]) -> Iterator[Problem]:
    """Yield each id of `office.yaml` that stands twice or names nothing."""
    yield from _doubles(source, _OFFICE_LISTS)
    for path, value in _found(source.value, "inspectorates.*"):
        yield from _doubles(source, (f"inspectorates.{path[-1]}.names.*.id",))
        del value
    yield from _unknown(source, "copies_required.*", _values(source.value, "people.*.role"), "role of people")
    labels = sorted(labels)
    for path, _ in _found(source.value, "labels.*"):
        if path[-1] not in labels:
            then = f"{nearest(str(path[-1]), labels)}the labels are {', '.join(labels)}"
            yield source.problem((*path, KEY), f"unknown label `{path[-1]}`", then)


def _doubles(source: Source, patterns: Iterable[str]) -> Iterator[Problem]:
    for pattern in patterns:
        first: dict[object, Path] = {}
        for path, value in _found(source.value, pattern):
            if isinstance(value, str) and value in first:
                where = source.where(first[value])
                yield source.problem(
                    path, f"the id `{value}` stands twice (first at {where})", "rename one of them"
                )
            else:
                first[value if isinstance(value, str) else path] = path


def _unknown(source: Source, pattern: str, known: list[str], kind: str) -> Iterator[Problem]:
    for path, value in _found(source.value, pattern):
        if isinstance(value, str) and value not in known:
            then = f"{nearest(value, known)}the ids are {', '.join(dict.fromkeys(known)) or 'none yet'}"
            yield source.problem(path, f"`{value}` is no {kind}", then)


def _values(value: object, pattern: str) -> list[str]:
    return [found for _, found in _found(value, pattern) if isinstance(found, str)]


def _found(value: object, pattern: str) -> Iterator[tuple[Path, object]]:
    """Yield what stands at a path such as ``evidence.*.answers.*``; what has another shape is passed over."""
    step, _, rest = pattern.partition(".")
    for key, inner in _entries(value):
        if step in ("*", key):
            if rest:
                yield from (((key, *path), found) for path, found in _found(inner, rest))
            else:
                yield (key,), inner


def _entries(value: object) -> Iterable[tuple[str | int, object]]:
    match value:
        case dict():
            return value.items()
        case list():
            return enumerate(value)
        case _:
            return ()
