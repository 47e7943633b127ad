"""Family T, characters: letters, signs and spaces that a Welsh or English letter has, the same throughout."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.checks.passages import Passage
from respondent.grammar.welsh.noun import Noun
from respondent.language import Language, Pair
from respondent.linguistics.dates import MONTHS, SUFFIX
from respondent.linguistics.words import without_addresses


@check("T301", Severity.WARNING)
def welsh_without_ampersand(case: Case) -> Iterator[Fact]:
    """The Welsh letter has no ampersand."""
    for passage in case.pair.own_passages.cy:
        text = without_addresses(passage.text)
        for match in _AMPERSAND.finditer(text) if "&" in text else ():
            if _INITIALS.fullmatch(match[0].strip()):
                continue
            what = f"an ampersand stands in the Welsh: “{match[0].strip()}”"
            yield fact(case, passage.place, what, "write “a” or “ac”", match[0])


@check("T302", Severity.WARNING)
def letters_known(case: Case) -> Iterator[Fact]:
    """A word has no letters but those of its language."""
    for language, passages in case.pair.own_passages.items():
        is_foreign = _FOREIGN.in_(language)
        for passage in passages:
            text = unicodedata.normalize("NFC", passage.text)
            foreign = {letter for letter in set(text) if letter.isalpha() and is_foreign(letter)}
            if foreign:
                for word in dict.fromkeys(re.findall(r"[^\W\d_]+", text)):
                    wrong = [letter for letter in word if letter in foreign]
                    # A word wholly of another alphabet is a name or a unit; a mixed one is D601's.
                    if wrong and any("LATIN" in unicodedata.name(letter, "") for letter in wrong):
                        yield _foreign_letters(case, passage, word, wrong)


@check("T303", Severity.WARNING)
def one_kind_of_quote(case: Case) -> Iterator[Fact]:
    """A letter writes its apostrophes, and its quotation marks, in one way."""
    for _language, passages in case.pair.own_passages.items():
        texts = [passage for passage in passages if case.origins.field_of(passage.id)]
        for name, kinds in (("apostrophes", _APOSTROPHES), ("quotation marks", _QUOTES)):
            yield from _mixed(case, texts, name, kinds)


@check("T304", Severity.WARNING)
def one_kind_of_dash(case: Case) -> Iterator[Fact]:
    """A letter writes its dashes in one way."""
    for language, passages in case.pair.passages.items():
        yield from (
            replace(problem, language=language) for problem in _mixed(case, passages, "dashes", _DASHES)
        )


@check("T305", Severity.WARNING)
def single_spaces(case: Case) -> Iterator[Fact]:
    """Words are parted by one space, and signs stand close to the word before them."""
    for _, passages in case.pair.own_passages.items():
        for passage in passages:
            for match in _SPACES.finditer(passage.text) if _SPACED.search(passage.text) else ():
                around = passage.text[max(match.start() - 20, 0) : match.end() + 20].strip()
                what = f"{'two spaces' if match[0].isspace() else 'a space before a sign'}: “{around}”"
                yield fact(case, passage.place, what, "remove the space", around)


@check("T306", Severity.WARNING)
def addresses_written_alike(case: Case) -> Iterator[Fact]:
    """An e-mail or web address is written in one way."""
    for language, all_passages in case.pair.passages.items():
        first: dict[str, str] = {}
        for passage in all_passages:
            for match in _ADDRESS.finditer(passage.text) if _ADDRESSED.search(passage.text) else ():
                written = first.setdefault(match[0].casefold(), match[0])
                if match[0] != written:
                    what = f"“{match[0]}” is written “{written}” elsewhere in the letter"
                    advice = "write both the same way, as in office.yaml"
                    yield replace(fact(case, passage.place, what, advice, match[0]), language=language)


@check("T307", Severity.NOTE)
def dates_written_alike(case: Case) -> Iterator[Fact]:
    """A letter writes its dates in one way: that of office.yaml."""
    wanted = Pair(case.rules.dates.cy, case.rules.dates.en)
    for language, passages in case.pair.own_passages.items():
        texts = [passage for passage in passages if not passage.section.startswith("annex")]  # quotes
        yield from _mixed(case, texts, "dates", _DAYS.in_(language), wanted.in_(language))


@check("T308", Severity.NOTE)
def percentages_written_alike(case: Case) -> Iterator[Fact]:
    """The sentences of a letter write percentages in one way: that of office.yaml, if it sets one."""
    for _, passages in case.pair.own_passages.items():
        sentences = [passage for passage in passages if len(passage.words) >= _SENTENCE]
        yield from _mixed(case, sentences, "percentages", _PERCENT, case.rules.percent)


@check("T309", Severity.NOTE)
def posts_written_alike(case: Case) -> Iterator[Fact]:
    """The Welsh letter has either *y Prif Gwnstabl* or *y Brif Gwnstabl*."""
    post = case.letters.cy.office.chief_officer
    wanted = {"m": "y Prif", "f": "y Brif"}.get(post.gender) if isinstance(post, Noun) else None
    # Another name behind the post, or *Cynorthwyol* (assistant), shows that somebody else is meant.
    own = re.escape(str(case.letters.cy.office.chief_officer_name) or "-")
    other = rf"(?! (?!{own})(?:[A-ZŴŶ]|cynorthwyol))"
    forms = {
        form: re.compile(rf"(?:\b[Yy] |['’]r ){form[2:]} Gwnstabl\b{other}") for form in ("y Prif", "y Brif")
    }
    yield from _mixed(case, case.pair.own_passages.cy, "forms of the post", forms, wanted)


WELSH = frozenset("abcdefghijklmnopqrstuvwxyzàáâäèéêëìíîïòóôöùúûüẁẃŵẅỳýŷÿ")
"""The letters of Welsh words with their accents, and *k q v x z*, which names and loanwords have."""

TAKEN_FOR: Mapping[str, str] = {
    **dict.fromkeys("åāăǎãą", "â"),
    **dict.fromkeys("ēĕěėę", "ê"),
    **dict.fromkeys("īĭǐĩı", "î"),
    **dict.fromkeys("őōŏǒõø", "ô"),
    **dict.fromkeys("űūŭǔũů", "û"),
    **dict.fromkeys("ȳẙỹ", "ŷ"),
    **dict.fromkeys("ẘ", "ŵ"),
}
"""Letters of other languages that look like a Welsh one, with the Welsh letter that is meant.

