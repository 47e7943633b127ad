"""What a template may cost: its size, its loops, and how long a text it may make in one step.

A template of an office is text from outside, as a translator's file is. The longest letter has some hundred
loops and 100 kB, so none of these limits is ever met by one that is meant to be a letter.
"""

from __future__ import annotations

import re
from contextvars import ContextVar

MAX_BYTES = 200_000
"""The largest template. The longest shipped one has 3 kB."""

LONGEST = 100_000
"""The longest text that one operation may make, in characters."""

MOST_STEPS = 10_000
"""How many numbers the `range` of one letter may count in all."""

_WIDTH = re.compile(r"\d{6,}")
"""A width in the pattern of a format: ``%1000000d``."""

_left: ContextVar[int] = ContextVar("_left", default=MOST_STEPS)

_LONG = "the text would be too long: write a shorter one"


class CostError(Exception):
    """A template asks for more than a letter ever needs. The message is what is wrong and what to do."""


def begin() -> None:
    """Begin to count for one letter."""
    _left.set(MOST_STEPS)


def counted(*numbers: int) -> range:
    """Return a range, and count its steps.

    Raises:
        CostError: if the ranges of this letter have more than `MOST_STEPS` in all.
    """
    steps = range(*numbers)
    left = _left.get() - min(len(steps), MOST_STEPS + 1)
    if left < 0:
        raise CostError(f"its loops count more than {MOST_STEPS:,} steps: loop over the letter's own lists")
    _left.set(left)
    return steps


def refuse_long(operator: str, left: object, right: object) -> None:
    """Raise `CostError` if an operation would make a very long text, list or number."""
    match operator, left, right:
        case "*", (str() | list() | tuple()), int():
            size = len(left) * right
        case "*", int(), (str() | list() | tuple()):
            size = left * len(right)
        case "**", (int() | float()), (int() | float()):
            size = LONGEST + 1 if abs(right) > 64 else 0
        case "%", str(), _:
            size = LONGEST + 1 if _WIDTH.search(left) else 0
        case _:
            size = 0
    if size > LONGEST:
        raise CostError(_LONG)


def refuse_wide(arguments: tuple[object, ...]) -> None:
    """Raise `CostError` if a function or filter is given a width that makes a very long text."""
    if any(isinstance(argument, int) and abs(argument) > LONGEST for argument in arguments):
        raise CostError(_LONG)
