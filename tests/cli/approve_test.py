from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal

from respondent.ledger import ledger
from respondent.ledger.row import LedgerRow

SLUG = "2019-stalking-and-harassment"


@pytest.fixture
def folder(bench: Bench) -> Path:
    return bench.response.parent


def rows(folder: Path) -> tuple[LedgerRow, ...]:
    return ledger.read(folder).rows


def test_a_welsh_reader_approves_all_translations(terminal: Terminal, bench: Bench, folder: Path) -> None:
    ran = terminal.run("approve", "--by", "Nia Rhys", "--language", "cy", at=bench.root)

    assert (ran.code, ran.err) == (0, "")
    assert "  reviewed  cy  evidence.training.text" in ran.out
    assert {(row.kind, row.by) for row in rows(folder)} == {("reviewed", "Nia Rhys")}
    assert all(row.target for row in rows(folder))


def test_commissioner_signs_off_the_english(terminal: Terminal, bench: Bench, folder: Path) -> None:
    terminal.run(
        *("approve", "--by", "J. Cuthbert", "--language", "en", "--state", "final"),
        "--field",
        "closing",
        at=bench.root,
    )

    (row,) = rows(folder)
    assert (row.kind, row.field, row.target) == ("final", "closing", "")
    assert row.source.startswith("I can confirm")


def test_approved_text_is_not_approved_again(terminal: Terminal, bench: Bench, folder: Path) -> None:
    terminal.run("approve", "--by", "Nia", at=bench.root)
    before = rows(folder)

    ran = terminal.run("approve", "--by", "Nia", at=bench.root)

    assert rows(folder) == before
    assert f"  {len(before)} approved already" in ran.out


def test_a_dry_run_writes_nothing(terminal: Terminal, bench: Bench, folder: Path) -> None:
    ran = terminal.run("approve", "--by", "Nia", "--dry-run", at=bench.root)

    assert "  nothing was written: a dry run" in ran.out
    assert not (folder / "ledger.jsonl").exists()


def test_missing_name_and_unknown_texts_or_states_are_refused(terminal: Terminal, bench: Bench) -> None:
    assert terminal.run("approve", at=bench.root).problems == [
        ("--by: no name is given", 'give your name:  --by "Nia Rhys"')
    ]
    ran = terminal.run("approve", "--by", "Nia", "--field", "evidence.trainin.text", at=bench.root)
    assert ran.code == 2
    ((what, then),) = ran.problems
    assert what == "--field: no text is called evidence.trainin.text"
    assert then.startswith("did you mean `evidence.training.text`? the texts are letter.subject, ")
    assert terminal.run("approve", "--by", "Nia", "--state", "good", at=bench.root).code == 2
    assert terminal.run("approve", "--by", "Nia", "--state", "reviewed,final", at=bench.root).problems == [
        ("--state: “reviewed,final” is more than one value", "write one of reviewed, final")
    ]


def test_a_missing_text_cannot_be_approved(terminal: Terminal, bench: Bench) -> None:
    text = bench.response.read_text(encoding="utf-8")
    start, end = text.index("closing:\n  cy: >-"), text.index("  en: >-\n    I can confirm that my office")
    bench.response.write_text(text[:start] + "closing:\n" + text[end:], encoding="utf-8")

    ran = terminal.run("approve", "--by", "Nia", "--field", "closing", at=bench.root)

    assert "  missing   cy  closing" in ran.out
    assert "  reviewed  en  closing" in ran.out


def another(bench: Bench, name: str) -> Path:
    """Return a second response beside the first one, alike but for the id of one item."""
    folder = bench.response.parent.with_name(name)
    shutil.copytree(bench.response.parent, folder)
    file = folder / "response.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("- id: training", "- id: courses"), "utf-8")
    return folder


def test_text_of_some_responses_is_approved_in_those(terminal: Terminal, bench: Bench, folder: Path) -> None:
    other = another(bench, "2021-custody")

    ran = terminal.run("approve", "--by", "Nia", "--field", "evidence.training", at=bench.root)

    assert (ran.code, ran.err) == (0, "")
    assert len(rows(folder)) == 2
    assert f"responses/{other.name}\n  nothing to approve" in ran.out


def test_unknown_text_is_refused_before_anything_is_written(
    terminal: Terminal, bench: Bench, folder: Path
) -> None:
    other = another(bench, "2021-custody")

    ran = terminal.run(
        *("approve", "--by", "Nia", "--field", "evidence.courses", "--field", "evidence.coarses"),
        at=bench.root,
    )

    assert ran.code == 2
    assert ran.problems[0][0] == "--field: no text is called evidence.coarses"
    assert (ran.out, rows(folder), rows(other)) == ("", (), ())


