"""A three-way comparison: a returned text, the text that was sent, and the text in the response now."""

from __future__ import annotations

from enum import Enum


class Comparison(Enum):
    """What happened to a text or paragraph since the returned file was made."""

    SAME = "the response has the returned text"
    EDITED = "changed only in the file"
    OUTDATED = "changed only in the response"
    CONFLICT = "changed both in the file and in the response"
    UNKNOWN = "they differ, and which of them was changed is unknown"
    GUESSED = "another paragraph is in its place, which may belong to the text before it"


def compare(*, is_same: bool, is_edited: bool | None, is_changed_here: bool) -> Comparison:
    """Return what happened to a text.

    Args:
        is_same: Whether the returned text is the text in the response.
        is_edited: Whether the returned text differs from the text that was sent. None: unknown.
        is_changed_here: Whether the text in the response differs from the text that was sent.

    >>> compare(is_same=False, is_edited=True, is_changed_here=True)
    <Comparison.CONFLICT: 'changed both in the file and in the response'>
    """
    if is_same:
        return Comparison.SAME
    if is_edited is None:
        return Comparison.UNKNOWN
    if is_edited:
        return Comparison.CONFLICT if is_changed_here else Comparison.EDITED
    # Neither side was changed, yet they differ: somebody has put another paragraph of the file here.
    return Comparison.OUTDATED if is_changed_here else Comparison.EDITED
