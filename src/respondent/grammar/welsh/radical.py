"""Find the possible radicals (unmutated words) of a mutated form."""

from __future__ import annotations

from typing import NamedTuple

from respondent.grammar.welsh.mutation import EXCEPTIONS, FORMS, Mutation, cased, is_capitals, mutate, nfc


class Radical(NamedTuple):
    """A possible radical of a form."""

    word: str
    """The unmutated word."""

    mutation: Mutation | None
    """The mutation that gives the form; None if the form is the word itself."""


def radicals(word: str) -> tuple[Radical, ...]:
    """Return all possible radicals of the form `word`, beginning with the form itself.

    Nothing is looked up: which of them exist is the lexicon's answer.

    >>> [radical.word for radical in radicals("fanc")]
    ['fanc', 'banc', 'manc']
    >>> radicals("Nghaerdydd")[1]
    Radical(word='Caerdydd', mutation=<Mutation.NASAL: 'nasal'>)
    """
    form = nfc(word)
    candidates = {Radical(form, None): None}
    for mutation, table in FORMS.items():
        for letter, new in table.items():
            if form.lower().startswith(new):
                candidates |= _radical(form, mutation, letter, new)
    for (whole, mutation), changed in EXCEPTIONS.items():
        if form.lower().startswith(changed):
            candidates |= _checked(form, mutation, cased(form, whole, form[len(changed) :]))
    return tuple(candidates)


def _radical(form: str, mutation: Mutation, letter: str, new: str) -> dict[Radical, None]:
    """Return the radical in `letter` that gives `form`, if any."""
    rest = form[len(new) :]
    if new == "" and not is_capitals(form):
        rest = rest[:1].lower() + rest[1:]
    return _checked(form, mutation, cased(form, letter, rest))


def _checked(form: str, mutation: Mutation, word: str) -> dict[Radical, None]:
    """Return `word` as a radical if it makes `form`."""
    return {Radical(word, mutation): None} if mutate(word, mutation) == form else {}
