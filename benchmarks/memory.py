"""Measures the translation memory: 100,000 units indexed, exact and fuzzy matches looked up, and the memory used.

python benchmarks/memory.py
"""

from __future__ import annotations

import functools
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from xml.sax.saxutils import escape

from respondent.language import Language, Pair
from respondent.memory import cache
from respondent.memory.memory import Memory

UNITS, EXACT, FUZZY, SEED = 100_000, 2_000, 200, 20_190_514
MOST_EXACT, MOST_FUZZY, MOST_MEMORY = 20, 20, 300
"""What is aimed at: microseconds, milliseconds, megabytes."""

_SOUNDS = Pair(
    "a ad af ai al am an ar aw bl br cyd cyf cym dd dig eb ed en er eth fa ff gan gor gw gyn hed iad ig ith ll lly "
    "mae maes mor neu nod oed og ol on pen pr rhag rhe sa sef sy tad tr u ur ŵr wy ych ydd yng yn yr ysg",
    "ab ac al ar be ca ce com con cy de di en er ex fa fi for ga ge gra ha im in ing ion is ity le li ly ma ment mi "
    "mo ne no of on op or ou pa per po pre pro re ri se si sion so sta ster su ta ter th ti tion tra un ur ve",
)
_SMALL = Pair(
    "y yr yn i o a ac ar at am gan gyda wedi mae bod ei eu sy'n nid fel",
    "the of and to in a for on with has is that by we our their be as not",
)


def main() -> None:
    """Measure and print in a separate process, so that making the file is not counted."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "public.tmx"
        write(file, UNITS)
        subprocess.run([sys.executable, __file__, str(file)], check=True)


def measure(file: Path) -> None:
    """Print the time to index a memory and to look up texts in it."""
    begin = perf_counter()
    cache.opened(file, file.name).index.close()
    made = perf_counter() - begin
    begin = perf_counter()
    memory = Memory([cache.opened(file, file.name).index])
    opened = perf_counter() - begin
    size = file.with_name(f".{file.name}.index").stat().st_size
    print(f"memory of {UNITS:,} units, {_mb(file.stat().st_size)} as TMX")
    print(f"  index made in {made:.1f} s, {_mb(size)}; opened in {1000 * opened:.0f} ms")
    units = list(pairs(UNITS))
    random = Random(SEED + 1)
    known = [pair.en for pair in random.sample(units, EXACT)]
    exact = _times(lambda text: memory.exact(text, Language.EN), known)
    missed = _times(lambda text: memory.exact(text, Language.EN), [f"{text} nowhere" for text in known])
    _report_times("exact, found", exact, 1e6, "µs", MOST_EXACT)
    _report_times("exact, not found", missed, 1e6, "µs", MOST_EXACT)
    for language in Language:
        texts = [_changed(pair.in_(language), random) for pair in random.sample(units, FUZZY)]
        fuzzy = _times(lambda text, language=language: memory.fuzzy(text, language), texts)
        _report_times(f"fuzzy, {language}", fuzzy, 1e3, "ms", MOST_FUZZY)
    matches = sum(bool(memory.fuzzy(text, Language.EN)) for text in texts_like(units, random))
    print(f"  fuzzy found {matches} of {FUZZY} texts of which one word in eight was changed")
    print(f"  memory at most {_megabytes():.0f} MB (aim: under {MOST_MEMORY})")


def texts_like(units: Sequence[Pair[str]], random: Random) -> list[str]:
    """Return texts of the memory with some words changed."""
    return [_changed(pair.en, random) for pair in random.sample(units, FUZZY)]


def write(file: Path, count: int) -> None:
    """Write a memory as translators' programs export it."""
    with file.open("w", encoding="utf-8") as out:
        out.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
        )
        out.write('<header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="x" ')
        out.write('adminlang="en" srclang="en-GB" datatype="plaintext"/>\n<body>\n')
        for pair in pairs(count):
            out.write('<tu changedate="20190514T101500Z">')
            for language, text in pair.items():
                out.write(f'<tuv xml:lang="{language.tag}"><seg>{escape(text)}</seg></tuv>')
            out.write("</tu>\n")
        out.write("</body></tmx>\n")


def pairs(count: int) -> Iterator[Pair[str]]:
    """Yield sentences in both languages: few words that are everywhere, thousands that are rare, figures."""
    random = Random(SEED)
    words = Pair.of(lambda language: _vocabulary(language, random))
    for _ in range(count):
        length = max(4, int(random.lognormvariate(2.7, 0.5)))
        yield Pair.of(
            lambda language, length=length: _sentence(
                words.in_(language), _SMALL.in_(language).split(), length, random
            )
        )


def _vocabulary(language: Language, random: Random) -> list[str]:
    sounds = _SOUNDS.in_(language).split()
    made = ("".join(random.choices(sounds, k=random.choice((2, 2, 3, 3, 4)))) for _ in range(20_000))
    return list(dict.fromkeys(made))


def _sentence(words: list[str], small: list[str], length: int, random: Random) -> str:
    """Return a sentence whose words follow Zipf's law: the tenth is a tenth as common as the first."""
    rare = iter(random.choices(words, cum_weights=_ranks(len(words)), k=length))
    chosen = [random.choice(small) if random.random() < 0.4 else next(rare) for _ in range(length)]
    if random.random() < 0.25:
        chosen[random.randrange(length)] = str(random.randrange(2, 2_500))
    text = " ".join(chosen)
    return f"{text[:1].upper()}{text[1:]}."


@functools.cache
def _ranks(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 20) for rank in range(count)))


def _changed(text: str, random: Random) -> str:
    words = text.split(" ")
    for _ in range(1 + len(words) // 8):
        words[random.randrange(len(words))] = "newydd"
    return " ".join(words)


def _times(ask: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Return the seconds of each look-up, after one that is not counted."""
    ask(texts[0])
    seconds = []
    for text in texts:
        begin = perf_counter()
        ask(text)
        seconds.append(perf_counter() - begin)
    return seconds


def _report_times(name: str, times: Sequence[float], unit: float, sign: str, aim: int) -> None:
    print(
        f"  {name:<18}{unit * median(times):7.1f} {sign}, worst {unit * max(times):7.1f} (aim: under {aim})"
    )


def _mb(size: int) -> str:
    return f"{size / 1e6:.0f} MB"


def _megabytes() -> float:
    unit = 1 if sys.platform == "darwin" else 1_024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    measure(Path(sys.argv[1])) if sys.argv[1:] else main()
