"""Measures the Welsh grammar: how many joins a second, and what its import costs.

python benchmarks/grammar.py
"""

from __future__ import annotations

import subprocess
import sys
from itertools import cycle, islice
from statistics import median
from time import perf_counter

from respondent.grammar.welsh import Noun, after

JOINS, ROUNDS, STARTS = 100_000, 5, 21

WORDS = [
    "argymhelliad",
    "comisiynydd",
    "llu",
    "blaenoriaeth",
    "tystiolaeth",
    "gwybodaeth",
    "rhaglen",
    "trosedd",
]
PLACES = [Noun(cy=name, gender="f") for name in ("Gwent", "Caerdydd", "Powys", "Abertawe", "Dyfed-Powys")]
TRIGGERS = ("i", "o", "yn", "a", "gyda", "ar", "ei.f", "fy")


def main() -> None:
    """Print joins a second and the time of the import beyond Python's own start."""
    calls = list(islice(zip(cycle(TRIGGERS), cycle([*WORDS, *PLACES]), strict=False), JOINS))
    rates = [_rate(calls) for _ in range(ROUNDS)]
    print(
        f"joins: {median(rates):,.0f} a second (median of {ROUNDS} rounds of {JOINS:,}; most {max(rates):,.0f})"
    )
    bare, ours = [], []
    for _ in range(STARTS):
        bare.append(_start("pass"))
        ours.append(_start("import respondent.grammar.welsh"))
    print(
        f"import: {1000 * (median(ours) - median(bare)):.0f} ms beyond the start of Python, {1000 * median(bare):.0f} ms"
    )


def _rate(calls: list[tuple[str, str | Noun]]) -> float:
    begin = perf_counter()
    for trigger, noun in calls:
        after(trigger, noun)
    return len(calls) / (perf_counter() - begin)


def _start(code: str) -> float:
    begin = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return perf_counter() - begin


if __name__ == "__main__":
    main()
