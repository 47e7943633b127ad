"""Where a response stands, for tests: the compliant example of the checks, changed, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checks.cases import case

from respondent.status.clock import clock
from respondent.status.progress import progress
from respondent.status.recommendations import recommendations
from respondent.status.status import Status

SLUG = "2019-stalking"

PUBLISHED = {"kind": "published", "day": "2019-05-15", "address": "https://example.org/?a=1&b=2"}
RELEASED = {"kind": "released", "release": "2", "day": "2019-05-14"}


def status(
    today: str,
    *rows: Mapping[str, str],
    slug: str = SLUG,
    office: Mapping[str, Any] | None = None,
    change: Mapping[str, Any] | None = None,
    follows_recommendations: bool = False,
) -> Status:
    """Return where the example stands; `change` takes values by path."""
    found = case({"today": today, "ledger": rows, "change": change or {}, "office": office or {}})
    return Status(
        office="Gwent",
        progress=progress(Path("/nowhere") / slug / "response.yaml", found.facts, found.ledger),
        clock=clock(found.facts, found.rules, found.ledger.rows, found.today),
        recommendations=recommendations(found.facts) if follows_recommendations else (),
    )
