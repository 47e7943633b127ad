"""What `respondent silence` says, in full: where, what is wrong, what to do next."""

from __future__ import annotations

import json
from typing import Any

import pytest
from offices import Bench
from terminal import Ran, Terminal

RESPONSE = "responses/2019-stalking-and-harassment/response.yaml"


def findings(terminal: Terminal, bench: Bench) -> list[dict[str, Any]]:
    ran = terminal.run("check", bench.response.parent, "--format", "json", at=bench.root)
    (response,) = json.loads(ran.out)["responses"]
    return list(response["findings"])


def key(terminal: Terminal, bench: Bench, check: str) -> str:
    return str(next(finding["key"] for finding in findings(terminal, bench) if finding["check"] == check))


def silence(terminal: Terminal, bench: Bench, *arguments: str) -> Ran:
    return terminal.run("silence", bench.response.parent, *arguments, at=bench.root)


def test_unknown_key_lists_the_known_keys(terminal: Terminal, bench: Bench) -> None:
    ran = silence(terminal, bench, "00000000", "--by", "Nia", "--reason", "known")

    first, second, *keys, last = ran.err.splitlines()
    assert ran.code == 2
    assert first == f"{RESPONSE}: no finding has the key 00000000"
    assert second == "  the keys are, errors first:"
    listed = [line.split()[:2] for line in keys]
    everything = [[finding["key"], finding["check"]] for finding in findings(terminal, bench)]
    assert len(listed) == 20
    assert all(line in everything for line in listed)
    assert last == f"  and {len({tuple(line) for line in everything}) - 20} more"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ("--by", "Nia"),
            (
                "--reason: no reason is given",
                'give the reason:  --reason "…", or use  --again  to withdraw a silence',
            ),
        ),
        (
            ("--by", "Nia", "--reason", "  "),
            (
                "--reason: no reason is given",
                'give the reason:  --reason "…", or use  --again  to withdraw a silence',
            ),
        ),
        (("--reason", "known"), ("--by: no name is given", 'give your name:  --by "Nia Rhys"')),
        (
            ("--by", "Nia", "--again"),
            (
                f"{RESPONSE}: T201 abbreviations-written-out is not silenced",
                "you need do nothing: respondent check already reports it",
            ),
        ),
    ],
)
def test_refusal_has_place_fault_and_advice(
    terminal: Terminal, bench: Bench, arguments: tuple[str, ...], problem: tuple[str, str]
) -> None:
    ran = silence(terminal, bench, key(terminal, bench, "T201"), *arguments)

    assert (ran.code, ran.out, ran.problems) == (2, "", [problem])


def test_duty_is_refused_with_advice(terminal: Terminal, bench: Bench) -> None:
    (duty,) = [finding for finding in findings(terminal, bench) if finding["check"] == "S201"]

    ran = silence(terminal, bench, duty["key"], "--by", "Nia", "--reason", "known")

    (problem, advice), *_ = ran.problems
    assert problem.endswith("S201 chief-officer-invited cannot be silenced: the law requires what is missing")
    assert advice == duty["next"]


def test_silence_is_confirmed_with_the_finding(terminal: Terminal, bench: Bench) -> None:
    arguments = (key(terminal, bench, "T201"), "--by", "Nia")

    silenced = silence(terminal, bench, *arguments, "--reason", "known").out
    again = silence(terminal, bench, *arguments, "--again").out

    finding = f"T201 abbreviations-written-out, {RESPONSE}:42: opening.cy, opening.1 (cy): “HMICFRS” is used"
    assert silenced == f"silenced  {finding} without its full name\n"
    assert again == f"reported again  {finding} without its full name\n"
