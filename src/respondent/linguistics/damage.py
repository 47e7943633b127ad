"""Damage in a text: what a program, a wrong encoding or a half-done paste has left of its words.

A `Damage` is certain: no Welsh or English letter holds it on purpose. What is only likely (sentences that run
into each other) is a `Severity.WARNING`, so that a person looks. What nobody can see and nobody misses is
taken out while a file is read (`files.text.cleaned`). Every way into a response asks the same functions, and
so do the checks of a finished letter.

What is searched is one text in one language, with or without its Markdown. Indices are of that text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from respondent.document.sentences import spans
from respondent.files.text import CONTROL, named
from respondent.language import Language
from respondent.linguistics.words import folded, listed, without_addresses

Advice: TypeAlias = str


class Certainty(Enum):
    """How sure it is that a text is damaged."""

    CERTAIN = "certain"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in a text where something was lost or bent."""

    start: int
    end: int
    text: str
    """The words around it, as people read them."""

    what: str
    """What is wrong, in one line, without a full stop."""

    advice: Advice
    """What to do about it, in one line."""

    certainty: Certainty = Certainty.CERTAIN


# --- What was lost: letters that an encoding has no room for -----------------------------------------------

_ACCENTED = "ŵŷâêîôûáéíóúàèìòùäëïöüẁẃẅỳýÿ"
"""The letters with accents that Welsh has; ŵ and ŷ first, which Windows-1252 lacks."""

# A word with a question mark in it, or at one of its ends.
_QUESTIONED = re.compile(r"(?<![\w?])[^\W\d_]*\?(?:[^\W\d_]+\?*)*(?![\w?])")


def _lost_letters(text: str, language: Language) -> Iterator[Damage]:
    """Yield each word in which a letter has become a question mark: *t?*, *d?r*, *?yl*.

    Windows-1252 and ISO 8859-1 have no ŵ and no ŷ: programs that save in them write ``?``. A question mark at
    the end of a word is meant if the rest is a word; else it is asked whether a Welsh letter makes one.
    """
    if "?" not in text:
        return
    for match in _QUESTIONED.finditer(without_addresses(text)):
        word = match[0]
        if not any(letter.isalpha() for letter in word):
            continue
        inner = word.rstrip("?")
        if "?" in inner:
            left, _, right = inner.partition("?")
            if left and right[:1].isupper() and right[1:].islower() and _is_word(left):
                continue  # two sentences without a space between: `_glued` speaks of them
            restored = _restored(inner)
            meant = f": “{restored}”" if restored else ""
            yield _lost(match, f"the word has a question mark in the place of a letter{meant}")
        elif not _is_word(inner) and len(word) - len(inner) == 1 and (restored := _restored(word)):
            yield _lost(match, f"the word has lost its last letter: “{restored}”")


def _lost(match: re.Match[str], what: str) -> Damage:
    advice = "write the letter again; then look through the whole text, which was saved in a wrong encoding"
    return _damage(match, what, advice)


def _is_word(text: str) -> bool:
    """Return whether a string is a word of either language, a number or initials."""
    from respondent.linguistics.language_detection import tongue

    small = text.lower()
    if len(text) > 1 and text.isupper() and text.isascii():
        return True  # initials: *HMICFRS?*
    return small in listed("both.txt") or tongue(small) is not None or _is_welsh(small)


def _is_welsh(word: str) -> bool:
    # Imported for the few words that are in doubt: the lexicon and the calendar take long to load.
    from respondent.linguistics.language_detection import is_welsh_word

    return is_welsh_word(word)


@lru_cache(maxsize=1024)
def _restored(word: str) -> str:
    """Return the Welsh word that one letter in the place of each question mark makes; empty for none."""
    if word.count("?") > 2:
        return ""
    candidates = [word]
    for _ in range(word.count("?")):
        candidates = [candidate.replace("?", letter, 1) for candidate in candidates for letter in _ACCENTED]
    return next((candidate for candidate in candidates if _is_welsh(candidate.lower())), "")


# --- What was read in a wrong encoding ---------------------------------------------------------------------

