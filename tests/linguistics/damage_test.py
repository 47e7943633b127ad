from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respondent.files.text import cleaned
from respondent.language import Language
from respondent.linguistics.damage import Certainty, damages, lacks_end

CY, EN = Language.CY, Language.EN

# Each damage as it was seen: what the text holds, and the words that are named.
DAMAGED = {
    "the last letter lost in Windows-1252": ("Gofynnais am y t? newydd", "t?"),
    "a capital lost": ("T? Hafan", "T?"),
    "a letter lost inside a word": ("y d?r", "d?r"),
    "a letter lost inside a word in capitals": ("Y D?R", "D?R"),
    "the first letter lost": ("yr ?yl fawr", "?yl"),
    "a letter lost, and a question": ("Beth am y d?r?", "d?r?"),
    "a lost letter that no word explains": ("sicrh?u hyn", "sicrh?u"),
    "a replacement character": ("y d\ufffdr", "d\ufffdr"),
    "a replacement character alone": ("y \ufffd mawr", "\ufffd"),
    "a box for a letter": ("y d□r", "d□r"),
    "UTF-8 as Windows-1252": ("y dÅµr", "Åµ"),
    "UTF-8 as Windows-1252, y": ("y tÅ·", "Å·"),
    "UTF-8 as Windows-1252, circumflex": ("trÃªn", "Ãª"),
    "UTF-8 as Windows-1252, apostrophe": ("maeâ€™r", "â€™"),
    "UTF-8 as Windows-1250": ("y dĹµr", "Ĺµ"),
    "UTF-8 as Mac Roman": ("y d≈µr", "≈µ"),
    "UTF-8 as code page 850": ("maeÔÇÖr", "ÔÇÖ"),
    "half of a letter": ("y cymâ€ ", "â€"),
    "ISO 8859-14 as Latin-1": ("y dðr", "dðr"),
    "ISO 8859-14 as Latin-1, y": ("y tþ", "tþ"),
    "an escape of JSON": ("y d\\u0175r", "\\u0175"),
    "quoted-printable mail": ("y d=C5=B5r", "=C5=B5"),
    "an escape of Excel": ("un_x000D_dau", "_x000D_"),
    "an escaped ampersand": ("R&amp;D", "&amp;"),
    "a numeric entity": ("y d&#373;r", "&#373;"),
    "a non-breaking space of HTML": ("10&nbsp;o", "&nbsp;"),
    "a sign that turns the direction": ("llythyr \u202egnol", "\u202e"),
    "an isolate": ("a\u2066b\u2069", "\u2066"),
    "a Cyrillic letter in a word": ("yr Hеddlu", "Hеddlu"),
    "a Greek letter in a word": ("the pοlice", "pοlice"),
    "a Cyrillic letter for a word": ("Mae а wnelo", "а"),
    "a bullet of Wingdings": ("\uf0b7 un", "\uf0b7"),
    "an object of Word": ("gweler \ufffc yma", "\ufffc"),
    "two letters and a question": ("Mae'r t??", "t??"),
    "an accent lost in English": ("the clich? that", "clich?"),
    "a pound sign lost": ("It cost ?40", "?"),
    "a dash lost": ("The officers ? all of them", "?"),
    "an apostrophe of which a byte is left": ("The policeâs ready", "policeâs"),
    "a Welsh apostrophe of which a byte is left": ("Maeâr heddlu", "Maeâr"),
    "an apostrophe of Mac Roman": ("The policeÕs officers", "policeÕs"),
    "half of a non-breaking space": ("Jane MuddÂ", "Â"),
    "an entity without its end": ("We are ready &amp so", "&amp"),
    "a number of a character without its end": ("The force &#038 went", "&#038"),
    "an escaped line end": ("The force\\nline", "\\n"),
    "a space of an address": ("The force%20here", "%20"),
    "a circumflex beside its letter": ("Mae dw^r yma", "dw^r"),
    "a circumflex behind its letter": ("Mae tyˆ yma", "tyˆ"),
    "another accent": ("Mae dẃr yma", "dẃr"),
    "a word of Cyrillic letters that pass": ("The ѕсоре here", "ѕсоре"),
    "a phonetic letter": ("ɡrowing", "ɡrowing"),
    "full-width letters": ("The Ｔｈｅn", "Ｔｈｅn"),
    "a line break of Word": ("un\x0bdau", "\x0b"),
}

