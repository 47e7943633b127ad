"""The faults of a text, each with advice on what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Advice = tuple[str, str]
"""The problem, and what to do next."""

DEEP: Advice = ("lists or quotations are nested too deeply", "use fewer levels")
EMPTY: Advice = (
    "a marker for a heading, list or quotation has no text after it",
    "write the text, or delete the marker; to print the character itself, put \\ before it",
)
LINK_EMPTY: Advice = ("a link has no text", "write the text into the square brackets before it")
LINK_TITLE: Advice = (
    "a link has a title, which a letter cannot show",
    "delete the words in quotation marks",
)
LINK_MERGED: Advice = ("a value is merged into the address of a link", "write the address out")
ASTERISK: Advice = (
    "an asterisk inside a word or before a closing sign would make words bold or italic and vanish",
    "write \\* for the sign itself; for bold or italic, begin it before a word",
)
BLOCKS_IN_SENTENCE: Advice = (
    "a text of several paragraphs is used inside a sentence",
    "put it on a line of its own",
)

_HTML: Advice = (
    "the text contains “{}”, which is raw HTML in Markdown",
    "to print it as it is, write \\< for <; for bold or italic, write **bold** or *italic*",
)

BY_TOKEN: Mapping[str, Advice] = {
    "image": ("the text contains a picture", "delete ![…](…); pictures belong in the stationery"),
    "html_inline": _HTML,
    "html_block": _HTML,
    "hr": ("a line has only dashes or asterisks", "delete it; to print the characters, write \\---"),
}
"""The features of Markdown that a letter does not have, by the parser's names."""

_LONGEST_EXCERPT = 40
"""How many characters of a tag a message quotes."""


def refusal(kind: str, content: str) -> Advice:
    """Return what is wrong with a feature of Markdown that a letter does not have, and what to do."""
    what, advice = BY_TOKEN[kind]
    line = content.split("\n")[0]
    return what.format(line if len(line) <= _LONGEST_EXCERPT else f"{line[:_LONGEST_EXCERPT]}…"), advice


@dataclass(frozen=True, slots=True)
class MarkupFault:
    """A part of a text outside the supported subset of Markdown."""

    line: int
    """The line in the text, from 0."""

    what: str
    advice: str


class MarkupError(Exception):
    """A text is outside the supported subset of Markdown; carries every fault."""

    def __init__(self, faults: list[MarkupFault]) -> None:
        super().__init__("; ".join(fault.what for fault in faults))
        self.faults = faults
