"""Both letters of a response as trees, read once for all checks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from respondent.checks.block_pair import BlockPair, block_pairs
from respondent.checks.passages import Passage, passages
from respondent.document.tree import Block, Document, Quotation, Section
from respondent.document.walk import Node, children, gaps, inlines, nodes, text, words
from respondent.language import Language, Pair


@dataclass(frozen=True, eq=False)
class LetterPair:
    """The Welsh and the English letter, and the parts that checks ask for."""

    documents: Pair[Document]
    titles: Sequence[str] = ()
    """The titles of the reports: the inspectorate's words, wherever a letter prints them."""

    quoted: re.Pattern[str] = re.compile(r"(?!)")
    """The ids of blocks that quote, without being marked as quotations; none, if it is not given."""

    @cached_property
    def blocks(self) -> tuple[BlockPair, ...]:
        """The blocks with words that both letters have, side by side."""
        return block_pairs(self.documents)

    @cached_property
    def passages(self) -> Pair[tuple[Passage, ...]]:
        """What each letter says in words of its own, quotations left out."""
        return self.documents.map(lambda document: passages(document.parts[0], self.titles, self.quoted))

    @cached_property
    def own_passages(self) -> Pair[tuple[Passage, ...]]:
        """The passages of each letter that are in its own language."""
        return Pair.of(
            lambda language: tuple(
                passage for passage in self.passages.in_(language) if passage.language == language
            )
        )

    @cached_property
    def unquoted(self) -> Pair[str]:
        """The words of each letter without what it quotes, in one line."""
        return self.bodies.map(lambda body: " ".join(" ".join(_unquoted(body)).split()))

    @cached_property
    def gaps(self) -> Pair[list[str]]:
        """The ids of the fields that each letter lacks."""
        return self.documents.map(gaps)

    @cached_property
    def bodies(self) -> Pair[tuple[Block, ...]]:
        """The blocks of each letter's body."""
        return self.documents.map(lambda document: document.parts[0].blocks)

    @cached_property
    def nodes(self) -> Pair[tuple[Node, ...]]:
        """Every node of each letter, in reading order: letterhead, body, foot."""
        parts = self.documents.map(lambda document: document.parts[0])
        return parts.map(lambda part: tuple(nodes((*part.letterhead, *part.blocks, *part.foot))))

    def words_of(self, block: str, language: Language) -> str:
        """Return the words of a block of a letter; empty where the letter has none of that id."""
        return words(self._nodes_by_id.in_(language).get(block, ()))

    def sections(self, language: Language, name: str) -> tuple[Section, ...]:
        """Return the sections of a letter's body that have a name: ``notice``, ``recommendation``."""
        return tuple(section for section in self._sections.in_(language) if section.name == name)

    def section(self, language: Language, id: str) -> Section | None:
        """Return the section of a letter's body with an id: ``recommendation.records``; none for none."""
        return next((section for section in self._sections.in_(language) if section.id == id), None)

    @cached_property
    def _sections(self) -> Pair[tuple[Section, ...]]:
        return self.bodies.map(lambda body: tuple(node for node in nodes(body) if isinstance(node, Section)))

    @cached_property
    def _nodes_by_id(self) -> Pair[Mapping[str, list[Node]]]:
        return self.nodes.map(_by_id)


def _unquoted(blocks: Iterable[Node]) -> Iterator[str]:
    for block in blocks:
        if not isinstance(block, Quotation):
            yield text(inlines(block))
            yield from _unquoted(children(block))


def _by_id(letter: Iterable[Node]) -> Mapping[str, list[Node]]:
    by_id: dict[str, list[Node]] = defaultdict(list)
    for node in letter:
        by_id[node.id].append(node)
    return by_id
