from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal, run

from respondent.document.tree import Run
from respondent.language import Pair
from respondent.translation import formats
from respondent.translation.formats import FORMATS, FormatCode, TranslationFormat
from respondent.translation.sheet import TranslationSheet
from respondent.translation.units import ReturnedUnit, ReturnedUnits, Unit

ROOT = Path(__file__).parents[2]
MARK = b"# lines\n"
ADD_LINES = """
from respondent.language import Pair
from respondent.translation.formats import FORMATS, TranslationFormat
FORMATS["lines"] = TranslationFormat(title="plain lines", code=lambda: None, cover_note=[Pair("Cadwch y llinellau.", "Keep the lines.")])
from respondent.cli.app import main
main()
"""


def write(units: Sequence[Unit], sheet: TranslationSheet) -> bytes:
    return MARK + "".join(f"{sheet.original}\t{unit.key}\t{unit.words}\n" for unit in units).encode()


def read(data: bytes, name: str) -> ReturnedUnits:
    rows = [line.split("\t") for line in data.removeprefix(MARK).decode().splitlines()]
    returned = (ReturnedUnit(key=key, target=(Run(text, "cy"),)) for _, key, text in rows)  # type: ignore[arg-type]  # a language is a string
    return ReturnedUnits(rows[0][0], tuple(returned))


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a format with one unit a line."""
    row = TranslationFormat(
        title="plain lines",
        code=lambda: FormatCode(lambda data: data.startswith(MARK), read, write),
        file_name="{slug}.{direction}.lines",
        cover_note=(Pair("Un uned ar bob llinell.", "Keep one unit a line."),),
    )
    monkeypatch.setitem(FORMATS, "lines", row)


@pytest.mark.usefixtures("lines")
def test_new_format_needs_only_a_row(terminal: Terminal, bench: Bench) -> None:
    sent = terminal.run(
        "send", str(bench.response), "--as", "lines", "--by", "Ann", "--out", "out", at=bench.root
    )
    assert (sent.code, sent.err) == (0, "")
    (folder,) = (bench.root / "out").iterdir()
    assert "Keep one unit a line." in (folder / "cover-note.txt").read_text("utf-8")
    (file,) = folder.glob("*.en-cy.lines")

    first = file.read_text("utf-8").splitlines()[1].split("\t")
    file.write_bytes(MARK + f"{first[0]}\t{first[1]}\tGeiriau newydd.\n".encode())
    taken = terminal.run("take", str(file), "--by", "Nia", at=bench.root)

    assert (taken.err, "1 taken" in taken.out) == ("", True)
    assert '"origin":"lines"' in next(bench.response.parent.glob("ledger*")).read_text("utf-8").replace(
        ": ", ":"
    )


@pytest.mark.usefixtures("lines")
def test_help_and_refusals_name_a_new_format(terminal: Terminal, bench: Bench) -> None:
    (bench.root / "x.txt").write_text("x", encoding="utf-8")

    help = run("send", "--help", at=bench.root, start=("-c", ADD_LINES)).out
    assert "lines: plain lines" in " ".join(help.split())
    assert "xliff,table,tmx,lines" in terminal.run("send", "--as", "pdf", at=bench.root).err
    assert "or plain lines" in terminal.run("take", "x.txt", "--by", "Nia", at=bench.root).err


def test_the_docs_name_every_format() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "[--as " + "\\|".join(formats.sent_formats()) + "]" in readme
    ledger = (ROOT / "docs/ledger.md").read_text("utf-8")
    (origins,) = (line for line in ledger.splitlines() if line.startswith("| `origin` |"))
    assert all(f"`{name}`" in origins for name, row in FORMATS.items() if not row.refusal[0])


def test_the_table_of_formats_loads_no_format() -> None:
    code = (
        "import sys, respondent.translation.formats; print([n for n in sys.modules if n in ('lxml', 'docx')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
