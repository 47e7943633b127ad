"""Where CLDR is asked, and where its answer is not the one that a letter needs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from babel.core import Locale
from babel.numbers import format_compact_currency, format_currency
from terminal import run

from respondent.grammar import cldr, english, welsh
from respondent.grammar.cldr import LocaleName
from respondent.grammar.welsh.ordinals import short

LOCALES: tuple[LocaleName, LocaleName] = ("cy", "en_GB")


def test_cldr_writes_days_as_in_a_calendar_and_a_sentence_has_them_small() -> None:
    assert cldr.weekdays("cy")[4] == "Dydd Gwener"
    assert str(welsh.weekday(date(2020, 3, 13))) == "dydd Gwener 13 Mawrth 2020"


def test_cldr_has_one_category_for_ordinals_that_have_three_endings_in_welsh() -> None:
    assert {cldr.ordinal_category(n, "cy") for n in (11, 12, 21)} == {"other"}
    assert [short(n) for n in (11, 12, 21)] == ["11eg", "12fed", "21ain"]


def test_cldr_has_one_category_for_counts_that_mutate_in_welsh_and_that_do_not() -> None:
    assert {cldr.plural_category(n, "cy") for n in (8, 9, 11)} == {"other"}
    assert [str(welsh.count(n, "punt")) for n in (8, 9)] == ["8 bunt", "9 punt"]
    assert str(welsh.count(11, "diwrnod")) == "11 o ddiwrnodau"


@pytest.mark.parametrize("locale", LOCALES)
def test_cldr_shortens_millions_for_tables_and_always_has_pence(locale: LocaleName) -> None:
    assert format_compact_currency(2_500_000, "GBP", locale=locale, fraction_digits=1) == "£2.5M"
    assert format_currency(1250, "GBP", locale=locale) == "£1,250.00"


@pytest.mark.parametrize(
    ("amount", "en", "cy"),
    [
        (0, "£0", "£0"),
        (999, "£999", "£999"),
        (Decimal("1250.00"), "£1,250", "£1,250"),
        (Decimal("1250.5"), "£1,250.50", "£1,250.50"),
        (999_999, "£999,999", "£999,999"),
        (1_000_000, "£1 million", "£1 miliwn"),
        (1_050_000, "£1,050,000", "£1,050,000"),
        (Decimal(1_200_000_000), "£1,200 million", "£1,200 miliwn"),
    ],
)
def test_money_is_written_as_in_a_sentence(amount: int | Decimal, en: str, cy: str) -> None:
    assert (english.money(amount), welsh.money(amount)) == (en, cy)


def test_large_counts_have_their_thousands_grouped() -> None:
    assert str(english.count(12_500, english.EnglishNoun(en="crime", plural="crimes"))) == "12,500 crimes"
    assert str(welsh.count(12_500, "mis")) == "12,500 mis"


@pytest.mark.parametrize("locale", LOCALES)
def test_babel_has_our_locales(locale: LocaleName) -> None:
    assert str(Locale.parse(locale)) == locale


@pytest.mark.parametrize(
    "arguments", [("--version",), ("schema", "response"), ("welsh", "after", "yn", "Caerdydd")], ids=" ".join
)
def test_a_command_without_dates_does_not_load_babel(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, at=tmp_path, start=("-X", "importtime", "-m", "respondent"))

    imported = {line.rpartition("|")[2].strip() for line in ran.err.splitlines()}
    assert ran.code == 0
    assert "respondent" in {name.partition(".")[0] for name in imported}
    assert "babel" not in imported
