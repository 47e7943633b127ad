"""The hidden bookmarks by which an edited draft is matched with its response.

Each paragraph of a draft has one, over all its words. Its name says, in figures, of which letter the
paragraph is, which block of it, and which words and looks it had when the draft was made; so the draft needs
nothing beside it. Word and LibreOffice keep bookmarks whose names begin with an underscore; Word lists them
only where hidden ones are asked for. What the letter was made of also stands in properties of the file, for
drafts whose bookmarks were lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256

from respondent.document.tree import Break, Inlines, Run
from respondent.document.written import tidied
from respondent.language import Language

PROPERTY = "respondent"
"""The property of a file that says of what response it is a draft; others that begin so: of what words."""

_NAME = re.compile(r"_r([0-9a-f]{7})_([0-9a-f]{9})_([0-9a-f]{10})_([0-9a-f]{5})(?:_([0-9]{1,3}))?")
_FIRST = 900_000
"""Above the ids of bookmarks in a letterhead, for ids must differ within a document."""

_NO_LOOKS = "0" * 5
_SPACE = re.compile(r"[\t\r\u2028\u2029]")

_A_PROPERTY = 10
"""The number of blocks in one property: Word cuts properties longer than 255 characters."""


@dataclass(frozen=True, slots=True)
class ContentDigest:
    """Words and looks in figures: two paragraphs that read and look alike have the same."""

    words: str
    looks: str


@dataclass(frozen=True, slots=True)
class ParagraphMark:
    """What the name of a bookmark says."""

    letter: str
    """Of which letter the paragraph is: what `letter` makes of a response and a language."""

    block: str
    """Which block: what `block` makes of its id."""

    made: ContentDigest
    """What the paragraph held when the draft was made."""

    turn: int = 1
    """Which one it is of the blocks of this letter with the same id, from 1."""

    @property
    def name(self) -> str:
        """The name of the bookmark, of at most 40 characters as Word wants it."""
        turn = f"_{self.turn}" if self.turn > 1 else ""
        return f"_r{self.letter}_{self.block}_{self.made.words}_{self.made.looks}{turn}"


def read(name: str) -> ParagraphMark | None:
    """Return what the name of a bookmark says; none for a bookmark that is not ours."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    letter, block, words, looks, turn = match.groups()
    return ParagraphMark(letter, block, ContentDigest(words, looks), int(turn or 1))


@lru_cache(maxsize=256)
def letter(response: str, language: Language) -> str:
    """Return the figures of a letter of a response."""
    return _figures(f"{response}\n{language}", 7)


@lru_cache(maxsize=4096)
def block(id: str) -> str:
    """Return the figures of a block."""
    return _figures(id, 9)


# Most paragraphs of an office's letters are in all of them.
@lru_cache(maxsize=2048)
def content(inlines: Inlines) -> ContentDigest:
    """Return the figures of the words and looks of a paragraph; languages do not count, Word changes them."""
    for inline in inlines:
        if isinstance(inline, Break) or inline.strong or inline.emphasis or inline.href:
            return _looking(tidied(inlines))
    text = "".join(inline.text for inline in inlines if isinstance(inline, Run))
    return ContentDigest(_figures(_plain(text), 10), _NO_LOOKS)


def _looking(inlines: Inlines) -> ContentDigest:
    """Return the figures of words of which some look other than the rest."""
    text = ""
    spans: list[tuple[int, int, bool, bool, str]] = []
    for inline in inlines:
        start = len(text)
        if isinstance(inline, Break):
            text += "\n"
            continue
        text += inline.text
        if inline.strong or inline.emphasis or inline.href:
            spans.append((start, len(text), inline.strong, inline.emphasis, inline.href))
    looks = _figures(f"{_joined(spans)}", 5) if spans else _NO_LOOKS
    return ContentDigest(_figures(_plain(text), 10), looks)


@dataclass(slots=True)
class DraftBookmarks:
    """The bookmarks of one draft."""

    response: str
    language: Language
    """That of the letter whose blocks are being written."""

    made: dict[Language, list[ParagraphMark]] = field(default_factory=dict)
    """Those that have been given, in their order."""

    turns: Counter[tuple[Language, str]] = field(default_factory=Counter)
    count: int = 0

    def around(self, id: str, inlines: Inlines) -> tuple[str, str]:
        """Return what stands before and behind the words of a block, in XML."""
        turn = self.turns[self.language, id] = self.turns[self.language, id] + 1
        mark = ParagraphMark(letter(self.response, self.language), block(id), content(inlines), turn)
        self.made.setdefault(self.language, []).append(mark)
        self.count += 1
        number = _FIRST + self.count
        start = f'<w:bookmarkStart w:id="{number}" w:name="{mark.name}"/>'
        return start, f'<w:bookmarkEnd w:id="{number}"/>'

    def properties(self) -> Iterator[tuple[str, str]]:
        """Yield the properties of the file that say what it was made of, by name."""
        yield PROPERTY, self.response
        for language, marks in self.made.items():
            entries = [f"{mark.block}{mark.made.words}" for mark in marks]
            for start in range(0, len(entries), _A_PROPERTY):
                name = f"{PROPERTY}-{language}-{start // _A_PROPERTY + 1}"
                yield name, " ".join(entries[start : start + _A_PROPERTY])


def made_of(properties: Iterable[tuple[str, str]], language: Language) -> dict[str, set[str]] | None:
    """Return by block the words that a draft had when it was made, in figures; none where nothing says so."""
    entries = [
        entry
        for name, value in properties
        if name.startswith(f"{PROPERTY}-{language}-")
        for entry in value.split()
    ]
    blocks: dict[str, set[str]] = {}
    for entry in entries:
        blocks.setdefault(entry[:9], set()).add(entry[9:])
    return blocks or None


def _figures(text: str, count: int) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:count]


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" \n")


def _joined(spans: Iterable[tuple[int, int, bool, bool, str]]) -> list[tuple[int, int, bool, bool, str]]:
    """Return stretches that look alike and touch as one: they differ in their language alone."""
    joined: list[tuple[int, int, bool, bool, str]] = []
    for span in spans:
        if joined and joined[-1][1] == span[0] and joined[-1][2:] == span[2:]:
            joined[-1] = (joined[-1][0], *span[1:])
        else:
            joined.append(span)
    return joined
