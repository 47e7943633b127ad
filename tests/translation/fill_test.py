from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from memory.units import of
from offices import Bench

from respondent.errors import InputError
from respondent.language import Language
from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow
from respondent.ledger.standing import standings
from respondent.ledger.state import State
from respondent.response.fields import fields
from respondent.response.reading import read_facts
from respondent.translation.fill import FillOptions, FillResult, Memories, fill

EN, CY = Language.EN, Language.CY
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

RESPONSE = """\
# a note that stays
reports:
  - id: custody
    title: {en: Custody in Gwent, welsh: office}
    inspectorate: hmicfrs
    published: 2019-04-10
letter:
  recipients: [home-secretary]
  subject: {cy: "", en: Custody}  # to be said
opening:
  en: >-
    I agree with it.
    A reply is due within 56 days.
evidence:
  - id: first
    by: force
    text:
      en: |
        - I agree with it.
        - Something new
closing:
  cy: Diolch i chi am eich adroddiad.
comments:
  text: {cy: Yno., en: There.}
"""


@pytest.fixture
def file(bench: Bench) -> Path:
    """Return a response with texts that are missing, beside a memory that has some of them."""
    bench.write(
        "memory/public.tmx",
        of(
            ("Dalfa", "Custody"),
            ("Cytunaf ag ef.", "I agree with it."),
            ("Rhaid ymateb o fewn 28 diwrnod.", "A reply is due within 28 days."),
            ("Diolch i chi am eich adroddiad.", "Thank you for your report."),
        ),
    )
    return bench.write("responses/2019-custody/response.yaml", RESPONSE)


def filled(file: Path, *, takes_adapted: bool = False, is_trial: bool = False) -> FillResult:
    return fill(
        file, Memories().of(file), FillOptions("Nia", NOW, takes_adapted=takes_adapted, is_trial=is_trial)
    )


def ids(result: FillResult) -> tuple[list[str], list[str]]:
    return [one.field.id for one in result.filled], [one.field.id for one in result.missing]


def rows(file: Path) -> tuple[LedgerRow, ...]:
    return ledger.read(file.parent).rows


def test_what_the_memory_has_word_for_word_is_filled_in_and_nothing_else_changes(file: Path) -> None:
    file.write_text(RESPONSE.replace("closing:\n", "closing:\n  source: cy\n"), encoding="utf-8")
    before = yaml.safe_load(file.read_text(encoding="utf-8"))

    result = filled(file)

    assert ids(result) == (
        ["letter.subject", "closing"],
        ["reports.custody.title", "opening", "evidence.first.text"],
    )
    after = yaml.safe_load(file.read_text(encoding="utf-8"))
    before["letter"]["subject"]["cy"] = "Dalfa"
    before["closing"]["en"] = "Thank you for your report."
    assert after == before
    assert "# a note that stays" in file.read_text(encoding="utf-8")
    assert "# to be said" in file.read_text(encoding="utf-8")


def test_the_ledger_says_where_it_came_from_and_approves_nothing(file: Path) -> None:
    filled(file)

    (row,) = rows(file)
    assert (row.kind, row.origin, row.by, row.at, row.field) == (
        "imported",
        "memory",
        "Nia",
        NOW,
        "letter.subject",
    )
    assert (row.source_language, row.source, row.target) == (EN, "Custody", "Dalfa")
    assert row.note == "memory/public.tmx, unit 1"
    from respondent.files import yaml as own

    found = standings(fields(read_facts(own.load(file))), rows(file))
    assert found["letter.subject"].cy.state is State.UNAPPROVED


def test_figures_that_are_carried_over_are_filled_in_only_when_asked_and_said_so(file: Path) -> None:
    filled(file)
    text = file.read_bytes()
    assert (ids(filled(file))[0], file.read_bytes()) == ([], text)

    result = filled(file, takes_adapted=True)

    assert ids(result)[0] == ["opening"]
    assert (
        yaml.safe_load(file.read_text("utf-8"))["opening"]["cy"]
        == "Cytunaf ag ef. Rhaid ymateb o fewn 56 diwrnod."
    )
    assert rows(file)[-1].note == (
        "memory/public.tmx, unit 2; memory/public.tmx, unit 3; figures or dates carried over"
    )


def test_what_is_left_says_how_near_the_memory_comes(file: Path) -> None:
    left = {one.field.id: one for one in filled(file, is_trial=True).missing}

    assert left["opening"].match
    assert left["opening"].match.is_adapted
    assert left["evidence.first.text"].match is None
    assert round(left["evidence.first.text"].similarity) == round(100 * 16 / 29)


def test_a_trial_writes_nothing(file: Path) -> None:
    assert ids(filled(file, is_trial=True))[0] == ["letter.subject"]
    assert file.read_text(encoding="utf-8") == RESPONSE
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_filling_twice_changes_nothing_the_second_time(file: Path) -> None:
    filled(file)
    before = file.read_bytes(), (file.parent / ledger.FILE).read_bytes()

    assert ids(filled(file))[0] == []
    assert (file.read_bytes(), (file.parent / ledger.FILE).read_bytes()) == before


def test_a_response_that_is_wrong_is_left_as_it_is(file: Path) -> None:
    file.write_text("letter: [", encoding="utf-8")

    with pytest.raises(InputError):
        filled(file)
    assert file.read_text(encoding="utf-8") == "letter: ["


def test_what_others_put_into_welsh_and_what_is_alike_is_not_filled(file: Path) -> None:
    text = (
        RESPONSE
        + "recommendations:\n  - {id: one, number: 1, report: custody, addressees: [chief-constables], text: {en: Custody}}\n"
    )
    file.write_text(text, encoding="utf-8")
    assert "recommendations.one.text" not in [*ids(filled(file))[0], *ids(filled(file))[1]]

    file.write_text(
        text.replace("text: {en: Custody}", "text: {en: Custody, welsh: office}"), encoding="utf-8"
    )
    assert "recommendations.one.text" in ids(filled(file))[0]


def test_approved_texts_of_another_response_are_filled_in(file: Path, bench: Bench) -> None:
    said = LedgerRow(
        kind="final",
        by="Nia",
        at=NOW,
        field="x",
        source_language=EN,
        source="Custody in Gwent",
        target="Dalfa Gwent",
    )
    ledger.append(bench.response.parent, [said])

    assert "reports.custody.title" in ids(filled(file))[0]
    assert "2019-stalking-and-harassment, x" in [row.note for row in rows(file)]


def test_the_memory_of_a_workspace_is_gathered_once(file: Path) -> None:
    memories = Memories()

    assert memories.of(file) is memories.of(file)
    assert len(memories.all()) == 1


def test_nothing_is_filled_in_beside_a_ledger_that_cannot_be_read(file: Path) -> None:
    file.with_name("ledger.jsonl").write_bytes("{}\n".encode("utf-16"))
    before = file.read_bytes()

    with pytest.raises(InputError):
        filled(file)

    assert file.read_bytes() == before


def test_a_table_with_a_row_that_is_too_short_is_looked_up_like_any_other_text(file: Path) -> None:
    table = "closing:\n  en: |\n    | a | b |\n    |---|---|\n    | Custody |\n    right below\n"
    file.write_text(RESPONSE.replace("closing:\n  cy: Diolch i chi am eich adroddiad.\n", table), "utf-8")

    assert "closing" in ids(filled(file))[1]
