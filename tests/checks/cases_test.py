"""Every case of every check, and what holds of all checks."""

from __future__ import annotations

import re

import pytest
from checks.cases import FOLDER, Prose, case, cases, shown

from respondent.checks.check import Check
from respondent.checks.known import CHECKS, FAMILIES

HEADS = ["What", "Why", "Example", "Mend"]
ALL = [one for check in CHECKS if (FOLDER / f"{check.id}.md").exists() for one in cases(check.id)]


@pytest.mark.parametrize("prose", ALL, ids=lambda one: f"{one.check} {one.title}")
def test_a_check_finds_what_its_case_says(prose: Prose) -> None:
    at = case(prose.says)
    found = [shown(one, at) for one in prose.findings()]

    assert len(found) == len(prose.finds), "\n".join(["it finds:", *found])
    for wanted, one in zip(prose.finds, found, strict=True):
        place, _, words = wanted.partition(": ")
        there, _, what = one.partition(": ")
        assert (place, words in what) == (there, True), f"wanted {wanted!r}, found {one!r}"


def test_ids_and_names_are_unique_and_ids_ascend_in_each_family() -> None:
    ids, names = [one.id for one in CHECKS], [one.name for one in CHECKS]

    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)
    for family in FAMILIES:
        own = [id for id in ids if id[0] == family]
        assert own == sorted(own)
    assert {id[0] for id in ids} <= set(FAMILIES)


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.id)
def test_a_check_has_a_source_and_a_manual_with_four_heads(check: Check) -> None:
    heads = re.findall(r"^([A-Z][a-z]+):", check.manual, re.MULTILINE)

    assert re.fullmatch(r"[A-Z][0-9]{3}", check.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name)
    assert check.source.strip()
    assert heads == HEADS
    assert check.manual.partition("\n")[0].endswith(".")


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.id)
def test_a_check_has_a_case_that_passes_and_one_that_fails(check: Check) -> None:
    found = cases(check.id)

    assert any(one.finds for one in found), f"{check.id}.md has no case that fails"
    assert any(not one.finds for one in found), f"{check.id}.md has no case that passes"
    assert (FOLDER / f"{check.id}.md").read_text(encoding="utf-8").startswith(f"# {check.id} {check.name}\n")


def test_every_file_of_cases_is_of_a_check_that_there_is() -> None:
    assert {file.stem for file in FOLDER.glob("[A-Z]*.md")} <= {one.id for one in CHECKS}
