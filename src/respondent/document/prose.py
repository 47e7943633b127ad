"""Recognise paragraphs without any Markdown, which need no parser. Most paragraphs are of this kind."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W\d_](?:[^\W_]|[.,;:'’‘“”\"()%£/?–—-]| (?! |$))*")
"""A line that begins with a letter, and of signs has only single spaces and marks that Markdown ignores."""

_LONGEST = 20_000


def words(text: str) -> str:
    r"""Return the words of a text that is one such paragraph, and "" for any other text.

    >>> words("Bydd y cynllun (5 %) yn barod erbyn 31 Mai.\n"), words("1. One"), words("*one*")
    ('Bydd y cynllun (5 %) yn barod erbyn 31 Mai.', '', '')
    """
    line = text.strip("\r\n")
    return line if len(line) <= _LONGEST and _WORDS.fullmatch(line) else ""
