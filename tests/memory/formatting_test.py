from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents, hrefs, languages, texts, unhurried

from respondent.document.tree import Break, Document, Inlines, Run
from respondent.document.walk import inlines, nodes
from respondent.language import Language
from respondent.memory.formatting import coded, codes, decoded, is_plain, signature

EN, CY = Language.EN, Language.CY

runs = st.builds(Run, texts, languages, st.booleans(), st.booleans(), hrefs)
contents = st.lists(runs | st.builds(Break, languages), max_size=5).map(tuple)


@given(contents, languages)
def test_formatting_survives_a_round_trip(content: Inlines, language: Language) -> None:
    text = coded(content, language)

    assert (text == "") == is_plain(content, language)
    assert not text or decoded(text) == content


def test_only_words_of_one_language_are_plain() -> None:
    assert is_plain((Run("Gwent", EN),), EN)
    assert not is_plain((Run("Gwent", CY),), EN)
    assert not is_plain((Run("Gwent", EN), Break(EN)), EN)
    assert not is_plain((Run("Gwent", EN, href="tel:1"),), EN)


def test_signature_ignores_quotation_marks() -> None:
    one, other = ((Run("Heddlu’r  De ", CY), Run(text, CY, strong=True)) for text in ("a", "a"))

    assert signature(one) == signature((Run("Heddlu'r De ", CY), other[1]))
    assert signature(one) != signature((Run("Heddlu'r De", CY), other[1]))
    assert signature(one) != signature((one[0], Run("a", CY, emphasis=True)))


@pytest.mark.parametrize(
    ("welsh", "english", "are_alike"),
    [
        ((Run("a", CY, strong=True), Run("b", CY)), (Run("c", EN), Run("d", EN, strong=True)), True),
        ((Run("a", CY, strong=True), Run("b", EN, strong=True)), (Run("c", EN, strong=True),), True),
        ((Run("a", CY, strong=True),), (Run("c", EN, emphasis=True),), False),
        ((Run("a", CY, href="tel:1"),), (Run("c", EN, href="tel:2"),), False),
        ((Run("a", CY), Break(CY), Run("b", CY)), (Run("c", EN),), False),
        ((Run("a", CY),), (Run("c", EN),), True),
    ],
)
def test_codes_are_the_same_in_any_order(welsh: Inlines, english: Inlines, are_alike: bool) -> None:
    assert (codes(welsh) == codes(english)) is are_alike


@unhurried
@given(documents())
def test_any_words_of_a_letter_can_be_kept(document: Document) -> None:
    for node in nodes(document.parts[0].blocks):
        plain = tuple(one if isinstance(one, Break) else Run(one.text, one.language) for one in inlines(node))
        assert not (text := coded(plain, EN)) or decoded(text) == plain
