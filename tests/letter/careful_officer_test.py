"""What a careful policy officer looks for in any letter: nothing twice, nothing that points nowhere, one plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from letter.pairs import PUBLISHED, letters_of
from offices import EXAMPLES, TODAY, words

from respondent.document.tree import Document, Section
from respondent.document.walk import nodes
from respondent.files.workspace import Workspace
from respondent.language import Language
from respondent.production.letters import assemble, load_response
from respondent.production.office import load_office

Letters = dict[Language, Document]

FILES = sorted(PUBLISHED.glob("*.yaml")) + sorted(EXAMPLES.glob("*/responses/*/response.yaml"))

MADE = (
    *("statutory", "scope", "group", "subgroup", "recommendation", "others", "not-ours"),
    *("together", "elsewhere", "also", "answer-heading"),
)
"""Sections that hold words of the program, and no text of the office but reasons."""

# A reference is to a number or a position: a bare name is one that lost it.
BARE = {
    Language.CY: re.compile(r"(?im)^Argymhelliad$|\b(?:i|o dan|yn) argymhelliad[.,;]"),
    Language.EN: re.compile(r"(?im)^Recommendation$|\b(?:to|under|in) recommendation[.,;]"),
}

FIRST_WORDS = 260
"""More words than this before the commissioner's own would leave the first page."""


@pytest.fixture(params=FILES, ids=lambda file: file.parent.name if file.stem == "response" else file.stem)
def pair(request: pytest.FixtureRequest) -> Letters:
    file = request.param
    if file.parent == PUBLISHED:
        return letters_of(file.read_text(encoding="utf-8"))
    desk = load_office(Workspace(file.parents[2]))
    assembly = assemble(load_response(file, desk), "case", desk, TODAY)
    return {document.language: document for _, document in assembly.two_files()}


def sections(document: Document) -> Iterator[Section]:
    return (block for part in document.parts for block in part.blocks if isinstance(block, Section))


def test_no_sentence_of_the_program_stands_twice(pair: Letters) -> None:
    for document in pair.values():
        made = [words(document, name) for name in ("statutory", "scope", "together", "elsewhere", "also")]
        lines = Counter(line for text in made for line in text.splitlines())
        assert [line for line, times in lines.items() if times > 1] == []
        assert [section.name for section in sections(document)].count("statutory") <= 1


def test_no_reference_has_lost_its_number(pair: Letters) -> None:
    for language, document in pair.items():
        made = "\n".join(words(document, name) for name in MADE)
        assert BARE[language].findall(made) == []


def test_the_opening_is_on_the_first_page(pair: Letters) -> None:
    for document in pair.values():
        before = []
        for section in sections(document):
            if section.name == "introduction":
                break
            before.append(section)
        counted = sum(len(words(document, section.name).split()) for section in before)
        assert counted <= FIRST_WORDS


def test_both_letters_have_one_plan(pair: Letters) -> None:
    ids = {
        language: [
            str(getattr(node, "id", ""))
            for node in nodes(tuple(sections(document)))
            if isinstance(node, Section)
        ]
        for language, document in pair.items()
    }

    assert len(ids) == len(Language)
    assert ids[Language.CY] == ids[Language.EN]