CLEAN = (
    "#12",
    "C#",
    "R&D",
    "AT&T; a mwy",
    "£1.2m–£1.5m",
    "as a) inside a sentence",
    "2 * 3",
    "post@gwent.police.uk",
    "https://x.wales/page?id=3&l=cy",
    "www.gov.uk/search?q=t?",
    "Beth nesaf?",
    "Cynllun B?",
    "Plan A?",
    "Who am I?",
    "Pam?! Dim ateb.",
    "Beth am y dŵr? Mae’r tŷ’n wag.",
    "[sic]",
    "(a)",
    "a letter from Иван Иванов",
    "5 µg, 2 kΩ",
    "CAFÉ’S",
    "ÔL-OFAL’",
    "MAE’R HEDDLU Â’R CYHOEDD. IÂ. CANIATÂ’R IÂ! IÂ a dŵr",
    "E.e. Mae Heddlu Gwent yn www.Gwent.police.uk",
    "see Gov.Wales and Node.js",
    "HMICFRS?",
    "Level α and level β; Δ = 3; π",
    "Сара Оса",
    "C:\\new\\files",
    "50%20",
    "2^3 and x^y",
    "Siân, Ieuân, glân, tân, iâr, Cwmbrân, Brynamân, Pontarddulâs",
    "â phob un, â’r tŷ",
    "a café? Naïve?",
    "a “quoted”—word… ½ °C €5",
    "Siân, Ffôn, naïf, señor, Škoda, Łukasz",
)


@pytest.mark.parametrize("name", DAMAGED)
@pytest.mark.parametrize("language", Language)
def test_damage_is_named_with_the_words_around_it(name: str, language: Language) -> None:
    text, words = DAMAGED[name]

    (damage, *_) = damages(text, language)

    assert damage.text == words
    assert text[damage.start : damage.end] == words
    assert damage.certainty is Certainty.CERTAIN
    assert damage.what
    assert damage.advice


@pytest.mark.parametrize("text", CLEAN)
@pytest.mark.parametrize("language", Language)
def test_a_clean_text_has_no_damage(text: str, language: Language) -> None:
    assert list(damages(text, language)) == []
    assert cleaned(text) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        "gysylltu.Mae hyn",
        "the force?We asked",
        "ar ben;Yna daeth",
        "“it is done.”The force",
        "(twice).The force",
        "in 2024.The force",
        "40%.The force",
        "went .The plan",
    ],
)
def test_sentences_without_a_space_between_are_likely_damage(text: str) -> None:
    (damage,) = damages(text, CY)

    assert damage.certainty is Certainty.LIKELY


@given(st.text(max_size=60), st.sampled_from(Language))
def test_no_text_stops_the_search(text: str, language: Language) -> None:
    for damage in damages(text, language):
        assert text[damage.start : damage.end] == damage.text


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("I asked for a report. The force", True),
        ("Rwy'n croesawu'r adroddiad. Gofynnais am", True),
        ("I asked for a report. The force gave it.", False),
        ("I asked for a report. The force gave these reasons:", False),
        ("He said: “I asked for a report. It came.”", False),
        ("A heading without a stop", False),
        ("This was published. See https://www.gwent.police.uk/", False),
        ("I asked for it. It was -", True),
        ("Mr. J. Smith", False),
    ],
)
def test_a_paragraph_of_sentences_ends_with_one(text: str, is_cut: bool) -> None:
    assert lacks_end(text) is is_cut
