from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from offices import EXAMPLES
from strategies import documents, tokens, unhurried

from respondent import resources
from respondent.document import plain
from respondent.document.tree import Document
from respondent.document.walk import runs
from respondent.files import workspace
from respondent.production.letters import FinalPair, final_pair
from respondent.production.office import load_office
from respondent.release.layout import LETTERS, TREES
from respondent.release.proofreading import READERS, problems
from respondent.writers.formats import FORMATS, OutputFormat

RESPONSE = EXAMPLES / "gwent/responses/2019-stalking-and-harassment/response.yaml"
NAME = "2019-stalking-and-harassment.cy"


@pytest.fixture(scope="module")
def outputs() -> dict[str, bytes]:
    office = load_office(workspace.find(RESPONSE.parent))
    pair: FinalPair = final_pair(RESPONSE, office, date(2019, 5, 14))
    letters = {f"{LETTERS}/{file.name}": file.data for file in pair.files}
    return letters | {f"{TREES}/{name}.json": plain.to_json(tree) for name, tree in pair.documents.items()}


@pytest.mark.parametrize("row", FORMATS.values(), ids=FORMATS)
@unhurried
@given(document=documents(texts=tokens))
def test_every_word_of_any_document_is_in_its_file(row: OutputFormat, document: Document) -> None:
    style_file = resources.style_file(row.style_file) if row.style_file else b""
    suffix = f".{row.suffix}"

    text = READERS[suffix](row.write(document, style_file), f"letter{suffix}")

    drawn = {run.text for part in document.parts for run in runs(part.blocks)}
    assert {token for token in drawn if token not in text} == set()


def test_letters_as_they_were_written_have_no_problem(outputs: dict[str, bytes]) -> None:
    assert list(problems(outputs)) == []


def test_every_format_of_a_release_is_read_again() -> None:
    assert {f".{form.suffix}" for form in FORMATS.values()} == set(READERS)


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_a_word_that_is_not_in_a_file_is_named(outputs: dict[str, bytes], suffix: str) -> None:
    name = f"{LETTERS}/{NAME}.{suffix}"
    data = outputs[name].replace(b"Cwnstabliaeth", b"xxx", 1)
    assert data != outputs[name]

    (problem,) = problems({**outputs, name: data})

    assert (problem.where, "“Cwnstabliaeth”" in problem.what) == (name, True)


def test_a_control_character_is_named(outputs: dict[str, bytes]) -> None:
    name = f"{LETTERS}/{NAME}.txt"

    (problem,) = problems({**outputs, name: outputs[name] + b"\x0b"})

    assert "U+000B" in problem.what


@pytest.mark.parametrize(
    ("suffix", "data"), [("docx", b"PK\x03\x04"), ("docx", b""), ("txt", b"\xff"), ("html", b"")]
)
def test_a_file_that_cannot_be_read_is_named(outputs: dict[str, bytes], suffix: str, data: bytes) -> None:
    name = f"{LETTERS}/{NAME}.{suffix}"

    found = list(problems({**outputs, name: data}))

    assert [problem.where for problem in found] == [name]
