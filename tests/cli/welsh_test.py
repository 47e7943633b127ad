"""`respondent welsh`: answers, doubts, and what is said of wrong questions."""

from __future__ import annotations

from pathlib import Path

import pytest
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
def test_it_answers_in_one_line(terminal: Terminal, tmp_path: Path, question: str, wanted: str) -> None:
    ran = terminal.run("welsh", *question.split(), at=tmp_path)

    assert (ran.code, ran.out, ran.err) == (0, f"{wanted}\n", "")


def test_why_gives_the_rule_and_where_it_is_published(terminal: Terminal, tmp_path: Path) -> None:
    lines = terminal.run("welsh", "why", "after", "i", "Gwent", at=tmp_path).out.splitlines()

    assert lines[0] == "i Went"
    assert lines[1] == "  rule      soft after a preposition (i)"
    assert lines[2].startswith("  source    Bob Morris Jones")


def test_what_cannot_be_decided_is_said(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("welsh", "after", "yn", "Coventry", at=tmp_path)

    assert ran.out == 'yn Coventry\n  unsure    it is not known whether "Coventry" mutates\n'


def test_what_the_person_knows_of_a_word_decides(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.run("welsh", "article", "canllaw", "--gender", "f", at=tmp_path)

    assert ran.out == "y ganllaw\n"


@pytest.mark.parametrize(
    ("question", "what", "then"),
    [
        ("before yn Caerdydd", "there is no question before", "ask after, article"),
        ("after yn", "after takes WORD NOUN", "respondent welsh after WORD NOUN"),
        ("count three comisiynydd", "“three” is no number", "write it in figures"),
        ("after ei cath", 'no word "ei" is known', "ei.m, ei.f"),
        ("article cath --gender x", "“x” is no gender", "write m or f"),
    ],
)
def test_a_wrong_question_says_what_to_ask(
    terminal: Terminal, tmp_path: Path, question: str, what: str, then: str
) -> None:
    ran = terminal.run("welsh", *question.split(), at=tmp_path)

    assert ran.code == 2
    assert what in ran.err
    assert then in ran.err
