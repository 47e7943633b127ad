"""Paragraphs that hang from a label: names behind “Copies to:”, the words behind a number in a quotation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from respondent.document.tree import Inlines, Quotation, Run, Section
from respondent.document.walk import Node

_COPIES = re.compile(r"[^:]{1,30}:(?= )")

# The template writes the number of a recommendation in bold before its words: “5”, “4.2”, “AFI 1”.
_NUMBER = re.compile(r"(?=\D{0,7}\d)[\w .()]{1,8}$")

_LETTER, _NARROWEST = 120, 425
"""The room for a letter and the narrowest indent, in twentieths of a point. Arial at 12 pt needs less, so the
words behind a label always begin at the indent."""

NUMBER_WIDTH = 680
"""The room for the number of a paragraph, up to ``10.12``, in twentieths of a point."""


class Hanging(NamedTuple):
    """A paragraph in two parts, without the space between them."""

    label: Inlines
    words: Inlines
    indent: int
    """That of the words, in twentieths of a point."""


def hanging(inlines: Inlines, holder: Node | None) -> Hanging | None:
    """Return the parts of a paragraph that stands directly in `holder`, or None if it has no label."""
    match holder, inlines:
        case Section(name="copies"), (Run() as first, *rest):
            label = _COPIES.match(first.text)
        case Quotation(), (Run(strong=True) as first, *rest):
            label = _NUMBER.match(first.text)
        case _:
            return None
    behind = (replace(first, text=first.text[label.end() :]), *rest) if label else ()
    match tuple(inline for inline in behind if not isinstance(inline, Run) or inline.text):
        case (Run() as second, *others) if label and second.text.startswith(" "):
            words = (replace(second, text=second.text[1:]),) if second.text != " " else ()
            indent = max(_NARROWEST, _LETTER * (len(label[0]) + 1))
            return Hanging((replace(first, text=label[0]),), (*words, *others), indent)
        case _:
            return None
