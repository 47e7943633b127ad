"""The looks of a segment's words, emphasis and links, as a memory keeps and compares them."""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby

from respondent.document.tree import Break, Inline, Inlines, Run
from respondent.language import Language
from respondent.memory.folding import spaced


def is_plain(content: Inlines, language: Language) -> bool:
    """Return whether words are in one language, without emphasis, links and line breaks."""
    return all(isinstance(one, Run) and one == Run(one.text, language) for one in content)


def coded(content: Inlines, language: Language) -> str:
    """Return words and looks as text; empty where they are plain."""
    if is_plain(content, language):
        return ""
    return json.dumps([_row(one) for one in content], ensure_ascii=False, separators=(",", ":"))


def decoded(text: str) -> Inlines:
    """Return the words and looks that `coded` has written."""
    return tuple(_inline(row) for row in json.loads(text))


def signature(content: Inlines) -> str:
    """Return what is the same for words and looks that are the same for a look-up."""
    return json.dumps([_row(one, is_folded=True) for one in content])


def codes(content: Inlines) -> Counter[tuple[bool, bool, str] | str]:
    """Return emphasis, links and line breaks, in any order: a text and its translation have the same."""
    found: Counter[tuple[bool, bool, str] | str] = Counter()
    for look, _ in groupby(content, _look):
        found[look] += 1
    del found[_PLAIN]
    return found


_PLAIN = (False, False, "")


def _look(inline: Inline) -> tuple[bool, bool, str] | str:
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