def test_approvals_before_an_interruption_are_printed_and_kept(
    terminal: Terminal, bench: Bench, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = another(bench, "2021-custody")
    append = ledger.append

    def stopped(at: Path, said: list[LedgerRow]) -> None:
        if at.name == other.name:
            raise KeyboardInterrupt
        append(at, said)

    monkeypatch.setattr(ledger, "append", stopped)
    ran = terminal.run("approve", "--by", "Nia", "--language", "cy", at=bench.root)

    assert ran.code == 130
    assert len(rows(folder)) == 9
    assert ran.out.startswith(f"responses/{SLUG}\n  reviewed  cy  letter.subject\n")


class TestStale:
    @pytest.fixture
    def stale(self, terminal: Terminal, bench: Bench) -> Bench:
        terminal.run("approve", "--by", "Nia", "--language", "cy", at=bench.root)
        return bench.change(bench.response, "the best service possible", "the best support possible")

    def test_stale_text_is_listed_with_its_change(
        self, terminal: Terminal, stale: Bench, folder: Path
    ) -> None:
        before = rows(folder)

        ran = terminal.run("approve", "--by", "Siân", "--language", "cy", at=stale.root)

        assert rows(folder) == before
        told = ran.out.splitlines()
        assert told[1].startswith(
            "  stale     cy  closing  not approved: the English has changed, last by Nia on"
        )
        assert told[2].strip().startswith("en: ") and "[-service-]{+support+}" in told[2]
        assert told[-1].strip() == (
            "check the stale texts. Then approve them with --stale, or single ones with --field ID"
        )

    @pytest.mark.parametrize("option", [("--field", "closing"), ("--stale",)])
    def test_named_stale_text_is_approved(
        self, terminal: Terminal, stale: Bench, folder: Path, option: tuple[str, ...]
    ) -> None:
        ran = terminal.run("approve", "--by", "Siân", "--language", "cy", *option, at=stale.root)

        assert "  reviewed  cy  closing  (the source had changed)" in ran.out
        assert rows(folder)[-1].by == "Siân"
        assert "stale" not in terminal.run("status", at=stale.root).out


class TestStatus:
    def test_one_response_in_words(self, terminal: Terminal, bench: Bench) -> None:
        terminal.run("approve", "--by", "Nia", "--language", "cy", at=bench.root)

        ran = terminal.run("status", at=bench.root)

        assert ran.code == 0
        head, welsh, english, *_ = ran.out.splitlines()
        assert head == f"responses/{SLUG}"
        assert welsh.startswith("  Welsh      9 reviewed (")
        assert english.startswith("  English    9 unapproved (")

    def test_one_english_word_changed_makes_one_text_stale_and_shows_what_changed(
        self, terminal: Terminal, bench: Bench
    ) -> None:
        terminal.run("approve", "--by", "Nia", "--language", "cy", at=bench.root)
        bench.change(bench.response, "the best service possible", "the best support possible")

        ran = terminal.run("status", "--verbose", at=bench.root)

        assert "1 stale" in ran.out
        stale = next(line for line in ran.out.splitlines() if line.strip().startswith("stale"))
        assert stale.split() == ["stale", "closing,", "last", "by", "Nia", "on", stale.split()[-1]]
        assert "[-service-]{+support+}" in ran.out

        bench.change(bench.response, "the best support possible", "the best service possible")

        assert "9 reviewed" in terminal.run("status", at=bench.root).out

    def test_failed_response_does_not_stop_the_table(self, terminal: Terminal, bench: Bench) -> None:
        for name, text in (("2021-custody", None), ("2022-broken", "letter: [")):
            folder = bench.response.parent.with_name(name)
            shutil.copytree(bench.response.parent, folder)
            if text:
                (folder / "response.yaml").write_text(text)

        ran = terminal.run("status", at=bench.root)

        assert ran.code == 4
        assert "2022-broken" in ran.err
        table = [line.split()[0] for line in ran.out.splitlines() if line]
        assert table == ["response", SLUG, "2021-custody"] * 2

    def test_damaged_ledger_is_reported_and_its_other_rows_count(
        self, terminal: Terminal, bench: Bench, folder: Path
    ) -> None:
        terminal.run("approve", "--by", "Nia", "--language", "cy", at=bench.root)
        file = folder / "ledger.jsonl"
        lines = file.read_text().splitlines()
        file.write_text("\n".join(["{damaged", *lines, lines[0][:30]]))

        ran = terminal.run("status", at=bench.root)

        assert "9 reviewed" in ran.out
        assert [what.partition("ledger.jsonl:")[2] for what, _ in ran.problems] == [
            "1: the line is damaged",
            "11: the last line is incomplete, as after a power cut",
        ]


class TestLog:
    def test_log_prints_the_ledger(self, terminal: Terminal, bench: Bench, folder: Path) -> None:
        terminal.run("approve", "--by", "Nia", "--field", "closing", "--note", "Da iawn", at=bench.root)

        ran = terminal.run("log", folder, at=bench.root)

        lines = ran.out.splitlines()
        assert [line[18:].split("  by")[0].split() for line in lines[::2]] == [
            ["reviewed", "cy", "closing"],
            ["reviewed", "en", "closing"],
        ]
        assert lines[1].strip() == "note: Da iawn"

    def test_texts_in_full_and_kinds_of_a_later_version(
        self, terminal: Terminal, bench: Bench, folder: Path
    ) -> None:
        row = {"v": 2, "kind": "blessed", "by": "Nia", "at": "2026-11-24T12:00:00+00:00"}
        terminal.run("approve", "--by", "Nia", "--field", "closing", "--language", "en", at=bench.root)
        with (folder / "ledger.jsonl").open("a") as file:
            file.write(json.dumps(row) + "\n")

        ran = terminal.run("log", folder, "--texts", at=bench.root)

        assert "| I can confirm that my office" in ran.out
        assert "by Nia  (of a later version)" in ran.out

    def test_empty_ledger(self, terminal: Terminal, bench: Bench, folder: Path) -> None:
        for path in (folder, folder / "response.yaml", bench.root, bench.office):
            assert terminal.run("log", path, at=bench.root).out == "the ledger has no rows yet\n"

    @pytest.mark.parametrize("path", ["nowhere/at/all", "nowhere", "responses", "terms.csv"])
    def test_folder_without_ledger_is_refused(self, terminal: Terminal, bench: Bench, path: str) -> None:
        ran = terminal.run("log", path, at=bench.root)

        assert (ran.code, ran.out) == (2, "")
        ((what, then),) = ran.problems
        assert what == f"{path}: this is neither a response nor a workspace"
        assert then.startswith("give the folder of a response")

    def test_text_without_rows_lists_texts_with_rows(
        self, terminal: Terminal, bench: Bench, folder: Path
    ) -> None:
        terminal.run("approve", "--by", "Nia", "--field", "closing", at=bench.root)

        ran = terminal.run("log", folder, "--field", "closin", at=bench.root)

        assert ran.out.splitlines() == [
            "no row is about closin",
            "  did you mean `closing`? there are rows about closing",
        ]


class TestConfirm:
    def test_the_unconfirmed_values_are_listed_with_their_place_and_words(
        self, terminal: Terminal, bench: Bench
    ) -> None:
        ran = terminal.run("confirm", at=bench.root)

        assert ran.code == 0
        assert "people.jane-mudd\n  office.yaml:" in ran.out
        assert ran.out.splitlines()[-1].endswith("unconfirmed values")

    def test_confirmed_value_loses_its_mark_and_is_recorded(self, terminal: Terminal, bench: Bench) -> None:
        before = bench.office.read_text(encoding="utf-8")

        ran = terminal.run("confirm", "people.jane-mudd", "--by", "Swyddfa Gwent", at=bench.root)

        assert (ran.code, ran.out) == (0, "confirmed people.jane-mudd\n")
        after = bench.office.read_text(encoding="utf-8")
        changed = [
            pair for pair in zip(before.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]
        ]
        assert changed == [("    unconfirmed: true", "    unconfirmed: false")]
        (row,) = ledger.read(bench.root).rows
        assert (row.kind, row.field, row.by) == ("confirmed", "people.jane-mudd", "Swyddfa Gwent")
        assert "Jane Mudd" in row.more["value"]
        assert "people.jane-mudd" not in terminal.run("confirm", at=bench.root).out

    def test_values_of_a_response_and_all_at_once(
        self, terminal: Terminal, bench: Bench, folder: Path
    ) -> None:
        ran = terminal.run("confirm", "all", "--by", "Nia", "--file", folder, at=bench.root)

        assert ran.code == 0
        assert "confirmed recommendations.record-breaches.deadline" in ran.out
        assert len(rows(folder)) == 3

    def test_unknown_value_or_missing_name_is_refused(self, terminal: Terminal, bench: Bench) -> None:
        ran = terminal.run("confirm", "people.jane-mud", "--by", "Nia", at=bench.root)

        assert ran.code == 2
        ((what, then),) = ran.problems
        assert what == "confirm: people.jane-mud is not among the unconfirmed values"
        assert then.startswith("did you mean `people.jane-mudd`? ")
        assert terminal.run("confirm", "people.jane-mudd", at=bench.root).code == 2
