"""Join ordinals and nouns: *yr ail argymhelliad, y drydedd flaenoriaeth, yr unfed ganrif ar hugain*."""

from __future__ import annotations

from respondent.grammar.welsh import decisions, sources
from respondent.grammar.welsh.noun import InitialSound, Joinable, Phrase
from respondent.grammar.welsh.phrases import describe, phrase
from respondent.grammar.welsh.triggers import TRIGGERS

# Masculine and feminine; what follows the noun is in TAILS.
WORDS: dict[int, tuple[str, str]] = {
    2: ("ail", "ail"),
    3: ("trydydd", "trydedd"),
    4: ("pedwerydd", "pedwaredd"),
    5: ("pumed", "pumed"),
    6: ("chweched", "chweched"),
    7: ("seithfed", "seithfed"),
    8: ("wythfed", "wythfed"),
    9: ("nawfed", "nawfed"),
    10: ("degfed", "degfed"),
    12: ("deuddegfed", "deuddegfed"),
    15: ("pymthegfed", "pymthegfed"),
    18: ("deunawfed", "deunawfed"),
    20: ("ugeinfed", "ugeinfed"),
}

TAILS: tuple[tuple[range, int, str], ...] = (
    (range(11, 15), 10, "ar ddeg"),
    (range(16, 20), 15, "ar bymtheg"),
    (range(21, 31), 20, "ar hugain"),
    (range(31, 32), 30, "ar ddeg ar hugain"),
)

# 1af 2il 3ydd/3edd 4ydd/4edd 5ed … 31ain.
SUFFIXES = (
    *("af", "il", "ydd", "ydd", "ed", "ed", "fed", "fed", "fed", "fed"),
    *("eg", "fed", "eg", "eg", "fed", "eg", "eg", "fed", "eg", "fed"),
    *("ain",) * 11,
)


def ordinal(n: int, noun: Joinable, words: bool = False) -> Phrase:
    """Return the noun with an ordinal, in figures or in words. *Cyntaf* follows its noun.

    >>> str(ordinal(2, "argymhelliad", words=True)), str(ordinal(3, "blaenoriaeth", words=True))
    ('ail argymhelliad', 'trydedd flaenoriaeth')
    >>> str(ordinal(21, "canrif", words=True)), str(ordinal(21, "canrif"))
    ('unfed ganrif ar hugain', '21ain ganrif')
    """
    joined = phrase(noun, bare=True)
    if n == 1:
        return describe(joined, "cyntaf") if words else _first_in_figures(joined)
    if not 1 < n <= len(SUFFIXES):
        return Phrase(
            f"{n} {joined.text}",
            joined.head,
            "ordinal",
            sources.SHORT_ORDINALS,
            _none(n),
            InitialSound.FIGURE,
        )
    feminine, unknown = decisions.is_feminine_singular(joined.head)
    key = "ail" if n == 2 else "ordinal.f" if feminine else "ordinal.m"
    text, doubt = decisions.mutated(TRIGGERS[key], joined)
    if n != 2 and feminine is None:
        doubt = unknown
    first, tail = _in_words(n, bool(feminine)) if words else (short(n, feminine=bool(feminine)), "")
    opening = (
        InitialSound.FIGURE if not words else InitialSound.SOFT_NUMERAL if feminine else InitialSound.NUMERAL
    )
    whole = f"{first} {text} {tail}".rstrip()
    return Phrase(whole, joined.head, "ordinal", TRIGGERS[key].rule.source, joined.doubt or doubt, opening)


def alone(n: int, noun: Joinable) -> Phrase:
    """Return an ordinal from 2 to 31 in words, in the gender of a noun that is not said.

    >>> str(alone(3, "blaenoriaeth")), str(alone(11, "argymhelliad"))
    ('trydedd', 'unfed ar ddeg')
    """
    head = phrase(noun, bare=True).head
    if not 1 < n <= len(SUFFIXES):
        return Phrase(str(n), head, "ordinal", sources.SHORT_ORDINALS, _none(n), InitialSound.FIGURE)
    feminine, doubt = decisions.is_feminine_singular(head)
    text = " ".join(_in_words(n, bool(feminine))).rstrip()
    opening = InitialSound.SOFT_NUMERAL if feminine else InitialSound.NUMERAL
    return Phrase(text, head, "ordinal", sources.JONES_ORDINALS, doubt if n != 2 else "", opening)


def _none(n: int) -> str:
    """Return the doubt about a number without an ordinal."""
    return f"there is no ordinal for {n}: they go from 1 to {len(SUFFIXES)}"


def short(n: int, *, feminine: bool = False) -> str:
    """Return the short ordinal from 1 to 31, and the figure alone beyond.

    >>> short(2), short(3), short(3, feminine=True), short(14), short(21)
    ('2il', '3ydd', '3edd', '14eg', '21ain')
    """
    if feminine and n in (3, 4):
        return f"{n}edd"
    return f"{n}{SUFFIXES[n - 1]}" if 1 <= n <= len(SUFFIXES) else str(n)


def _first_in_figures(joined: Phrase) -> Phrase:
    """Return the noun followed by *1af*."""
    return Phrase(
        f"{joined.text} 1af", joined.head, "ordinal", sources.SHORT_ORDINALS, joined.doubt, joined.opening
    )


def _in_words(n: int, feminine: bool) -> tuple[str, str]:
    """Return the ordinal in words: the parts before and after the noun."""
    if n in WORDS:
        return WORDS[n][feminine], ""
    base, tail = next((base, tail) for numbers, base, tail in TAILS if n in numbers)
    return "unfed" if n - base == 1 else WORDS[n - base][feminine], tail
