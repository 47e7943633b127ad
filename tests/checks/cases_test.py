"""Every case of every check, and what holds of all checks."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

import pytest
from checks.cases import Prose, case, cases, shown

from respondent import checks
from respondent.checks.check import MANUAL, Check
from respondent.checks.engine import look
from respondent.checks.known import CHECKS, FAMILIES
from respondent.errors import InputError

SECTIONS = ["What", "Why", "Source", "Example", "How to fix it"]
WITH_PAGE = [check for check in CHECKS if (MANUAL / f"{check.id}.md").is_file()]
ALL = [prose for check in WITH_PAGE for prose in cases(check)]


@pytest.mark.parametrize("prose", ALL, ids=lambda prose: f"{prose.check.id} {prose.title}")
def test_a_check_finds_what_its_case_says(prose: Prose) -> None:
    letter_case = case(prose.says)
    found = [shown(finding, letter_case) for finding in prose.findings()]

    assert len(found) == len(prose.finds), "\n".join(["it finds:", *found])
    for expected, finding in zip(prose.finds, found, strict=True):
        place, _, words = expected.partition(": ")
        found_place, _, what = finding.partition(": ")
        assert (place, words in what) == (found_place, True), f"wanted {expected!r}, found {finding!r}"


def test_ids_and_names_are_unique_and_ids_ascend_in_each_family() -> None:
    ids, names = [one.id for one in CHECKS], [one.name for one in CHECKS]

    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)
    for family in FAMILIES:
        own = [id for id in ids if id[0] == family]
        assert own == sorted(own)
    assert {id[0] for id in ids} <= set(FAMILIES)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_each_check_has_a_manual_with_every_section(check: Check) -> None:
    summary = check.manual.partition("\n\n")[0]
    filled = re.findall(r"^## (.+)\n\n(?!#)\S", check.manual, re.MULTILINE)

    assert re.fullmatch(r"[A-Z][0-9]{3}", check.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name)
    assert check.page.startswith(f"# {check.id} {check.name}\n")
    assert filled == SECTIONS
    assert summary.endswith(".")
    assert " ".join(summary.split()) == " ".join((check.search.__doc__ or "").split())


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_each_check_has_a_case_that_passes_and_one_that_fails(check: Check) -> None:
    of_check = cases(check)

    assert any(prose.finds for prose in of_check), f"{check.id}.md has no case that fails"
    assert any(not prose.finds for prose in of_check), f"{check.id}.md has no case that passes"


def test_each_check_has_a_manual_page_and_each_page_is_of_a_check() -> None:
    pages, ids = {page.stem for page in MANUAL.iterdir()}, {check.id for check in CHECKS}

    assert ids - pages == set(), "write checks/manual/ID.md for each of these checks"
    assert pages - ids == set(), "these pages belong to no check"


def test_a_check_without_a_manual_page_names_the_page_to_write() -> None:
    with pytest.raises(InputError, match=r"write checks/manual/S999\.md"):
        _ = replace(CHECKS[0], id="S999").page


def test_each_check_that_a_module_defines_is_in_the_list() -> None:
    modules = [import_module(f"{checks.__name__}.{module.name}") for module in iter_modules(checks.__path__)]
    defined = {value for module in modules for value in vars(module).values() if isinstance(value, Check)}

    assert {check.id for check in defined - set(CHECKS)} == set()


def test_a_run_of_the_checks_reads_no_manual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("respondent.checks.check.MANUAL", None)

    assert look(case({}), CHECKS)
