"""How far a text has come, in the words of XLIFF 1.2."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from respondent.ledger.state import State

OUT: Mapping[State, str] = MappingProxyType(
    {
        State.MISSING: "needs-translation",
        State.UNAPPROVED: "needs-review-translation",
        State.STALE: "needs-review-translation",
        State.TRANSLATED: "translated",
        State.REVIEWED: "signed-off",
        State.FINAL: "final",
    }
)

BACK: Mapping[str, State] = MappingProxyType(
    {"translated": State.TRANSLATED, "signed-off": State.REVIEWED, "final": State.FINAL}
)
"""What a returned file may claim. All others say no more than that nobody has claimed anything."""
