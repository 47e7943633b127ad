"""Differences that programs make in words while nobody edits them: quotes, dashes, spaces, normal forms.

Word curls quotes and lengthens dashes, other programs put in no-break spaces or write accents as signs of
their own. Words that differ in nothing else are as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from respondent.document.alike import blocks
from respondent.document.inlines import merged
from respondent.document.tree import Break, Inline, Inlines, Run

_ALIKE = {
    **dict.fromkeys("’‘‛ʼ′´`", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys(("‐", "‑", "‒", "–", "—", "―", "−", "--", "---"), "-"),
    # What Word makes of three full stops and of a slash between two figures.
    **{"…": "...", "½": "1/2", "¼": "1/4", "¾": "3/4"},
}

# A word, spaces, a sign. Dashes and fractions that are typed in several signs are one token. Soft hyphens and
# joiners of no width are part of the word that they are in.
_TOKEN = re.compile(
    r"\s+|-{2,3}|\.{3}|(?<!\d)1/[24](?!\d)|(?<!\d)3/4(?!\d)|(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])+|."
)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")


def loose(text: str) -> str:
    """Return words in the form in which they are compared.

    >>> loose("mae’r  testun – ar goll") == loose("mae'r testun - ar goll")
    True
    """
    return "".join(map(_key, _TOKEN.findall(text))).strip()


def as_before(new: Inlines, old: Inlines) -> Inlines:
    """Return words as they were typed before wherever the two differ only in how they are typed.

    Args:
        new: The words as they came back. Their formatting stays.
        old: The words from before.
    """
    tokens, typed = list(_tokens(new)), list(_tokens(old))
    for start, start_before, size in blocks(_keys(tokens), _keys(typed)):
        for step in range(size):
            tokens[start + step] = typed[start_before + step][0], tokens[start + step][1]
    return merged(_inlines(tokens))


def _tokens(content: Inlines) -> Iterator[tuple[str, Inline]]:
    """Yield each token with the run that it is in; a line break is one."""
    for inline in content:
        if isinstance(inline, Break):
            yield "\n", inline
        else:
            yield from ((token, inline) for token in _TOKEN.findall(inline.text))


def _inlines(tokens: Iterable[tuple[str, Inline]]) -> Iterator[Inline]:
    for token, inline in tokens:
        yield replace(inline, text=token) if isinstance(inline, Run) else inline


def _keys(tokens: Sequence[tuple[str, Inline]]) -> list[str]:
    """Return the key of each token. Spaces that begin a line stay: in Markdown they are structure."""
    before = ["\n", *(token for token, _ in tokens)]
    return [
        token if token.isspace() and last == "\n" else _key(token)
        for last, (token, _) in zip(before, tokens, strict=False)
    ]


def _key(token: str) -> str:
    """Return what tokens that are typed in different ways share."""
    if token.isspace():
        return token if token == "\n" else " "
    return _ALIKE.get(token) or normalize("NFC", _INVISIBLE.sub("", token))
