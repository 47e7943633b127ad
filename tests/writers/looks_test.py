"""The Word letter and the web page have one set of sizes, and headings get weaker as they go down."""

from __future__ import annotations

import re
from typing import Any

from packages import SHIPPED, W, xml

from respondent import resources

LEVELS = range(1, 7)

PAGE = re.sub(r"/\*.*?\*/", "", resources.style_file("letter.css").decode(), flags=re.DOTALL)


def in_word(style: str, element: str) -> Any:  # noqa: ANN401 - an lxml element
    """Return an element of the run properties of a style, or of the style that it is based on."""
    (own,) = (one for one in xml(SHIPPED, "word/styles.xml") if one.get(f"{W}styleId") == style)
    found, base = own.find(f"{W}rPr/{W}{element}"), own.find(f"{W}basedOn")
    return found if found is not None or base is None else in_word(base.get(f"{W}val"), element)


def points(style: str) -> float:
    size = in_word(style, "sz")
    return 12 if size is None else int(size.get(f"{W}val")) / 2


def strength(level: int) -> tuple[float, bool, bool]:
    """Return size, weight and colour of a heading, the strongest first."""
    bold, colour = (in_word(f"Heading{level}", name) for name in ("b", "color"))
    is_bold = bold is not None and bold.get(f"{W}val") != "0"
    return points(f"Heading{level}"), is_bold, colour is not None and colour.get(f"{W}val") != "auto"


def size(selector: str) -> float:
    """Return the size of an element on the page in points: the last rule that sets one counts."""
    variables = dict(re.findall(r"(--[a-z]+): ([0-9.]+)rem", PAGE))
    sizes = [
        variables.get(value.removeprefix("var(").removesuffix(")"), value.removesuffix("rem"))
        for selectors, rule in re.findall(r"([^{}]+)\{([^{}]*)\}", PAGE)
        if selector in map(str.strip, re.split(r",(?![^(]*\))", selectors))
        for value in re.findall(r"font-size: ([^;]+);", rule)
    ]
    return round(12 * float(sizes[-1]), 1)


def test_each_heading_is_weaker_than_the_one_above_it() -> None:
    strengths = [strength(level) for level in LEVELS]
    assert strengths == sorted(strengths, reverse=True)
    assert len(set(strengths)) == len(strengths)


def test_the_web_page_has_the_sizes_of_the_word_letter() -> None:
    pairs = {f"h{level}": f"Heading{level}" for level in LEVELS} | {
        "ul": "ListBullet",
        "blockquote": "Quote",
        "table": "TableText",
        "section.recommendation > p": "Label",
        "section.notice": "Notice",
        "section.availability": "Availability",
        "section.annex": "Annex",
    }
    assert {one: size(one) for one in pairs} == {one: points(style) for one, style in pairs.items()}
    assert "font-size: 12pt" in PAGE.partition("@media print")[2]
