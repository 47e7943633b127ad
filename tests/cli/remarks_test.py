"""What translators ask, in every form in which they ask it, reaches the officer, and the answer goes back."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.table import _Cell
from offices import Bench
from terminal import Terminal

from respondent.ledger import ledger
from respondent.ledger.remarks import open_remarks

SLUG = "2019-stalking-and-harassment"
QUESTION = "Pa hydref yw hwn?"
ANSWER = "Hydref 2019."


def send(terminal: Terminal, bench: Bench, *more: str) -> Path:
    """Send the example and return the folder."""
    ran = terminal.run("send", str(bench.response), "--by", "Ann Jones", *more, at=bench.root)
    assert (ran.code, ran.err) == (0, "")
    return max((bench.response.parent / "sent").iterdir(), key=lambda folder: (len(folder.name), folder.name))


def in_xliff(terminal: Terminal, bench: Bench) -> tuple[str, bytes]:
    text = (send(terminal, bench) / f"{SLUG}.en-cy.xlf").read_text("utf-8")
    start = text.index('id="closing~')
    note = f'<note from="Nia">{QUESTION} 1</note></trans-unit>'
    text = text[:start] + text[start:].replace("</trans-unit>", note, 1)
    return "back.xlf", text.replace("</header>", f"<note>{QUESTION} 2</note></header>", 1).encode()


def table(terminal: Terminal, bench: Bench) -> Document:
    return docx.Document(str(send(terminal, bench, "--as", "table") / f"{SLUG}.table.en-cy.docx"))


def row_of(document: Document, id: str) -> list[_Cell]:
    return next(list(row.cells) for row in document.tables[0].rows if f"{id}~" in row.cells[0].text)


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def in_table(terminal: Terminal, bench: Bench) -> tuple[str, bytes]:
    document = table(terminal, bench)
    row_of(document, "closing")[4].paragraphs[0].add_run(f"{QUESTION} 1")
    row_of(document, "evidence.training.text")[3].paragraphs[0].add_run(f": {QUESTION} 2")
    runs = row_of(document, "evidence.governance.text")[2].paragraphs[0].runs
    document.add_comment(runs, f"{QUESTION} 3", author="Nia")
    document.paragraphs[1].insert_paragraph_before(f"{QUESTION} 4")
    return "back.docx", saved(document)


def in_draft(terminal: Terminal, bench: Bench) -> tuple[str, bytes]:
    assert terminal.run("draft", str(bench.response), "--format", "docx", at=bench.root).err == ""
    document = docx.Document(str(bench.response.parent / "drafts" / f"{SLUG}.cy.docx"))
    for number, words in enumerate(("Gallaf gadarnhau", "Annwyl"), start=1):
        paragraph = next(one for one in document.paragraphs if words in one.text)
        document.add_comment(paragraph.runs, f"{QUESTION} {number}", author="Nia")
    return "back.docx", saved(document)


FORMS = [
    # how it is asked, the texts that it is about
    (in_xliff, ["closing", "file"]),
    (
        in_table,
        ["closing", "evidence.training.text", "evidence.governance.text", "file"],
    ),
    (in_draft, ["closing", "salutation.1"]),
]


@pytest.mark.parametrize(("asked", "fields"), FORMS)
def test_a_question_reaches_the_officer_and_its_answer_the_next_hand_over(
    terminal: Terminal, bench: Bench, asked: Callable[[Terminal, Bench], tuple[str, bytes]], fields: list[str]
) -> None:
    name, data = asked(terminal, bench)
    (bench.root / name).write_bytes(data)
    folder = bench.response.parent

    for _ in range(2):  # a file may come back twice
        returned = terminal.run("take", name, "--by", "Nia Rhys", at=bench.root).out
        for number, field in enumerate(fields, start=1):
            assert re.search(rf"^ +remark +{field}.*{re.escape(QUESTION)} {number}", returned, re.MULTILINE)
    questions = [remark.row for remark in open_remarks(ledger.read(folder).rows)]
    assert sorted(row.field for row in questions) == sorted(fields)
    assert {row.by for row in questions} == {"Nia Rhys"}
    assert f"{len(fields)} are open" in terminal.run("status", at=bench.root).out

    for field in fields:
        told = terminal.run("note", str(folder), field, ANSWER, "--by", "Ann Jones", at=bench.root)
        assert (told.code, told.out) == (0, f"answered  {field}: {ANSWER}\n")
    assert "are open" not in terminal.run("status", at=bench.root).out
    note = (send(terminal, bench) / "cover-note.txt").read_text("utf-8")
    # In Welsh and in English.
    assert note.count(QUESTION) == note.count(f"Ann Jones: {ANSWER}") == 2 * len(fields)
    assert ANSWER not in (send(terminal, bench) / "cover-note.txt").read_text("utf-8")


def test_an_answer_stands_beside_its_text(terminal: Terminal, bench: Bench) -> None:
    for form, file in (("xliff", f"{SLUG}.en-cy.xlf"), ("table", f"{SLUG}.table.en-cy.docx")):
        terminal.run("note", str(bench.response), "closing", f"Sylw {form}", "--by", "Ann", at=bench.root)
        sent = send(terminal, bench, "--as", form) / file
        words = (
            sent.read_text("utf-8")
            if form == "xliff"
            else row_of(docx.Document(str(sent)), "closing")[0].text
        )
        assert f"Sylw {form}" in words


def test_remarks_are_listed_and_closed(terminal: Terminal, bench: Bench) -> None:
    folder = str(bench.response.parent)
    assert terminal.run("note", folder, at=bench.root).out == "no remarks\n"
    terminal.run("note", folder, "closing", "Cofiwch y dyddiad.", "--by", "Ann", at=bench.root)
    assert terminal.run("note", folder, at=bench.root).out.startswith("open      closing  by Ann on ")

    assert terminal.run("note", folder, "closing", "--close", "--by", "Ann", at=bench.root).out == (
        "closed    closing\n"
    )
    assert terminal.run("note", folder, at=bench.root).out.startswith("closed    closing")


WRONG = [
    (("closng", "Iawn."), "the response has no such text"),
    (("closing",), "no answer is given"),
    (("closing", "Iawn.", "--close"), "an answer and --close are given"),
    (("closing", "--close"), "no remark about it is open"),
]


@pytest.mark.parametrize(("arguments", "what"), WRONG)
def test_wrong_notes_are_refused(
    terminal: Terminal, bench: Bench, arguments: tuple[str, ...], what: str
) -> None:
    ran = terminal.run("note", str(bench.response.parent), *arguments, "--by", "Ann", at=bench.root)

    assert (ran.code, what in ran.err) == (2, True)
    assert not (bench.response.parent / "ledger.jsonl").exists()


def test_a_readers_verdict_on_an_unchanged_text_is_kept_and_its_approval_offered(
    terminal: Terminal, bench: Bench
) -> None:
    document = table(terminal, bench)
    row_of(document, "closing")[3].paragraphs[0].runs[0].text = "terfynol"
    (bench.root / "back.docx").write_bytes(saved(document))

    returned = terminal.run("take", "back.docx", "--by", "Nia", at=bench.root)

    assert "verdict   closing: final; nothing is approved yet" in returned.out
    (offered,) = (line.strip() for line in returned.out.splitlines() if "respondent approve" in line)
    row = ledger.read(bench.response.parent).rows[-1]
    assert (row.kind, row.field, row.note, row.more["verdict"]) == ("noted", "closing", "final", "yes")
    assert not open_remarks(ledger.read(bench.response.parent).rows)
    command = offered.replace("NAME", "Nia").split()[1:]
    assert terminal.run(*command, at=bench.root).code == 0
    assert ledger.read(bench.response.parent).rows[-1].kind == "final"
