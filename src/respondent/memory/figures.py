"""Figures and dates of a text, and those of a new text carried over into the translation of an old one.

What is carried over has been checked by nobody: in Welsh the noun behind a figure may have to change with it
(*2 gomisiynydd*, *4 comisiynydd*). So it is always marked, and never passes for what a person has translated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from respondent.grammar.english import MONTHS as ENGLISH_MONTHS
from respondent.grammar.english import article as english_article
from respondent.grammar.welsh import TRIGGERS, Mutation, Noun, after, article, mutate
from respondent.grammar.welsh import month as welsh_month
from respondent.grammar.welsh.dates import MONTHS as WELSH_MONTHS
from respondent.language import Language, Pair

MONTHS = Pair(WELSH_MONTHS, tuple(ENGLISH_MONTHS.split()))

_FIGURE = r"(?<!\w)(?P<figure>\d+(?:[.,:/]\d+){0,8})(?!\w)"
_DATE = r"(?<!\w)(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{months})(?:\s+(?P<year>\d{{4}}))?(?!\w)"
_BEFORE = re.compile(r"(?:^|(?<=[\s(“‘\"']))([^\W\d_]+)\s$")

_BEFORE_FIGURES = "a â am ar at dan dros drwy gan gyda heb hyd i o tan tros trwy tua wrth yn"
"""Small words of Welsh, as keys of `TRIGGERS`, which may change with the figure behind them."""

_SIGNS = {"figure": "\ue000", "day": "\ue001", "month": "\ue002", "year": "\ue003"}
"""What stands for figures and the parts of dates in the shape of a text: letters that no text has."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or a date in a text."""

    start: int
    end: int
    figure: str = ""
    """Its digits with the signs between them: ``1,250``, ``20.15``; empty for a date."""

    day: str = ""
    month: int = 0
    """The month of a date, 1 to 12."""

    year: str = ""

    @property
    def value(self) -> tuple[str, str, int, str]:
        """What is the same in both languages."""
        return self.figure, self.day, self.month, self.year

    @property
    def sign(self) -> str:
        """What stands for it in the shape of its text: dates with and without a day are not alike."""
        return "".join(sign for name, sign in _SIGNS.items() if getattr(self, name))


def figures(text: str, language: Language) -> list[Figure]:
    """Return the figures and dates of a text; what letters adjoin, *5ed* or *Q3*, is a word.

    >>> [figure.value for figure in figures("ar 14 Mai 2019 am 20.15", Language.CY)]
    [('', '14', 5, '2019'), ('20.15', '', 0, '')]
    """
    pattern, months = _patterns().in_(language)
    found = (_figure(match, months) for match in pattern.finditer(text))
    return [one for one in found if one.figure or one.day or one.year]


def shape(text: str, language: Language) -> str:
    """Return a text with a sign in the place of each figure and date; empty where it has none."""
    found = figures(text, language)
    return "".join(_outline(text, found)) if found else ""


def carried(old: str, translation: str, new: str, source: Language) -> str | None:
    """Return a translation with the figures of a new source in the places of those of the old.

    None where more than figures differs, or where it is not plain which figure goes where.

    Args:
        old: The source that was translated.
        translation: Its translation.
        new: The source that is to be translated.
        source: The language of both sources.

    >>> welsh, english = "erbyn 5 Mehefin 2019, o fewn 56 diwrnod", "by 5 June 2019, within 56 days"
    >>> carried(english, welsh, "by 8 July 2026, within 56 days", Language.EN)
    'erbyn 8 Gorffennaf 2026, o fewn 56 diwrnod'
    """
    before, now = figures(old, source), figures(new, source)
    if _outline(old, before) != _outline(new, now):
        return None
    changes: dict[object, Figure] = {}
    if any(changes.setdefault(a.value, b).value != b.value for a, b in zip(before, now, strict=True)):
        return None
    changed = {value: figure for value, figure in changes.items() if value != figure.value}
    places = figures(translation, source.other)
    here, there = Counter(one.value for one in before), Counter(one.value for one in places)
    if any(here[one.value] != there[one.value] for one in before if one.value in changed):
        return None
    return _carried(translation, [one for one in places if one.value in changed], changed, source.other)


def _figure(match: re.Match[str], months: Mapping[str, int]) -> Figure:
    month = months.get(match["month"] or "", 0)
    return Figure(*match.span(), match["figure"] or "", match["day"] or "", month, match["year"] or "")


