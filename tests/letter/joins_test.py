"""Templates name the word that stands before a merged value: none stands unjoined behind a trigger."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from offices import ROOT, Bench, words

from respondent.document.walk import gaps
from respondent.grammar.welsh import TRIGGERS
from respondent.language import Language

TEMPLATES = sorted((ROOT / "templates" / "cy").rglob("*.j2"))

# What never mutates: dates in figures, numbers, addresses; and what a function has joined already.
FIXED = re.compile(r"\.(published|invited|due|received|ours|email|number|date)\b|^\w+\(|^\"|^rwyf$|parts \|")

MUTATING = {row.shape.lower() for row in TRIGGERS.values() if row.rule.mutations and row.shape} | {
    "y",
    "yr",
    "ag",
    "ac",
}

MERGED = re.compile(r"([\wâêîôûŵŷ']+)\s+\{\{\s*([^}]*?)\s*\}\}")


def unjoined(text: str) -> list[str]:
    """Return each small word that mutates with the merged value that stands bare behind it."""
    found = MERGED.findall(re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL))
    return [
        f"{word} {value}" for word, value in found if word.lower() in MUTATING and not FIXED.search(value)
    ]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_no_bare_value_follows_a_mutating_word(template: Path) -> None:
    assert unjoined(template.read_text(encoding="utf-8")) == []


def test_bare_value_after_a_mutating_word_is_found() -> None:
    assert unjoined("ysgrifennaf at {{ letter.office.force }} ar {{ report.published }}") == [
        "at letter.office.force"
    ]
    assert unjoined("yng nghyfarfod {{ x }} i {{ rhestr(x) }}") == []


def test_templates_join_merged_values_by_functions() -> None:
    text = "".join(template.read_text(encoding="utf-8") for template in TEMPLATES)

    assert len(re.findall(r"\{\{ (?:i|ar|o_dan|clymu|rhif|rhestr)\(", text)) > 10


def test_a_join_that_cannot_be_decided_is_marked_in_the_draft_and_listed(bench: Bench) -> None:
    bench.change(
        bench.office,
        "    name: Julian Williams\n    title:\n      cy: Prif Gwnstabl\n      en: Chief Constable\n      gender: m\n",
        "    name: Julian Williams\n    title:\n      cy: Blorbydd\n      en: Chief Constable\n",
    )
    bench.response.write_text(
        bench.response.read_text("utf-8") + "\ncomments:\n  invited: 2019-04-12\n  received: none\n",
        encoding="utf-8",
    )

    assert gaps(bench.documents()[Language.CY]) == [
        'undecided: “gwahoddais y Blorbydd”: the gender of "Blorbydd" is not known',
    ]


def test_no_join_of_the_example_is_undecided(bench: Bench) -> None:
    for layout in ("narrative", "by-recommendation"):
        bench.response.write_text(
            bench.response.read_text("utf-8")
            .replace("introduction: own", "introduction: standard")
            .replace("layout: narrative", f"layout: {layout}"),
            encoding="utf-8",
        )
        assert gaps(bench.documents()[Language.CY]) == []


def test_office_yaml_takes_precedence_over_terms_csv(bench: Bench) -> None:
    bench.write(
        "terms.csv", "en,cy,gender,mutates\nguide,canllaw,f,\nCommissioner,Gwent,m,no\nforce,llu,f,\n"
    )
    bench.write(
        "templates/cy/parts/closing.md.j2",
        '::: closing\n\n{{ y("canllaw") }}, {{ yn("Gwent") }}, {{ rhif(2, "llu", words=True) }}\n\n:::\n',
    )
    bench.write("templates/en/parts/closing.md.j2", "::: closing\n\nthe guide\n\n:::\n")

    document = bench.documents()[Language.CY]

    assert gaps(document) == []
    assert "y ganllaw, yng Ngwent, dwy lu" in words(document)
