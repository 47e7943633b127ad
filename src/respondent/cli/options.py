"""Values of options that several commands have, and the messages that refuse others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from difflib import get_close_matches

from respondent.errors import Problem, UsageError


def chosen(option: str, text: str, allowed: Sequence[str]) -> list[str]:
    """Return the values of a list with commas, each once, in its order; raise `UsageError` for others.

    >>> chosen("--language", "en, cy,en", ["cy", "en"])
    ['en', 'cy']
    """
    values = list(dict.fromkeys(filter(None, (piece.strip().lower() for piece in text.split(",")))))
    unknown = [value for value in values if value not in allowed]
    if unknown or not values:
        fault = f"there is no {', '.join(unknown)}" if unknown else "no value is given"
        raise UsageError(
            Problem(option, fault, f"{_suggestion(unknown, allowed)}write one or more of {','.join(allowed)}")
        )
    return values


def single(option: str, text: str, allowed: Sequence[str]) -> str:
    """Return a single value; raise `UsageError` for an unknown one or for several.

    >>> single("--format", "JSON", ["text", "json"])
    'json'
    """
    values = chosen(option, text, allowed)
    if len(values) > 1:
        raise UsageError(
            Problem(option, f"“{text}” is more than one value", f"write one of {', '.join(allowed)}")
        )
    return values[0]


def day(option: str, text: str) -> date:
    """Return a date; raise `UsageError` for anything else.

    >>> day("--today", "2019-05-14")
    datetime.date(2019, 5, 14)
    """
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()
    except ValueError:
        advice = "write year, month, day:  2019-05-14"
        raise UsageError(Problem(option, f"“{text}” is not a date", advice)) from None


def _suggestion(unknown: Sequence[str], allowed: Sequence[str]) -> str:
    near = [match for value in unknown for match in get_close_matches(value, allowed, n=1)]
    return f"did you mean {near[0]}? " if near else ""
