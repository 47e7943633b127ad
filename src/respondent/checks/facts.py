"""Facts about the words of a letter: which block of which letter, and its place in the response."""

from __future__ import annotations

from typing import TypeAlias

from respondent.checks.case import Case
from respondent.checks.finding import Fact
from respondent.language import Language

Place: TypeAlias = tuple[str, Language | None]
"""A block, and the letter that a fact is about; none for both."""


def fact(case: Case, place: Place, what: str, advice: str, about: str = "") -> Fact:
    """Return a fact about the words of a block.

    Args:
        case: The case.
        place: The block and the letter.
        what: What is wrong.
        advice: What to do about it.
        about: The words that it names, where `what` says more than those, and what stands elsewhere. The
            words of the block itself are the engine's to add.
    """
    block, language = place
    return Fact(
        what=what,
        advice=advice,
        path=case.origins.path(block, language),
        block=block,
        language=language,
        about=about,
    )
