"""The paragraphs of a letter as it would be made today, and which text of the response each is part of."""

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
from respondent.response.model import Response
from respondent.response.text import Text
from respondent.response.texts import texts
from respondent.translation.edited_draft.shapes import Shape, of_nodes
from respondent.writers import bookmarks
from respondent.writers.bookmarks import ContentDigest


class Role(Enum):
    """What a paragraph is to the texts of the response."""

    TEXT = "a paragraph of a text"
    LINE = "a text of one line, whole"
    LABEL = "the words that say that a text is missing"
    BELOW = "a paragraph of the other language, below such words"
    FIXED = "wording, or a value: no text of the response"


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text of the response, as it is printed once in a letter."""

    field: Field
    language: Language
    """The language of the text; of a gap, that of the missing one."""

    letter: Language
    turn: int
    """Which time the letter prints it, from 1."""

    is_gap: bool = False

    @property
    def is_same(self) -> bool:
        """Whether one text serves both languages."""
        return isinstance(self.field.value, Text) and self.field.value.is_same

    @property
    def is_open(self) -> bool:
        """Whether it is the office's own text in the language of the letter, so that an edit can be taken."""
        is_own = self.field.is_asked(self.language) and not self.is_same
        return is_own and self.language == self.letter


@dataclass(frozen=True, slots=True)
class LetterParagraph:
    """A paragraph, heading or cell of a letter."""

    id: str
    letter: Language
    """The language of the letter."""

    inlines: Inlines
    """Its words as a text can hold them."""

    section: str
    """The name of the section that it stands in."""

    turn: int
    """Which one it is of the blocks of the letter with this id, from 1."""

    shape: Shape = field(default_factory=Shape)
    role: Role = Role.FIXED
    home: PrintedText | None = None

    @property
    def words(self) -> str:
        """Its words, without looks."""
        return words_of(self.inlines)

    @property
    def content(self) -> ContentDigest:
        """Its words and looks in figures."""
        return bookmarks.content(self.inlines)

    @property
    def block(self) -> str:
        """Its block in figures."""
        return bookmarks.block(self.id)


def letter_paragraphs(part: Part, response: Response) -> tuple[LetterParagraph, ...]:
    """Return the paragraphs of a letter, in the order of reading."""
    bare = list(_bare(part))
    found = list(bare)
    turns: Counter[str] = Counter()
    known = texts(response)
    for one in fields(response):
        for at, language, roles in _printed(one, bare, part.language, known):
            turns[one.id] += 1
            home = PrintedText(one, language, part.language, turns[one.id], is_gap=Role.LABEL in roles)
            for step, role in enumerate(roles):
                found[at + step] = replace(found[at + step], role=role, home=home)
    return tuple(found)


def _bare(part: Part) -> Iterator[LetterParagraph]:
    turns: Counter[str] = Counter()
    section = ""
    for node, shape in of_nodes(part.blocks):
        if isinstance(node, Section):
            section = node.name
        if isinstance(node, Paragraph | Heading | Cell | Gap):
            turns[node.id] += 1
            yield LetterParagraph(
                node.id, part.language, tidied(inlines(node)), section, turns[node.id], shape
            )


_Printed = tuple[int, Language, tuple[Role, ...]]
"""Where a text is printed, in which language, and what each paragraph is to it."""


def _printed(
    field: Field,
    bare: Sequence[LetterParagraph],
    letter: Language,
    known: Mapping[str, Pair[tuple[Block, ...]]],
) -> Iterator[_Printed]:
    """Yield each place at which a letter prints a text."""
    if not field.is_markdown:
        yield from _lines(field, bare, letter)
        return
    wanted = known[field.id].map(_contents)
    at = 0
    while at < len(bare):
        found = _here(field, bare, at, letter, wanted)
        if found:
            yield found
        at += len(found[2]) if found else 1


def _here(
    field: Field,
    bare: Sequence[LetterParagraph],
    at: int,
    letter: Language,
    wanted: Pair[list[tuple[str, Inlines]]],
) -> _Printed | None:
    """Return what of a text begins at a paragraph: itself, or the gap where it is missing."""
    for language in (letter, letter.other):
        text = wanted.in_(language)
        if text and [(one.id, one.inlines) for one in bare[at : at + len(text)]] == text:
            return at, language, (Role.TEXT,) * len(text)
    if bare[at].id != field.id:
        return None
    for missing in (letter, letter.other):
        below = wanted.in_(missing.other)
        if wanted.in_(missing):
            continue
        if [(one.id, one.inlines) for one in bare[at + 1 : at + 1 + len(below)]] == below:
            return at, missing, (Role.LABEL, *(Role.BELOW,) * len(below))
    return None


def _lines(field: Field, bare: Sequence[LetterParagraph], letter: Language) -> Iterator[_Printed]:
    """Yield the subject of the letter, where it is a text of its own."""
    text = " ".join((field.in_(letter) or "").split())
    for at, one in enumerate(bare):
        if text and field.id == "letter.subject" and one.section == "subject" and one.words == text:
            yield at, letter, (Role.LINE,)


def _contents(blocks: tuple[Block, ...]) -> list[tuple[str, Inlines]]:
    """Return the id and the words of each paragraph, heading and cell of a text."""
    return [
        (node.id, tidied(inlines(node)))
        for node in nodes(blocks)
        if isinstance(node, Paragraph | Heading | Cell)
    ]
