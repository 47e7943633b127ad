"""Hypothesis strategies: any letter as a tree of a document."""

from __future__ import annotations

from datetime import date
from itertools import count
from types import MappingProxyType
from typing import get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from respondent.document.tree import (
    Alignment,
    Block,
    Break,
    Cell,
    Document,
    Gap,
    Heading,
    Image,
    Inlines,
    Item,
    List,
    Paragraph,
    Part,
    Picture,
    Quotation,
    Row,
    Run,
    Section,
    Table,
)
from respondent.language import Language

unhurried = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For properties of whole documents: a slow machine is no fault."""

SECTIONS = (
    *("letterhead", "addressee", "date", "reference", "salutation", "subject", "introduction", "scope"),
    *("recommendation", "evidence", "answer", "comments", "notice", "commitments", "closing", "sign-off"),
    *("signature", "copies", "availability", "foot", "annex"),
)
"""The names of a letter's sections, and one that no writer knows."""

HOSTILE = (
    "&<>\"'",
    "{{ 7*7 }}",
    "{% raw %}",
    "::: notice",
    "# heading",
    "1. x",
    "- x",
    "</p><script>alert(1)</script>",
    "</style>",
    "&amp;lt;",
    "<!-- ",
    "]]>",
    "[[ gap ]]",
    "=SUM(A1)",
    "Ŵ ŷ â ê î ô û ẁ ï",
    "dwy\u00a0fil",
    "a  b",
    " ",
    "https://www.example.cymru/" + "hir" * 30,
)
"""Words that mean something in a markup, and letters that Welsh needs."""

texts: SearchStrategy[str] = st.sampled_from(HOSTILE) | st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40
)
"""Printable words in one line."""

tokens: SearchStrategy[str] = st.integers(0, 99).map("⟦{}⟧".format)
"""Words that can be told from everything else in what a writer makes."""

languages: SearchStrategy[Language] = st.sampled_from(Language)

alignments: SearchStrategy[Alignment] = st.sampled_from(get_args(Alignment))

hrefs = st.sampled_from(
    ["", "", "", 'https://www.example.cymru/a?b=1&c="d"', "mailto:swyddfa@example.cymru", "tel:+441632960000"]
)

pictures = MappingProxyType({"logo": Image(b"\x89PNG", "png", width=40.0, height=12.5)})


@st.composite
def documents(draw: DrawFn, texts: SearchStrategy[str] = texts) -> Document:
    """Draw a draft or a finished letter of one or two parts, whose words come from `texts`."""
    grown = _Tree(draw, texts)
    first = draw(languages)
    parts = (first, first.other) if draw(st.booleans()) else (first,)
    return Document(
        title=draw(texts),
        parts=tuple(grown.part(language) for language in parts),
        author=draw(texts),
        dated=draw(st.dates(date(2012, 11, 22), date(2040, 12, 31))),
        mark=grown.inlines() if draw(st.booleans()) else (),
        twin=draw(st.sampled_from(["", "llythyr-2019.cy", 'a "b" & ŵ'])),
        pictures=pictures,
    )


class _Tree:
    """Blocks drawn from a strategy, no two with one id."""

    def __init__(self, draw: DrawFn, texts: SearchStrategy[str]) -> None:
        self.draw = draw
        self.texts = texts
        self.numbers = count(1)

    def part(self, language: Language) -> Part:
        return Part(
            language,
            blocks=self.blocks(depth=2),
            letterhead=(self.section(depth=1, names=("letterhead",)),),
            foot=(self.section(depth=1, names=("foot",)),),
        )

    def blocks(self, depth: int) -> tuple[Block, ...]:
        return tuple(self.block(depth) for _ in range(self.draw(st.integers(1, 3))))

    def block(self, depth: int) -> Block:
        if depth == 0 or self.draw(st.booleans()):
            leaves = (self.paragraph, self.heading, self.picture, self.table)
            return leaves[self.draw(st.integers(0, 3))]()
        branches = (self.list, self.quotation, self.section, self.gap)
        return branches[self.draw(st.integers(0, 3))](depth - 1)

    def id(self, kind: str) -> str:
        return f"{kind}.drawn-{next(self.numbers)}"

    def language(self) -> Language:
        return self.draw(languages)

    def run(self, *, linked: bool = True) -> Run:
        draw = self.draw
        return Run(
            draw(self.texts),
            self.language(),
            strong=draw(st.booleans()),
            emphasis=draw(st.booleans()),
            href=draw(hrefs) if linked else "",
            gap=draw(st.sampled_from(["", "", "recipient.office"])),
        )

    def inlines(self) -> Inlines:
        drawn: list[Run | Break] = [self.run()]
        for _ in range(self.draw(st.integers(0, 3))):
            drawn += [Break(self.language())] if self.draw(st.booleans()) else []
            drawn += [self.run()]
        return tuple(drawn)

    def paragraph(self) -> Paragraph:
        return Paragraph(self.id("paragraph"), self.language(), self.inlines())

    def heading(self) -> Heading:
        return Heading(self.id("heading"), self.language(), self.draw(st.integers(1, 6)), self.inlines())

    def picture(self) -> Picture:
        return Picture(self.id("picture"), self.language(), "logo", alt=self.draw(self.texts))

    def table(self) -> Table:
        width = self.draw(st.integers(1, 3))
        rows = [self.row(width) for _ in range(self.draw(st.integers(1, 3)))]
        return Table(self.id("table"), self.language(), rows[0], tuple(rows[1:]))

    def row(self, width: int) -> Row:
        return Row(self.id("row"), self.language(), tuple(self.cell() for _ in range(width)))

    def cell(self) -> Cell:
        content = (self.run(linked=False),) if self.draw(st.booleans()) else ()
        return Cell(self.id("cell"), self.language(), content, self.draw(alignments))

    def list(self, depth: int) -> List:
        items = [
            Item(self.id("item"), self.language(), self.blocks(depth))
            for _ in range(self.draw(st.integers(1, 3)))
        ]
        return List(
            self.id("list"), self.language(), tuple(items), self.draw(st.none() | st.integers(1, 120))
        )

    def quotation(self, depth: int) -> Quotation:
        return Quotation(self.id("quotation"), self.language(), self.blocks(depth))

    def section(self, depth: int, names: tuple[str, ...] = SECTIONS) -> Section:
        name = self.draw(st.sampled_from(names))
        return Section(self.id(name), self.language(), name, self.blocks(depth))

    def gap(self, depth: int) -> Gap:
        blocks = self.blocks(depth) if self.draw(st.booleans()) else ()
        return Gap(self.id("gap"), self.language(), self.inlines(), blocks)
