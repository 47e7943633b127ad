"""Pairs of letters of the example's office, made in memory from a response in the notation of YAML."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from offices import ROOT, TODAY, Bench
from yaml import safe_dump, safe_load

from respondent.document.tree import Document
from respondent.files.yaml import read
from respondent.language import Language
from respondent.production.letters import assemble
from respondent.production.office import OfficeContext
from respondent.response.reading import read_response

BLANK = ROOT / "templates/beginnings/offices/blank.yaml"
PUBLISHED = Path(__file__).with_name("published")
"""Responses after published ones, for the office of the example."""


@cache
def office(own: str = "{}") -> OfficeContext:
    """Return the office of the example with all inspectorates and with settings of its own."""
    with TemporaryDirectory() as folder:
        bench = Bench.of_example("gwent", Path(folder))
        settings = safe_load(bench.office.read_text(encoding="utf-8"))
        settings |= {"inspectorates": safe_load(BLANK.read_text(encoding="utf-8"))["inspectorates"]}
        settings |= safe_load(own)
        bench.office.write_text(safe_dump(settings, allow_unicode=True), encoding="utf-8")
        return bench.desk()


def letters_of(response: str, own: str = "{}") -> dict[Language, Document]:
    """Return both letters of a response."""
    desk = office(own)
    facts = read_response(read(response.encode(), "response.yaml"), desk.office)
    return {document.language: document for _, document in assemble(facts, "case", desk, TODAY).two_files()}
