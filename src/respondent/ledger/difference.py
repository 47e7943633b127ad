"""Compares two texts word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias, assert_never

from respondent.document.alike import blocks

Change: TypeAlias = Literal["same", "old", "new"]

# A word with its apostrophes (*mae'r*, *Gwent's*), a space, or a punctuation mark. Words are compared whole:
# a reader sees *31* replaced by *30*, not a *1* by a *0*. Together the branches match every character.
_WORD = re.compile(r"\s+|[^\W_]+(?:['’][^\W_]+)*|[^\s\w]|_")


class DifferencePiece(NamedTuple):
    """Words that are in both texts, only in the old one, or only in the new one."""

    change: Change
    text: str


def difference(old: str, new: str) -> list[DifferencePiece]:
    """Return the pieces of both texts, in order.

    >>> [piece.text for piece in difference("by 31 May", "by 30 May") if piece.change != "same"]
    ['31', '30']
    """
    before, after = _WORD.findall(old), _WORD.findall(new)
    pieces: list[DifferencePiece] = []
    change: Change
    place = place_new = 0
    for start, start_new, size in (*blocks(before, after), (len(before), len(after), 0)):
        for change, words in (("old", before[place:start]), ("new", after[place_new:start_new])):
            pieces += [DifferencePiece(change, "".join(words))] if words else []
        same = "".join(before[start : start + size])
        if same and pieces and pieces[-1].change == "same":  # two common parts that touch
            pieces[-1] = DifferencePiece("same", pieces[-1].text + same)
        elif same:
            pieces.append(DifferencePiece("same", same))
        place, place_new = start + size, start_new + size
    return pieces


def difference_line(old: str, new: str, *, around: int = 40) -> str:
    """Return the difference on one line, as `git diff --word-diff` writes it.

    Of unchanged text, `around` characters next to each change are shown.

    >>> difference_line("by 31 May", "by 30 May")
    'by [-31-]{+30+} May'
    """
    return "".join(_marked(difference(old, new), around)).replace("\n", " ")


def _marked(pieces: list[DifferencePiece], around: int) -> Iterator[str]:
    for index, (change, text) in enumerate(pieces):
        match change:
            case "old":
                yield f"[-{text}-]"
            case "new":
                yield f"{{+{text}+}}"
            case "same":
                head = text[:around] if index or len(pieces) == 1 else ""
                tail = text[-around:] if index < len(pieces) - 1 else ""
                yield text if len(text) <= len(head) + len(tail) + 3 else f"{head}…{tail}"
            case _:
                assert_never(change)
