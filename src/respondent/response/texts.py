"""The texts of a response, parsed from Markdown to blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from respondent.document.list_markers import markdown
from respondent.document.markup import MarkupError, parse
from respondent.document.tree import Block
from respondent.errors import Problem
from respondent.files.source import Source, ValuePath
from respondent.language import Language, Pair
from respondent.response.fields import Field, TextValue, fields, text_values
from respondent.response.model import Response

BELOW_THE_TEMPLATE = 3
"""Headings of a text move down by this many levels, to be below those of the template."""

_FOLDED = (
    "a text that starts with > loses the empty line between its paragraphs",
    "start it with | instead of >",
)

Texts: TypeAlias = dict[str, Pair[tuple[Block, ...]]]
"""For each Markdown field its blocks in both languages; empty where the text is missing."""


def read_texts(source: Source) -> tuple[Texts, list[Problem]]:
    """Return the texts of a `response.yaml` as read, and all that a letter cannot print: a picture, raw HTML.

    The file need not be valid yet, so that these problems are listed together with all others.
    """
    texts: Texts = {}
    problems: list[Problem] = []
    for field in text_values(source.value):
        if not field.is_markdown:
            continue
        blocks: dict[Language, tuple[Block, ...]] = {}
        for path, text, languages in _sources(field):
            if "\n" in text.strip() and source.is_folded(path):
                problems.append(source.problem(path, *_FOLDED))
            try:
                blocks |= {language: _parsed(text, language, field.id) for language in languages}
            except MarkupError as error:
                problems += _problems(source, path, error)
        texts[field.id] = Pair(blocks.get(Language.CY, ()), blocks.get(Language.EN, ()))
    return texts, problems


def bullet_notes(source: Source) -> Iterator[str]:
    """Yield for each text with bullets typed as • how they are read."""
    for field in text_values(source.value):
        for path, text, _ in _sources(field) if field.is_markdown else ():
            if lines := markdown(text).bullets:
                bullets = "a bullet" if len(lines) == 1 else f"{len(lines)} bullets"
                sign = text.split("\n")[lines[0]].lstrip(" \t>")[:1]
                yield f"{source.where(path)}: {bullets} typed as “{sign}”: read as a list"


def texts(response: Response) -> Texts:
    """Return the texts of a response of which only the facts are known."""
    return {field.id: _both(field) for field in fields(response) if field.is_markdown}


def _both(field: Field) -> Pair[tuple[Block, ...]]:
    return Pair.of(lambda language: _parsed(field.in_(language) or "", language, field.id))


def _sources(field: TextValue) -> Iterator[tuple[ValuePath, str, Sequence[Language]]]:
    """Yield each text that a file has for a field, with its path and the languages that it serves."""
    if isinstance(field.value, str):
        yield field.path, field.value, tuple(Language)
    elif isinstance(field.value, dict):
        for key, languages in (("cy", (Language.CY,)), ("en", (Language.EN,)), ("both", tuple(Language))):
            if isinstance(text := field.value.get(key), str):
                yield (*field.path, key), text, languages


def _parsed(text: str, language: Language, id: str) -> tuple[Block, ...]:
    return parse(text, language, id, deepen=BELOW_THE_TEMPLATE)


def _problems(source: Source, path: ValuePath, error: MarkupError) -> Iterator[Problem]:
    for fault in error.faults:
        below = source.text_line(path, fault.line)
        yield source.problem(path, fault.what, fault.advice, below=below)
