"""Refer to the items of a report: *argymhellion 2, 5 i 8 ac 11*, *y maes cyntaf i'w wella*, *pum maes*.

A noun may have a tail that says what is done to the item. It stands behind the number and the ordinal, and
agrees: *maes 2 i'w wella* (*ei*, soft mutation), *meysydd 2 a 3 i'w gwella* (*eu*, no mutation).
"""

from __future__ import annotations

from collections.abc import Sequence

from respondent.grammar.runs import shortened
from respondent.grammar.welsh import lexicon, sources
from respondent.grammar.welsh.noun import InitialSound, Joinable, Noun, Phrase
from respondent.grammar.welsh.numerals import KEYS, count
from respondent.grammar.welsh.ordinals import alone, ordinal
from respondent.grammar.welsh.phrases import article, describe, join, phrase

LARGEST_IN_WORDS = 10
"""The largest count in words: above it the letters have figures, as their English does."""

# Without a noun: *pump o'r naw*, but *pum argymhelliad* (`sources.NUMBERS`, "Y ffurfiau cyswllt").
ALONE = {"pum": "pump", "chwe": "chwech"}

# Where the tail of a noun begins, with either apostrophe. *Achos pryder 1* has none: *pryder* is a genitive.
# That the number precedes the tail has no published source (W20).
TAIL = (" i'w ", " i’w ")


def numbered(noun: Joinable, numbers: Sequence[str]) -> Phrase:
    """Return the noun with the numbers of its items, in the order given.

    Raises:
        UsageError: if there are no numbers.

    >>> maes = Noun(cy="maes i'w wella", plural="meysydd i'w gwella")
    >>> str(numbered(maes, ["2"])), str(numbered(maes, ["2", "3", "7"]))
    ("maes 2 i'w wella", "meysydd 2, 3 a 7 i'w gwella")
    """
    kind, list_ = _Kind(noun), number_list(numbers)
    item, with_tail = (kind.alone(), kind.one) if len(numbers) == 1 else (kind.all(), kind.several)
    text, doubt = f"{item.text} {list_.text}", item.doubt or list_.doubt
    return with_tail(Phrase(text, item.head, "reference", list_.source, doubt, item.opening))


def number_list(numbers: Sequence[str]) -> Phrase:
    """Return the numbers alone, with each run of three or more shortened.

    Raises:
        UsageError: if there are no numbers.

    >>> str(number_list(["2", "5", "6", "7", "8", "11"])), str(number_list(["7", "8"]))
    ('2, 5 i 8 ac 11', '7 ac 8')
    """
    joined = join(_number(text) for text in shortened(numbers, "i"))
    return joined.replace(source=sources.ITEM_NUMBERS)


def by_position(noun: Joinable, positions: Sequence[int], total: int) -> Phrase:
    """Return unnumbered items by their positions among `total`, with the article.

    *Cyntaf* follows its noun and the other ordinals precede it, so the positions are put in order.

    Raises:
        UsageError: if there are no positions.

    >>> maes = Noun(cy="maes i'w wella", plural="meysydd i'w gwella")
    >>> [str(by_position(maes, positions, 3)) for positions in ([1], [1, 2, 3], [1, 2], [1, 3])]
    ["y maes cyntaf i'w wella", "y meysydd i'w gwella", "y ddau faes cyntaf i'w gwella", "y maes cyntaf a'r \
trydydd i'w gwella"]
    >>> str(by_position("argymhelliad", [2, 4], 4))
    "yr ail a'r pedwerydd argymhelliad"
    """
    kind, chosen = _Kind(noun), sorted(set(positions))
    size = len(chosen)
    if size == total:
        return _whole(kind, total)
    if size == 1:
        return kind.one(article(ordinal(chosen[0], kind.noun, words=True)))
    if chosen and chosen[-1] == size:
        return kind.several(article(describe(_count(size, kind.noun), "cyntaf")))
    return kind.several(_positions(kind.noun, chosen))


def the_other(noun: Joinable) -> Phrase:
    """Return the one item that has no number beside others that have.

    >>> str(the_other("argymhelliad")), str(the_other(Noun(cy="maes i'w wella", plural="meysydd i'w gwella")))
    ('yr argymhelliad arall', "y maes arall i'w wella")
    """
    kind = _Kind(noun)
    return kind.one(article(describe(kind.noun, "arall")))


