"""The letter of 14 May 2019 as sent, compared with the one made from its facts."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest
from programs import pages, texts
from workspaces import LANGUAGES, SLUG, Change, Drafts, draft, item, workspace

SEED = Path(__file__).with_name("seed-letter.txt").read_text("utf-8")

SLIPS = (
    # as sent, as mended, why
    (
        "Comisiynydd yr Heddlu a Throseddu, Gwent",
        "Comisiynydd Heddlu a Throseddu, Gwent",
        "the letterhead has two Welsh names for one office",
    ),
    ("Cwmbrån", "Cwmbrân", "the Welsh name has a circumflex"),
    ("Ffőn", "Ffôn", "the Welsh word has a circumflex"),
    ("and 23rd April 2019", "to 23rd April 2019", "a period ends with “to”"),
    ("Controlling Behavior meeting", "Controlling Behaviour meeting", "spelt “Behaviour” beside it"),
    ("trained a approximately", "trained approximately", "a stray article"),
    (
        "e-bost at: Commissioner@",
        "e-bost at: commissioner@",
        "the letterhead spells the address with a small letter",
    ),
    ("email to: Commissioner@", "email to: commissioner@", "as in the Welsh notice"),
    ("in Welsh - this will", "in Welsh – this will", "the Welsh notice has a dash there"),
    ("Jeff con\n\n", "", "the file's text of the signature, which is a picture"),
)
"""The slips of the letter that ours does not repeat."""


def mended() -> str:
    """Return the letter as sent, with its slips corrected."""
    text = SEED
    for sent, ours, _ in SLIPS:
        text = text.replace(sent, ours)
    return text


def paragraphs() -> list[str]:
    """Return the paragraphs of its body, from the salutation to the sign-off."""
    lines = [line.strip() for line in mended().splitlines() if line.strip()]
    return lines[lines.index("Dear Home Secretary") : lines.index("Yours sincerely") + 1]


def words(text: str) -> list[str]:
    """Return the words, without the signs that part names and addresses in a letterhead."""
    return re.sub(r"[|·]", " ", text).split()


def notice() -> list[str]:
    return [
        paragraph for paragraph in paragraphs() if paragraph.startswith(("Rydym yn croesawu", "We welcome"))
    ]


@pytest.fixture(scope="module")
def lines(drafts: Drafts, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The lines of both letters, as LibreOffice reads them."""
    files = {language: drafts.word(language) for language in LANGUAGES}
    by_file = texts(files.values(), tmp_path_factory.mktemp("texts"))
    return {language: by_file[file] for language, file in files.items()}


@pytest.mark.parametrize(("sent", "ours", "why"), SLIPS)
def test_each_slip_is_in_the_letter_as_sent_once(sent: str, ours: str, why: str) -> None:
    assert SEED.count(sent) == 1
    assert sent != ours
    assert why


def test_every_paragraph_of_the_body_is_there_once_and_in_order(lines: dict[str, list[str]]) -> None:
    english = lines["en"]
    assert (
        english[english.index("Dear Home Secretary") : english.index("Yours sincerely") + 1] == paragraphs()
    )


def test_the_whole_letter_has_the_words_of_the_letter_as_sent(
    drafts: Drafts, lines: dict[str, list[str]]
) -> None:
    head = docx.Document(str(drafts.word("en"))).sections[0].first_page_header
    letterhead = " ".join(paragraph.text for paragraph in head.paragraphs if "DRAFFT" not in paragraph.text)
    assert words(f"{letterhead} {' '.join(lines['en'])}") == words(mended())


def test_the_notice_is_in_the_footer_of_the_first_page_only(drafts: Drafts, tmp_path: Path) -> None:
    for language in LANGUAGES:
        (section,) = docx.Document(str(drafts.word(language))).sections
        assert section.different_first_page_header_footer
        first, following = section.first_page_footer.paragraphs, section.footer.paragraphs
        assert [paragraph.text for paragraph in first if paragraph.text in notice()] == notice()
        assert not any(paragraph.text in notice() for paragraph in following)
    for page, *rest in pages(map(drafts.word, LANGUAGES), tmp_path).values():
        foot = " ".join(page[-8:])
        assert all(text in foot for text in notice())
        assert not any("croesawu gohebiaeth" in line for page in rest for line in page[-3:])


def _placed(notice: str, after: str | None) -> Change:
    def change(response: dict[str, object]) -> None:
        letter = response["letter"]
        assert isinstance(letter, dict)
        letter.pop("notice_after", None)
        letter["notice"] = notice
        if after:
            letter["notice_after"] = after

    return change


PLACES = {
    # name: placement, evidence, how the paragraphs before and after it begin
    "after-occurrences": ("after-evidence", "occurrences", "Following my request", "In order to assist"),
    "after-training": ("after-evidence", "training", "I am also reassured", "I am pleased to read"),
    "top": ("top", None, "HMICFRS Inspection", "As required by statute"),
    "end": ("end", None, "Julian Williams", ""),
}


def test_the_notice_is_where_it_is_placed(tmp_path: Path) -> None:
    changes = {name: _placed(place, after) for name, (place, after, _, _) in PLACES.items()}
    made = draft(workspace(tmp_path / "gwent", responses=changes), tmp_path / "out")
    files = {made.word("en", name): name for name in PLACES}
    for file, letter in texts(files, tmp_path).items():
        _, _, before, after = PLACES[files[file]]
        assert [letter.count(paragraph) for paragraph in notice()] == [1, 1]
        place = letter.index(notice()[0])
        assert letter[place + 1] == notice()[1]
        assert letter[place - 1].startswith(before)
        assert "".join(letter[place + 2 : place + 3]).startswith(after)


def test_the_welsh_letter_has_no_gap_and_the_blocks_of_the_english_one(
    drafts: Drafts, lines: dict[str, list[str]]
) -> None:
    assert "nothing is missing" in drafts.output
    assert not any("Bwlch" in line or line.startswith("[") for line in lines["cy"])
    kinds = [
        [
            paragraph.style.name
            for paragraph in docx.Document(str(drafts.word(language))).paragraphs
            if paragraph.style
        ]
        for language in LANGUAGES
    ]
    assert kinds[0] == kinds[1]
    assert len(lines["cy"]) == len(lines["en"])


def test_a_missing_text_is_a_gap_in_its_place(tmp_path: Path) -> None:
    def without_welsh(response: dict[str, list[dict[str, dict[str, str]]]]) -> None:
        del item(response["evidence"], "training")["text"]["cy"]

    made = draft(workspace(tmp_path / "gwent", responses={SLUG: without_welsh}), tmp_path / "out")
    assert "evidence.training.text" in made.output
    (welsh,) = texts([made.word("cy")], tmp_path).values()
    (label,) = (index for index, line in enumerate(welsh) if "evidence.training.text" in line)
    assert welsh[label + 1].startswith("I am also reassured")
