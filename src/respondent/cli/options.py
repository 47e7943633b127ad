"""Values of options that several commands take, refused in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from difflib import get_close_matches

from respondent.errors import Problem, UsageError


def chosen(option: str, text: str, known: Sequence[str]) -> list[str]:
    """Return the values that a text with commas names, each once, in its order; raise `UsageError`.

    >>> chosen("--language", "en, cy,en", ["cy", "en"])
    ['en', 'cy']
    """
    values = list(dict.fromkeys(filter(None, (piece.strip().lower() for piece in text.split(",")))))
    wrong = [value for value in values if value not in known]
    if wrong or not values:
        what = f"there is no {', '.join(wrong)}" if wrong else "nothing is chosen"
        raise UsageError(
            Problem(option, what, f"{_meant(wrong, known)}write one or more of {','.join(known)}")
        )
    return values


def single(option: str, text: str, known: Sequence[str]) -> str:
    """Return the one value that a text names; raise `UsageError` for several too.

    >>> single("--format", "JSON", ["text", "json"])
    'json'
    """
    values = chosen(option, text, known)
    if len(values) > 1:
        raise UsageError(Problem(option, f"“{text}” is more than one", f"write one of {', '.join(known)}"))
    return values[0]


def day(option: str, text: str) -> date:
    """Return the day that a text names; raise `UsageError`.

    >>> day("--today", "2019-05-14")
    datetime.date(2019, 5, 14)
    """
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()
    except ValueError:
        then = "write year, month, day:  2019-05-14"
        raise UsageError(Problem(option, f"“{text}” is no date", then)) from None


def _meant(wrong: Sequence[str], known: Sequence[str]) -> str:
    near = [match for value in wrong for match in get_close_matches(value, known, n=1)]
    return f"did you mean {near[0]}? " if near else ""
