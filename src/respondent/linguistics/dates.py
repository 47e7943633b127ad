"""Days, months and times of the clock, as letters in both languages write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from respondent.grammar import cldr
from respondent.grammar.welsh.mutation import Mutation, mutate
from respondent.language import Pair
from respondent.linguistics.words import Word, is_first

MONTHS: Pair[Mapping[str, int]] = Pair(
    {
        shape: number
        for number, month in enumerate(cldr.months("cy"), 1)
        for shape in (month, *(mutate(month, mutation) for mutation in Mutation))
    },
    # *Sept* stands in British texts for the long name; CLDR has only Sep or a form with a point.
    {month: number for number, month in enumerate(cldr.months("en_GB"), 1)} | {"Sept": 9},
)
"""The months by name, capital first: *may* and *mai* in small letters are other words."""

_DAY_NAMES = [name.split()[1] for name in cldr.weekdays("cy")]

WEEKDAYS: Pair[Mapping[str, int]] = Pair(
    {
        shape: number
        for number, day in enumerate(_DAY_NAMES)
        for shape in (day, mutate(day, Mutation.SOFT), mutate(day, Mutation.ASPIRATE))
    },
    {name: number for number, day in enumerate(cldr.weekdays("en_GB")) for name in (day, f"{day}s")},
)
"""The days of the week, 0 for Monday; the Welsh ones count only behind a word of `BEFORE_WEEKDAY`."""

BEFORE_WEEKDAY: Pair[re.Pattern[str] | None] = Pair(
    re.compile(
        r"[dn]?dd?ydd|nydd|dd?yddiau|nos|noson|[bf]ore|[pb]rynhawn|llun|mawrth|mercher|iau|gwener|sadwrn"
    ),
    None,
)
"""Words after which a Welsh name is a day of the week: *Mawrth* alone is March, *Iau* also *younger*.

English days have names of their own and need no such word.
"""

# Before a month that is also another word: in May, by March; April and May.
_BEFORE_MONTH = re.compile(
    r"in|of|by|until|till|since|from|to|and|or|between|during|last|next|early|late|mid|before|after|this|each|every"
    r"|through|end"
)

# Months that are other words too: may I, to march; mai (that), medi (to reap), fai (a fault); people's names.
_VERBS = frozenset(("May", "March"))
_CONJUNCTIONS = frozenset(("Mai", "Fai", "Medi", "Fedi"))
_GIVEN_NAMES = frozenset(("April", "May", "June"))

# Welsh ordinals end differently by number (1af, 2il, 3ydd, 5ed, 6ed, 11eg, 20fed, 21ain).
SUFFIX = Pair("af|il|ydd|edd|ed|fed|eg|ain", "st|nd|rd|th")
"""The endings of ordinals in figures."""

_OF = Pair("o ", "of ")
_AND = Pair("i|a|ac|hyd|tan|neu|at", "to|and|or|until")


def _dated(suffix: str, of: str, and_: str, months: Mapping[str, int]) -> re.Pattern[str]:
    day = rf"\d{{1,2}}(?:{suffix})?"
    several = rf"{day}(?:\s?(?:–|-|,|&|\b(?:{and_})\b)\s?(?:yr? |the )?{day})*"
    month = "|".join(sorted(months, key=len, reverse=True))
    return re.compile(rf"({several})\s(?:{of})?({month})\b(?:,?\s(\d{{4}})\b)?")


DATE: Pair[re.Pattern[str]] = Pair(
    _dated(SUFFIX.cy, _OF.cy, _AND.cy, MONTHS.cy), _dated(SUFFIX.en, _OF.en, _AND.en, MONTHS.en)
)
"""One day or several of a month: 14 Mai 2019, 14eg o Fai, 8–14 October 2018."""

NUMERIC_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
"""14/05/2019."""

ORDINAL: Pair[re.Pattern[str]] = SUFFIX.map(lambda suffix: re.compile(rf"(?:{suffix})\b"))

# A year directly after a month makes the month certain, whatever else its name means.
_YEAR = re.compile(r",?\s(\d{4})\b")

# The half of the day: am and pm are written in Welsh too.
HALVES: Mapping[str, str] = {
    **dict.fromkeys(("am", "a.m", "a.m.", "yb", "y bore", "in the morning"), "am"),
    **dict.fromkeys(("pm", "p.m", "p.m.", "yp", "yh", "y prynhawn", "yr hwyr", "y nos"), "pm"),
    **dict.fromkeys(("in the afternoon", "in the evening", "at night"), "pm"),
}
_CLOCK = r"o['’]r gloch|o['’]clock"
_HALF = "|".join(re.escape(half) for half in sorted(HALVES, key=len, reverse=True))

TIME = re.compile(
    rf"(\d{{1,2}})(?:[.:](\d{{2}}))?\s?(?:(?:{_CLOCK})(?:\s({_HALF}))?|({_HALF}))(?![^\W\d_])|(\d{{1,2}}):(\d{{2}})\b"
)
"""10.30am, 10.30yb, 2 o'r gloch, 14:00."""

