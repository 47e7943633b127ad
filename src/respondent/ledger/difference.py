"""What differs between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Change: TypeAlias = Literal["same", "old", "new"]

_WORD = re.compile(r"\s+|[^\W_]+(?:['’][^\W_]+)*|[^\s\w]|_")


class DifferencePiece(NamedTuple):
    """Words that stand in both texts, in the old one alone, or in the new one alone."""

    change: Change
    text: str


def difference(old: str, new: str) -> list[DifferencePiece]:
    """Return the pieces of both texts, in order.

    >>> [piece.text for piece in difference("by 31 May", "by 30 May") if piece.change != "same"]
    ['31', '30']
    """
    from difflib import SequenceMatcher

    before, after = _WORD.findall(old), _WORD.findall(new)
    found: list[DifferencePiece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(DifferencePiece("same", "".join(before[a:b])))
            continue
        found += [DifferencePiece("old", "".join(before[a:b]))] if a < b else []
        found += [DifferencePiece("new", "".join(after[c:d]))] if c < d else []
    return found


def shown(old: str, new: str, *, around: int = 40) -> str:
    """Return the difference in one line: ``… by [-31-]{+30+} May``; long unchanged stretches are shortened.

    >>> shown("by 31 May", "by 30 May")
    'by [-31-]{+30+} May'
    """
    return "".join(_shown(difference(old, new), around)).replace("\n", " ")


def _shown(pieces: list[DifferencePiece], around: int) -> Iterator[str]:
    signs = {"old": ("[-", "-]"), "new": ("{+", "+}")}
    for index, (change, text) in enumerate(pieces):
        if change != "same":
            yield signs[change][0] + text + signs[change][1]
            continue
        head = text[:around] if index or len(pieces) == 1 else ""
        tail = text[-around:] if index < len(pieces) - 1 else ""
        yield text if len(text) <= len(head) + len(tail) + 3 else f"{head}…{tail}"
