"""Every kind of letter, checked by openxml-audit, by axe and by LibreOffice."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from letters import LETTERS, PICTURES, languages, with_pictures
from programs import findings, pages, texts
from workspaces import Drafts, draft, workspace

FILES = [(name, language) for name in LETTERS for language in languages(name)]

LANGUAGE_RULES = {"html-has-lang", "html-lang-valid", "valid-lang"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    """The drafts of every kind of letter."""
    root = tmp_path_factory.mktemp("letters")
    place = workspace(root / "gwent", office=with_pictures, responses=LETTERS, files=PICTURES)
    return draft(place, root / "out")


@pytest.mark.parametrize(("name", "language"), FILES)
def test_openxml_audit_finds_nothing(made: Drafts, name: str, language: str) -> None:
    assert findings(made.word(language, name)) == []


@pytest.mark.parametrize(("name", "language"), FILES)
def test_axe_finds_nothing(
    made: Drafts, axe: Callable[[Path], dict[str, Any]], name: str, language: str
) -> None:
    report = axe(made.page(language, name))
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in report["violations"]] == []
    unsure = [rule for rule in report["incomplete"] if rule["impact"] in ("serious", "critical")]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in unsure] == []
    assert {rule["id"] for rule in report["passes"]} >= LANGUAGE_RULES


def test_libreoffice_opens_every_letter_and_loses_nothing(made: Drafts, tmp_path: Path) -> None:
    files = [made.word(language, name) for name, language in FILES]
    for file, lines in texts(files, tmp_path).items():
        text = "\n".join(lines)
        assert (
            lines.index("Dear Home Secretary" if ".en." in file.name else "Annwyl Ysgrifennydd Cartref") > 0
        )
        if not file.name.startswith("as-sent"):
            assert "&<>\"' {{ 7*7 }} ::: notice" in text
            assert "1,158" in text


def test_lists_have_the_numbers_that_were_written(made: Drafts, tmp_path: Path) -> None:
    (letter,) = pages([made.word("en", "rich")], tmp_path).values()
    marks = re.compile(r"(?:\d\.|i+\.|[–•]|\([a-ci]+\)) \w+")
    assert [match[0] for page in letter for line in page if (match := marks.match(line))] == [
        *("1. Reviews", "– monthly", "i. with", "ii. without", "– yearly", "2. Training"),
        *("4. a", "5. and"),
        *("(a) record", "(b) review", "(i) the", "(ii) a", "(c) report", "• a"),
        *("• and", "• and", "1. Review", "2. Report"),
    ]


def test_every_page_of_every_letter_is_marked_and_numbered(made: Drafts, tmp_path: Path) -> None:
    files = [made.word(language, name) for name, language in FILES]
    for file, letter in pages(files, tmp_path).items():
        for number, page in enumerate(letter, start=1):
            assert page[0] == "DRAFFT / DRAFT"
            if file.name.endswith(".en.docx"):
                assert page[-1] == f"Page {number} of {len(letter)}"
            elif file.name.endswith(".cy.docx"):
                assert page[-1] == f"Tudalen {number} o {len(letter)}"
            else:
                assert page[-1].partition(" ")[0] in ("Tudalen", "Page")


def test_each_letter_of_one_file_begins_its_own_pages(made: Drafts, tmp_path: Path) -> None:
    (letters,) = pages([made.word("cy-en", "as-sent-one-file")], tmp_path).values()
    assert [page[-1] for page in letters] == ["Tudalen 1", "Tudalen 2", "Page 1", "Page 2"]
    for first in (letters[0], letters[2]):
        assert any("Pencadlys Heddlu Gwent" in line for line in first)
