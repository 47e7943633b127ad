"""Family P: both letters have the same parts in the same order, and each part has the same shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from respondent.checks.block_pair import ADDRESSES, BlockPair
from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, Severity
from respondent.document.tree import Break, Gap, Inlines, Run
from respondent.document.walk import Node, children, inlines
from respondent.language import NAMES, Language, Pair

Nodes: TypeAlias = tuple[Node, ...]


@check("P101", Severity.ERROR)
def parts_alike(case: Case) -> Iterator[Fact]:
    """Both letters have the same sections, paragraphs, lists and rows, in the same order."""
    parts = Pair.of(lambda language: case.documents.in_(language).parts[0])
    yield from _outlines(case, "", parts.map(lambda part: part.letterhead))
    yield from _outlines(case, "", parts.map(lambda part: part.blocks))


@check("P102", Severity.WARNING)
def lines_alike(case: Case) -> Iterator[Fact]:
    """Paragraphs of several lines, above all the copies, have as many in both letters."""
    for block in case.pair.blocks:
        if block.section == "addressee" or not block.is_compared:
            continue
        lines = block.inlines.map(lambda content: 1 + sum(isinstance(inline, Break) for inline in content))
        if lines.cy != lines.en:
            what = f"{lines.cy} lines in the Welsh, {lines.en} in the English"
            advice = "compare the lines and add the one that is missing"
            yield fact(case, (block.id, None), what, advice)


@check("P103", Severity.ERROR)
def texts_filled(case: Case) -> Iterator[Fact]:
    """What says something in one letter says something in the other."""
    for block in case.pair.blocks:
        if block.has_gap:
            continue
        filled = block.texts.map(lambda words: any(map(str.isalnum, words)))
        if filled.cy != filled.en:
            lacking = Language.EN if filled.cy else Language.CY
            what = f"it says nothing in the {NAMES.in_(lacking)}: “{_beginning(block, lacking.other)}”"
            advice = f"write it in {NAMES.in_(lacking)}"
            yield fact(case, (block.id, lacking), what, advice, block.texts.in_(lacking.other))


@check("P104", Severity.WARNING)
def said_once(case: Case) -> Iterator[Fact]:
    """No paragraph of the response stands twice."""
    for language in Language:
        first: dict[str, str] = {}
        for block in case.pair.blocks:
            words = " ".join(block.texts.in_(language).split())
            if block.section in ADDRESSES or len(words) < 40 or case.origins.field_of(block.id) is None:
                continue
            if words in first:
                what = f"the same words stand in {first[words]}: “{_beginning(block, language)}”"
                advice = "remove one of them, or write what belongs here"
                yield fact(case, (block.id, language), what, advice)
            first.setdefault(words, block.id)


@check("P105", Severity.WARNING)
def emphasis_alike(case: Case) -> Iterator[Fact]:
    """The same words are bold, in italics, links."""
    for block in case.pair.blocks:
        if not block.is_compared:
            continue
        marks = block.inlines.map(_marks)
        if marks.cy != marks.en:
            differing = [name for name in marks.cy if marks.cy[name] != marks.en[name]]
            listed = "; ".join(
                f"{name}: {marks.cy[name]} in the Welsh, {marks.en[name]} in the English"
                for name in differing
            )
            advice = "mark the same words in both texts"
            yield fact(case, (block.id, None), listed, advice)


@check("P106", Severity.ERROR)
def same_words_in_both(case: Case) -> Iterator[Fact]:
    """Quotations in English, the notice and the letterhead have the same words in both letters."""
    for block in case.pair.blocks:
        if block.has_gap or not (block.is_same_language or block.section == "letterhead"):
            continue
        is_named = block.section == "letterhead" and _differs_in_names(case, block)
        if block.texts.cy != block.texts.en and not is_named:
            excerpts = Pair(_difference(block.texts), _difference(Pair(block.texts.en, block.texts.cy)))
            what = f"the Welsh letter has “{excerpts.cy}”, the English “{excerpts.en}”"
            advice = "make the drafts again, or correct the template that prints these words"
            yield fact(case, (block.id, None), what, advice)


def _differs_in_names(case: Case, block: BlockPair) -> bool:
    """Return whether the texts are the same but for names that `office.yaml` gives in each language."""
    texts = block.texts
    for name in case.bilingual_names:
        texts = Pair(*(text.replace(name.cy, name.en) for _, text in texts.items()))
    return texts.cy == texts.en


def _outlines(case: Case, container: str, blocks: Pair[Nodes]) -> Iterator[Fact]:
    """Yield where the parts of a container differ; below them only where they are alike."""
    if any(isinstance(block, Gap) for _, own_blocks in blocks.items() for block in own_blocks):
        blocks = blocks.map(
            lambda own_blocks: tuple(block for block in own_blocks if not isinstance(block, Gap))
        )
        if len(blocks.cy) != len(blocks.en):
            return
    shapes = blocks.map(lambda own_blocks: [_shape(block, container) for block in own_blocks])
    if shapes.cy != shapes.en:
        yield _unlike(case, container, shapes)
        by_id = {block.id: block for block in blocks.en}
        blocks = Pair(
            tuple(block for block in blocks.cy if block.id in by_id and not container),
            tuple(by_id[block.id] for block in blocks.cy if block.id in by_id and not container),
        )
    for cy, en in zip(blocks.cy, blocks.en, strict=True):
        if not inlines(cy):
            yield from _outlines(case, cy.id, Pair(children(cy), children(en)))


def _shape(block: Node, container: str) -> str:
    """Return what identifies a block: the id of a section, the kind of any other."""
    return type(block).__name__.lower() if container else block.id


def _unlike(case: Case, container: str, shapes: Pair[list[str]]) -> Fact:
    counts = shapes.map(Counter)
    only = Pair(counts.cy - counts.en, counts.en - counts.cy)
    if not (only.cy or only.en):
        what = f"the parts stand in another order: {', '.join(_moved(shapes))}"
    elif container:
        what = f"{_listed(counts.cy)} in the Welsh, {_listed(counts.en)} in the English"
    else:
        what = "; ".join(
            f"only the {NAMES.in_(language)} has {', '.join(only.in_(language))}"
            for language in Language
            if only.in_(language)
        )
    advice = "add what is missing, remove what is surplus, or put the parts in the same order"
    block = container or next(iter([*only.cy, *only.en, *_moved(shapes)]), "")
    return fact(case, (block, None), what, advice)


def _moved(shapes: Pair[list[str]]) -> list[str]:
    return [cy for cy, en in zip(shapes.cy, shapes.en, strict=False) if cy != en][:2]


def _listed(counts: Counter[str]) -> str:
    words = [f"{count} {kind}{'s' if count != 1 else ''}" for kind, count in counts.items()]
    return ", ".join(words) or "nothing"


def _marks(content: Inlines) -> dict[str, int]:
    """Return how many stretches of a text are bold, italic, links; runs beside each other are one stretch."""
    counts = {"in bold": 0, "in italics": 0, "links": 0}
    before: tuple[bool, bool, str] = (False, False, "")
    for run in content:
        marks = (run.strong, run.emphasis, run.href) if isinstance(run, Run) else (False, False, "")
        for name, mark, was in zip(counts, marks, before, strict=True):
            counts[name] += bool(mark) and mark != was
        before = marks
    return counts


def _difference(texts: Pair[str]) -> str:
    """Return the words of the first text around the place where it begins to differ."""
    shorter = min(len(texts.cy), len(texts.en))
    difference = next((index for index in range(shorter) if texts.cy[index] != texts.en[index]), shorter)
    start = texts.cy.rfind(" ", 0, max(0, difference - 10)) + 1
    return _shortened(texts.cy[start:])


def _beginning(block: BlockPair, language: Language) -> str:
    return _shortened(block.texts.in_(language))


def _shortened(words: str) -> str:
    return words if len(words) <= 50 else f"{words[:50].rpartition(' ')[0]} …"
