"""`terms.csv`: what is wrong with it, and what comes before what."""

from __future__ import annotations

from pathlib import Path

import pytest
from offices import Bench

from respondent.errors import DataError, InputError
from respondent.files import table
from respondent.files.workspace import Workspace
from respondent.grammar.welsh import lexicon
from respondent.grammar.welsh.lexicon import noun
from respondent.response.terms import COLUMNS, load, nouns, office_terms, read

SHIPPED = Path(lexicon.__file__).parent / "data" / "terms.csv"


def problems(text: str) -> list[tuple[str, str, str]]:
    with pytest.raises(DataError) as raised:
        read(table.read(text.encode(), "terms.csv"), "terms.csv")
    return [(problem.where, problem.what, problem.next) for problem in raised.value.problems]


def test_columns_are_found_by_their_names() -> None:
    (term,) = read(table.read(b"Part of speech;CY;en\nnoun;canllaw;guide\n", "terms.csv"), "terms.csv")

    assert (term.line, set(term.cells)) == (2, set(COLUMNS))
    assert (term.cells["cy"], term.cells["part_of_speech"], term.cells["gender"]) == ("canllaw", "noun", "")


def test_the_sign_that_stops_a_formula_is_no_part_of_a_term() -> None:
    (term,) = read(table.read(b"en,cy,note\n'-ion,''=,'r\n", "terms.csv"), "terms.csv")

    assert [term.cells[name] for name in ("en", "cy", "note")] == ["-ion", "'=", "'r"]


def test_values_are_read_in_capitals_too() -> None:
    (term,) = read(table.read(b"en,cy,gender,mutates,article\nx,Bala,F,No,Y\n", "terms.csv"), "terms.csv")

    assert [term.cells[name] for name in ("gender", "mutates", "article")] == ["f", "no", "with"]


def test_rows_become_nouns() -> None:
    rows = (
        b"en,cy,gender,number,plural,mutates,initial_sound,article\nx,PCSO,m,singular,PCSOs,no,consonant,\n"
    )
    found = noun("PCSO", nouns(read(table.read(rows, "terms.csv"), "terms.csv")))

    assert (found.gender, found.plural, found.mutates, found.initial_sound) == (
        "m",
        "PCSOs",
        "no",
        "consonant",
    )


def test_an_empty_file_and_a_head_alone_have_no_terms() -> None:
    assert read((), "terms.csv") == read(table.read(b"en,cy\n", "terms.csv"), "terms.csv") == ()


def test_the_shipped_terms_pass_and_can_be_copied() -> None:
    terms = read(table.load(SHIPPED), "terms.csv")

    assert len(terms) > 150
    assert {term.cells["status"] for term in terms} == {"verified", "unverified"}


def test_the_head_must_have_both_languages_and_known_columns() -> None:
    assert problems("en,gendr,Lliw,en\nforce,m,coch,x\n") == [
        (
            "terms.csv:1",
            "there is no column `cy`",
            f"write its name in the first line: {','.join(COLUMNS)}",
        ),
        ("terms.csv:1", "there is no column `gendr` in a table of terms", "did you mean `gender`?"),
        (
            "terms.csv:1",
            "there is no column `Lliw` in a table of terms",
            f"the columns are {', '.join(COLUMNS)}",
        ),
        ("terms.csv:1", "two columns are called `en`", "put them into one"),
    ]


@pytest.mark.parametrize(
    ("row", "where", "what", "then"),
    [
        (
            "guide,canllaw,fm",
            "gender",
            "“fm” is not one of m, f",
            "write one of them, or leave the cell empty",
        ),
        ("guide,canllaw,,many", "number", "“many” is not one of singular, plural", "write one of them"),
        ("guide,canllaw,,,maybe", "mutates", "“maybe” is not one of yes, no, soft-only", "write one of them"),
        (
            "guide,canllaw,,,,y,hiss",
            "initial_sound",
            "“hiss” is not one of auto, vowel, consonant",
            "write one",
        ),
        ("guide,canllaw,,,,the", "article", "“the” is not one of none, with, built-in", "write one of them"),
        ("College,y Coleg,,,,with", "article", "“y Coleg” begins with the article", "remove the article"),
        (",canllaw", "en", "the cell is empty", "fill it in, or remove the row"),
        ("guide", "cy", "the cell is empty", "fill it in, or remove the row"),
        ("guide,=A1&B1", "cy", "“=A1&B1” is a formula, but formulas are not calculated", "write the text"),
        ("guide,#NAME?", "cy", "“#NAME?” is a formula", "write the text"),
        ("noise,s?n", "cy", "“s?n” has a question mark where a letter was", "CSV UTF-8"),
        ("house,t?", "cy", "“t?” has a question mark where a letter was", "CSV UTF-8"),
        ("guide,canllaw,,,,,,x", "", "the row has 8 cells, but the first line names 7", "quotation marks"),
    ],
)
def test_each_mistake_has_its_place_and_what_to_do(row: str, where: str, what: str, then: str) -> None:
    ((place, said, next_),) = problems(f"en,cy,gender,number,mutates,article,initial_sound\n\n{row}\n")

    assert place == (f"terms.csv:3: {where}" if where else "terms.csv:3")
    assert what in said
    assert then in next_