# What a letter may hold beyond ASCII: what a wrong reading of it must turn back into to be called one.
_EXPECTED = frozenset(
    _ACCENTED + _ACCENTED.upper() + "‘’‚“”„–—…•·£€§©®°½¼¾×²³«»çñøåœæß†‡™\u00a0\u2011\u202f\ufeff"
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
# Windows-1252 and Latin-1 in the west, 1250 and Mac Roman on other machines, 437 and 850 in old consoles.
_ENCODINGS = ("cp1252", "latin-1", "cp1250", "mac_roman", "cp850", "cp437")
# UTF-8 read as Windows-1252, its second byte then lost or made a space: Ã for à, Å for ŵ and ŷ. In capitals Â
# is a Welsh letter: *CANIATÂ’R*.
_BEHIND_HALF = r"(?=[\u00a0 ]?[^\w\s]|[\u00a0 ][a-z])"
_HALVES = re.compile(rf"(?<=[^\W\d_])[ÃÅ]{_BEHIND_HALF}|(?<=[a-zâêîôûŵŷ])Â{_BEHIND_HALF}|â€")
# ISO 8859-14 (Celtic) has ŵ and ŷ where Latin-1 has ð and þ.
_CELTIC = str.maketrans("ðþÐÞ", "ŵŷŴŶ")
_ICELANDIC = re.compile(r"\w*[ðþÐÞ]\w*")
_ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|(?:=[0-9A-F]{2}){2,}|_x[0-9A-F]{4}_")
"""Characters as programs write them for one another: JSON, quoted-printable mail, Excel's XML."""


def _mojibake(text: str, language: Language) -> Iterator[Damage]:
    """Yield each stretch of UTF-8 that was read in another encoding: *dÅµr*, *â€™*."""
    end = 0
    for match in _NOT_ASCII.finditer(text):
        if meant := _decoded(match[0]):
            yield _damage(
                match, f"the characters “{match[0]}” stand for “{meant}”, read in a wrong encoding", _REDO
            )
            end = match.end()
    for match in _HALVES.finditer(text, end):
        yield _damage(match, f"“{match[0]}” is half of a letter that was read in a wrong encoding", _REDO)
    for match in _ICELANDIC.finditer(text):
        word = match[0].translate(_CELTIC)
        if _is_welsh(word.lower()):
            yield _damage(match, f"“{match[0]}” stands for “{word}”, read in a wrong encoding", _REDO)
    for match in _ESCAPED.finditer(without_addresses(text)):
        yield _damage(
            match, f"“{match[0]}” stands for a character that a program has written as a code", _REDO
        )


_REDO = "write the letter again; then look through the whole text, which was read in a wrong encoding"


@lru_cache(maxsize=4096)
def _decoded(run: str) -> str:
    """Return what characters beyond ASCII were before they were read in a wrong encoding; empty if right.

    Each stretch of two characters or more is tried. Two accented letters side by side seldom make valid
    UTF-8, and still less often a character of a letter.
    """
    for encoding in _ENCODINGS:
        for start in range(len(run) - 1):
            for end in range(len(run), start + 1, -1):
                try:
                    meant = run[start:end].encode(encoding).decode("utf-8")
                except UnicodeError:
                    continue
                if len(meant) < end - start and all(character in _EXPECTED for character in meant):
                    return meant
    return ""


# --- Signs that no letter has ------------------------------------------------------------------------------

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# U+FFFD, and the boxes that some programs and fonts print in its place inside a word.
_REPLACEMENT = re.compile(r"\w*\ufffd+\w*|\w+[\u25a0\u25a1\u25af\u00a4\u00bf]\w+")
_UNPRINTABLE = re.compile("[\ue000-\uf8ff\U000e0000-\U000e007f\ufff9-\ufffc]")
"""Private use (Wingdings pasted from Word), tags, and what stands for a picture or a note of a program."""

_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def _code(match: re.Match[str]) -> str:
    return f"U+{ord(match[0]):04X}"


_SIGNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]], ...] = (
    (
        _REPLACEMENT,
        lambda match: (
            "a character was lost: a box or question mark stands in its place",
            "write the character again; look for others in the file that it came from",
        ),
    ),
    (
        _BIDI,
        lambda match: (
            f"an invisible sign turns the direction of the words ({_code(match)})",
            "delete the words around it and type them again",
        ),
    ),
    (
        _UNPRINTABLE,
        lambda match: (
            f"a sign that only one program or font knows stands in the text ({_code(match)})",
            "write the sign or the words that it stood for",
        ),
    ),
)


