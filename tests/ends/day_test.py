"""A day in the office, from an empty folder to a release that proves itself: every step by its command."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import docx
import pytest
from lxml import etree
from offices import ROOT
from terminal import Ran, Terminal

from respondent.ledger import ledger

TODAY = date.today()  # a release is of today, so the report was published some days ago
PUBLISHED = TODAY - timedelta(days=20)

RESPONSE = f"""\
letter:
  date: {TODAY}
  recipients: [home-secretary]
  copies: [inspector, chief-officer]
  layout: by-recommendation

reports:
  - id: report
    inspectorate: hmicfrs
    title:
      en: Custody in Gwent
      welsh: none
    published: {PUBLISHED}

opening:
  en: I am grateful to the inspectors for their visit.

recommendations:
  - id: records
    report: report
    number: "1"
    addressees: [Gwent Police]
    text:
      en: The force should make sure that every custody record is complete.
      welsh: none

evidence:
  - id: audit
    answers: [records]
    by: force
    text:
      en: |
        The force looked at 60 records, and 57 of them were complete.

        The other three have been mended.

answers:
  - id: visits
    recommendations: [records]
    action_taken:
      en: I asked the visitors to look at 20 records each month.

comments:
  invited: {PUBLISHED + timedelta(days=1)}
  due: {PUBLISHED + timedelta(days=10)}
  received: none

closing:
  en: I will report on this again next year.
"""

WELSH: Mapping[str, str] = {
    "I am grateful to the inspectors for their visit.": "Rwy'n ddiolchgar i'r arolygwyr am eu hymweliad.",
    "The force looked at 60 records, and 57 of them were complete.": (
        "Edrychodd yr heddlu ar 60 o gofnodion, ac roedd 57 ohonynt yn gyflawn."
    ),
    "The other three have been mended.": "Mae'r tri arall wedi'u cywiro.",
    "I asked the visitors to look at 20 records each month.": (
        "Gofynnais i'r ymwelwyr edrych ar 20 o gofnodion bob mis."
    ),
    "I asked the visitors to look at 25 records each month.": (
        "Gofynnais i'r ymwelwyr edrych ar 25 o gofnodion bob mis."
    ),
    "I will report on this again next year.": "Byddaf yn adrodd ar hyn eto y flwyddyn nesaf.",
}
"""What the translator knows."""

XLIFF = "{urn:oasis:names:tc:xliff:document:1.2}"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


class Office:
    """The people who use the program, with their hands."""

    def __init__(self, terminal: Terminal, root: Path) -> None:
        self.terminal, self.root = terminal, root
        self.folder = root / "responses" / "custody"
        self.file = self.folder / "response.yaml"

    def runs(self, *arguments: str | Path, code: int = 0) -> Ran:
        """Run a command, which ends as it should."""
        ran = self.terminal.run(*arguments, at=self.root)
        assert ran.code == code, f"{arguments}: {ran.out}{ran.err}"
        return ran

    def types(self, old: str, new: str) -> None:
        """Change one place of the response in an editor."""
        text = self.file.read_text("utf-8")
        assert text.count(old) == 1
        self.file.write_text(text.replace(old, new), "utf-8")

    def translates(self, folder: Path, *, leaving: str = "") -> Path:
        """Fill in the targets of what was handed over, all but those whose source has some words in it."""
        (file,) = folder.glob("*.en-cy.xlf")
        tree = etree.parse(file)
        for unit in tree.iter(f"{XLIFF}trans-unit"):
            source, target = unit.find(f"{XLIFF}source"), unit.find(f"{XLIFF}target")
            assert source is not None and source.text
            if unit.get("translate") != "no" and not (leaving and leaving in source.text):
                assert target is not None
                target.text = WELSH[source.text]
                target.set("state", "translated")
        returned = self.root / f"{folder.parent.name}.xlf"
        tree.write(returned, encoding="utf-8", xml_declaration=True)
        return returned

    def edits(self, letter: Path, old: str, new: str) -> None:
        """Change words of a letter in Word."""
        document = docx.Document(str(letter))
        (run,) = [run for one in document.paragraphs for run in one.runs if old in run.text]
        run.text = run.text.replace(old, new)
        document.save(str(letter))


def test_a_day_in_the_office(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("init", "gwent", "--office", "gwent", at=tmp_path)
    office = Office(terminal, tmp_path / "gwent")
    begun(office)
    translated(office)
    reviewed(office)
    released(office)


def begun(office: Office) -> None:
    """The officer begins a response, writes the English, and has a draft with its gaps."""
    office.runs("new", "custody", "--title", "Custody in Gwent", "--published", str(PUBLISHED))
    office.file.write_text(RESPONSE, "utf-8")

    assert "  missing   4 texts in Welsh:" in office.runs("draft", "--format", "docx").out


def translated(office: Office) -> None:
    """What is new goes out, comes back in two parts, and the English changes between them."""
    office.runs("send", "--to", "Cyfieithu", "--out", "first")
    assert "with Cyfieithu since" in office.runs("status").out
    partial = office.translates(office.root / "first" / "custody", leaving="again next year")
    assert "3 taken" in office.runs("take", partial, "--by", "Cyfieithu").out
    assert "3 translated" in office.runs("status").out

    office.types("20 records each month", "25 records each month")
    stale = office.runs("status", "--verbose").out
    assert "stale      answers.visits.action_taken" in stale
    assert "[-20-]{+25+}" in stale

    office.runs("send", "--to", "Cyfieithu", "--out", "second")
    office.runs("take", office.translates(office.root / "second" / "custody"), "--by", "Cyfieithu")
    assert re.search(r"Welsh +4 translated \(\d+ words\)\n", office.runs("status").out)


def reviewed(office: Office) -> None:
    """The reader mends a Welsh draft in Word; its words come home, approved; the rest is approved as it is."""
    office.runs("draft", "--format", "docx")
    letter = office.folder / "drafts" / "custody.cy.docx"
    office.edits(letter, "wedi'u cywiro", "wedi'u cwblhau")

    trial = office.runs("take", letter, "--by", "Nia", "--dry-run").out
    assert "[-cywiro-]{+cwblhau+}" in trial
    office.runs("take", letter, "--by", "Nia")
    assert "Mae'r tri arall wedi'u cwblhau." in office.file.read_text("utf-8")
    assert ledger.read(office.folder).rows[-1].kind == "reviewed"

    office.runs("approve", "--by", "Nia", "--language", "cy")
    office.runs("approve", "--by", "Y Comisiynydd", "--language", "en", "--state", "final")
    assert "4 reviewed" in office.runs("status").out
    assert "4 final" in office.runs("status").out


def released(office: Office) -> None:
    """The office confirms its own facts, the checks have no error, the pair is released and proves itself."""
    office.runs("confirm", "all", "--by", "Swyddfa")

    office.runs("check")
    office.runs("release", office.folder, "--by", "Swyddfa")
    letters = office.folder / "released" / "1" / "letters"
    assert "Mae'r tri arall wedi'u cwblhau." in (letters / "custody.cy.txt").read_text("utf-8")
    assert "DRAFT" not in (letters / "custody.en.txt").read_text("utf-8")

    office.runs("verify")
    address = "https://www.example.cymru/custody"
    office.runs("record", "published", office.folder, "--on", str(TODAY), "--at", address, "--by", "Swyddfa")
    assert address in office.runs("log", office.folder).out


def test_the_words_of_the_day_are_those_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")

    for command in ("draft", "send", "take", "status", "approve", "check", "release", "verify", "record"):
        assert f"`respondent {command}" in readme
