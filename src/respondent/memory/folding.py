"""How look-ups compare texts: spaces and the shapes of quotation marks and hyphens make no difference.

Word, CAT tools and people set them differently, and no translation depends on them.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import Literal, TypeAlias
from unicodedata import normalize

from respondent.language import Language

Kind: TypeAlias = Literal["field", "words", "formatting", "shape"]
"""What a key is made of: a whole text; words; words with their formatting; words without their figures."""

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʹ′", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None),
    }
)
_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    r"""Return a text as look-ups compare it.

    >>> folded("  Heddlu’r  De\u00a0a ’r Gogledd ")
    "Heddlu'r De a 'r Gogledd"
    """
    return " ".join((text if text.isascii() else _signs(text)).split())


def spaced(text: str) -> str:
    """Return part of a text as `folded` does, but keep one space at an end that has any."""
    return _SPACES.sub(" ", text if text.isascii() else _signs(text))


def folded_lines(text: str) -> str:
    """Return a Markdown text as look-ups compare it: line breaks count, spaces before them do not."""
    return "\n".join(line.rstrip() for line in _signs(text).strip().splitlines())


def key(kind: Kind, language: Language, text: str) -> int:
    """Return the key of a folded text in an index."""
    return digest(f"{kind}\n{language}\n{text}")


def digest(text: str) -> int:
    """Return 64 bits of the digest of a text as a signed number, which SQLite stores as an integer."""
    data = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(data.digest(), "little", signed=True)


def words(text: str) -> set[str]:
    """Return the words by which texts similar to a folded one are found, without figures.

    Figures change from letter to letter, so they do not make two texts similar. A word longer than 40
    letters is a web address or damage; its beginning is enough.

    >>> sorted(words("By 31 May 2019, by then"))
    ['by', 'may', 'then']
    """
    return {word[:40] for word in _WORD.findall(text.casefold()) if not word.isdigit()}


def _signs(text: str) -> str:
    return normalize("NFC", text.translate(_SIGNS))
