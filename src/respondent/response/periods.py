"""Periods of `office.yaml` that overlap, so that two records hold on one day.

Works on the values as read, before validation, so that these problems are listed together with all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pydantic import ConfigDict, ValidationError

from respondent.errors import Problem
from respondent.files.source import Source, ValuePath
from respondent.response.paths import values_at
from respondent.response.record import Dated

_LISTS = (
    *("names", "force", "contacts", "people", "periods", "statutory_sentences", "notices"),
    "inspectorates.*.names",
)


class _Span(Dated):
    """When a record holds, and what tells it from records of its list that may hold at the same time."""

    model_config = ConfigDict(extra="ignore")

    role: str = ""
    kind: str = ""

    @property
    def rivals(self) -> tuple[str, str]:
        return self.role, self.kind


def period_problems(source: Source) -> Iterator[Problem]:
    """Yield each record that shares a day with an earlier one of which only one can hold."""
    for pattern in _LISTS:
        for path, _ in values_at(source.value, pattern):
            spans = sorted(_spans(source.value, path), key=lambda pair: (pair[1].rivals, pair[1].first))
            for _, group in groupby(spans, key=lambda pair: pair[1].rivals):
                yield from _overlaps(source, group)


def _spans(value: object, path: ValuePath) -> Iterator[tuple[ValuePath, _Span]]:
    for place, record in values_at(value, ".".join(map(str, (*path, "*")))):
        try:
            yield place, _Span.model_validate(record)
        except ValidationError:
            continue  # the validation of the whole file lists it


def _overlaps(source: Source, spans: Iterator[tuple[ValuePath, _Span]]) -> Iterator[Problem]:
    last_place, last = next(spans)
    for place, span in spans:
        if span.first <= last.last:
            fault = f"it holds {span.period}, which overlaps {source.where(last_place)}, {last.period}"
            advice = "give the earlier one a  to:  with the day before the later one begins"
            yield source.problem(place, fault, advice)
        if span.last >= last.last:
            last_place, last = place, span
