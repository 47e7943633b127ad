"""The blocks of both letters that correspond to each other, read once for all checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from respondent.document.tree import (
    Break,
    Cell,
    Document,
    Gap,
    Heading,
    Inline,
    Inlines,
    Paragraph,
    Run,
    Section,
)
from respondent.document.walk import Node, inlines, nodes
from respondent.language import Language, Pair
from respondent.linguistics.quantities import Quantity, leftovers, quantities
from respondent.linguistics.words import Word, without_addresses, words

_WORDED = (Paragraph, Heading, Cell, Gap)

MARGINS = frozenset(("letterhead", "foot"))
"""Sections in both languages by design, the same in both letters."""

ADDRESSES = MARGINS | {"addressee", "copies", "signature", "availability"}
"""Sections of names and addresses, or in both languages: they have no sentences to compare."""


@dataclass(frozen=True)
class BlockPair:
    """A block with words of its own, in both letters: a paragraph, a heading, a cell."""

    id: str
    section: str
    """The name of its section: ``evidence``."""

    nodes: Pair[Node]

    @cached_property
    def inlines(self) -> Pair[Inlines]:
        """Its content."""
        return self.nodes.map(inlines)

    @cached_property
    def texts(self) -> Pair[str]:
        """Its words, each line on its own."""
        return self.inlines.map(
            lambda content: "".join(inline.text if isinstance(inline, Run) else "\n" for inline in content)
        )

    @cached_property
    def plain(self) -> Pair[str]:
        """Its words, web and e-mail addresses blanked."""
        return self.texts.map(without_addresses)

    @cached_property
    def own_words(self) -> Pair[tuple[Word, ...]]:
        """The words of `own`, addresses left out."""
        return Pair.of(
            lambda language: (
                self.words.in_(language)
                if self._own.in_(language) is self.texts.in_(language)
                else words(without_addresses(self._own.in_(language)))
            )
        )

    @cached_property
    def own_lower(self) -> Pair[str]:
        """Its words in small letters, without those that are marked as being in another language."""
        return self._own.map(str.lower)

    @cached_property
    def words(self) -> Pair[tuple[Word, ...]]:
        """The words of `plain`."""
        return self.plain.map(words)

    @cached_property
    def capitals(self) -> Pair[list[Word]]:
        """The words of two letters or more that begin with a capital one."""
        return self.words.map(
            lambda all_words: [word for word in all_words if word.text[0].isupper() and len(word.text) > 1]
        )

    @cached_property
    def quantities(self) -> Pair[tuple[Quantity, ...]]:
        """What both count and date."""
        return Pair.of(
            lambda language: quantities(self.plain.in_(language), self.words.in_(language), language)
        )

    @cached_property
    def leftovers(self) -> Pair[list[Quantity]]:
        """What each counts or dates and the other does not."""
        return leftovers(self.quantities)

    @cached_property
    def is_same_language(self) -> bool:
        """Whether both letters have it in one language: a quotation, a notice."""
        return self.nodes.cy.language == self.nodes.en.language

    @cached_property
    def is_translated(self) -> bool:
        """Whether one letter has it in Welsh and the other in English, and neither lacks it."""
        return not self.is_same_language and not self.has_gap

    @cached_property
    def is_compared(self) -> bool:
        """Whether its words say in one language what they say in the other: in the body, without a gap."""
        return self.section not in MARGINS and self.is_translated

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is compared and has sentences, no lines of an address."""
        return self.section not in ADDRESSES and self.is_compared

    @cached_property
    def has_gap(self) -> bool:
        """Whether its text is still missing in one of the letters."""
        return any(
            isinstance(node, Gap) or any(isinstance(inline, Run) and inline.gap for inline in inlines(node))
            for _, node in self.nodes.items()
        )

    def own(self, language: Language) -> str:
        """Return its words in `language`, without those that either letter marks as being in another one."""
        return self._own.in_(language)

    @cached_property
    def _own(self) -> Pair[str]:
        if all(
            isinstance(inline, Run) and inline.language == language and not inline.gap
            for language, content in self.inlines.items()
            for inline in content
        ):
            return self.texts
        foreign = [
            inline.text
            for language, content in self.inlines.items()
            for inline in content
            if isinstance(inline, Run) and inline.language is not language
        ]
        return Pair.of(lambda language: _without(self.inlines.in_(language), language, foreign))


def _without(content: Inlines, language: Language, foreign: list[str]) -> str:
    """Return the words of a text in its own language; what the other letter marks is blanked here too."""
    text = "".join(_own(inline, language) for inline in content)
    for title in foreign:
        text = text.replace(title, "\n")
    return text


def _own(inline: Inline, language: Language) -> str:
    if isinstance(inline, Break) or inline.gap:
        return "\n"
    return inline.text if inline.language == language else "\n"


def block_pairs(documents: Pair[Document]) -> tuple[BlockPair, ...]:
    """Return the blocks with words that both letters have, in the order of the Welsh one."""
    english = {node.id: node for _, node in _worded(documents.en)}
    return tuple(
        BlockPair(node.id, section, Pair(node, english[node.id]))
        for section, node in _worded(documents.cy)
        if node.id in english and isinstance(node, Gap) == isinstance(english[node.id], Gap)
    )


def _worded(document: Document) -> Iterator[tuple[str, Node]]:
    """Yield each block with words of its own, and the name of its section."""
    part = document.parts[0]
    for block in (*part.letterhead, *part.blocks, *part.foot):
        name = block.name if isinstance(block, Section) else ""
        yield from ((name, node) for node in nodes((block,)) if isinstance(node, _WORDED))
