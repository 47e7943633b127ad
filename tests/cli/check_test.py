from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from offices import Bench
from terminal import TODAY, Ran, Terminal

SLUG = "2019-stalking-and-harassment"


def check(terminal: Terminal, bench: Bench, *arguments: str) -> Ran:
    return terminal.run("check", "--today", TODAY, *arguments, at=bench.root)


def key(terminal: Terminal, bench: Bench, check_id: str, words: str) -> str:
    found = json.loads(check(terminal, bench, "--format", "json", "--select", check_id).out)
    (one,) = [one for one in found["responses"][0]["findings"] if words in one["what"]]
    return str(one["key"])


def test_a_finding_has_a_place_a_problem_and_advice(terminal: Terminal, bench: Bench) -> None:
    ran = check(terminal, bench, "--select", "T201")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == f"responses/{SLUG}"
    assert "  warning T201 abbreviations-written-out: “OPCC” is used without its full name" in ran.out
    assert "          write “Office of the Police and Crime Commissioner (OPCC)” the first time" in ran.out
    assert "response.yaml:142, evidence.governance.text.1 (en)  [" in ran.out
    assert ran.out.splitlines()[-1] == "  3 warnings"


def test_errors_end_with_code_1(terminal: Terminal, bench: Bench) -> None:
    assert check(terminal, bench, "--select", "D204").code == 1


def test_several_responses_end_in_a_table_and_one_failure_does_not_stop_the_others(
    terminal: Terminal, bench: Bench
) -> None:
    other = bench.response.parent.with_name("2021-custody")
    shutil.copytree(bench.response.parent, other)
    (other / "response.yaml").write_text("letter: {date: tomorrow}\n", encoding="utf-8")

    ran = check(terminal, bench, "--select", "T")

    assert ran.code == 4
    assert "expected a date" in ran.err
    rows = [line.split() for line in ran.out.splitlines()[-3:]]
    assert rows == [
        ["response", "errors", "warnings", "notes", "silenced"],
        [SLUG, "0", "3", "0", "0"],
        ["2021-custody", "not", "checked"],
    ]


def test_json_has_a_version_and_every_response(terminal: Terminal, bench: Bench) -> None:
    found = json.loads(check(terminal, bench, "--format", "json", "--select", "T,D").out)

    assert (found["version"], found["today"], found["problems"]) == (1, TODAY, [])
    (response,) = found["responses"]
    assert (response["response"], response["problems"]) == (SLUG, [])
    assert {one["check"] for one in response["findings"]} == {"T201", "D201", "D204", "D301"}


def test_only_one_format_is_accepted(terminal: Terminal, bench: Bench) -> None:
    ran = check(terminal, bench, "--format", "text,json")

    assert (ran.code, ran.out) == (2, "")
    assert ran.problems == [("--format: “text,json” is more than one value", "write one of text, json")]


def test_a_finding_without_a_silence_cannot_be_reported_again(terminal: Terminal, bench: Bench) -> None:
    wanted = key(terminal, bench, "T201", "“OPCC”")

    ran = terminal.run("silence", bench.response.parent, wanted, "--again", "--by", "Nia", at=bench.root)

    assert ran.code == 2
    assert ran.problems[0][0].endswith("T201 abbreviations-written-out is not silenced")
    assert not bench.response.with_name("ledger.jsonl").exists()


def test_an_unknown_check_is_refused_with_the_nearest_name(terminal: Terminal, bench: Bench) -> None:
    ran = check(terminal, bench, "--select", "T,abbreviation-written-out")

    assert ran.code == 2
    assert ran.problems == [
        (
            "--select: there is no check abbreviation-written-out",
            "did you mean T201 abbreviations-written-out? docs/checks.md lists them all; the families are S, N, P, T, D",
        )
    ]


