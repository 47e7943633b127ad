from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from respondent.grammar import cldr
from respondent.language import Language, Pair
from respondent.memory.figures import carried, figures, shape

EN, CY = Language.EN, Language.CY


@pytest.mark.parametrize(
    ("old", "translation", "new", "expected"),
    [
        ("within 56 days", "o fewn 56 diwrnod", "within 28 days", "o fewn 28 diwrnod"),
        ("1,250 crimes", "1,250 o droseddau", "980 crimes", "980 o droseddau"),
        ("at 20.15", "am 20.15", "at 9.30", "am 9.30"),
        ("£1,200 (8%)", "£1,200 (8%)", "£40 (12%)", "£40 (12%)"),
        ("on 14 May 2019", "ar 14 Mai 2019", "on 1 August 2026", "ar 1 Awst 2026"),
        ("14 May 2019 and 56", "14 Mai 2019 a 56", "14 June 2019 and 56", "14 Mehefin 2019 a 56"),
        ("in May 2019", "ym mis Mai 2019", "in March 2020", "ym mis Mawrth 2020"),
        ("in May 2019", "ym Mai 2019", "in November 2020", "yn Nhachwedd 2020"),
        ("from May 2019", "o Fai 2019", "from January 2020", "o Ionawr 2020"),
        ("from January 2020", "o Ionawr 2020", "from September 2020", "o Fedi 2020"),
        ("3 of 5", "3 o 5", "5 of 3", "5 o 3"),
        ("2 and 2", "2 a 2", "3 and 3", "3 a 3"),
        ("9 and 11", "9 ac 11", "9 and 14", "9 a 14"),
        ("9 and 14", "9 a 14", "9 and 11", "9 ac 11"),
        ("14 cases", "Yr 11 o blith y 14 achos", "15 cases", "Yr 11 o blith y 15 achos"),
        ("Since 14 May", "Ers 14 Mai", "Since 15 May", "Ers 15 Mai"),
        ("in 2019", "yn 2019", "in 2026", "yn 2026"),
    ],
)
def test_figures_and_dates_are_replaced(old: str, translation: str, new: str, expected: str) -> None:
    assert carried(old, translation, new, EN) == expected


@pytest.mark.parametrize(
    ("old", "translation", "new"),
    [
        ("within 56 days", "o fewn 56 diwrnod", "in 56 days"),
        ("within 56 days", "o fewn wyth wythnos", "within 28 days"),
        ("3 and 3", "3 a 3", "3 and 4"),
        ("56 days", "56 diwrnod (56)", "28 days"),
        ("14 May 2019", "14/05/2019", "15 May 2019"),
        ("14 May 2019", "14 Mai 2019", "14 May"),
        ("5th edition", "5ed argraffiad", "6th edition"),
        ("it may 14 times", "caiff 14 gwaith", "it May 14 times"),
        ("more than 14", "mwy na 14", "more than 11"),
        ("from May 2019", "o Mai 2019", "from June 2019"),
        ("no figure", "dim ffigur", "no figure at all"),
        ("\ue000 5", "\ue000 5", "5 \ue000"),
    ],
)
def test_ambiguous_figures_are_not_carried_over(old: str, translation: str, new: str) -> None:
    assert carried(old, translation, new, EN) is None


def test_into_english_the_article_goes_with_the_figure() -> None:
    assert carried("cynnydd o 7%", "a 7% rise", "cynnydd o 8%", CY) == "an 8% rise"
    assert carried("ym Mawrth 2019", "in March 2019", "ym Mawrth 2020", CY) == "in March 2020"


def test_a_month_is_a_date_only_beside_a_day_or_a_year() -> None:
    assert figures("We may, in May, or on 3 May", EN)[0].value == ("", "3", 5, "")
    assert [one.value for one in figures("o Fawrth 2019 ymlaen", CY)] == [("", "", 3, "2019")]
    assert shape("dydd Mawrth", CY) == ""


MONTHS = Pair(cldr.months("cy"), cldr.months("en_GB"))
days = st.builds(
    lambda day, month, year: MONTHS.map(lambda names: f"{day} {names[month]} {year}"),
    st.integers(1, 28), st.integers(0, 11), st.integers(2000, 2040),
)  # fmt: skip
numbers = st.integers(0, 99_999).map(lambda number: Pair(f"{number:,}", f"{number:,}"))
words = st.sampled_from(["erbyn", "o", "a", "yn", "y", "na", "Gwent,", "(gweler", "5ed", "£", "%", "ŵyr"])
pieces = st.lists(st.one_of(words, numbers, days), min_size=1, max_size=8)


def written(drawn: list[str | Pair[str]], language: Language) -> str:
    return " ".join(one if isinstance(one, str) else one.in_(language) for one in drawn)


def stripped(text: str) -> list[str]:
    """Return a text without figures, and small words before them as one whatever shape they have."""
    without = shape(text, CY) or text
    without = re.sub(r"\b(ac?|yr?|y[mn]g?) (?=[\ue000-\ue003])", "~ ", without)
    return without.split()


@given(pieces, st.data())
def test_only_figures_are_replaced(drawn: list[str | Pair[str]], data: st.DataObject) -> None:
    """Whatever comes out has the words of the old translation and the figures of the new text."""
    fresh = [one if isinstance(one, str) else data.draw(days if " " in one.cy else numbers) for one in drawn]
    old, translation, new = written(drawn, EN), written(drawn, CY), written(fresh, EN)

    found = carried(old, translation, new, EN)

    if found is not None:
        assert stripped(found) == stripped(translation)
        assert [one.value for one in figures(found, CY)] == [one.value for one in figures(new, EN)]


@given(pieces)
def test_the_same_figures_change_nothing(drawn: list[str | Pair[str]]) -> None:
    text = written(drawn, EN)
    assume(figures(text, EN))

    assert carried(text, written(drawn, CY), text, EN) == written(drawn, CY)


@pytest.mark.parametrize(
    "text", ["1." * 50_000 + "a", "1" * 100_000 + "a", "1 " * 50_000, "14 " * 30_000 + "May"]
)
def test_hostile_texts_are_handled_quickly(text: str) -> None:
    assert len(figures(text, EN)) <= 50_000
