"""Family T, characters: letters, signs and spaces that a Welsh or English letter has, the same throughout."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from respondent.checks.case import Case
from respondent.checks.check import Check, check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.checks.passages import Passage
from respondent.language import Pair

_STYLE = "Yr Arddulliadur"
_HOUSE = "house style: one letter, one way of writing"


@check("T301", "welsh-without-ampersand", Severity.WARNING, f"{_STYLE}, ampersand: never in Welsh")
def no_ampersand(case: Case) -> Iterator[Fact]:
    """The Welsh letter has no ampersand.

    What: No `&` stands in the Welsh of the Welsh letter. Names that are marked as English are passed over.

    Why: The sign stands for *and*; before a Welsh word it would have to be *a* or *ac*, with the mutation
    that follows.

    Example: *Gwasanaethau Tân & Achub*.

    Mend: Write *a* or *ac*: *Gwasanaethau Tân ac Achub*.
    """
    for passage in case.own.cy:
        for found in _AMPERSAND.finditer(passage.text) if "&" in passage.text else ():
            what = f"an ampersand stands in the Welsh: “{found[0].strip()}”"
            yield fact(case, passage.place, what, "write “a” or “ac”", found[0])


@check(
    "T302",
    "letters-known",
    Severity.WARNING,
    f"letters of the Welsh alphabet with their accents; {_STYLE}, accents",
)
def known_letters(case: Case) -> Iterator[Fact]:
    """A word has no letters but those of its language.

    What: The words of the Welsh letter are written with the letters that Welsh has (`WELSH`). In the English
    letter, letters are found that are easily taken for a Welsh one, as in names: ő for ô, å for â
    (`TAKEN_FOR`).

    Why: Such a letter looks right on paper and is another: no search finds the word, and a screen reader
    misreads it.

    Example: *Ffőn* with a double acute in the place of *Ffôn*; *Cwmbrån* with a ring in the place of
    *Cwmbrân*.

    Mend: Type the letter again: most often it is one with a circumflex. A foreign name is right as it is:
    silence it.
    """
    for language, passages in case.own.items():
        is_strange = _STRANGE.in_(language)
        for passage in passages:
            text = unicodedata.normalize("NFC", passage.text)
            strange = {letter for letter in set(text) if letter.isalpha() and is_strange(letter)}
            if strange:
                for word in dict.fromkeys(re.findall(r"[^\W\d_]+", text)):
                    if wrong := [letter for letter in word if letter in strange]:
                        yield _strange(case, passage, word, wrong)


@check("T303", "one-kind-of-quote", Severity.WARNING, _HOUSE)
def one_kind_of_quote(case: Case) -> Iterator[Fact]:
    """A letter writes its apostrophes, and its quotation marks, in one way.

    What: In the texts of the response that a letter prints, apostrophes are all straight (') or all curly
    (’), and quotation marks are all straight or all curly. Words of templates and quotations are passed over.

    Why: A mixture shows where a text was pasted from elsewhere; no search finds both forms of a name.

    Example: *Gwent Police's* in one paragraph and *HMICFRS’s* in the next.

    Mend: Write the rarer kind as the other; the message says which that is.
    """
    for _language, passages in case.own.items():
        texts = [passage for passage in passages if case.field_of(passage.id)]
        for name, kinds in (("apostrophes", _APOSTROPHES), ("quotation marks", _QUOTES)):
            yield from _mixed(case, texts, name, kinds)


@check("T304", "one-kind-of-dash", Severity.WARNING, _HOUSE)
def one_kind_of_dash(case: Case) -> Iterator[Fact]:
    """A letter writes its dashes in one way.

    What: Dashes between words of a letter are all of one kind: a hyphen with spaces (-), an en dash (–) or an
    em dash (—). The notice counts, in both languages; quotations do not.

    Why: A mixture shows where a text was pasted from elsewhere. A hyphen with spaces around it is no dash at
    all.

    Example: *yn y Gymraeg – ni fydd hyn* in the Welsh paragraph of the notice, and “in Welsh - this will” in
    the English one.

    Mend: Write the rarer kind as the other: in most house styles that is the en dash (–).
    """
    for language, passages in case.passages.items():
        yield from (replace(one, language=language) for one in _mixed(case, passages, "dashes", _DASHES))


@check("T305", "single-spaces", Severity.WARNING, _HOUSE)
def single_spaces(case: Case) -> Iterator[Fact]:
    """Words are parted by one space, and signs stand close to the word before them.

    What: No two spaces follow one another, and none stands before a comma, a full stop, a semicolon or a
    colon.

    Why: They are left behind where words were taken out, and show in print.

    Example: “my office”, “the Chief Constable , who”.

    Mend: Take the space out.
    """
    for _, passages in case.own.items():
        for passage in passages:
            for found in _SPACES.finditer(passage.text) if _SPACED.search(passage.text) else ():
                around = passage.text[max(found.start() - 20, 0) : found.end() + 20].strip()
                what = f"{'two spaces' if found[0].isspace() else 'a space before a sign'}: “{around}”"
                yield fact(case, passage.place, what, "take the space out", around)


@check("T306", "addresses-written-alike", Severity.WARNING, _HOUSE)
def addresses_written_alike(case: Case) -> Iterator[Fact]:
    """An e-mail or web address is written in one way.

    What: No address stands in a letter in two ways that differ in capitals alone. The letterhead and the
    notice count, in both languages.

    Why: An address in two forms looks like two, and one of them was not taken from `office.yaml`.

    Example: `commissioner@` in the letterhead, `Commissioner@` in the notice.

    Mend: Write it as `office.yaml` has it under `contacts`.
    """
    for language, every in case.passages.items():
        first: dict[str, str] = {}
        for passage in every:
            for found in _ADDRESS.finditer(passage.text) if _ADDRESSED.search(passage.text) else ():
                written = first.setdefault(found[0].casefold(), found[0])
                if found[0] != written:
                    what = f"“{found[0]}” is written “{written}” elsewhere in the letter"
                    then = "write both alike, as office.yaml has it"
                    yield replace(fact(case, passage.place, what, then, found[0]), language=language)


WELSH = frozenset("abcdefghijklmnopqrstuvwxyzàáâäèéêëìíîïòóôöùúûüẁẃŵẅỳýŷÿ")
"""The letters of Welsh words with their accents, and *k q v x z*, which names have."""

TAKEN_FOR: Mapping[str, str] = {
    **dict.fromkeys("åāăǎãą", "â"),
    **dict.fromkeys("ēĕěėę", "ê"),
    **dict.fromkeys("īĭǐĩı", "î"),
    **dict.fromkeys("őōŏǒõø", "ô"),
    **dict.fromkeys("űūŭǔũů", "û"),
    **dict.fromkeys("ȳẙỹ", "ŷ"),
    **dict.fromkeys("ẘ", "ŵ"),
}
"""Letters that are found where a Welsh one was meant, with that one."""

_STRANGE: Pair[Callable[[str], bool]] = Pair(
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
_DASHES = {
    "an en dash (–)": re.compile(r"– (?=\w)(?<=\w – )"),
    "a hyphen with spaces ( - )": re.compile(r"- (?=[^\W\d])(?<=[^\W\d] - )"),
    "an em dash (—)": re.compile(r"—(?= ?\w)(?:(?<=\w—)|(?<=\w —))"),
}
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[\w./-]*\w")
_AMPERSAND = re.compile(r"\S*\s?&\s?\S*")
_ADDRESSED = re.compile(r"@|://|www\.")
_SPACED = re.compile(r"  |\u00a0| [,;.:]")
"""What most texts have none of, and are read no further."""
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)|(?<=\w)[ ][,;](?=\s|$)|(?<=\w)[ ][.:](?=\s|$)")


def _mixed(
    case: Case, passages: Sequence[Passage], name: str, kinds: Mapping[str, re.Pattern[str]]
) -> Iterator[Fact]:
    """Yield where the rarer kinds of a sign stand first, if there are several kinds."""
    counts = {kind: sum(len(sign.findall(one.text)) for one in passages) for kind, sign in kinds.items()}
    most = max(counts, key=lambda kind: counts[kind])
    for kind, count in counts.items():
        if count and kind != most:
            passage = next(one for one in passages if kinds[kind].search(one.text))
            told = f"{most} {_times(counts[most])}, {kind} {_times(count)}"
            what = f"{name} are of two kinds in this letter: {told}"
            yield fact(case, passage.place, what, f"write them all as {most}", f"{name}: {kind}, {most}")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _strange(case: Case, passage: Passage, word: str, wrong: Sequence[str]) -> Fact:
    letters = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in dict.fromkeys(wrong))
    meant = "".join(_meant(letter) for letter in word)
    then = (
        f"is “{meant}” meant?"
        if meant != word
        else "is it a foreign name? then silence this; else type it again"
    )
    what = f"“{word}” has a letter that {_UNLIKE.in_(passage.language)}: {letters}"
    return fact(case, passage.place, what, then, word)


_UNLIKE = Pair("Welsh does not have", "is easily taken for a Welsh one")


def _meant(letter: str) -> str:
    found = TAKEN_FOR.get(letter.lower(), letter)
    return found.upper() if letter.isupper() else found


CHECKS: tuple[Check, ...] = (
    no_ampersand,
    known_letters,
    one_kind_of_quote,
    one_kind_of_dash,
    single_spaces,
    addresses_written_alike,
)
