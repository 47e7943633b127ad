"""The translation table and drafts, edited in LibreOffice Writer and imported."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from programs import converted, edited, findings
from workspaces import EXAMPLE

SLUG = "2025-supporting-victims"


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace with one response."""

    root: Path

    @property
    def folder(self) -> Path:
        return self.root / "responses" / SLUG

    @property
    def response(self) -> str:
        return (self.folder / "response.yaml").read_text(encoding="utf-8")

    def text(self, *path: str | int) -> str:
        value = yaml.safe_load(self.response)
        for step in path:
            value = value[step]
        return str(value).strip()

    def rows(self) -> list[tuple[str, str]]:
        """Return kind and field of each row of the ledger, without those of `send`."""
        file = self.folder / "ledger.jsonl"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        rows = [json.loads(line) for line in lines]
        return [(row["kind"], row["field"]) for row in rows if row["kind"] != "sent-for-translation"]

    def run(self, *arguments: str, code: int = 0) -> str:
        command = [sys.executable, "-m", "respondent", *arguments]
        done = subprocess.run(
            command, cwd=self.root, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
        )
        assert done.returncode == code, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
        return done.stdout + done.stderr

    def draft(self, language: str) -> Path:
        self.run("draft", f"responses/{SLUG}", "--format", "docx")
        return self.folder / "drafts" / f"{SLUG}.{language}.docx"

    def table(self) -> Path:
        self.run("send", f"responses/{SLUG}", "--as", "table", "--by", "Ann", "--out", "out")
        return self.root / "out" / SLUG / f"{SLUG}.table.en-cy.docx"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    root = tmp_path / "gwent"
    for part in ("office.yaml", "terms.csv", f"responses/{SLUG}/response.yaml"):
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLE / part, root / part)
    return Place(root)


def test_openxml_audit_finds_nothing_in_a_table_or_a_draft(place: Place) -> None:
    for file in (place.table(), place.draft("cy"), place.draft("en")):
        assert findings(file) == []


def test_a_table_that_writer_saved_changes_nothing(place: Place, tmp_path: Path) -> None:
    before = place.response
    output = place.run("take", str(edited(place.table(), tmp_path / "back.docx")), "--by", "Nia")

    assert (place.response, place.rows()) == (before, [])
    assert "0 taken" in output


@pytest.mark.parametrize("tracked", [False, True])
def test_a_table_filled_in_in_writer_is_imported(place: Place, tmp_path: Path, tracked: bool) -> None:
    file = place.table()
    key = _key("evidence.wishes.text", file, tmp_path)
    welsh = "Mae 8 o bob 10 “maes” – â llythrennau fel ŵ – wedi'u llenwi ym mis Chwefror 2025."
    back = edited(file, tmp_path / "back.docx", ("fill", key, welsh), tracked=tracked)

    if tracked:
        output = place.run("take", str(back), "--by", "Nia", code=1)
        assert "it contains tracked changes" in output
        assert welsh in output
        assert place.rows() == []
    place.run("take", str(back), "--by", "Nia", *(["--accept", key] if tracked else []))

    assert place.text("evidence", 1, "text", "cy") == welsh
    assert place.rows() == [("translated", "evidence.wishes.text")]


def test_a_draft_that_writer_saved_changes_nothing(place: Place, tmp_path: Path) -> None:
    before = place.response
    for language in ("cy", "en"):
        file = place.draft(language)
        (odt,) = converted([file], "odt", tmp_path).values()
        (word,) = converted([odt], "docx:MS Word 2007 XML", tmp_path).values()
        for back in (edited(file, tmp_path / "back.docx"), word):
            output = place.run("take", str(back), "--by", "Nia", "--response", str(place.folder))
            assert "0 taken" in output

    assert (place.response, place.rows()) == (before, [])


@pytest.mark.parametrize("tracked", [False, True])
def test_a_draft_edited_in_writer_is_imported(place: Place, tmp_path: Path, tracked: bool) -> None:
    before = place.response
    back = edited(
        place.draft("cy"),
        tmp_path / "back.docx",
        ("replace", "canllaw byr", "canllaw cryno"),
        ("bold", "Rhagfyr\xa02024"),  # as the draft has it, so that no line ends within it
        ("after", "Mae staff y ganolfan", "Paragraff newydd yw hwn."),
        ("replace", "Annwyl", "Anwyl"),
        tracked=tracked,
    )
    output = place.run("take", str(back), "--by", "Nia", code=1)

    was = place.text("evidence", 0, "text", "cy")
    assert was.endswith("\n\nParagraff newydd yw hwn.")
    assert was.startswith("Ers mis **Rhagfyr 2024** anfonir canllaw cryno i'r")
    assert place.rows() == [("reviewed", "evidence.first-contact.text")]
    assert "not taken salutation.1" in output
    assert ("tracked" in output) == tracked
    assert _without(place.response, "\nevidence:", "\nanswers:") == _without(
        before, "\nevidence:", "\nanswers:"
    )
    place.run("undo", f"responses/{SLUG}", "--by", "Nia")
    assert yaml.safe_load(place.response) == yaml.safe_load(before)


def _key(field: str, file: Path, folder: Path) -> str:
    """Return the key of a text in a table, as LibreOffice shows it."""
    (text,) = converted([file], "txt:Text (encoded):UTF8", folder).values()
    match = re.search(rf"{re.escape(field)}~\w+", text.read_text("utf-8-sig"))
    assert match
    return match[0]


def _without(text: str, start: str, end: str) -> str:
    return text[: text.index(start)] + text[text.index(end) :]
