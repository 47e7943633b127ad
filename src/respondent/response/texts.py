"""The texts of a response, parsed from Markdown to blocks."""

from __future__ import annotations

from collections.abc import Iterator

from respondent.document.markup import MarkupError, parse
from respondent.document.tree import Block
from respondent.errors import Problem
from respondent.files.source import Source
from respondent.language import Language, Pair
from respondent.response.fields import Field, fields
from respondent.response.model import Response
from respondent.response.paths import words

BELOW_THE_TEMPLATE = 3
"""How many levels the headings of a text are moved down, so that they stand below those of the template."""

_FOLDED = (
    "a text begun with > loses the line between its paragraphs",
    "begin it with | in place of >",
)

MARKDOWN = (
    "opening",
    "recommendations.*.text",
    "recommendations.*.why_not",
    "evidence.*.text",
    "answers.*.action_taken",
    "answers.*.action_proposed",
    "answers.*.reason_for_none",
    "comments.text",
    "comments.reply",
    "commitments.*.text",
    "closing",
)
"""Where `response.yaml` has Markdown: the fields of `fields` that may hold several blocks."""


def text_problems(source: Source) -> Iterator[Problem]:
    """Yield each thing in a text that a letter cannot have, a picture say; works on the values as read."""
    for pattern in MARKDOWN:
        for at in (pattern, f"{pattern}.cy", f"{pattern}.en", f"{pattern}.both"):
            for path, text in words(source.value, at):
                if "\n" in text.strip() and source.is_folded(path):
                    yield source.problem(path, *_FOLDED)
                try:
                    parse(text, Language.EN, at)
                except MarkupError as error:
                    for fault in error.faults:
                        below = source.text_line(path, fault.line)
                        yield source.problem(path, fault.what, fault.next, below=below)


def texts(response: Response) -> dict[str, Pair[tuple[Block, ...]]]:
    """Return the blocks of each Markdown field in both languages; empty where the text is missing."""
    return {field.id: _both(field) for field in fields(response) if field.is_markdown}


def _both(field: Field) -> Pair[tuple[Block, ...]]:
    return Pair.of(
        lambda language: parse(field.in_(language) or "", language, field.id, deepen=BELOW_THE_TEMPLATE)
    )
