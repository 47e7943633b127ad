from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal

from respondent.ledger import ledger
from respondent.memory.memory import Memory
from respondent.translation.send import Sender, SendOptions

SLUG = "2019-stalking-and-harassment"
XLF = f"{SLUG}.en-cy.xlf"


@pytest.fixture
def folder(bench: Bench) -> Path:
    return bench.response.parent


def send(terminal: Terminal, bench: Bench, *more: str) -> str:
    """Send the example and return what was printed."""
    ran = terminal.run("send", str(bench.response), "--by", "Ann", "--out", "out", *more, at=bench.root)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def edited(bench: Bench, *changes: tuple[str, str]) -> Path:
    """Return the file that was sent, with words changed in it."""
    sent = bench.root / "out" / SLUG / XLF
    text = sent.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    back = bench.root / "back.xlf"
    back.write_text(text, encoding="utf-8")
    return back


CHANGE = ("Gallaf gadarnhau", "Cadarnhaf: #")


def test_folder_has_texts_memory_terms_letter_and_cover_note(
    terminal: Terminal, bench: Bench, folder: Path
) -> None:
    out = send(terminal, bench, "--to", "Cyfieithu Cymru", "--due", "2026-12-01")

    made = bench.root / "out" / SLUG
    assert {file.name for file in made.iterdir()} == {"cover-note.txt", XLF, "terms.csv", f"{SLUG}.en.docx"}
    note = (made / "cover-note.txt").read_text(encoding="utf-8")
    assert "At: Cyfieithu Cymru" in note and "To: Cyfieithu Cymru" in note
    assert "Wanted by: Tuesday 1 December 2026" in note and "Erbyn: dydd Mawrth 1 Rhagfyr 2026" in note
    assert "texts: " in note and "; words: " in note and "new\n" in note
    assert "Questions to: Ann, 01633 642 200" in note
    assert f"Send back: {XLF}" in note and "HMICFRS: " in note
    assert "due       2026-12-01" in out
    (row,) = ledger.read(folder).rows
    assert (row.kind, row.by, row.more["to"]) == ("sent-for-translation", "Ann", "Cyfieithu Cymru")
    status = terminal.run("status", at=bench.root).out
    assert "with Cyfieithu Cymru since" in status


def test_returned_file_is_imported_and_undone(terminal: Terminal, bench: Bench, folder: Path) -> None:
    before = bench.response.read_bytes()
    send(terminal, bench)
    back = edited(bench, CHANGE)

    trial = terminal.run("take", back, "--by", "Nia", "--dry-run", at=bench.root)
    assert "{+Cadarnhaf:+}" in trial.out
    assert bench.response.read_bytes() == before

    ran = terminal.run("take", back, "--by", "Nia", at=bench.root)
    assert (ran.code, ran.err) == (0, "")
    assert "1 taken" in ran.out
    assert "Cadarnhaf: # y bydd fy swyddfa" in " ".join(bench.response.read_text("utf-8").split())
    assert [row.kind for row in ledger.read(folder).rows] == ["sent-for-translation", "translated"]

    undone = terminal.run("undo", "--by", "Ann", at=bench.root)
    assert "restored  closing" in undone.out
    assert "Gallaf gadarnhau" in bench.response.read_text("utf-8")
    assert ledger.read(folder).rows[-1].kind == "withdrawn"
    assert "there is no import to undo" in terminal.run("undo", "--by", "Ann", at=bench.root).out


def test_unchanged_translation_writes_nothing(terminal: Terminal, bench: Bench, folder: Path) -> None:
    before = bench.response.read_bytes()
    send(terminal, bench, "--all")
    rows = ledger.read(folder).rows

    ran = terminal.run("take", edited(bench), "--by", "Nia", "--state", "reviewed", at=bench.root)

    assert ran.code == 0
    assert bench.response.read_bytes() == before
    assert ledger.read(folder).rows == rows


def test_undo_is_refused_after_a_later_change(terminal: Terminal, bench: Bench) -> None:
    send(terminal, bench)
    terminal.run("take", edited(bench, CHANGE), "--by", "Nia", at=bench.root)
    text = bench.response.read_text("utf-8").replace("Cadarnhaf: #", "Cadarnhaf")
    bench.response.write_text(text, encoding="utf-8")

    ran = terminal.run("undo", "--by", "Ann", at=bench.root)

    assert ran.code == 3
    assert "the text has changed since the import" in ran.err
    assert bench.response.read_text("utf-8") == text


def test_refused_unit_is_listed_and_the_rest_is_imported(terminal: Terminal, bench: Bench) -> None:
    send(terminal, bench)
    back = edited(bench, CHANGE, ("1 Ionawr 2019", "2 Ionawr 2019"))

    ran = terminal.run("take", back, "--by", "Nia", at=bench.root)

    assert ran.code == 1
    assert "1 taken" in ran.out
    assert "not taken evidence.occurrences.text~" in ran.out
    key = ran.out.split("not taken ")[1].split(" ")[0]
    again = terminal.run("take", back, "--by", "Nia", "--accept", key, at=bench.root)
    assert (again.code, "2 Ionawr 2019" in bench.response.read_text("utf-8")) == (0, True)


def test_omegat_gets_a_project(terminal: Terminal, bench: Bench) -> None:
    send(terminal, bench, "--for", "omegat")

    made = bench.root / "out" / SLUG
    assert (made / "source" / XLF).is_file()
    assert (made / "target").is_dir()
    assert "<source_lang>en-GB</source_lang>" in (made / "omegat.project").read_text("utf-8")
    assert "\t" in (made / "glossary" / "terms.txt").read_text("utf-8")


