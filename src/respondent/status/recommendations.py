"""How far the force has come with each recommendation, and by when the report and the force say it is done.

No law sets these days. They help an office to ask in time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from respondent.response.kinds import ProgressStatus, RecommendationKind
from respondent.response.model import Response
from respondent.status.clock import Event, Milestone

CLOSED: tuple[ProgressStatus, ...] = ("done", "not-ours")
"""With these nothing more is due from the force."""


@dataclass(frozen=True, slots=True)
class RecommendationStatus:
    """How far the force has come with a recommendation."""

    id: str
    place: int
    """Its place in the response, from 0."""

    report: str
    """The id of its report."""

    kind: RecommendationKind
    number: str
    """What tells it from others of its kind: its number, else its id."""

    status: ProgressStatus | None
    """What the force says; none if the response does not tell."""

    on: date | None
    """The day on which the force said so."""

    report_due: date | None
    """The day that the report gives, where it is known."""

    force_due: date | None
    """The day by which the force says that it will have done it."""

    def due(self) -> Iterator[Event]:
        """Yield the days that it is due; none once it is done or found to be for another body."""
        if self.status not in CLOSED:
            for day, milestone in (
                (self.report_due, Milestone.REPORT_DUE),
                (self.force_due, Milestone.FORCE_DUE),
            ):
                if day:
                    yield Event(day, milestone, self.id)


def recommendations(response: Response) -> tuple[RecommendationStatus, ...]:
    """Return the recommendations of which the response gives a day or the progress, in its order."""
    return tuple(
        RecommendationStatus(
            id=item.id,
            place=place,
            report=item.report,
            kind=item.kind,
            number=item.mark,
            status=item.progress.status if item.progress else None,
            on=item.progress.on if item.progress else None,
            report_due=item.deadline.day if item.deadline else None,
            force_due=item.progress.due if item.progress else None,
        )
        for place, item in enumerate(response.recommendations)
        if item.progress or (item.applies and item.deadline and item.deadline.day)
    )
