"""No silence outlives the words that it was given for: change them, and the key of the finding changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from checks import trees
from checks.cases import Prose, case, cases
from offices import ROOT

from respondent.checks.case import Case
from respondent.checks.check import Check
from respondent.checks.engine import look
from respondent.checks.finding import Finding
from respondent.checks.known import CHECKS
from respondent.errors import DataError
from respondent.files.source import Source
from respondent.language import Language, Pair
from respondent.response.labels import shipped_labels
from respondent.response.reading import read_office

SILENCEABLE = [check for check in CHECKS if not check.is_duty]

WITHOUT_WORDS = {
    **dict.fromkeys(("D401", "D402", "D403"), "the text of a template: see below"),
    "D501": "a line of the ledger",
    "N105": "a line that is not there",
    "N204": "a picture by its name",
    **dict.fromkeys(("N401", "N402"), "days in the ledger: see below"),
    "P103": "words that one letter lacks",
    "S303": "an address that is not there",
    "S508": "numbers, which it names",
}
"""The checks whose findings hang on no words of a letter or of the two files."""


def findings(letter_case: Case, check: str) -> list[Finding]:
    return look(letter_case, [one for one in CHECKS if one.id == check])


def with_other_words(letter_case: Case, finding: Finding) -> Case | None:
    """Return the case with a word more in the block of a finding; none where no letter has it."""
    languages = [finding.fact.language] if finding.fact.language else list(Language)
    present = {language for language in languages if letter_case.pair.words_of(finding.fact.block, language)}
    if not (finding.fact.block and present):
        return None
    return replace(
        letter_case,
        documents=Pair.of(
            lambda language: (
                trees.lengthened(letter_case.documents.in_(language), finding.fact.block)
                if language in present
                else letter_case.documents.in_(language)
            )
        ),
    )


def with_other_values(prose: Prose, letter_case: Case, finding: Finding) -> Case | None:
    """Return the case with other texts or days where a finding is; none where there are none."""
    file = finding.fact.file
    source = {"response": letter_case.response.source, "office": letter_case.office.source}.get(file)
    value = source.at(finding.fact.path) if source and finding.fact.path else None
    changed = text(value) if finding.fact.path[-1:] in (("cy",), ("en",)) else other(value)
    if source is None or changed == value:
        return None
    values = deepcopy(source.value)
    put(values, finding.fact.path, changed)
    if file == "response":
        with suppress(AssertionError, DataError):  # the case edits words that are others now; a table breaks
            return case({**prose.says, "response": values, "change": {}, "typed": {}})
        return None
    with suppress(DataError):  # somebody's days in a post overlap those of the next
        office = read_office(Source("office.yaml", values, {}), shipped_labels().en)
        return replace(letter_case, office=office)
    return None


def other(value: Any) -> Any:  # noqa: ANN401  # values of YAML
    """Return a value with every text and day in it changed."""
    if isinstance(value, dict):
        return {
            key: text(inner) if key in ("cy", "en", "both") else other(inner) for key, inner in value.items()
        }
    if isinstance(value, list):
        return [other(inner) for inner in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (date.fromisoformat(value) + timedelta(days=1)).isoformat()
    return value


def text(value: Any) -> Any:  # noqa: ANN401  # values of YAML
    return f"{value} Hefyd." if isinstance(value, str) else other(value)


def put(values: Any, path: tuple[str | int, ...], value: object) -> None:  # noqa: ANN401  # values of YAML
    for step in path[:-1]:
        values = values[step]
    values[path[-1]] = value


def changes(prose: Prose, letter_case: Case, finding: Finding) -> Iterator[Case]:
    if after := with_other_words(letter_case, finding):
        yield after
    if (
        finding.check[0] in "SN" or not after
    ):  # else the path is that of a text, the block one paragraph of it
        yield from filter(None, (with_other_values(prose, letter_case, finding),))


@pytest.mark.parametrize("check", SILENCEABLE, ids=lambda one: one.id)
def test_the_key_changes_with_the_words_of_the_finding(check: Check) -> None:
    tried = 0
    for prose in (one for one in cases(check) if one.finds):
        letter_case = case(prose.says)
        for finding in findings(letter_case, check.id):
            for after in changes(prose, letter_case, finding):
                tried += 1
                try:
                    left = {one.key for one in findings(after, check.id)}
                except DataError:
                    left = set()  # the office has no name of the inspectorate on the changed day
                assert finding.key not in left, f"{prose.title}: {finding.place}: {finding.fact.what}"

    assert bool(tried) is (check.id not in WITHOUT_WORDS)


def keys(check: str, **says: object) -> set[str]:
    return {one.key for one in findings(case(says), check)}


BEFORE = {"letter.introduction": "own"}
NAME = "en/parts/closing.md.j2"
SHIPPED = (ROOT / "templates" / NAME).read_text("utf-8")
SENT = {"kind": "sent", "day": "2019-05-14", "to": "inspector", "language": "en"}


@pytest.mark.parametrize(
    ("check", "before", "after"),
    [
        ("S104", {"change": BEFORE}, {"change": {**BEFORE, "opening.en": "Two are addressed to us."}}),
        (
            "S103",
            {"change": {"evidence": []}},
            {"change": {"evidence": [], "answers.records.action_taken.en": "X."}},
        ),
        ("D402", {"templates": {NAME: SHIPPED}}, {"templates": {NAME: SHIPPED + "\n"}}),
        ("D403", {"templates": {"en/x.j2": "a"}}, {"templates": {"en/x.j2": "b"}}),
        ("N401", {"ledger": [SENT]}, {"ledger": [SENT, {**SENT, "day": "2019-05-15"}]}),
        ("N402", {"ledger": [SENT]}, {"ledger": [{**SENT, "day": "2019-05-15"}]}),
    ],
)
def test_the_key_changes_with_words_elsewhere_that_cause_the_finding(
    check: str, before: dict[str, object], after: dict[str, object]
) -> None:
    assert keys(check, **before) - keys(check, **after)


def test_an_unrelated_change_keeps_the_key() -> None:
    before = {"change": {"evidence.training.text.en": "The OPCC met.\n\nIt agreed."}}
    after = {"change": {"evidence.training.text.en": "The OPCC met.\n\nIt did not."}}

    assert keys("T201", **before) == keys("T201", **after)
