"""The same questions in English, and both languages behind one protocol."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.errors import UsageError
from respondent.grammar import cldr, english, welsh
from respondent.grammar.english import EnglishNoun
from respondent.grammar.protocol import Grammar
from respondent.language import Pair

GRAMMARS: Pair[Grammar[str]] = Pair(cy=welsh, en=english)

RECOMMENDATION = EnglishNoun(en="recommendation", plural="recommendations")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("report", "a report"),
        ("area", "an area"),
        ("inspection", "an inspection"),
        ("hour", "an hour"),
        ("honorary degree", "an honorary degree"),
        ("unanimous vote", "a unanimous vote"),
        ("unaware officer", "an unaware officer"),
        ("usable tool", "a usable tool"),
        ("usher", "an usher"),
        ("utter failure", "an utter failure"),
        ("ewe", "a ewe"),
        ("x-ray", "an x-ray"),
        ("U-turn", "a U-turn"),
        ("e-mail", "an e-mail"),
        ("honest answer", "an honest answer"),
        ("unit", "a unit"),
        ("uniform", "a uniform"),
        ("unionist", "a unionist"),
        ("unintended effect", "an unintended effect"),
        ("unimportant matter", "an unimportant matter"),
        ("university", "a university"),
        ("European body", "a European body"),
        ("useful report", "a useful report"),
        ("urgent matter", "an urgent matter"),
        ("one-off cost", "a one-off cost"),
        ("onerous duty", "an onerous duty"),
        ("11-year-old", "an 11-year-old"),
        ("8 per cent share", "an 8 per cent share"),
        ("18-month plan", "an 18-month plan"),
        ("80 per cent share", "an 80 per cent share"),
        ("11,000-strong force", "an 11,000-strong force"),
        ("110-page report", "a 110-page report"),
        ("1.8 per cent rise", "a 1.8 per cent rise"),
        ("20-week programme", "a 20-week programme"),
    ],
)
def test_a_or_an_depends_on_the_sound(text: str, expected: str) -> None:
    assert (str(english.article(text)), english.article(text).certain) == (expected, True)


def test_initials_are_not_guessed_unless_the_noun_says() -> None:
    for word in ("HMICFRS report", "ukulele", "h-index"):
        assert not english.article(word).certain, word
    assert str(english.article(EnglishNoun(en="HMICFRS report", article="an"))) == "an HMICFRS report"


def test_a_name_has_the_article_of_its_record() -> None:
    assert (
        str(english.article(EnglishNoun(en="College of Policing", article="the")))
        == "the College of Policing"
    )
    assert str(english.article(EnglishNoun(en="Gwent", article="none"))) == "Gwent"


def test_a_plural_that_is_not_given_is_not_guessed() -> None:
    assert str(english.count(2, RECOMMENDATION, words=True)) == "two recommendations"
    assert str(english.count(1, RECOMMENDATION, words=True)) == "one recommendation"
    assert str(english.count(1250, RECOMMENDATION)) == "1,250 recommendations"
    assert english.count(2, "inquiry").doubt == 'the plural of "inquiry" is not known'


def test_endings_of_ordinals() -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111)

    assert (
        " ".join(map(english.short, numbers)) == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 101st 111th"
    )
    assert str(english.ordinal(3, RECOMMENDATION, words=True)) == "third recommendation"


def test_a_list_keeps_the_doubt_of_its_items() -> None:
    assert not english.join([english.article("CPS"), "Gwent"]).certain
    assert str(english.join([RECOMMENDATION])) == "recommendation"


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(UsageError, match="empty list"):
        english.join([])


def test_an_empty_noun_is_uncertain() -> None:
    assert not english.article(" ").certain


def test_both_languages_answer_the_same_questions() -> None:
    first, second = date(2019, 1, 1), date(2019, 4, 23)

    assert GRAMMARS.map(lambda grammar: str(grammar.between(first, second))) == Pair(
        cy="rhwng 1 Ionawr a 23 Ebrill 2019", en="between 1 January and 23 April 2019"
    )
    assert GRAMMARS.map(lambda grammar: str(grammar.from_to(first, second))) == Pair(
        cy="o 1 Ionawr i 23 Ebrill 2019", en="from 1 January to 23 April 2019"
    )
    assert GRAMMARS.map(lambda grammar: grammar.money(Decimal("12.50"))) == Pair(cy="£12.50", en="£12.50")
    assert GRAMMARS.map(lambda grammar: grammar.per_cent(Decimal("2.5"))) == Pair(
        cy="2.5 y cant", en="2.5 per cent"
    )


@given(st.dates())
def test_a_date_reads_back_in_both_languages(day: date) -> None:
    months = Pair(cy=cldr.months("cy"), en=cldr.months("en_GB"))
    for language, grammar in GRAMMARS.items():
        number, month, year = grammar.date_text(day).split()

        assert date(int(year), months.in_(language).index(month) + 1, int(number)) == day


@given(st.text(), st.integers(-5, 10_000), st.booleans())
def test_no_text_raises_an_exception(text: str, n: int, words: bool) -> None:
    for phrase in (english.article(text), english.count(n, text, words), english.ordinal(n, text, words)):
        assert isinstance(str(phrase), str)


def test_the_first_figure_alone_decides_between_a_and_an() -> None:
    texts = (
        "11 May 2019",
        "8 officers",
        "1,100",
        "11,000 people",
        "18 months",
        "80",
        "800",
        "180",
        "1 May",
        "11-year-old",
    )

    assert [str(english.article(text)).split()[0] for text in texts] == [
        *("an", "an", "a", "an", "an", "an", "an", "a", "a", "an")
    ]
