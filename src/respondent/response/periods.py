"""Periods of `office.yaml` that overlap, so that a day would choose two values, or end before they begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from respondent.errors import Problem
from respondent.files.source import Source
from respondent.response.fields import Path
from respondent.response.office import Office
from respondent.response.record import Dated


def period_problems(source: Source, office: Office) -> Iterator[Problem]:
    """Yield each period that ends before it begins, and each pair that shares a day."""
    for path, records in _groups(office):
        numbered = [((*path, index), record) for index, record in enumerate(records)]
        for place, record in numbered:
            if record.from_ and record.to and record.from_ > record.to:
                yield source.problem(
                    (*place, "to"), f"it ends on {record.to}, before it begins", "swap the days"
                )
        for key in dict.fromkeys(_key(record) for record in records):
            rivals = [(place, record) for place, record in numbered if _key(record) == key]
            yield from _overlaps(source, rivals)


def _groups(office: Office) -> Iterator[tuple[Path, Sequence[Dated]]]:
    """Yield the lists whose records exclude each other in time."""
    for name in ("names", "force", "contacts", "people", "periods", "statutory_sentences", "notices"):
        yield (name,), getattr(office, name)
    for index, inspectorate in enumerate(office.inspectorates):
        yield ("inspectorates", index, "names"), inspectorate.names


def _key(record: Dated) -> str:
    """Return what tells records of one list apart that may hold at once: the role of a person, say."""
    return str(getattr(record, "role", getattr(record, "kind", "")))


def _overlaps(source: Source, rivals: list[tuple[Path, Dated]]) -> Iterator[Problem]:
    for (first_place, first), (place, record) in combinations(rivals, 2):
        if record.overlaps(first):
            what = (
                f"its period, {record.period}, overlaps that of {source.where(first_place)}, {first.period}"
            )
            yield source.problem(
                place, what, "give the earlier one a `to:`, the day before the later one begins"
            )
