"""What a translation must have in common with its source: figures, emphasis and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias

from respondent.document.sentences import cut
from respondent.document.tree import Inlines, Run
from respondent.document.walk import text as words_of
from respondent.ledger.state import State
from respondent.translation.units import Unit

Look: TypeAlias = tuple[bool, bool, str]
"""Strong, emphasis, address of a link."""

MANY = 5
"""From how many words on a sentence is no name that may stand in both languages."""

_PLAIN: Look = (False, False, "")
_GROUPED = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
_FIGURE = re.compile(r"\d+")


def figures(content: Inlines) -> Counter[str]:
    """Return the figures among words, however their thousands and decimals are parted.

    >>> from respondent.language import Language
    >>> sorted(figures((Run("On 1 May, 1,200 of 3.5", Language.EN),)))
    ['1', '1200', '3', '5']
    """
    return Counter(_FIGURE.findall(_GROUPED.sub("", words_of(content))))


def looks(content: Inlines) -> Counter[Look]:
    """Return how often each look other than the plain one comes, however the words among them run."""
    found = Counter(look for look, _ in groupby(_look(one) for one in content if isinstance(one, Run)))
    del found[_PLAIN]
    return found


def disagreement(unit: Unit, target: Inlines) -> str:
    """Return what a new translation of a unit lacks of its source, or has beyond it; empty for nothing.

    What the translation there is has in common with the new one is no fault of the new one.
    """
    old = unit.target if unit.target and unit.state is not State.STALE else unit.source
    wanted = figures(unit.source)
    if figures(target) not in (wanted, figures(old)):
        return "; ".join(_differences(wanted, figures(target)))
    if not unit.is_whole and looks(target) not in (looks(unit.source), looks(old)):
        return _looks_told(looks(unit.source), looks(target))
    left = _untranslated(unit, target)
    return f"a sentence of the source stands in it as it is: “{left}”" if left else ""


def _untranslated(unit: Unit, target: Inlines) -> str:
    """Return a sentence of the source that stands in a translation, and not in the one there was."""
    own = (one for one in target if isinstance(one, Run) and one.language != unit.language)
    found, old = words_of(tuple(own)), words_of(unit.target or ())
    sentences = (words_of(sentence) for sentence in cut(unit.source)[0])
    long = (sentence for sentence in sentences if len(sentence.split()) >= MANY)
    return next((one for one in long if one in found and one not in old), "")


def _look(run: Run) -> Look:
    return run.strong, run.emphasis, run.href


def _differences(wanted: Counter[str], found: Counter[str]) -> Iterator[str]:
    lost, foreign = sorted((wanted - found).elements()), sorted((found - wanted).elements())
    if lost:
        yield f"the figures {', '.join(lost)} of the source are not in it"
    if foreign:
        yield f"the figures {', '.join(foreign)} are not in the source"


def _looks_told(wanted: Counter[Look], found: Counter[Look]) -> str:
    lost, foreign = (wanted - found).elements(), (found - wanted).elements()
    told = [f"{_named(look)} of the source is lost" for look in lost]
    told += [f"{_named(look)} is not in the source" for look in foreign]
    return "; ".join(told)


def _named(look: Look) -> str:
    strong, emphasis, href = look
    names = [name for name, has in (("bold", strong), ("italic", emphasis)) if has]
    return " and ".join([*names, *([f"the link to {href}"] if href else [])])
