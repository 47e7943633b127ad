"""What a text may not hold, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Advice = tuple[str, str]
"""What is wrong, and what to do next."""

DEEP: Advice = ("lists or quotations stand too deep in each other", "write them flatter")
EMPTY: Advice = (
    "a sign for a heading, a list or a quotation has no words behind it",
    "write the words, or take the sign out; for the sign itself put \\ before it",
)
LINK_EMPTY: Advice = ("a link has no words", "write the words into the square brackets before it")
LINK_TITLE: Advice = (
    "a link has a title, which a letter cannot show",
    "take out the words in quotation marks",
)
LINK_MERGED: Advice = ("a value is merged into the address of a link", "write the address out")
BLOCKS_IN_SENTENCE: Advice = (
    "a text of several paragraphs stands inside a sentence",
    "give it a line of its own",
)

_RAW_HTML: Advice = (
    "raw HTML stands in the text",
    "write **bold** or *italic*; for the sign itself write \\<",
)

BY_TOKEN: Mapping[str, Advice] = {
    "image": ("a picture stands in the text", "take ![…](…) out; pictures belong to the stationery"),
    "html_inline": _RAW_HTML,
    "html_block": _RAW_HTML,
    "hr": ("a line of dashes or stars stands alone", "take it out; for the signs themselves write \\---"),
}
"""What Markdown can do and a letter cannot, by the parser's name for it."""


@dataclass(frozen=True, slots=True)
class MarkupFault:
    """Something in a text that is not of the subset."""

    line: int
    """Counted from 0 in the text itself."""

    what: str
    next: str


class MarkupError(Exception):
    """A text is not of the Markdown subset; carries every fault."""

    def __init__(self, faults: list[MarkupFault]) -> None:
        super().__init__("; ".join(fault.what for fault in faults))
        self.faults = faults
