"""The paragraphs of a letter as it would be made today, and the text of the response that each is part of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from respondent.document.tree import Block, Cell, Gap, Heading, Inlines, Paragraph, Part, Section
from respondent.document.walk import inlines, nodes
from respondent.document.walk import text as words_of
from respondent.document.written import tidied
from respondent.language import Language, Pair
from respondent.response.fields import Field, fields
from respondent.response.reading import ResponseFile
from respondent.response.text import Text
from respondent.translation.edited_draft.shapes import Shape, of_nodes
from respondent.writers import bookmarks
from respondent.writers.bookmarks import ContentDigest


class Role(Enum):
    """The part of a paragraph in a text of the response."""

    TEXT = "a paragraph of a text"
    LINE = "a text of one line, whole"
    LABEL = "the label of a gap, where a text is missing"
    BELOW = "a paragraph of the other language, below a gap"
    FIXED = "wording or a value, not a text of the response"


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text of the response at one place where a letter prints it."""

    field: Field
    language: Language
    """The language of the text; for a gap, that of the missing text."""

    letter: Language
    turn: int
    """How many times the letter has printed it, this time included."""

    is_gap: bool = False

    @property
    def is_same(self) -> bool:
        """Whether one text serves both languages."""
        return isinstance(self.field.value, Text) and self.field.value.is_same

    @property
    def is_open(self) -> bool:
        """Whether an edit can be imported: the office's own text, in the language of the letter."""
        is_own = self.field.is_asked(self.language) and not self.is_same
        return is_own and self.language == self.letter


@dataclass(frozen=True, slots=True)
class LetterParagraph:
    """A paragraph, heading or cell of a letter."""

    id: str
    letter: Language
    """The language of the letter."""

    inlines: Inlines
    """Its words, tidied."""

    section: str
    """The name of its section."""

    turn: int
    """Its number among the blocks of the letter with this id, from 1."""

    shape: Shape = field(default_factory=Shape)
    role: Role = Role.FIXED
    text: PrintedText | None = None

    @property
    def words(self) -> str:
        """Its words, without formatting."""
        return words_of(self.inlines)

    @property
    def content(self) -> ContentDigest:
        """The digest of its words and formatting."""
        return bookmarks.content(self.inlines)

    @property
    def block(self) -> str:
        """The digest of its id."""
        return bookmarks.block(self.id)


_Words = list[tuple[str, Inlines]]
"""The id and the words of each paragraph, heading and cell of a text."""


def letter_paragraphs(parts: Pair[Part], response: ResponseFile) -> Pair[tuple[LetterParagraph, ...]]:
    """Return the paragraphs of both letters, in the order of reading."""
    texts = {id: blocks.map(_words) for id, blocks in response.texts.items()}
    return parts.map(lambda part: _assigned(part, response, texts))


def _assigned(
    part: Part, response: ResponseFile, texts: Mapping[str, Pair[_Words]]
) -> tuple[LetterParagraph, ...]:
    """Return the paragraphs of a letter, each with its text."""
    bare = list(_bare(part))
    assigned = list(bare)
    turns: Counter[str] = Counter()
    for source in fields(response.facts):
        for start, language, roles in _places(source, bare, part.language, texts):
            turns[source.id] += 1
            is_gap = Role.LABEL in roles
            text = PrintedText(source, language, part.language, turns[source.id], is_gap=is_gap)
            for index, role in enumerate(roles, start):
                assigned[index] = replace(bare[index], role=role, text=text)
    return tuple(assigned)


def _bare(part: Part) -> Iterator[LetterParagraph]:
    """Yield the paragraphs of a letter, assigned to no text yet."""
    turns: Counter[str] = Counter()
    section = ""
    for node, shape in of_nodes(part.blocks):
        if isinstance(node, Section):
            section = node.name
        if isinstance(node, Paragraph | Heading | Cell | Gap):
            turns[node.id] += 1
            words = tidied(inlines(node))
            yield LetterParagraph(node.id, part.language, words, section, turns[node.id], shape)


_TextPlace = tuple[int, Language, tuple[Role, ...]]
"""The index at which a text begins, its language, and the role of each of its paragraphs."""


def _places(
    field: Field, bare: Sequence[LetterParagraph], letter: Language, texts: Mapping[str, Pair[_Words]]
) -> Iterator[_TextPlace]:
    """Yield each place at which a letter prints a text."""
    if not field.is_markdown:
        yield from _lines(field, bare, letter)
        return
    words = texts[field.id]
    index = 0
    while index < len(bare):
        place = _place(field, bare, index, letter, words)
        if place is None:
            index += 1
        else:
            language, roles = place
            yield index, language, roles
            index += len(roles)


def _place(
    field: Field, bare: Sequence[LetterParagraph], index: int, letter: Language, words: Pair[_Words]
) -> tuple[Language, tuple[Role, ...]] | None:
    """Return what begins at a paragraph: the text in one of the languages, or the gap where it is missing."""
    for language in (letter, letter.other):
        text = words.in_(language)
        if text and _has_at(bare, index, text):
            return language, (Role.TEXT,) * len(text)
    if bare[index].id != field.id:
        return None
    for missing in (letter, letter.other):
        below = words.in_(missing.other)
        if not words.in_(missing) and _has_at(bare, index + 1, below):
            return missing, (Role.LABEL, *(Role.BELOW,) * len(below))
    return None


def _has_at(bare: Sequence[LetterParagraph], index: int, words: _Words) -> bool:
    """Return whether a letter has all these words from an index on."""
    return [(paragraph.id, paragraph.inlines) for paragraph in bare[index : index + len(words)]] == words


def _lines(field: Field, bare: Sequence[LetterParagraph], letter: Language) -> Iterator[_TextPlace]:
    """Yield the subject of the letter, the only text of one line that a letter prints by itself."""
    text = " ".join((field.in_(letter) or "").split())
    for index, paragraph in enumerate(bare):
        is_subject = field.id == "letter.subject" and paragraph.section == "subject"
        if text and is_subject and paragraph.words == text:
            yield index, letter, (Role.LINE,)


def _words(blocks: tuple[Block, ...]) -> _Words:
    return [
        (node.id, tidied(inlines(node)))
        for node in nodes(blocks)
        if isinstance(node, Paragraph | Heading | Cell)
    ]
