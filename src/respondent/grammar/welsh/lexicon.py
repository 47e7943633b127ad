"""Look words up in the agreed terms, then in corrections, then in the lexicon of Bangor University.

What is asked in which order: the office's record (a `Noun` that is handed in), the office's terms (`Terms`,
handed in too), the shipped terms (`data/terms.csv`), the corrections (`data/corrections.tsv`), the lexicon
(`data/lexicon.tsv.gz`). What one does not say, the next is asked. The tables are read at the first question.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from respondent.grammar.welsh.mutation import nfc
from respondent.grammar.welsh.noun import Article, Gender, Mutates, Noun, Number, Sound
from respondent.grammar.welsh.terms import NONE, Terms, agreed

TYPE_CHECKING = False  # importing `typing` is slow
if TYPE_CHECKING:
    from typing import IO

# Words before their noun. The head of the phrase is the word after them.
PREPOSED = frozenset(("prif", "dirprwy", "uwch", "hen", "holl", "unrhyw", "rhyw", "hoff", "gwir", "gwahanol"))

_ARTICLES = ("y ", "Y ", "yr ", "Yr ")

# The values in the columns of the hand-kept list.
_GENDER: Mapping[str, Gender] = {"": "", "m": "m", "f": "f"}
_NUMBER: Mapping[str, Number] = {"": "singular", "plural": "plural"}
_MUTATES: Mapping[str, Mutates] = {"": "yes", "no": "no", "soft-only": "soft-only", "?": ""}
_SOUND: Mapping[str, Sound] = {"": "auto", "vowel": "vowel", "consonant": "consonant"}
_ARTICLE: Mapping[str, Article] = {"": "none", "with": "with", "built-in": "built-in"}


LONGEST = 8
"""The limit of words at the beginning of a phrase that are looked up as one term."""


@lru_cache(maxsize=4096)
def noun(text: str, terms: Terms = NONE) -> Noun:
    """Return the record of `text`, found by the whole, its beginning, or the word after *prif*.

    Where nothing is known, `mutates` and `gender` are empty.

    >>> noun("llu").gender, noun("Prif Gwnstabl Heddlu Gwent").gender, noun("Coventry").mutates
    ('m', 'm', '')
    >>> noun("y Coleg Plismona").article
    'built-in'
    """
    text = nfc(text)
    if text.startswith(_ARTICLES):
        head = _of_text(text.partition(" ")[2], terms)
        record = Noun(cy=text, gender=head.gender, number=head.number, article="built-in")
        return record.replace(**agreed(text, terms))
    return _of_text(text, terms)


@lru_cache(maxsize=4096)
def completed(noun_: Noun, terms: Terms) -> Noun:
    """Return an office's record, with missing gender and plural filled in.

    >>> completed(Noun(cy="llu"), NONE).plural
    'lluoedd'
    """
    if noun_.gender and noun_.plural:
        return noun_
    known = noun(noun_.cy, terms)
    return noun_.replace(gender=noun_.gender or known.gender, plural=noun_.plural or known.plural)


def _of_text(text: str, terms: Terms) -> Noun:
    """Return the record of a text that does not begin with the article."""
    record = _listed(text) or _by_beginning(text, terms)
    fields = agreed(text, terms)
    return record.replace(cy=text, **fields) if fields else record


def _by_beginning(text: str, terms: Terms) -> Noun:
    """Return the record of a phrase, found by its longest beginning that is a term, or by its first word."""
    words = text.split()
    for length in range(min(len(words) - 1, LONGEST), 1, -1):
        beginning = " ".join(words[:length])
        if agreed(beginning, terms):
            head = _of_text(beginning, terms)
            return _with_text(text, head, head)
    first = (words or [""])[0]
    for part in first, _before_mark(first):
        entry = _known(part, terms)
        if part.lower() in PREPOSED:
            return _with_text(text, entry or Noun(cy=part), _behind(text, terms))
        if entry:
            return _with_text(text, entry, entry)
    return Noun(cy=text, mutates="")


def _before_mark(word: str) -> str:
    """Return a word up to a hyphen or an apostrophe: *Dyfed-Powys, Swyddfa'r*."""
    for mark in "-'’":
        word = word.partition(mark)[0]
    return word