def test_a_check_is_explained(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("check", "--explain", "T201", at=tmp_path)

    assert ran.code == 0
    assert ran.out.startswith("T201 abbreviations-written-out: warning\n")
    for head in ("What: ", "Why: ", "Source: ", "Example: ", "How to fix it: "):
        assert f"\n{head}" in ran.out


def test_a_severity_of_no_check_is_refused_with_its_line(terminal: Terminal, bench: Bench) -> None:
    bench.change(bench.office, "register: I\n", "register: I\nchecks:\n  T999: note\n")

    ran = check(terminal, bench)

    assert ran.code == 3
    assert "office.yaml:" in ran.err
    assert "there is no check T999" in ran.err


def test_the_office_sets_a_severity(terminal: Terminal, bench: Bench) -> None:
    bench.change(bench.office, "register: I\n", "register: I\nchecks:\n  T201: error\n")

    assert check(terminal, bench, "--select", "T201").code == 1


def test_terms_of_the_office_are_checked(terminal: Terminal, bench: Bench) -> None:
    bench.write("terms.csv", "en,cy,variants,status\nvictims,dioddefwyr,!dioddefwyr,\n")

    assert "T103 forbidden-terms-absent" in check(terminal, bench, "--select", "T103").out


def test_a_template_of_the_office_is_compared(terminal: Terminal, bench: Bench) -> None:
    bench.write("templates/en/parts/foot.md.j2", "::: foot\n{{ foot_notice }}\n:::\n")

    ran = check(terminal, bench, "--select", "D4")

    assert "templates/en/parts/foot.md.j2  [" in ran.out
    assert "{# made from " in ran.out


def test_a_silenced_finding_shows_its_reason_until_the_silence_is_withdrawn(
    terminal: Terminal, bench: Bench
) -> None:
    arguments = (bench.response.parent, key(terminal, bench, "T201", "OPCC"), "--by", "A. Jones")

    ran = terminal.run("silence", *arguments, "--reason", "known to the reader", at=bench.root)
    silenced = check(terminal, bench, "--select", "T201").out
    again = terminal.run("silence", *arguments, "--again", at=bench.root)

    assert (ran.code, ran.err, again.code) == (0, "", 0)
    assert ran.out.startswith("silenced  T201 abbreviations-written-out, responses/")
    assert "  silenced T201 abbreviations-written-out: known to the reader (A. Jones, " in silenced
    assert silenced.splitlines()[-1] == "  2 warnings; 1 silenced"
    assert check(terminal, bench, "--select", "T201").out.splitlines()[-1] == "  3 warnings"


def test_a_silence_lapses_when_the_words_change(terminal: Terminal, bench: Bench) -> None:
    found = key(terminal, bench, "T201", "OPCC")
    terminal.run("silence", bench.response, found, "--by", "A", "--reason", "known", at=bench.root)
    bench.change(bench.response, "sits as a critical friend", "sits as a friend")

    assert check(terminal, bench, "--select", "T201").out.splitlines()[-1] == "  3 warnings"


def test_a_legal_requirement_cannot_be_silenced(terminal: Terminal, bench: Bench) -> None:
    found = key(terminal, bench, "S201", "invited")

    ran = terminal.run("silence", bench.response, found, "--by", "A", "--reason", "no", at=bench.root)

    assert ran.code == 2
    assert "S201 chief-officer-invited cannot be silenced" in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["00000000", "--by", "A", "--reason", "x"], "no finding has the key 00000000"),
        (["{key}", "--by", "A"], "no reason is given"),
        (["{key}", "--reason", "x"], "no name is given"),
        (["{key}", "--by", " ", "--reason", "x"], "no name is given"),
    ],
)
def test_a_silence_without_key_name_or_reason_is_refused(
    terminal: Terminal, bench: Bench, arguments: list[str], words: str
) -> None:
    found = key(terminal, bench, "T201", "OPCC")
    given = [argument.format(key=found) for argument in arguments]

    ran = terminal.run("silence", bench.response, *given, at=bench.root)

    assert ran.code == 2
    assert words in ran.err
    assert not (bench.response.parent / "ledger.jsonl").exists()


def test_a_silence_is_about_one_response(terminal: Terminal, bench: Bench, tmp_path: Path) -> None:
    shutil.copytree(bench.response.parent, bench.response.parent.with_name("2021-custody"))
    several = terminal.run("silence", ".", "x", "--by", "A", "--reason", "x", at=bench.root)
    (tmp_path / "empty").mkdir()
    none = terminal.run("silence", "empty", "x", "--by", "A", "--reason", "x", at=tmp_path)

    assert "there is more than one response here" in several.err
    assert "there is no response.yaml" in none.err


def test_a_response_that_cannot_be_read_cannot_be_silenced(terminal: Terminal, bench: Bench) -> None:
    bench.response.write_text("letter: {date: tomorrow}\n", encoding="utf-8")

    ran = terminal.run("silence", bench.response, "x", "--by", "A", "--reason", "x", at=bench.root)

    assert ran.code == 3
