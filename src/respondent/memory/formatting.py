"""Emphasis, links and line breaks of a segment, as a memory stores and compares them."""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby

from respondent.document.tree import Break, Inline, Inlines, Run
from respondent.language import Language
from respondent.memory.folding import spaced


def is_plain(content: Inlines, language: Language) -> bool:
    """Return whether words are in one language, without emphasis, links and line breaks."""
    return all(isinstance(inline, Run) and inline == Run(inline.text, language) for inline in content)


def coded(content: Inlines, language: Language) -> str:
    """Return words and formatting as JSON; empty if the words are plain."""
    if is_plain(content, language):
        return ""
    return json.dumps([_row(inline) for inline in content], ensure_ascii=False, separators=(",", ":"))


def decoded(text: str) -> Inlines:
    """Return the words and formatting that `coded` has written."""
    return tuple(_inline(row) for row in json.loads(text))


def signature(content: Inlines) -> str:
    """Return the part of a key that words with formatting have: folded words, exact formatting."""
    return json.dumps([_row(inline, is_folded=True) for inline in content])


def codes(content: Inlines) -> Counter[tuple[bool, bool, str] | str]:
    """Return emphasis, links and line breaks with their numbers, which text and translation share.

    Their order is free, since Welsh puts the words of a sentence in another order.
    """
    counts = Counter(format_ for format_, _ in groupby(content, _format))
    del counts[_PLAIN]
    return counts


_PLAIN = (False, False, "")


def _format(inline: Inline) -> tuple[bool, bool, str] | str:
    return "break" if isinstance(inline, Break) else (inline.strong, inline.emphasis, inline.href)


def _row(inline: Inline, *, is_folded: bool = False) -> list[object]:
    if isinstance(inline, Break):
        return [inline.language]
    text = spaced(inline.text) if is_folded else inline.text
    return [inline.language, text, int(inline.strong), int(inline.emphasis), inline.href]


def _inline(row: list[str]) -> Inline:
    if len(row) == 1:
        return Break(Language(row[0]))
    language, text, strong, emphasis, href = row
    return Run(text, Language(language), bool(strong), bool(emphasis), href)
