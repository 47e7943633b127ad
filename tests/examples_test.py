"""The examples: whole pairs, each lawful in its dates, with gaps only where they are meant."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from offices import EXAMPLES, ROOT, TODAY, Bench

from respondent.document.walk import gaps, outline
from respondent.files import workspace
from respondent.language import Language

RESPONSES, _ = workspace.responses([EXAMPLES])

MEANT = {
    "2025-supporting-victims": (
        ["evidence.wishes.text", "answers.wishes.action_proposed"],
        ["closing"],
    )
}
"""Gaps of the Welsh and the English letter that are there to be seen."""

every = pytest.mark.parametrize("response", RESPONSES, ids=workspace.slug)


def bench(response: Path) -> Bench:
    return Bench(workspace.find(response).root, response)


def documents(response: Path) -> list[list[tuple[str, str]]]:
    parts = [part for _, document in bench(response).assembly(TODAY).two_files() for part in document.parts]
    return [outline(part) for part in parts]


@every
def test_both_letters_have_the_same_blocks(response: Path) -> None:
    welsh, english = documents(response)

    if workspace.slug(response) not in MEANT:
        assert welsh == english
    assert len(welsh) > 15


@every
def test_nothing_is_missing_but_what_is_meant_to_be(response: Path) -> None:
    found = bench(response).documents()

    assert (gaps(found[Language.CY]), gaps(found[Language.EN])) == MEANT.get(
        workspace.slug(response), ([], [])
    )


@every
def test_each_letter_is_dated_within_the_56_days(response: Path) -> None:
    facts = yaml.safe_load(response.read_text(encoding="utf-8"))

    for report in facts["reports"]:
        assert report["published"] <= facts["letter"]["date"] <= report["published"] + timedelta(days=55)


@every
def test_figures_are_the_same_in_both_languages(response: Path) -> None:
    pairs = [pair for pair in texts(yaml.safe_load(response.read_text(encoding="utf-8"))) if all(pair)]

    assert pairs
    for welsh, english in pairs:
        assert sorted(re.findall(r"\d+", welsh)) == sorted(re.findall(r"\d+", english)), english


def texts(value: object) -> list[tuple[str, str]]:
    """Return the Welsh and the English of each text, at whatever depth."""
    match value:
        case {"cy": cy, "en": en}:
            return [(cy or "", en or "")]
        case dict():
            return [pair for one in value.values() for pair in texts(one)]
        case list():
            return [pair for one in value for pair in texts(one)]
    return []


def test_an_office_without_a_commissioner_names_none() -> None:
    (office,) = (EXAMPLES / "cantrer-gwaelod").glob("office.yaml")
    for file in (office, *office.parent.rglob("response.yaml")):
        facts = yaml.safe_load(file.read_text(encoding="utf-8"))

        assert not re.search(r"omisiynydd|ommissioner", yaml.dump(facts, allow_unicode=True))


def test_the_office_of_2028_has_one_file_and_nothing_else() -> None:
    assert [file.name for file in (EXAMPLES / "cantrer-gwaelod").iterdir() if file.is_file()] == [
        "office.yaml"
    ]


def test_every_example_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    for response in RESPONSES:
        assert f"({response.parent.relative_to(ROOT).as_posix()}/response.yaml)" in readme
