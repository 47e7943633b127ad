"""Measures the Welsh grammar: joins per second, and the time of its import.

python benchmarks/grammar.py
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable, Mapping
from itertools import cycle, islice
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from respondent.grammar.welsh import Joinable, Noun, after
from respondent.grammar.welsh.lexicon import lexicon

JOINS, ROUNDS, STARTS = 100_000, 9, 21
VOCABULARY = 500
PLACES = [Noun(cy=name, gender="f") for name in ("Gwent", "Caerdydd", "Powys", "Abertawe", "Dyfed-Powys")]
TRIGGERS = ("i", "o", "yn", "a", "gyda", "ar", "ei.f", "fy")
GRAMMAR = "import respondent.grammar.welsh"


def main() -> None:
    """Print joins a second and the time of the import beyond Python's own start."""
    words = sorted(lexicon())
    random.Random(2019).shuffle(words)
    report("joins, words met before", _rates_of_known(words[:VOCABULARY]))
    report("joins, every word new", _rates_of_new(words[VOCABULARY:]))
    with TemporaryDirectory() as bytecode:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}
        report_start("import", environment)
    report_start("import, no bytecode kept", {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})


def report(name: str, rates: list[float]) -> None:
    """Print the joins a second of several rounds."""
    print(
        f"{name}: {median(rates):,.0f} a second (median of {len(rates)} rounds; {min(rates):,.0f} to {max(rates):,.0f})"
    )


def report_start(name: str, environment: Mapping[str, str]) -> None:
    """Print the time of the import beyond Python's own start, in turn, after one start that is not counted."""
    bare, ours = [], []
    for _ in range(STARTS + 1):
        bare.append(1000 * _start("pass", environment))
        ours.append(1000 * _start(GRAMMAR, environment))
    beyond = median(ours[1:]) - median(bare[1:])
    print(
        f"{name}: {beyond:.1f} ms beyond the {median(bare[1:]):.1f} ms of Python's own start (medians of {STARTS} runs each)"
    )


def _rates_of_known(words: list[str]) -> list[float]:
    """Return the rate of each round with the words of a letter or two, in changing pairs with small words."""
    calls = list(islice(zip(cycle(TRIGGERS), cycle([*words, *PLACES]), strict=False), JOINS))
    _rate(calls)
    return [_rate(calls) for _ in range(ROUNDS)]


def _rates_of_new(words: list[str]) -> list[float]:
    """Return the rate of each round with new words, which must be looked up first."""
    size = len(words) // ROUNDS
    return [
        _rate(zip(cycle(TRIGGERS), words[n * size : (n + 1) * size], strict=False)) for n in range(ROUNDS)
    ]


def _rate(calls: Iterable[tuple[str, Joinable]]) -> float:
    pairs = list(calls)
    begin = perf_counter()
    for trigger, noun in pairs:
        after(trigger, noun)
    return len(pairs) / (perf_counter() - begin)


def _start(code: str, environment: Mapping[str, str]) -> float:
    begin = perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return perf_counter() - begin


if __name__ == "__main__":
    main()
