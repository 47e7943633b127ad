"""Decide whether a word begins with a vowel sound, for the article and for *a/ac*."""

from __future__ import annotations

from respondent.grammar.welsh import figures
from respondent.grammar.welsh.mutation import VOWELS, nfc

# Words in w that take ac, although their w is a consonant.
AC_BEFORE = frozenset(("wedi", "wedyn", "weithiau", "wrth"))

# Words in consonants that take ac.
AC_BEFORE_CONSONANT = frozenset(
    (
        "mae",
        "maent",
        "mai",
        "roedd",
        "nid",
        "ni",
        "na",
        "nac",
        "nad",
        "felly",
        "fel",
        "mewn",
        "mor",
        "megis",
        "meddai",
    )
)

# Words in wy- whose w is a consonant, as in y wyrth; the others have the diphthong: yr wybodaeth.
CONSONANT_WY = ("wyrth", "wyry", "wynt", "wythi", "wythï", "wŷs")

# Words in wy- without a published pronunciation, so the join is uncertain.
UNDECIDED_WY = ("wyach", "wynfa", "wyngoll", "wynwydd", "wyran", "wyrdro", "wyros", "wydden")

# Words in wl-, wn-, wr- and a vowel whose w is a vowel. In others it remains after a lost g (y wlad).
VOWEL_W = ("wlser", "wnion", "wran", "wrea", "wrem", "wret", "wrinal", "wrol")


def opens_with_vowel(text: str, *, known: bool = True) -> bool | None:
    """Return whether `text` begins with a vowel sound, or None if its spelling does not show it.

    `known` is whether the word is known to be Welsh: initials that are read letter by letter, and the
    *i, u, w, y* of other languages, tell nothing.

    >>> opens_with_vowel("gwybodaeth"), opens_with_vowel("wybodaeth"), opens_with_vowel("wefan")
    (False, True, False)
    >>> opens_with_vowel("11 mis"), opens_with_vowel("HMICFRS", known=False)
    (True, None)
    """
    text = nfc(text)
    first = text[:1].lower()
    if first.isdigit() or first == "£":
        return figures.opens_with_vowel(text)
    if not first.isalpha() or (not known and text[:2].isupper()):
        return None
    if first not in VOWELS:
        return False if first.isascii() else None
    if first in "wŵẁẃẅ":
        return _opens_with_vowel_w(text.lower()) if known else None
    return True if known or first in "aeo" else None


def takes_ac(text: str) -> bool:
    """Return whether `text` takes *ac* although it begins with a consonant.

    The month *Mai* is not the conjunction *mai*.

    >>> takes_ac("mae"), takes_ac("maes"), takes_ac("mai"), takes_ac("Mai 2019")
    (True, False, True, False)
    """
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    small = word.lower()
    return word != "Mai" and (small in AC_BEFORE or small in AC_BEFORE_CONSONANT)


def _opens_with_vowel_w(text: str) -> bool | None:
    """Return whether the w of a Welsh word is a vowel, or part of the diphthong wy."""
    if text.startswith(("wy", "ŵy", "wŷ")):
        return None if text.startswith(UNDECIDED_WY) else not text.startswith(CONSONANT_WY)
    second, third = text[1:2], text[2:3]
    if second == "h" or second in VOWELS or (second in "lnr" and third in VOWELS):
        return text.startswith(VOWEL_W)
    return second.isalpha()  # yr wrthblaid, yr Wcráin
