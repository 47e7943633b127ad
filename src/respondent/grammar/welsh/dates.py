"""Write dates (*14 Mai 2019*), months after *mis*, and periods."""

from __future__ import annotations

from respondent.grammar import cldr
from respondent.grammar.welsh import sources
from respondent.grammar.welsh.noun import InitialSound, Noun, Phrase
from respondent.grammar.welsh.ordinals import short
from respondent.grammar.welsh.phrases import after

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    from datetime import date

    from respondent.grammar.protocol import DateStyle


def date_text(day: date, style: DateStyle = "plain") -> str:
    """Return a date. Neither the month nor a date after a preposition is mutated.

    >>> from datetime import date
    >>> date_text(date(2019, 5, 14)), date_text(date(2019, 5, 14), "ordinal")
    ('14 Mai 2019', '14eg Mai 2019')
    """
    match style:
        case "plain":
            number = str(day.day)
        case "ordinal":
            number = short(day.day)
        case _:
            from typing import assert_never

            assert_never(style)
    return f"{number} {cldr.months('cy')[day.month - 1]} {day.year}"


def month(n: int, year: int | None = None) -> Noun:
    """Return the name of a month, 1 to 12, with its year if one is given.

    >>> str(after("o", month(5))), str(month(4, 2019))
    ('o Fai', 'Ebrill 2019')
    """
    name = cldr.months("cy")[n - 1]
    return Noun(cy=name if year is None else f"{name} {year}", gender="m")


def mis(n: int, year: int | None = None) -> Noun:
    """Return *mis* and the name of a month, for use after small words.

    >>> str(after("yn", mis(5, 2019))), str(after("o", mis(5))), str(after("adverb", mis(5)))
    ('ym mis Mai 2019', 'o fis Mai', 'fis Mai')
    """
    return Noun(cy=f"mis {month(n, year)}", gender="m")


def weekday(day: date) -> Noun:
    """Return the day of the week with its date.

    >>> from datetime import date
    >>> str(after("adverb", weekday(date(2020, 3, 13))))
    'ddydd Gwener 13 Mawrth 2020'
    """
    name = cldr.weekdays("cy")[day.weekday()]
    # CLDR has the names for calendars (*Dydd Gwener*). In a sentence, *dydd* is in lower case.
    return Noun(cy=f"{name[0].lower()}{name[1:]} {date_text(day)}", gender="m")


def between(first: date, second: date) -> Phrase:
    """Return a period, without the first year if both are the same.

    >>> from datetime import date
    >>> str(between(date(2019, 1, 1), date(2019, 4, 23)))
    'rhwng 1 Ionawr a 23 Ebrill 2019'
    >>> str(between(date(2018, 12, 1), date(2019, 1, 11)))
    'rhwng 1 Rhagfyr 2018 ac 11 Ionawr 2019'
    """
    end = after("a", date_text(second))
    return _period(f"rhwng {_start(first, second)} {end}", second, end.doubt)


def from_to(first: date, second: date) -> Phrase:
    """Return a period with *o* and *i*.

    >>> from datetime import date
    >>> str(from_to(date(2019, 1, 1), date(2019, 4, 23)))
    'o 1 Ionawr i 23 Ebrill 2019'
    """
    return _period(f"o {_start(first, second)} i {date_text(second)}", second, "")


def _start(first: date, second: date) -> str:
    """Return the first date of a period, with its year only if that differs from the second."""
    text = date_text(first)
    return text if first.year != second.year else text.rpartition(" ")[0]


def _period(text: str, second: date, doubt: str) -> Phrase:
    """Return a period as a phrase that begins with a small word."""
    head = Noun(cy=date_text(second), gender="m")
    return Phrase(text, head, "date", sources.DATES, doubt, InitialSound.SMALL_WORD)
