"""Finds figures and dates in a text, and carries those of a new text over into the translation of an old one.

No person has checked a carried figure, and in Welsh the noun after it may have to change (*2 gomisiynydd*,
*4 comisiynydd*). So the result is always marked, and never counts as a person's translation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from respondent.grammar import cldr
from respondent.grammar.english import article as english_article
from respondent.grammar.welsh import TRIGGERS, Mutation, Noun, after, article, mutate
from respondent.grammar.welsh import month as welsh_month
from respondent.language import Language, Pair

# 56, 1,250, 20.15, 3/2019. Not 5ed or Q3: letters that touch a figure make it a word. At most eight further
# groups of digits, so that a long row of them cannot slow the search down.
_FIGURE = r"(?<!\w)(?P<figure>\d+(?:[.,:/]\d+){0,8})(?!\w)"

# 14 May 2019, 14 May, May 2019. A month alone is found too, and left out by `figures`: *may* is also a verb.
_DATE = r"(?<!\w)(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{months})(?:\s+(?P<year>\d{{4}}))?(?!\w)"

# The word right before a figure, at the start or after a space, bracket or quotation mark.
_BEFORE = re.compile(r"(?:^|(?<=[\s(“‘\"']))([^\W\d_]+)\s$")

_LONGEST_BEFORE = 20
"""How many characters before a figure are searched for that word. All words that change are shorter."""

_BEFORE_FIGURES = "a â am ar at dan dros drwy gan gyda heb hyd i o tan tros trwy tua wrth yn"
"""Welsh words, as keys of `TRIGGERS`, that may themselves change before a figure: *a 5*, *ac 8*."""

_SIGNS = {"figure": "\ue000", "day": "\ue001", "month": "\ue002", "year": "\ue003"}
"""Placeholders for figures and the parts of dates in the shape of a text, from Unicode's private use area."""


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
        """Its placeholder in the shape of a text. Dates with and without a day have different ones."""
        return "".join(sign for name, sign in _SIGNS.items() if getattr(self, name))


def figures(text: str, language: Language) -> list[Figure]:
    """Return the figures and dates of a text.

    >>> [figure.value for figure in figures("ar 14 Mai 2019 am 20.15", Language.CY)]
    [('', '14', 5, '2019'), ('20.15', '', 0, '')]
    """
    pattern, months = _patterns().in_(language)
    dates_and_figures = (_figure(match, months) for match in pattern.finditer(text))
    return [figure for figure in dates_and_figures if figure.figure or figure.day or figure.year]


def shape(text: str, language: Language) -> str:
    """Return a text with a placeholder for each figure and date; empty if it has none."""
    places = figures(text, language)
    return "".join(_outline(text, places)) if places else ""


def carried(old: str, translation: str, new: str, source: Language) -> str | None:
    """Return a translation with the figures of the old source replaced by those of the new one.

    None if the sources differ in more than figures, or if it is not certain which figure goes where.

    Args:
        old: The source that was translated.
        translation: Its translation.
        new: The source to translate.
        source: The language of both sources.

    >>> welsh, english = "erbyn 5 Mehefin 2019, o fewn 56 diwrnod", "by 5 June 2019, within 56 days"
    >>> carried(english, welsh, "by 8 July 2026, within 56 days", Language.EN)
    'erbyn 8 Gorffennaf 2026, o fewn 56 diwrnod'
    """
    before, now = figures(old, source), figures(new, source)
    if _outline(old, before) != _outline(new, now):
        return None
    changes: dict[tuple[str, str, int, str], Figure] = {}
    if any(changes.setdefault(a.value, b).value != b.value for a, b in zip(before, now, strict=True)):
        return None  # one old figure would become two new ones
    changed = {value: figure for value, figure in changes.items() if value != figure.value}
    places = figures(translation, source.other)
    in_source = Counter(figure.value for figure in before)
    in_translation = Counter(figure.value for figure in places)
    if any(in_source[value] != in_translation[value] for value in changed):
        return None  # the translation writes a figure as a word, or has another that happens to be equal
    return _carried(translation, [place for place in places if place.value in changed], changed, source.other)


