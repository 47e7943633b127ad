"""Slips in what a person wrote: file, line, what is wrong and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from offices import Bench
from terminal import Terminal, line_of

RESPONSE = "responses/2019-stalking-and-harassment/response.yaml"


@dataclass(frozen=True)
class Slip:
    """A mistake in the example's response, and what is said of it. The words are tested where they are made."""

    old: str
    new: str
    line: str
    """What stands on the line that is named."""

    path: str
    """The value that is named; empty where the file cannot be read so far."""

    says: str
    """What is wrong, in part."""

    then: str
    """What to do, in part."""


SLIPS = {
    "an unknown key": Slip(
        "\nopening:\n", "\nopenning:\n", "openning:", "openning", "`openning`", "did you mean `opening`?"
    ),
    "a missing key": Slip(
        "    published: 2019-04-10\n",
        "",
        "- id: sussex",
        "reports[0].published",
        "`published` is missing",
        "add a line  published: ",
    ),
    "text for a list": Slip(
        "recipients: [home-secretary]",
        "recipients: home-secretary",
        "recipients: home-secretary",
        "letter.recipients",
        "a list",
        "begin each item on a line of its own",
    ),
    "text for a truth": Slip(
        "  availability: false",
        "  availability: maybe",
        "availability: maybe",
        "letter.availability",
        "“maybe”",
        "write true or false",
    ),
    "a word that is none of the choices": Slip(
        "  layout: narrative ",
        "  layout: narative ",
        "layout: narative",
        "letter.layout",
        "“narative”",
        "did you mean `narrative`?",
    ),
    "a key twice": Slip(
        "  layout: narrative ",
        "  layout: narrative\n  layout: by-recommendation ",
        "layout: by-recommendation",
        "letter.layout",
        "is used twice, first on line 17",
        "keep one of the two",
    ),
    "a tab": Slip(
        "  layout: narrative ",
        "\tlayout: narrative ",
        "\tlayout",
        "",
        "there is a tab",
        "write spaces instead",
    ),
    "a colon in a text": Slip(
        "    en: HMICFRS Inspection of Sussex Police –",
        "    en: HMICFRS: Sussex Police –",
        "en: HMICFRS: Sussex",
        "",
        "a colon with a space after it stands inside a text",
        "in quotation marks",
    ),
    "a date in words": Slip(
        "  date: 2019-05-14",
        "  date: 14 May 2019",
        "date: 14 May 2019",
        "letter.date",
        "“14 May 2019”",
        "2019-05-14",
    ),
    "a day that there is not": Slip(
        "  date: 2019-05-14",
        "  date: 2019-02-30",
        "date: 2019-02-30",
        "letter.date",
        "no such day: 30 February 2019",
        "",
    ),
    "an id that is none": Slip(
        "  - id: training\n",
        "  - id: Training 1\n",
        "- id: Training 1",
        "evidence[2].id",
        "“Training 1”",
        "small letters a to z",
    ),
    "an id twice": Slip(
        "  - id: training\n",
        "  - id: governance  # again\n",
        "# again",
        "evidence[2].id",
        "`governance` is used twice",
        "rename one of them",
    ),
    "evidence that answers an unknown recommendation": Slip(
        "  - id: training\n    answers: [record-breaches, wider-pattern]",
        "  - id: training\n    answers: [record-breeches, wider-pattern]",
        "answers: [record-breeches",
        "evidence[2].answers[0]",
        "`record-breeches` is not a known recommendation",
        "did you mean `record-breaches`?",
    ),
    "an unknown recipient": Slip(
        "copies: [inspector, chief-officer]",
        "copies: [inspector, panel]",
        "copies: [inspector, panel]",
        "letter.copies[1]",
        "`panel` is not a known ",
        "office-holder, chief-officer, home-secretary, inspector",
    ),
    "an alias": Slip(
        "\nclosing:\n",
        "\nclosing: *opening\nmore:\n",
        "closing: *opening",
        "closing",
        "a value cannot begin with “*”",
        "in quotation marks",
    ),
    "an anchor": Slip(
        "\nclosing:\n",
        "\nclosing: &end\n",
        "closing: &end",
        "closing",
        "a value cannot begin with “&”",
        "in quotation marks",
    ),
    "a picture in a text": Slip(
        "        Rwyf hefyd wedi cael sicrwydd",
        "        ![llun](a.png) Rwyf hefyd wedi cael sicrwydd",
        "![llun]",
        "evidence[2].text.cy",
        "picture",
        "![…](…)",
    ),
    "raw HTML in a text": Slip(
        "        Rwyf hefyd wedi cael sicrwydd",
        "        <b>Rwyf</b> hefyd wedi cael sicrwydd",
        "<b>Rwyf",
        "evidence[2].text.cy",
        "HTML",
        "**bold**",
    ),
    "a line break of Word's": Slip(
        "        Rwyf hefyd wedi cael sicrwydd",
        "        Rwyf hefyd\v wedi cael sicrwydd",
        "hefyd\v",
        "",
        "a manual line break pasted from Word (U+000B)",
        "write a new line",
    ),
}


