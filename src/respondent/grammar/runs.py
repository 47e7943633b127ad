"""Shorten lists of item numbers: 2, 5, 6, 7 and 8 are 2 and *5 to 8*."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

RUN = 3
"""How many numbers make a run. Two stay a pair, as in *paragraphs 7 and 8*."""


def shortened(numbers: Sequence[str], to: str) -> list[str]:
    """Return the numbers in their order, with the word `to` between the first and last of each run.

    A word before all of them is said once. Only whole numbers make runs: others have no certain successor.

    >>> shortened(["2", "5", "6", "7", "8", "11"], "to")
    ['2', '5 to 8', '11']
    >>> shortened(["AFI 1", "AFI 2", "AFI 3", "AFI 7"], "i")
    ['AFI 1 i 3', '7']
    >>> shortened(["1a", "2.1", "2.2"], "to")
    ['1a', '2.1', '2.2']
    """
    word = _common_word(numbers)
    texts = list(_texts([number[len(word) :] for number in numbers], to))
    return [word + texts[0], *texts[1:]] if texts else []


def _common_word(numbers: Iterable[str]) -> str:
    """Return the words before every number, with their space, or nothing: *R1* and *2.1* have no space."""
    words = {text.rpartition(" ")[0] for text in numbers}
    word = words.pop() if len(words) == 1 else ""
    return f"{word} " if word else ""


def _texts(numbers: Iterable[str], to: str) -> Iterable[str]:
    """Yield each run and each number outside one."""
    for group in _consecutive(numbers):
        if len(group) < RUN:
            yield from group
        else:
            yield f"{group[0]} {to} {group[-1]}"


def _consecutive(numbers: Iterable[str]) -> list[list[str]]:
    """Return the numbers in groups that go up by one."""
    groups: list[list[str]] = []
    for number in numbers:
        if groups and _is_next(groups[-1][-1], number):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _is_next(number: str, other: str) -> bool:
    """Return whether `other` is the whole number after `number`."""
    both = number + other
    return bool(number and other) and both.isascii() and both.isdecimal() and int(other) == int(number) + 1
