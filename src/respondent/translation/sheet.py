"""What all units of one file for a translator share, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from respondent.language import Pair

if TYPE_CHECKING:
    from respondent.ledger.remarks import Remark
    from respondent.translation.units import Unit

TAGS = Pair.of(lambda language: language.tag)
"""The usual language codes of a file: ``cy-GB``, ``en-GB``."""


@dataclass(frozen=True, slots=True)
class TranslationSheet:
    """What a writer needs beside the units. A format ignores what it has no place for."""

    original: str
    """The name of the response."""

    dated: date
    """The day that a document gives as its own, so that the same units give the same bytes."""

    tags: Pair[str] = TAGS
    terms: Callable[[Unit], str] = lambda unit: ""
    """The agreed terms in a unit, in a sentence for the translator."""

    answers: Callable[[Unit], Sequence[Remark]] = lambda unit: ()
    """The remarks about the text of a unit that were answered since the last hand-over."""

    is_filled: bool = False
    """Whether all targets that may be changed hold the source, as OmegaT wants them."""
