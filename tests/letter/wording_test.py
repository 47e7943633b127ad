"""Every sentence and heading of a letter, by case, in both languages; and that no template holds others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes
from letter.pairs import letters_of
from offices import ROOT, words
from yaml import safe_dump

from respondent.files.yaml import load
from respondent.language import Language

TABLE = Path(__file__).with_name("wording.yaml")
KINDS = {
    "r": "recommendation",
    "a": "area-for-improvement",
    "c": "cause-of-concern",
    "d": "accelerated-cause-of-concern",
}
ITEM = re.compile(r"(?P<not>!?)(?P<kind>[racd])(?P<number>[^@:]*)(?P<cause>@\w+)?(?P<report>:\w+)?")


@dataclass(frozen=True, eq=False)
class Row:
    """A case of the table."""

    id: str
    case: str
    facts: Mapping[str, Any]
    office: Mapping[str, Any]
    sentences: Mapping[Language, tuple[str, ...]]


def items(notation: str) -> Iterator[dict[str, object]]:
    """Yield recommendations: ``r1 !r2 a? c1 r3@c1``: the kind, the number, ``!`` for one that is not for us.

    The id is the kind with its position: ``r? r?`` are r1 and r2.
    """
    counts = dict.fromkeys(KINDS, 0)
    for token in notation.split():
        match = ITEM.fullmatch(token)
        assert match, token
        counts[match["kind"]] += 1
        number = match["number"]
        yield {
            "id": f"{match['kind']}{counts[match['kind']]}",
            "report": (match["report"] or ":a")[1:],
            "kind": KINDS[match["kind"]],
            "addressees": ["force"],
            "text": {"en": "Do it."},
            **({} if number == "?" else {"number": number}),
            **({"applies": False} if match["not"] else {}),
            **({"cause_of_concern": match["cause"][1:]} if match["cause"] else {}),
        }


def facts(case: Mapping[str, Any]) -> dict[str, Any]:
    """Return the response of a case: what it does not say is as in a plain letter."""
    facts: dict[str, Any] = {
        "letter": {
            "date": "2019-05-14",
            "recipients": ["home-secretary"],
            "layout": "by-recommendation",
            **case.get("letter", {}),
        },
        "reports": [
            {
                "id": "a",
                "inspectorate": "hmicfrs",
                "title": {"en": "Custody"},
                "published": "2019-04-10",
                **report,
            }
            for report in case.get("reports", [{}])
        ],
    }
    recommendations = list(items(case.get("items", "")))
    for item in recommendations:
        item.update(deepcopy(case.get("each", {})))
        item.update(deepcopy(case.get("of", {}).get(item["id"], {})))
    facts["recommendations"] = recommendations
    done = {"cy": "Gwnaed.", "en": "Done."}
    facts["evidence"] = [
        {"id": f"e{n}", "text": done, **entry} for n, entry in enumerate(case.get("evidence", []))
    ]
    facts["answers"] = [{"id": f"a{n}", **entry} for n, entry in enumerate(case.get("answers", []))]
    return facts | {
        key: case[key] for key in ("comments", "commitments", "opening", "closing") if key in case
    }


@cache
def rows() -> tuple[Row, ...]:
    def sentences(value: object) -> tuple[str, ...]:
        return tuple([value] if isinstance(value, str) else value)  # type: ignore[arg-type]

    cases: Any = load(TABLE).value
    return tuple(
        Row(
            id=str(case["id"]),
            case=case["case"],
            facts=facts(case),
            office=case.get("office", {}),
            sentences={language: sentences(case.get(language.value, ())) for language in Language},
        )
        for case in cases["cases"]
    )


def text_of(letter: str) -> str:
    return " ".join(letter.replace("\n", " ¶ ").split())


@cache
def letters(row: Row) -> Mapping[Language, str]:
    """Return the words of both letters, a block a line."""
    documents = letters_of(
        safe_dump(row.facts, allow_unicode=True), safe_dump(row.office, allow_unicode=True)
    )
    return {language: words(document) for language, document in documents.items()}


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.id} {row.case}")
def test_the_case_is_worded_so_in_both_languages(row: Row) -> None:
    for language, letter in letters(row).items():
        for sentence in row.sentences[language]:
            lines = [line for line in letter.splitlines() if " ".join(sentence.split()) in line]
            assert lines, f"{language}: {sentence!r} is not in\n{letter}"


PARTS = sorted((ROOT / "templates").glob("*/**/*.j2"))

# What no letter of the table shows: the English and Welsh of these depend on the office's pictures, or are drafts.
WORDS = re.compile(r"[^\W\d_]{2,}")


def literals(source: str) -> Iterator[str]:
    """Yield the words that a template prints: its text, and the strings in what it merges."""
    for node in Environment().parse(source).find_all((nodes.TemplateData, nodes.Output, nodes.Assign)):
        if isinstance(node, nodes.TemplateData):
            yield node.data
        for call in node.find_all(nodes.Call):
            if getattr(call.node, "name", "") in ("heading", "pennawd"):
                yield from (const.value for word in call.args[2:] for const in _printed(word))
        if isinstance(node, nodes.Output):
            yield from (
                const.value
                for inner in node.nodes
                if isinstance(inner, nodes.CondExpr)
                for const in _printed(inner)
            )


def _printed(node: nodes.Node) -> Iterator[nodes.Const]:
    """Yield the strings of an expression that it can give, not those that its conditions compare."""
    match node:
        case nodes.Const():
            yield node
        case nodes.CondExpr():
            yield from _printed(node.expr1)
            if node.expr2:
                yield from _printed(node.expr2)
        case nodes.Concat():
            for inner in node.nodes:
                yield from _printed(inner)
        case nodes.And() | nodes.Or():
            yield from _printed(node.right)


def phrases(literal: str) -> Iterator[str]:
    """Yield the lines of words of a literal, without fences and marks of Markdown."""
    for line in literal.splitlines():
        bare = re.sub(r"^(:::.*|#+|-|\||\s)+", "", line).replace("**", "").replace("\\", "").strip(" |")
        if WORDS.search(bare):
            yield bare


@pytest.mark.parametrize("language", Language)
def test_no_template_holds_words_that_no_case_shows(language: Language) -> None:
    everything = "\n".join(letters(row)[language] for row in rows())
    missing = [
        f"{part.name}: {phrase}"
        for part in PARTS
        if part.parts[-2] == language.value or part.parent.parent.name == language.value
        for literal in literals(part.read_text(encoding="utf-8"))
        for phrase in phrases(str(literal))
        if phrase not in everything
    ]

    assert len(everything) > 10_000
    assert missing == []
