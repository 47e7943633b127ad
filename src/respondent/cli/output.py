r"""The one way out to a terminal, a file or a pipe: what others wrote cannot command it.

A name, a row of the ledger, a translation or an address may hold control characters. On a terminal they move
the cursor, hide what was printed, or turn the direction of a line. They are printed as escapes: ``\x1b``.
"""

from __future__ import annotations

import os
import re
import sys
from io import TextIOWrapper
from typing import Any, TextIO

# Control characters of ASCII and C1, and those of Unicode that turn or end a line (UTR 36, 2.4; UAX 9).
_COMMANDS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)

# The colours that this program prints itself, on terminals alone (ECMA-48, 8.3.117).
_COLOUR = re.compile("(\x1b\\[[0-9;]{0,12}m)")


def escaped(text: str) -> str:
    r"""Return a text with control characters as escapes; line ends and tabs stay.

    >>> escaped("Nia\x1b[2J\u202e")
    'Nia\\x1b[2J\\u202e'
    """
    return _COMMANDS.sub(lambda match: ascii(match[0])[1:-1], text)


def one_line(text: object) -> str:
    """Return a name as one line, whatever line ends are in it."""
    return re.sub(r"[\r\n]", lambda match: ascii(match[0])[1:-1], str(text))


class SafeStream:
    """A stream that prints control characters as escapes; everything else is that of the stream below."""

    def __init__(self, stream: TextIO) -> None:
        """Print to a stream."""
        self._stream = stream

    def write(self, text: str) -> int:
        """Print a text."""
        if not text.isprintable():
            pieces = _COLOUR.split(text) if self.isatty() else [text]
            # Behind `split`, every second piece is a colour.
            text = "".join(piece if place % 2 else escaped(piece) for place, piece in enumerate(pieces))
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the stream below has
        """Return what the stream below has."""
        return getattr(self._stream, name)


def configure() -> None:
    """Flush every line, print ? for characters that a console lacks, such as ŵ, and escape commands.

    Files and pipes get UTF-8 on every system, unless somebody asks for another encoding.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            is_asked = stream.isatty() or "PYTHONIOENCODING" in os.environ
            encoding = None if is_asked else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace", line_buffering=True)
        if stream is not None and not isinstance(stream, SafeStream):
            setattr(sys, name, SafeStream(stream))
