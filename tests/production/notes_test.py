"""What is read in another way than it was typed is said with every draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from offices import EXAMPLES

from respondent.document.tree import Paragraph
from respondent.document.walk import text
from respondent.files.workspace import Workspace
from respondent.language import Language
from respondent.production.letters import draft_pair, load_response
from respondent.production.office import load_office

RESPONSE = (EXAMPLES / "gwent/responses/2019-stalking-and-harassment/response.yaml").read_text(
    encoding="utf-8"
)
OFFICE = (EXAMPLES / "gwent/office.yaml").read_text(encoding="utf-8")


def notes(folder: Path, closing: str, office: str = OFFICE) -> list[str]:
    (folder / "office.yaml").write_text(office, encoding="utf-8")
    file = folder / "response.yaml"
    head = RESPONSE[: RESPONSE.index("\nclosing:")]
    file.write_text(f"{head}\nclosing:\n  cy: Diolch.\n{closing}\n", encoding="utf-8")
    context = load_office(Workspace(folder.resolve()))
    pair = draft_pair(file, context, date(2026, 1, 5), formats=["txt"], languages=list(Language))
    return [note.split(": ", 1)[1] for note in pair.notes]


@pytest.mark.parametrize(
    ("closing", "note"),
    [
        ("  en: Thank you for the re\u00adport.", "closing.en: a soft hyphen: taken out"),
        ("  en: |\n    Thank\u200b you.\n    And\u200b so on.", "closing.en: 2 zero-width spaces: taken out"),
        ("  en: |\n    One.\u2029Two.", "closing.en: a paragraph separator (U+2029): read as an empty line"),
        ('  en: "One.\\u2028Two."', "closing.en: a line separator (U+2028): read as a line end"),
        ("  en: The cafe\u0301.", "closing.en: an accent typed apart from its letter: joined to the letter"),
        ("  en: |\n    These:\n\n    • one\n    • two", "closing.en: 2 bullets typed as “•”: read as a list"),
        (
            "\u00a0\u00a0en: Thank you.",
            "no-break spaces at the beginning of the line: read as ordinary spaces",
        ),
    ],
)
def test_draft_says_what_it_reads_in_another_way(tmp_path: Path, closing: str, note: str) -> None:
    assert notes(tmp_path, closing) == [note]


def test_draft_says_what_it_reads_in_another_way_in_the_office(tmp_path: Path) -> None:
    office = OFFICE.replace("Jane Mudd", "Jane M\u200budd", 1)
    assert [note.partition(": ")[2] for note in notes(tmp_path, "  en: Thank you.", office)] == [
        "a zero-width space: taken out"
    ]


def test_letters_have_none_of_what_is_noted(tmp_path: Path) -> None:
    notes(tmp_path, "  en: Thank you for the re\u00adport\u200b and the cafe\u0301.")
    response = load_response(tmp_path / "response.yaml", load_office(Workspace(tmp_path.resolve())))
    (paragraph,) = response.texts["closing"].en
    assert isinstance(paragraph, Paragraph)
    assert text(paragraph.inlines) == "Thank you for the report and the café."


def test_clean_words_have_no_notes(tmp_path: Path) -> None:
    clean = "  en: Beth nesaf? The café’s tŷ – 4\u00a0February, C# and a#b – is a) good."
    assert notes(tmp_path, clean) == []
