from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from offices import Bench
from packages import letterhead, packed, unpacked
from terminal import Terminal
from translation.edited_draft.drafts import deleted, edited, typed, unmarked, without_properties
from translation.table import tables

from respondent import take
from respondent.ledger import ledger
from respondent.letter.template import Wording
from respondent.production import letters

SLUG = "2019-stalking-and-harassment"
CHANGE = typed("Gallaf gadarnhau", "Cadarnhaf fod y gwaith ar y gweill: # un.")


@pytest.fixture
def folder(bench: Bench) -> Path:
    return bench.response.parent


def draft(terminal: Terminal, bench: Bench, language: str = "cy") -> Path:
    """Make the drafts and return the Word letter in a language."""
    ran = terminal.run("draft", str(bench.response), "--format", "docx", at=bench.root)
    assert ran.err == ""
    return bench.response.parent / "drafts" / f"{SLUG}.{language}.docx"


def test_edited_draft_is_imported_and_undone(terminal: Terminal, bench: Bench, folder: Path) -> None:
    before = bench.response.read_bytes()
    file = draft(terminal, bench)
    file.write_bytes(edited(file.read_bytes(), CHANGE))

    trial = terminal.run("take", file, "--by", "Nia", "--dry-run", at=bench.root)
    assert "{+Cadarnhaf+}" in trial.out
    assert " | Cadarnhaf fod y gwaith" in trial.out
    assert bench.response.read_bytes() == before

    ran = terminal.run("take", file, "--by", "Nia", at=bench.root)
    assert (ran.code, ran.err) == (0, "")
    assert "Cadarnhaf fod y gwaith ar y gweill: # un." in bench.response.read_text(encoding="utf-8")
    (row,) = ledger.read(folder).rows
    assert (row.kind, row.by, row.origin) == ("reviewed", "Nia", "draft")

    again = terminal.run("take", file, "--by", "Nia", at=bench.root)
    assert "0 taken" in again.out
    assert terminal.run("undo", str(bench.response), "--by", "Nia", at=bench.root).code == 0
    assert bench.response.read_bytes() == before


def test_unedited_draft_writes_nothing(terminal: Terminal, bench: Bench, folder: Path) -> None:
    before = bench.response.read_bytes()
    ran = terminal.run("take", draft(terminal, bench), "--by", "Nia", at=bench.root)

    assert (ran.code, bench.response.read_bytes()) == (0, before)
    assert ledger.read(folder).rows == ()


def test_unassigned_edits_are_listed_and_the_rest_is_imported(terminal: Terminal, bench: Bench) -> None:
    file = draft(terminal, bench)
    file.write_bytes(edited(file.read_bytes(), CHANGE, typed("Annwyl", "Anwyl bawb"), deleted("Yn gywir")))

    ran = terminal.run("take", file, "--by", "Nia", at=bench.root)

    assert ran.code == 1
    assert "not taken salutation.1" in ran.out
    assert "returned: Anwyl bawb" in ran.out
    assert "not taken sign-off.1" in ran.out
    assert "1 taken" in ran.out


def test_a_draft_is_composed_rendered_and_parsed_once(
    terminal: Terminal, bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: Counter[str] = Counter()

    def count(owner: object, name: str) -> None:
        function = getattr(owner, name)

        def counting(*arguments: object, **more: object) -> object:
            calls[name] += 1
            return function(*arguments, **more)

        monkeypatch.setattr(owner, name, counting)

    file = draft(terminal, bench)
    count(letters, "compose")
    count(Wording, "render")
    count(take, "read_response")
    terminal.run("take", file, "--by", "Nia", "--dry-run", at=bench.root)

    assert calls == {"compose": 1, "render": 1, "read_response": 1}


def test_tracked_changes_are_listed(terminal: Terminal, bench: Bench) -> None:
    file = draft(terminal, bench)
    file.write_bytes(edited(file.read_bytes(), typed("Gallaf gadarnhau", "Cadarnhaf.", tracked=True)))

    ran = terminal.run("take", file, "--by", "Nia", at=bench.root)

    assert "inserted “Cadarnhaf.”, Nia" in ran.out
    assert "1 taken" in ran.out


@pytest.mark.parametrize("is_named", [False, True])
def test_response_of_a_draft_is_found(terminal: Terminal, bench: Bench, is_named: bool) -> None:
    other = bench.root / "responses" / "2020-other" / "response.yaml"
    other.parent.mkdir()
    other.write_bytes(bench.response.read_bytes())
    data = edited(draft(terminal, bench).read_bytes(), CHANGE)
    back = bench.root / ("back.docx" if not is_named else f"{SLUG}.cy (2).docx")
    back.write_bytes(without_properties(edited(data, unmarked) if is_named else data))

    ran = terminal.run("take", back, "--by", "Nia", at=bench.root)

    assert SLUG in ran.out.splitlines()[0]
    assert ("1 taken" in ran.out) != is_named


def test_a_draft_of_another_response_is_refused(terminal: Terminal, bench: Bench) -> None:
    file = draft(terminal, bench)
    other = bench.root / "responses" / "2020-other" / "response.yaml"
    other.parent.mkdir()
    other.write_bytes(bench.response.read_bytes())

    ran = terminal.run("take", file, "--by", "Nia", "--response", other.parent, at=bench.root)

    assert ran.code == 3
    assert f"it is a draft of another response: “{SLUG}”" in ran.err


def macro(data: bytes) -> bytes:
    return packed({**unpacked(data), "word/vbaProject.bin": b"x"})


BAD = [
    (lambda data: b"\xd0\xcf\x11\xe0" + data, "it is an old Word document (.doc)"),
    (lambda data: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    (macro, "it contains macros"),
    (lambda data: data[:2000], "it is not a Word document"),
    (lambda data: letterhead(body="<w:p/>"), "neither its properties nor its words"),
    (
        lambda data: packed({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "it is not a Word document",
    ),
]


@pytest.mark.parametrize(("spoil", "what"), BAD, ids=[one[1] for one in BAD])
def test_word_files_that_cannot_be_taken(terminal: Terminal, bench: Bench, spoil: object, what: str) -> None:
    file = draft(terminal, bench)
    assert callable(spoil)
    file.write_bytes(spoil(file.read_bytes()))

    ran = terminal.run("take", file, "--by", "Nia", at=bench.root)

    assert ran.code == 3
    assert what in ran.err


def test_table_is_sent_and_imported(terminal: Terminal, bench: Bench, folder: Path) -> None:
    ran = terminal.run(
        "send", str(bench.response), "--as", "table", "--by", "Ann", "--out", "out", at=bench.root
    )
    assert ran.err == ""
    file = bench.root / "out" / SLUG / f"{SLUG}.table.en-cy.docx"
    (row,) = ledger.read(folder).rows
    key = next(pair.split("=")[0] for pair in row.more["keys"].split() if pair.startswith("closing"))
    file.write_bytes(tables.edited(file.read_bytes(), tables.fill(key, "Ysgrifennaf eto maes o law.")))

    ran = terminal.run("take", file, "--by", "Nia", at=bench.root)

    assert "1 taken" in ran.out
    assert "Ysgrifennaf eto maes o law." in bench.response.read_text(encoding="utf-8")
    assert [one.kind for one in ledger.read(folder).rows] == ["sent-for-translation", "translated"]
