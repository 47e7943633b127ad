"""What two sequences have in common, in order, within bounded time.

`difflib` compares each occurrence of an item with each other one, and begins again for each part: a table of
4 kB with as many bars takes it seconds. Here the ends that are the same are cut off first, and items that
occur too often do not begin a common part; they only continue one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

OFTEN = 2_000
"""How many pairs of its occurrences an item may have and still begin a common part: 45 bars in each text."""

MOST = 400_000
"""How many pairs of occurrences two sequences may have in all. With more, nothing between their ends is the
same: nobody would read such a comparison. Two texts of 2,000 different words have 2,000."""

Block = tuple[int, int, int]
"""Where a common part begins in the one and in the other sequence, and its length."""


def blocks(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[Block]:
    """Yield the common parts of two sequences, in order; neighbouring parts may touch in one of them.

    >>> list(blocks("abcd", "abxd"))
    [(0, 0, 2), (3, 3, 1)]
    """
    least = min(len(one), len(other))
    start = next((place for place in range(least) if one[place] != other[place]), least)
    end = next(
        (place for place in range(least - start) if one[-1 - place] != other[-1 - place]), least - start
    )
    if start:
        yield 0, 0, start
    yield from (
        (start + place, start + place_other, size)
        for place, place_other, size in _middle(one[start : len(one) - end], other[start : len(other) - end])
    )
    if end:
        yield len(one) - end, len(other) - end, end


def _middle(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[Block]:
    counts, counts_other = Counter(one), Counter(other)
    pairs = {item: count * counts_other[item] for item, count in counts.items()}
    often = {item for item, count in pairs.items() if count > OFTEN}
    if sum(count for item, count in pairs.items() if item not in often) > MOST:
        return
    matcher = SequenceMatcher(often.__contains__ if often else None, one, other, autojunk=False)
    yield from (tuple(block) for block in matcher.get_matching_blocks() if block.size)  # type: ignore[misc]
