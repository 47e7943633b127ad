"""Words that YAML takes for a comment: what follows a text without quotation marks to show where it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from respondent.files.source import YamlComment

if TYPE_CHECKING:
    from yaml import ScalarEvent

_BEHIND = re.compile(r"[ \t]+(#.*)")
# Where no text stands before it, a note has a space behind its #: “# optional”. “#12” was to be words.
_INSTEAD = re.compile(r"[ \t]+(#[^\s#].*)")
_IN_HEAD = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\s#].*)")
_BELOW = re.compile(r"[ \t]*(?:\n[ \t]*)*\n([ \t]+)(#.*)")


def comment(text: str, event: ScalarEvent, column: int) -> YamlComment | None:
    """Return the comment that may be words of a scalar; none where there is none.

    Args:
        text: The text of the file.
        event: The scalar, as the parser gives it.
        column: How far its key or its dash is indented. A comment below the scalar that stands further to the
            right stands where the text would go on.
    """
    if event.style in ("'", '"'):
        return None
    assert event.start_mark is not None and event.end_mark is not None  # the parser sets both
    start, end = event.start_mark.index, event.end_mark.index
    if event.style:
        match = _IN_HEAD.match(text, start)
        end = len(text[:end].rstrip()) if text[end - 1 : end] == "\n" else end
    else:
        match = (_BEHIND if event.value else _INSTEAD).match(text, end)
    if match is None and event.value:
        below = _BELOW.match(text, end)
        match = below if below and len(below[1]) > column else None
    if match is None:
        return None
    words = match[match.re.groups]
    return YamlComment(text.count("\n", 0, match.end()) + 1, words.rstrip())