def drafts(bench: Bench) -> list[Path]:
    return list(bench.root.rglob("drafts"))


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_mistake_in_the_response_is_reported_with_line_and_advice(
    terminal: Terminal, bench: Bench, slip: Slip
) -> None:
    bench.change(bench.response, slip.old, slip.new)

    ran = terminal.draft(at=bench.root)

    place = f"{RESPONSE}:{line_of(bench.response, slip.line)}: {slip.path}"
    found = [(what, then) for what, then in ran.problems if what.startswith(place)]
    assert ran.code == 3
    assert len(found) == 1
    assert slip.says in found[0][0]
    assert slip.then in found[0][1]
    assert drafts(bench) == []


def test_all_mistakes_are_reported_by_line(terminal: Terminal, bench: Bench) -> None:
    for name in ("raw HTML in a text", "an unknown recipient", "an unknown key", "a date in words"):
        bench.change(bench.response, SLIPS[name].old, SLIPS[name].new)

    ran = terminal.draft(at=bench.root)

    lines = [int(re.sub(r".*?yaml:(\d+):.*", r"\1", where)) for where, _ in ran.problems]
    assert len(lines) >= 3
    assert lines == sorted(lines)


def test_no_and_1_10_are_text(terminal: Terminal, bench: Bench) -> None:
    bench.change(bench.response, '    label: "1"\n', "    label: 1.10\n")
    bench.change(bench.response, '    label: "2"\n', "    label: no\n")

    ran = terminal.draft(at=bench.root)

    letter = (bench.response.parent / "drafts" / "2019-stalking-and-harassment.en.txt").read_text(
        encoding="utf-8"
    )
    assert ran.code == 0
    assert "\nRecommendation 1.10:\n" in letter
    assert "\nRecommendation no:\n" in letter


def test_missing_person_for_the_date_of_the_letter_is_a_gap(terminal: Terminal, bench: Bench) -> None:
    bench.change(bench.response, "  date: 2019-05-14", "  date: 2018-01-14")

    ran = terminal.draft(at=bench.root)

    assert ran.code == 0
    assert "people, home-secretary on 2018-01-14" in ran.out


def test_periods_that_overlap_are_named_with_both_places(terminal: Terminal, bench: Bench) -> None:
    text = bench.office.read_text(encoding="utf-8")
    bench.office.write_text(text.replace("    to: 2019-12-31\n", "    to: 2020-06-30\n", 1), encoding="utf-8")

    ran = terminal.draft(at=bench.root)

    ((where, then),) = ran.problems
    later, earlier = (
        line_of(bench.office, f"- id: {id}") for id in ("yr-heddlu-a-throsedd", "heddlu-a-throseddu")
    )
    assert ran.code == 3
    assert where.startswith(f"office.yaml:{later}: names[1]: ")
    assert f"office.yaml:{earlier}: names[0]" in where
    assert "give the earlier one a" in then


TEMPLATES = {
    "a wrong part": (
        "::: closing\n{{ letter.closng }}\n:::\n",
        2,
        "a letter has no `closng`",
        "did you mean `closing`?",
    ),
    "a wrong name": (
        "::: closing\n\n{{ leter.closing }}\n:::\n",
        3,
        "`leter` is not known",
        "did you mean `letter`?",
    ),
    "a wrong function": (
        "::: closing\n{{ lised(letter.recommendations) }}\n:::\n",
        2,
        "`lised` is not known",
        "did you mean `listed`?",
    ),
    "a loop that hides a function": (
        "::: closing\n{% for count in letter.commitments %}\n{{ count }}\n{% endfor %}\n:::\n",
        2,
        "`count` hides the function count()",
        "give it another name",
    ),
}


@pytest.mark.parametrize(("text", "line", "says", "then"), TEMPLATES.values(), ids=TEMPLATES)
def test_mistake_in_a_template_is_reported_with_its_line(
    terminal: Terminal, bench: Bench, text: str, line: int, says: str, then: str
) -> None:
    bench.write("templates/en/parts/closing.md.j2", text)

    ran = terminal.draft(at=bench.root)

    found = [problem for problem in ran.problems if problem[0].startswith("templates/en/parts/closing.md.j2")]
    assert ran.code == 3
    assert found[0][0] == f"templates/en/parts/closing.md.j2:{line}: {says}"
    assert found[0][1].startswith(then)
