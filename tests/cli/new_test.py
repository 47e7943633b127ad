from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from terminal import Terminal

from respondent.response.kinds import ReportKind


@pytest.fixture
def office(terminal: Terminal, tmp_path: Path) -> Path:
    terminal.run("init", "gwent", "--office", "gwent", at=tmp_path)
    return tmp_path / "gwent"


def test_a_response_is_made_and_the_next_step_named(terminal: Terminal, office: Path) -> None:
    ran = terminal.run("new", "Dalfa 2026", at=office)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "made      responses/Dalfa 2026/response.yaml",
        "",
        "Next, complete responses/Dalfa 2026/response.yaml. Then draft the letters:",
        '  respondent draft "responses/Dalfa 2026"',
    ]


def test_it_is_made_in_the_workspace_from_any_folder_of_it(terminal: Terminal, office: Path) -> None:
    ran = terminal.run("new", "2026-custody", at=office / "stationery")

    assert ran.code == 0
    assert (office / "responses" / "2026-custody" / "response.yaml").is_file()


def test_advice_outside_a_workspace(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("new", "2026-custody", at=tmp_path)

    assert ran.code == 3
    assert "respondent init" in ran.problems[0][1]


def test_missing_values_are_listed_with_their_lines(terminal: Terminal, office: Path) -> None:
    terminal.run("new", "2026-custody", at=office)
    lines = (office / "responses" / "2026-custody" / "response.yaml").read_text(encoding="utf-8").split("\n")
    title = lines.index("    title:") + 2
    published = lines.index("    published:") + 1

    ran = terminal.draft(at=office)

    places = [where.split(": ")[:2] for where, _ in ran.problems]
    file = "responses/2026-custody/response.yaml"
    assert ran.code == 3
    assert [f"{file}:{title}", "reports[0].title.en"] in places
    assert [f"{file}:{published}", "reports[0].published"] in places


def test_title_and_day_suffice_for_a_draft_with_gaps(terminal: Terminal, office: Path) -> None:
    given = ("--title", 'Custody: "one" #1', "--published", "2026-11-03", "--recommendations", "0")
    terminal.run("new", "2026-custody", *given, at=office)

    ran = terminal.draft(at=office)

    letter = (office / "responses" / "2026-custody" / "drafts" / "2026-custody.en.txt").read_text(
        encoding="utf-8"
    )
    assert (ran.code, ran.err) == (0, "")
    assert 'Custody: "one" #1\n=====' in letter
    assert "  missing   1 text in Welsh:\n              closing\n" in ran.out
    assert "  missing   1 text in English:\n              closing\n" in ran.out


def test_user_is_asked_for_the_day_of_publication(terminal: Terminal, office: Path) -> None:
    given = ("--title", "Custody", "--published", "2026-11-03")
    terminal.run("new", "2026-custody", *given, at=office)
    file = office / "responses" / "2026-custody" / "response.yaml"

    assert "nobody has confirmed" in terminal.run("check", "--select", "S406", at=office).out
    terminal.run("confirm", "reports.report", "--file", file, "--by", "Nia", at=office)

    assert "nobody has confirmed" not in terminal.run("check", "--select", "S406", at=office).out


def test_recommendations_without_text_are_gaps(terminal: Terminal, office: Path) -> None:
    given = ("--title", "Custody", "--published", "2026-11-03", "--recommendations", "2")
    terminal.run("new", "2026-custody", *given, at=office)

    ran = terminal.draft(at=office)

    gaps = [line.strip() for line in ran.out.splitlines()]
    assert (ran.code, ran.err) == (0, "")
    assert gaps.count("recommendations.recommendation-2.text") == 1  # the English letter alone: it is quoted
    for name in ("evidence.evidence-2.text", "closing"):
        assert gaps.count(name) == 2


@pytest.mark.parametrize(
    ("arguments", "where", "then"),
    [
        (
            ("--published", "3.11.2026"),
            "--published: “3.11.2026” is not a date",
            "write year, month, day:  2019-05-14",
        ),
        (
            ("--published", "2026-02-30"),
            "--published: “2026-02-30” is not a date",
            "write year, month, day:  2019-05-14",
        ),
        (("--kind", "thematc"), "--kind: there is no thematc", "did you mean thematic?"),
        (("--kind", ","), "--kind: no value is given", "write one or more of report,"),
        (("--title", "Custody\a"), "title: the text contains ", "delete it"),
    ],
)
def test_a_wrong_option_is_refused_and_nothing_is_made(
    terminal: Terminal, office: Path, arguments: tuple[str, ...], where: str, then: str
) -> None:
    ran = terminal.run("new", "2026-custody", *arguments, at=office)

    assert ran.code == 2
    assert ran.problems[0][0].startswith(where)
    assert ran.problems[0][1].startswith(then)
    assert list((office / "responses").iterdir()) == []


@pytest.mark.parametrize("count", ["-1", "many", "1000"])
def test_a_wrong_number_of_recommendations_is_wrong_usage(
    terminal: Terminal, office: Path, count: str
) -> None:
    ran = terminal.run("new", "2026-custody", "--recommendations", count, at=office)

    assert ran.code == 2
    assert "--recommendations" in ran.err


def test_the_help_names_all_kinds_of_report(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("new", "--help", at=tmp_path)

    assert all(kind in ran.out for kind in get_args(ReportKind))