def _signs(text: str, language: Language) -> Iterator[Damage]:
    for match in CONTROL.finditer(text):
        what, advice = named(match[0])
        yield _damage(match, f"the text holds {what}", advice)
    for match in _ENTITY.finditer(text):
        from html.entities import html5

        if match[1].startswith("#") or f"{match[1]};" in html5:
            what = f"“{match[0]}” is the code of a character, from a web page"
            yield _damage(match, what, "write the character itself")
    for pattern, explain in () if text.isascii() else _SIGNS:
        yield from (_damage(match, *explain(match)) for match in pattern.finditer(text))


# --- Letters of other alphabets ----------------------------------------------------------------------------

_LETTERS = re.compile(r"[^\W\d_]+")
# Cyrillic and Greek letters that look like Latin ones, as single letters pass unseen: Welsh *a*, *o*, *y*.
_LOOKALIKES = frozenset("аАеЕоОрРсСхХуУіІјЈѕЅВКМНТαΑοΟνΝιΙρΡΒΕΖΗΚΜΤΥΧ")
_UNITS = frozenset("µμΩ")
"""Greek letters of units: *5 µg*, *2 kΩ*."""


def _mixed_scripts(text: str, language: Language) -> Iterator[Damage]:
    """Yield each word with Latin and Cyrillic or Greek letters, and single letters that pass for Latin ones.

    A word that is wholly Cyrillic or Greek is a name or a quotation, unless it is one lookalike letter.
    """
    if text.isascii():
        return
    for match in _LETTERS.finditer(text):
        word = match[0]
        if word.isascii():
            continue
        foreign = [letter for letter in word if _is_greek_or_cyrillic(letter) and letter not in _UNITS]
        if foreign and (len(foreign) < len(word) or (len(word) == 1 and word in _LOOKALIKES)):
            names = ", ".join(map(_letter_name, dict.fromkeys(foreign)))
            what = f"“{word}” has letters of another alphabet: {names}"
            yield _damage(match, what, "type the word again")


def _is_greek_or_cyrillic(letter: str) -> bool:
    return "\u0370" <= letter <= "\u052f" or "\u1f00" <= letter <= "\u1fff"


def _letter_name(letter: str) -> str:
    return f"“{letter}” ({unicodedata.name(letter, 'unknown').capitalize()})"


# --- Sentences that run into each other --------------------------------------------------------------------

# A small letter, the end of a sentence, a capital and a small letter. Domains and programs (*Node.js*,
# *Gov.uk*) go on in small letters; *e.e.Mae* has no word of two letters before it.
_GLUED = re.compile(r"([^\W\d_]{2,})([.!?;:])([^\W\d_][^\W\d_]+)")
_TOP_DOMAINS = frozenset(("wales", "cymru", "uk", "com", "org", "net", "eu", "gov", "london", "scot"))


def _glued(text: str, language: Language) -> Iterator[Damage]:
    """Yield each place where a sentence begins without a space before it: *gysylltu.Mae*."""
    for match in _GLUED.finditer(without_addresses(text)):
        before, sign, after = match.groups()
        if (
            before[-2:].islower()
            and after[0].isupper()
            and after[1:].islower()
            and after.lower() not in _TOP_DOMAINS
        ):
            what = f"there is no space between “{before}{sign}” and “{after}”"
            yield _damage(
                match, what, "put a space between the two; look whether words are lost", Certainty.LIKELY
            )


# What may end a paragraph of sentences, before closing quotation marks and brackets.
_END = re.compile(r"[.!?:;…—–-][\"'”’»)\]]*$")


