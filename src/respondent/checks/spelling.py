"""Family T, spelling: no word twice, articles in order, British spelling that is the same throughout."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.checks.passages import Passage
from respondent.grammar import english
from respondent.language import Language, Pair


@check("T401", Severity.WARNING)
def words_once(case: Case) -> Iterator[Fact]:
    """No word stands twice in a row."""
    for language, passages in case.pair.own_passages.items():
        for passage in passages:
            words = passage.words
            for match in _TWICE.finditer(passage.text) if any(map(eq, words, words[1:])) else ():
                if _is_slip(match, language):
                    what = f"“{match[1]}” stands twice in a row"
                    advice = _IN_NUMBER if passage.section in _NUMBERED else "remove one of the two"
                    yield fact(case, passage.place, what, advice, match[0])


@check("T402", Severity.WARNING)
def articles_in_order(case: Case) -> Iterator[Fact]:
    """English articles fit the word behind them, and stand alone."""
    for passage in case.pair.own_passages.en:
        has_two = any(
            word in _ARTICLES and following in _ARTICLES for word, following in pairwise(passage.words)
        )
        for match in _TWO_ARTICLES.finditer(passage.text) if has_two else ():
            if (match[1] or match[2]).casefold() != match[3].casefold():  # else T401 finds it
                what = f"two articles in a row: “{match[0]}”"
                yield fact(case, passage.place, what, "remove one", match[0])
        for match in _ARTICLE.finditer(passage.text):
            if slip := _misfit(match[1], match[2]):
                advice = f"remove “{match[1]}”, or write “{slip}”"
                yield fact(case, passage.place, f"the article does not fit: “{match[0]}”", advice, match[0])


@check("T403", Severity.WARNING)
def periods_have_two_ends(case: Case) -> Iterator[Fact]:
    """A period is given with both of its ends."""
    for language, passages in case.pair.own_passages.items():
        for passage in passages:
            for match in _ONE_END.in_(language).finditer(passage.text):
                what = f"the period has no beginning or no end: “{match[0]}”"
                advice = f"write {_TWO_ENDS.in_(language)}"
                yield fact(case, passage.place, what, advice, match[0])


@check("T404", Severity.WARNING)
def spelling_british(case: Case) -> Iterator[Fact]:
    """English words are spelt the British way, and each in one way throughout a letter."""
    words = [
        (passage, word)
        for passage in case.pair.own_passages.en
        for word in _WORD.findall(passage.text)
        if _has_variants(word)
    ]
    yield from _american(case, words)
    yield from _ise_and_ize(case, words)


# A line break between the two is a layout (a list, an address) and not a slip, so only spaces count.
_TWICE = re.compile(r"\b([^\W\d_]+)[ \u00a0]+\1\b", re.IGNORECASE)
# Welsh doubles adjectives for emphasis (*mawr mawr*), and its one-letter particles follow one another
# (*a a*). English has *that that* and *had had*.
_MAY_STAND_TWICE = Pair(
    cy=frozenset(("a", "i", "o", "y", "iawn", "bach", "mawr", "hir", "araf")),
    en=frozenset(("that", "had")),
)
# *Fesul un un*: one by one.
_ONE_BY_ONE = re.compile(r"\b[Ff]esul $")
# At the beginning of a sentence “The the” is a slip; elsewhere a capital and a small letter are a name and a
# word (*Will will*).
_BEGINS = re.compile(r"(?:^|[.!?:]['’”\"]?\s)['‘“\"]?$")
# Headings of these sections join the number of the report to a word: “Recommendation Recommendation 1”.
_NUMBERED = frozenset(("recommendation", "elsewhere", "not-ours"))
_IN_NUMBER = 'remove one; if the word is part of the number, give the number alone:  number: "1"'

# A capital letter within a sentence is a name: category A.
_TWO_ARTICLES = re.compile(r"(?:(?:^|(?<=[.!?] ))(An?|The)|\b(an?|the)) (an?|the)\b(?![-’'.])")
_ARTICLES = frozenset(("a", "an", "the"))

# A capital *A* counts only where a sentence begins: elsewhere it is a name or a grade (*category A*).
_ARTICLE = re.compile(r"(?:(?<=^)|(?<=[\s(‘“'\"]))(an?|(?:(?<=^)|(?<=[.!?] ))An?) ([\w-]+)")
_WORD = re.compile(r"[A-Za-z]+")

# *Between* needs *and*; *period* needs *from … to*. A period “of 1 May and 3 May” has lost its first word.
_DAY = r"\d{1,2}\w{0,2} [A-Z]\w+(?: \d{4})?"
_ONE_END = Pair(
    cy=re.compile(rf"\b[Cc]yfnod (?:o )?{_DAY} ac? {_DAY}"),
    en=re.compile(rf"\bperiod (?:from |of )?{_DAY} and {_DAY}"),
)
_TWO_ENDS = Pair(cy="“o … i …” or “rhwng … a …”", en="“from … to …” or “between … and …”")

_SAID_BOTH_WAYS = ("hist", "hotel", "habit")
"""Words before which *a* and *an* are both written."""


def _is_slip(match: re.Match[str], language: Language) -> bool:
    """Return whether a word that stands twice does so by a slip."""
    before, (first, second) = match.string[: match.start()], match[0].split()
    if first.casefold() in _MAY_STAND_TWICE.in_(language) or _ONE_BY_ONE.search(before):
        return False
    is_name = first[0].isupper() and second[0].islower()
    return not is_name or _BEGINS.search(before) is not None


def _misfit(article: str, word: str) -> str:
    """Return the article and the word as they should be; empty if they fit or the sound is unknown."""
    if word[:1].isupper() or len(word) == 1 or word.lower().startswith(_SAID_BOTH_WAYS):
        return ""
    if word.lower() in ("a", "an", "the"):
        return ""
    fitting = english.article(word)
    is_right = not fitting.certain or fitting.text.split()[0] == article.lower()
    return "" if is_right else fitting.text


class _Spelling(NamedTuple):
    british: str
    is_american: bool


@cache
def _spellings() -> Mapping[str, _Spelling]:
    """Return every word of the table in every form, each with its British spelling."""
    return {
        stem + ending: _Spelling(british_ + ending, is_american)
        for british_, american in PAIRS
        for stem, is_american in ((american, True), (british_, False))
        for ending in ENDINGS
    }


@lru_cache(maxsize=8192)
def _has_variants(word: str) -> bool:
    """Return whether a word is spelt in several ways: a quick test that most words fail."""
    small = word.lower()
    return small in _spellings() or _ISE.fullmatch(small) is not None


def _american(case: Case, words: Sequence[tuple[Passage, str]]) -> Iterator[Fact]:
    spelt: dict[str, list[bool]] = defaultdict(list)
    spellings = [(passage, word, _spellings().get(word.lower())) for passage, word in words]
    for _, _, spelling in spellings:
        if spelling:
            spelt[spelling.british].append(spelling.is_american)
    for passage, word, spelling in spellings:
        if not spelling or not spelling.is_american:
            continue
        is_mixed = not all(spelt[spelling.british])
        if is_mixed or word.islower():
            what = f"“{word}” is the American spelling"
            more = f"; “{spelling.british}” stands in the letter too" if is_mixed else ""
            yield fact(case, passage.place, what + more, f"write “{_as(word, spelling.british)}”", word)


def _as(word: str, british_: str) -> str:
    return british_.capitalize() if word[:1].isupper() else british_


def _otherwise(word: str, ending: re.Match[str]) -> str:
    """Return a word in small letters with -ise for -ize, or the other way round."""
    index = ending.start(1)
    return f"{word[:index]}{'z' if ending[1] == 's' else 's'}{word[index + 1 :]}".lower()


def _ise_and_ize(case: Case, words: Sequence[tuple[Passage, str]]) -> Iterator[Fact]:
    """Yield the words of the rarer ending, where a letter has both; of one ending alone, none.

    Where there are as many of both, -ise is right: the British way of most houses.
    """
    by_ending: dict[str, list[tuple[Passage, str]]] = {"s": [], "z": []}
    small = {word for _, word in words if word.islower()}
    for passage, word in words:
        ending = _ISE.fullmatch(word.lower())
        if ending and (word.islower() or _otherwise(word, ending) in small):
            by_ending[ending[1]].append((passage, word))
    rarer, other = sorted(by_ending, key=lambda ending: (len(by_ending[ending]), ending == "s"))
    if by_ending[rarer]:
        example = by_ending[other][0][1]
        for passage, word in by_ending[rarer]:
            right = re.sub(rf"{rarer}(?=e|i|a)(?!.*{rarer}[eia])", other, word)
            what = f"“{word}” has -i{rarer}e where the rest of the letter has -i{other}e, as in “{example}”"
            yield fact(case, passage.place, what, f"write “{right}”", word)


PAIRS = (
    ("behaviour", "behavior"), ("colour", "color"), ("favour", "favor"), ("honour", "honor"),
    ("labour", "labor"), ("neighbour", "neighbor"), ("harbour", "harbor"), ("rumour", "rumor"),
    ("endeavour", "endeavor"), ("humour", "humor"), ("rigour", "rigor"), ("vigour", "vigor"),
    ("saviour", "savior"), ("demeanour", "demeanor"), ("misdemeanour", "misdemeanor"),
    ("misbehaviour", "misbehavior"), ("centre", "center"), ("theatre", "theater"),
    ("defence", "defense"), ("offence", "offense"), ("pretence", "pretense"), ("analys", "analyz"),
    ("catalys", "catalyz"), ("paralys", "paralyz"), ("dialogue", "dialog"),
    ("catalogue", "catalog"), ("traveller", "traveler"), ("travelled", "traveled"),
    ("travelling", "traveling"), ("labelled", "labeled"), ("labelling", "labeling"),
    ("modelled", "modeled"), ("modelling", "modeling"), ("cancelled", "canceled"),
    ("cancelling", "canceling"), ("counsellor", "counselor"), ("counselling", "counseling"),
    ("signalled", "signaled"), ("signalling", "signaling"), ("fulfilment", "fulfillment"),
    ("enrolment", "enrollment"), ("instalment", "installment"), ("skilful", "skillful"),
    ("wilful", "willful"), ("grey", "gray"), ("ageing", "aging"), ("manoeuvre", "maneuver"),
    ("anaesth", "anesth"), ("paediatr", "pediatr"), ("sceptic", "skeptic"),
)  # fmt: skip
"""British spellings and their American counterparts.

