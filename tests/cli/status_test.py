from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from offices import Bench
from terminal import Ran, Terminal, run

SLUG = "2019-stalking-and-harassment"
TODAY = "2019-05-24"


def status(terminal: Terminal, bench: Bench, *arguments: str) -> Ran:
    return terminal.run("status", "--today", TODAY, *arguments, at=bench.root)


def another(bench: Bench, name: str, published: str) -> None:
    folder = bench.response.parent.with_name(name)
    shutil.copytree(bench.response.parent, folder)
    bench.change(folder / "response.yaml", "published: 2019-04-10", f"published: {published}")


def test_one_response_has_its_clock_and_its_findings(terminal: Terminal, bench: Bench) -> None:
    ran = status(terminal, bench)

    assert (ran.code, ran.err) == (0, "")
    assert "  last day   Tuesday 4 June 2019, due soon: 11 days left, 6 of them working days" in ran.out
    assert "  comments   nothing says that the chief officer was invited" in ran.out
    (findings,) = [line for line in ran.out.splitlines() if line.startswith("  findings ")]
    assert " errors, " in findings


def test_many_end_in_tables_sorted_by_urgency(terminal: Terminal, bench: Bench) -> None:
    another(bench, "a-late-one", "2019-03-01")
    another(bench, "an-open-one", "2019-05-20")

    ran = status(terminal, bench, "--no-findings")

    texts, clock = (part.splitlines() for part in ran.out.strip().split("\n\n"))
    order = ["a-late-one", SLUG, "an-open-one"]
    assert [line.split()[0] for line in texts[1:]] == order
    assert [line.split()[0] for line in clock[1:]] == order
    assert clock[0].split() == ["response", "report", "last", "day", "clock", "comments", "released"]
    assert "late, 29 days" in clock[1]
    assert "due soon, 11 days" in clock[2]
    assert "51 days left" in clock[3]


def test_the_table_of_the_examples_fits_into_120_columns(terminal: Terminal) -> None:
    from offices import EXAMPLES

    ran = terminal.run("status", "--today", TODAY, at=EXAMPLES / "gwent")

    assert max(map(len, ran.out.splitlines())) <= 120


def test_findings_are_counted_by_default_for_few_responses(terminal: Terminal, bench: Bench) -> None:
    for number in range(20):
        another(bench, f"r{number}", "2019-04-11")

    assert "findings" not in status(terminal, bench).out
    assert "findings" in status(terminal, bench, "--findings", "responses/r1", "responses/r2").out


def test_colours_are_only_for_terminals(
    terminal: Terminal, bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    another(bench, "a-late-one", "2019-03-01")
    plain = status(terminal, bench, "--no-findings").out
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    assert "\x1b" not in plain
    coloured = status(terminal, bench, "--no-findings").out
    assert "\x1b[31m\x1b[1mlate, 29 days" in coloured
    assert "\x1b[33m\x1b[1mdue soon, 11 days" in coloured
    status(terminal, bench, "--no-findings", "--out", str(tmp_path / "status.txt"))
    assert (tmp_path / "status.txt").read_text("utf-8") == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert status(terminal, bench, "--no-findings").out == plain


def test_json_has_failed_responses(terminal: Terminal, bench: Bench) -> None:
    folder = bench.response.parent.with_name("broken")
    folder.mkdir()
    (folder / "response.yaml").write_text("letter: [", encoding="utf-8")

    ran = status(terminal, bench, "--format", "json")

    found = json.loads(ran.out)
    assert ran.code == 4
    assert (found["version"], found["today"]) == (1, TODAY)
    assert [one["response"] for one in found["responses"]] == [SLUG]
    assert found["responses"][0]["findings"]["errors"] > 0
    assert [Path(one["file"]).parent.name for one in found["failed"]] == ["broken"]


def test_page_and_calendar_are_written(terminal: Terminal, bench: Bench, tmp_path: Path) -> None:
    for name, begins in (("status.html", b"<!DOCTYPE html>"), ("due.ics", b"BEGIN:VCALENDAR\r\n")):
        file = tmp_path / "made" / name
        ran = status(terminal, bench, "--format", name.split(".")[1], "--out", str(file))

        assert (ran.code, ran.out.strip()) == (0, f"made      {file}")
        assert file.read_bytes().startswith(begins)


@pytest.mark.parametrize("form", ["html", "ics"])
def test_standard_output_gets_the_bytes_of_the_file(bench: Bench, form: str) -> None:
    name = bench.response.parent.with_name("2019-stelcian-ŵ")
    bench.response.parent.rename(name)
    file = bench.root / f"status.{form}"
    command = ("status", "--today", TODAY, "--format", form)
    run(*command, "--out", str(file), at=bench.root)

    # `run` takes \r\n for \n, as a console does.
    ran = run(*command, at=bench.root, more={"PYTHONIOENCODING": "utf-8"})
    assert ran.out == file.read_bytes().decode().replace("\r\n", "\n")
    assert "ŵ" in ran.out


@pytest.mark.parametrize(
    ("arguments", "what", "then"),
    [
        (("--format", "pdf"), "--format: there is no pdf", "write one or more of text,json,html,ics"),
        (
            ("--format", "json,html"),
            "--format: “json,html” is more than one value",
            "write one of text, json, html, ics",
        ),
        (("--today", "tomorrow"), "--today: “tomorrow” is not a date", "write year, month, day:  2019-05-14"),
        (
            ("--format", "html", "--out", "office.yaml"),
            "--out: office.yaml does not end in .html",
            "give the name of a file:  --out status.html",
        ),
        (
            ("--format", "ics", "--out", "responses"),
            "--out: responses is a folder",
            "give the name of a file:  --out status.ics",
        ),
    ],
)
def test_wrong_options_are_refused(
    terminal: Terminal, bench: Bench, arguments: tuple[str, ...], what: str, then: str
) -> None:
    ran = terminal.run("status", *arguments, at=bench.root)

    assert (ran.code, ran.problems) == (2, [(what, then)])


def test_empty_page_does_not_replace_a_file(terminal: Terminal, bench: Bench, tmp_path: Path) -> None:
    bench.response.write_text("letter: [", encoding="utf-8")
    file = tmp_path / "status.html"
    file.write_text("of yesterday", encoding="utf-8")

    ran = status(terminal, bench, "--format", "html", "--out", str(file))

    assert ran.code == 3
    assert ran.err.endswith("nothing to write: no response that can be read, or nothing is due\n")
    assert file.read_text(encoding="utf-8") == "of yesterday"


def test_a_file_that_cannot_be_written_is_named(terminal: Terminal, bench: Bench) -> None:
    (bench.root / "taken").write_text("", encoding="utf-8")

    ran = status(terminal, bench, "--format", "json", "--out", "taken/status.json")

    assert ran.code == 3
    assert "taken" in ran.err


def test_problem_of_an_office_is_printed_once(terminal: Terminal, bench: Bench) -> None:
    another(bench, "b", "2019-04-11")
    bench.change(bench.office, "dates:", "datez:")

    ran = status(terminal, bench)

    assert ran.code == 3
    assert ran.err.count("unknown key `datez`") == 1
