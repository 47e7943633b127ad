"""Family P: who says it, and whether it is said or denied, is the same in both letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from respondent.checks.block_pair import BlockPair
from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.language import NAMES, Language, Pair
from respondent.linguistics.negation import READERS, may_deny
from respondent.linguistics.speakers import CHIEF, FORCE, SPEAKERS, VERBS, WRITER
from respondent.linguistics.words import Word


@check("P303", Severity.WARNING)
def speakers_alike(case: Case) -> Iterator[Fact]:
    """Whoever says or does something in one letter does so in the other."""
    for block in case.pair.blocks:
        if block.is_prose:
            yield from _speakers(case, block)


def _speakers(case: Case, block: BlockPair) -> Iterator[Fact]:
    named = Pair.of(lambda language: _counts(block.own_lower.in_(language), language))
    if named.cy == named.en:
        return
    counts = {name: Pair(named.cy[name], named.en[name]) for name in named.cy}
    only = Pair(
        [name for name, count in counts.items() if count.cy > count.en],
        [name for name, count in counts.items() if count.en > count.cy],
    )
    if _is_own_account(case, block, only):
        return
    if (only.cy and only.en) or _is_alone(block, counts[CHIEF.name]):
        listed = only.map(lambda names: " and ".join(names) or "nobody")
        what = f"the Welsh names {listed.cy} where the English names {listed.en}"
        advice = "name the same person or body in both"
        yield fact(case, (block.id, None), what, advice)


def _is_own_account(case: Case, block: BlockPair, only: Pair[list[str]]) -> bool:
    """Return whether *we* in one text is the force in the other, where the force speaks or its chief."""
    writing = next((language for language, names in only.items() if names == [WRITER.name]), None)
    if writing is None or only.in_(writing.other) != [FORCE.name]:
        return False
    field = case.origins.field_of(block.id)
    return (
        field is not None
        and field.id in case.origins.accounts_of_force
        and bool(_WE.in_(writing).search(block.own_lower.in_(writing)))
    )


_WE = Pair(
    re.compile(r"\b(?:rydym|rydyn|ein|inni|ni|gennym|byddwn|wnaethom)\b"), re.compile(r"\b(?:we|us|our)\b")
)
"""Of a text in small letters: its writer is more than one."""


def _is_alone(block: BlockPair, count: Pair[int]) -> bool:
    """Return whether one text names the chief constable more often, and the other has no *he* or *she*."""
    if count.cy == count.en:
        return False
    lacking = Language.EN if count.cy > count.en else Language.CY
    return not _PRONOUNS.in_(lacking).search(block.own_lower.in_(lacking))


# A pronoun may stand for the chief constable in one language where the other repeats the title. Welsh has
# them inside prepositions too: *ganddo* (with him), *iddi* (to her).
_PRONOUNS = Pair(
    re.compile(r"\b(?:ei|eu|ef|fe|hi|nhw|hwy|gandd[oi]|idd[oi]|arn[oi]|ohon[oi])\b"),
    re.compile(r"\b(?:he|she|they|him|her|them|his|hers|theirs?|whose?)\b"),
)


def _counts(text: str, language: Language) -> dict[str, int]:
    """Return how often a text in small letters names each of the speakers; of the writer only whether."""
    counts = dict.fromkeys(_NAMES, 0)
    for name, hints, pattern in _BY_LANGUAGE.in_(language):
        for hint in hints:
            if hint in text:
                counts[name] = len(pattern.findall(text))
                break
    counts[WRITER.name] = int(_is_own(text, language))
    return counts


_VERB_ENDS = re.compile(r"a(?:f|is)\b")
_NAMES = (*(speaker.name for speaker in SPEAKERS), WRITER.name)
_BY_LANGUAGE = Pair.of(
    lambda language: [
        (speaker.name, speaker.hints.in_(language), speaker.patterns.in_(language)) for speaker in SPEAKERS
    ]
)


def _is_own(text: str, language: Language) -> bool:
    if WRITER.patterns.in_(language).search(text):
        return True
    return _VERB_ENDS.search(text) is not None and VERBS.search(text) is not None


@check("P304", Severity.WARNING)
def denials_alike(case: Case) -> Iterator[Fact]:
    """What one letter denies the other denies."""
    for block in case.pair.blocks:
        if block.is_prose:
            yield from _denials(case, block)


def _denials(case: Case, block: BlockPair) -> Iterator[Fact]:
    if not any(may_deny(own_words, language) for language, own_words in block.own_words.items()):
        return
    texts = Pair.of(block.own)
    for welsh, english in _sentences(texts, block.own_words):
        counts = Pair(READERS.cy(welsh, texts.cy), READERS.en(english, texts.en))
        for language in Language:
            if counts.in_(language).least > counts.in_(language.other).most:
                opening = " ".join(word.text for word in Pair(welsh, english).in_(language)[:6])
                denying, other = NAMES.in_(language), NAMES.in_(language.other)
                what = f"the {denying} denies something that the {other} does not: “{opening} …”"
                advice = "compare the two sentences, and say the same in both"
                yield fact(case, (block.id, None), what, advice, opening)


Words: TypeAlias = Sequence[Word]

# A sentence ends where a capital or a figure follows the stop; *e.g. this* does not end one.
_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[^\W\d_a-z]|\d)")


def _sentences(texts: Pair[str], own_words: Pair[tuple[Word, ...]]) -> Iterator[tuple[Words, Words]]:
    """Yield the words of both texts sentence by sentence; all together where they are not as many."""
    ends = texts.map(lambda text: [end.start() for end in _END.finditer(text)])
    if len(ends.cy) != len(ends.en) or not ends.cy:
        yield own_words.cy, own_words.en
        return
    yield from zip(_parted(own_words.cy, ends.cy), _parted(own_words.en, ends.en), strict=True)


def _parted(own_words: Sequence[Word], ends: list[int]) -> Iterator[Sequence[Word]]:
    first = 0
    for end in ends:
        last = next(
            (index for index in range(first, len(own_words)) if own_words[index].start > end), len(own_words)
        )
        yield own_words[first:last]
        first = last
    yield own_words[first:]
