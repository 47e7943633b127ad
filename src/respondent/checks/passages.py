"""The words of a letter that are the office's own, block by block: what checks of wording read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from respondent.document.tree import Heading, Inlines, Part, Quotation, Run, Section
from respondent.document.walk import Node, children, inlines
from respondent.language import Language

_WORD = re.compile(r"[^\W_]+")

OTHER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Replaces words in another language, and those of a gap, in the text of a passage."""


@dataclass(frozen=True)
class Passage:
    """The words of one paragraph, heading or cell."""

    id: str
    """The block: ``closing.1``."""

    section: str
    """The name of its section: ``evidence``."""

    language: Language
    """The language of the block, which may be another than the letter's: a notice is in both."""

    text: str
    """The words in that language, a new line for a break, `OTHER` for what is left out."""

    is_heading: bool

    others: tuple[str, ...] = ()
    """The words in another language that are left out: titles, names."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters; a hyphen or an apostrophe ends one."""
        return split(self.text)

    @property
    def place(self) -> tuple[str, Language]:
        """The block and the language of its words, as facts name them."""
        return self.id, self.language


def split(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters, without their places: several times as fast.

    >>> split("Maes i'w wella")
    ('maes', 'i', 'w', 'wella')
    """
    return tuple(map(str.casefold, _WORD.findall(text)))


def passages(part: Part, titles: Sequence[str], quoted: re.Pattern[str]) -> tuple[Passage, ...]:
    """Return the passages of a letter in reading order, without quotations and without the foot.

    The words of a quotation and of a title are other people's. The foot says again what the notice says.

    Args:
        part: The letter.
        titles: What is left out wherever it stands.
        quoted: The ids of blocks that quote, without being marked as quotations: cells of a table.
    """
    longest_first = sorted(titles, key=len, reverse=True)
    every = _passages((*part.letterhead, *part.blocks), "", longest_first)
    return tuple(passage for passage in every if not quoted.fullmatch(passage.id))


def _passages(nodes: Sequence[Node], section: str, titles: Sequence[str]) -> Iterator[Passage]:
    for node in nodes:
        if isinstance(node, Quotation):
            continue
        name = node.name if isinstance(node, Section) else section
        if content := inlines(node):
            yield Passage(
                node.id,
                section,
                node.language,
                _without(titles, _text(content, node.language)),
                isinstance(node, Heading),
                tuple(run.text for run in content if isinstance(run, Run) and _is_other(run, node.language)),
            )
        yield from _passages(children(node), name, titles)


def _without(titles: Sequence[str], text: str) -> str:
    for title in titles:
        text = text.replace(title, OTHER)
    return text


def _text(content: Inlines, language: Language) -> str:
    pieces = (
        "\n" if not isinstance(run, Run) else OTHER if _is_other(run, language) else run.text
        for run in content
    )
    return "".join(pieces)


def _is_other(run: Run, language: Language) -> bool:
    return run.language != language or bool(run.gap)
