"""The small words: what each does to the word after it, one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from respondent.errors import Problem, UsageError
from respondent.grammar.welsh import sources
from respondent.grammar.welsh.mutation import Mutation


@dataclass(frozen=True, slots=True)
class Rule:
    """What a group of small words does to the word that follows."""

    name: str
    """The rule in a few words."""

    source: str
    """Where it is published, or what it was counted from."""

    mutations: tuple[Mutation, ...] = ()
    """The mutations that it causes: the first that the word has holds."""

    spares: frozenset[str] = frozenset()
    """Initials that it leaves alone."""

    only: frozenset[str] = frozenset()
    """The only words that it changes; empty where it changes all."""

    before: Literal["noun", "verb"] = "noun"
    """What follows it: only where that is a noun can it be a name, which does not mutate."""

    confirmed: bool = False
    """Whether a published source states it; if not, a Welsh reader has to."""

    point: str = "W1"
    """The number of the open point in the list for the Welsh reader; empty where none is open."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A small word, or one sense of it."""

    key: str
    """Its plain word, and its sense behind a full stop where the word has several: ``ei.f``."""

    rule: Rule
    """What it does."""

    word: str | None = None
    """Its shape before a consonant, where that is not the key without its sense; empty for none."""

    before_vowel: str = ""
    """Its shape before a word whose unmutated form begins with a vowel, where it has one."""

    before: tuple[tuple[str, str], ...] = ()
    """Its shapes by what the mutated word begins with: ``(("ng", "yng"), ("m", "ym"))``."""

    keeps: frozenset[str] = frozenset()
    """Words that never change after it: *i mi, o dan*."""

    contracts: bool = False
    """Whether *ei, ein, eich, eu* join it: *a'i, o'u, i'w*."""

    joint: str = " "
    """What stands between it and the word: a space or a hyphen."""

    @property
    def shape(self) -> str:
        """Its shape before a consonant."""
        return self.key.partition(".")[0] if self.word is None else self.word


S, N, A, H = Mutation.SOFT, Mutation.NASAL, Mutation.ASPIRATE, Mutation.H
LL_RH = frozenset(("ll", "rh"))

SOFT = Rule("soft after a preposition", sources.PROSE, (S,))
SOFT_WORD = Rule("soft after a small word", sources.PROSE, (S,))
SOFT_VERB = Rule("soft after a particle before a verb", sources.PROSE, (S,), before="verb")
SOFT_BUT = Rule("soft, but not ll and rh", sources.PROSE, (S,), spares=LL_RH)
SOFT_BEFORE = Rule("soft after an adjective that stands before its noun", sources.PROSE, (S,))
ASPIRATE = Rule("aspirate after â, gyda, tua and na", sources.PROSE, (A,))
AND = Rule("aspirate after the conjunction a", sources.ARDDULLIADUR, (A,), confirmed=True, point="")
NEGATIVE = Rule("aspirate, else soft, after a negative", sources.PROSE, (A, S), before="verb")
NONE = Rule("none", sources.PROSE)
GREETING = Rule("soft after Annwyl, but not a personal name", sources.LETTERS, (S,), point="W19")
MY = Rule("nasal after fy", sources.PROSE, (N,))
HIS = Rule("soft after dy and his", sources.PROSE, (S,))
HER = Rule("aspirate, or h before a vowel, after her", sources.PROSE, (A, H))
OUR = Rule("h before a vowel after our and their", sources.PROSE, (H,))
PLACE = Rule("nasal after yn before a place or a definite noun", sources.PROSE, (N,))
PREDICATE = Rule("soft after the predicate yn, but not ll and rh", sources.PROSE, (S,), spares=LL_RH)
OBJECT = Rule("soft: object of an inflected verb, or adverb of time", sources.PROSE, (S,))
UN_F = Rule("soft after un before a feminine, but not ll and rh", sources.PROSE, (S,), spares=LL_RH)
TWO = Rule("soft after dau and dwy", sources.PROSE, (S,))
THREE = Rule("aspirate after tri and chwe", sources.PROSE, (A,))
SEVEN = Rule(
    "soft after saith and wyth of cant, punt and ceiniog only",
    sources.NUMBERS,
    (S,),
    only=frozenset(("cant", "punt", "ceiniog")),
    confirmed=True,
    point="W2",
)
ORDINAL = Rule("soft after ail, both genders", sources.PROSE, (S,))
FEMININE_ORDINAL = Rule("soft after a feminine ordinal", sources.BBC, (S,), confirmed=True, point="")
MASCULINE_ORDINAL = Rule("none after a masculine ordinal", sources.BBC, confirmed=True, point="")

