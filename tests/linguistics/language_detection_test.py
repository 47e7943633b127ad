"""Which language? Measured on the good pairs, of which half were written before the vote."""

from __future__ import annotations

import re
from random import Random

import pytest
from checks.pairs import good_pairs

from respondent.language import Language
from respondent.linguistics.language_detection import stretches, tongue, vote
from respondent.linguistics.words import without_addresses, words

SENTENCE = re.compile(r"(?<=[.!?:])\s+")


def sentences(language: Language, least: int = 5) -> list[str]:
    """Return the sentences of all good pairs in a language, of some words or more."""
    return [
        sentence
        for case in good_pairs().values()
        for block in case.pair.blocks
        if block.is_prose
        for sentence in SENTENCE.split(block.own(language))
        if len(words(sentence)) >= least
    ]


def unbroken(sentence: str, length: int) -> list[str]:
    """Return the runs of words of a sentence that have neither figures nor names in them."""
    run = re.compile(rf"(?=(?<!\S)((?:[^\W\d_A-Z]+[,']?(?: |$)){{{length}}}))")
    return [" ".join(found[1].split()) for found in run.finditer(sentence)]


def share_of_runs_found(length: int, inside: Language, count: int = 300) -> float:
    """Return the share of runs of words of the other language that are found in sentences of one."""
    random = Random(length)
    hosts = sentences(inside, 8)
    strangers = [
        run for sentence in sentences(inside.other, length + 2) for run in unbroken(sentence, length)
    ]
    found = 0
    for _ in range(count):
        host, run = words(random.choice(hosts)), random.choice(strangers)
        cut = random.randrange(1, len(host) - 1)
        text = (
            " ".join(one.text for one in host[:cut]) + f" {run} " + " ".join(one.text for one in host[cut:])
        )
        found += any(True for _ in stretches(words(text), text, inside.other))
    return found / count


@pytest.mark.parametrize("language", Language)
def test_the_language_of_a_sentence_is_right(language: Language) -> None:
    votes = [vote(sentence) for sentence in sentences(language)]

    assert len(votes) > 200
    assert sum(count.in_(language) > count.in_(language.other) for count in votes) / len(votes) >= 0.98


@pytest.mark.parametrize("length", [4, 5, 6, 8])
def test_english_left_in_the_welsh_is_found(length: int) -> None:
    assert share_of_runs_found(length, Language.CY) >= 0.95


def test_no_sentence_of_a_good_letter_has_words_of_the_other_language() -> None:
    for language in Language:
        for sentence in sentences(language):
            plain = without_addresses(sentence)
            assert not list(stretches(words(plain), plain, language.other)), sentence


@pytest.mark.parametrize("word", ["plant", "am", "man", "call", "pan", "to", "data", "a", "i"])
def test_a_word_of_both_languages_has_no_language(word: str) -> None:
    assert tongue(word) is None


@pytest.mark.parametrize(
    "word", ["ngwasanaethau", "ddioddefwyr", "phlismona", "cofnodwyd", "swyddogion", "gyda"]
)
def test_a_mutated_word_is_welsh(word: str) -> None:
    assert tongue(word) is Language.CY


@pytest.mark.parametrize("word", ["recorded", "policies", "stopping", "victims", "breaches", "the", "shall"])
def test_an_inflected_english_word_is_english(word: str) -> None:
    assert tongue(word) is Language.EN
