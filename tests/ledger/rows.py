"""Rows and fields for tests of the ledger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from respondent.language import Language
from respondent.ledger.row import LedgerRow
from respondent.response.fields import Field
from respondent.response.text import Text

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def said(
    kind: str, source: str, target: str = "", *, field: str = "closing", by: str = "Nia", minute: int = 0
) -> LedgerRow:
    """Return a row about an English source and its Welsh."""
    return LedgerRow(
        kind=kind,
        by=by,
        at=NOON + timedelta(minutes=minute),
        field=field,
        source_language=Language.EN,
        source=source,
        target=target,
    )


def field(en: str | None, cy: str | None, *, id: str = "closing", source: Language = Language.EN) -> Field:
    """Return a field with two texts."""
    return Field(id, (id,), Text(cy=cy, en=en), True, source)
