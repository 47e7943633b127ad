"""The small fixed words of a letter: the shipped ones, and what an office may write in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from respondent import resources
from respondent.errors import Problem
from respondent.files import yaml
from respondent.files.source import KEY, Source
from respondent.language import Pair
from respondent.response.kinds import RecommendationKind
from respondent.response.paths import texts_at, values_at
from respondent.response.problems import nearest

PLURALS: Mapping[RecommendationKind, str] = {
    "recommendation": "recommendations",
    "cause-of-concern": "causes-of-concern",
    "accelerated-cause-of-concern": "accelerated-causes-of-concern",
    "area-for-improvement": "areas-for-improvement",
}
"""The label for several of each kind."""

LABELS = "labels.yaml"
"""The small fixed words of a language, among its templates."""


_SLOT = re.compile(r"\{[^{}]*\}")


def label_problems(source: Source, shipped: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each label of `office.yaml` that no letter has, or that has a slot which cannot be filled in.

    Args:
        source: The file as read.
        shipped: The shipped labels of one language; both have the same slots, ``{page}`` say.
    """
    for path, _ in values_at(source.value, "labels.*"):
        label = str(path[-1])
        if label not in shipped:
            advice = f"{nearest(label, shipped)}the labels are {', '.join(sorted(shipped))}"
            yield source.problem((*path, KEY), f"unknown label `{label}`", advice)
    own = [path[-1] for path, _ in values_at(source.value, "labels.*")]
    for singular, plural in PLURALS.items():
        if singular in own and plural not in own:
            fault = f"`{singular}` has a word of your own, but `{plural}` has not"
            yield source.problem(("labels", singular, KEY), fault, f"add  {plural}: {{cy: …, en: …}}")
    for pattern in ("labels.*", "labels.*.*"):
        for path, text in texts_at(source.value, pattern):
            yield from _slots(source, path, text, shipped.get(str(path[1]), text))


def _slots(source: Source, path: tuple[str | int, ...], text: str, shipped: str) -> Iterator[Problem]:
    slots = _SLOT.findall(shipped)
    for slot in _SLOT.findall(text):
        if slot not in slots:
            advice = (
                f"write {' and '.join(slots)}" if slots else "remove it: this label has nothing to fill in"
            )
            yield source.problem(path, f"{slot} cannot be filled in", advice)


@cache
def shipped_labels() -> Pair[Mapping[str, str]]:
    """Return the small fixed words of both languages."""
    return labels_in(resources.templates())


def labels_in(shipped: Path) -> Pair[Mapping[str, str]]:
    """Return the small fixed words of both languages from a folder of templates."""
    return Pair.of(lambda language: _labels(shipped / language / LABELS))


def _labels(file: Path) -> Mapping[str, str]:
    source = yaml.load(file)
    assert isinstance(source.value, dict)  # the shipped file; a test holds its shape
    return {str(key): str(value) for key, value in source.value.items()}
