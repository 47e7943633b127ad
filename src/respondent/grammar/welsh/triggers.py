"""The small words, and the mutation that each causes in the next word."""

from __future__ import annotations

from respondent.grammar.value import Value
from respondent.grammar.welsh.mutation import Mutation
from respondent.grammar.welsh.noun import InitialSound
from respondent.grammar.welsh.sources import (
    ARDDULLIADUR,
    BBC,
    BITESIZE,
    GRAMADEG,
    JONES,
    JONES_ORDINALS,
    LETTERS,
    NUMBERS,
    PROSE,
)

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    from typing import Literal

    from respondent.errors import UsageError


class Rule(Value):
    """What a group of small words does to the word that follows."""

    name: str
    """The rule in a few words."""

    source: str
    """Where it is published, or what it was counted from."""

    mutations: tuple[Mutation, ...]
    """The mutations that it causes: the first that the word has holds."""

    spares: frozenset[str]
    """Initials that it leaves alone."""

    only: frozenset[str]
    """The only words that it changes; empty where it changes all."""

    before: Literal["noun", "verb"]
    """What follows it: only where that is a noun can it be a name, which does not mutate."""

    confirmed: bool
    """Whether a published source states it; if not, a Welsh reader has to."""

    point: str
    """The number of the open point in the list for the Welsh reader; empty where none is open."""

    def __init__(  # noqa: PLR0913 - a row of a table
        self,
        name: str,
        source: str,
        mutations: tuple[Mutation, ...] = (),
        spares: frozenset[str] = frozenset(),
        only: frozenset[str] = frozenset(),
        before: Literal["noun", "verb"] = "noun",
        confirmed: bool = False,
        point: str = "W1",
    ) -> None:
        fields = vars(self)
        fields["name"] = name
        fields["source"] = source
        fields["mutations"] = mutations
        fields["spares"] = spares
        fields["only"] = only
        fields["before"] = before
        fields["confirmed"] = confirmed
        fields["point"] = point


class Trigger(Value):
    """A small word, or one sense of it."""

    key: str
    """Its plain word, and its sense behind a full stop where the word has several: ``ei.f``."""

    rule: Rule
    """What it does."""

    shape: str
    """Its shape before a consonant: the key without its sense if nothing else is given; empty for none."""

    before_vowel: str
    """Its shape before a word whose unmutated form begins with a vowel, where it has one."""

    before: tuple[tuple[str, str], ...]
    """Its shapes by what the mutated word begins with: ``(("ng", "yng"), ("m", "ym"))``."""

    keeps: frozenset[str]
    """Words that never change after it: *i mi, o dan*."""

    contracts: bool
    """Whether *ei, ein, eich, eu* join it: *a'i, o'u, i'w*."""

    opens: InitialSound
    """What a phrase begins with that begins with it."""

    bare: bool
    """Whether a name loses its article behind it: *Annwyl Brif Weinidog*."""

    joint: str
    """What stands between it and the word: a space or a hyphen."""

    def __init__(  # noqa: PLR0913 - a row of a table
        self,
        key: str,
        rule: Rule,
        shape: str | None = None,
        before_vowel: str = "",
        before: tuple[tuple[str, str], ...] = (),
        keeps: frozenset[str] = frozenset(),
        contracts: bool = False,
        opens: InitialSound = InitialSound.SMALL_WORD,
        bare: bool = False,
        joint: str = " ",
    ) -> None:
        fields = vars(self)
        fields["key"] = key
        fields["rule"] = rule
        fields["shape"] = key.partition(".")[0] if shape is None else shape
        fields["before_vowel"] = before_vowel
        fields["before"] = before
        fields["keeps"] = keeps
        fields["contracts"] = contracts
        fields["opens"] = opens
        fields["bare"] = bare
        fields["joint"] = joint


S, N, A, H = Mutation.SOFT, Mutation.NASAL, Mutation.ASPIRATE, Mutation.H
LL_RH = frozenset(("ll", "rh"))
ADJECTIVE, NUMERAL, POSSESSIVE = InitialSound.ADJECTIVE, InitialSound.NUMERAL, InitialSound.POSSESSIVE
POUNDS = frozenset(("cant", "punt", "ceiniog"))

