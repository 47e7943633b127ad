"""How often a sentence denies something, at least and at most: *not*, *without*; *ni*, *nid*, *nad*, *heb*.

Many words deny in some sentences only (*na* is *than*, *ni* is *we*), and what one language denies the
other may say with a verb (*nid oedd yn gallu*, *was unable*). Such words raise what a sentence denies at
most, never at least.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from respondent.language import Language, Pair
from respondent.linguistics.words import Word, is_first, listed


class Denials(NamedTuple):
    """How often some words deny."""

    least: int
    most: int


SURE, UNSURE = Denials(1, 1), Denials(0, 1)
NONE = Denials(0, 0)

Reader: TypeAlias = Callable[[Sequence[Word], str], Denials]

# Words that deny wherever they stand. *Peidio* (to refrain) also with its soft and aspirate mutations.
_SURE = Pair(
    frozenset(("nid", "nad", "heb", "nis", "peidio", "beidio", "pheidio", "peidiodd")),
    frozenset(("not", "never", "cannot", "without", "none", "nobody", "nothing", "neither", "nowhere")),
)
_UNSURE = Pair(listed("may-deny.cy.txt"), listed("may-deny.en.txt"))
# Prefixes that deny: one letter may say *unable* where the other says *not able*. Words in which the same
# letters deny nothing (*under, unit, until*) are left out.
_PREFIX = Pair(
    re.compile(r"annig|angh|anfod|anffo|anab|ansi|anni|amh[ro]|digy"),
    re.compile(r"un(?!der|it|i[fotv]|til|less)\w{4}|non\w{3}"),
)

# *No.* for number: over a column, or before a figure.
_NUMERO = re.compile(r"Nos?\.(?:$|\s*\d)")

# Before ni where it denies; elsewhere it is *we*, *us*.
_BEFORE_NI = frozenset(("ac", "ond", "felly", "lle", "gan", "er", "os", "pam", "oherwydd", "eto", "a"))

# Before ni where it is *us* or *we*: i ni, gennym ni, byddwn ni.
_BEFORE_WE = re.compile(r"^(?:i|gan|â|o|ar|at|inni)$|(?:ym|om|wn|on)$")

# What goes with a denial and denies nothing more: ni ddaeth neb.
_CONCORD = frozenset(("dim", "ddim", "neb"))

# Before na where it is *than*.
_COMPARED = re.compile(r"\w{2,}ach|[mf]wy|l?lai|g?well|uwch|is|hytrach|g?cynt|gynt|g?waeth|arall|eraill")


_BEGINNINGS = frozenset(("an", "am", "di", "dd", "un", "no"))
_EVER_SURE = Pair(_SURE.cy | {"ni", "na"}, _SURE.en | {"no", "t"})
_DENYING = Pair(_EVER_SURE.cy | _UNSURE.cy | _CONCORD, _EVER_SURE.en | _UNSURE.en)


def _english(words: Sequence[Word], text: str) -> Denials:
    """Return how often English words deny.

    >>> from respondent.linguistics.words import words
    >>> [tuple(_english(words(text), text)) for text in ("It is not known.", "It was refused.")]
    [(1, 1), (0, 1)]
    """
    return _added(_english_word(words, index, text) for index in _candidates(words, _DENYING.en))


def _english_word(words: Sequence[Word], index: int, text: str) -> Denials:
    small, behind = words[index].small, _small(words, index + 1)
    if small == "not" and behind == "only":
        return UNSURE
    if _NUMERO.match(text, words[index].start):
        return NONE
    if small == "no" and behind not in ("more", "less", "fewer", "later"):
        return SURE
    if small == "t" and _small(words, index - 1).endswith("n"):  # doesn't
        return SURE
    return _listed(small, _SURE.en, _UNSURE.en, _PREFIX.en)


def _welsh(words: Sequence[Word], text: str) -> Denials:
    """Return how often Welsh words deny.

    >>> from respondent.linguistics.words import words
    >>> [tuple(_welsh(words(text), text)) for text in ("Nid yw'n hysbys.", "mwy na 9", "Ni wyddom ni.")]
    [(1, 1), (0, 1), (1, 1)]
    """
    return _added(_welsh_word(words, index, text) for index in _candidates(words, _DENYING.cy))


def _welsh_word(words: Sequence[Word], index: int, text: str) -> Denials:
    word, before = words[index], _small(words, index - 1)
    if word.small in ("di", "ddi") and text[word.end : word.end + 1] == "-":
        return UNSURE  # yn ddi-oed: without delay
    behind = (_small(words, index + 1), _small(words, index + 2))
    if behind == ("yn", "unig") or (word.small == "heb" and behind[0] == "os"):
        return UNSURE  # nid yn unig: not only; heb os: without doubt
    if word.small == "ni" and _is_verbal(word, before, text):
        return SURE
    if word.small == "ni" and _BEFORE_WE.search(before):
        return NONE
    if word.small in _CONCORD:
        return NONE if _has_denied(words[:index]) else UNSURE
    if word.small == "na" and not _has_compared(words[:index]) and not _has_denied(words[:index]):
        return SURE
    return _listed(word.small, _SURE.cy, _UNSURE.cy, _PREFIX.cy)


def _is_verbal(word: Word, before: str, text: str) -> bool:
    """Return whether *ni* stands where a verb follows: at the beginning, after a comma or a conjunction."""
    return is_first(text, word) or before in _BEFORE_NI or text[max(0, word.start - 2)] == ","


def _has_compared(words: Sequence[Word]) -> bool:
    """Return whether the sentence has compared, so that *na* is *than*: yn fwy tebygol na phobl eraill."""
    return any(_COMPARED.fullmatch(word.small) for word in words)


def _has_denied(words: Sequence[Word]) -> bool:
    """Return whether the sentence has denied already, so that *na* is *nor*."""
    return any(word.small in _SURE.cy or word.small == "ni" for word in words)


def may_deny(words: Sequence[Word], language: Language) -> bool:
    """Return whether any of some words denies for sure in some sentences."""
    return any(word.small in _EVER_SURE.in_(language) for word in words)


def _candidates(words: Sequence[Word], denying: frozenset[str]) -> Iterator[int]:
    """Yield the indexes of words that may deny."""
    return (
        index for index, word in enumerate(words) if word.small in denying or word.small[:2] in _BEGINNINGS
    )


def _listed(small: str, sure: frozenset[str], unsure: frozenset[str], prefix: re.Pattern[str]) -> Denials:
    if small in sure:
        return SURE
    return UNSURE if small in unsure or prefix.match(small) else NONE


def _added(denials: Iterable[Denials]) -> Denials:
    least, most = zip(NONE, *denials, strict=True)
    return Denials(sum(least), sum(most))


def _small(words: Sequence[Word], index: int) -> str:
    return words[index].small if 0 <= index < len(words) else ""


READERS: Pair[Reader] = Pair(_welsh, _english)
"""What counts the denials of some words of a text, in each language."""