def _figure(match: re.Match[str], months: Mapping[str, int]) -> Figure:
    month = months.get(match["month"] or "", 0)
    return Figure(*match.span(), match["figure"] or "", match["day"] or "", month, match["year"] or "")


def _outline(text: str, places: list[Figure]) -> list[str]:
    """Return the words between the figures of a text, and the placeholders of the figures."""
    pieces, end = [], 0
    for figure in places:
        pieces += [text[end : figure.start], figure.sign]
        end = figure.end
    return [*pieces, text[end:]]


def _carried(
    text: str, places: list[Figure], changed: Mapping[tuple[str, str, int, str], Figure], language: Language
) -> str | None:
    pieces = []
    for place in places:
        piece = _piece(text, place, changed[place.value], language)
        if piece is None:
            return None
        pieces.append(piece)
    return _replaced(text, pieces)


def _piece(text: str, place: Figure, new: Figure, language: Language) -> tuple[int, int, str] | None:
    """Return start, end and replacement of a figure, together with the word before it if that changes too."""
    written = text[place.start : place.end]
    before = _BEFORE.search(text, max(0, place.start - _LONGEST_BEFORE), place.start)
    word = before[1] if before else ""
    join = _JOINS.in_(language).get(word.lower())
    if join is None:
        plain = _plain(place, language)
        return (place.start, place.end, _plain(new, language)) if written == plain else None
    old_phrase, new_phrase = join(place, language), join(new, language)
    phrase = f"{word} {written}"
    if old_phrase is None or new_phrase is None or phrase[:1].lower() + phrase[1:] != old_phrase:
        return None  # the translator joined the two in another way than our grammar does: leave it alone
    capital = new_phrase[:1].upper() if word[:1].isupper() else new_phrase[:1]
    return place.start - len(word) - 1, place.end, capital + new_phrase[1:]


def _plain(figure: Figure, language: Language) -> str:
    """Return a figure or date as it is written without a word before it."""
    month = _months().in_(language)[figure.month - 1] if figure.month else ""
    return figure.figure or " ".join(filter(None, (figure.day, month, figure.year)))


Join = Callable[[Figure, Language], str | None]
"""Joins a word to the figure after it; none if the grammar cannot decide the form."""


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
    """Join nothing: before a vowel *na* becomes *nac* or *nag*, depending on its meaning."""


def _noun(figure: Figure, language: Language) -> Noun:
    if figure.month and not figure.day:
        return welsh_month(figure.month, int(figure.year))
    return Noun(cy=_plain(figure, language), gender="m")


def _welsh_joins() -> Mapping[str, Join]:
    """Return what joins Welsh words to figures, by each form of the words."""
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
    """Return for each language the pattern of its figures and dates, and the numbers of its months."""
    mutations = (Mutation.SOFT, Mutation.NASAL, Mutation.ASPIRATE)
    names = _months()
    forms = Pair(
        {mutate(name, mutation): n for n, name in enumerate(names.cy, 1) for mutation in mutations}
        | {name: n for n, name in enumerate(names.cy, 1)},
        {name: n for n, name in enumerate(names.en, 1)},
    )
    return forms.map(lambda months: (_pattern(months), months))


def _months() -> Pair[tuple[str, ...]]:
    return Pair(cldr.months("cy"), cldr.months("en_GB"))


def _pattern(months: Mapping[str, int]) -> re.Pattern[str]:
    names = "|".join(sorted(months, key=len, reverse=True))
    return re.compile(f"{_DATE.format(months=names)}|{_FIGURE}")


def _replaced(text: str, pieces: list[tuple[int, int, str]]) -> str:
    """Return a text with pieces of it replaced; they are in the order of the text."""
    result, done = [], 0
    for start, end, piece in pieces:
        result += [text[done:start], piece]
        done = end
    return "".join((*result, text[done:]))