def test_earlier_folder_is_kept(terminal: Terminal, bench: Bench) -> None:
    send(terminal, bench)
    send(terminal, bench)

    assert (bench.root / "out" / f"{SLUG} (2)" / XLF).is_file()


def test_nothing_is_sent_if_everything_is_approved(terminal: Terminal, bench: Bench, folder: Path) -> None:
    terminal.run("approve", "--by", "Nia", "--language", "cy", at=bench.root)
    rows = ledger.read(folder).rows

    assert "nothing to send" in send(terminal, bench)
    assert ledger.read(folder).rows == rows
    assert not (bench.root / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--as", "pdf"), "there is no pdf"),
        (("--for", "trados"), "there is no trados"),
        (("--codes", "en-GB,cy-GB"), "is not a pair of codes"),
        (("--due", "soon"), "is not a date"),
    ],
)
def test_wrong_options_of_send(
    terminal: Terminal, bench: Bench, arguments: tuple[str, ...], what: str
) -> None:
    ran = terminal.run("send", "--by", "Ann", *arguments, at=bench.root)

    assert (ran.code, what in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'<tmx version="1.4"/>', "this is a translation memory"),
        (b"\xd0\xcf\x11\xe0rest", "it is an old Word document (.doc)"),
        (b"hello", "this file was not made by `respondent send` or `respondent draft`"),
        (b"", "this file was not made by `respondent send` or `respondent draft`"),
        (b"<xliff", "cannot be read as XLIFF"),
    ],
)
def test_files_that_cannot_be_taken(terminal: Terminal, bench: Bench, data: bytes, what: str) -> None:
    (bench.root / "back").write_bytes(data)

    ran = terminal.run("take", "back", "--by", "Nia", at=bench.root)

    assert (ran.code, what in ran.err) == (3, True)


def test_unreadable_file_does_not_stop_the_others(terminal: Terminal, bench: Bench) -> None:
    send(terminal, bench)
    back = edited(bench, CHANGE)

    ran = terminal.run("take", "nowhere.xlf", back, "--by", "Nia", at=bench.root)

    assert ran.code == 4
    assert "nowhere.xlf" in ran.err
    assert "1 taken" in ran.out


def test_response_is_found_by_the_keys_that_were_sent(terminal: Terminal, bench: Bench) -> None:
    send(terminal, bench)
    other = bench.response.parent.with_name("2020-other")
    shutil.copytree(bench.response.parent, other, ignore=shutil.ignore_patterns("ledger*"))
    back = edited(bench, CHANGE, (f'original="{SLUG}"', 'original="elsewhere"'))

    ran = terminal.run("take", back, "--by", "Nia", at=bench.root)

    assert (ran.code, "Cadarnhaf" in bench.response.read_text("utf-8")) == (0, True)
    lost = terminal.run("take", back, "--by", "Nia", "--response", str(other), at=bench.root)
    assert (lost.code, "Cadarnhaf" in (other / "response.yaml").read_text("utf-8")) == (0, True)


def test_take_needs_a_name(terminal: Terminal, bench: Bench) -> None:
    assert terminal.run("take", "x.xlf", at=bench.root).code == 2


@pytest.mark.parametrize(("day", "due"), [(1, date(2019, 5, 24)), (25, None)])
def test_a_translation_is_due_before_the_last_day_while_that_is_ahead(
    bench: Bench, day: int, due: date | None
) -> None:
    today = date(2019, 5, day)
    options = SendOptions(by="Ann", at=datetime(2019, 5, day, 9, 0, tzinfo=UTC), today=today)

    assert Sender(bench.desk(), Memory(())).hand_over(bench.response, options).due == due


def test_sending_again_and_days_that_do_not_work_warn(terminal: Terminal, bench: Bench) -> None:
    first = send(terminal, bench, "--to", "Cyfieithu Cymru", "--due", "2026-12-05")
    again = send(terminal, bench, "--due", "2019-01-02")

    assert (
        "warning   the day by which they are wanted, 2026-12-05, is no working day; 2026-12-04 is one"
        in first
    )
    assert "of these texts are with Cyfieithu Cymru since" in again
    assert "warning   the day by which they are wanted, 2019-01-02, has passed" in again


def test_a_review_is_of_what_is_translated_and_not_approved_with_the_change_since(
    terminal: Terminal, bench: Bench
) -> None:
    terminal.run("approve", "--by", "Nia", "--language", "cy", at=bench.root)
    text = bench.response.read_text("utf-8").replace("Gallaf gadarnhau", "Rwy'n gallu cadarnhau")
    bench.response.write_text(text, encoding="utf-8")

    out = send(terminal, bench, "--review")

    sent = (bench.root / "out" / SLUG / XLF).read_text("utf-8")
    assert "1 text, " in out and sent.count('translate="no"') == sent.count("<trans-unit") - 1
    assert "Changed since it was approved: [-Gallaf" in sent
    assert "Translations to check" in (bench.root / "out" / SLUG / "cover-note.txt").read_text("utf-8")


def test_the_note_asks_the_person_that_the_office_names(terminal: Terminal, bench: Bench) -> None:
    office = bench.root / "office.yaml"
    text = office.read_text("utf-8")
    office.write_text(
        f'{text}translation: {{days_before: 12, contact: "Y Ddesg Gymraeg"}}\n', encoding="utf-8"
    )

    terminal.run("send", str(bench.response), "--out", "out", at=bench.root)

    note = (bench.root / "out" / SLUG / "cover-note.txt").read_text("utf-8")
    assert "Cwestiynau at: Y Ddesg Gymraeg, " in note and "Questions to: Y Ddesg Gymraeg, " in note