def _behind(text: str, terms: Terms) -> Noun:
    """Return the noun after words such as *prif*: *gwnstabl* in *dirprwy brif gwnstabl*."""
    from respondent.grammar.welsh.radical import radicals  # few texts have such words

    for word in text.split():
        candidates = [radical.word for radical in radicals(word)]
        if not PREPOSED.isdisjoint(candidate.lower() for candidate in candidates):
            continue
        heads = filter(None, (_known(candidate, terms) for candidate in candidates))
        return next((head for head in heads if head.gender or head.number == "plural"), Noun(cy=word))
    return Noun(cy=text)


def _with_text(text: str, first: Noun, head: Noun) -> Noun:
    """Return a record of a phrase. Its first word mutates, and its head gives gender and number."""
    return first.replace(cy=text, gender=head.gender, number=head.number, plural="", article="none")


def _known(word: str, terms: Terms) -> Noun | None:
    """Return the record of a word from the terms and lists, or None."""
    record, fields = _listed(word), agreed(word, terms)
    return (record or Noun(cy=word, mutates="")).replace(**fields) if fields else record


def _listed(word: str) -> Noun | None:
    """Return the record of a listed word or phrase, as printed or else in lower case."""
    for spelt in _SPELLINGS:
        form = spelt(word)
        if record := corrections().get(form):
            return record if record.cy == word else record.replace(cy=word)
        if classes := lexicon().get(form):
            return _of_classes(word, classes)
    return None


def _small_first(word: str) -> str:
    """Return a word with its first letter in lower case."""
    return word[:1].lower() + word[1:]


# As printed; with a small initial; for words in capitals, in lower case or as a name.
_SPELLINGS = (str, _small_first, str.lower, str.capitalize)


def _of_classes(word: str, classes: str) -> Noun:
    """Return the record of a word of the lexicon from its codes, explained in `data/NOTICE`."""
    genders = [_GENDER[letter] for letter in classes if letter in "mf"]
    if not genders and "v" in classes:
        genders = ["m"]
    plural = "p" in classes and not genders
    decided = len(genders) == 1 and not ("p" in classes and "f" in classes)
    name = "n" in classes
    return Noun(
        cy=word,
        gender=genders[0] if decided else "",
        number="plural" if plural else "singular",
        mutates="no" if classes == "n" else "" if name or "x" in classes else "yes",
    )


@cache
def lexicon() -> dict[str, str]:
    """Return the classes of every word of the derived table."""
    table: dict[str, str] = {}
    with _open("lexicon.tsv.gz") as lines:
        for line in lines:
            classes, words = line.rstrip("\n").split("\t")
            table.update(dict.fromkeys(words.split(" "), classes))
    return table


@cache
def corrections() -> dict[str, Noun]:
    """Return the records of the hand-kept list: places, names, corrections of the lexicon."""
    with _open("corrections.tsv") as lines:
        next(lines)
        return {record.cy: record for record in map(_record, lines)}


def _open(name: str) -> IO[str]:
    """Open one of the tables, compressed or not."""
    import gzip  # both are slow to import, and most runs of the program look no word up
    from pathlib import Path

    path = Path(__file__).parent / "data" / name
    return gzip.open(path, "rt", encoding="utf-8") if name.endswith(".gz") else path.open(encoding="utf-8")


def _record(line: str) -> Noun:
    """Return the record of one row of the hand-kept list."""
    cy, gender, number, plural, mutates, sound, article, _source = line.rstrip("\n").split("\t")
    return Noun(
        cy=cy,
        gender=_GENDER[gender],
        number=_NUMBER[number],
        plural=plural,
        mutates=_MUTATES[mutates],
        initial_sound=_SOUND[sound],
        article=_ARTICLE[article],
    )
