"""Numbers written in words, in both languages: cardinals and ordinals, Welsh ones in every mutated shape.

*One* and *un* are articles and pronouns as often as numbers, *both* is *y ddau*, *once* is *unwaith*: such
words are read as unsure. They may answer a number of the other language; they never ask for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from respondent.grammar.english import NUMERALS, ORDINALS
from respondent.grammar.welsh import numerals, ordinals
from respondent.grammar.welsh.mutation import Mutation, mutate
from respondent.language import Language, Pair
from respondent.linguistics.words import Word


class Number(NamedTuple):
    """A number in words."""

    value: int
    is_ordinal: bool
    is_sure: bool
    """Whether it can mean nothing but the number."""

    first: int
    """The index of its first word."""

    last: int
    """The index after its last word."""


_ENGLISH_MORE = (
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    "eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_EN: Mapping[str, int] = {
    **{word: value for value, word in enumerate(f"{NUMERALS} {_ENGLISH_MORE[0]}".split(), 1)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
}
_EN_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_EN_ORDINALS: Mapping[str, int] = {
    **{word: value for value, word in enumerate(f"{ORDINALS} {_ENGLISH_MORE[1]}".split(), 1)},
    **{f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, 2)},
    **{"thirds": 3, "fifths": 5, "sixths": 6, "tenths": 10},
}

# Words that imply a number where the other language may put the same idea without one: *both*, *single*.
UNSURE: Pair[Mapping[str, int]] = Pair(
    {
        **dict.fromkeys(("un", "unwaith", "unigol", "sengl", "naill", "hun"), 1),
        **dict.fromkeys(("pâr", "bâr", "cwpl", "gwpl", "deuol", "ddeuol", "dyblu", "ddyblu", "dwbl"), 2),
        **dict.fromkeys(("dyblodd", "ddyblodd", "pythefnos", "bythefnos", "phythefnos", "deublyg"), 2),
        **dict.fromkeys(("deufis", "ddeufis", "deuddydd", "ddeuddydd", "eilwaith"), 2),
        **dict.fromkeys(("tridiau", "dridiau", "thridiau", "treblu", "driphlyg", "triphlyg"), 3),
    },
    {
        **dict.fromkeys(("one", "once", "single"), 1),
        **dict.fromkeys(("both", "pair", "couple", "either", "neither", "twin", "double", "doubled"), 2),
        **dict.fromkeys(("fortnight", "fortnightly", "dual", "doubling", "bimonthly", "halved"), 2),
        **dict.fromkeys(("treble", "triple", "tripled", "trebled", "threefold"), 3),
    },
)

# *Twice* and *dozen* count as sure: every good translation keeps the number.
TIMES: Pair[Mapping[str, int]] = Pair(
    {
        "dwywaith": 2,
        "ddwywaith": 2,
        "teirgwaith": 3,
        "deirgwaith": 3,
        "theirgwaith": 3,
        "dwsin": 12,
        "ddwsin": 12,
    },
    {"twice": 2, "thrice": 3, "dozen": 12},
)

# After the noun: tri swyddog ar ddeg.
_TAILS = {"ddeg": 10, "bymtheg": 15, "hugain": 20}

_CY_PLAIN: Mapping[str, int] = {
    **{numerals.KEYS[value][gender].partition(".")[0]: value for value in numerals.KEYS for gender in (0, 1)},
    **{word: value for value, word in numerals.WHOLE.items() if value < 100},
    **{"pump": 5, "chwech": 6, "deng": 10, "deuddeng": 12, "pymtheng": 15, "deugain": 40, "trigain": 60},
}
_CY_SCALES_PLAIN = {"cant": 100, "mil": 1_000, "miliwn": 1_000_000, "biliwn": 1_000_000_000}

# Forms that are other words far more often: gan (with), chan, nwy (gas), neg, nau.
_OTHER_WORDS = frozenset(("nwy", "nau", "neg", "neng", "neuddeg", "neuddeng", "neugain", "neunaw"))


def _shapes(plain: Mapping[str, int]) -> dict[str, int]:
    """Return the words in every mutated shape."""
    shapes = {
        shape: value
        for word, value in plain.items()
        for shape in (word, *(mutate(word, mutation) for mutation in Mutation))
    }
    return {shape: value for shape, value in shapes.items() if shape not in _OTHER_WORDS}


_CY = _shapes(_CY_PLAIN)
_CY_SCALES = {**_shapes(_CY_SCALES_PLAIN), "can": 100}
_CY_ORDINALS = _shapes(
    {
        **{word: value for value, both in ordinals.WORDS.items() for word in both},
        **{"cyntaf": 1, "cynta": 1, "unfed": 1, "traean": 3},
    }
)
_AND = Pair(("a", "ac", "â"), ("and",))


def numbers(words: Sequence[Word], text: str, language: Language) -> Iterator[Number]:
    """Yield the numbers in words of a text, in order.

    >>> from respondent.linguistics.words import words
    >>> def values(text, language):
    ...     return [one.value for one in numbers(words(text), text, language) if one.is_sure]
    >>> values("dau gant a phymtheg, tair blynedd ar ddeg, pedwar deg dau", Language.CY)
    [215, 13, 42]
    >>> values("two hundred and fifteen, thirteen years, forty-two", Language.EN)
    [215, 13, 42]
    """
    known, read = _known().in_(language), _READERS.in_(language)
    index = 0
    while index < len(words):
        if words[index].small in known and (number := read(words, text, index)):
            yield number
            index = number.last
        else:
            index += 1


@cache
def _known() -> Pair[frozenset[str]]:
    """Return every word that a number can begin with: what most words of a text are not."""
    return Pair(
        frozenset(chain(_CY, _CY_SCALES, _CY_ORDINALS, UNSURE.cy, TIMES.cy, ("hanner",))),
        frozenset(chain(_EN, _EN_SCALES, _EN_ORDINALS, UNSURE.en, TIMES.en)),
    )


def _small(words: Sequence[Word], index: int) -> str:
    return words[index].small if 0 <= index < len(words) else ""


def _is_near(words: Sequence[Word], text: str, index: int) -> bool:
    """Return whether the word at `index` follows the one before it closely: a space or a hyphen between."""
    if not 0 < index < len(words):
        return False
    return text[words[index - 1].end : words[index].start] in (" ", "-", "\u00a0")


def _incidental(words: Sequence[Word], index: int, language: Language) -> Number | None:
    word = _small(words, index)
    if word in TIMES.in_(language):
        return Number(TIMES.in_(language)[word], False, True, index, index + 1)
    if word in UNSURE.in_(language):
        return Number(UNSURE.in_(language)[word], False, False, index, index + 1)
    return None


def _english(words: Sequence[Word], text: str, index: int) -> Number | None:
    """Return the English number that begins with the word at `index`."""
    total, group, end = 0, 0, index
    while end < len(words) and (end == index or _is_near(words, text, end)):
        word = words[end].small
        if word in _EN and _fits(group, _EN[word]):
            group += _EN[word]
        elif word in _EN_SCALES and (group or end == index):
            scaled = (group or 1) * _EN_SCALES[word]
            total, group = (total, scaled) if word == "hundred" else (total + scaled, 0)
        elif word in _EN_ORDINALS and _fits(group, _EN_ORDINALS[word]):
            return _english_ordinal(words, total + group + _EN_ORDINALS[word], index, end)
        elif not (word in _AND.en and _small(words, end - 1) in _EN_SCALES and _small(words, end + 1) in _EN):
            break
        end += 1
    value = total + group
    if value > 1:
        return Number(value, False, True, index, end)
    return _incidental(words, index, Language.EN)


def _fits(group: int, value: int) -> bool:
    """Return whether `value` can follow what has been read: twenty + five, hundred + five, not two + five."""
    return value < 100 and (group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and value < 10))


def _english_ordinal(words: Sequence[Word], value: int, index: int, last: int) -> Number:
    """Return an ordinal or the lower half of a fraction; unsure as *first*, or as a unit (*a second*)."""
    is_unit = last == index and value == 2 and _small(words, last - 1) in ("a", "one", "per", "each")
    return Number(value, True, value > 1 and not is_unit, index, last + 1)


def _welsh(words: Sequence[Word], text: str, index: int) -> Number | None:
    """Return the Welsh number that begins with the word at `index`."""
    if _small(words, index) in _CY_ORDINALS:
        return _welsh_ordinal(words, index)
    if _small(words, index) in TIMES.cy:
        value, end = _with_tail(words, TIMES.cy[_small(words, index)], index + 1)  # ddwywaith ar bymtheg
        return Number(value, False, True, index, end)
    if _small(words, index) == "hanner":
        is_fifty = _small(words, index + 1) in ("cant", "can")
        return Number(50, False, True, index, index + 2) if is_fifty else None
    if _small(words, index) in ("cant", "can") and _small(words, index - 1) in ("y", "gan"):
        return None  # y cant: per cent
    total, end = _welsh_value(words, index)
    if total > 1:
        return Number(total, False, True, index, end)
    return _incidental(words, index, Language.CY)


def _welsh_value(words: Sequence[Word], index: int) -> tuple[int, int]:
    """Return a Welsh number with its hundreds, thousands and millions, and the index after it."""
    total = 0
    while True:
        value, next_ = _below_hundred(words, index)
        scale = _scale(words, next_, value)
        if not scale:
            return (total + value, next_) if value else (total, index)
        part, index = (value or 1) * scale, next_ + 1
        while larger := _scale(words, index, 1):  # tri chan mil
            part, index = part * larger, index + 1
        total += part
        if _small(words, index) in _AND.cy and _below_hundred(words, index + 1)[0]:
            index += 1


def _scale(words: Sequence[Word], index: int, value: int) -> int:
    """Return the hundred, thousand or million at an index; *chan* and *gan* only behind a number."""
    word = _small(words, index)
    if 1 < value < 10 and word in ("chan", "gan"):
        return 100
    return _CY_SCALES.get(word, 0)


def _below_hundred(words: Sequence[Word], index: int) -> tuple[int, int]:
    """Return a Welsh number below a hundred, by scores or by tens, and the index after it; 0 for none."""
    value = _CY.get(_small(words, index), 0)
    if not value or _is_fairly(words, index):
        return 0, index
    behind = _small(words, index + 1)
    if 1 < value < 10 and behind in ("deg", "ddeg"):
        unit = _CY.get(_small(words, index + 2), 0)
        return (10 * value + unit, index + 3) if 0 < unit < 10 else (10 * value, index + 2)
    if value == 1 and behind == "deg":
        return 10 + (unit := _CY.get(_small(words, index + 2), 0)), index + 2 + bool(unit)
    if value in (3, 4) and behind in ("ugain", "hugain"):
        return 20 * value, index + 2
    return _with_tail(words, value, index + 1)


def _is_fairly(words: Sequence[Word], index: int) -> bool:
    """Return whether *yn deg* is the adverb of *teg*: it counts nothing, unlike *yn deg o'r lluoedd*."""
    if _small(words, index) != "deg" or _small(words, index - 1) != "yn":
        return False
    behind, next_ = _small(words, index + 1), _small(words, index + 2)
    return behind not in _COUNTED and (behind != "o" or next_ in _NOT_COUNTED)


