"""Family P: who says it, and whether it is said or denied, is the same in both letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from respondent.checks.block_pair import BlockPair
from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.figures import SOURCE
from respondent.checks.finding import Fact, Severity
from respondent.language import NAMES, Language, Pair
from respondent.linguistics.negation import READERS, may_deny
from respondent.linguistics.speakers import CHIEF, SPEAKERS, VERBS, WRITER
from respondent.linguistics.words import Word


@check("P303", "speakers-alike", Severity.WARNING, SOURCE)
def speakers_alike(case: Case) -> Iterator[Fact]:
    """Look at whom both letters name as saying or doing something.

    What: One letter names the chief constable, say, where the other names the force: each has one whom
    the other has not. Who is called *he* or *it* in one of them is let pass.

    Why: What the commissioner says, what the chief constable says and what the force says are three
    layers of a response (Police Act 1996, s 55), and must not change places in translation.

    Example: The English says *the Chief Constable has assured me*, the Welsh *mae Heddlu Gwent wedi fy
    sicrhau*.

    Mend: Name the same person or body in both.
    """
    for twin in case.twins:
        if twin.is_prose:
            yield from _speakers(case, twin)


def _speakers(case: Case, twin: BlockPair) -> Iterator[Fact]:
    named = Pair.of(lambda language: _counts(twin.own_lower.in_(language), language))
    if named.cy == named.en:
        return
    counts = {name: Pair(named.cy[name], named.en[name]) for name in named.cy}
    only = Pair(
        [name for name, count in counts.items() if count.cy > count.en],
        [name for name, count in counts.items() if count.en > count.cy],
    )
    if (only.cy and only.en) or _is_alone(twin, counts[CHIEF.name]):
        said = only.map(lambda names: " and ".join(names) or "nobody")
        what = f"the Welsh names {said.cy} where the English names {said.en}"
        then = "name the same person or body in both"
        yield fact(case, (twin.id, None), what, then)


def _is_alone(twin: BlockPair, count: Pair[int]) -> bool:
    """Return whether one text names the chief constable more often, and the other has no *he* or *she*."""
    if count.cy == count.en:
        return False
    lacking = Language.EN if count.cy > count.en else Language.CY
    return not _PRONOUNS.in_(lacking).search(twin.own_lower.in_(lacking))


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


@check("P304", "denials-alike", Severity.WARNING, SOURCE)
def denials_alike(case: Case) -> Iterator[Fact]:
    """Look at what both letters deny.

    What: One letter denies something (*not*, *never*, *without*; *ni*, *nid*, *nad*, *heb*) and the
    other, at the same place, has no word that could. Sentences are compared one by one where both texts
    have as many.

    Why: A *not* that is lost or added turns a statement round, and everything else still looks right.

    Example: The English says *the target has not been met*, the Welsh *mae'r targed wedi cael ei
    gyrraedd*.

    Mend: Say in both what is meant; or silence the finding where both say the same in another way.
    """
    for twin in case.twins:
        if twin.is_prose:
            yield from _denials(case, twin)


def _denials(case: Case, twin: BlockPair) -> Iterator[Fact]:
    if not any(may_deny(found, language) for language, found in twin.own_words.items()):
        return
    texts = Pair.of(twin.own)
    for welsh, english in _sentences(texts, twin.own_words):
        counts = Pair(READERS.cy(welsh, texts.cy), READERS.en(english, texts.en))
        has = next((one for one in Language if counts.in_(one).least > counts.in_(one.other).most), None)
        if has is None:
            continue
        beginning = Pair(welsh, english).in_(has)[:6]
        said = " ".join(word.text for word in beginning)
        what = f"the {NAMES.in_(has)} denies something that the {NAMES.in_(has.other)} does not: “{said} …”"
        then = "compare the two sentences, and say the same in both"
        yield fact(case, (twin.id, None), what, then, said)


Words: TypeAlias = Sequence[Word]

_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[^\W\d_a-z]|\d)")


def _sentences(texts: Pair[str], found: Pair[tuple[Word, ...]]) -> Iterator[tuple[Words, Words]]:
    """Yield the words of both texts sentence by sentence; all together where they are not as many."""
    ends = texts.map(lambda text: [end.start() for end in _END.finditer(text)])
    if len(ends.cy) != len(ends.en) or not ends.cy:
        yield found.cy, found.en
        return
    yield from zip(_parted(found.cy, ends.cy), _parted(found.en, ends.en), strict=True)


def _parted(found: Sequence[Word], ends: list[int]) -> Iterator[Sequence[Word]]:
    first = 0
    for end in ends:
        last = next((index for index in range(first, len(found)) if found[index].start > end), len(found))
        yield found[first:last]
        first = last
    yield found[first:]


CHECKS = (speakers_alike, denials_alike)
"""The checks of this file, in the order in which they are read."""
