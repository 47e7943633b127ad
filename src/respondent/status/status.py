"""Where one response stands on a day: its texts, its clock, what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from respondent.files import workspace
from respondent.status.clock import Clock, Event, Milestone, in_order
from respondent.status.progress import Overview

if TYPE_CHECKING:
    from pathlib import Path

    from respondent.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class Status:
    """Where a response stands."""

    office: str
    """The police area of its office, in English: ``Gwent``."""

    overview: Overview
    clock: Clock
    findings: tuple[Finding, ...] | None = None
    """What the checks found; none where they have not looked, or could not."""

    @property
    def file(self) -> Path:
        """The `response.yaml`."""
        return self.overview.file

    @property
    def slug(self) -> str:
        """The short name of the response."""
        return workspace.slug(self.file)

    @property
    def planned(self) -> tuple[Event, ...]:
        """The steps of the plan that are still to be taken."""
        return tuple(one for one in self.clock.plan if not self._is_taken(one))

    @property
    def timeline(self) -> tuple[Event, ...]:
        """All days that are known, and those that are planned, by day."""
        return in_order((*self.clock.events, *self.planned))

    def _is_taken(self, step: Event) -> bool:
        match step.moment:
            case Milestone.SEND_BY:
                return bool(self.clock.last(Milestone.TRANSLATION_SENT)) or self.overview.is_translated
            case Milestone.TRANSLATION_BY:
                return self.overview.is_translated
            case Milestone.SIGN_OFF_BY:
                return self.overview.is_signed_off
            case _:  # on a working day the last day itself says it
                return step.day == self.clock.last_day


def by_urgency(found: list[Status]) -> list[Status]:
    """Return responses as they press: late ones first, then the fewest days left; published ones last."""
    return sorted(found, key=lambda one: one.clock.order)
