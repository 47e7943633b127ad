from __future__ import annotations

from collections.abc import Mapping

import pytest

from respondent.cli.status import status
from respondent.ledger.row import KINDS
from respondent.ledger.state import RECORDED, State, listed
from respondent.translation.table.words import STATES
from respondent.translation.xliff.states import OUT


def test_states_are_ordered_from_missing_to_final() -> None:
    words = [state.word for state in sorted(State)]

    assert words == ["missing", "unapproved", "stale", "translated", "reviewed", "final"]


def test_states_that_a_row_records_are_kinds_of_row() -> None:
    assert {kind: KINDS[kind] for kind in RECORDED} == {
        kind: state.meaning for kind, state in RECORDED.items()
    }


@pytest.mark.parametrize("table", [STATES, OUT], ids=["translators' table", "XLIFF"])
def test_every_format_for_translators_has_a_word_for_each_state(table: Mapping[State, object]) -> None:
    assert [state.word for state in State if state not in table] == []


def test_help_of_status_names_each_state() -> None:
    assert [state.word for state in State if state.word not in (status.__doc__ or "")] == []


def test_states_are_listed_with_their_meanings() -> None:
    assert (
        listed((State.TRANSLATED, State.REVIEWED))
        == "translated (handed in as a translation), reviewed (approved by a reader)"
    )
