"""The status of one response on a day: its texts, its clock and its findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from respondent.files import workspace
from respondent.status.clock import Clock, Event, Milestone, in_order
from respondent.status.progress import Progress
from respondent.status.recommendations import RecommendationStatus

if TYPE_CHECKING:
    from pathlib import Path

    from respondent.checks.finding import Finding
    from respondent.ledger.remarks import Remark


@dataclass(frozen=True, slots=True)
class Status:
    """The status of a response."""

    office: str
    """The police area of its office, in English: ``Gwent``."""

    progress: Progress
    clock: Clock
    recommendations: tuple[RecommendationStatus, ...] = ()
    """The recommendations of which the response gives a day or the progress."""

    remarks: tuple[Remark, ...] = ()
    """The remarks that nobody has answered."""

    findings: tuple[Finding, ...] | None = None
    """What the checks found; none if they did not run, or could not."""

    @property
    def file(self) -> Path:
        """The `response.yaml`."""
        return self.progress.file

    @property
    def slug(self) -> str:
        """The short name of the response."""
        return workspace.slug(self.file)

    @property
    def planned(self) -> tuple[Event, ...]:
        """The steps of the plan that are still open."""
        return tuple(step for step in self.clock.plan if not self._is_taken(step))

    @property
    def timeline(self) -> tuple[Event, ...]:
        """All events, known and planned, by day."""
        return in_order((*self.clock.events, *self.planned))

    def _is_taken(self, step: Event) -> bool:
        match step.milestone:
            case Milestone.SEND_BY:
                return bool(self.clock.last(Milestone.TRANSLATION_SENT)) or self.progress.is_translated
            case Milestone.TRANSLATION_BY:
                return self.progress.is_translated
            case Milestone.SIGN_OFF_BY:
                return self.progress.is_signed_off
            case Milestone.PUBLISH_BY:  # not shown if it is the last day itself, which is shown already
                return step.day == self.clock.last_day
            case _:
                raise ValueError(f"no rule says when the step {step.milestone} of the plan is taken")


def by_urgency(statuses: list[Status]) -> list[Status]:
    """Return responses by urgency: late ones first, then the fewest days left, published ones last."""
    return sorted(statuses, key=lambda status: status.clock.order)