def lacks_end(text: str) -> bool:
    """Return whether a paragraph of two sentences or more stops without the end of a sentence.

    A paragraph of one sentence may be a title, an address or a line of a list.

    >>> lacks_end("I asked for a report. I was"), lacks_end("I asked for a report. I was given it.")
    (True, False)
    """
    if _END.search(text.rstrip()):
        return False
    sentences = [text[start:end] for start, end in spans(text)]
    return len(sentences) > 1 and len(sentences[0].split()) > 2


# --- Sentences of our own ----------------------------------------------------------------------------------

# How like one of our sentences words must be, of 100, to be taken for it: a changed apostrophe, dash or space
# and a dropped word leave it above, another sentence of the same subject far below.
_ALIKE = 92.0

# How many of the words of one of our sentences a text must have for the two to be compared letter by letter.
_SHARED = 0.6

# What `response.fields` names a text, alone or with the digest that a translator's file adds to it.
_FIELD_ID = re.compile(
    r"(?<![\w.])(?:reports|recommendations|evidence|answers|comments|commitments|letter)(?:\.[a-z0-9-]+)?"
    r"\.(?:title|name|force|text|why_not|action_taken|action_proposed|reason_for_none|reply|subject)\b"
    r"|\b[a-z_.-]+~[0-9a-f]{12}\b"
)


def own_sentence(text: str, sentences: Iterable[str]) -> str:
    """Return what of a text is a sentence or mark that the program itself prints; empty for nothing.

    Args:
        text: The text.
        sentences: What the program prints: the sentence of a gap, the mark of a draft. One word is looked for
            as it is, in capitals say; a sentence is looked for loosely.

    >>> own_sentence("Gap - the English text is  missing.", ["Gap – the English text is missing"])
    'Gap – the English text is missing'
    >>> own_sentence("There is a gap: some texts are missing.", ["Gap – the English text is missing"])
    ''
    """
    if match := _FIELD_ID.search(without_addresses(text)):
        return match[0]
    words = frozenset(_bare(text).split())
    for sentence, own in _compared(tuple(sentences)):
        if len(own) == 1:
            if sentence in text and re.search(rf"(?<!\w){re.escape(sentence)}(?!\w)", text):
                return sentence
        elif len(own & words) >= _SHARED * len(own):
            from rapidfuzz.fuzz import partial_ratio  # only for the few texts that come near

            if partial_ratio(_bare(sentence), _bare(text)) >= _ALIKE:
                return sentence
    return ""


@lru_cache(maxsize=16)
def _compared(sentences: tuple[str, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each sentence with its words."""
    return tuple((sentence, frozenset(_bare(sentence).split())) for sentence in sentences)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """Return the words of a text in small letters without accents, signs and spaces that differ by typing."""
    return " ".join(folded(word) for word in re.findall(r"[^\W_]+", text))


_FINDERS: tuple[Callable[[str, Language], Iterator[Damage]], ...] = (
    _signs,
    _mojibake,
    _lost_letters,
    _mixed_scripts,
    _glued,
)


# What all of them have in them: a character beyond ASCII, a control character, a sign of a code, the end of a
# sentence without a space behind it. Most texts have none of these, and are read no further.
_HINT = re.compile(r"[^\t\n\r -~]|[?&\\]|=[0-9A-F]{2}|_x[0-9A-F]|[.!;:][^\W\d_]")


# The values of a file and the blocks of its letters hold the same words.
@lru_cache(maxsize=8192)
def damages(text: str, language: Language) -> tuple[Damage, ...]:
    """Return each damage of a text, in the order of the kinds.

    >>> [damage.text for damage in damages("Roedd y d?r a'r t? yn iawn. Beth nesaf? Cynllun B?", Language.CY)]
    ['d?r', 't?']
    """
    if not _HINT.search(text):
        return ()
    return tuple(damage for find in _FINDERS for damage in find(text, language))


def _damage(match: re.Match[str], what: str, advice: str, certainty: Certainty = Certainty.CERTAIN) -> Damage:
    return Damage(match.start(), match.end(), match[0], what, advice, certainty)
