"""Join nouns with small words, the article, adjectives and lists."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from respondent.grammar.welsh import decisions, lexicon, sounds, sources
from respondent.grammar.welsh.mutation import VOWELS, Mutation, initial, mutate, nfc
from respondent.grammar.welsh.noun import InitialSound, Joinable, Noun, Phrase
from respondent.grammar.welsh.triggers import ASPIRATED, LL_RH, Trigger, trigger

# "Y pum mlynedd diwethaf" (Yr Arddulliadur).
KEPT_AFTER_NUMERAL = frozenset(("diwethaf",))

_SMALL = (InitialSound.ARTICLE, InitialSound.POSSESSIVE, InitialSound.SMALL_WORD)
_CLITICS = {"ei": "'i", "eu": "'u", "ein": "'n", "eich": "'ch"}


def after(key: str, noun: Joinable) -> Phrase:
    """Return `noun`, mutated, after the small word `key` in its right shape.

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
    joined = phrase(noun, bare=row.bare)
    if joined.opening in _SMALL:
        text, doubt = _before_small_word(row, joined), joined.doubt
    else:
        form, form_doubt = decisions.mutated(row, joined)
        shape, sound_doubt = _shape(row, joined, form)
        text = (f"{shape}{row.joint}{form}" if shape else form).rstrip()
        doubt = joined.doubt or form_doubt or sound_doubt
    opening = row.opens if row.shape else joined.opening
    return Phrase(text, joined.head, key, row.rule.source, doubt, opening)


def article(noun: Joinable) -> Phrase:
    """Return `noun` with *y* or *yr*, softened if it is feminine singular, except for ll and rh.

    >>> str(article(Noun(cy="gwybodaeth", gender="f"))), str(article(Noun(cy="rhaglen", gender="f")))
    ('yr wybodaeth', 'y rhaglen')
    """
    joined = noun if isinstance(noun, Phrase) else phrase(noun, bare=True)
    if joined.opening is InitialSound.ARTICLE:
        return joined
    soft, doubt = _soft_after_article(joined)
    form, form_doubt = decisions.changed(joined, (Mutation.SOFT,), LL_RH) if soft else (joined.text, "")
    vowel, sound_doubt = decisions.opens_with_vowel(joined, form)
    word = "yr" if vowel or initial(form) == "h" else "y"
    doubt = joined.doubt or doubt or form_doubt or sound_doubt
    return Phrase(
        f"{word} {form}".rstrip(), joined.head, "article", sources.ARTICLE, doubt, InitialSound.ARTICLE
    )


def join(nouns: Iterable[Joinable]) -> Phrase:
    """Return a list with commas, and *a* or *ac* before the last item.

    Raises:
        UsageError: if the list is empty.

    >>> str(join(["Gwent", "Powys", "Caerdydd"])), str(join(["Gwent", "Abertawe"]))
    ('Gwent, Powys a Chaerdydd', 'Gwent ac Abertawe')
    """
    items = [phrase(noun) for noun in nouns]
    if not items:
        from respondent.errors import Problem, UsageError

        raise UsageError(Problem("", "an empty list cannot be joined", "give at least one noun"))
    *others, last = items
    if not others:
        return last
    end = after("a", last)
    text = f"{', '.join(item.text for item in others)} {end.text}"
    doubt = next((item.doubt for item in (*others, end) if item.doubt), "")
    return Phrase(text, items[0].head, "a", end.source, doubt, items[0].opening)


def describe(noun: Joinable, *adjectives: str) -> Phrase:
    """Return `noun` followed by adjectives, softened after a feminine singular.

    >>> str(describe(Noun(cy="strategaeth", gender="f"), "cenedlaethol"))
    'strategaeth genedlaethol'
    """
    joined = phrase(noun)
    soft, gender_doubt = decisions.is_feminine_singular(joined.head)
    words, doubts = [], [joined.doubt]
    for adjective in map(phrase, adjectives):
        form, doubt = decisions.changed(adjective, (Mutation.SOFT,), frozenset())
        is_kept = soft is False or (joined.rule == "count" and adjective.text in KEPT_AFTER_NUMERAL)
        words.append(adjective.text if is_kept or soft is None else form)
        if not is_kept:
            doubts.append(gender_doubt if form != adjective.text else doubt)
    doubt = next(filter(None, doubts), "")
    return Phrase(
        " ".join((joined.text, *words)), joined.head, "adjective", sources.ADJECTIVE, doubt, joined.opening
    )


