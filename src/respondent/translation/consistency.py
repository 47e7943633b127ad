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

Formatting: TypeAlias = tuple[bool, bool, bool]
"""Strong, emphasis, link. Where a link leads does not count: a page may have an address in each language."""

_LONG_SENTENCE = 5
"""From how many words on an identical sentence counts as untranslated. Shorter ones may be names."""

_PLAIN: Formatting = (False, False, False)
_GROUPED = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
"""A separator of thousands: a comma in English and Welsh style guides, a narrow space in SI."""

_FIGURE = re.compile(r"\d+")


def figures(content: Inlines) -> Counter[str]:
    """Return the figures among words, however their thousands and decimals are parted.

    >>> from respondent.language import Language
    >>> sorted(figures((Run("On 1 May, 1,200 of 3.5", Language.EN),)))
    ['1', '1200', '3', '5']
    """
    return Counter(_FIGURE.findall(_GROUPED.sub("", words_of(content))))


def formatting(content: Inlines) -> Counter[Formatting]:
    """Return how often each formatting occurs. Its place does not count: the word order differs."""
    runs = (run for run in content if isinstance(run, Run))
    looks = groupby((run.strong, run.emphasis, run.href) for run in runs)
    counts = Counter((strong, emphasis, bool(href)) for (strong, emphasis, href), _ in looks)
    del counts[_PLAIN]
    return counts


def disagreement(unit: Unit, target: Inlines) -> str:
    """Return how a new translation disagrees with its source; empty if it does not.

    Differences that the present translation already has are not reported again.
    """
    old = unit.target if unit.target and unit.state is not State.STALE else unit.source
    if figures(target) not in (figures(unit.source), figures(old)):
        return "; ".join(_different_figures(figures(unit.source), figures(target)))
    if not unit.is_whole and formatting(target) not in (formatting(unit.source), formatting(old)):
        return _different_formatting(formatting(unit.source), formatting(target))
    sentence = _untranslated(unit, target)
    return f"it contains an untranslated sentence: “{sentence}”" if sentence else ""


def different_figures(old: str, new: str) -> str:
    """Return the figures that an edited text has lost and gained: ``figures 93 → 95``; empty if none.

    >>> different_figures("in 93% of 8 cases", "in 95% of 8 cases")
    'figures 93 → 95'
    """
    before, after = (Counter(_FIGURE.findall(_GROUPED.sub("", text))) for text in (old, new))
    lost, gained = sorted((before - after).elements()), sorted((after - before).elements())
    return f"figures {', '.join(lost) or 'none'} → {', '.join(gained) or 'none'}" if lost or gained else ""


def _untranslated(unit: Unit, target: Inlines) -> str:
    """Return a sentence of the source that a new translation contains, unless the present one has it too."""
    # Words that are marked as being in the language of the source are meant to be.
    own = (run for run in target if isinstance(run, Run) and run.language != unit.language)
    new, old = words_of(tuple(own)), words_of(unit.target or ())
    sentences = (words_of(sentence) for sentence in cut(unit.source)[0])
    long = (sentence for sentence in sentences if len(sentence.split()) >= _LONG_SENTENCE)
    return next((sentence for sentence in long if sentence in new and sentence not in old), "")


def _different_figures(source: Counter[str], target: Counter[str]) -> Iterator[str]:
    missing, extra = sorted((source - target).elements()), sorted((target - source).elements())
    if missing:
        yield f"the figures {', '.join(missing)} of the source are missing"
    if extra:
        yield f"the figures {', '.join(extra)} are not in the source"


def _different_formatting(source: Counter[Formatting], target: Counter[Formatting]) -> str:
    missing, extra = (source - target).elements(), (target - source).elements()
    problems = [f"{_name(formatting)} of the source is missing" for formatting in missing]
    problems += [f"{_name(formatting)} is not in the source" for formatting in extra]
    return "; ".join(problems)


def _name(formatting: Formatting) -> str:
    strong, emphasis, is_link = formatting
    names = [name for name, has in (("bold", strong), ("italic", emphasis)) if has]
    return " and ".join([*names, *(["a link"] if is_link else [])])
