"""Planted faults: what the checks see of one slip in one letter of a good pair; and that good pairs are quiet."""

from __future__ import annotations

import os
from functools import cache

import pytest
from checks.pairs import good_pairs
from checks.planting import KINDS, UNSEEN, Kind, planted

from respondent.checks.case import Case
from respondent.checks.engine import look
from respondent.checks.finding import Severity
from respondent.checks.known import CHECKS

SEEDS = range(int(os.environ.get("PLANTED", "8")))
"""How many faults of each kind are planted; many more: make soak PART=planted."""

PARITY = [check for check in CHECKS if check.family == "P"]
IN_SCOPE = [kind for kind in KINDS if any(check.family == kind.needs for check in CHECKS)]


def seen(case: Case) -> set[tuple[str, str, str]]:
    """Return the errors and warnings about a case."""
    severe = (Severity.ERROR, Severity.WARNING)
    return {
        (one.check, one.fact.letter, one.fact.what) for one in look(case, CHECKS) if one.severity in severe
    }


@cache
def seen_anyway(name: str) -> set[tuple[str, str, str]]:
    return seen(good_pairs()[name])


@cache
def found(kind: Kind) -> tuple[int, int]:
    """Return how many faults of a kind are found, of how many."""
    pairs = good_pairs()
    names = {id(case): name for name, case in pairs.items()}
    faults = [fault for seed in SEEDS if (fault := planted(kind, seed, list(pairs.values())))]
    return sum(bool(seen(bad) - seen_anyway(names[id(good)])) for good, bad in faults), len(faults)


@pytest.mark.parametrize("name", good_pairs())
def test_a_good_pair_has_no_findings(name: str) -> None:
    assert [str(one.fact) for one in look(good_pairs()[name], PARITY) if one.severity != Severity.NOTE] == []


def test_there_are_twenty_good_pairs() -> None:
    written = [name for name in good_pairs() if name[0].isdigit()]

    assert len(good_pairs()) > 20
    assert [name[:2] for name in written] == [f"{number:02}" for number in range(1, 21)]


def test_planted_faults_are_found() -> None:
    results = {kind.name: found(kind) for kind in IN_SCOPE}
    hits, faults = (sum(column) for column in zip(*results.values(), strict=True))
    weak = {
        name: result for name, result in results.items() if result[0] < result[1] - max(2, 0.1 * result[1])
    }

    assert len(results) >= 20
    assert {name: result for name, result in results.items() if result[1] < 0.75 * len(SEEDS)} == {}
    assert weak == {}
    assert hits / faults >= 0.97, f"{hits} of {faults}"


def test_kinds_of_fault_without_a_check_have_a_reason_and_are_rarely_found() -> None:
    for name, (plant, reason) in UNSEEN.items():
        hits, faults = found(Kind(name, plant))
        assert reason
        assert hits < 0.5 * faults, f"{name} is seen after all: it belongs to KINDS"