def counted(n: int, noun: Joinable) -> Phrase:
    """Return a number of items, in words up to ten.

    >>> maes = Noun(cy="maes i'w wella", plural="meysydd i'w gwella")
    >>> [str(counted(n, maes)) for n in (1, 2, 12, 43)]
    ["un maes i'w wella", "dau faes i'w gwella", "12 maes i'w gwella", "43 o feysydd i'w gwella"]
    """
    kind = _Kind(noun)
    joined = _count(n, kind.noun)
    return kind.one(joined) if n == 1 else kind.several(joined)


def numeral(n: int, feminine: bool = False) -> Phrase:
    """Return a number without its noun, in words up to ten.

    >>> [str(numeral(n)) for n in (2, 5, 6, 11)], str(numeral(2, feminine=True))
    (['dau', 'pump', 'chwech', '11'], 'dwy')
    """
    if n not in KEYS:
        return _number(str(n))
    word = KEYS[n][feminine].partition(".")[0]
    opening = InitialSound.SOFT_NUMERAL if n == 2 else InitialSound.NUMERAL
    text = ALONE.get(word, word)
    return Phrase(text, Noun(cy=text, gender="f" if feminine else "m"), "count", sources.NUMBERS, "", opening)


def capitalized(noun: Joinable) -> Phrase:
    """Return the words with a large first letter, for the head of a heading.

    >>> str(capitalized(by_position("argymhelliad", [2], 3)))
    'Yr ail argymhelliad'
    """
    joined = phrase(noun)
    return joined.replace(text=joined.text[:1].upper() + joined.text[1:])


class _Kind:
    """A noun without its tail, and the tails for one and for several."""

    def __init__(self, noun: Joinable) -> None:
        head = phrase(noun, bare=True).head
        plural = head.plural or lexicon.noun(head.cy).plural
        cy, self._tail = _split(head.cy)
        several, self._plural_tail = _split(plural or head.cy)
        self.noun = head.replace(cy=cy, plural=several if plural else "")
        self._doubt = "" if plural else f'the plural of "{head.cy}" is not known'

    def alone(self) -> Phrase:
        """Return the singular."""
        return phrase(self.noun, bare=True)

    def all(self) -> Phrase:
        """Return the plural."""
        text = self.noun.plural or self.noun.cy
        return Phrase(text, Noun(cy=text, number="plural", mutates=self.noun.mutates), doubt=self._doubt)

    def one(self, joined: Phrase) -> Phrase:
        """Return a reference to one item with its tail."""
        return joined.replace(text=joined.text + self._tail)

    def several(self, joined: Phrase) -> Phrase:
        """Return a reference to several items with their tail, which is uncertain if the plural is."""
        doubt = joined.doubt or (self._doubt if self._tail else "")
        return joined.replace(text=joined.text + self._plural_tail, doubt=doubt)


def _split(text: str) -> tuple[str, str]:
    """Return a noun and its tail, if it has one."""
    start = max(map(text.find, TAIL))
    return (text[:start], text[start:]) if start > 0 else (text, "")


def _number(text: str) -> Phrase:
    """Return a number or a run of them. The label of an item, such as *C1*, never mutates."""
    opening = InitialSound.FIGURE if text[:1].isdigit() else InitialSound.NOUN
    return Phrase(text, Noun(cy=text, mutates="no"), opening=opening)


def _count(n: int, noun: Noun) -> Phrase:
    """Return a counted noun without its tail."""
    return count(n, noun, words=n <= LARGEST_IN_WORDS)


def _whole(kind: _Kind, total: int) -> Phrase:
    """Return all items: the only one, both, or the plural."""
    if total == 1:
        return kind.one(article(kind.noun))
    return kind.several(article(_count(2, kind.noun) if total == 2 else kind.all()))


def _positions(noun: Noun, chosen: Sequence[int]) -> Phrase:
    """Return ordinals with the noun once: behind *cyntaf*, which follows it, or else behind the last."""
    named = 1 if 1 in chosen else max(chosen, default=0)
    return join(article(ordinal(n, noun, words=True) if n == named else alone(n, noun)) for n in chosen)
