"""What a text may not hold, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Advice = tuple[str, str]
"""What is wrong, and what to do next."""

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
BLOCKS_IN_SENTENCE: Advice = (
    "a text of several paragraphs is used inside a sentence",
    "put it on a line of its own",
)

_RAW_HTML: Advice = (
    "the text contains raw HTML",
    "write **bold** or *italic*; to print the character itself, write \\<",
)

BY_TOKEN: Mapping[str, Advice] = {
    "image": ("the text contains a picture", "delete ![…](…); pictures belong in the stationery"),
    "html_inline": _RAW_HTML,
    "html_block": _RAW_HTML,
    "hr": ("a line has only dashes or asterisks", "delete it; to print the characters, write \\---"),
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
