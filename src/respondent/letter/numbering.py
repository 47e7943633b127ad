"""What each recommendation is called, as far as both languages agree: its kind, number and place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from respondent.response.kinds import RecommendationKind
from respondent.response.model import Recommendation, Response

MOST_IN_WORDS = 10
"""Ordinals are words up to the tenth. With more of one kind, the letter numbers them itself."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """What a recommendation is called."""

    id: str
    kind: RecommendationKind
    report: str
    number: str
    """The office's own number, else the report's, else that of the letter. Empty if an ordinal serves."""

    source: str
    """The report's number, where the letter prints another."""

    position: int
    """Its place among those of its kind in the report, from 1."""

    total: int
    """How many of its kind the response lists from the report."""

    is_own: bool = False
    """Whether the number is the letter's, because the report gives none to more than ten."""

    is_other: bool = False
    """Whether it is the one without a number beside others that have one: an ordinal could be taken for the
    number of another."""

    cause: str = ""
    """The cause of concern that tells it from another of the same number."""


def numbering(response: Response) -> Mapping[str, Numbering]:
    """Return what each recommendation is called, by its id."""
    groups: defaultdict[tuple[str, str], list[Recommendation]] = defaultdict(list)
    for item in response.recommendations:
        groups[item.report, item.kind].append(item)
    names = {name.id: name for items in groups.values() for name in _of_one_kind(items)}
    return {item.id: names[item.id] for item in response.recommendations}


def _of_one_kind(items: list[Recommendation]) -> Iterator[Numbering]:
    is_counted = len(items) > MOST_IN_WORDS and not any(item.label or item.number for item in items)
    names = [
        Numbering(
            id=item.id,
            kind=item.kind,
            report=item.report,
            number=str(position) if is_counted else item.label or item.number or "",
            source=item.number or "" if item.label else "",
            position=position,
            total=len(items),
            is_own=is_counted,
        )
        for position, item in enumerate(items, 1)
    ]
    uses = Counter(name.number for name in names)
    is_one_left = uses[""] == 1 < len(names)
    for name, item in zip(names, items, strict=True):
        is_ambiguous = bool(name.number) and uses[name.number] > 1
        yield replace(
            name,
            cause=item.cause_of_concern or "" if is_ambiguous else "",
            is_other=is_one_left and not name.number,
        )
