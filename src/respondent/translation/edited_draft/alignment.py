"""Which paragraph of one version of a text is which of another, by their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from respondent.changes.typography import loose

LEAST = 0.35
"""The least likeness, of 1, of two versions of a paragraph. Unrelated paragraphs of one letter share small
words and names, and reach about 0.3; a paragraph of which half was rewritten keeps more."""


def aligned(new: Sequence[str], old: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of equal or similar paragraphs, by their indexes, in order.

    >>> list(aligned(["The force acts.", "A new one.", "I will write."], ["The force acts", "I will write."]))
    [(0, 0), (2, 1)]
    """
    new_words, old_words = [_plain(text) for text in new], [_plain(text) for text in old]
    matcher = SequenceMatcher(None, new_words, old_words, autojunk=False)
    for tag, new_start, new_end, old_start, old_end in matcher.get_opcodes():
        if tag == "equal":
            yield from ((new_start + step, old_start + step) for step in range(new_end - new_start))
        elif tag == "replace":
            pairs = _most_alike(new_words[new_start:new_end], old_words[old_start:old_end])
            yield from ((new_start + one, old_start + other) for one, other in pairs)


def likeness(new: str, old: str) -> float:
    """Return the likeness of two paragraphs, from 0 to 1.

    >>> likeness("by 31 May", "by 30 May") > LEAST
    True
    """
    return _likeness(_plain(new), _plain(old))


@lru_cache(maxsize=8192)
def _likeness(new: str, old: str) -> float:
    new_words, old_words = new.split(), old.split()
    # In a few words one difference decides everything, so that letters are compared.
    if min(len(new_words), len(old_words)) < 4:
        return SequenceMatcher(None, new, old, autojunk=False).ratio()
    matcher = SequenceMatcher(None, new_words, old_words, autojunk=False)
    # The exact ratio takes quadratic time; its upper bounds rule out most pairs.
    bound = min(matcher.real_quick_ratio(), matcher.quick_ratio())
    return matcher.ratio() if bound >= LEAST else 0.0


def _most_alike(new: Sequence[str], old: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs, in order, with the greatest total likeness (Needleman and Wunsch, 1970)."""
    best = [[0.0] * (len(old) + 1) for _ in range(len(new) + 1)]
    alike = [[_likeness(one, other) for other in old] for one in new]
    for i in range(len(new) - 1, -1, -1):
        for j in range(len(old) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], _if_paired(alike, best, i, j))
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(new) and j < len(old):
        if best[i][j] and best[i][j] == _if_paired(alike, best, i, j):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _if_paired(alike: list[list[float]], best: list[list[float]], i: int, j: int) -> float:
    """Return the total likeness from here on, if these two are paired."""
    return alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= LEAST else 0.0


def rising(numbers: Sequence[int]) -> list[int]:
    """Return the places of the longest rising subsequence.

    >>> rising([5, 1, 2, 9, 3])
    [1, 2, 3]
    """
    length, before = [1] * len(numbers), [-1] * len(numbers)
    for place, number in enumerate(numbers):
        for earlier in range(place):
            if numbers[earlier] < number and length[earlier] >= length[place]:
                length[place], before[place] = length[earlier] + 1, earlier
    place = max(range(len(numbers)), key=lambda place: length[place], default=-1)
    places: list[int] = []
    while place >= 0:
        places.append(place)
        place = before[place]
    return places[::-1]


def _plain(text: str) -> str:
    return loose(text).casefold()
