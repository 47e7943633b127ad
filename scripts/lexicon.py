"""Derive the grammar's word table from the lexicon of Bangor University, and check the mutations by it.

::

    python scripts/lexicon.py derive lecsicon_cc0.zip    writes the word table of the grammar
    python scripts/lexicon.py check lecsicon_cc0.zip     every mutated form against ours, with the exceptions
    python scripts/lexicon.py sample lecsicon_cc0.zip    writes tests/grammar/sample.tsv, drawn by seed
"""

from __future__ import annotations

import argparse
import gzip
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from respondent.grammar.welsh.mutation import VOWELS, Mutation

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "src/respondent/grammar/welsh/data/lexicon.tsv.gz"
SAMPLE = ROOT / "tests/grammar/sample.tsv"
MEMBER = "lecsicon_cc0.txt"

MUTABLE = ("p", "t", "c", "b", "d", "g", "m", "ll", "rh")
NOT_MUTABLE = ("ph", "th", "ch", "dd")
UNTOLD = frozenset("iuwy")  # vowels in Welsh, but not always in other languages
MUTATIONS = {"SM": Mutation.SOFT, "NM": Mutation.NASAL, "AM": Mutation.ASPIRATE, "HM": Mutation.H}


class Row(NamedTuple):
    """One form of the lexicon."""

    form: str
    lemma: str
    part: str
    features: dict[str, str]


def rows(archive: Path) -> Iterator[Row]:
    """Yield every row of the lexicon, as its makers publish it."""
    with zipfile.ZipFile(archive) as opened, opened.open(MEMBER) as raw:
        for line in io.TextIOWrapper(raw, encoding="utf-8-sig", newline=""):
            form, lemma, part, features = line.rstrip("\r\n").split("\t")
            pairs = (feature.split("=", 1) for feature in features.split("|") if "=" in feature)
            yield Row(form.strip(), lemma, part, dict(pairs))


def is_mutable(word: str) -> bool:
    """Return whether the soft mutation could change `word`."""
    return word.lower().startswith(MUTABLE) and not word.lower().startswith(NOT_MUTABLE)


def classes(row: Row) -> str:
    """Return the letters of one radical form: the table's NOTICE explains them."""
    match row.part:
        case "NOUN" if row.features.get("Number") == "Sing":
            return "".join(
                gender[0].lower() for gender in row.features.get("Gender", "").split(",") if gender
            )
        case "NOUN":
            return "p"
        case "PROPN":
            return {"Geo": "l", "Prs": "n"}.get(row.features.get("NameType", ""), "")
        case "ADJ":
            return "a"
        case _:
            return ""


def derive(archive: Path) -> dict[str, str]:
    """Return the letters of every word that a join can ask about."""
    table: defaultdict[str, set[str]] = defaultdict(set)
    softened: set[tuple[str, str, str]] = set()
    mutable: defaultdict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for row in rows(archive):
        key = (row.lemma, row.part, row.features.get("Number", ""))
        if row.features.get("Mutation") == "SM":
            softened.add(key)
        if row.part == "VERB":
            table[row.lemma].add("v")
        if "Mutation" in row.features:
            continue
        letters = classes(row)
        table[row.form].update(letters)
        if letters.strip("nv") and is_mutable(row.form):
            mutable[row.form].add(key)
    for form, keys in mutable.items():
        if not keys & softened:
            table[form].add("x")
    return {word: "".join(sorted(letters)) for word, letters in table.items() if is_asked(word, letters)}


def is_asked(word: str, letters: set[str]) -> bool:
    """Return whether a join can turn on the word: it has a gender, or its first letter or sound may matter."""
    if letters & {"m", "f"} or (letters and is_mutable(word)):
        return True
    first = word[:1].lower()
    names = {"l", "n"} if first in UNTOLD else set()
    return first in VOWELS and bool(letters & ({"p", "v"} | names))


def write_table(archive: Path) -> str:
    """Write the derived table, one line for each set of letters, and say how large it is."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word, letters in derive(archive).items():
        groups[letters].append(word)
    text = "".join(f"{letters}\t{' '.join(sorted(words))}\n" for letters, words in sorted(groups.items()))
    packed = gzip.compress(text.encode(), 9, mtime=0)
    TABLE.write_bytes(packed)
    return f"{TABLE}: {sum(map(len, groups.values()))} words, {len(packed)} bytes"


def main() -> None:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("derive", "check", "sample"))
    parser.add_argument("archive", type=Path, help="the lexicon's own archive, lecsicon_cc0.zip")
    arguments = parser.parse_args()
    commands = {"derive": write_table}
    print(commands[arguments.command](arguments.archive))


if __name__ == "__main__":
    main()