NAMED_TIMES = Pair(
    {"hanner dydd": (0, "pm"), "ganol dydd": (0, "pm"), "hanner nos": (0, "am"), "ganol nos": (0, "am")},
    {"noon": (0, "pm"), "midday": (0, "pm"), "midnight": (0, "am")},
)
"""Times that have names: minutes after twelve, and the half of the day."""

DAY_NAMES: Pair[frozenset[str]] = Pair(
    frozenset(MONTHS.cy.keys() | WEEKDAYS.cy.keys()) - MONTHS.en.keys(),
    frozenset(MONTHS.en.keys() | WEEKDAYS.en.keys()) - MONTHS.cy.keys(),
)
"""The names of months and days of the week."""

Day = tuple[int, int, int | None]
Time = tuple[int, str | None]


def days(match: re.Match[str], months: Mapping[str, int]) -> Iterator[Day]:
    """Yield the days of a date that was found: day, month, and year where there is one."""
    year = int(match[3]) if match[3] else None
    for day in re.findall(r"\d{1,2}", match[1]):
        yield int(day), months[match[2]], year


def time(match: re.Match[str]) -> Time:
    """Return a time that was found: minutes after twelve, and the half of the day where it is said.

    >>> [time(TIME.match(text)) for text in ("10.30yb", "2pm", "14:00", "9 o'clock")]
    [(630, 'am'), (120, 'pm'), (120, 'pm'), (540, None)]
    """
    hour = int(match[1] or match[5])
    half = HALVES.get(match[3] or match[4] or "")
    if half is None and hour > 12:
        half = "pm"
    return hour % 12 * 60 + int(match[2] or match[6] or 0), half


def months(
    words: Sequence[Word], text: str, names: Mapping[str, int], weekday: re.Pattern[str] | None
) -> Iterator[tuple[int, tuple[int, int | None]]]:
    """Yield the months of a text by the index of their word: the month, and its year where there is one."""
    for index, word in enumerate(words):
        if word.text in names and _is_month(words, index, text, weekday):
            year = _YEAR.match(text, word.end)
            yield index, (names[word.text], int(year[1]) if year else None)


def _is_month(words: Sequence[Word], index: int, text: str, weekday: re.Pattern[str] | None) -> bool:
    word, before = words[index], words[index - 1].small if index else ""
    if _YEAR.match(text, word.end) or len(words) == 1:
        return True
    if weekday and weekday.fullmatch(before):
        return False  # dydd Mawrth: Tuesday
    if word.text in _GIVEN_NAMES and words[index + 1 : index + 2] and words[index + 1].text[0].isupper():
        return _BEFORE_MONTH.fullmatch(before) is not None
    if word.text in _VERBS:
        return _BEFORE_MONTH.fullmatch(before) is not None
    return word.text not in _CONJUNCTIONS or not is_first(text, word)


def weekdays(
    words: Sequence[Word], names: Mapping[str, int], before: re.Pattern[str] | None
) -> Iterator[tuple[int, int]]:
    """Yield the days of the week of a text by the index of their word."""
    for index, word in enumerate(words):
        if word.text in names and (before is None or (index and before.fullmatch(words[index - 1].small))):
            yield index, names[word.text]
