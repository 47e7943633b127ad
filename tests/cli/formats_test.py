"""The table of output formats: a row added there is known everywhere."""

from __future__ import annotations

import json
import sys
from datetime import date
from importlib import import_module
from inspect import signature
from pathlib import Path
from types import SimpleNamespace

import pytest
from offices import ROOT, Bench
from releases import released
from terminal import TODAY, Terminal, run

from respondent.document.tree import Document
from respondent.production.letters import final_pair
from respondent.release.proof import prove
from respondent.writers.formats import FORMATS, OutputFormat

ADD_MARKDOWN = """
from respondent.writers.formats import FORMATS, OutputFormat
FORMATS["md"] = OutputFormat("Markdown", "md", "markdown")
from respondent.cli.app import main
main()
"""


def write(document: Document, style_file: bytes) -> bytes:
    return f"# {document.title} ({style_file!r})\n".encode()


@pytest.fixture
def markdown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a format as its author would: a module with `write`, and a row."""
    monkeypatch.setitem(sys.modules, "respondent.writers.markdown", SimpleNamespace(write=write))
    monkeypatch.setitem(FORMATS, "md", OutputFormat("Markdown", "md", "markdown"))


@pytest.mark.usefixtures("markdown")
def test_a_new_row_is_drafted(terminal: Terminal, bench: Bench) -> None:
    ran = terminal.run("draft", "--format", "md", "--today", TODAY, at=bench.root)

    drafts = bench.response.parent / "drafts"
    assert ran.code == 0
    assert {path.suffix for path in drafts.iterdir()} == {".md", ".json"}
    assert len(json.loads((drafts / ".record.json").read_bytes())) == 2
    assert all(path.read_text("utf-8").endswith("(b'')\n") for path in drafts.glob("*.md"))


@pytest.mark.usefixtures("markdown")
def test_a_new_row_is_released(bench: Bench) -> None:
    pair = final_pair(bench.response, bench.desk(), date(2019, 5, 14))

    assert {Path(file.name).suffix for file in pair.files} == {f".{row.suffix}" for row in FORMATS.values()}


def test_a_release_without_the_new_format_is_still_proven(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = released(bench)
    monkeypatch.setitem(sys.modules, "respondent.writers.markdown", SimpleNamespace(write=write))
    monkeypatch.setitem(FORMATS, "md", OutputFormat("Markdown", "md", "markdown", "letter.md.css"))

    proof = prove(folder)

    assert (proof.faults, proof.notes, proof.is_remade) == ((), (), True)


@pytest.mark.parametrize("row", FORMATS.values(), ids=FORMATS)
def test_the_module_of_each_row_has_a_function_write_with_two_parameters(row: OutputFormat) -> None:
    writer = import_module(f"respondent.writers.{row.module}")

    assert list(signature(writer.write).parameters) == ["document", "style_file"]


@pytest.mark.usefixtures("markdown")
def test_a_new_row_is_in_the_refusal_of_others(terminal: Terminal, bench: Bench) -> None:
    ran = terminal.run("draft", "--format", "pdf", at=bench.root)

    assert ran.problems == [("--format: there is no pdf", f"write one or more of {','.join(FORMATS)}")]


def test_a_new_row_is_in_the_help_and_the_default(tmp_path: Path) -> None:
    ran = run("draft", "--help", at=tmp_path, start=("-c", ADD_MARKDOWN))

    assert "txt (plain text), md (Markdown)" in " ".join(ran.out.split())
    assert "docx,html,txt,md" in ran.out


def test_the_documentation_lists_every_format() -> None:
    readme, releases = ((ROOT / name).read_text("utf-8") for name in ("README.md", "docs/releases.md"))

    assert f"[--format {','.join(FORMATS)}]" in readme
    assert f"the pair: {', '.join(f'.{row.suffix}' for row in FORMATS.values())}" in releases