ROWS: tuple[Trigger, ...] = (
    # prepositions
    Trigger("am", SOFT, keeps=frozenset(("byth",))),
    Trigger("ar", SOFT),
    Trigger("at", SOFT),
    Trigger("hyd at", SOFT),
    Trigger("dan", SOFT),
    Trigger("o dan", SOFT),
    Trigger("tan", SOFT),
    Trigger("dros", SOFT),
    Trigger("tros", SOFT),
    Trigger("thros", SOFT),
    Trigger("drwy", SOFT),
    Trigger("trwy", SOFT),
    Trigger("thrwy", SOFT),
    Trigger("gan", SOFT, keeps=frozenset(("mai",))),
    Trigger("chan", SOFT, keeps=frozenset(("mai",))),
    Trigger("heb", SOFT),
    Trigger("hyd", SOFT),
    Trigger("i", SOFT, keeps=frozenset(("mi", "ti", "mewn")), contracts=True),
    Trigger("o", SOFT, keeps=frozenset(("dan", "tan")), contracts=True),
    Trigger("wrth", SOFT),
    Trigger("oddi wrth", SOFT),
    Trigger("oddi ar", SOFT),
    Trigger("â", ASPIRATE, before_vowel="ag", contracts=True),
    Trigger("ynglŷn â", ASPIRATE, before_vowel="ynglŷn ag", contracts=True),
    Trigger("ynghyd â", ASPIRATE, before_vowel="ynghyd ag", contracts=True),
    Trigger("yn unol â", ASPIRATE, before_vowel="yn unol ag", contracts=True),
    Trigger("gyda", ASPIRATE, before_vowel="gydag", contracts=True),
    Trigger("tua", ASPIRATE, before_vowel="tuag", contracts=True),
    Trigger("mewn", NONE),
    Trigger("rhwng", NONE),
    Trigger("cyn.before", NONE),
    Trigger("ar ôl", NONE),
    Trigger("er", NONE),
    Trigger("ers", NONE),
    Trigger("erbyn", NONE),
    Trigger("o fewn", NONE),
    Trigger("fel", NONE),
    # joining words and particles
    Trigger("a", AND, before_vowel="ac", contracts=True),
    Trigger("neu", SOFT_WORD),
    Trigger("na.than", ASPIRATE, before_vowel="nag", contracts=True),
    Trigger("na.nor", ASPIRATE, before_vowel="nac", contracts=True),
    Trigger("mai", NONE),
    Trigger("a.relative", SOFT_VERB),
    Trigger("a.question", SOFT_VERB),
    Trigger("pan", SOFT_VERB),
    Trigger("fe", SOFT_VERB),
    Trigger("mi", SOFT_VERB),
    Trigger("ni", NEGATIVE, before_vowel="nid"),
    Trigger("na.verb", NEGATIVE, before_vowel="nad"),
    Trigger("oni", NEGATIVE, before_vowel="onid"),
    Trigger("wedi", NONE),
    # yn
    Trigger("yn", PLACE, before=(("ng", "yng"), ("m", "ym"))),
    Trigger("yn.predicate", PREDICATE),
    Trigger("yn.verb", NONE),
    # words before adjectives and nouns
    Trigger("mor", SOFT_BUT),
    Trigger("cyn.as", SOFT_BUT),
    Trigger("pa", SOFT_WORD),
    Trigger("rhy", SOFT_WORD),
    Trigger("go", SOFT_WORD),
    Trigger("lled", SOFT_WORD),
    Trigger("pur", SOFT_WORD),
    Trigger("dyma", SOFT_WORD),
    Trigger("dyna", SOFT_WORD),
    Trigger("dacw", SOFT_WORD),
    Trigger("prif", SOFT_BEFORE),
    Trigger("hen", SOFT_BEFORE),
    Trigger("holl", SOFT_BEFORE),
    Trigger("unrhyw", SOFT_BEFORE),
    Trigger("amryw", SOFT_BEFORE),
    Trigger("ambell", SOFT_BEFORE),
    Trigger("rhyw", SOFT_BEFORE),
    Trigger("gwahanol", SOFT_BEFORE),
    Trigger("cryn", SOFT_BEFORE),
    Trigger("cyfryw", SOFT_BEFORE),
    Trigger("hoff", SOFT_BEFORE),
    Trigger("uwch", SOFT_BEFORE),
    Trigger("dirprwy", SOFT_BEFORE),
    Trigger("is", SOFT_BEFORE, joint="-"),
    Trigger("cyn.former", SOFT_BEFORE, joint="-"),
    Trigger("sawl", NONE),
    Trigger("pob", NONE),
    Trigger("annwyl", GREETING, word="Annwyl"),
    # possessives
    Trigger("fy", MY),
    Trigger("dy", HIS),
    Trigger("ei.m", HIS),
    Trigger("ei.f", HER),
    Trigger("ein", OUR),
    Trigger("eu", OUR),
    Trigger("eich", NONE),
    # numerals
    Trigger("un.m", NONE),
    Trigger("un.f", UN_F),
    Trigger("dau", TWO),
    Trigger("dwy", TWO),
    Trigger("tri", THREE),
    Trigger("chwe", THREE),
    Trigger("tair", NONE),
    Trigger("pedwar", NONE),
    Trigger("pedair", NONE),
    Trigger("pum", NONE),
    Trigger("saith", SEVEN),
    Trigger("wyth", SEVEN),
    Trigger("naw", NONE),
    Trigger("deg", NONE),
    # ordinals, which `ordinal` writes itself
    Trigger("ail", ORDINAL),
    Trigger("ordinal.f", FEMININE_ORDINAL, word=""),
    Trigger("ordinal.m", MASCULINE_ORDINAL, word=""),
    # places in the clause, where no word stands before
    Trigger("object", OBJECT, word=""),
    Trigger("adverb", OBJECT, word=""),
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
        raise UsageError(Problem("", f'no word "{key}" is known that joins the next', _meant(key)))
    return row


def _meant(key: str) -> str:
    """Return advice for a key that is not in the table."""
    senses = [known for known in TRIGGERS if known.startswith(f"{key}.")]
    if senses:
        return f"name the sense that is meant: {', '.join(senses)}"
    from difflib import get_close_matches

    near = get_close_matches(key[:20], TRIGGERS)
    return f"perhaps {' or '.join(near)} is meant" if near else "the words are listed in docs/welsh.md"
