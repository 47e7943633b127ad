"""What all records of the two files share: unknown keys are refused, values are frozen or unconfirmed."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    model_validator,
)

from respondent.response.days import explained
from respondent.response.refusals import quoted, refusal

# Ids become names of files, parts of Word bookmarks and keys of XLIFF: only what all of them accept.
ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
# All that some program takes for the end of a line, Unicode's own separators among them.
ONE_LINE = r"^[^\n\r\u2028\u2029]*$"
WEB = r"^https?://\S+$"
CHECK = r"^[SNPTDW][0-9]{3}$"

# Python's `fromisoformat` also takes 20190514 and 2019-W20-2, which people mistype and misread.
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_TRUTH = TypeAdapter(bool)

_LIKE_NUMBER = {"type": ["string", "number"]}
"""For an editor's schema: what our reader keeps as text may look like a number, `1.10`."""

Id = Annotated[
    str,
    StringConstraints(pattern=ID, max_length=60),
    Field(description="Your own short name for this item: lower-case letters, digits and hyphens"),
]

Line = Annotated[
    str,
    StringConstraints(min_length=1, pattern=ONE_LINE, strip_whitespace=True),
    Field(json_schema_extra={**_LIKE_NUMBER}),
]
"""Text of one line."""

LongText = Annotated[str, Field(json_schema_extra={**_LIKE_NUMBER})]
"""Text of any length."""


YEARS = range(1900, 2200)
"""The years that a response can be about. Another year is a typing error, such as 0219."""


def _day(value: object) -> object:
    return _of_our_time(_parsed(value, "a date"))


def _day_or_none(value: object) -> object:
    return value if value == "none" else _of_our_time(_parsed(value, "a date or none"))


def _bound(value: object) -> object:
    return _parsed(value, "a date")


def _of_our_time(value: date) -> date:
    if value.year not in YEARS:
        raise refusal(f"the year {value.year:04} cannot be meant", "write year, month, day:  2019-05-14")
    return value


def _parsed(value: object, expected: str) -> date:
    if isinstance(value, date):
        return value
    # The validator's own reading would take "2019" for seconds since 1970.
    if isinstance(value, str) and _ISO.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    if isinstance(value, str) and (explanation := explained(value)):
        raise refusal(*explanation)
    raise refusal(f"expected {expected}, got {quoted(value)}", "write year, month, day:  2019-05-14")


Day = Annotated[date, BeforeValidator(_day)]
"""A day, written as 2019-05-14."""

DayOrNone = Annotated[date | Literal["none"], BeforeValidator(_day_or_none)]
"""A day, or the word `none` for what did not come."""


Bound = Annotated[date, BeforeValidator(_bound)]
"""A day from which or to which something holds, of any year: 9999-12-31 for no end."""


def is_true(value: object) -> bool:
    """Return whether a value of a file is true, in any spelling that records accept.

    >>> is_true("true"), is_true("Yes"), is_true("false"), is_true(None)
    (True, True, False, False)
    """
    try:
        return _TRUTH.validate_python(value)
    except ValidationError:
        return False


class Record(BaseModel):
    """One record of a file. Unknown keys are refused and values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    unconfirmed: bool = Field(default=False, description="true: nobody has confirmed this value yet")

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, value: object) -> object:
        """Treat a key without a value as missing."""
        if not isinstance(value, dict):
            return value
        if None not in value.values():
            return value
        keys = {field.alias or name for name, field in cls.model_fields.items()}
        return {key: inner for key, inner in value.items() if inner is not None or key not in keys}


class Dated(Record):
    """A record that holds from its first to its last day, both included; open where none is given."""

    from_: Bound | None = Field(default=None, alias="from", description="The first day on which this applies")
    to: Bound | None = Field(default=None, description="The last day on which this applies")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and self.to and self.to < self.from_:
            fault = f"it ends on {self.to}, before it begins on {self.from_}"
            raise refusal(fault, "correct one of the two dates", at="to")
        return self

    def holds_on(self, day: date) -> bool:
        """Return whether `day` is between the first and the last day, both included."""
        return self.first <= day <= self.last

    @property
    def first(self) -> date:
        """The first day, or the beginning of time."""
        return self.from_ or date.min

    @property
    def last(self) -> date:
        """The last day, or the end of time."""
        return self.to or date.max

    @property
    def period(self) -> str:
        """The two days in words, for messages: ``from 2016-05-12 to 2024-05-08``."""
        begins = f"from {self.from_ or 'the beginning'}"
        return f"{begins} to {self.to}" if self.to else f"{begins} on"
