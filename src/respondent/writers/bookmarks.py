"""Write the hidden bookmarks by which an edited draft is matched with its response.

Each paragraph of a draft has one bookmark around all its words. The name holds digests of the letter, of the
block, and of the words and formatting when the draft was made, so the draft can be matched without other
files. Word and LibreOffice keep bookmarks whose names begin with an underscore, and Word hides them by
default. Properties of the file repeat the digests, for drafts that lose their bookmarks.
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
"""The file property with the response of a draft, and the prefix of the properties with its digests."""

_NAME = re.compile(r"_r([0-9a-f]{7})_([0-9a-f]{9})_([0-9a-f]{10})_([0-9a-f]{5})(?:_([0-9]{1,3}))?")
_FIRST = 900_000
"""The first id. Ids must be unique in a document, and a letterhead has its own bookmarks with low ids."""

_NO_FORMATTING = "0" * 5
_SPACE = re.compile(r"[\t\r\u00a0\u2028\u2029]")

_BLOCKS_PER_PROPERTY = 10
"""Word cuts properties longer than 255 characters. A block takes 20."""


@dataclass(frozen=True, slots=True)
class ContentDigest:
    """The digests of words and of their formatting."""

    words: str
    formatting: str


@dataclass(frozen=True, slots=True)
class ParagraphMark:
    """The parts of the name of a bookmark."""

    letter: str
    """The digest of the letter, from `letter`."""

    block: str
    """The digest of the block's id, from `block`."""

    made: ContentDigest
    """The digests of the paragraph when the draft was made."""

    turn: int = 1
    """The number of the paragraph among those with the same block, from 1."""

    @property
    def name(self) -> str:
        """The name of the bookmark. Word allows 40 characters."""
        turn = f"_{self.turn}" if self.turn > 1 else ""
        return f"_r{self.letter}_{self.block}_{self.made.words}_{self.made.formatting}{turn}"


def read(name: str) -> ParagraphMark | None:
    """Return the parts of the name of a bookmark, or None for a bookmark of another program."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    letter, block, words, formatting, turn = match.groups()
    return ParagraphMark(letter, block, ContentDigest(words, formatting), int(turn or 1))


@lru_cache(maxsize=256)
def letter(response: str, language: Language) -> str:
    """Return the digest of a letter of a response."""
    return _figures(f"{response}\n{language}", 7)


@lru_cache(maxsize=4096)
def block(id: str) -> str:
    """Return the digest of the id of a block."""
    return _figures(id, 9)


# Most paragraphs repeat in all letters of an office.
@lru_cache(maxsize=2048)
def content(inlines: Inlines) -> ContentDigest:
    """Return the digests of a paragraph. Languages are left out, because Word changes them."""
    for inline in inlines:
        if isinstance(inline, Break) or inline.strong or inline.emphasis or inline.href:
            return _formatted(tidied(inlines))
    text = "".join(inline.text for inline in inlines if isinstance(inline, Run))
    return ContentDigest(_figures(_plain(text), 10), _NO_FORMATTING)


def _formatted(inlines: Inlines) -> ContentDigest:
    """Return the digests of words with formatting or line breaks."""
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
    formatting = _figures(f"{_joined(spans)}", 5) if spans else _NO_FORMATTING
    return ContentDigest(_figures(_plain(text), 10), formatting)


@dataclass(slots=True)
class DraftBookmarks:
    """The bookmarks of one draft."""

    response: str
    language: Language
    """The language of the letter that is being written."""

    made: dict[Language, list[ParagraphMark]] = field(default_factory=dict)
    """The bookmarks written so far, in order."""

    turns: Counter[tuple[Language, str]] = field(default_factory=Counter)
    count: int = 0

    def around(self, id: str, inlines: Inlines) -> tuple[str, str]:
        """Return the XML before and after the words of a block."""
        turn = self.turns[self.language, id] = self.turns[self.language, id] + 1
        mark = ParagraphMark(letter(self.response, self.language), block(id), content(inlines), turn)
        self.made.setdefault(self.language, []).append(mark)
        self.count += 1
        number = _FIRST + self.count
        start = f'<w:bookmarkStart w:id="{number}" w:name="{mark.name}"/>'
        return start, f'<w:bookmarkEnd w:id="{number}"/>'

    def properties(self) -> Iterator[tuple[str, str]]:
        """Yield names and values of the file properties with the digests of the draft."""
        yield PROPERTY, self.response
        for language, marks in self.made.items():
            entries = [f"{mark.block}{mark.made.words}" for mark in marks]
            for number, start in enumerate(range(0, len(entries), _BLOCKS_PER_PROPERTY), start=1):
                yield (
                    f"{PROPERTY}-{language}-{number}",
                    " ".join(entries[start : start + _BLOCKS_PER_PROPERTY]),
                )


def made_of(properties: Iterable[tuple[str, str]], language: Language) -> dict[str, set[str]] | None:
    """Return the digests of the original words of a draft by block, or None for a file without them."""
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
    """Join adjacent spans with the same formatting. They only differ in language."""
    joined: list[tuple[int, int, bool, bool, str]] = []
    for span in spans:
        if joined and joined[-1][1] == span[0] and joined[-1][2:] == span[2:]:
            joined[-1] = (joined[-1][0], *span[1:])
        else:
            joined.append(span)
    return joined