Keyboards and fonts without ŵ and ŷ, and scanned text, bring them in.
"""

_FOREIGN: Pair[Callable[[str], bool]] = Pair(
    cy=lambda letter: letter.lower() not in WELSH,
    en=lambda letter: letter.lower() in TAKEN_FOR,
)

# What follows the sign is asked before what precedes it: the sign is found at once then, in a long text.
_APOSTROPHES = {"straight (')": re.compile(r"'(?=\w)(?<=\w')"), "curly (’)": re.compile(r"’(?=\w)(?<=\w’)")}
# An apostrophe begins these words: 'na, 'dyn, the '90s, rock 'n' roll. Any other opens a quotation that ends.
_ELIDED = (
    r"\d|(?:na|ma|nôl|mlaen|nghyd|dan|d[iwy]n?|dwi|dych|dyw|dydy?w?|doedd|sdim|rwy|roedd|ryd[yw]n|rydym|rioed|chos|te|to"
    r"|r|n|i|w|u|ch|th|m|tis|twas|til|em|cause)\b"
)
_QUOTES = {
    "straight": re.compile(
        rf"\"(?=\w)(?<!\w.)|\"(?!\w)(?<=[\w.,!?].)|'(?!{_ELIDED})(?=\w)(?<!\w.)(?=.*[\w.,!?]'(?!\w))",
        re.DOTALL,
    ),
    "curly": re.compile(r"[‘“](?=\w)(?<!\w.)"),
}
# Each dash stands between two words; one between figures (8–14 October) is a range and not compared.
_DASHES = {
    "an en dash (–)": re.compile(r"– (?=\w)(?<=\w – )"),
    "a hyphen with spaces ( - )": re.compile(r"- (?=[^\W\d])(?<=[^\W\d] - )"),
    "an em dash (—)": re.compile(r"—(?= ?\w)(?:(?<=\w—)|(?<=\w —))"),
}
_PERCENT = {
    "words": re.compile(r"\b[\w.,]+ (?:y cant|per ?cent)\b"),
    "sign": re.compile(r"[\d.,]+ ?%"),
}


def _month(language: Language) -> str:
    """Return a pattern of the names of the months. A Welsh ordinal may have *o* before it: 14eg o Fai."""
    names = "|".join(MONTHS.in_(language))
    return rf"{Pair('(?:o )?', '').in_(language)}(?:{names})\b"


_DAYS = Pair.of(
    lambda language: {
        "plain": re.compile(rf"\b\d{{1,2}} {_month(language)}"),
        "ordinal": re.compile(rf"\b\d{{1,2}}(?:{SUFFIX.in_(language)}) {_month(language)}"),
    }
)
# So many words make a sentence: cells of tables and headings have the sign, whatever the sentences have.
_SENTENCE = 5
# An address ends with a letter or a figure: a full stop after it belongs to the sentence.
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[\w./-]*\w")
# *R&D*, *AT&T*: the sign is part of a name, which is written as it is in both languages.
_INITIALS = re.compile(r"\W*[A-Z]+&[A-Z]+\W*")
_AMPERSAND = re.compile(r"\S*\s?&\s?\S*")
# Quick tests: most texts have none of these, and the slower patterns are not tried on them.
_ADDRESSED = re.compile(r"@|://|www\.")
_SPACED = re.compile(r"  |\u00a0| [,;.:]")
# Two spaces inside a line, or one before a sign; “ .5” is a number, so a word must come before the sign.
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)|(?<=\w)[ ][,;](?=\s|$)|(?<=\w)[ ][.:](?=\s|$)")


def _mixed(
    case: Case,
    passages: Sequence[Passage],
    name: str,
    kinds: Mapping[str, re.Pattern[str]],
    wanted: str | None = None,
) -> Iterator[Fact]:
    """Yield where the kinds of a sign first stand that are not the wanted, else the most common one."""
    counts = {
        kind: sum(len(sign.findall(passage.text)) for passage in passages) for kind, sign in kinds.items()
    }
    most = wanted or max(counts, key=lambda kind: counts[kind])
    for kind, count in counts.items():
        if count and kind != most:
            passage = next(passage for passage in passages if kinds[kind].search(passage.text))
            tally = f"{most} {_times(counts[most])}, {kind} {_times(count)}"
            what = f"{name} are of two kinds in this letter: {tally}"
            if not counts[most]:
                what = f"{name} are written as {kind}, {_times(count)}, and office.yaml has {most}"
            yield fact(case, passage.place, what, f"write them all as {most}", f"{name}: {kind}, {most}")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _foreign_letters(case: Case, passage: Passage, word: str, wrong: Sequence[str]) -> Fact:
    letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in dict.fromkeys(wrong))
    meant = "".join(_meant(letter) for letter in word)
    advice = (
        f"is “{meant}” meant?"
        if meant != word
        else "is it a foreign name? then silence this; else type it again"
    )
    what = f"“{word}” has a letter that {_UNLIKE.in_(passage.language)}: {letters}"
    return fact(case, passage.place, what, advice, word)


_UNLIKE = Pair("Welsh does not have", "is easily taken for a Welsh one")


def _meant(letter: str) -> str:
    intended = TAKEN_FOR.get(letter.lower(), letter)
    return intended.upper() if letter.isupper() else intended
