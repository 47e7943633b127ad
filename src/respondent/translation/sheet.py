"""What all units of one file for a translator share, whatever its format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from respondent.language import Pair

if TYPE_CHECKING:
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

    is_filled: bool = False
    """Whether empty targets hold the source."""
