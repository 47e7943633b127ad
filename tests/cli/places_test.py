"""Files and folders in the wrong place, or held by another program: nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal, line_of


def stationery(bench: Bench, name: str) -> None:
    text = bench.office.read_text(encoding="utf-8")
    bench.office.write_text(f"{text}\nstationery:\n  letterhead: {name}\n", encoding="utf-8")


LETTERHEADS = {
    "outside": ("../secret.docx", "“../secret.docx” is not the name of a file in the workspace"),
    "elsewhere": ("/etc/passwd", "“/etc/passwd” names a place outside the workspace"),
    "on a drive": ("C:\\letterhead.docx", "“C:\\letterhead.docx” names a place outside the workspace"),
    "nowhere": ("stationery/none.docx", "“stationery/none.docx” cannot be read (No such file or directory)"),
}


@pytest.mark.parametrize(("name", "says"), LETTERHEADS.values(), ids=LETTERHEADS)
def test_a_letterhead_outside_the_workspace_is_refused(
    terminal: Terminal, bench: Bench, name: str, says: str
) -> None:
    (bench.root.parent / "secret.docx").write_bytes(b"PK")
    stationery(bench, name)

    ran = terminal.draft(at=bench.root)

    ((where, then),) = ran.problems
    line = line_of(bench.office, "letterhead:")
    assert ran.code == 3
    assert where == f"office.yaml:{line}: stationery.letterhead: {says}"
    assert "the workspace" in then


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"PK\x03\x04 not a zip"], ids=["empty", "a PDF", "damaged"]
)
def test_letterhead_must_be_docx(terminal: Terminal, bench: Bench, data: bytes) -> None:
    (bench.root / "stationery").mkdir(exist_ok=True)
    (bench.root / "stationery" / "letterhead.docx").write_bytes(data)
    stationery(bench, "stationery/letterhead.docx")

    ran = terminal.draft(at=bench.root)

    ((where, then),) = ran.problems
    assert ran.code == 3
    assert "stationery/letterhead.docx" in where
    assert "it is not a Word document" in where
    assert then == "save it in Word as “Word Document (*.docx)”"


def test_a_letterhead_without_our_styles_makes_a_letter(terminal: Terminal, bench: Bench) -> None:
    from docx import Document

    (bench.root / "stationery").mkdir(exist_ok=True)
    Document().save(str(bench.root / "stationery" / "letterhead.docx"))
    stationery(bench, "stationery/letterhead.docx")

    ran = terminal.run("draft", "--format", "docx", at=bench.root)

    assert (ran.code, ran.err) == (0, "")


def test_letter_outside_a_workspace_is_refused(terminal: Terminal, bench: Bench) -> None:
    bench.office.unlink()

    alone = terminal.draft(at=bench.root)
    given = terminal.draft(bench.response, at=bench.root)

    for ran in (alone, given):
        assert ran.code == 3
        assert "there is no office.yaml here or in any folder above" in ran.problems[0][0]
        assert "respondent init" in ran.problems[0][1]


def test_a_folder_for_drafts_that_is_a_file_is_refused_before_anything_is_made(
    terminal: Terminal, bench: Bench, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")

    ran = terminal.draft("--out", tmp_path / "out", at=bench.root)
    below = terminal.draft("--out", tmp_path / "out" / "drafts", at=bench.root)

    assert ran.code == 2
    assert ran.problems == [(f"--out: {tmp_path / 'out'} is a file", "give the name of a folder")]
    assert below.code == 3
    assert below.problems[0][1] == "choose another folder with --out"
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_written_in_is_named(
    terminal: Terminal, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def refused(path: Path, *arguments: str, **named: str) -> object:
        if path.parent.name == "drafts" and "x" in "".join(arguments):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **named)  # type: ignore[call-overload]  # passed on as they came

    monkeypatch.setattr(Path, "open", refused)

    ran = terminal.draft(at=bench.root)

    folder = bench.response.parent.relative_to(bench.root) / "drafts"
    assert ran.code == 3
    assert ran.problems == [
        (f"{folder}: the folder cannot be written to", "choose another folder with --out")
    ]


def test_draft_open_in_word_is_kept_and_new_one_saved_beside_it(
    terminal: Terminal, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.draft("--language", "en", at=bench.root)
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2019-05-15")
    drafts = bench.response.parent / "drafts"
    held = drafts / "2019-stalking-and-harassment.en.txt"
    before, real = held.read_bytes(), os.replace

    def replace(source: str, target: str) -> None:
        if Path(target).name == held.name:
            raise PermissionError(13, "Permission denied", target)
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)

    ran = terminal.draft("--language", "en", at=bench.root)

    beside = drafts / "2019-stalking-and-harassment.en (2).txt"
    assert ran.code == 0
    assert f"kept      {held.relative_to(bench.root)}: another program has it open" in ran.out
    assert f"made      {beside.relative_to(bench.root)} beside it" in ran.out
    assert held.read_bytes() == before
    assert "15th May 2019" in beside.read_text(encoding="utf-8")
    assert sorted(file.name for file in drafts.iterdir()) == sorted([".record.json", held.name, beside.name])