def _outline(text: str, found: list[Figure]) -> list[str]:
    """Return what stands between the figures of a text, and the signs of the figures."""
    pieces, at = [], 0
    for one in found:
        pieces += [text[at : one.start], one.sign]
        at = one.end
    return [*pieces, text[at:]]


def _carried(
    text: str, places: list[Figure], changed: Mapping[object, Figure], language: Language
) -> str | None:
    pieces = []
    for place in places:
        piece = _piece(text, place, changed[place.value], language)
        if piece is None:
            return None
        pieces.append(piece)
    return _replaced(text, pieces)


def _piece(text: str, place: Figure, new: Figure, language: Language) -> tuple[int, int, str] | None:
    """Return where and with what a figure is replaced, together with the small word before it."""
    written = text[place.start : place.end]
    before = _BEFORE.search(text, max(0, place.start - 20), place.start)
    word = before[1] if before else ""
    join = _JOINS.in_(language).get(word.lower())
    if join is None:
        plain = _plain(place, language)
        return (place.start, place.end, _plain(new, language)) if written == plain else None
    old_phrase, new_phrase = join(place, language), join(new, language)
    found = f"{word} {written}"
    if old_phrase is None or new_phrase is None or found[:1].lower() + found[1:] != old_phrase:
        return None
    capital = new_phrase[:1].upper() if word[:1].isupper() else new_phrase[:1]
    return place.start - len(word) - 1, place.end, capital + new_phrase[1:]


def _plain(figure: Figure, language: Language) -> str:
    """Return a figure or date as it is written by itself."""
    month = MONTHS.in_(language)[figure.month - 1] if figure.month else ""
    return figure.figure or " ".join(filter(None, (figure.day, month, figure.year)))


Join = Callable[[Figure, Language], str | None]
"""What makes a small word and the figure behind it; none where that is not decided."""


def _behind(key: str) -> Join:
    def joined(figure: Figure, language: Language) -> str | None:
        phrase = after(key, _noun(figure, language))
        return None if phrase.doubt or (key == "a" and figure.month and not figure.day) else phrase.text

    return joined


def _with_article(figure: Figure, language: Language) -> str | None:
    phrase = article(_noun(figure, language))
    return None if phrase.doubt else phrase.text


def _with_english_article(figure: Figure, language: Language) -> str | None:
    if figure.month:
        return None
    phrase = english_article(_plain(figure, language))
    return None if phrase.doubt else phrase.text


def _undecided(figure: Figure, language: Language) -> None:
    """Join nothing: *na* is *nac* or *nag* before a vowel, by its sense."""


def _noun(figure: Figure, language: Language) -> Noun:
    if figure.month and not figure.day:
        return welsh_month(figure.month, int(figure.year))
    return Noun(cy=_plain(figure, language), gender="m")


def _welsh_joins() -> Mapping[str, Join]:
    """Return what joins Welsh small words to figures, by each shape of the words."""
    shapes = {
        shape: _behind(row.key)
        for row in reversed(tuple(TRIGGERS.values()))
        for shape in (row.shape, row.before_vowel, *(shape for _, shape in row.before))
        if shape and row.key in _BEFORE_FIGURES.split()
    }
    return (
        shapes | {"y": _with_article, "yr": _with_article} | dict.fromkeys(("na", "nac", "nag"), _undecided)
    )


_JOINS: Pair[Mapping[str, Join]] = Pair(
    _welsh_joins(), {"a": _with_english_article, "an": _with_english_article}
)


@cache
def _patterns() -> Pair[tuple[re.Pattern[str], Mapping[str, int]]]:
    """Return for each language what finds its figures and dates, and the numbers of its months."""
    mutations = (Mutation.SOFT, Mutation.NASAL, Mutation.ASPIRATE)
    forms = Pair(
        {mutate(name, one): n for n, name in enumerate(MONTHS.cy, 1) for one in mutations}
        | {name: n for n, name in enumerate(MONTHS.cy, 1)},
        {name: n for n, name in enumerate(MONTHS.en, 1)},
    )
    return forms.map(lambda months: (_pattern(months), months))


def _pattern(months: Mapping[str, int]) -> re.Pattern[str]:
    names = "|".join(sorted(months, key=len, reverse=True))
    return re.compile(f"{_DATE.format(months=names)}|{_FIGURE}")


def _replaced(text: str, pieces: list[tuple[int, int, str]]) -> str:
    """Return a text with pieces of it replaced, given in their order."""
    found, at = [], 0
    for start, end, piece in pieces:
        found += [text[at:start], piece]
        at = end
    return "".join((*found, text[at:]))
