"""The matches that a memory returns for a text: the remembered pair, its score and its level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from respondent.document.segments import Segment

EXACT, ALIKE = 100.0, 99.0
"""The score of the same text, and of one that differs only in formatting or carried figures."""

Level: TypeAlias = Literal["field", "segment", "sentence"]

_MOST_ORIGINS = 3
"""How many origins a match names: they are printed on one line."""


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """A remembered pair that matches a text."""

    source: str
    """The remembered source."""

    target: str
    """Its translation, unchanged except for figures that were carried over."""

    score: float
    """How similar the remembered source is to the text, of 100."""

    origin: str
    """Where it comes from: a response and the id of its field, or a TMX file and the number of its unit."""

    level: Level = "segment"
    """What matched: the whole text of a field, all its segments, or all their sentences."""

    is_adapted: bool = False
    """Whether figures or dates were carried over. A person has to check these."""

    @property
    def is_exact(self) -> bool:
        """Whether it can be used without a change."""
        return self.score == EXACT and not self.is_adapted


@dataclass(frozen=True, slots=True)
class MatchedPart:
    """A segment of a text with its best match, if there is one."""

    segment: Segment
    match: MemoryMatch | None


def combined(source: str, target: str, matches: Sequence[MemoryMatch], level: Level) -> MemoryMatch:
    """Return the matches of all parts of a text as one match, with the lowest of their scores."""
    origins = list(dict.fromkeys(match.origin for match in matches))
    more = len(origins) - _MOST_ORIGINS
    return MemoryMatch(
        source=source,
        target=target,
        score=min(match.score for match in matches),
        origin="; ".join(origins[:_MOST_ORIGINS]) + (f" and {more} more" if more > 0 else ""),
        level="sentence" if any(match.level == "sentence" for match in matches) else level,
        is_adapted=any(match.is_adapted for match in matches),
    )
