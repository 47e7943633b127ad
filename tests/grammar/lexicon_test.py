"""What is known of a word, and in which order it is asked."""

from __future__ import annotations

import csv
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from respondent.grammar.welsh import Noun
from respondent.grammar.welsh import lexicon as words

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src/respondent/grammar/welsh/data"


@pytest.mark.parametrize(
    ("text", "gender", "number", "mutates"),
    [
        ("llu", "m", "singular", "yes"),
        ("Llu", "m", "singular", "yes"),
        ("LLU", "m", "singular", "yes"),
        ("argymhellion", "", "plural", "yes"),
        ("merched", "", "plural", "yes"),
        ("diogelu", "m", "singular", "yes"),
        ("trosedd", "f", "singular", "yes"),
        ("canllaw", "", "singular", "yes"),
        ("Caerdydd", "", "singular", "yes"),
        ("Dyfed-Powys", "", "singular", "yes"),
        ("Swyddfa'r Comisiynydd", "f", "singular", "yes"),
        ("Prif Gwnstabl Heddlu Gwent", "m", "singular", "yes"),
        ("prif flaenoriaeth", "f", "singular", "yes"),
        ("hen luoedd", "", "plural", "yes"),
        ("Dafydd Llywelyn", "", "singular", "no"),
        ("Tom Jones", "", "singular", "no"),
        ("grŵp", "m", "singular", "no"),
        ("generig", "", "singular", ""),
        ("Coventry", "", "singular", ""),
        ("", "", "singular", ""),
    ],
)
def test_a_plain_string_is_looked_up(text: str, gender: str, number: str, mutates: str) -> None:
    noun = words.noun(text)

    assert (noun.cy, noun.gender, noun.number, noun.mutates) == (text, gender, number, mutates)


def test_hand_kept_list_takes_precedence_over_the_lexicon() -> None:
    assert set(words.lexicon()["trosedd"]) == {"f", "m"}
    assert words.noun("trosedd").gender == "f"


def test_a_name_with_its_article_in_it_is_known_by_it() -> None:
    assert words.noun("y Coleg Plismona") == Noun(
        cy="y Coleg Plismona", gender="m", mutates="yes", article="built-in"
    )


def test_letters_in_two_parts_are_found() -> None:
    assert words.noun("tŷ").gender == "m"


def rows() -> list[dict[str, str]]:
    with (DATA / "corrections.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_row_of_the_hand_kept_list_has_a_source_and_stands_once() -> None:
    names = [row["cy"] for row in rows()]

    assert all(row["source"] for row in rows())
    assert len(set(names)) == len(names)


def test_the_fields_of_the_hand_kept_list_have_known_values() -> None:
    for row in rows():
        assert row["gender"] in ("", "m", "f")
        assert row["number"] in ("", "plural")
        assert row["mutates"] in ("", "no", "soft-only", "?")
        assert row["initial_sound"] in ("", "vowel", "consonant")
        assert row["article"] in ("", "with", "built-in")


def test_the_derived_table_is_small_and_names_its_source() -> None:
    assert (DATA / "lexicon.tsv.gz").stat().st_size < 150 * 1024
    assert "CC0 1.0 Universal" in (DATA / "NOTICE").read_text(encoding="utf-8")


LEXICON = """\
cath\tcath\tNOUN\tGender=Fem|Number=Sing
gath\tcath\tNOUN\tGender=Fem|Mutation=SM|Number=Sing
nghath\tcath\tNOUN\tGender=Fem|Mutation=NM|Number=Sing
COBOL\tcobol\tNOUN\tGender=Fem|Number=Sing
ChOBOL\tcobol\tNOUN\tGender=Fem|Mutation=AM|Number=Sing
"""


def run_check(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    with zipfile.ZipFile(folder / "small.zip", "w") as archive:
        archive.writestr("lecsicon_cc0.txt", "\ufeff" + text)
    command = [sys.executable, str(ROOT / "scripts/lexicon.py"), "check", str(folder / "small.zip")]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_check_of_the_lexicon_names_each_exception_with_its_reason(tmp_path: Path) -> None:
    done = run_check(tmp_path, LEXICON)

    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "3 mutated forms, 2 as ours: 66.6667%; 1 exceptions",
        "COBOL → ChOBOL: an acronym; the lexicon sets the mutation in small letters",
    ]


def test_the_check_of_the_lexicon_fails_for_a_form_without_a_reason(tmp_path: Path) -> None:
    done = run_check(tmp_path, LEXICON.replace("nghath", "nhath"))

    assert done.returncode == 1
    assert "not explained: nhath" in done.stderr
