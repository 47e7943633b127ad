"""Family P: every paragraph stands for its own counterpart, and is about as long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from math import log
from pathlib import Path

from respondent.checks.block_pair import BlockPair
from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.grammar.welsh.mutation import Mutation, mutate
from respondent.language import Language, Pair
from respondent.linguistics.words import folded

_SURPLUS, _TIMES = 4, 3
"""How much more another paragraph must share with a text than its own counterpart does.

Both are set so that no paragraph of the good pairs in the tests is reported: a wrong warning about order
costs a reader more than a missed one.
"""

SHORT = 60
"""Letters of English below which the ratio of lengths says nothing: one word more changes it too much."""

LENGTHS = (0.62, 1.75)
"""The least and the most letters of Welsh for one of English: wider than all good pairs in the tests."""


@check("P107", Severity.WARNING)
def paragraphs_in_place(case: Case) -> Iterator[Fact]:
    """Each paragraph stands for its own counterpart."""
    prose = [
        block for block in case.pair.blocks if block.is_prose and case.origins.field_of(block.id) is not None
    ]
    subjects = Pair.of(lambda language: [_features(block, language) for block in prose])
    weight = _weights(subjects)
    for index, block in enumerate(prose):
        other = _better(subjects, weight, index)
        if other is not None:
            what = f"the Welsh says what the English says in {prose[other].id}"
            advice = "put the paragraphs of both texts in the same order"
            about = f"{block.texts.en}: {prose[other].texts.en}"
            yield replace(fact(case, (block.id, None), what, advice, about), language=Language.CY)


@check("P108", Severity.WARNING)
def length_alike(case: Case) -> Iterator[Fact]:
    """A text is about as long in Welsh as in English."""
    for block in case.pair.blocks:
        if not block.is_prose or len(block.texts.en) < SHORT or case.origins.field_of(block.id) is None:
            continue
        ratio = len(block.texts.cy) / len(block.texts.en)
        if not LENGTHS[0] <= ratio <= LENGTHS[1]:
            what = f"the Welsh has {round(100 * ratio)} letters for each hundred of the English"
            advice = "check whether one of them has something missing or something added"
            yield fact(case, (block.id, None), what, advice, f"{ratio:.1f}")


@cache
def _subjects() -> Pair[Mapping[str, int]]:
    """Return the subject that the beginning of a word tells, for both languages."""
    cy: dict[str, int] = {}
    en: dict[str, int] = {}
    lines = (Path(__file__).parent / "data" / "concepts.tsv").read_text("utf-8").splitlines()
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        welsh, english = line.split("\t")
        for stem in welsh.split():
            forms = (stem, *(mutate(stem, mutation) for mutation in Mutation))
            cy.update(dict.fromkeys(forms, number))
        en.update(dict.fromkeys(english.split(), number))
    return Pair(cy, en)


def _features(block: BlockPair, language: Language) -> frozenset[object]:
    """Return what identifies a text: its subjects, its quantities, its names."""
    all_words = block.words.in_(language)
    features: set[object] = set(map(_SUBJECT_OF.in_(language), [word.small for word in all_words]))
    features.update([folded(word.text) for word in block.capitals.in_(language) if len(word.text) > 3])
    features.update([quantity.value for quantity in block.quantities.in_(language) if quantity.is_sure])
    return frozenset(features - {None})


def _subject_of(language: Language) -> Callable[[str], int | None]:
    """Return a cached function that gives the subject of a word in small letters, if it has one."""

    @lru_cache(maxsize=65_536)
    def subject(small: str) -> int | None:
        subjects = _subjects().in_(language)
        beginnings = (small[:length] for length in range(min(len(small), 12), 2, -1))
        return next((subjects[beginning] for beginning in beginnings if beginning in subjects), None)

    return subject


_SUBJECT_OF = Pair.of(_subject_of)


def _weights(features: Pair[list[frozenset[object]]]) -> Mapping[object, float]:
    """Return how much each feature tells: the rarer in the letter, the more."""
    counts = Counter(feature for _, texts in features.items() for text in texts for feature in text)
    size = 2 * len(features.cy) + 1
    return {feature: log(size / count) for feature, count in counts.items()}


def _better(
    features: Pair[list[frozenset[object]]], weight: Mapping[object, float], index: int
) -> int | None:
    """Return the paragraph whose English a Welsh one translates instead of its own, if there is one."""
    welsh = features.cy[index]
    own = sum(weight[feature] for feature in welsh & features.en[index])
    if own and sum(weight[feature] for feature in welsh) <= _SURPLUS + _TIMES * own:
        return None  # no other can have so much more
    scores: dict[int, float] = defaultdict(float)
    for other, english in enumerate(features.en):
        scores[other] = sum(weight[feature] for feature in welsh & english)
    best = max(scores, key=lambda other: scores[other])
    if best != index and scores[best] > _SURPLUS + _TIMES * own:
        return best
    crossed = (other for other in (index - 1, index + 1) if own == 0 < scores.get(other, 0))
    return next((other for other in crossed if _is_crossed(features, index, other)), None)


def _is_crossed(features: Pair[list[frozenset[object]]], index: int, other: int) -> bool:
    """Return whether the neighbour of a text says what the text should say, and nothing of its own."""
    welsh = features.cy[other]
    return bool(welsh & features.en[index]) and not welsh & features.en[other]
