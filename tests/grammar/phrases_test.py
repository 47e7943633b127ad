"""Joining: what is not decided says so, and nothing raises."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.errors import UsageError
from respondent.grammar.welsh import (
    TRIGGERS,
    Mutation,
    Noun,
    Phrase,
    after,
    article,
    count,
    describe,
    join,
    ordinal,
)
from respondent.grammar.welsh.lexicon import lexicon

KEYS = st.sampled_from(sorted(TRIGGERS))
WORDS = st.one_of(
    st.text(),
    st.sampled_from(
        ["", " ", "11", "£5", "1.5", "“Abertawe”", "HMICFRS", "Лондон", "東京", "ß", "y ", "İ", "a'r"]
    ),
    st.sampled_from(sorted(lexicon())),
)


@given(KEYS, WORDS)
def test_a_small_word_never_raises_and_keeps_the_end_of_the_text(key: str, text: str) -> None:
    phrase = after(key, text)

    assert str(phrase).endswith(unicodedata.normalize("NFC", text).rstrip()[3:].rstrip())


@given(KEYS, WORDS)
def test_composed_and_decomposed_letters_are_joined_alike(key: str, text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    assert str(after(key, composed)) == str(after(key, decomposed))


@given(WORDS, st.integers(-3, 2_000_000), st.booleans())
def test_article_count_and_ordinal_never_raise(text: str, n: int, words: bool) -> None:
    for phrase in (article(text), count(n, text, words), ordinal(n, text, words), describe(text, text)):
        assert isinstance(str(phrase), str)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_list_keeps_the_doubts_of_its_items(texts: list[str]) -> None:
    phrase = join(texts)

    assert phrase.certain or any(not text.strip() or not after("a", text).certain for text in texts)


@given(st.sampled_from(sorted(TRIGGERS)), st.sampled_from(sorted(TRIGGERS)), WORDS)
def test_a_phrase_can_be_given_to_every_next_call(second: str, first: str, text: str) -> None:
    assert isinstance(after(second, after(first, text)), Phrase)
    assert isinstance(after(second, article(after(first, text))), Phrase)


@pytest.mark.parametrize("key", sorted(TRIGGERS))
def test_a_doubt_of_one_join_stays_in_the_next(key: str) -> None:
    phrase = after(key, article("cyfrinair-x"))

    assert not after("a", phrase).certain or phrase.certain


UNDECIDED = [
    (after("i", "Coventry"), "i Coventry", 'it is not known whether "Coventry" mutates'),
    (after("yn", "Glyn"), "yn Glyn", 'it is not known whether "Glyn" mutates'),
    (after("i", "BBC"), "i BBC", 'it is not known whether "BBC" mutates'),
    (after("a", "HMICFRS"), "a HMICFRS", 'it is not known whether "HMICFRS" is said with a vowel first'),
    (article("HMICFRS"), "yr HMICFRS", 'it is not known whether "HMICFRS" is said with a vowel first'),
    (article("canllaw"), "y canllaw", 'the gender of "canllaw" is not known'),
    (article(Noun(cy="Plonc")), "y Plonc", 'the gender of "Plonc" is not known'),
    (after("i", "generig"), "i generig", 'it is not known whether "generig" mutates'),
    (after("eu", "wal"), "eu wal", 'h before the w of "wal" is not settled (W15)'),
    (after("i", ""), "i", "there is no word to join"),
    (article(""), "y", "there is no word to join"),
    (
        after("a", "“Abertawe”"),
        "a “Abertawe”",
        'it is not known whether "“Abertawe”" is said with a vowel first',
    ),
    (after("a", "York"), "a York", 'it is not known whether "York" is said with a vowel first'),
    (after("a", "Лондон"), "a Лондон", 'it is not known whether "Лондон" is said with a vowel first'),
    (after("a", "12,000"), "a 12,000", 'it is not known whether "12,000" is said with a vowel first'),
    (article("wyach"), "y wyach", 'it is not known whether "wyach" is said with a vowel first'),
    (count(2, "canllaw", words=True), "dau ganllaw", 'the gender of "canllaw" is not known'),
    (count(3, "canllaw"), "3 chanllaw", 'the gender of "canllaw" is not known'),
    (count(13, "pennill"), "13 pennill", 'the plural of "pennill" is not known, for 13 o …'),
    (count(22, "blwyddyn"), "22 mlynedd", "the form of blynedd after 22 is not settled (W8)"),
    (count(0, "llu"), "0 llu", "there is no rule for counting 0"),
    (ordinal(3, "canllaw"), "3ydd canllaw", 'the gender of "canllaw" is not known'),
    (ordinal(32, "llu"), "32 llu", "there is no ordinal for 32: they go from 1 to 31"),
    (describe("canllaw", "cenedlaethol"), "canllaw cenedlaethol", 'the gender of "canllaw" is not known'),
    (describe("swyddfa", "plonciog"), "swyddfa plonciog", 'it is not known whether "plonciog" mutates'),
    (
        article(Noun(cy="Coleg", article="built-in")),
        "y Coleg",
        '"Coleg" should begin with its article, y or yr',
    ),
]


@pytest.mark.parametrize(("phrase", "text", "doubt"), UNDECIDED, ids=[text for _, text, _ in UNDECIDED])
def test_undecided_cases_are_uncertain(phrase: Phrase, text: str, doubt: str) -> None:
    assert (str(phrase), phrase.doubt, phrase.certain) == (text, doubt, False)


@pytest.mark.parametrize(
    "phrase",
    [
        after("i", "Sussex"),
        after("i", "Humberside"),
        after("a", "Sussex"),
        after("mewn", "Coventry"),
        article("risg"),
        count(2, "canllaw"),
        count(5, "canllaw", words=True),
        after("ni", "plonciwn"),
        describe("canllaw", "arbennig"),
    ],
    ids=str,
)
def test_equal_readings_make_an_unknown_word_certain(phrase: Phrase) -> None:
    assert phrase.doubt == ""


def test_white_space_at_the_end_is_left_out_with_and_without_a_small_word() -> None:
    assert str(after("i", "llu ")) == "i lu"
    assert str(after("object", "llu ")) == "lu"


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(UsageError, match="empty list"):
        join([])


def test_a_list_of_one_is_the_noun_itself() -> None:
    assert str(join(["Gwent"])) == "Gwent"


def test_record_takes_precedence_over_the_lexicon() -> None:
    assert str(article("cath")) == "y gath"
    assert str(article(Noun(cy="cath", gender="m"))) == "y cath"
    assert str(after("i", Noun(cy="cath", mutates="no"))) == "i cath"


def test_a_record_without_a_gender_takes_it_from_the_lexicon() -> None:
    assert str(article(Noun(cy="cath"))) == "y gath"
    assert str(count(2, Noun(cy="cath"), words=True)) == "dwy gath"


def test_stored_form_takes_precedence_over_the_rule() -> None:
    name = Noun(cy="Caer Wysg", forms={Mutation.NASAL: "Nghaer Wysg", Mutation.SOFT: "Caer Wysg"})

    assert str(after("yn", name)) == "yng Nghaer Wysg"
    assert str(after("i", name)) == "i Caer Wysg"


def test_a_phrase_names_its_rule_its_source_and_its_head() -> None:
    phrase = after("i", article("llu"))

    assert (phrase.rule, phrase.head.cy) == ("i", "llu")
    assert phrase.source == TRIGGERS["i"].rule.source


def test_an_article_is_not_put_twice() -> None:
    assert str(article(article("llu"))) == "y llu"
    assert str(article("Bala")) == "y Bala"


def test_ten_thousand_characters_are_joined() -> None:
    assert len(str(after("i", "comisiynydd " * 1000))) == len("i gomisiynydd") + 12 * 999


@pytest.mark.parametrize("text", ["prif " * 5000, "y " * 5000, "yr Y " * 5000, "dirprwy brif " * 5000])
def test_many_repeated_words_are_handled(text: str) -> None:
    assert str(after("i", text))
    assert str(article(text))
