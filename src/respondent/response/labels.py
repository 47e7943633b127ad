"""The office's own words for small labels of the letter, against the shipped ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from respondent.errors import Problem
from respondent.files.source import KEY, Source
from respondent.response.paths import found, words
from respondent.response.problems import nearest

_SLOT = re.compile(r"\{[^{}]*\}")


def label_problems(source: Source, shipped: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each label of `office.yaml` that the letter does not have, or that asks for what it cannot say.

    Args:
        source: The file as read.
        shipped: The shipped labels of one language; both have the same slots, ``{page}`` say.
    """
    for path, _ in found(source.value, "labels.*"):
        label = str(path[-1])
        if label not in shipped:
            then = f"{nearest(label, shipped)}the labels are {', '.join(sorted(shipped))}"
            yield source.problem((*path, KEY), f"unknown label `{label}`", then)
    for pattern in ("labels.*", "labels.*.*"):
        for path, text in words(source.value, pattern):
            yield from _slots(source, path, text, shipped.get(str(path[1]), text))


def _slots(source: Source, path: tuple[str | int, ...], text: str, shipped: str) -> Iterator[Problem]:
    known = _SLOT.findall(shipped)
    for slot in _SLOT.findall(text):
        if slot not in known:
            then = (
                f"write {' and '.join(known)}" if known else "take it out: this label has nothing to fill in"
            )
            yield source.problem(path, f"{slot} cannot be filled in", then)
