"""Rewrites the ledgers of the examples: one response whose texts are all approved, one with a stale text.

python scripts/make_ledgers.py

Nobody has really approved these texts. The names in the ledgers say that they are examples.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from respondent.language import Language
from respondent.ledger import ledger
from respondent.ledger.approve import Approval, approve
from respondent.ledger.row import LedgerRow
from respondent.ledger.state import State

RESPONSES = Path(__file__).parents[1] / "examples" / "gwent" / "responses"
APPROVED = "2019-stalking-and-harassment-compliant"
STALE = "2023-serious-youth-violence"
CHANGED = ("closing", "young people", "children")
"""The text whose English has changed since it was approved, by two words: as it is, and as it was."""

READER = "Darllenydd enghreifftiol | Example reader"
SIGNATORY = "Llofnodwr enghreifftiol | Example signatory"


def main() -> None:
    """Write both ledgers; the same texts give the same bytes."""
    ledgers(RESPONSES)


def ledgers(folder: Path) -> list[Path]:
    """Write both ledgers below a folder of responses and return their files."""
    approved, stale = folder / APPROVED, folder / STALE
    approve_all(approved, READER, State.REVIEWED, Language.CY, datetime(2019, 5, 13, 10, tzinfo=UTC))
    approve_all(approved, SIGNATORY, State.FINAL, Language.EN, datetime(2019, 5, 14, 10, tzinfo=UTC))
    approve_all(stale, READER, State.REVIEWED, Language.CY, datetime(2023, 4, 25, 10, tzinfo=UTC))
    field, now, older = CHANGED
    rows = ledger.read(stale).rows
    rewritten(stale, [_older(row, now, older) if row.field == field else row for row in rows])
    return [approved / ledger.FILE, stale / ledger.FILE]


def approve_all(folder: Path, by: str, state: State, language: Language, approved_at: datetime) -> None:
    """Approve all texts of a language, the Welsh in a ledger that has nothing yet."""
    if language is Language.CY:
        (folder / ledger.FILE).unlink(missing_ok=True)
    approve(folder / "response.yaml", Approval(by=by, at=approved_at, state=state, languages=[language]))


def rewritten(folder: Path, rows: list[LedgerRow]) -> None:
    """Write a ledger with these rows alone."""
    (folder / ledger.FILE).unlink()
    ledger.append(folder, rows)


def _older(row: LedgerRow, now: str, older: str) -> LedgerRow:
    assert now in row.source, f"{now!r} is not in the text: choose other words"
    return replace(row, source=row.source.replace(now, older, 1))


if __name__ == "__main__":
    main()
