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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from respondent.document.sentences import spans
from respondent.files.text import CONTROL, named
from respondent.language import Language, Pair
from respondent.linguistics.words import listed, without_addresses

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
_QUESTIONED = re.compile(r"(?<![\w?])[^\W\d_]*\?+(?:[^\W\d_]+\?*)*(?![\w?])")


# Whether a single capital before a question mark may be a name that is asked about: *Why plan T?*
_MAY_ASK = Pair(False, True)
# English words with an accent, as letters write them: a question mark in them stands for it.
_ENGLISH_ACCENTED = frozenset(
    ("café", "cliché", "résumé", "naïve", "fiancé", "façade", "protégé", "exposé", "née")
)


def _lost_letters(text: str, language: Language) -> Iterator[Damage]:
    """Yield each word in which a letter has become a question mark: *t?*, *d?r*, *?yl*.

    Windows-1252 and ISO 8859-1 have no ŵ and no ŷ: programs that save in them write ``?``. A question mark at
    the end of a word is meant if the rest is a word; else it is asked whether a Welsh letter makes one.
    """
    if "?" not in text:
        return
    bare = without_addresses(text)
    for match in _QUESTIONED.finditer(bare):
        word = match[0]
        if not any(letter.isalpha() for letter in word):
            continue
        if (
            len(word) == 2
            and word[0].isupper()
            and _MAY_ASK.in_(language)
            and not _has_welsh_next(bare, match)
        ):
            continue  # *Why plan T? Why not?* asks; *T? Hafan* is a Welsh house
        inner = word.rstrip("?")
        if "?" in inner:
            left, _, right = inner.partition("?")
            if left and right[:1].isupper() and right[1:].islower() and _is_word(left):
                continue  # two sentences without a space between: `_glued` speaks of them
            restored = _restored(inner)
            meant = f": “{restored}”" if restored else ""
            yield _lost(match, f"the word has a question mark in the place of a letter{meant}")
        elif not _is_word(inner) and (restored := _restored(f"{inner}?")):
            yield _lost(match, f"the word has lost its last letter: “{restored}”")


def _has_welsh_next(text: str, match: re.Match[str]) -> bool:
    following = _LETTERS.search(text, match.end())
    return following is not None and _is_welsh(following[0].lower())


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


def _is_listed(small: str) -> bool:
    """Return whether a list or the lexicon has a word: its shape alone, as in *Cwmbrân*, proves nothing."""
    return any(small in listed(f"{name}.txt") for name in ("both", "english", "welsh")) or _is_welsh(small)


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
    small = (candidate.lower() for candidate in candidates)
    return next(
        (
            word
            for word, low in zip(candidates, small, strict=True)
            if low in _ENGLISH_ACCENTED or _is_welsh(low)
        ),
        "",
    )


# A circumflex that was typed beside its letter, *dw^r*, and accents that no Welsh word has there, *dẃr*.
_CIRCUMFLEX = re.compile(r"[^\W\d_]*(?:[aeiouwyAEIOUWY][\^ˆ]|[\^ˆ][aeiouwyAEIOUWY])[^\W\d_]*")
_CIRCUMFLEXED = dict(zip("aeiouwyAEIOUWY", "âêîôûŵŷÂÊÎÔÛŴŶ", strict=True))
_OTHER_ACCENT = re.compile(r"\w*[ẃẁẅýỳÿẂẀẄÝỲŸ]\w*")
_TO_CIRCUMFLEX = str.maketrans("ẃẁẅýỳÿẂẀẄÝỲŸ", "ŵŵŵŷŷŷŴŴŴŶŶŶ")


def _bent_accents(text: str, language: Language) -> Iterator[Damage]:
    """Yield each word whose circumflex stands beside its letter, or has become another accent."""
    for match in _CIRCUMFLEX.finditer(without_addresses(text)):
        word = re.sub(
            r"([aeiouwyAEIOUWY])[\^ˆ]|[\^ˆ]([aeiouwyAEIOUWY])",
            lambda pair: _CIRCUMFLEXED[pair[1] or pair[2]],
            match[0],
        )
        if _is_welsh(word.lower()):
            yield _damage(
                match, f"the circumflex stands beside its letter: “{word}”", "write the letter again"
            )
    for match in _OTHER_ACCENT.finditer(text):
        word = match[0].translate(_TO_CIRCUMFLEX)
        if not _is_welsh(match[0].lower()) and _is_welsh(word.lower()):
            yield _damage(
                match, f"“{match[0]}” has the accent of another letter: “{word}”", "write the letter again"
            )