def phrase(noun: Joinable, *, bare: bool = False) -> Phrase:
    """Return `noun` as a phrase, with the article if its record says so, unless `bare`."""
    if isinstance(noun, str):
        return _of_text(noun, bare)
    return noun if isinstance(noun, Phrase) else _of_noun(noun, bare)


@lru_cache(maxsize=4096)
def _of_text(text: str, bare: bool) -> Phrase:
    """Look a word up and return it as a phrase."""
    return _of_noun(lexicon.noun(text), bare)


@lru_cache(maxsize=4096)
def _of_noun(head: Noun, bare: bool) -> Phrase:
    """Return a noun as a phrase."""
    text = nfc(head.cy)
    if head.article == "built-in":
        return _built_in(head, text)
    if head.article == "with" and not bare:
        return article(head)
    if text[:1].isdigit() or text[:1] == "£":
        return Phrase(text, head, opening=InitialSound.FIGURE)
    return Phrase(text, head, doubt="" if text.strip() else "there is no word to join")


def _built_in(head: Noun, text: str) -> Phrase:
    """Return a name with a built-in article, which is in lower case in a sentence."""
    word, space, rest = text.partition(" ")
    if word.lower() not in ("y", "yr"):
        doubt = f'"{text}" should begin with its article, y or yr'
        return Phrase(text, head, doubt=doubt)
    return Phrase(word.lower() + space + rest, head, "article", sources.ARTICLE, "", InitialSound.ARTICLE)


def _contracted(word: str, text: str) -> str:
    """Return a phrase with an article after a small word: *'r* after a vowel."""
    if not word:
        return text
    rest = text.partition(" ")[2]
    return f"{word}'r {rest}" if word[-1] in VOWELS else f"{word} {text}"


def _before_small_word(row: Trigger, joined: Phrase) -> str:
    """Return a phrase with a small word after another one: *i'r llu, o'i chynllun, a chan, ac i*."""
    if joined.opening is InitialSound.ARTICLE:
        return _contracted(row.shape, joined.text)
    first, space, rest = joined.text.partition(" ")
    if joined.opening is InitialSound.POSSESSIVE and row.contracts and first in _CLITICS:
        clitic = "'w" if row.key == "i" and first in ("ei", "eu") else _CLITICS[first]
        return f"{row.shape}{clitic}{space}{rest}"
    if Mutation.ASPIRATE in row.rule.mutations:
        first = ASPIRATED.get(first, first)
    vowel = sounds.opens_with_vowel(first) or (row.key == "a" and sounds.takes_ac(first))
    shape = row.before_vowel if vowel and row.before_vowel else row.shape
    return f"{shape} {first}{space}{rest}".lstrip()


def _shape(row: Trigger, joined: Phrase, form: str) -> tuple[str, str]:
    """Return the small word in its shape before `form`, and the doubt, if any."""
    for letters, shape in row.before:
        if form[: len(letters)].lower() == letters:
            return shape, ""
    if not row.before_vowel:
        return row.shape, ""
    vowel, doubt = decisions.opens_with_vowel(joined, joined.text)
    if not vowel and row.key == "a" and sounds.takes_ac(joined.text):
        vowel, doubt = True, ""
    return (row.before_vowel if vowel else row.shape), doubt


def _soft_after_article(joined: Phrase) -> tuple[bool, str]:
    """Return whether the article softens the next word, and the doubt if the gender is unknown."""
    if joined.opening is InitialSound.SOFT_NUMERAL:
        return True, ""
    if joined.opening not in (InitialSound.NOUN, InitialSound.ADJECTIVE):
        return False, ""
    soft, doubt = decisions.is_feminine_singular(joined.head)
    changed = mutate(joined.text, Mutation.SOFT) != joined.text and initial(joined.text) not in LL_RH
    if soft is None and (not changed or joined.head.mutates == "no"):
        return False, ""
    return bool(soft), doubt