def test_question_mark_of_a_question_is_accepted() -> None:
    assert read(table.read(b"en,cy\nwhat next?,beth nesaf?\n", "terms.csv"), "terms.csv")


def test_all_mistakes_are_listed_at_once_by_line() -> None:
    found = problems("en,cy,gender,nots\nguide,canllaw,x,\n,cath,,\nplan,=1,,\n")

    assert [where for where, _, _ in found] == [
        "terms.csv:1",
        "terms.csv:2: gender",
        "terms.csv:3: en",
        "terms.csv:4: cy",
    ]


def test_number_of_listed_problems_is_limited() -> None:
    found = problems("en,cy\n" + ",x\n" * 60)

    assert len(found) == 51
    assert found[-1][1] == "60 problems were found, but only 50 are listed"


def test_one_term_has_one_welsh_in_a_scope() -> None:
    head = "en,cy,part_of_speech,scope\n"

    assert problems(f"{head}force,llu,,\nForce,heddlu,,\n") == [
        (
            "terms.csv:3: cy",
            "“Force” is “heddlu” here and “llu” in line 2",
            "keep one and add the other to its variants, or give each its own scope",
        )
    ]
    for rows in (
        "force,llu,,\nforce,llu,,\n",
        "force,llu,,\nforce,heddlu,,gwent\n",
        "report,adroddiad,noun,\nreport,adrodd,verb-noun,\n",
    ):
        assert len(read(table.read((head + rows).encode(), "terms.csv"), "terms.csv")) == 2


def test_one_word_has_one_record() -> None:
    found = problems("en,cy,gender,scope\nguide,canllaw,f,\nhandrail,Canllaw,m,estates\n")

    assert found == [
        (
            "terms.csv:3: gender",
            "“Canllaw” has “m” here and “f” in line 2",
            "keep one of them, because a word has only one record",
        )
    ]


def test_a_workspace_need_not_have_terms(tmp_path: Path) -> None:
    assert load(Workspace(tmp_path)) == ()


def test_reading_does_not_change_the_file(bench: Bench) -> None:
    file = bench.write("terms.csv", "cy;en\r\ncanllaw;guide\r\n")
    before = (file.read_bytes(), file.stat().st_mtime_ns)

    assert len(load(Workspace(bench.root))) == 1
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.csv").write_text("en,cy\n")
    root = tmp_path / "gwent"
    root.mkdir()
    try:
        (root / "terms.csv").symlink_to(tmp_path / "elsewhere.csv")
    except OSError:
        pytest.skip("no links here")

    with pytest.raises(InputError, match="not the name of a file in the workspace"):
        load(Workspace(root.resolve()))


def test_office_yaml_comes_before_terms_csv_and_terms_csv_before_the_lexicon(bench: Bench) -> None:
    bench.write("terms.csv", "en,cy,gender\nGwent Police,Heddlu Gwent,f\nguide,canllaw,f\nforce,llu,f\n")
    office = bench.desk().office.facts
    assert office.force[0].name.gender == "m"

    terms = office_terms(Workspace(bench.root), office)

    assert noun("Heddlu Gwent", terms).gender == "m"
    assert noun("canllaw", terms).gender == "f"
    assert noun("llu", terms).gender == "f"
    assert noun("adroddiad", terms).gender == "m"


def test_a_gender_of_a_name_of_one_word_is_taken_from_terms_csv(bench: Bench) -> None:
    text = bench.office.read_text("utf-8").replace("both: Gwent\n      gender: f", "both: Gwent")
    bench.office.write_text(text, encoding="utf-8")
    bench.write("terms.csv", "en,cy,gender,mutates\nGwent,Gwent,m,no\n")
    desk = bench.desk()

    found = noun("Gwent", office_terms(desk.workspace, desk.office.facts))

    assert (found.gender, found.mutates) == ("m", "yes")


def test_a_gender_that_office_yaml_leaves_open_is_taken_from_terms_csv(bench: Bench) -> None:
    bench.change(
        bench.office, "      cy: Heddlu Gwent\n      en: Gwent Police\n      gender: m\n",
        "      cy: Heddlu Gwent\n      en: Gwent Police\n",
    )  # fmt: skip
    bench.write("terms.csv", "en,cy,gender\nGwent Police,Heddlu Gwent,f\n")
    desk = bench.desk()

    assert noun("Heddlu Gwent", office_terms(desk.workspace, desk.office.facts)).gender == "f"
