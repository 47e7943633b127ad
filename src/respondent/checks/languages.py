"""Family P: every text is in the language that it is marked to be in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from respondent.checks.block_pair import ADDRESSES, BlockPair
from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.language import NAMES, Language, Pair
from respondent.linguistics.language_detection import Stretch, is_welsh_word, stretches, tongue, vote
from respondent.linguistics.words import Word

# One kind of quotation mark or the other, and no third mark between: an apostrophe would open a quotation.
_QUOTED = re.compile(r"[‘'“\"][^‘'“”\"’]*[’'”\"]")


@check("P401", Severity.ERROR)
def language_as_marked(case: Case) -> Iterator[Fact]:
    """Every text is in the language that it is marked to be in."""
    for block, language, stretch in _strangers(case):
        if not _is_quoted(block.own(language), stretch):
            yield _fact(case, block, language, stretch, "translate it, or mark it:  [the words](lang:…)")


@check("P402", Severity.NOTE)
def quotation_language_marked(case: Case) -> Iterator[Fact]:
    """A quotation in the other language says so."""
    for block, language, stretch in _strangers(case):
        if _is_quoted(block.own(language), stretch):
            yield _fact(case, block, language, stretch, "mark its language:  [the words](lang:…)")


@lru_cache(maxsize=1)
def _strangers(case: Case) -> tuple[tuple[BlockPair, Language, Stretch], ...]:
    """Return words in the other language, with the text and the letter in which they stand."""
    vocabulary = Pair.of(lambda language: _vocabulary(case, language))
    return tuple(
        (block, language, stretch)
        for block in case.pair.blocks
        if block.section not in ADDRESSES and not block.is_same_language
        for language in Language
        if block.nodes.in_(language).language == language
        for stretch in _of_text(block, language, vocabulary.in_(language.other))
    )


def _of_text(block: BlockPair, language: Language, learnt: frozenset[str]) -> Iterator[Stretch]:
    text, own_words = block.own(language), block.own_words.in_(language)
    stranger = False
    for stretch in stretches(own_words, text, language.other, learnt):
        if stretch.certain > 2 or len(text[stretch.start : stretch.end].split()) > 2:
            stranger = True
            yield stretch
    if not stranger and block.texts.cy == block.texts.en:
        yield from _left(text, own_words, language)


def _left(text: str, own_words: Sequence[Word], language: Language) -> Iterator[Stretch]:
    """Yield a short text that was left as it is in the other letter."""
    counts = vote(text)
    has_more_than_names = len(own_words) > 1 and any(word.text.islower() for word in own_words)
    if has_more_than_names and counts.in_(language.other) and not counts.in_(language):
        yield Stretch(0, len(text), counts.in_(language.other))


def _vocabulary(case: Case, language: Language) -> frozenset[str]:
    """Return the words of a letter that no list knows: since they stand there, they are of its language."""
    printed = {
        word.text for block in case.pair.blocks if block.is_prose for word in block.words.in_(language)
    }
    return frozenset(
        word
        for word in printed
        if len(word) > 3 and word.islower() and tongue(word) is None and not is_welsh_word(word)
    )


def _is_quoted(text: str, stretch: Stretch) -> bool:
    """Return whether words stand between quotation marks; an apostrophe within a word is none."""
    return any(
        quoted.start() <= stretch.start and stretch.end <= quoted.end() and _opens(text, quoted.start())
        for quoted in _QUOTED.finditer(text)
    )


def _opens(text: str, index: int) -> bool:
    return index == 0 or not text[index - 1].isalnum()


def _fact(case: Case, block: BlockPair, language: Language, stretch: Stretch, advice: str) -> Fact:
    excerpt = block.own(language)[stretch.start : stretch.end]
    shown = excerpt if len(excerpt) <= 60 else f"{excerpt[:60].rpartition(' ')[0]} …"
    what = f"this is {NAMES.in_(language.other)} in the {NAMES.in_(language)} letter: “{shown}”"
    return fact(case, (block.id, language), what, advice, excerpt)
