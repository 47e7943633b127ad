"""Measures letters against other ways to make them, and prints a small table.

python benchmarks/letters.py
"""

from __future__ import annotations

import platform
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TypeVar

import peers
from material import desk, responses

from respondent.production.letters import assemble, documents
from respondent.production.office import OfficeContext
from respondent.response.reading import ResponseFile
from respondent.writers.formats import FORMATS

LETTERS, MANY = 200, 2_000
TURN = 10
"""How many letters each makes before it is another's turn: as in use, but whatever slows the machine slows all."""

STARTS = 21
TODAY = date(2019, 5, 14)
OURS = "respondent"

Made = TypeVar("Made")


def main() -> None:
    """Measure speed, memory and start-up, and print the results."""
    print(f"{_processor()}, Python {platform.python_version()}, {platform.system()}\n")
    speed()
    print()
    _in_a_process_of_its_own("memory")
    print()
    start()


def speed() -> None:
    """Print the median time of a letter: from a loaded response to the bytes of a DOCX."""
    with TemporaryDirectory() as folder:
        office = desk(Path(folder))
        times = _times(office, list(responses(office, LETTERS // 2)))
    ours = median(times[OURS])
    print(f"{LETTERS} letters, Welsh and English, as DOCX: median milliseconds a letter")
    for name, seconds in times.items():
        ratio = "" if name == OURS else f"{median(seconds) / ours:5.1f} times ours"
        print(f"  {name:<12}{1000 * median(seconds):7.2f}  {ratio}".rstrip())


def memory() -> None:
    """Print the highest memory use after some letters and after many."""
    with TemporaryDirectory() as folder:
        office = desk(Path(folder))
        print("memory at most, letters with new words each, read and made")
        for number, response in enumerate(responses(office, MANY // 2), start=1):
            pair(response, office)
            if 2 * number in (LETTERS, MANY):
                print(f"  after {2 * number:5,} letters {_megabytes():7.1f} MB")


def start() -> None:
    """Print the time of `respondent --version`, beside the import of its command-line library."""
    script = Path(sys.executable).with_name("respondent")
    command = [str(script)] if script.exists() else [sys.executable, "-m", "respondent"]
    commands = {
        "respondent --version": [*command, "--version"],
        'python -c "import typer"': [sys.executable, "-c", "import typer"],
    }
    times: dict[str, list[float]] = {}
    for _ in range(STARTS):
        for name, words in commands.items():
            _timed(times, name, partial(subprocess.run, words, capture_output=True, check=True))
    ours, theirs = (median(seconds) for seconds in times.values())
    print("start: median milliseconds")
    for name, seconds in times.items():
        print(f"  {name:<26}{1000 * median(seconds):7.0f}")
    print(f"  {ours / theirs:.2f} times the import")


def pair(response: ResponseFile, office: OfficeContext) -> list[bytes]:
    """Return the Welsh and the English letter of a loaded response."""
    assembly = assemble(response, "bench", office, TODAY)
    letters = documents(assembly, "two-files")
    return [FORMATS["docx"].write(document, office.style_files["docx"]) for document in letters.values()]


def _times(office: OfficeContext, loaded: Sequence[ResponseFile]) -> dict[str, list[float]]:
    """Return the seconds of each letter by library. The libraries take turns of some letters each."""
    times: dict[str, list[float]] = {}
    samples = pair(loaded[0], office)
    desks = [peers.desk(letter) for letter in samples]
    for first in range(0, len(loaded), TURN // 2):
        responses_ = loaded[first : first + TURN // 2]
        pairs = [_timed(times, OURS, partial(pair, response, office), letters=2) for response in responses_]
        tasks = [task for made in pairs for task in zip(made, desks, strict=True)]
        for name, engine in peers.ENGINES.items():
            ready = [(engine.values(letter), looks) for letter, looks in tasks]
            made = [_timed(times, name, partial(engine.make, looks, values)) for values, looks in ready]
            for ours, theirs in zip((letter for letter, _ in tasks), made, strict=True):
                assert peers.lines(ours) == peers.lines(theirs), f"{name} made other words"
    return times


def _timed(times: dict[str, list[float]], name: str, make: Callable[[], Made], letters: int = 1) -> Made:
    """Return the letters and record the time for each."""
    begin = perf_counter()
    made = make()
    times.setdefault(name, []).extend([(perf_counter() - begin) / letters] * letters)
    return made


def _megabytes() -> float:
    unit = 1 if sys.platform == "darwin" else 1_024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1_000_000


def _in_a_process_of_its_own(measure: str) -> None:
    subprocess.run([sys.executable, __file__, measure], check=True)


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


if __name__ == "__main__":
    memory() if sys.argv[1:] == ["memory"] else main()