A word that exists in both with a meaning of its own is left out: *program, meter*.
"""

ENDINGS = (
    "", "s", "d", "r", "rs", "e", "es", "ed", "er", "ers", "ing", "ings", "al", "ally", "able", "ably",
    "ful", "fully", "ite", "ites", "ism", "less", "ly", "ness", "hood", "hoods", "ic", "ics", "ician",
)  # fmt: skip
"""What may follow them. Not all: *laboratory, honorary, rigorous* and *analysis* are British as they are."""

_ISE = re.compile(
    r"(?:apolog|author|categor|character|civil|colon|computer|crimin?al|critic|custom|digit|emphas|equal|final|formal|"
    r"general|harmon|hospital|ideal|immun|incentiv|individual|institutional|internal|jeopard|legal|local|marginal|"
    r"maxim|mechan|memor|minim|mobil|modern|monopol|neutral|normal|optim|organ|reorgan|disorgan|penal|personal|"
    r"polar|priorit|public|radical|rational|real|recogn|revolution|scrutin|sensit|social|special|stabil|standard|"
    r"stigmat|subsid|summar|symbol|sympath|synchron|traumat|util|victim|visual|vandal)"
    r"i([sz])(?:e|ed|es|er|ers|ing|ation|ations|ational)"
)
"""What is written with -ise or -ize; words that have -ise alone (*advise*) are no part of it."""
