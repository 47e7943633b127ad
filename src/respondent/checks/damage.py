"""Family D, damage: every text is whole, and is somebody's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from respondent.changes.guards import certain_damage, damaged_values
from respondent.changes.printed import printed
from respondent.checks.case import Case
from respondent.checks.check import check
from respondent.checks.facts import fact
from respondent.checks.finding import Fact, File, Severity
from respondent.document.tree import Gap, Item, Paragraph, Quotation, Run, Table
from respondent.document.walk import Node, children, inlines, text
from respondent.files.source import Source
from respondent.language import Language
from respondent.linguistics.damage import Certainty, damages, lacks_end

# Sections with lines instead of sentences: addresses, names, references.
_LINES = frozenset(
    ("letterhead", "date", "reference", "recipient", "copies", "signature", "salutation", "subject")
)


@check("D601", Severity.ERROR, is_duty=True)
def texts_undamaged(case: Case) -> Iterator[Fact]:
    """Every text is whole, and is somebody's own words."""
    seen: set[str] = set()
    labels = {key: label.pair for key, label in case.rules.labels.items()}
    for source, file in ((case.response.source, "response"), (case.office.source, "office")):
        for damage in damaged_values(source, labels):
            seen.add(damage.words)
            yield Fact(
                what=damage.what,
                advice=damage.advice,
                path=damage.path,
                file="office" if file == "office" else "response",
                about=damage.words,
            )
    yield from _in_terms(case)
    yield from _in_wording(case, seen)


def _in_terms(case: Case) -> Iterator[Fact]:
    for term in case.terms:
        for column, cell in term.cells.items():
            for damage in damages(cell, Language.CY):
                if damage.certainty is Certainty.CERTAIN:
                    what = f"in terms.csv, column `{column}`: {damage.what} (“{cell}”)"
                    yield Fact(what=what, advice=damage.advice, about=cell)


def _in_wording(case: Case, seen: set[str]) -> Iterator[Fact]:
    """Yield the damage of the finished letters that no value has: the wording of a template."""
    for language in Language:
        for node in case.pair.nodes.in_(language):
            is_gap = isinstance(node, Gap) or any(isinstance(run, Run) and run.gap for run in inlines(node))
            sentences = None if is_gap else printed()  # where a text is missing, ours stands in its place
            for words, what, advice in certain_damage(text(inlines(node)), language, sentences):
                if words not in seen:
                    what = f"in the wording of a template: {what}"
                    yield Fact(what=what, advice=advice, block=node.id, language=language, about=words)


@check("D602", Severity.WARNING)
def sentences_parted(case: Case) -> Iterator[Fact]:
    """A space stands between two sentences."""
    for language, passages in case.pair.own_passages.items():
        for passage in passages:
            for damage in damages(passage.text, language):
                if damage.certainty is Certainty.LIKELY:
                    yield fact(case, passage.place, damage.what, damage.advice, damage.text)


@check("D603", Severity.WARNING)
def paragraphs_ended(case: Case) -> Iterator[Fact]:
    """A paragraph of sentences ends with the end of a sentence."""
    for language, body in case.pair.bodies.items():
        for paragraph in _paragraphs(body):
            words = text(paragraph.inlines)
            if lacks_end(words) and not _has_gap(paragraph):
                what = f"the paragraph ends with “{' '.join(words.split()[-3:])}”, without a full stop"
                advice = "look whether words are lost; else end the sentence"
                yield fact(case, (paragraph.id, language), what, advice, words)


@check("D604", Severity.NOTE)
def no_invisible_characters(case: Case) -> Iterator[Fact]:
    """No text has characters that nobody sees."""
    files: tuple[tuple[File, Source], ...] = (
        ("response", case.response.source),
        ("office", case.office.source),
    )
    for file, source in files:
        for note in source.notes:
            advice = (
                "nothing is lost in the letters; to remove it from the file, type the words around it again"
            )
            yield Fact(what=note.what, advice=advice, path=note.path, file=file)


def _paragraphs(blocks: Iterable[Node]) -> Iterator[Paragraph]:
    """Yield the paragraphs of running text: no items, cells, quotations or lines of an address."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        elif not isinstance(block, (Item, Table, Quotation)) and getattr(block, "name", "") not in _LINES:
            yield from _paragraphs(children(block))


def _has_gap(paragraph: Paragraph) -> bool:
    return any(isinstance(run, Run) and run.gap for run in paragraph.inlines)
