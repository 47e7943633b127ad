"""The fourteen defects of Gwent's letter of 14 May 2019, each planted back and found, or impossible.

The letter itself is `e2e/seed-letter.txt`; the example has its slips mended, as its `response.yaml` says.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest
from offices import TODAY, Bench

from respondent.checks.case import load_case
from respondent.checks.engine import look
from respondent.checks.known import CHECKS
from respondent.errors import TemplateError
from respondent.production.letters import load_response


class Defect(NamedTuple):
    """A defect of the letter, and what finds it."""

    about: str
    check: str
    words: str
    """Part of what the finding says."""

    file: str = ""
    """Where it is planted: ``office`` or ``response``; empty where the example has it still, as it was sent."""

    old: str = ""
    new: str = ""


LABEL = "labels: {copy: {cy: Copi at, en: Cc}, copies: {cy: Copïau at, en: Cc}}"

DEFECTS = (
    Defect("Ffôn with a double acute", "T302", "“Ffőn”", "office", LABEL, "labels: {telephone: {cy: Ffőn, en: Tel}}"),
    Defect("Cwmbrân with a ring", "T302", "“Cwmbrån”", "office", "cy: [Pencadlys Heddlu Gwent, Croesyceiliog, Cwmbrân", "cy: [Pencadlys Heddlu Gwent, Croesyceiliog, Cwmbrån"),
    Defect("Behavior beside Behaviour", "T404", "“Behavior”", "response", "in a recent Coercive Controlling\n        Behaviour meeting", "in a recent Coercive Controlling\n        Behavior meeting"),
    Defect("a approximately", "T402", "“a approximately”", "response", "trained approximately 800", "trained a approximately 800"),
    Defect("two Welsh names for one office", "T104", "Comisiynydd yr Heddlu a Throseddu", "office", "cy: Swyddfa Comisiynydd Heddlu a Throseddu, Gwent", "cy: Swyddfa Comisiynydd yr Heddlu a Throseddu, Gwent"),
    Defect("Commissioner@ beside commissioner@", "T306", "Commissioner@", "office", "send email to: commissioner@", "send email to: Commissioner@"),
    Defect("a period with one end", "T403", "1st January 2019 and 23rd April 2019", "response", "1st January 2019 to 23rd April 2019", "1st January 2019 and 23rd April 2019"),
    Defect("two kinds of dash in the notice", "T304", "an en dash", "office", "we will reply in Welsh – this", "we will reply in Welsh - this"),
    Defect("the report is called by no name that it has", "S502", "is not named", "response", "    name:\n      en: Stalking and harassment\n      welsh: none\n", ""),
    Defect("neither the Act nor the section is named", "S501", "the Act"),
    Defect("the day of publication is not named", "S503", "10 April 2019"),
    Defect("HMICFRS is never written out", "T201", "“HMICFRS”"),
    Defect("OPCC is never written out", "T201", "“OPCC”"),
    Defect("no action or reason for a recommendation", "S101", "neither an action"),
    Defect("the chief officer's comments are no layer of their own", "S201", "invited"),
)  # fmt: skip


def found(bench: Bench) -> list[tuple[str, str]]:
    return [
        (one.check, one.fact.what) for one in look(load_case(bench.response, bench.desk(), TODAY), CHECKS)
    ]


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda one: one.about)
def test_a_defect_of_the_letter_is_found(bench: Bench, defect: Defect) -> None:
    if defect.file:
        before = found(bench)
        assert not [what for check, what in before if check == defect.check and defect.words in what]
        bench.change(bench.office if defect.file == "office" else bench.response, defect.old, defect.new)

    assert [what for check, what in found(bench) if check == defect.check and defect.words in what]


def test_the_default_subject_is_the_published_title(bench: Bench) -> None:
    text = bench.response.read_text(encoding="utf-8")
    start, end = text.index("  subject:"), text.index("  introduction:")
    bench.response.write_text(text[:start] + text[end:], encoding="utf-8")
    assembly = bench.assembly()

    title = load_response(bench.response, bench.desk()).facts.reports[0].title.en
    assert {str(letter.subject) for _, letter in assembly.letters.items()} == {title}


def test_every_word_of_a_letter_is_in_a_section(bench: Bench) -> None:
    bench.write("templates/en/parts/foot.md.j2", "Jeff con\n\n::: foot\n{{ foot_notice }}\n:::\n")

    with pytest.raises(TemplateError, match="text is outside every section"):
        bench.assembly()


def test_both_names_of_an_office_come_from_one_record_of_its_file(bench: Bench) -> None:
    letter = bench.assembly().letters.cy

    assert str(letter.letterhead.body).startswith(str(letter.office.body))
    assert str(letter.letterhead.office).startswith(str(letter.office.name))
