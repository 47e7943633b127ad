from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from checks.cases import case

from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.engine import SILENCED, chosen, errors, look
from respondent.checks.finding import Fact, Severity
from respondent.checks.known import CHECKS
from respondent.checks.settings import meant, setting_problems
from respondent.checks.silence import finding_with_key, refused, silencing
from respondent.errors import UsageError
from respondent.files.source import Source
from respondent.ledger.ledger import Ledger
from respondent.ledger.row import LedgerRow

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@check("T999", Severity.ERROR)
def words_fine(case: Case) -> Iterator[Fact]:
    assert case.facts.closing
    yield Fact(
        what="words are not fine", advice="mend them", block="closing", about=case.facts.closing.en or ""
    )


@check("S999", Severity.ERROR, is_duty=True)
def law_kept(case: Case) -> Iterator[Fact]:
    yield Fact(what="the law is not kept", advice="keep it")


def at(*rows: LedgerRow, **says: object) -> Case:
    found = case(says)
    return Case(found.response, found.office, Ledger(rows), found.letters, found.documents, found.today)


def test_finding_without_a_file_has_no_place_and_line_0() -> None:
    (finding,) = look(at(), [law_kept])

    assert (finding.place, finding.line) == ("", 0)


def test_a_silenced_finding_has_its_reason_and_is_not_an_error() -> None:
    (finding,) = look(at(), [words_fine])
    row = silencing(finding, by="A. Jones", recorded_at=NOW, reason="it is a name")

    (silenced,) = look(at(row), [words_fine])

    assert silenced.reason == "it is a name (A. Jones, 2026-11-23)"
    assert (errors([finding]), errors([silenced])) == ([finding], [])


def test_a_row_without_a_reason_withdraws_a_silence() -> None:
    (finding,) = look(at(), [words_fine])
    rows = [silencing(finding, by="A", recorded_at=NOW, reason=reason) for reason in ("known", "")]

    assert look(at(*rows), [words_fine])[0].reason == ""


def test_a_silence_lapses_when_the_words_change() -> None:
    (finding,) = look(at(), [words_fine])
    row = silencing(finding, by="A", recorded_at=NOW, reason="known")

    assert look(at(row, change={"closing.en": "Other words."}), [words_fine])[0].reason == ""


def test_a_legal_requirement_cannot_be_silenced_by_the_ledger() -> None:
    (finding,) = look(at(), [law_kept])
    row = LedgerRow(kind=SILENCED, by="A", at=NOW, note="never mind", more={"finding": finding.key})

    assert not finding.can_be_silenced
    assert look(at(row), [law_kept])[0].reason == ""
    assert "cannot be silenced" in str(refused(finding, "response.yaml"))


def test_the_office_sets_severities_but_not_those_of_the_law() -> None:
    quiet = at(office={"checks": {"T999": "note", "S999": "note"}})

    assert [one.severity for one in look(quiet, [words_fine, law_kept])] == [Severity.ERROR, Severity.NOTE]
    assert look(at(office={"checks": {"T999": "off"}}), [words_fine]) == []


def test_checks_are_chosen_by_family_by_id_and_by_name() -> None:
    assert {one.id[0] for one in chosen(CHECKS, ["t", "D1"])} == {"T", "D"}
    assert [one.id for one in chosen(CHECKS, ["t201", "texts-there"])] == ["T201", "D101"]
    assert chosen(CHECKS, []) == list(CHECKS)


def test_an_unknown_key_lists_the_known_keys() -> None:
    (finding,) = look(at(), [words_fine])

    assert finding_with_key([finding], f"[{finding.key.upper()}]", "response.yaml") is finding
    with pytest.raises(UsageError, match=f"{finding.key}  T999  words are not fine"):
        finding_with_key([finding], "00000000", "response.yaml")
    with pytest.raises(UsageError, match="this response has no findings"):
        finding_with_key([], "00000000", "response.yaml")
    with pytest.raises(UsageError, match="and 5 more"):
        many = [look(at(change={"closing.en": f"Word {n}."}), [words_fine])[0] for n in range(25)]
        finding_with_key(many, "00000000", "response.yaml")


def test_a_setting_without_effect_is_reported() -> None:
    source = Source("office.yaml", {}, {})
    settings = {"T409": "note", "D101": "note", "T101": "off", "D102": "error"}

    problems = list(setting_problems(source, settings))

    assert [problem.what for problem in problems] == [
        "there is no check T409",
        "D101 texts-there stays an error, because the law requires it",
    ]
    assert problems[0].next.startswith("did you mean T4")
    assert meant("zzzzzzzz", CHECKS) == "docs/checks.md lists them all"
