"""`respondent welsh`: answers, doubts, and what is said of wrong questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("after yn Caerdydd", "yng Nghaerdydd"),
        ("after a Bae Colwyn", "a Bae Colwyn"),
        ("article gwybodaeth", "yr wybodaeth"),
        ("count 3 comisiynydd --words", "tri chomisiynydd"),
        ("count 2 mis", "2 fis"),
        ("ordinal 3 blaenoriaeth --words", "trydedd flaenoriaeth"),
        ("join Gwent Abertawe", "Gwent ac Abertawe"),
    ],
)
def test_answer_is_one_line(terminal: Terminal, tmp_path: Path, question: str, wanted: str) -> None:
    ran = terminal.run("welsh", *question.split(), at=tmp_path)

    assert (ran.code, ran.out, ran.err) == (0, f"{wanted}\n", "")


def test_why_gives_the_rule_and_where_it_is_published(terminal: Terminal, tmp_path: Path) -> None:
    lines = terminal.run("welsh", "why", "after", "i", "Gwent", at=tmp_path).out.splitlines()

    assert lines[0] == "i Went"
    assert lines[1] == "  rule      soft after a preposition (i)"
    assert lines[2].startswith("  source    Bob Morris Jones")


def test_undecided_answer_is_marked(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("welsh", "after", "yn", "Coventry", at=tmp_path)

    assert ran.out == 'yn Coventry\n  unsure    it is not known whether "Coventry" mutates\n'


def test_options_override_the_lexicon(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("welsh", "article", "canllaw", "--gender", "f", at=tmp_path)

    assert ran.out == "y ganllaw\n"


@pytest.mark.parametrize(
    ("question", "what", "then"),
    [
        ("before yn Caerdydd", "there is no question before", "write one of after, article"),
        ("after yn", "after takes WORD NOUN", "respondent welsh after WORD NOUN"),
        ("count three comisiynydd", "“three” is not a number", "write it in figures"),
        ("after ei cath", 'no word "ei" is known', "ei.m, ei.f"),
        ("article cath --gender x", "“x” is not a gender", "write m or f"),
    ],
)
def test_wrong_question_lists_the_questions(
    terminal: Terminal, tmp_path: Path, question: str, what: str, then: str
) -> None:
    ran = terminal.run("welsh", *question.split(), at=tmp_path)

    assert ran.code == 2
    assert what in ran.err
    assert then in ran.err


def test_in_a_workspace_its_terms_are_asked(terminal: Terminal, bench: Bench) -> None:
    bench.write("terms.csv", "en,cy,gender,mutates\nguide,canllaw,f,\nCoventry,Coventry,,no\n")
    below = bench.root / "responses"

    for question, wanted in {
        "article canllaw": "y ganllaw",
        "after yn Coventry": "yn Coventry",
        "join Gwent Coventry": "Gwent a Coventry",
        "article canllaw --gender m": "y canllaw",
    }.items():
        ran = terminal.run("welsh", *question.split(), at=below)
        assert (ran.code, ran.out, ran.err) == (0, f"{wanted}\n", "")


def test_mistakes_of_the_terms_are_listed(terminal: Terminal, bench: Bench) -> None:
    bench.write("terms.csv", "en,cy,gender\nguide,canllaw,x\n")

    ran = terminal.run("welsh", "article", "canllaw", at=bench.root)

    assert ran.code == 3
    assert ran.problems == [
        ("terms.csv:2: gender: “x” is not one of m, f", "write one of them, or leave the cell empty")
    ]


def test_incomplete_office_does_not_stop_a_question(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("init", "new", at=tmp_path)
    (tmp_path / "new" / "terms.csv").write_text("en,cy,gender\nguide,canllaw,f\n", encoding="utf-8")

    ran = terminal.run("welsh", "article", "canllaw", at=tmp_path / "new")

    assert (ran.code, ran.out) == (0, "y ganllaw\n")
    assert ran.problems == [
        ("office.yaml has mistakes, so its names are not used", "run  respondent draft  to list them")
    ]
