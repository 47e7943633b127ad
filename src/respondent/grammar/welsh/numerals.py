"""Join numerals and nouns: by gender, with mutations, or with *o* and the plural."""

from __future__ import annotations

from respondent.grammar import cldr
from respondent.grammar.welsh import decisions, lexicon, sources
from respondent.grammar.welsh.mutation import Mutation, mutate
from respondent.grammar.welsh.noun import InitialSound, Joinable, Noun, Phrase
from respondent.grammar.welsh.phrases import after, phrase
from respondent.grammar.welsh.triggers import TRIGGERS

# The trigger of each numeral, masculine and feminine. Its key is the numeral itself.
KEYS: dict[int, tuple[str, str]] = {
    1: ("un.m", "un.f"),
    2: ("dau", "dwy"),
    3: ("tri", "tair"),
    4: ("pedwar", "pedair"),
    5: ("pum", "pum"),
    6: ("chwe", "chwe"),
    7: ("saith", "saith"),
    8: ("wyth", "wyth"),
    9: ("naw", "naw"),
    10: ("deg", "deg"),
}

# Numerals above ten directly before their noun. 100 is only so in words: can punt, 100 o bobl.
WHOLE: dict[int, str] = {12: "deuddeg", 15: "pymtheg", 18: "deunaw", 20: "ugain", 100: "can"}

# Before blynedd and diwrnod.
NASAL_SHAPES = {"deg": "deng", "deuddeg": "deuddeng", "pymtheg": "pymtheng"}

# The second half of a numeral by scores: un ar ddeg, dau ar bymtheg, tri ar hugain.
TAILS: tuple[tuple[range, int, str], ...] = (
    (range(11, 15), 10, "ar ddeg"),
    (range(16, 20), 15, "ar bymtheg"),
    (range(21, 31), 20, "ar hugain"),
)

YEARS = frozenset(("blwyddyn", "blynedd", "blwydd"))

# Units that stay singular above ten: 12 mis, 24 awr.
UNITS = frozenset(("mis", "awr", "munud", "eiliad", "wythnos", "punt", "ceiniog"))

RULE = "count"


def count(n: int, noun: Joinable, words: bool = False) -> Phrase:
    """Return a number with a noun, in figures, or in words for small numbers.

    Above ten the noun is singular behind a numeral of one word and behind units of time, else *o* + plural;
    days above ten are always *o ddiwrnodau*.

    >>> str(count(2, "mis")), str(count(28, "diwrnod")), str(count(5, "blwyddyn"))
    ('2 fis', '28 o ddiwrnodau', '5 mlynedd')
    >>> str(count(2, Noun(cy="argymhelliad", gender="m"), words=True))
    'dau argymhelliad'
    >>> str(count(3, Noun(cy="comisiynydd", gender="m"), words=True))
    'tri chomisiynydd'
    """
    joined = phrase(noun, bare=True)
    unit = joined.text.partition(" ")[0].lower()
    if unit in YEARS:
        return _years(n, joined, words)
    if unit == "diwrnod" and (1 <= n <= 10 or (words and n in WHOLE)):
        return _days(n, joined, words)
    if 1 <= n <= 10:
        return _up_to_ten(n, joined, words)
    if unit in UNITS or (n in WHOLE and unit != "diwrnod" and (words or n < 100)):
        clash = words and (n not in WHOLE or unit.startswith("m"))  # deuddeg mis or deuddeng mis (W7)
        return _counted(_number(n, joined.head, words and not clash), joined.text, joined, joined.doubt)
    return _of_plural(n, joined, words)


def _up_to_ten(n: int, joined: Phrase, words: bool) -> Phrase:
    """Return a small number and the singular. An unknown gender only matters if it would show."""
    if n == 10 and words and joined.text[:1].lower() == "m":
        words = False  # deng mis or deg mis (W7)
    forms = [decisions.mutated(TRIGGERS[key], joined) for key in KEYS[n]]
    feminine, doubt = decisions.is_feminine(joined.head)
    shows = forms[0] != forms[1] or (words and KEYS[n][0].partition(".")[0] != KEYS[n][1].partition(".")[0])
    text, form_doubt = forms[bool(feminine)]
    doubt = joined.doubt or form_doubt or (doubt if shows else "")
    return _counted(_number(n, joined.head, words), text, joined, doubt)


