"""What was handed in, compared with what it was made from and with what stands here now: a merge of three."""

from __future__ import annotations

from enum import Enum


class Comparison(Enum):
    """What happened to a text or paragraph since the file that was handed in was made."""

    SAME = "it stands here as it was handed in"
    EDITED = "it was changed in the file alone"
    OUTDATED = "it was changed here alone"
    CONFLICT = "it was changed both in the file and here"
    UNKNOWN = "the two differ, and nothing says which of them was changed"
    GUESSED = "another paragraph stands in its place, which may belong to the text before it"


def compare(*, is_same: bool, is_edited: bool | None, is_changed_here: bool) -> Comparison:
    """Return what happened to a text.

    Args:
        is_same: Whether what was handed in is what stands here now.
        is_edited: Whether what was handed in differs from what the file was made with; None if the file does
            not say what it was made with.
        is_changed_here: Whether what stands here now differs from what the file was made with.

    >>> compare(is_same=False, is_edited=True, is_changed_here=True)
    <Comparison.CONFLICT: 'it was changed both in the file and here'>
    """
    if is_same:
        return Comparison.SAME
    if is_edited is None:
        return Comparison.UNKNOWN
    if is_edited:
        return Comparison.CONFLICT if is_changed_here else Comparison.EDITED
    # Unedited, and neither side moved: the words are those of another paragraph of the file, put here.
    return Comparison.OUTDATED if is_changed_here else Comparison.EDITED
