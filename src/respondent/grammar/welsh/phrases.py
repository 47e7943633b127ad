"""Joining: a small word, the article, a list, an adjective, and the noun that follows or stands before."""

from __future__ import annotations

from collections.abc import Iterable

from respondent.errors import Problem, UsageError
from respondent.grammar.welsh import decisions, lexicon, sounds, sources
from respondent.grammar.welsh.mutation import VOWELS, Mutation, initial, mutate, nfc
from respondent.grammar.welsh.noun import Joinable, Noun, Opening, Phrase
from respondent.grammar.welsh.triggers import ASPIRATED, LL_RH, Trigger, trigger

_CLITICS = {"ei": "'i", "eu": "'u", "ein": "'n", "eich": "'ch"}


def after(key: str, noun: Joinable) -> Phrase:
    """Return `noun` behind the small word `key`, mutated, with the small word in its right shape.

    A plain string is looked up; what is not known of it makes the phrase uncertain.

    Raises:
        UsageError: if there is no such small word.

    >>> str(after("yn", "Caerdydd")), str(after("a", "Abertawe"))
    ('yng Nghaerdydd', 'ac Abertawe')
    >>> str(after("i", article(Noun(cy="llu", gender="m"))))
    "i'r llu"
    >>> after("i", "Coventry").doubt
    'it is not known whether "Coventry" mutates'
    """
    row = trigger(key)
    joined = phrase(noun)
    if joined.opening is Opening.ARTICLE:
        text, doubt = _contracted(row.shape, joined.text), joined.doubt
    elif joined.opening in (Opening.POSSESSIVE, Opening.SMALL_WORD):
        text, doubt = _before_small_word(row, joined)
    else:
        form, unknown = decisions.mutated(row, joined)
        shape, unheard = _shape(row, joined, form)
        text = f"{shape}{row.joint}{form}".rstrip() if shape else form
        doubt = joined.doubt or unknown or unheard
    return Phrase(text, joined.head, key, row.rule.source, doubt, _opening(row, joined))


def article(noun: Joinable) -> Phrase:
    """Return `noun` with *y* or *yr*, a feminine singular softened (but not ll and rh).

    >>> str(article(Noun(cy="gwybodaeth", gender="f"))), str(article(Noun(cy="rhaglen", gender="f")))
    ('yr wybodaeth', 'y rhaglen')
    """
    joined = noun if isinstance(noun, Phrase) else phrase(noun, bare=True)
    if joined.opening is Opening.ARTICLE:
        return joined
    soft, doubt = _soft_after_article(joined)
    form, unknown = decisions.changed(joined, (Mutation.SOFT,), LL_RH) if soft else (joined.text, "")
    vowel, unheard = decisions.opens_with_vowel(joined, form)
    word = "yr" if vowel or initial(form) == "h" else "y"
    doubt = joined.doubt or doubt or unknown or unheard
    return Phrase(f"{word} {form}".rstrip(), joined.head, "article", sources.ARTICLE, doubt, Opening.ARTICLE)


def join(nouns: Iterable[Joinable]) -> Phrase:
    """Return a list: commas, and *a* or *ac* before the last.

    Raises:
        UsageError: if the list is empty.

    >>> str(join(["Gwent", "Powys", "Caerdydd"])), str(join(["Gwent", "Abertawe"]))
    ('Gwent, Powys a Chaerdydd', 'Gwent ac Abertawe')
    """
    items = [phrase(noun) for noun in nouns]
    if not items:
        raise UsageError(Problem("", "an empty list cannot be joined", "give at least one noun"))
    *others, last = items
    if not others:
        return last
    end = after("a", last)
    text = f"{', '.join(item.text for item in others)} {end.text}"
    doubt = next((item.doubt for item in (*others, end) if item.doubt), "")
    return Phrase(text, items[0].head, "a", end.source, doubt, items[0].opening)


