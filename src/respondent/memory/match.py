"""What a memory has for a text: the remembered pair, and how far it serves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from respondent.document.segments import Segment

EXACT, ALIKE = 100.0, 99.0

Level: TypeAlias = Literal["field", "segment", "sentence"]

_MOST_ORIGINS = 3


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """What the memory has for a text."""

    source: str
    """The text that it remembers."""

    target: str
    """Its translation, as it stands there, but for figures that are carried over."""

    score: float
    """How like the remembered text is, of 100."""

    origin: str
    """Where it comes from: a response and the id of its field, or a TMX file and the number of its unit."""

    level: Level = "segment"
    """What was found: the whole text of a field at once, all its segments, or all their sentences."""

    is_adapted: bool = False
    """Whether figures or dates have been carried over, which somebody has to look at."""

    @property
    def is_exact(self) -> bool:
        """Whether it stands for the text as it is."""
        return self.score == EXACT and not self.is_adapted


@dataclass(frozen=True, slots=True)
class MatchedPart:
    """A segment of a text, with the best that the memory has for it."""

    segment: Segment
    match: MemoryMatch | None


def combined(source: str, target: str, matches: Sequence[MemoryMatch], level: Level) -> MemoryMatch:
    """Return the matches of all parts of a text as one, which is as good as the worst of them."""
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