SOFT = Rule("soft after a preposition", JONES, (S,), confirmed=True)
SOFT_PROSE = Rule("soft after a preposition", PROSE, (S,))
SOFT_WORD = Rule("soft after a small word", JONES, (S,), confirmed=True)
SOFT_WORD_PROSE = Rule("soft after a small word", PROSE, (S,))
SOFT_VERB = Rule("soft after a particle before a verb", JONES, (S,), before="verb", confirmed=True)
SOFT_VERB_PROSE = Rule("soft after a particle before a verb", PROSE, (S,), before="verb")
SOFT_BUT = Rule("soft, but not ll and rh", JONES, (S,), spares=LL_RH, confirmed=True)
ASPIRATE = Rule("aspirate after â, gyda and na", JONES, (A,), confirmed=True)
ABOUT = Rule("aspirate after tua", PROSE, (A,), point="W10")
AND = Rule("aspirate after the conjunction a", ARDDULLIADUR, (A,), confirmed=True, point="W11")
NEGATIVE = Rule("aspirate, else soft, after a negative", JONES, (A, S), before="verb", confirmed=True)
NONE = Rule("none", PROSE)
GREETING = Rule("soft after Annwyl, but not a personal name", LETTERS, (S,), point="W19")
MY = Rule("nasal after fy", JONES, (N,), confirmed=True)
HIS = Rule("soft after dy and his", JONES, (S,), confirmed=True)
HER = Rule("aspirate, or h before a vowel, after her", JONES, (A, H), confirmed=True)
OUR = Rule("h before a vowel after our and their", JONES, (H,), confirmed=True)
PLACE = Rule("nasal after yn before a place or a definite noun", PROSE, (N,))
PREDICATE = Rule(
    "soft after the predicate yn, but not ll and rh", f"{GRAMADEG}; ll, rh: {PROSE}", (S,), LL_RH
)
OBJECT = Rule("soft: object of an inflected verb, or adverb of time", PROSE, (S,))
UN_F = Rule(
    "soft after un before a feminine, but not ll and rh", BITESIZE, (S,), spares=LL_RH, confirmed=True
)
TWO = Rule("soft after dau and dwy", JONES, (S,), confirmed=True)
THREE = Rule("aspirate after tri", BITESIZE, (A,), confirmed=True)
SIX = Rule("aspirate after chwe", JONES, (A,), confirmed=True)
SEVEN = Rule(
    "soft after saith and wyth: cant, punt, ceiniog only",
    NUMBERS,
    (S,),
    only=POUNDS,
    confirmed=True,
    point="W2",
)
AIL = Rule("soft after ail, both genders", JONES_ORDINALS, (S,), confirmed=True)
FEMININE_ORDINAL = Rule("soft after a feminine ordinal", JONES_ORDINALS, (S,), confirmed=True)
MASCULINE_ORDINAL = Rule("none after a masculine ordinal", BBC, confirmed=True)


def _plain(rule: Rule, words: str, opens: InitialSound = InitialSound.SMALL_WORD) -> tuple[Trigger, ...]:
    """Return rows of words that have one shape and no exceptions."""
    bare = opens is not InitialSound.SMALL_WORD
    return tuple(Trigger(word, rule, opens=opens, bare=bare) for word in words.split())