# What ten counts in such letters without *o*, in the singular; *yn deg* before any other word is *fairly*.
_COUNTED = frozenset(
    (
        *("oed", "heddlu", "llu", "swyddog", "aelod", "achos", "argymhelliad", "maes"),
        *("gwaith", "mlwydd", "mlynedd", "diwrnod", "niwrnod", "mis", "awr", "munud", "mil"),
        "miliwn",
    )
)
# *O* behind *yn deg* counts nothing before these: *o dan y gyfraith*, *o'i gymharu â*, *o ran*, *o hyd*.
_NOT_COUNTED = frozenset(("dan", "i", "ran", "hyd", "flaen", "fewn"))


def _with_tail(words: Sequence[Word], value: int, index: int) -> tuple[int, int]:
    """Return a number with what follows it or its noun: un ar ddeg, tair blynedd ar ddeg, deg ar hugain."""
    for noun in (0, 1):
        while _small(words, index + noun) == "ar" and (
            tail := _TAILS.get(_small(words, index + noun + 1), 0)
        ):
            value, index = value + tail, index + noun + 2
            noun = 0
    return value, index


def _welsh_ordinal(words: Sequence[Word], index: int) -> Number | None:
    word = _small(words, index)
    value, end = _with_tail(words, _CY_ORDINALS[word], index + 1)
    if word.endswith("unfed") and value == 1:
        return None
    every_other = word == "ail" and _small(words, index - 1) == "yn"
    again = word == "ail" and _small(words, index + 1).startswith("ymwel")  # ail ymweliad: a revisit
    return Number(value, True, value > 1 and not (every_other or again), index, end)


_READERS = Pair(_welsh, _english)