def describe(noun: Joinable, *adjectives: str) -> Phrase:
    """Return `noun` with adjectives behind it, each softened where the noun is feminine singular.

    >>> str(describe(Noun(cy="strategaeth", gender="f"), "cenedlaethol"))
    'strategaeth genedlaethol'
    """
    joined = phrase(noun)
    soft, doubt = decisions.is_feminine_singular(joined.head)
    words = [mutate(word, Mutation.SOFT) if soft else nfc(word) for word in adjectives]
    if soft is not None or all(mutate(word, Mutation.SOFT) == word for word in words):
        doubt = ""
    text = " ".join((joined.text, *words))
    return Phrase(text, joined.head, "adjective", sources.ADJECTIVE, joined.doubt or doubt, joined.opening)


def phrase(noun: Joinable, *, bare: bool = False) -> Phrase:
    """Return `noun` as a phrase, with its article where its record says so, unless `bare`."""
    if isinstance(noun, Phrase):
        return noun
    head = lexicon.noun(noun) if isinstance(noun, str) else noun
    text = nfc(head.cy)
    if head.article == "built-in":
        return _built_in(head, text)
    if head.article == "with" and not bare:
        return article(head)
    if text[:1].isdigit() or text[:1] == "£":
        return Phrase(text, head, opening=Opening.FIGURE)
    doubt = "" if text.strip() else "there is no word to join"
    return Phrase(text, head, doubt=doubt)


def _built_in(head: Noun, text: str) -> Phrase:
    """Return a name that has its article in it, small as it stands in a sentence."""
    word, space, rest = text.partition(" ")
    if word.lower() not in ("y", "yr"):
        doubt = f'"{text}" should begin with its article, y or yr'
        return Phrase(text, head, doubt=doubt)
    return Phrase(word.lower() + space + rest, head, "article", sources.ARTICLE, "", Opening.ARTICLE)


def _opening(row: Trigger, joined: Phrase) -> Opening:
    """Return what a phrase begins with once the small word stands before it."""
    if row.key.partition(".")[0] in _CLITICS:
        return Opening.POSSESSIVE
    return Opening.SMALL_WORD if row.shape else joined.opening


def _contracted(word: str, text: str) -> str:
    """Return a phrase that begins with the article behind a small word: *'r* after a vowel."""
    if not word:
        return text
    rest = text.partition(" ")[2]
    return f"{word}'r {rest}" if word[-1] in VOWELS else f"{word} {text}"


def _before_small_word(row: Trigger, joined: Phrase) -> tuple[str, str]:
    """Return a phrase that begins with a small word behind another: *o'i chynllun, a chan, ac i*."""
    first, space, rest = joined.text.partition(" ")
    if joined.opening is Opening.POSSESSIVE and row.contracts and first in _CLITICS:
        clitic = "'w" if row.key == "i" and first in ("ei", "eu") else _CLITICS[first]
        return f"{row.shape}{clitic}{space}{rest}", joined.doubt
    if Mutation.ASPIRATE in row.rule.mutations:
        first = ASPIRATED.get(first, first)
    vowel = row.before_vowel and first[:1] in VOWELS
    return f"{row.before_vowel if vowel else row.shape} {first}{space}{rest}".lstrip(), joined.doubt


def _shape(row: Trigger, joined: Phrase, form: str) -> tuple[str, str]:
    """Return the small word in the shape that goes before `form`, and the doubt, if there is one."""
    if row.before and joined.opening is not Opening.FIGURE:
        beginning = form[:2].lower()
        return next((shape for letters, shape in row.before if beginning.startswith(letters)), row.shape), ""
    if not row.before_vowel:
        return row.shape, ""
    vowel, doubt = decisions.opens_with_vowel(joined, joined.text)
    if row.before_vowel[-1] == "c" and sounds.takes_ac(joined.text):
        vowel, doubt = True, ""
    return (row.before_vowel if vowel else row.shape), doubt


def _soft_after_article(joined: Phrase) -> tuple[bool, str]:
    """Return whether the article softens what follows, and the doubt where the gender is not known."""
    if joined.opening is Opening.SOFT_NUMERAL:
        return True, ""
    if joined.opening is not Opening.NOUN:
        return False, ""
    soft, doubt = decisions.is_feminine_singular(joined.head)
    changed = mutate(joined.text, Mutation.SOFT) != joined.text and initial(joined.text) not in LL_RH
    if soft is None and (not changed or joined.head.mutates == "no"):
        return False, ""
    return bool(soft), doubt
