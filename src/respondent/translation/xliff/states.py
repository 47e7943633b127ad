"""The states of a text in XLIFF 1.2 (section 3.2, attribute `state`)."""

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
"""The states of a returned file that count. All others mean that nobody has approved the text."""
