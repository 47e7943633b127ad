"""The annexes of a letter: tables made from the facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from string import ascii_uppercase
from typing import Literal

from respondent.document.tree import Block, Break, Gap, Inline, List, Paragraph, Run, Table, Words
from respondent.letter.items import LetterItems
from respondent.letter.letter import AnnexView, Blocks, Value
from respondent.response.kinds import AnnexColumn
from respondent.response.model import Annex, Recommendation

QUOTATIONS = "quotations"
"""The id of the annex that a long letter has by itself."""

MOST_UPRIGHT = 4
"""The most columns that are wide enough on an upright page."""

BULLET = "• "


@dataclass(frozen=True)
class Annexes:
    """The annexes in the language of the items."""

    items: LetterItems
    headings: Mapping[str, Value]
    """The short name of each report."""

    def views(self) -> tuple[AnnexView, ...]:
        """Return the annexes in their order. A long letter begins with its quotations."""
        own = self.items.response.letter.annexes
        quotations = [self._quotations()] if self.items.plan.has_annex else []
        views = [*quotations, *map(self._own, own)]
        label = self.items.localizer.labels["annex"]
        titles = [f"{label} {letter}:" for letter in ascii_uppercase] if len(views) > 1 else [f"{label}:"]
        return tuple(replace(view, title=title) for view, title in zip(views, titles, strict=False))

    def _quotations(self) -> AnnexView:
        plan = self.items.plan
        columns: list[AnnexColumn] = ["number", "words"]
        if len(plan.reports) > 1:
            columns.insert(1, "report")
        if any(plan.part_of.values()):
            columns.append("part")
        return self._table(QUOTATIONS, columns)

    def _own(self, annex: Annex) -> AnnexView:
        localizer, id = self.items.localizer, f"letter.annexes.{annex.id}"
        columns = annex.columns if annex.kind == "table" else ()
        return replace(
            self._table(annex.id, columns),
            heading=localizer.value(f"{id}.heading", annex.heading),
            text=localizer.text(f"{id}.text"),
        )

    def _table(self, id: str, columns: Sequence[AnnexColumn]) -> AnnexView:
        recommendations = self.items.response.recommendations
        rows = [tuple(self._columns[name](item) for name in columns) for item in recommendations]
        return AnnexView(
            id=id,
            title="",
            heading="",
            is_wide=len(columns) > MOST_UPRIGHT,
            columns=tuple(columns),
            rows=tuple(rows) if columns else (),
            text=(),
            kinds=tuple(dict.fromkeys(item.kind for item in recommendations)),
        )

    @cached_property
    def _columns(self) -> Mapping[AnnexColumn, Callable[[Recommendation], Value]]:
        return {
            "number": self._number,
            "report": lambda item: self.headings[item.report],
            "words": lambda item: flattened(self.items.recommendations[item.id].quotation),
            "addressees": lambda item: self.items.recommendations[item.id].addressees,
            "deadline": lambda item: self.items.recommendations[item.id].deadline,
            "due": lambda item: self._progress(item, "due"),
            "force-response": lambda item: self._texts(item, self._accounts),
            "our-response": lambda item: self._texts(item, self._answers),
            "lead": lambda item: self._progress(item, "lead"),
            "status": lambda item: self._progress(item, "status"),
            "comment": self._comment,
            "part": lambda item: self.items.plan.part_of.get(item.id, ""),
        }

    def _number(self, item: Recommendation) -> str:
        name = self.items.plan.names[item.id]
        return name.number or str(name.position)

    def _progress(self, item: Recommendation, key: Literal["due", "lead", "status"]) -> Value:
        view = self.items.recommendations[item.id].progress
        value: Value = getattr(view, key) if view else ""
        return value

    def _comment(self, item: Recommendation) -> Value:
        view = self.items.recommendations[item.id].progress
        comment, day = (view.comment, view.on) if view else ("", "")
        return self.items.localizer.row((comment, f"({day})")) if comment and day else comment

    @cached_property
    def _accounts(self) -> Mapping[str, Blocks]:
        items = self.items
        return _by_recommendation(
            (evidence.answers, items.evidence[evidence.id].text) for evidence in items.response.evidence
        )

    @cached_property
    def _answers(self) -> Mapping[str, Blocks]:
        views = (
            (answer.recommendations, self.items.answers[answer.id]) for answer in self.items.response.answers
        )
        return _by_recommendation(
            (ids, (*view.action_taken, *view.action_proposed, *view.reason_for_none)) for ids, view in views
        )

    def _texts(self, item: Recommendation, texts: Mapping[str, Blocks]) -> Value:
        blocks = texts.get(item.id) or self.items.recommendations[item.id].why_not
        return flattened(blocks) if blocks else ""


def _by_recommendation(texts: Iterable[tuple[Iterable[str], Blocks]]) -> Mapping[str, Blocks]:
    """Return the texts about each recommendation, one behind the other."""
    own: dict[str, Blocks] = {}
    for ids, blocks in texts:
        for id in ids:
            own[id] = (*own.get(id, ()), *blocks)
    return own


def flattened(blocks: Blocks) -> Words:
    """Return blocks as the content of one cell: a line for each paragraph and each item of a list."""
    inlines: list[Inline] = []
    for line in _lines(blocks):
        if inlines:
            inlines.append(Break(line[0].language))
        inlines.extend(line)
    return Words(tuple(inlines))


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.inlines
            case List():
                for number, item in enumerate(block.items, block.start or 1):
                    mark = BULLET if block.start is None else f"{number}. "
                    first, *rest = _lines(item.blocks)
                    yield (Run(mark, block.language), *first)
                    yield from rest
            case Gap():
                yield block.label
            case Table():
                for row in (block.header, *block.rows):
                    cells = [run for cell in row.cells for run in (*cell.inlines, Run(" · ", cell.language))]
                    yield tuple(cells[:-1])
            case _:
                yield from _lines(getattr(block, "blocks", ()))
