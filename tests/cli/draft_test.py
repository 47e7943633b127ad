from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal

SLUG = "2019-stalking-and-harassment"


@pytest.fixture
def second(bench: Bench) -> Path:
    """Return the file of a second response beside that of the example."""
    folder = bench.response.parent.with_name("2021-custody")
    shutil.copytree(bench.response.parent, folder)
    return folder / "response.yaml"


def test_complete_draft_of_one_response(terminal: Terminal, bench: Bench) -> None:
    ran = terminal.draft(at=bench.root)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"responses/{SLUG}",
        f"  made      responses/{SLUG}/drafts/{SLUG}.cy.txt",
        f"  made      responses/{SLUG}/drafts/{SLUG}.en.txt",
        "  nothing is missing",
    ]


def test_unchanged_draft_is_reported_as_unchanged(terminal: Terminal, bench: Bench) -> None:
    terminal.draft(at=bench.root)

    assert f"  unchanged responses/{SLUG}/drafts/{SLUG}.cy.txt" in terminal.draft(at=bench.root).out


@pytest.mark.parametrize(
    ("format", "suffixes"), [("docx,html,txt", {"docx", "html", "txt"}), (" HTML , txt ", {"html", "txt"})]
)
def test_formats_and_languages_are_chosen(
    terminal: Terminal, bench: Bench, format: str, suffixes: set[str]
) -> None:
    ran = terminal.run("draft", "--format", format, "--language", "cy", at=bench.root)

    names = {file.name for file in (bench.response.parent / "drafts").iterdir()}
    assert ran.code == 0
    assert names == {".record.json", *(f"{SLUG}.cy.{suffix}" for suffix in suffixes)}


def test_gaps_are_grouped_by_language(terminal: Terminal, bench: Bench) -> None:
    text = bench.response.read_text(encoding="utf-8")
    start, end = text.index("closing:\n  cy: >-"), text.index("  en: >-\n    I can confirm that my office")
    bench.response.write_text(text[:start] + "closing:\n" + text[end:], encoding="utf-8")

    ran = terminal.draft(at=bench.root)

    assert ran.code == 0
    assert ran.out.splitlines()[3:] == ["  missing   1 text in Welsh:", "              closing"]


def test_provisional_date_is_reported(terminal: Terminal, bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14\n", "")

    ran = terminal.draft(at=bench.root)

    assert ran.code == 0
    assert ran.out.splitlines()[3:] == [
        "  date      provisional: write one under `letter` before the letter is sent",
        "  nothing is missing",
    ]


def test_edited_draft_is_kept_and_reported(terminal: Terminal, bench: Bench) -> None:
    terminal.draft(at=bench.root)
    drafts = bench.response.parent / "drafts"
    (drafts / f"{SLUG}.cy.txt").write_text("gan berson", encoding="utf-8")
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2019-05-15")

    ran = terminal.draft(at=bench.root)

    assert ran.out.splitlines()[1:4] == [
        f"  kept      responses/{SLUG}/drafts/{SLUG}.cy.txt: somebody changed it",
        f"  made      responses/{SLUG}/drafts/{SLUG}.cy (2).txt beside it",
        f"  made      responses/{SLUG}/drafts/{SLUG}.en.txt",
    ]
    assert (drafts / f"{SLUG}.cy.txt").read_text(encoding="utf-8") == "gan berson"


def test_bad_response_does_not_stop_the_table(terminal: Terminal, bench: Bench, second: Path) -> None:
    bench.change(bench.response, "layout: narrative", "layout: narative")

    ran = terminal.draft("responses", "nowhere", at=bench.root)

    assert ran.code == 4
    assert [where.split(":")[0] for where, _ in ran.problems] == [
        "nowhere",
        f"responses/{SLUG}/response.yaml",
    ]
    assert ran.out.splitlines()[-4:] == [
        "",
        "response                      files  missing in Welsh  missing in English",
        f"{SLUG}  0                                            not made",
        "2021-custody                  2      0                 0",
    ]


def test_exit_code_if_every_response_fails(terminal: Terminal, bench: Bench, second: Path) -> None:
    for file in (bench.response, second):
        file.write_text("a: b\n", encoding="utf-8")

    assert terminal.draft(at=bench.root).code == 3


def test_wrong_office_is_reported_once_for_its_responses(
    terminal: Terminal, bench: Bench, second: Path
) -> None:
    bench.change(bench.office, "register: I", "register: they")

    ran = terminal.draft(at=bench.root)

    assert ran.code == 3
    assert ran.err.count("register") == 1
    assert ran.out.splitlines() == [
        f"responses/{SLUG}",
        "  not made, because:",
        "responses/2021-custody",
        "  not made  for the reason above",
        "",
        "response                      files  missing in Welsh  missing in English",
        f"{SLUG}  0                                            not made",
        "2021-custody                  0                                            not made",
    ]


def test_same_mistake_of_two_offices_is_reported_twice(
    terminal: Terminal, bench: Bench, tmp_path: Path
) -> None:
    other = Bench.of_example("gwent", tmp_path / "other")
    for one in (bench, other):
        one.change(one.office, "register: I", "register: they")

    ran = terminal.draft(bench.root, other.root, at=tmp_path)

    assert len(ran.problems) == 2
    assert "for the reason above" not in ran.out


def test_files_folders_and_workspaces_can_be_combined(
    terminal: Terminal, bench: Bench, second: Path, tmp_path: Path
) -> None:
    ran = terminal.draft(second, bench.response.parent, bench.root, at=tmp_path)

    assert ran.code == 0
    assert [line for line in ran.out.splitlines() if not line.startswith(" ")][:2] == [
        f"gwent/responses/{SLUG}",
        "gwent/responses/2021-custody",
    ]


@pytest.mark.parametrize(
    ("arguments", "where", "then"),
    [
        (("--format", "pdf"), "--format: there is no pdf", "write one or more of docx,html,txt"),
        (
            ("--format", "dox"),
            "--format: there is no dox",
            "did you mean docx? write one or more of docx,html,txt",
        ),
        (("--language", "fr,en"), "--language: there is no fr", "write one or more of cy,en"),
        (("--language", " , "), "--language: no value is given", "write one or more of cy,en"),
        (("--today", "3.4"), "--today: “3.4” is not a date", "write year, month, day:  2019-05-14"),
    ],
)
def test_wrong_option_is_refused(
    terminal: Terminal, bench: Bench, arguments: tuple[str, ...], where: str, then: str
) -> None:
    ran = terminal.run("draft", *arguments, at=bench.root)

    assert ran.code == 2
    assert ran.problems == [(where, then)]


def test_a_note_on_the_letterhead_is_printed(terminal: Terminal, bench: Bench) -> None:
    from docx import Document

    letterhead = Document()
    letterhead.add_paragraph("Words in the body")
    (bench.root / "stationery").mkdir(exist_ok=True)
    letterhead.save(str(bench.root / "stationery" / "letterhead.docx"))
    text = bench.office.read_text(encoding="utf-8")
    bench.office.write_text(
        f"{text}\nstationery:\n  letterhead: stationery/letterhead.docx\n", encoding="utf-8"
    )

    ran = terminal.run("draft", "--format", "docx", at=bench.root)

    assert ran.code == 0
    assert ran.out.splitlines()[1].startswith("  note      stationery/letterhead.docx: ")
