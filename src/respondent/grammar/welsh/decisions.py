"""Decide the facts of a noun for a join: its mutated form, first sound and gender, and any doubt.

Each answer comes with a doubt: empty where everything that is not known leaves the answer the same.
"""

from __future__ import annotations

from respondent.grammar.welsh import lexicon, sounds
from respondent.grammar.welsh.mutation import Mutation, initial, is_capitals, mutate
from respondent.grammar.welsh.noun import InitialSound, Noun, Phrase
from respondent.grammar.welsh.triggers import Trigger

# Looking a member up in its enum takes longer than comparing it.
NOUN, FIGURE = InitialSound.NOUN, InitialSound.FIGURE
SOFT, H = Mutation.SOFT, Mutation.H


def mutated(row: Trigger, joined: Phrase) -> tuple[str, str]:
    """Return the text with the mutation of the row, and the doubt, if any."""
    rule = row.rule
    if not rule.mutations or joined.opening is FIGURE:
        return joined.text, ""
    if row.keeps or rule.only:
        first = joined.text.partition(" ")[0].lower()
        if first in row.keeps or (rule.only and first not in rule.only):
            return joined.text, ""
    return changed(joined, rule.mutations, rule.spares, verb=rule.before == "verb")


def changed(
    joined: Phrase, mutations: tuple[Mutation, ...], spares: frozenset[str], *, verb: bool = False
) -> tuple[str, str]:
    """Return the text under the first of `mutations` that changes it, and the doubt, if any."""
    text, head = joined.text, joined.head
    for mutation in mutations:
        form = (head.forms and _stored(joined, mutation)) or mutate(text, mutation)
        if form == text:
            continue
        if spares and initial(text) in spares:
            return text, ""
        if joined.opening is not NOUN:
            return form, ""
        return _allowed(head, mutation, text, form, verb)
    return text, ""


def _allowed(head: Noun, mutation: Mutation, text: str, form: str, verb: bool) -> tuple[str, str]:
    """Return `form` if the head may mutate, or else `text`, with the doubt if that is unknown."""
    mutates = head.mutates
    if head.forms and mutation in head.forms:
        return form, ""
    if mutates == "no" or (mutates == "soft-only" and mutation is not SOFT):
        return text, ""
    if mutates == "" and verb and text[:1].islower():
        return form, ""
    if mutates == "yes" and is_capitals(text) and lexicon.noun(text).mutates == "":
        return text, ""  # an acronym, according to its record; acronyms never mutate (W4)
    if mutates == "":
        return text, f'it is not known whether "{text}" mutates'
    if mutation is H and text[0] in "wW" and not sounds.opens_with_vowel(text):
        return text, f'h before the w of "{text}" is not settled (W15)'
    return form, ""


def _stored(joined: Phrase, mutation: Mutation) -> str:
    """Return the text with the form stored in the head's record, or nothing."""
    head = joined.head
    form = head.forms.get(mutation, "") if joined.opening is InitialSound.NOUN else ""
    return form + joined.text[len(head.cy) :] if form and joined.text.startswith(head.cy) else ""


def opens_with_vowel(joined: Phrase, form: str) -> tuple[bool, str]:
    """Return whether `form` begins with a vowel sound, and the doubt if that is unknown."""
    head = joined.head
    if head.initial_sound != "auto" and form == joined.text and form.startswith(head.cy):
        return head.initial_sound == "vowel", ""
    known = head.mutates != "" or joined.opening is not InitialSound.NOUN
    if known and form[:2].isupper():
        known = lexicon.noun(form).mutates != ""
    vowel = sounds.opens_with_vowel(form, known=known)
    if vowel is None:
        return False, f'it is not known whether "{form}" is said with a vowel first'
    return vowel, ""


def is_feminine_singular(head: Noun) -> tuple[bool | None, str]:
    """Return whether the head is feminine and singular, or None and the doubt if that is unknown."""
    return (False, "") if head.number == "plural" else is_feminine(head)


def is_feminine(head: Noun) -> tuple[bool | None, str]:
    """Return whether the head is feminine, or None and the doubt if its gender is unknown."""
    gender = head.gender or lexicon.noun(head.cy).gender
    if not gender:
        return None, f'the gender of "{head.cy}" is not known'
    return gender == "f", ""