# --- What was read in a wrong encoding ---------------------------------------------------------------------

# What a letter may hold beyond ASCII: what a wrong reading of it must turn back into to be called one.
_EXPECTED = frozenset(
    _ACCENTED + _ACCENTED.upper() + "‘’‚“”„–—…•·£€§©®°½¼¾×²³«»çñøåœæß†‡™\u00a0\u2011\u202f\ufeff"
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
# Windows-1252 and Latin-1 in the west, 1250 and Mac Roman on other machines, 437 and 850 in old consoles.
_ENCODINGS = ("cp1252", "latin-1", "cp1250", "mac_roman", "cp850", "cp437")
# UTF-8 read as Windows-1252, its second byte then lost or made a space: Ã for à, Å for ŵ and ŷ. In capitals
# Â is a Welsh letter: *CANIATÂ’R*.
_HALVES = re.compile(r"(?<=[^\W\d_])[ÃÅ](?=[\u00a0 ]?[^\w\s]|[\u00a0 ][a-z])|(?<=[a-zâêîôûŵŷ])[ÂÃ]|â€")
# ISO 8859-14 (Celtic) has ŵ and ŷ where Latin-1 has ð and þ.
_CELTIC = str.maketrans("ðþÐÞ", "ŵŷŴŶ")
_ICELANDIC = re.compile(r"\w*[ðþÐÞ]\w*")
_ESCAPED = re.compile(
    r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|(?<![A-Za-z]:)\\[nrt](?![\w.]*\\)"
    r"|(?:=[0-9A-F]{2}){2,}|_x[0-9A-F]{4}_"
    r"|(?<=[^\W\d_])%[0-9A-F]{2}(?=[^\W\d_])"
)
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


# An apostrophe or a dash of which only the first byte is left: *forceâs*, *Maeâr*; Mac Roman has Õ for it.
_APOSTROPHE = re.compile(r"\b([^\W\d_]{2,})([âÕ])(s|r|n|t|d|m|i|u|w|ch|ll|ve|re)\b")
# In Welsh *â* is a word: nothing is looked for.
_DASHES = Pair(re.compile(r"(?!)"), re.compile(r"(?<=\w )â(?= \w)"))
# A question mark in the place of a pound sign or a dash: no question has one before a figure or between
# spaces.
_LOST_SIGNS = re.compile(r"(?<![\w?])\?(?=\d)|(?<=[\w,;] )\?(?= \w)")


def _lost_punctuation(text: str, language: Language) -> Iterator[Damage]:
    """Yield each apostrophe, dash or pound sign of which a letter or a question mark is left."""
    for match in _LOST_SIGNS.finditer(without_addresses(text)):
        advice = "write the sign again: a dash, a pound sign"
        yield _damage(match, "a question mark stands in the place of another sign", advice)
    for match in _APOSTROPHE.finditer(text):
        word, _, ending = match.groups()
        # *Siân* is a name: two letters are a word only in small letters, *heâs*.
        if (len(word) > 2 or word.islower()) and _is_listed(word.lower()) and not _is_welsh(match[0].lower()):
            what = f"“{match[0]}” stands for “{word}’{ending}”, read in a wrong encoding"
            yield _damage(match, what, _REDO)
    for match in _DASHES.in_(language).finditer(text):
        yield _damage(match, "“â” is what is left of a dash that was read in a wrong encoding", _REDO)


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

_ENTITY = re.compile(
    r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    # Without its semicolon, as some programs leave it.
    r"|&(#\d{2,7}|amp|nbsp|quot|apos|[lr][ds]quo|[mn]dash|hellip|lt|gt)"
)


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

        if match[2] or match[1].startswith("#") or f"{match[1]};" in html5:
            what = f"“{match[0]}” is the code of a character, from a web page"
            yield _damage(match, what, "write the character itself")
    for pattern, explain in () if text.isascii() else _SIGNS:
        yield from (_damage(match, *explain(match)) for match in pattern.finditer(text))


# --- Letters of other alphabets ----------------------------------------------------------------------------

_LETTERS = re.compile(r"[^\W\d_]+")
# Cyrillic letters that look like Latin ones, and what they look like. A word of them alone, in small letters,
# passes for a Latin one; with a capital it may be a name: *Сара*.
_LOOKALIKES = str.maketrans("аеорсхуіјѕһԁо", "aeopcxyijshdo")
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
        foreign = [letter for letter in word if _is_foreign(letter) and letter not in _UNITS]
        if foreign and (len(foreign) < len(word) or word.translate(_LOOKALIKES).isascii()):
            names = ", ".join(map(_letter_name, dict.fromkeys(foreign)))
            what = f"“{word}” has letters of another alphabet: {names}"
            yield _damage(match, what, "type the word again")


def _is_foreign(letter: str) -> bool:
    """Return whether a letter is Greek, Cyrillic, Armenian, phonetic, full-width or of a formula."""
    return any(first <= letter <= last for first, last in _FOREIGN)


_FOREIGN = (
    ("\u0250", "\u02af"),
    ("\u0370", "\u058f"),
    ("\u1d00", "\u1dbf"),
    ("\u1f00", "\u1fff"),
    ("\uff21", "\uff5a"),
    ("\U0001d400", "\U0001d7ff"),
)


def _letter_name(letter: str) -> str:
    return f"“{letter}” ({unicodedata.name(letter, 'unknown').capitalize()})"


# --- Sentences that run into each other --------------------------------------------------------------------

# A small letter or a figure, the end of a sentence, a capital and a small letter, with quotation marks and
# brackets on both sides. Domains and programs (*Node.js*, *Gov.uk*) go on in small letters; *e.e.Mae* has no
# word of two letters before it.
_GLUED = re.compile(r"([^\W_]{2,}|%)([)”’\"]?[.!?;:][)”’\"]?)([“‘(]?[^\W\d_][^\W\d_]+)")
_ASTRAY = re.compile(r"(?<=[^\W\d_]) ([.,;])(?=[^\W\d_])")
_TOP_DOMAINS = frozenset(("wales", "cymru", "uk", "com", "org", "net", "eu", "gov", "london", "scot"))
_APART = "put a space between the two; look whether words are lost"


def _glued(text: str, language: Language) -> Iterator[Damage]:
    """Yield each place where a sentence begins without a space before it: *gysylltu.Mae*."""
    bare = without_addresses(text)
    for match in _GLUED.finditer(bare):
        before, sign, after = match.groups()
        word = after.lstrip("“‘(")
        is_sentence = word[0].isupper() and word[1:].islower() and word.lower() not in _TOP_DOMAINS
        if is_sentence and (before[-2:].islower() or before[-1] in "%0123456789"):
            what = f"there is no space between “{before}{sign}” and “{after}”"
            yield _damage(match, what, _APART, Certainty.LIKELY)
    for match in _ASTRAY.finditer(bare):
        yield _damage(match, f"“{match[1]}” stands before a word, not behind one", _APART, Certainty.LIKELY)


# What may end a paragraph of sentences, before closing quotation marks and brackets.
_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$|(?:://|www\.|@)\S+$")


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


_FINDERS: tuple[Callable[[str, Language], Iterator[Damage]], ...] = (
    _signs,
    _mojibake,
    _lost_letters,
    _lost_punctuation,
    _bent_accents,
    _mixed_scripts,
    _glued,
)


# What all of them have in them: a character beyond ASCII, a control character, a sign of a code, the end of a
# sentence without a space behind it. Most texts have none of these, and are read no further.
_HINT = re.compile(r"[^\t\n\r -~]|[?&\\^]|[=%][0-9A-F]{2}|_x[0-9A-F]|[.!;:][)\"]?\(?[^\W\d_]")


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
