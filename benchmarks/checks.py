"""Measures the checks and the work before them, for a response with 43 recommendations, as in the longest reports.

python benchmarks/checks.py
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from material import RESPONSE, desk

from respondent.checks.case import Case, load_case
from respondent.checks.engine import look
from respondent.checks.known import CHECKS, FAMILIES

RECOMMENDATIONS, RUNS = 43, 15
TODAY = date(2019, 5, 14)


def main() -> None:
    """Print the median milliseconds of reading and composing, of each family of checks, and of the whole."""
    with TemporaryDirectory() as folder:
        office = desk(Path(folder))
        file = office.workspace.root / "responses" / "long" / "response.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(long_response(), "utf-8")

        def case() -> Case:
            return load_case(file, office, TODAY)

        look(case(), CHECKS)  # the start: templates and tables are read once
        print(f"{RECOMMENDATIONS} recommendations, each with evidence and an answer: median milliseconds")
        _show("read, compose, render", median(_timed(case) for _ in range(RUNS)))
        for family, subject in FAMILIES.items():
            if chosen := [check for check in CHECKS if check.family == family]:
                times = (_timed(partial(look, case(), chosen)) for _ in range(RUNS))
                _show(f"{len(chosen)} checks: {subject}", median(times))
        _show("all of it", median(_timed(lambda: look(case(), CHECKS)) for _ in range(RUNS)))


def long_response() -> str:
    """Return the example with many recommendations, each with its own evidence and answer."""
    text = RESPONSE.read_text("utf-8").replace("layout: narrative", "layout: by-recommendation")
    text = re.sub(r"  notice: after-evidence.*\n  notice_after: .*\n", "", text)
    head, _, rest = text.partition("\nrecommendations:\n")
    texts = re.findall(r"    text:\n(      cy: >-\n(?:        .*\n)+      en: >-\n(?:        .*\n)+)", rest)
    closing = rest[rest.index("\nclosing:") :]
    numbers = range(1, RECOMMENDATIONS + 1)
    parts = (
        ("recommendations", (_recommendation(number) for number in numbers)),
        ("evidence", (_evidence(number, texts[number % len(texts)]) for number in numbers)),
        ("answers", (_answer(number) for number in numbers)),
    )
    return head + "".join(f"\n{name}:\n{''.join(items)}" for name, items in parts) + closing


def _recommendation(number: int) -> str:
    return (
        f'  - id: r{number}\n    report: sussex\n    label: "{number}"\n    addressees: [chief constables]\n    text:\n'
        f"      en: Within {number} months chief constables should ensure that forces record breach {number}.\n"
        "      welsh: none\n"
    )


def _evidence(number: int, text: str) -> str:
    numbered = re.sub(r"\b(20|100|800)(?=[ -])", lambda match: str(int(match[0]) + number), text)
    return f"  - id: e{number}\n    answers: [r{number}]\n    by: force\n    text:\n{numbered}"


def _answer(number: int) -> str:
    return (
        f"  - id: a{number}\n    recommendations: [r{number}]\n    action_taken:\n"
        f"      cy: Rwyf wedi gofyn am adroddiad ar argymhelliad {number} erbyn {number % 28 + 1} Mehefin 2019.\n"
        f"      en: I have asked for a report on recommendation {number} by {number % 28 + 1} June 2019.\n"
    )


def _show(what: str, milliseconds: float) -> None:
    print(f"  {what:<44}{milliseconds:7.1f}")


def _timed(make: Callable[[], object]) -> float:
    begin = perf_counter()
    make()
    return 1000 * (perf_counter() - begin)


if __name__ == "__main__":
    main()
