"""The states of a text: one table, from which commands, rows and documentation take their lists."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType


class State(IntEnum):
    """How far a text has progressed, from missing to final, with what each state means.

    The order counts: a higher state includes all that a lower one asks for. Only the states from
    `TRANSLATED` upwards are recorded in the ledger. The others follow from the texts (see `standing`).
    """

    MISSING = 0, "there is no text"
    UNAPPROVED = 1, "nobody has handed it in or approved it"
    STALE = 2, "its source has changed since it was translated or approved"
    TRANSLATED = 3, "handed in as a translation"
    REVIEWED = 4, "approved by a reader"
    FINAL = 5, "not to change any more; an original is signed off"

    meaning: str

    def __new__(cls, value: int, meaning: str) -> State:
        """Make a state that compares by its number."""
        state = int.__new__(cls, value)
        state._value_ = value
        state.meaning = meaning
        return state

    @property
    def word(self) -> str:
        """The name as people and files write it: ``reviewed``."""
        return self.name.lower()


RECORDED: Mapping[str, State] = MappingProxyType(
    {state.word: state for state in State if state >= State.TRANSLATED}
)
"""The states that a row of the ledger records, by its kind."""

FOR_APPROVAL = (State.REVIEWED, State.FINAL)
"""What `respondent approve` can record. Only a translator's file makes a text translated."""

FOR_SUBMISSION = (State.TRANSLATED, State.REVIEWED)
"""What `respondent take` can record. A file from outside never makes a text final: the office does."""


def listed(states: tuple[State, ...]) -> str:
    """Return states with their meanings, for the help of an option: ``reviewed (approved by a reader)``."""
    return ", ".join(f"{state.word} ({state.meaning})" for state in states)
