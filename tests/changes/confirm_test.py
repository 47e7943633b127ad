from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest
from offices import Bench

from respondent.changes.confirm import confirm
from respondent.errors import InputError, OutputError, Problem, UsageError
from respondent.files import journal, lines, yaml
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.ledger.values import UnconfirmedValue, unconfirmed

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

MARK = "unconfirmed: true"
NAME = "people.jane-mudd"


@pytest.fixture
def office(bench: Bench) -> Path:
    return bench.office


def rows(file: Path) -> tuple[LedgerRow, ...]:
    return ledger.read(file.parent).rows


def of(file: Path) -> dict[str, UnconfirmedValue]:
    """Return the values that wait, by name."""
    return {value.name: value for value in unconfirmed(yaml.load(file), rows(file))}


def test_a_ledger_that_cannot_be_written_leaves_the_marks_where_they_are(office: Path) -> None:
    before = office.read_bytes()

    full = OutputError(Problem("ledger.jsonl", "the disk is full", "free some space on it, then try again"))
    with mock.patch.object(lines, "append", side_effect=full), pytest.raises(OutputError):
        confirm(office, [NAME], by="Nia", at=NOW)

    assert office.read_bytes() == before and not (office.parent / journal.FILE).exists()


def test_when_it_is_stopped_on_the_way_the_next_command_completes_it(office: Path) -> None:
    with mock.patch.object(lines, "append", side_effect=KeyboardInterrupt), pytest.raises(KeyboardInterrupt):
        confirm(office, [NAME], by="Nia", at=NOW)

    assert not rows(office)
    assert "was completed" in journal.interrupted(office.parent)
    assert [(row.kind, row.field, row.by) for row in rows(office)] == [("confirmed", NAME, "Nia")]
    assert NAME not in of(office)


@pytest.mark.parametrize("word", ["yes", "True", "TRUE", "on", "'true'"])
def test_a_mark_is_one_however_yes_is_spelled(bench: Bench, word: str) -> None:
    text = bench.office.read_text(encoding="utf-8").replace(MARK, f"unconfirmed: {word}")
    bench.office.write_text(text, encoding="utf-8")
    assert bench.desk().office.facts.people[-1].unconfirmed

    confirm(bench.office, [NAME], by="Nia", at=NOW)

    assert NAME not in of(bench.office)
    assert f"unconfirmed: {word}" in bench.office.read_text(encoding="utf-8")


def test_a_value_that_changes_after_it_was_confirmed_waits_again_until_it_is_confirmed_or_changed_back(
    bench: Bench,
) -> None:
    office = bench.office
    confirm(office, ["all"], by="Nia", at=NOW)
    assert of(office) == {}

    bench.change(office, "Jane Mudd", "Jane Mudde")

    assert {name: value.is_marked for name, value in of(office).items()} == {NAME: False}
    assert of(office)[NAME].is_changed
    bench.change(office, "Jane Mudde", "Jane  Mudd")  # a space more means nothing
    assert of(office) == {}
    bench.change(office, "Jane  Mudd", "J. Mudd")
    confirm(office, [NAME], by="Siân", at=NOW)
    assert of(office) == {}
    assert [row.by for row in rows(office) if row.field == NAME] == ["Nia", "Siân"]


def test_a_value_that_is_confirmed_as_it_stands_is_refused(office: Path) -> None:
    confirm(office, [NAME], by="Nia", at=NOW)

    with pytest.raises(UsageError):
        confirm(office, [NAME], by="Nia", at=NOW)


def test_nothing_is_confirmed_beside_a_ledger_that_cannot_be_read(office: Path) -> None:
    office.with_name("ledger.jsonl").write_bytes("{}\n".encode("utf-16"))
    before = office.read_bytes()

    with pytest.raises(InputError):
        confirm(office, [NAME], by="Nia", at=NOW)

    assert office.read_bytes() == before
