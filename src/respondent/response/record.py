"""What every record of the two files has: strict, frozen, and honest about what nobody has confirmed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60),
    Field(description="A name of your own for this item: small letters, figures and hyphens"),
]

Line = Annotated[
    str,
    StringConstraints(min_length=1, pattern=r"^[^\n]*$"),
    Field(json_schema_extra={"type": ["string", "number"]}),
]
"""Text of one line, which an editor's schema must let look like a number: `1.10`."""


class Record(BaseModel):
    """One record of a file: unknown keys are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    unconfirmed: bool = Field(default=False, description="true: nobody has confirmed this value yet")


class Dated(Record):
    """A record that holds for a time: from the first to the last day, both included; open where none is given."""

    from_: date | None = Field(default=None, alias="from", description="The first day on which this holds")
    to: date | None = Field(default=None, description="The last day on which this holds")

    def holds_on(self, day: date) -> bool:
        """Tell whether `day` lies between the first and the last day."""
        return (self.from_ or date.min) <= day <= (self.to or date.max)

    def overlaps(self, other: Dated) -> bool:
        """Tell whether there is a day on which both hold."""
        first = max(self.from_ or date.min, other.from_ or date.min)
        last = min(self.to or date.max, other.to or date.max)
        return first <= last

    @property
    def period(self) -> str:
        """The two days in words, for messages: ``2016-05-12 to today``."""
        return f"{self.from_ or 'the beginning'} to {self.to or 'now'}"
