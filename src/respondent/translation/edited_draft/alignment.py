"""Which paragraph was which, told by the words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

LEAST = 0.35
"""How like two paragraphs must be, of 1, to be the same one edited."""


def aligned(new: Sequence[str], old: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of paragraphs that were one, by their numbers, in order: alike, or like each other.

    >>> list(aligned(["The force acts.", "A new one.", "I will write."], ["The force acts", "I will write."]))
    [(0, 0), (2, 1)]
    """
    after, before = [_plain(text) for text in new], [_plain(text) for text in old]
    matcher = SequenceMatcher(None, after, before, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from ((a + step, c + step) for step in range(b - a))
        elif tag == "replace":
            yield from ((a + one, c + other) for one, other in _likest(after[a:b], before[c:d]))


def likeness(new: str, old: str) -> float:
    """Return how like two paragraphs are, from 0 to 1.

    >>> likeness("by 31 May", "by 30 May") > LEAST
    True
    """
    return _likeness(_plain(new), _plain(old))


@lru_cache(maxsize=8192)
def _likeness(new: str, old: str) -> float:
    after, before = new.split(), old.split()
    if min(len(after), len(before)) < 4:
        return SequenceMatcher(None, new, old, autojunk=False).ratio()
    matcher = SequenceMatcher(None, after, before, autojunk=False)
    bound = min(matcher.real_quick_ratio(), matcher.quick_ratio())
    return matcher.ratio() if bound >= LEAST else 0.0


def _likest(new: Sequence[str], old: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs, in order, that are together the likest (Needleman and Wunsch, 1970)."""
    best = [[0.0] * (len(old) + 1) for _ in range(len(new) + 1)]
    like = [[_likeness(one, other) for other in old] for one in new]
    for at in range(len(new) - 1, -1, -1):
        for to in range(len(old) - 1, -1, -1):
            best[at][to] = max(best[at + 1][to], best[at][to + 1], _with(like, best, at, to))
    found: list[tuple[int, int]] = []
    at = to = 0
    while at < len(new) and to < len(old):
        if best[at][to] and best[at][to] == _with(like, best, at, to):
            found.append((at, to))
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            at += 1
        else:
            to += 1
    return found


def _with(like: list[list[float]], best: list[list[float]], at: int, to: int) -> float:
    """Return how like all is from here on, if these two are one."""
    return like[at][to] + best[at + 1][to + 1] if like[at][to] >= LEAST else 0.0


def rising(numbers: Sequence[int]) -> list[int]:
    """Return the places of the longest run of numbers that rise.

    >>> rising([5, 1, 2, 9, 3])
    [1, 2, 3]
    """
    length, before = [1] * len(numbers), [-1] * len(numbers)
    for at, number in enumerate(numbers):
        for earlier in range(at):
            if numbers[earlier] < number and length[earlier] >= length[at]:
                length[at], before[at] = length[earlier] + 1, earlier
    at = max(range(len(numbers)), key=lambda place: length[place], default=-1)
    found: list[int] = []
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
