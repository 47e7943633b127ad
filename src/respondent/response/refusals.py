"""Errors of our own validators: what is wrong, what to do, and where in the record."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import PydanticCustomError

REFUSED = "refused"
"""The type of our own errors among those of the validator."""


def refusal(what: str, next: str, *, at: str = "") -> PydanticCustomError:
    """Return the error to raise.

    Args:
        what: What is wrong, in one line.
        next: What to do about it, in one line.
        at: The key of the record that it is about; empty for the whole value.
    """
    return PydanticCustomError(REFUSED, "{what}", {"what": what, "next": next, "at": at})


INCOMPLETE = "incomplete"
"""The type of the error for a text that lacks a language."""


def incomplete(missing: Sequence[str], what: str) -> PydanticCustomError:
    """Return the error for a record without values that it must have.

    Args:
        missing: The keys. The message says which of them are not there, and which are there but empty.
        what: Why they must be there.
    """
    return PydanticCustomError(INCOMPLETE, "{what}", {"missing": list(missing), "what": what})


def quoted(value: object) -> str:
    """Return a value as messages quote it.

    >>> quoted("14/05/2019")
    '“14/05/2019”'
    """
    if isinstance(value, str):
        return f"“{value[:40]}…”" if len(value) > 40 else f"“{value}”"
    return kind(value)


def kind(value: object) -> str:
    """Return what a value is, in the words of a person who writes the file."""
    return {dict: "keys and values", list: "a list", type(None): "nothing"}.get(type(value), "text")
