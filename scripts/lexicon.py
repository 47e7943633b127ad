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
import random
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from respondent.grammar.welsh.mutation import VOWELS, Mutation, mutate

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "src/respondent/grammar/welsh/data/lexicon.tsv.gz"
SAMPLE = ROOT / "tests/grammar/sample.tsv"
MEMBER = "lecsicon_cc0.txt"

MUTABLE = ("p", "t", "c", "b", "d", "g", "m", "ll", "rh")
NOT_MUTABLE = ("ph", "th", "ch", "dd")
SEED = 2019
SAMPLE_SIZE = 2000
MOST_EXCEPTIONS = 30

# Forms of the lexicon that differ from ours, each with the reason.
EXCEPTIONS = {
    **dict.fromkeys(("NghD-ROM", "HoOPS"), "an acronym; the lexicon sets the mutation in small letters"),
    **dict.fromkeys(("ChESIL", "NghESIL"), "an acronym; the lexicon sets the mutation in small letters"),
    **dict.fromkeys(("ChOBOL", "NghOBOL"), "an acronym; the lexicon sets the mutation in small letters"),
    **dict.fromkeys(("ChODASYL", "NghODASYL"), "an acronym; the lexicon sets the mutation in small letters"),
    **dict.fromkeys(("ChYSAG", "NghYSAG"), "an acronym; the lexicon sets the mutation in small letters"),
    **dict.fromkeys(("cheith", "geith"), "of ceith, a spoken form that the lexicon has in no unmutated row"),
    "yrr": "of gyrr; the lexicon has gyr in the unmutated row",
    "dynn": "of tynn; the lexicon has tyn in the unmutated row",
    "Rannell": "of Grannell, a place; the lexicon puts it under the lemma rhannell",
    "Regen": "of Gregen, a place; the lexicon puts it under the lemma rhegen",
}

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
    """Return whether a join can depend on the word: on its gender, its first letter or its sound."""
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


class Form(NamedTuple):
    """A mutated form, and the unmutated words that it may be of."""

    form: str
    mutation: Mutation
    words: tuple[str, ...]


def mutated_forms(archive: Path) -> list[Form]:
    """Return every mutated form whose unmutated word the lexicon has: same lemma, part of speech, features."""
    words: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    mutated: list[tuple[str, str, tuple[object, ...]]] = []
    for row in rows(archive):
        features = {name: value for name, value in row.features.items() if name != "Mutation"}
        key = (row.lemma, row.part, *sorted(features.items()))
        if "Mutation" in row.features:
            mutated.append((row.form, row.features["Mutation"], key))
        else:
            words[key].append(row.form)
    return [Form(form, MUTATIONS[name], tuple(words[key])) for form, name, key in mutated if key in words]


def check(archive: Path) -> str:
    """Compare every mutated form with ours, and list those that differ, each with its reason."""
    forms = mutated_forms(archive)
    exceptions = [
        form for form in forms if all(mutate(word, form.mutation) != form.form for word in form.words)
    ]
    lines = [
        f"{len(forms):,} mutated forms, {len(forms) - len(exceptions):,} as ours: "
        f"{1 - len(exceptions) / len(forms):.4%}; {len(exceptions)} exceptions",
        *(f"{', '.join(form.words)} → {form.form}: {_reason(form.form)}" for form in exceptions),
    ]
    unknown = [form.form for form in exceptions if form.form not in EXCEPTIONS]
    if unknown or len(exceptions) > MOST_EXCEPTIONS:
        raise SystemExit("\n".join((*lines, f"not explained: {', '.join(unknown)}")))
    return "\n".join(lines)


def _reason(form: str) -> str:
    """Return why a form of the lexicon differs from ours."""
    return EXCEPTIONS.get(form, "no reason known")


def write_sample(archive: Path) -> str:
    """Write rows for the test that runs without the lexicon: word, mutation, form."""
    usable = [form for form in mutated_forms(archive) if form.form not in EXCEPTIONS and len(form.words) == 1]
    drawn = sorted(random.Random(SEED).sample(usable, SAMPLE_SIZE), key=lambda form: form.form)
    lines = (f"{form.words[0]}\t{form.mutation.value}\t{form.form}\n" for form in drawn)
    SAMPLE.write_text("word\tmutation\tform\n" + "".join(lines), encoding="utf-8", newline="\n")
    return f"{SAMPLE}: {SAMPLE_SIZE} of {len(usable):,} forms, seed {SEED}"


def main() -> None:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("archive", type=Path, help="the lexicon's own archive, lecsicon_cc0.zip")
    arguments = parser.parse_args()
    print(COMMANDS[arguments.command](arguments.archive))


COMMANDS: dict[str, Callable[[Path], str]] = {"derive": write_table, "check": check, "sample": write_sample}

if __name__ == "__main__":
    main()