ROWS: tuple[Trigger, ...] = (
    # prepositions
    *_plain(SOFT, "ar at dan tan dros tros thros drwy trwy thrwy heb hyd"),
    Trigger("am", SOFT, keeps=frozenset(("byth",))),
    Trigger("gan", SOFT, keeps=frozenset(("mai",))),
    Trigger("chan", SOFT, keeps=frozenset(("mai",))),
    Trigger("i", SOFT, keeps=frozenset(("mi", "ti", "mewn")), contracts=True),
    Trigger("o", SOFT, keeps=frozenset(("dan", "tan")), contracts=True),
    Trigger("hyd at", SOFT),
    Trigger("o dan", SOFT),
    Trigger("wrth", SOFT_PROSE),
    Trigger("oddi wrth", SOFT_PROSE),
    Trigger("oddi ar", SOFT),
    Trigger("â", ASPIRATE, before_vowel="ag", contracts=True),
    Trigger("ynglŷn â", ASPIRATE, before_vowel="ynglŷn ag", contracts=True),
    Trigger("ynghyd â", ASPIRATE, before_vowel="ynghyd ag", contracts=True),
    Trigger("yn unol â", ASPIRATE, before_vowel="yn unol ag", contracts=True),
    Trigger("gyda", ASPIRATE, before_vowel="gydag", contracts=True),
    Trigger("tua", ABOUT, before_vowel="tuag", contracts=True),
    *_plain(NONE, "mewn rhwng er ers erbyn fel efo cyn.before"),
    Trigger("ar ôl", NONE),
    Trigger("o fewn", NONE),
    # joining words and particles
    Trigger("a", AND, before_vowel="ac", contracts=True),
    Trigger("na.than", ASPIRATE, before_vowel="nag", contracts=True),
    Trigger("na.nor", ASPIRATE, before_vowel="nac", contracts=True),
    Trigger("neu", SOFT_WORD),
    *_plain(SOFT_VERB, "a.relative a.question fe mi"),
    Trigger("pan", SOFT_VERB_PROSE),
    Trigger("ni", NEGATIVE, before_vowel="nid"),
    Trigger("na.verb", NEGATIVE, before_vowel="nad"),
    Trigger("oni", NEGATIVE, before_vowel="onid"),
    *_plain(NONE, "mai wedi"),
    # yn
    Trigger("yn", PLACE, before=(("ng", "yng"), ("m", "ym"))),
    Trigger("yn.predicate", PREDICATE, bare=True),
    Trigger("yn.verb", NONE),
    # words before adjectives and nouns
    *_plain(SOFT_BUT, "mor cyn.as"),
    *_plain(SOFT_WORD, "go lled cwbl cymharol gweddol hollol dyma dyna dacw"),
    *_plain(SOFT_WORD_PROSE, "rhy pur"),
    Trigger("annwyl", GREETING, shape="Annwyl", bare=True),
    # words before their noun
    *_plain(SOFT_WORD, "holl amryw ambell cryn cyfryw", ADJECTIVE),
    *_plain(SOFT_WORD_PROSE, "pa prif hen unrhyw rhyw gwahanol hoff uwch dirprwy", ADJECTIVE),
    Trigger("is", SOFT_WORD_PROSE, opens=ADJECTIVE, bare=True, joint="-"),
    Trigger("cyn.former", SOFT_WORD_PROSE, opens=ADJECTIVE, bare=True, joint="-"),
    *_plain(NONE, "sawl pob", ADJECTIVE),
    # possessives
    *_plain(MY, "fy", POSSESSIVE),
    *_plain(HIS, "dy ei.m", POSSESSIVE),
    *_plain(HER, "ei.f", POSSESSIVE),
    *_plain(OUR, "ein eu", POSSESSIVE),
    *_plain(NONE, "eich", POSSESSIVE),
    # numerals, which `count` writes, and ordinals, which `ordinal` writes
    *_plain(UN_F, "un.f", NUMERAL),
    *_plain(TWO, "dau dwy", InitialSound.SOFT_NUMERAL),
    *_plain(THREE, "tri", NUMERAL),
    *_plain(SIX, "chwe", NUMERAL),
    *_plain(SEVEN, "saith wyth", NUMERAL),
    *_plain(NONE, "un.m tair pedwar pedair pum naw deg", NUMERAL),
    *_plain(AIL, "ail", NUMERAL),
    Trigger("ordinal.f", FEMININE_ORDINAL, shape=""),
    Trigger("ordinal.m", MASCULINE_ORDINAL, shape=""),
    # places in the clause, where no word stands before
    Trigger("object", OBJECT, shape=""),
    Trigger("adverb", OBJECT, shape=""),
)

TRIGGERS: dict[str, Trigger] = {row.key: row for row in ROWS}

# What the conjunction a makes of the small words: "a chyda, a chan, a thros" (Yr Arddulliadur, a/ac).
ASPIRATED: dict[str, str] = {
    "gan": "chan",
    "gyda": "chyda",
    "gydag": "chydag",
    "tan": "than",
    "tros": "thros",
    "dros": "thros",
    "trwy": "thrwy",
    "drwy": "thrwy",
    "tua": "thua",
    "tuag": "thuag",
}


def trigger(key: str) -> Trigger:
    """Return the row of a small word.

    Raises:
        UsageError: if there is none, with the senses or the words that may be meant.

    >>> trigger("ei.f").rule.name
    'aspirate, or h before a vowel, after her'
    """
    row = TRIGGERS.get(key)
    if row is None:
        raise _unknown(key)
    return row


def _unknown(key: str) -> UsageError:
    """Return the error for a key that is not in the table."""
    from respondent.errors import Problem, UsageError

    return UsageError(Problem("", f'no word "{key}" is known that joins the next', _meant(key)))


def _meant(key: str) -> str:
    """Return advice for a key that is not in the table."""
    senses = [sense for sense in TRIGGERS if sense.startswith(f"{key}.")]
    if senses:
        return f"name the sense that is meant: {', '.join(senses)}"
    from difflib import get_close_matches

    near = get_close_matches(key[:20], TRIGGERS)
    return f"perhaps {' or '.join(near)} is meant" if near else "the words are listed in docs/welsh.md"