def _years(n: int, joined: Phrase, words: bool) -> Phrase:
    """Return years: *un flwyddyn, dwy flynedd, tair blynedd*, nasal after all but 1, 2, 3, 4 and 6."""
    unit, space, rest = joined.text.partition(" ")
    word = "blwydd" if unit.lower() == "blwydd" else "blwyddyn" if n == 1 else "blynedd"
    form = word
    if n in (1, 2):
        form = mutate(word, Mutation.SOFT)
    elif n not in (3, 4, 6):
        form = mutate(word, Mutation.NASAL)
    doubt = "" if _is_settled_year(n) else f"the form of {word} after {n} is not settled (W8)"
    feminine = Noun(cy=joined.text, gender="f")
    number = _number(n, feminine, words)
    if form.startswith("m"):
        number = NASAL_SHAPES.get(number, number)
    return _counted(number, form + space + rest, joined, joined.doubt or doubt)


def _is_settled_year(n: int) -> bool:
    """Return whether *blynedd* has one form after `n`, read by scores and read by tens."""
    if n <= 10 or n in WHOLE:
        return n > 0
    return n % 20 in (0, 5, 7, 8, 9, 10, 15, 18) and n % 10 in (0, 5, 7, 8, 9)


def _days(n: int, joined: Phrase, words: bool) -> Phrase:
    """Return days up to ten, or in words after a whole numeral: nasal from 7."""
    text = joined.text
    if n == 2:
        text = mutate(text, Mutation.SOFT)
    elif n >= 7:
        text = mutate(text, Mutation.NASAL)
    number = _number(n, Noun(cy="diwrnod", gender="m"), words)
    return _counted(NASAL_SHAPES.get(number, number) if n >= 7 else number, text, joined, joined.doubt)


def _of_plural(n: int, joined: Phrase, words: bool) -> Phrase:
    """Return *o* and the plural, or the singular and a doubt if the plural is unknown."""
    head = joined.head
    plural = head.plural or (lexicon.noun(head.cy).plural if joined.text == head.cy else "")
    if n <= 0:
        doubt = f"there is no rule for counting {n}"
        return _counted(_number(n, head, False), joined.text, joined, doubt)
    if not plural:
        doubt = f'the plural of "{head.cy}" is not known, for {n} o …'
        return _counted(_number(n, head, False), joined.text, joined, joined.doubt or doubt)
    several = after("o", Noun(cy=plural, number="plural", mutates=head.mutates))
    behind = joined.replace(head=several.head)  # an adjective agrees with the plural: *o rannau cyntaf*
    return _counted(_number(n, head, words), several.text, behind, joined.doubt or several.doubt)


def _number(n: int, head: Noun, words: bool) -> str:
    """Return the number in words if `words` and if there are any, or else in figures."""
    if not words:
        return cldr.figures(n, "cy")
    if n in WHOLE:
        return WHOLE[n]
    feminine = bool(decisions.is_feminine(head)[0])
    for numbers, base, tail in TAILS:
        if n in numbers:
            return f"{_small(n - base, feminine)} {tail}"
    return _small(n, feminine) if n in KEYS else cldr.figures(n, "cy")


def _small(n: int, feminine: bool) -> str:
    """Return a numeral up to ten in its form before a noun."""
    return KEYS[n][feminine].partition(".")[0]


def _counted(number: str, text: str, joined: Phrase, doubt: str) -> Phrase:
    """Return the counted noun as a phrase."""
    opening = InitialSound.NUMERAL
    if number[-1].isdigit():
        opening = InitialSound.FIGURE
    elif number in ("dau", "dwy"):
        opening = InitialSound.SOFT_NUMERAL
    return Phrase(f"{number} {text}", joined.head, RULE, sources.NUMBERS, doubt, opening)
