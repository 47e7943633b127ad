"""A letter on an office's own letterhead, made in LibreOffice, that has none of our styles."""

from __future__ import annotations

import re
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from letterheads import ADDRESS, BOX, CHARITY, CONTINUED, NAME, as_word, first_page, whole
from programs import converted, findings, pages
from workspaces import LANGUAGES, Drafts, draft, workspace

LETTERHEADS = {"whole": whole, "first-page": first_page}
OWN = (NAME, BOX, *ADDRESS)
OURS = "Swyddfa Comisiynydd Heddlu a Throseddu, Gwent |"
NOTICE = ("Rydym yn croesawu gohebiaeth", "We welcome correspondence")
LABELS = {"cy": "Tudalen {} o {}", "en": "Page {} of {}"}


@dataclass(frozen=True, slots=True)
class Trial:
    """A letterhead and the letters on it."""

    name: str
    letterhead: Path
    drafts: Drafts
    pages: dict[str, list[list[str]]]
    """The pages of the letters by language."""


@pytest.fixture(scope="module", params=LETTERHEADS)
def trial(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """Letters on each letterhead."""

    def with_letterhead(office: dict[str, Any]) -> None:
        office["stationery"] = {"letterhead": "stationery/letterhead.docx"}

    name = str(request.param)
    root = tmp_path_factory.mktemp(name)
    own = as_word(LETTERHEADS[name](), root, "letterhead")
    files = {"stationery/letterhead.docx": own.read_bytes()}
    made = draft(workspace(root / "gwent", office=with_letterhead, files=files), root / "out")
    pages_by_file = pages(map(made.word, LANGUAGES), root)
    return Trial(name, own, made, {language: pages_by_file[made.word(language)] for language in LANGUAGES})


def _styles(file: Path) -> set[str]:
    return {style.style_id for style in docx.Document(str(file)).styles}


def _pictures(file: Path) -> set[bytes]:
    with zipfile.ZipFile(file) as package:
        return {package.read(name) for name in package.namelist() if name.startswith("word/media/")}


def _known(file: Path) -> set[str]:
    """Return the findings of openxml-audit, without the numbers of parts and paragraphs, which we change."""
    return {re.sub(r"(?<=[a-z])\d+(?=\.xml)|(?<=/p)\[\d+\]", "", finding) for finding in findings(file)}


def test_the_letterhead_has_every_feature_to_test(trial: Trial) -> None:
    assert not {"Letterhead", "Notice", "Gap", "DraftMark", "FooterNotice"} & _styles(trial.letterhead)
    with zipfile.ZipFile(trial.letterhead) as package:
        heads = "".join(
            package.read(name).decode() for name in package.namelist() if name.startswith("word/header")
        )
    assert all(words in heads for words in OWN)
    for piece in ("<w:tbl>", "txbxContent", "<a:blip "):
        assert piece in heads
    (section,) = docx.Document(str(trial.letterhead)).sections
    assert section.different_first_page_header_footer is (trial.name == "first-page")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_header_replaces_ours_on_the_first_page(trial: Trial, language: str) -> None:
    first, *following = trial.pages[language]
    head = " ".join(first[:6])
    assert head.startswith("DRAFFT / DRAFT")
    assert all(head.count(words) == 1 for words in OWN)
    assert not any(OURS in line for page in (first, *following) for line in page)
    for page in following:
        line = NAME if trial.name == "whole" else CONTINUED
        assert any(line in text for text in page[:4])


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_footer_is_kept_above_the_notice_and_the_page_number(trial: Trial, language: str) -> None:
    letter = trial.pages[language]
    for number, page in enumerate(letter, start=1):
        assert page[0] == "DRAFFT / DRAFT"
        assert page[-1] == LABELS[language].format(number, len(letter))
        foot = " ".join(page[page.index(CHARITY) :])
        assert [words in foot for words in NOTICE] == [number == 1] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_pictures_and_all_styles_are_in_the_letter(trial: Trial, language: str, tmp_path: Path) -> None:
    file = trial.drafts.word(language)
    assert _pictures(trial.letterhead) <= _pictures(file)
    assert _styles(trial.letterhead) <= _styles(file)
    used = {paragraph.style.style_id for paragraph in docx.Document(str(file)).paragraphs if paragraph.style}
    assert {"Heading1", "Quote", "Notice", "Signature"} <= used <= _styles(file)
    (pdf,) = converted([file], "pdf", tmp_path).values()
    command = ["pdfimages", "-list", "-f", "1", "-l", "1", str(pdf)]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert len(shown.splitlines()) == 3  # two lines of head, and the logo


@pytest.mark.parametrize("language", LANGUAGES)
def test_openxml_audit_finds_nothing_new_in_the_letter(trial: Trial, language: str) -> None:
    assert _known(trial.drafts.word(language)) <= _known(trial.letterhead)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_on_it_begins_and_ends_on_the_right_pages(trial: Trial, language: str) -> None:
    letter = trial.pages[language]
    assert any("crimes if appropriate when victims report" in line for line in letter[0])
    sign_off = {"cy": "Yn gywir", "en": "Yours sincerely"}[language]
    (page,) = (page for page in letter if sign_off in page)
    assert any(line.startswith("Jeff Cuthbert") for line in page[page.index(sign_off) :])
    assert page[page.index(sign_off) - 1].endswith(
        "."
    )  # the end of a paragraph of the letter, not the letterhead
