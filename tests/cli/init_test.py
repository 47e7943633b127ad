from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from terminal import Terminal

from respondent.document.walk import gaps
from respondent.files.beginning import ReportDetails, begin_office, begin_response
from respondent.files.workspace import find
from respondent.letter.naming import PEOPLE
from respondent.production.letters import assemble, load_response
from respondent.production.office import load_office

FOUR = ["dyfed-powys", "gwent", "north-wales", "south-wales"]


def test_a_workspace_is_made_and_the_next_step_named(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("init", "gwent", "--office", "gwent", at=tmp_path)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:3] == [
        "made      gwent/office.yaml",
        "made      gwent/responses/",
        "made      gwent/stationery/",
    ]
    assert "Next, read gwent/office.yaml" in ran.out
    assert "respondent new 2026-custody" in ran.out


def test_existing_workspace_is_kept(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("init", "gwent", "--office", "gwent", at=tmp_path)
    before = (tmp_path / "gwent" / "office.yaml").read_bytes()

    ran = terminal.run("init", "gwent", at=tmp_path)

    assert ran.code == 3
    assert ran.problems == [
        (
            "gwent/office.yaml: there is already an office here, and nothing was changed",
            "edit that file, or create the workspace in another folder",
        )
    ]
    assert (tmp_path / "gwent" / "office.yaml").read_bytes() == before


def test_unknown_office_lists_the_known_ones(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("init", "gwent", "--office", "Gwent Police", at=tmp_path)

    assert ran.code == 2
    assert ran.problems == [
        (
            "Gwent Police: there is no such office",
            "write one of dyfed-powys, gwent, north-wales, south-wales, blank",
        )
    ]


@pytest.mark.parametrize("office", FOUR)
def test_a_new_office_makes_a_pair_for_a_new_response(
    terminal: Terminal, tmp_path: Path, office: str
) -> None:
    begin(terminal, tmp_path, office)

    ran = terminal.draft(at=tmp_path / office)

    assert (ran.code, ran.err) == (0, "")
    assert "2026-custody.cy.txt" in ran.out
    assert "2026-custody.en.txt" in ran.out


def test_office_without_holder_is_a_gap(terminal: Terminal, tmp_path: Path) -> None:
    begin(terminal, tmp_path, "north-wales")
    office = tmp_path / "north-wales" / "office.yaml"
    whole = office.read_text(encoding="utf-8")

    office.write_text(whole.replace("    from: 2021-05-13\n", "    from: 2027-05-13\n"), encoding="utf-8")
    ran = terminal.draft(at=tmp_path / "north-wales")
    office.write_text(whole, encoding="utf-8")
    again = terminal.draft(at=tmp_path / "north-wales")

    gap = "people, office-holder on 2026-11-23"
    assert (ran.code, again.code) == (0, 0)
    assert gap in ran.out
    assert gap not in again.out


def test_blank_office_lists_all_missing_values(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("init", "blank", at=tmp_path)
    office = tmp_path / "blank" / "office.yaml"

    ran = terminal.draft(at=tmp_path / "blank")

    named = {int(where.split(":")[1]) for where, _ in ran.problems if where.startswith("office.yaml:")}
    assert ran.code == 3
    assert needed(office.read_text(encoding="utf-8")) <= named
    assert all(then for _, then in ran.problems)


def needed(text: str) -> set[int]:
    """Return the lines of a blank office with an empty value that is not noted as optional.

    Where both languages are empty, the first of the two stands for both.
    """
    lines = text.split("\n")
    above = ["", *(line.partition("#")[2] if line.strip().startswith("#") else "" for line in lines)]
    values = [
        (number, value, note or above[number - 1])
        for number, (value, _, note) in enumerate((line.partition("#") for line in lines), start=1)
    ]
    empty = [
        (number, value.strip(" -"))
        for number, value, note in values
        if value.strip().endswith(":") and not note.strip().startswith(("optional", "its initials"))
    ]
    inner = {number - 1 for number, value in empty if value in ("cy:", "en:")}
    found = {number for number, value in empty if value not in ("en:", "to:") and number not in inner}
    keys = {number for number, value, _ in values if is_parent(text.split("\n"), number)}
    return found - keys


def is_parent(lines: list[str], number: int) -> bool:
    """Tell whether the value of a line stands on the lines below it."""
    line = lines[number - 1]
    below = next(
        (other for other in lines[number:] if other.strip() and not other.strip().startswith("#")), ""
    )
    return len(below) - len(below.lstrip(" -")) > len(line) - len(line.lstrip(" -"))


def begin(terminal: Terminal, folder: Path, office: str) -> None:
    terminal.run("init", office, "--office", office, at=folder)
    given = ("--title", "Custody", "--published", "2026-11-03", "--recommendations", "0")
    assert terminal.run("new", "2026-custody", *given, at=folder / office).code == 0


@pytest.mark.parametrize("office", FOUR)
def test_office_knows_whom_a_letter_of_any_year_goes_to(tmp_path: Path, office: str) -> None:
    begin_office(tmp_path, office)
    place = find(tmp_path)
    given = ReportDetails(title="Custody", published=date(2018, 1, 10))
    desk, file = load_office(place), begin_response(place, "custody", given)
    response = load_response(file, desk)

    for year in (2018, 2019, 2021, 2023, 2025, 2026):
        made = assemble(response, "custody", desk, date(year, 6, 1))

        assert not [gap for _, letter in made.two_files() for gap in gaps(letter) if gap.startswith(PEOPLE)]
