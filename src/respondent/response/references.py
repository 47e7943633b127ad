"""Ids that must be unique, and ids that must be known.

Works on the values as read, before validation, so that these problems are listed together with all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from respondent.errors import Problem
from respondent.files.source import Source, ValuePath
from respondent.response.kinds import CONCERNS
from respondent.response.paths import texts_at, values_at
from respondent.response.problems import nearest

_RESPONSE_LISTS = (
    "reports",
    "recommendations",
    "evidence",
    "answers",
    "commitments",
    "letter.groups",
    "letter.annexes",
)

_OFFICE_LISTS = (
    *("names", "force", "contacts", "people", "inspectorates", "bodies"),
    *("periods", "statutory_sentences", "notices"),
)

_THEMES = "letter.groups.*.recommendations.*"
"""A recommendation stands in one group: twice in the letter, it would be answered twice."""

_WITHIN_RESPONSE: Mapping[str, tuple[str, str]] = {
    "recommendations.*.report": ("reports.*.id", "report"),
    "evidence.*.answers.*": ("recommendations.*.id", "recommendation"),
    "answers.*.recommendations.*": ("recommendations.*.id", "recommendation"),
    "letter.notice_after": ("evidence.*.id", "evidence"),
    _THEMES: ("recommendations.*.id", "recommendation"),
}

_TO_OFFICE: Mapping[str, tuple[str, str]] = {
    "reports.*.inspectorate": ("inspectorates.*.id", "inspectorate"),
    "reports.*.inspectorates.*": ("inspectorates.*.id", "inspectorate"),
    "letter.recipients.*": ("people.*.role", "role of people"),
    "letter.copies.*": ("people.*.role", "role of people"),
}

_LISTED = 12
"""A message lists this many known ids: more do not fit on two lines of a console."""


def response_problems(source: Source, office: Source) -> Iterator[Problem]:
    """Yield each id of `response.yaml` that is used twice or refers to nothing."""
    yield from _doubles(source, (f"{name}.*.id" for name in _RESPONSE_LISTS))
    for pattern, (target, kind) in _WITHIN_RESPONSE.items():
        yield from _unknown(source, pattern, _ids(source, target), kind)
    yield from _unknown(source, "recommendations.*.cause_of_concern", _concerns(source), "cause of concern")
    for pattern, (target, kind) in _TO_OFFICE.items():
        yield from _unknown(source, pattern, _ids(office, target), f"{kind} in {office.name}")
    for name, item in (("evidence", "answers"), ("answers", "recommendations")):
        for path, _ in values_at(source.value, f"{name}.*.{item}"):
            yield from _doubles(source, (f"{name}.{path[1]}.{item}.*",))
    yield from _doubles(source, ("letter.recipients.*", "letter.copies.*", _THEMES))


def office_problems(source: Source) -> Iterator[Problem]:
    """Yield each id of `office.yaml` that is used twice or refers to nothing."""
    yield from _doubles(source, (f"{name}.*.id" for name in _OFFICE_LISTS))
    for path, _ in values_at(source.value, "inspectorates.*"):
        yield from _doubles(source, (f"inspectorates.{path[1]}.names.*.id",))
    yield from _unknown(source, "copies_required.*", _ids(source, "people.*.role"), "role of people")


def _ids(source: Source, pattern: str) -> list[str]:
    return [value for _, value in texts_at(source.value, pattern)]


def _concerns(source: Source) -> list[str]:
    """Return the ids of the items that others may belong to."""
    kinds = dict(texts_at(source.value, "recommendations.*.kind"))
    return [
        id
        for path, id in texts_at(source.value, "recommendations.*.id")
        if kinds.get((*path[:-1], "kind")) in CONCERNS
    ]


def _doubles(source: Source, patterns: Iterable[str]) -> Iterator[Problem]:
    for pattern in patterns:
        places: dict[str, ValuePath] = {}
        for path, value in texts_at(source.value, pattern):
            if value in places:
                fault = f"`{value}` is used twice, first at {source.where(places[value])}"
                advice = "rename one of them" if path[-1] == "id" else "remove one of them"
                yield source.problem(path, fault, advice)
            places.setdefault(value, path)


def _unknown(source: Source, pattern: str, ids: Iterable[str], kind: str) -> Iterator[Problem]:
    ids = dict.fromkeys(ids)
    for path, value in texts_at(source.value, pattern):
        if value not in ids:
            yield source.problem(
                path, f"`{value}` is not a known {kind}", f"{nearest(value, ids)}{_listed(ids)}"
            )


def _listed(known: Iterable[str]) -> str:
    ids = list(known)
    more = ", …" if len(ids) > _LISTED else ""
    return f"known are {', '.join(ids[:_LISTED])}{more}" if ids else "none exists yet: add it"
