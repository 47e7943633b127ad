"""The pages of the printed letter, as LibreOffice lays them out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from programs import pages
from workspaces import LANGUAGES, Change, Drafts, draft, item, workspace

SIGN_OFF = {"cy": "Yn gywir", "en": "Yours sincerely"}
HOLDER = "Jeff Cuthbert B.Sc., MCIPD"
MARK = "DRAFFT / DRAFT"

FIRST_PAGE = {
    "cy": (
        "Swyddfa Comisiynydd Heddlu a Throseddu, Gwent",
        "Arolygiad HMICFRS o Heddlu Sussex – Stelcian ac aflonyddu",
        "crimes if appropriate when victims report breaches of orders.",
    ),
    "en": (
        "Office of Police and Crime Commissioner, Gwent",
        "HMICFRS Inspection of Sussex Police – Stalking and harassment",
        "crimes if appropriate when victims report breaches of orders.",
    ),
}
"""The letterhead, the subject, the last line of the first recommendation."""

SENTENCE = {
    "cy": " Bydd y Prif Gwnstabl yn adrodd ar hyn eto yn y cyfarfod nesaf, ac yn y cyfarfodydd wedi hynny.",
    "en": " The Chief Constable will report on this again at the next meeting, and at the meetings after it.",
}
"""A line and a little more."""


def _longer(sentences: int) -> Change:
    def change(response: dict[str, Any]) -> None:
        text = item(response["evidence"], "training")["text"]
        for language in LANGUAGES:
            text[language] += SENTENCE[language] * sentences

    return change


def _shorter(words: int) -> Change:
    """Return a change that shortens the letter's evidence to a number of words."""

    def change(response: dict[str, Any]) -> None:
        first = item(response["evidence"], "occurrences")
        response["evidence"] = [first]
        for language in LANGUAGES:
            first["text"][language] = " ".join(first["text"][language].split()[:words]) + "."

    return change


def _ending(text: str, more: int) -> Change:
    """Return a change of the last block of the letter to another kind."""

    def change(response: dict[str, Any]) -> None:
        _longer(more)(response)
        response["closing"] = dict.fromkeys(LANGUAGES, text)

    return change


ENDINGS = {
    "line": "Diolch.",
    "list": "- Diolch\n- Thank you",
    "table": "| Diolch |\n|---|\n| Thank you |\n| Again |",
    "quotation": "> Diolch\n>\n> Thank you",
}
"""What may stand above the sign-off."""

LENGTHS: dict[str, Change] = {
    **{f"shorter-{words:03}": _shorter(words) for words in range(10, 60, 8)},
    **{f"longer-{more:02}": _longer(more) for more in range(18, 32, 2)},
    **{f"{kind}-{more}": _ending(text, more) for kind, text in ENDINGS.items() for more in (24, 28)},
}
"""Letters whose end wanders over the foot of the first page, and over that of the second."""


@pytest.fixture(scope="module")
def lengths(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[list[str]]]:
    """The pages of letters of different lengths, by name and language."""
    root = tmp_path_factory.mktemp("lengths")
    made = draft(workspace(root / "gwent", responses=LENGTHS), root / "out")
    files = {made.word(language, name): (name, language) for name in LENGTHS for language in LANGUAGES}
    return {files[file]: letter for file, letter in pages(files, root).items()}


def _page_of(pages: list[list[str]], line: str) -> int:
    (number,) = (number for number, page in enumerate(pages) if line in page)
    return number


def test_the_first_page_has_letterhead_subject_and_first_recommendation(
    drafts: Drafts, tmp_path: Path
) -> None:
    files = {drafts.word(language): language for language in LANGUAGES}
    for file, letter in pages(files, tmp_path).items():
        for words in FIRST_PAGE[files[file]]:
            assert any(words in line for line in letter[0])
        assert not any(FIRST_PAGE["cy"][0] in line for page in letter[1:] for line in page)


def test_each_page_says_which_it_is_of_how_many(drafts: Drafts, tmp_path: Path) -> None:
    files = {drafts.word("cy"): "Tudalen {} o {}", drafts.word("en"): "Page {} of {}"}
    for file, letter in pages(files, tmp_path).items():
        assert len(letter) == 2
        assert [page[-1] for page in letter] == [files[file].format(1, 2), files[file].format(2, 2)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LENGTHS)
def test_no_signature_stands_alone_on_its_page(
    lengths: dict[tuple[str, str], list[list[str]]], name: str, language: str
) -> None:
    letter = lengths[name, language]
    sign_off, signature = _page_of(letter, SIGN_OFF[language]), _page_of(letter, HOLDER)
    assert sign_off == signature
    page = letter[signature]
    assert page[0] == MARK
    head = 1 if signature == 0 else 2
    assert page.index(SIGN_OFF[language]) > head, "nothing but the head of the page stands above the sign-off"


def test_the_letters_end_on_each_side_of_a_page_break(
    lengths: dict[tuple[str, str], list[list[str]]],
) -> None:
    for language in LANGUAGES:
        numbers = [len(lengths[name, language]) for name in LENGTHS]
        assert len(set(numbers)) > 1


def test_no_letter_ends_in_an_empty_page(lengths: dict[tuple[str, str], list[list[str]]]) -> None:
    for letter in lengths.values():
        assert all(len(page) > 2 for page in letter)


PUBLISHED = Path(__file__).parents[1] / "tests/letter/published"
ANNEX = {"cy": "Atodiad: yr argymhellion", "en": "Annex: the recommendations"}
OPENING = {
    "cy": "Rwy'n derbyn canfyddiadau'r adroddiad hwn yn llawn.",
    "en": "I accept the findings of this report in full.",
}


def test_43_recommendations_take_three_pages_and_an_annex_of_five(tmp_path: Path) -> None:
    response = (PUBLISHED / "vetting.yaml").read_bytes()
    made = draft(
        workspace(tmp_path / "gwent", responses={}, files={"responses/vetting/response.yaml": response}),
        tmp_path / "out",
    )
    files = {made.word(language, "vetting"): language for language in LANGUAGES}
    for file, letter in pages(files, tmp_path).items():
        language = files[file]
        annex = next(
            number for number, page in enumerate(letter) if any(ANNEX[language] in line for line in page[:4])
        )
        assert annex <= 3
        assert len(letter) - annex <= 5
        assert any(OPENING[language] in line for line in letter[0])
