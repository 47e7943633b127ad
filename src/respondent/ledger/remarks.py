"""Remarks about texts, such as a translator's questions, and the answers to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from respondent.errors import Problem, UsageError
from respondent.ledger.row import LedgerRow

NOTED = "noted"
"""The kind of row with a remark. It is open until a row of the next kind is about the same text."""

ANSWERED = "answered"
"""The kind of row that answers all remarks about a text so far; without a note, it only closes them."""

FILE = "file"
"""The field of remarks about a returned file as a whole."""

VERDICT = "verdict"
"""The key in a row's `more` for the state that a reader gave an unchanged text. It is no question."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark about a text."""

    row: LedgerRow
    answer: LedgerRow | None = None
    """The row that answers or closes it; none while it is open."""


def remarks(rows: Iterable[LedgerRow]) -> tuple[Remark, ...]:
    """Return all remarks of a ledger, in its order, each with its answer."""
    made: list[LedgerRow] = []
    answers: dict[int, LedgerRow] = {}
    waiting: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        if row.kind == NOTED and VERDICT not in row.more:
            waiting[row.field].append(len(made))
            made.append(row)
        elif row.kind == ANSWERED:
            answers |= dict.fromkeys(waiting.pop(row.field, ()), row)
    return tuple(Remark(row, answers.get(number)) for number, row in enumerate(made))


def open_remarks(rows: Iterable[LedgerRow]) -> tuple[Remark, ...]:
    """Return the remarks that nobody has answered or closed."""
    return tuple(remark for remark in remarks(rows) if remark.answer is None)


def reply(rows: Sequence[LedgerRow], field: str, text: str, *, by: str, at: datetime) -> LedgerRow:
    """Return the row for what somebody says about a text: an answer if a remark waits, else a new remark.

    Raises:
        UsageError: if there is nothing to close: an empty text answers remarks that need no answer.
    """
    waits = any(remark.row.field == field for remark in open_remarks(rows))
    if not text and not waits:
        raise UsageError(Problem(field, "no remark about it is open", "see  respondent note PATH"))
    return LedgerRow(kind=ANSWERED if waits else NOTED, by=by, at=at, field=field, note=text)
